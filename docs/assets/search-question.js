// A question, word by word: what each word may stand for, however it is spelt.
import { ages, split } from "./search-words.js";

const MOST_WORDS = 24;
// "Back ache" for "backache".
const JOINED = 0.95;
const FEW = 3; // letters
const LIKELY = 0.55, CLOSE = 0.02; // a reading counts when it is so likely, and so close to the likeliest
const DOUBT = 0.5, BETTER = 2; // below the one, a reading is tried that fits so many times better
const MOST_OF_NAME = 3; // words
// How much a word such as "the" counts beside a telling one.
const LITTLE = 0.2;

export class Question {
  // `stop`: words that say little. `wishes`: those that say what somebody wants to do.
  constructor(text, spelling, stop, wishes) {
    const unfinished = /[\p{L}\p{N}]$/u.test(text);
    const all = split(ages(text)).slice(0, MOST_WORDS), parts = spelling.parts(all);
    const [begun] = unfinished ? parts.slice(-1) : [];
    if (begun && saysLittle(begun, spelling, stop)) parts.pop();
    this.words = parts.map((word) => {
      const stopped = stop.has(word), stands = stopped ? new Map([[spelling.stem(word), 1]]) : spelling.candidates(word, word === begun);
      return { word, stopped, isWish: wishes.has(word), stands, doubt: spelling.doubt(word, word === begun) };
    });
    this.words.slice(1).forEach((second, n) => {
      const joined = this.words[n].word + second.word;
      if (!spelling.knows(joined)) return;
      for (const word of [this.words[n], second]) {
        word.stands.set(spelling.stem(joined), JOINED);
        word.doubt = 0;
      }
    });
    const read = new Map(this.words.map((one) => [one.word, [...this.asked(undefined, [one]).keys()]]));
    this.said = all.flatMap((word) => spelling.parts([word])).map((word) => read.get(word) ?? []); // what each word, as they follow each other, may stand for
    const longer = begun ? spelling.from(begun).filter((known) => spelling.stem(known) !== spelling.stem(begun)) : [];
    this.telling = this.words.filter(({ stopped }) => !stopped);
    this.isBroken = longer.length > 0 && !spelling.knows(begun); // no word yet
    this.isOpen = parts.includes(begun) && (this.isBroken || longer.some((known) => spelling.common(spelling.stem(known)) > spelling.common(spelling.stem(begun))));
  }

  // The words but for the last one, while it may become another: "hi" is the beginning of "hip", which is commoner.
  get finished() {
    return this.isOpen ? this.words.slice(0, -1) : this.words;
  }

  // Each stem that is asked for, and how much it counts. `chosen`: a word -> the one stem that it is taken for.
  asked(chosen = new Map(), words = this.words) {
    const asked = new Map();
    for (const word of words) {
      const least = Math.max(LIKELY, ...[...word.stands.values()].map((likely) => likely - CLOSE));
      const readings = chosen.has(word) ? [[chosen.get(word), 1]] : [...word.stands].filter(([, likely]) => likely >= least);
      for (const [stem, likely] of readings) asked.set(stem, Math.max(asked.get(stem) ?? 0, word.stopped ? LITTLE * likely : likely));
    }
    return asked;
  }

  // How likely each place is meant, by `learned`. When that is in doubt, other readings of a word are tried: a "frozen pee" is a pea.
  places(learned) {
    const inside = (places) => Math.max(...places.filter((_, n) => learned.to[n] >= 0));
    let chosen = new Map(), places = learned.likely(this.asked());
    for (let best = Math.max(...places); best < DOUBT; best = Math.max(...places)) {
      let better;
      for (const word of this.telling) {
        for (const [stem, likely] of chosen.has(word) ? [] : word.stands) {
          const other = new Map([...chosen, [word, stem]]), found = learned.likely(this.asked(other)), fits = inside(found) * likely;
          if (learned.has(stem) && fits > (better?.fits ?? BETTER * best)) better = { fits, other, found };
        }
      }
      if (!better) break;
      [chosen, places] = [better.other, better.found];
    }
    return places;
  }

  // The words that may be a name: each few that stand side by side, with and without those that only say what somebody wants to do.
  names() {
    const found = new Map();
    for (const words of [this.telling, this.telling.filter(({ isWish }) => !isWish)]) {
      words.forEach((_, n) => {
        for (let most = 1; most <= MOST_OF_NAME; most++) {
          const name = words.slice(n, n + most);
          if (name.some(({ isWish }) => !isWish)) found.set(name.map(({ word }) => word).join(" "), name);
        }
      });
    }
    return [...found.values()];
  }

  // How many of the telling words the guide seems to lack, as a part of them all.
  get lacking() {
    return this.telling.reduce((sum, { doubt }) => sum + doubt, 0) / (this.telling.length || 1);
  }

  // How much of the telling words passes a test, from 0 to 1. `test` gets a stem and tells how much it counts.
  share(test) {
    const best = ({ stands }) => Math.max(0, ...[...stands].map(([stem, likely]) => likely * test(stem)));
    return this.telling.reduce((sum, word) => sum + best(word), 0) / (this.telling.length || 1);
  }
}

// A letter or two do not say enough yet, unless they are a word. Nor does what may become a word such as "should".
function saysLittle(begun, spelling, stop) {
  if (begun.length > 1 && (stop.has(begun) || spelling.stems.has(begun))) return false;
  return begun.length < FEW || [...stop].some((word) => word.startsWith(begun));
}
