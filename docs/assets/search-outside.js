// Questions that this guide does not answer get a kind line that says what it is about.
import { urgent } from "./search-order.js";

const FOUND = 0.93; // so much of a name must be asked for to be found
const SLIP = 0.8, CLOSE = 0.05; // how likely a slip must be, and how close to what is likeliest

export class Outside {
  // `rows`: [words, unless, alone, says, see]; the first three are lists of phrases, see is the number of a place or -1.
  constructor(rows, spelling) {
    this.spelling = spelling;
    const each = (phrases) => phrases.map((phrase) => [...new Set(phrase.split(" "))].map((word) => ({ word, stem: spelling.stem(word) })));
    this.rows = rows.map(([words, unless, alone, says, see]) => ({ says, see, words: each(words), unless: each(unless), alone: each(alone).flat() }));
  }

  // The row for a query; undefined when it is about this guide, or names a sign that needs help.
  row(slots, results) {
    if (results.some((result) => urgent(result) && result.cover > FOUND)) return undefined;
    const asked = slots.map(({ word, stopped }) => ({ word, stopped, slips: this.slips(word) }));
    const telling = asked.filter(({ stopped }) => !stopped);
    const names = results.filter(({ cover }) => cover > FOUND).map(({ name }) => this.spelling.stemsOf(name));
    const asks = (phrase) => (runs(phrase, asked, isLike) || runs(phrase, telling, isLike)) && !isPart(phrase, names);
    const isInside = (phrase) => runs(phrase, asked, isSame);
    const isAlone = (words) => telling.length > 0 && telling.every((one) => words.some((word) => isLike(one, word)));
    return this.rows.find(({ words, unless, alone }) => (words.some(asks) && !unless.some(isInside)) || isAlone(alone));
  }

  // The stems that a word is a form or a slip of; the beginning of another word is no slip.
  slips(word) {
    if (this.spelling.from(word).length) return new Set();
    if (this.spelling.knows(word)) return new Set([this.spelling.stem(word)]);
    const near = this.spelling.near(word);
    const likely = near.filter(([, sure]) => sure > SLIP && sure > near[0][1] - CLOSE);
    return new Set(likely.map(([known]) => this.spelling.stem(known)));
  }
}

const isSame = (asked, { word }) => asked.word === word;
const isLike = (asked, { word, stem }) => asked.word === word || asked.word === `${word}s` || asked.slips.has(stem);

// Tells whether a phrase stands in the query.
function runs(phrase, asked, fits) {
  return asked.some((_, n) => phrase.every((word, k) => asked[n + k] && fits(asked[n + k], word)));
}

// "horse" is part of "charley horse", which is a name.
function isPart(phrase, names) {
  return names.some((name) => name.length > phrase.length && phrase.every(({ stem }) => name.includes(stem)));
}
