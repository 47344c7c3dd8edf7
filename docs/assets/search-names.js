// Names: what people call a place of the guide. A query finds a name by its words in any order, with slips and with other
// words for the same thing. `cover` is how much of the name was asked for, `share` how much of the query the name took.
import { Meanings } from "./search-meanings.js";
import { Spelling } from "./search-spelling.js";

const STOP = 0.42, ASKED_STOP = 0.056; // the weight of a word such as "the", in a name and in a query; a telling word weighs 1 to 9
const UNKNOWN = 3.4; // and one that the guide does not have
const JOINED = 0.95; // "back ache" for "backache"
const CLOSE = 0.1; // readings so close to the likeliest count as well
const FEW = 3; // letters
const SHARE = 0.8; // of a name's score follows from its share of the query
const MARKED = 0.6; // a word of a text is marked when it is as likely as this

export class Names {
  // `named`: [place, name, worth], a name being plain words with one space between. `same`: for each meaning, what search-meanings.js says.
  // `others`: more words that are spelt right. `stop`: words that say little. `group`: gives the group of a place.
  constructor(named, same, others, stop, group) {
    const words = (phrases) => phrases.flatMap((phrase) => phrase.split(" "));
    this.stop = new Set(stop);
    this.spelling = new Spelling([...words(named.map(([, name]) => name)), ...words(same.flat(2)), ...others], this.stop);
    this.meanings = new Meanings(same, this.spelling);
    this.whole = new Set(named.map(([, name]) => name));
    this.names = [];
    this.holding = new Map(); // a stem or meaning -> the numbers of the names that hold it
    for (const [place, name, worth = 1] of named) {
      for (const way of this.meanings.ways(this.spelling.stemsOf(name))) {
        const number = this.names.push({ place, name, worth, group: group(place), weight: 0 }) - 1;
        for (const stem of new Set(way)) this.holding.has(stem) ? this.holding.get(stem).push(number) : this.holding.set(stem, [number]);
      }
    }
    this.weigh(new Set(stop.map((word) => this.spelling.stem(word))));
    const row = (Kind) => new Kind(this.names.length);
    Object.assign(this, { turn: 0, touched: row(Uint32Array), slot: row(Uint32Array), cover: row(Float32Array), share: row(Float32Array), best: row(Float32Array), used: row(Uint32Array) });
  }

  // How much of a query the guide has no word for, from 0 to 1.
  unknown(slots) {
    const telling = slots.filter(({ stopped }) => !stopped);
    const known = ({ stands }) => Math.max(0, ...[...stands].map(([stem, [likely]]) => (this.rarity.has(stem) ? likely : 0)));
    const sum = (share) => telling.reduce((all, slot) => all + slot.weight * share(slot), 0);
    return sum((slot) => 1 - known(slot)) / (sum(() => 1) || 1);
  }

  // Tells whether a stem stands in a name, or means what does.
  has(stem) {
    return this.holding.has(stem) || this.meanings.from(stem).length > 0;
  }

  // The rarer a word is among the names, the more it says.
  weigh(stop) {
    this.rarity = new Map();
    for (const [stem, held] of this.holding) {
      const weight = stop.has(stem) ? STOP : Math.log(1 + this.names.length / held.length);
      this.rarity.set(stem, weight);
      for (const n of held) this.names[n].weight += weight;
    }
  }

  // The words of a query, each with what it `stands` for: stems and meanings -> [how likely, over how many words].
  read(words, unfinished) {
    const parts = this.spelling.parts(words);
    const begun = unfinished ? parts.at(-1) : undefined;
    if (begun && !this.whole.has(parts.join(" ")) && this.saysLittle(begun)) parts.pop();
    const slots = parts.map((word) => {
      const stopped = this.stop.has(word);
      const found = stopped ? new Map([[this.spelling.stem(word), 1]]) : this.spelling.candidates(word, word === begun);
      return { word, stopped, stands: new Map([...found].map(([stem, likely]) => [stem, [likely, 1]])) };
    });
    for (let n = 1; n < slots.length; n++) {
      const joined = slots[n - 1].word + slots[n].word;
      if (this.spelling.knows(joined)) for (const slot of [slots[n - 1], slots[n]]) slot.stands.set(this.spelling.stem(joined), [JOINED, 2]);
    }
    slots.forEach((_, n) => this.meanings.add(slots, n));
    for (const slot of slots) slot.weight = slot.stopped ? ASKED_STOP : this.telling(slot.stands);
    return slots;
  }

