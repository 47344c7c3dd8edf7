// Questions that this guide does not answer get a kind line that says what it is about.
import { urgent } from "./search-order.js";

const FOUND = 0.93; // so much of a name must be asked for to be found
const SLIP = 0.8, CLOSE = 0.05; // how likely a slip must be, and how close to what is likeliest

export class Outside {
  // `rows`: [words, unless, alone, says, see]; the first three are lists of phrases, see is the number of a place or -1.
  constructor(rows, spelling) {
    this.spelling = spelling;
    const each = (phrases) => phrases.map((phrase) => [...new Set(phrase.split(" "))]);
    this.rows = rows.map(([words, unless, alone, says, see]) => ({ says, see, words: each(words), unless: each(unless), alone: each(alone).flat() }));
  }

  // The row for a query; undefined when it is about this guide, or names a sign that needs help.
  row(slots, results) {
    if (results.some((result) => urgent(result) && result.cover > FOUND)) return undefined;
    const telling = slots.filter(({ stopped }) => !stopped);
    const names = results.filter(({ cover }) => cover > FOUND).map(({ name }) => this.spelling.stemsOf(name));
    const asks = (phrase) => (this.runs(phrase, slots) || this.runs(phrase, telling)) && !this.isPart(phrase, names);
    const isInside = (phrase) => slots.some((_, n) => phrase.every((word, k) => slots[n + k]?.word === word));
    const isAlone = (words) => telling.length > 0 && telling.every((slot) => words.some((word) => this.is(slot, word)));
    return this.rows.find(({ words, unless, alone }) => (words.some(asks) && !unless.some(isInside)) || isAlone(alone));
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
  is({ word }, asked) {
    if (word === asked || word === `${asked}s`) return true;
    if (this.spelling.from(word).length) return false;
    const stem = this.spelling.stem(asked);
    if (this.spelling.knows(word)) return this.spelling.stem(word) === stem;
    const near = this.spelling.near(word);
    return near.some(([known, likely]) => likely > SLIP && likely > near[0][1] - CLOSE && this.spelling.stem(known) === stem);
  }
}
