// Questions that this guide does not answer get a kind line that says what it is about.
import { urgent } from "./search-order.js";

const FOUND = 0.93; // so much of a name must be asked for to be found
const SLIP = 0.8, CLOSE = 0.05; // how likely a slip must be, and how close to what is likeliest

export class Outside {
  // `rows`: [words, alone, says, see]; words and alone are lists of phrases, see is the number of a place or -1.
  constructor(rows, spelling) {
    this.spelling = spelling;
    this.rows = rows.map(([words, alone, says, see]) => ({
      says, see, words: words.map((phrase) => [...new Set(phrase.split(" "))]), alone: alone.flatMap((phrase) => phrase.split(" ")),
    }));
  }

  // The row for a query; undefined when it is about this guide, or names a sign that needs help.
  row(slots, results) {
    if (results.some((result) => urgent(result) && result.cover > FOUND)) return undefined;
    const telling = slots.filter(({ stopped }) => !stopped);
    const names = results.filter(({ cover }) => cover > FOUND).map(({ name }) => this.spelling.stemsOf(name));
    const asks = (phrase) => (this.runs(phrase, slots) || this.runs(phrase, telling)) && !this.isPart(phrase, names);
    return this.rows.find(({ words, alone }) => words.some(asks) || (telling.length && telling.every((slot) => alone.some((word) => this.is(slot, word)))));
  }

  // "horse" is part of "charley horse", which is a name.
  isPart(phrase, names) {
    const stems = phrase.map((word) => this.spelling.stem(word));
    return names.some((name) => name.length > stems.length && stems.every((stem) => name.includes(stem)));
  }

  // Tells whether a phrase stands in the query word for word.
  runs(phrase, slots) {
    return slots.some((_, n) => phrase.every((word, k) => slots[n + k] && this.is(slots[n + k], word)));
  }

  // The same word, one with an s, or a slip of it; the beginning of another word is no slip.
  is({ word, stands, best }, asked) {
    if (word === asked || word === `${asked}s`) return true;
    const likely = stands.get(this.spelling.stem(asked))?.[0] ?? 0;
    return likely > SLIP && likely > stands.get(best)[0] - CLOSE && !this.spelling.from(word).length;
  }
}
