// Spelling: which of the guide's words a typed word may stand for. A word that is known stands for itself; one that is not
// stands for those that sound like it or are a slip or two away.
import { distance, sound, stem } from "./search-words.js";

// A word that is spelt right may still be the wrong one: "heal" for "heel". A common word is less likely to stand for a seldom one: "cold" is no clot.
const HEARD = 0.6;
const NEAR_ENOUGH = 0.8;
const CUT = 0.8; // a word that is known with an ending only
const HOLDS = 0.87; // a word that starts or ends with a known one
const SAME = 0.9; // a word so near to a known one is not two words, one of them with a slip
const SURELY = 0.81; // nor two that are known, unless it begins or ends with that word: "raynods" is no "ray nods"
const BEGUN = 0.2; // a word that begins like this is likelier than one that is like it
const MEANT = 0.9; // the likeliest reading of a word that nobody knows is most probably meant
const COMMON = 0.02;
const ALIKE = 0.08, OTHER = 0.1; // more for the same sound, less for another first letter
// A slip in "ulsers" is one in "ulser".
const SHORTENED = /(.{4})(?:s|ing|ed)$/;
// A reading that is this near is surely meant; one that is an eighth less near is surely not. Of 1,500 words of the guide with a slip nine in ten
// are nearer than 0.85 to a known word; of words that the guide lacks, one in ten.
const NEAR = 0.92, STEEP = 8;
const MOST_KEPT = 100; // words

export class Spelling {
  // `words`: those that are spelt right. `stop`: those of them that nobody means when they mistype another.
  // `common`: tells how common a stem is; of two words as near, the commoner one is meant.
  constructor(words, stop, common) {
    this.common = common;
    this.known = [...new Set(words)].sort();
    const lines = this.known.join("\n");
    this.telling = this.known.filter((word) => !stop.has(word));
    const stems = stem(lines).split("\n");
    this.stems = new Map(this.known.map((word, n) => [word, stems[n]]));
    this.all = new Set(this.telling.map((word) => this.stems.get(word)));
    this.kept = new Map(); // what was found for the words of the last questions
    this.sounds = new Map();
    const bare = [...this.all].filter((word) => word.length > 3 && !this.stems.has(word) && stem(word) === word); // "compress" where only "compression" is known
    this.telling.push(...bare);
    const keys = sound(this.telling.join("\n")).split("\n");
    keys.forEach((key, n) => (this.sounds.get(key) ?? this.sounds.set(key, []).get(key)).push(this.telling[n]));
  }

  stem(word) {
    return this.stems.get(word) ?? stem(word);
  }

  knows(word) {
    return this.stems.has(word) || this.all.has(this.stem(word));
  }

  // The words of a query, once each. "icecube" -> "ice", "cube", and "teatowl" -> "tea", "towl", when no such word is known.
  parts(words) {
    return [...new Set(words.flatMap((word) => {
      if (word.length < 6 || this.knows(word) || this.from(word).length) return word;
      const near = this.near(word)[0]?.[1];
      if (near > SURELY && near !== HOLDS) return word;
      let best = word, most = near ? SAME : NEAR_ENOUGH;
      for (let n = 3; n <= word.length - 3; n++) {
        const two = [word.slice(0, n), word.slice(n)], known = two.map((part) => this.stems.has(part));
        const fits = known.some(Boolean) ? Math.min(...two.map((part, n) => (known[n] ? 1 : this.near(part)[0]?.[1] ?? 0))) : 0;
        if (fits > most) [best, most] = [two, fits];
      }
      return best;
    }))];
  }

  // The stems that a word may stand for -> how likely. The last word of a query may be `unfinished`.
  candidates(word, unfinished) {
    const found = new Map();
    const put = (known, weight) => {
      const s = this.stem(known);
      if (weight > (found.get(s) ?? 0)) found.set(s, weight);
    };
    const right = this.stems.has(word) || (this.knows(word) && word !== this.stem(word));
    // "Limp" stands for "limping", but "bak" not for "baking", and "massage" is no "massager".
    if (right) put(word, 1);
    else if (this.knows(word)) put(word, CUT + COMMON * this.common(word));
    const begun = unfinished && !right ? this.from(word) : [];
    for (const known of begun) put(known, 0.7 + (0.25 * word.length) / known.length);
    const near = word.length < 3 ? [] : right ? this.alike(word) : this.near(word);
    const lift = begun.length ? -BEGUN : !this.knows(word) && near[0]?.[1] > NEAR_ENOUGH ? Math.max(0, MEANT - near[0][1]) : 0;
    for (const [known, weight] of near) put(known, weight + lift);
    return found;
  }

  // How much speaks against a word being one of the guide's words, from 0 to 1.
  doubt(word, unfinished) {
    if (this.knows(word) || (unfinished && this.from(word).length)) return 0;
    return Math.max(0, Math.min(1, STEEP * (NEAR - (this.near(word)[0]?.[1] ?? 0))));
  }

  // The known words that start with these letters.
  from(letters) {
    let low = 0, high = this.known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.known[middle] < letters) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.known.length && this.known[end].startsWith(letters)) end++;
    return this.known.slice(low, end);
  }

  alike(word) {
    const heard = this.sounds.get(sound(word)) ?? [], common = (known) => 1 + this.common(this.stem(known));
    return heard.filter((known) => known[0] === word[0] && distance(word, known, 2) < 3).map((known) => [known, HEARD * Math.min(1, common(known) / common(word)) ** 2]);
  }

  // The known words that an unknown one may be, and how like they are. `more`: one slip more is forgiven where nothing was found: "numnes".
  near(word, more = 0) {
    if (!more && this.kept.has(word)) return this.kept.get(word);
    const slips = more + (word.length < 4 ? 0 : word.length < 7 ? 1 : word.length < 11 ? 2 : 3);
    const key = sound(word);
    const found = [];
    const far = key.length < 3 ? Math.min(2 * key.length - 1, Math.floor(word.length / 2)) : Math.ceil(word.length / 3) + (key.length > 3); // a short sound says little
    for (const known of this.sounds.get(key) ?? []) {
      const off = distance(word, known, far);
      if (off <= far) found.push([known, likeness(word, known, off) + (key.length < 3 ? 0 : ALIKE)]);
    }
    for (const known of slips ? this.telling : []) {
      const first = known[0] === word[0];
      if (Math.abs(known.length - word.length) > slips || !(first || known[1] === word[1])) continue;
      const off = distance(word, known, slips);
      if (off <= slips) found.push([known, likeness(word, known, off) - (first ? 0 : OTHER)]);
    }
    for (const one of found) one[1] += COMMON * this.common(this.stem(one[0]));
    if (!found.length && word.length > 8) {
      for (const known of this.telling) if (known.length > 5 && (word.startsWith(known) || word.endsWith(known))) found.push([known, HOLDS]);
    }
    found.sort((a, b) => b[1] - a[1]);
    if (!found.length && !more && word.length > 5) return this.near(word, 1);
    if (!found.length && SHORTENED.test(word)) return this.near(word.replace(SHORTENED, "$1"));
    const likely = found.filter(([, weight]) => weight > 0.5 && weight > found[0][1] - 0.2).slice(0, 12);
    if (this.kept.size > MOST_KEPT) this.kept.clear();
    this.kept.set(word, likely);
    return likely;
  }
}

// How like two words are that are so many slips apart: at most 0.95.
function likeness(word, known, off) {
  return 0.95 - (0.85 * off) / Math.max(word.length, known.length);
}
