// What the search has learnt: how strongly each word of a question points to each place. Added up, that tells how likely each place is meant.

import { stem } from "./search-words.js";

const FIRST = 35, SKIPPED = 92, MANY = 90; // a number is one sign from "#" to "~" without the backslash; MANY stands for itself and more
const ZERO = 12; // the number that means a strength of 0

export class Learned {
  // `words`: on each line words that point alike; `leads`: on each line where they point; `to`: the places; `bias`: how often each is asked for.
  constructor({ words, leads, to, bias }) {
    [this.to, this.bias] = [to, bias];
    this.rows = new Map(); // a stem -> the places it points to, as numbers in `to`, and how strongly
    const lines = leads.split("\n");
    words.split("\n").forEach((line, n) => {
      const row = points(lines[n]);
      for (const word of line.split(" ")) this.rows.set(stem(word), row);
    });
  }

  // Tells how common a stem is among the questions, by the number of places it says something about.
  common(stem) {
    return Math.log2(1 + (this.rows.get(stem)?.length ?? 0));
  }

  has(stem) {
    return this.rows.has(stem);
  }

  // `asked`: stem -> how much it counts. Returns how likely each place is, together 1: number in `to` -> likely.
  likely(asked) {
    const sums = [...this.bias];
    const length = Math.sqrt(Math.max(1, [...asked.values()].reduce((sum, much) => sum + much * much, 0)));
    for (const [stem, much] of asked) for (const [n, strength] of this.rows.get(stem) ?? []) sums[n] += (strength * much) / length;
    const most = Math.max(...sums), powers = sums.map((sum) => Math.exp(sum - most)), all = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / all);
  }
}

// Each place is written as its distance from the one before, then the strength.
function points(line) {
  const numbers = [...line].map((sign) => sign.charCodeAt(0)).map((code) => code - FIRST - (code > SKIPPED));
  const row = [];
  let place = -1;
  for (let n = 0; n < numbers.length; n += 2) {
    for (; numbers[n] === MANY; n++) place += MANY;
    row.push([(place += numbers[n] + 1), numbers[n + 1] - ZERO]);
  }
  return row;
}
