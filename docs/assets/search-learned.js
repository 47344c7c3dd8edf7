// What the search has learnt: how strongly each word of a question points to each place. Added up, that tells how likely each place is meant.

import { Packed } from "./search-packed.js";
import { stem } from "./search-words.js";

const LETTERS = "\n0123456789abcdefghijklmnopqrstuvwxyz"; // of a word, with its end
const NOTHING = 4, UNIT = 1.8; // the number for a strength of 0, and how much one more adds
const STRENGTH = 4, SIGN = 6, LENGTH = 4, COUNT = 16, NAME = 2; // bits, as in scripts/press/outputs/search.py

export class Learned {
  // `learned`: the words, where each points, and the names to know by heart, packed; `to`: the places; `bias`: how often each is asked for.
  constructor({ learned, to, bias }) {
    [this.to, this.bias] = [to, bias];
    const packed = new Packed(Uint8Array.from(atob(learned), (sign) => sign.charCodeAt(0)));
    this.words = [...words(packed)];
    this.rows = new Map(); // a stem -> the places it points to, as numbers in `to`, and how strongly
    const bits = 32 - Math.clz32(to.length), stems = stem(this.words.join("\n")).split("\n");
    for (const one of stems) this.rows.set(one, points(packed, bits));
    this.names = new Map(names(packed, bits, stems)); // the stems of a name, sorted -> the warning that it names, as a number in `to`
  }

  // Tells how common a stem is among the questions, by the number of places it says something about.
  common(stem) {
    return Math.log2(1 + (this.rows.get(stem)?.length ?? 0));
  }

  // The warning that these stems name, as a number in `to`, when that must be known by heart.
  named(stems) {
    return this.names.get([...stems].sort().join(" "));
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

// The words from A to Z, each as what it shares with the one before, and its further letters. The first of them stands further on in the
// alphabet than the one it takes the place of.
function* words(packed) {
  let word = "";
  for (let left = packed.number("words", COUNT); left > 0; left--) {
    const shared = packed.number("shared", LENGTH);
    let context = `instead of ${word.charAt(shared)}`;
    word = word.slice(0, shared);
    do {
      const letter = LETTERS[packed.number(context, SIGN)];
      word += letter;
      context = `after ${letter}`;
    } while (!word.endsWith("\n"));
    yield (word = word.trim());
  }
}

// Where a word points: each place as its distance from the one before, and the strength.
function points(packed, bits) {
  const count = packed.number("places", bits), size = Math.min(6, 32 - Math.clz32(count)), row = [];
  for (let place = -1; row.length < count; ) {
    const kind = `${size} ${place < 0}`;
    place += packed.number(`apart ${kind}`, bits) + 1;
    row.push([place, UNIT * (packed.number(`strength ${kind}`, STRENGTH) - NOTHING)]);
  }
  return row;
}

// The names that must be known by heart, by place, each as the words that it is made of.
function* names(packed, bits, stems) {
  let place = 0;
  for (let left = packed.number("names", COUNT); left > 0; left--) {
    place += packed.number("named", bits);
    let word = 0;
    const name = Array.from({ length: packed.number("words of a name", NAME) }, () => stems[(word += packed.number("word", COUNT))]);
    yield [name.sort().join(" "), place];
  }
}
