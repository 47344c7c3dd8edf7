// Meanings: different words for the same thing, such as "blood thinner" and "warfarin". A meaning is written "#7".

const SAME = 0.95, ALSO = 0.88; // another word for the same thing counts a little less, and one that may mean it
const SURE = 0.6; // a word that may only be a slip of a phrase's word must be as likely as this

export class Meanings {
  // `same`: for each meaning the words or phrases that have it, and those that may only be meant so: a "rub" may be a massage.
  constructor(same, spelling) {
    this.phrases = new Map(); // a stem -> the phrases that start with it, each with its meaning
    same.forEach(([words, also], n) => {
      for (const phrase of words) this.take(spelling.stemsOf(phrase), `#${n}`, true);
      for (const phrase of also) this.take(spelling.stemsOf(phrase), `#${n}`, false);
    });
  }

  take(stems, meaning, always) {
    if (!this.phrases.has(stems[0])) this.phrases.set(stems[0], []);
    this.phrases.get(stems[0]).push({ stems, meaning, always });
  }

  from(stem) {
    return this.phrases.get(stem) ?? [];
  }

  // The ways to read a name: its own stems, with the meaning of each single word put in, and with that of whole phrases.
  ways(stems) {
    const ways = [stems, this.put(stems, 1), this.put(stems, stems.length)];
    return ways.filter((way, n) => ways.findIndex((other) => `${other}` === `${way}`) === n);
  }

  // Stems with the meanings of phrases put in, those of at most so many words, the longest first.
  put(stems, most) {
    const found = [];
    for (let n = 0; n < stems.length; ) {
      let length = 1, put = stems[n];
      for (const phrase of this.from(stems[n])) {
        const fits = phrase.always && phrase.stems.length >= length && phrase.stems.length <= most && phrase.stems.every((stem, k) => stems[n + k] === stem);
        if (fits) [length, put] = [phrase.stems.length, phrase.meaning];
      }
      found.push(put);
      n += length;
    }
    return found;
  }

  // Lets the words of a query, from the n-th on, stand for the meanings of the phrases that they make up.
  add(slots, n) {
    for (const [first, [likely]] of [...slots[n].stands]) {
      for (const { stems, meaning, always } of likely < SURE ? [] : this.from(first)) {
        const each = stems.map((stem, k) => slots[n + k]?.stands.get(stem)?.[0] ?? 0);
        if (Math.min(...each) < SURE) continue;
        each.forEach((sure, k) => {
          const { stands } = slots[n + k], likely = (always ? SAME : ALSO) * sure;
          if (likely > (stands.get(meaning)?.[0] ?? 0)) stands.set(meaning, [likely, stems.length]);
        });
      }
    }
  }

  // Tells whether a word alone has one of these meanings.
  means(stem, meanings) {
    return this.from(stem).some((phrase) => phrase.stems.length === 1 && meanings.has(phrase.meaning));
  }
}