  // How much a word says: what its likeliest reading says, or the meaning that it shares with other words.
  telling(stands) {
    const most = Math.max(...[...stands.values()].map(([likely]) => likely));
    const rare = [...stands].filter(([stem, [likely]]) => likely > most - CLOSE && this.rarity.has(stem)).map(([stem]) => this.rarity.get(stem));
    return rare.length ? Math.min(...rare) : UNKNOWN;
  }

  // A letter or two do not say enough, unless they are a name. Nor does what may become a word such as "should".
  saysLittle(begun) {
    if (this.stop.has(begun) || this.whole.has(begun)) return false;
    return begun.length < FEW || (!this.spelling.stems.has(begun) && [...this.stop].some((word) => word.startsWith(begun)));
  }

  // For each place its best name; and for each group of places how much of the query all its names take together.
  find(slots) {
    const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
    const found = new Map();
    for (const n of this.count(slots)) {
      const { place, name, worth, weight } = this.names[n];
      const cover = (this.cover[n] = Math.min(1, this.cover[n] / weight)), share = this.share[n] / asked;
      const score = cover ** 2 * (1 - SHARE + SHARE * share) * worth;
      if (score > (found.get(place)?.score ?? 0)) found.set(place, { score, cover, share, weight, name, used: this.used[n] });
    }
    return { found, taken: this.take(slots, asked) };
  }

  // Counts for each name what the query's words gain it, and returns the numbers of the names that they touch.
  count(slots) {
    const start = this.turn + 1, hit = [];
    slots.forEach(({ stands, weight, stopped }, position) => {
      const turn = ++this.turn;
      for (const [stem, [likely, length]] of stands) {
        const worth = (likely * this.rarity.get(stem)) / length;
        for (const n of this.holding.get(stem) ?? []) {
          if (this.touched[n] < start) {
            this.touched[n] = turn;
            this.cover[n] = this.share[n] = this.used[n] = 0;
            hit.push(n);
          }
          const before = this.slot[n] === turn ? this.best[n] : 0; // a word counts once, for the likeliest of what it stands for
          this.slot[n] = turn;
          if (!stopped) this.used[n] |= 1 << position;
          this.best[n] = Math.max(before, likely);
          if (likely <= before) continue;
          this.cover[n] += worth * (1 - before / likely);
          this.share[n] += (likely - before) * weight;
        }
      }
    });
    return hit;
  }

  take(slots, asked) {
    const taken = new Map();
    for (const { stands, weight } of slots) {
      const best = new Map();
      for (const [stem, [likely]] of stands) {
        for (const n of this.holding.get(stem) ?? []) {
          const { group } = this.names[n], part = likely * this.cover[n] ** 2;
          if (part > (best.get(group) ?? 0)) best.set(group, part);
        }
      }
      for (const [group, part] of best) taken.set(group, (taken.get(group) ?? 0) + (part * weight) / asked);
    }
    return taken;
  }

  // Returns a function that tells whether a plain word of a text is one of those that were asked for.
  marker(slots) {
    const likely = slots.flatMap(({ stopped, stands }) => (stopped ? [] : [...stands].filter(([, [sure]]) => sure > MARKED)));
    const asked = new Set(likely.map(([stem]) => stem));
    return (word) => asked.has(this.spelling.stem(word)) || this.meanings.means(this.spelling.stem(word), asked);
  }
}
