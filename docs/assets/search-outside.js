// Questions that this guide does not answer get a kind line that says what it is about.
import { urgent } from "./search-order.js";

const FOUND = 0.93; // so much of a name must be asked for to be found
const SLIP = 0.8, CLOSE = 0.05; // how likely a slip must be, and how close to what is likeliest
const ALMOST = 0.15, SHORTEST = 5; // a word of the guide that is almost as likely is meant; and short words say too little

export class Outside {
  // `rows`: [words, unless, alone, says, see]; the first three are lists of phrases, see is the number of a place or -1.
  // `names`: what people call the places inside the guide.
  constructor(rows, names) {
    const spelling = (this.spelling = names.spelling);
    this.names = names;
    const each = (phrases) => phrases.map((phrase) => [...new Set(phrase.split(" "))].map((word) => ({ word, stem: spelling.stem(word) })));
    const all = rows.map(([words, unless, alone, says, see]) => ({ says, see, words: each(words), unless: each(unless), alone: each(alone).flat() }));
    this.rows = all.filter(({ words, alone }) => words.length || alone.length);
    this.rest = all.find((row) => !this.rows.includes(row)); // for what is in no row and not in the guide
  }

  // The row for a query; undefined when it is about this guide, or names a sign that needs help.
  row(slots, results, unfinished) {
    if (results.some((result) => urgent(result) && result.cover > FOUND)) return undefined;
    const begun = unfinished ? slots.at(-1)?.word : undefined;
    const asked = slots.map(({ word, stopped }) => ({ word, stopped, slips: this.slips(word) }));
    const telling = asked.filter(({ stopped }) => !stopped);
    const isBegun = asked.length > 1 && begun && this.begins(begun); // a word alone may be all that is asked
    const isOpen = (phrase) => isBegun && phrase.length === 1 && isLike(asked.at(-1), phrase[0]) && !asked.slice(0, -1).some((one) => isLike(one, phrase[0]));
    const names = results.filter(({ cover }) => cover > FOUND).map(({ name }) => this.spelling.stemsOf(name));
    const asks = (phrase) => (runs(phrase, asked, isLike) || runs(phrase, telling, isLike)) && !isPart(phrase, names) && !isOpen(phrase);
    const isInside = (phrase) => runs(phrase, asked, isLike);
    const isAlone = (words) => telling.length > 0 && telling.every((one) => words.some((word) => isLike(one, word)));
    return this.rows.find(({ words, unless, alone }) => (words.some(asks) && !unless.some(isInside)) || isAlone(alone));
  }

  // Tells whether a word may become another one, of the guide: "cook" is the beginning of "cookies".
  begins(word) {
    return this.spelling.from(word).some((known) => this.spelling.stem(known) !== this.spelling.stem(word) && this.names.holding.has(this.spelling.stem(known)));
  }

  // The stems that a word is a form or a slip of; the beginning of another word is no slip.
  slips(word) {
    if (this.spelling.from(word).length) return new Set();
    if (this.spelling.knows(word)) return new Set([this.spelling.stem(word)]);
    const near = word.length < SHORTEST ? [] : this.spelling.near(word);
    const likely = near.filter(([, sure]) => sure > SLIP && sure > near[0][1] - CLOSE);
    const isMeant = ([known, sure]) => known[0] === word[0] && sure > near[0][1] - ALMOST && this.names.has(this.spelling.stem(known));
    if (near.some((one) => isMeant(one) && !likely.every(([known]) => known === one[0]))) return new Set();
    return new Set(likely.map(([known]) => this.spelling.stem(known)));
  }
}

const isLike = (asked, { word, stem }) => asked.word === word || asked.word === `${word}s` || asked.slips.has(stem);

// Tells whether a phrase stands in the query.
function runs(phrase, asked, fits) {
  return asked.some((_, n) => phrase.every((word, k) => asked[n + k] && fits(asked[n + k], word)));
}

// "horse" is part of "charley horse", which is a name.
function isPart(phrase, names) {
  return names.some((name) => name.length > phrase.length && phrase.every(({ stem }) => name.includes(stem)));
}
