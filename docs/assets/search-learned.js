// What the search has learnt: how strongly each word of a question points to each place. Added up, that tells how likely each place is meant.

import { stem } from "./search-words.js";

const LETTERS = "\n0123456789abcdefghijklmnopqrstuvwxyz"; // of a word, with its end
const NOTHING = 4, UNIT = 1.8; // the number for a strength of 0, and how much one more adds
const STRENGTH = 4, SIGN = 6, LENGTH = 4, COUNT = 16, NAME = 2; // bits, as in scripts/press/outputs/search.py
const WHOLE = 1 << 16, TRUSTED = 250; // a chance of 1; on how many steps a chance rests at most

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
    const shared = packed.number(`shared ${word.length}`, LENGTH);
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

// Reads the numbers that scripts/press/search/packed.py has packed: both keep the same count of what came before.
export class Packed {
  constructor(bytes) {
    [this.bytes, this.at] = [bytes, 4];
    [this.low, this.high] = [0, 2 ** 32 - 1];
    this.code = bytes.slice(0, 4).reduce((code, byte) => code * 256 + byte, 0);
    this.chances = new Map(); // a context -> the chances that its steps are a 1, and on how many steps each rests
  }

  // The next number, of so many bits. Numbers of one context are alike. A phone reads 50,000 of them when the search opens, so this is kept quick.
  number(context, bits) {
    if (!this.chances.has(context)) this.chances.set(context, { shares: new Uint16Array(1 << bits).fill(WHOLE / 2), steps: new Uint8Array(1 << bits) });
    const { shares, steps } = this.chances.get(context);
    let { low, high, code } = this, node = 1;
    while (node < 1 << bits) {
      const share = shares[node], middle = low + Math.floor(((high - low) * share) / WHOLE), bit = code <= middle ? 1 : 0;
      if (bit) high = middle;
      else low = middle + 1;
      shares[node] = Math.min(WHOLE - 32, Math.max(32, share + Math.trunc((bit * WHOLE - share) / (steps[node] + 2))));
      if (steps[node] < TRUSTED) steps[node]++;
      node = 2 * node + bit;
      while (low >>> 24 === high >>> 24) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
        code = ((code << 8) | (this.bytes[this.at++] ?? 0)) >>> 0;
      }
    }
    this.low = low;
    this.high = high;
    this.code = code;
    return node - (1 << bits);
  }
}
