// Finds the places of the guide that answer a question: by what people call them, and by the words that stand there.
import MiniSearch from "./vendor/minisearch.min.js";
import { Names } from "./search-names.js";
import { warningsFirst } from "./search-order.js";
import { Outside } from "./search-outside.js";
import { ages, split } from "./search-words.js";

const BROAD = 0.25; // how much all names of a page count beside its best one
const TEXT = 0.35, PAGE = 0.3; // and what the words of a text add, and for a part the name of its page
const PRIOR = { word: 0.8, belief: 0.8, service: 0.9, reference: 0.85 }, PART = 0.97;
const LEAST = 0.08, SURE = 0.8; // the least score, and that for a question without a telling word: "who are you"
const FAR = 0.15; // a result that is so much worse than the best is left out
const MOST_WORDS = 24, MOST_TERMS = 30;
const LATER = 0.03; // what a name loses for each place that it leads to before
const list = (words) => (words ? words.split("|") : []);

export class Engine {
  constructor(index) {
    const pages = index.pages.map(([url, title, kind]) => ({ url, title, kind }));
    this.places = index.entries.map(([page, part, heading, text, label], n) => {
      const [kind, says] = index.labels[label];
      return { n, page: pages[page], part, heading: heading || pages[page].title, text, kind, label: says };
    });
    for (const place of this.places) if (!place.part) place.page.top = place.n;
    const texts = this.places.map(({ text, heading }, n) => [text, heading, heading, index.entries[n][6]].flatMap(split)); // a heading counts twice
    const outside = index.outside.map(([words, unless, alone, ...rest]) => [list(words), list(unless), list(alone), ...rest]);
    const others = [...new Set(texts.flat()), ...outside.flatMap(([words, unless, alone]) => [...words, ...unless, ...alone]).join(" ").split(" ")];
    this.names = new Names(this.named(index), index.same.map(list), others, index.stop.split(" "), (n) => this.group(n));
    this.outside = new Outside(outside, this.names.spelling);
    this.texts = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" "), processTerm: (term) => term });
    this.texts.addAll(texts.map((words, id) => ({ id, text: words.map((word) => this.names.spelling.stem(word)).join(" ") })));
  }

  // [place, name, worth] for headings, the guide's own names, and what people call it.
  named({ entries, lay }) {
    const named = entries.flatMap(([, , , , , names], n) => [split(this.places[n].heading).join(" "), ...list(names)].map((name) => [n, name]));
    for (const [places, names] of lay) named.push(...list(names).flatMap((name) => places.map((n, before) => [n, name, 1 - LATER * before])));
    return named;
  }

  // The places that answer a query, best first; the kind line when it is not about this guide; and which words of a text to mark.
  search(query) {
    const slots = this.names.read(split(ages(query)).slice(0, MOST_WORDS), /[\p{L}\p{N}]$/u.test(query));
    const { found, taken } = this.names.find(slots);
    const told = this.told(slots);
    const score = (n) => this.score(this.places[n], found.get(n), taken.get(this.group(n)), told.get(n) ?? 0, found);
    const least = slots.some(({ stopped }) => !stopped) ? LEAST : SURE;
    const all = [...new Set([...found.keys(), ...told.keys()])].map(score);
    const best = Math.max(...all.map((result) => result.score));
    const scored = all.filter((result) => result.score > Math.max(least, FAR * best));
    const outside = this.outside.row(slots, scored);
    const results = !outside ? warningsFirst(this.bestOfGroups(scored)) : outside.see < 0 ? [] : [score(outside.see)];
    return { results, outside: outside?.says, isFound: this.names.marker(slots), isEnough: slots.some(({ stopped }) => !stopped) };
  }

  // How well the words of each text fit, from 0 to 1.
  told(slots) {
    const terms = new Map();
    for (const { stopped, stands } of slots) {
      for (const [stem, [likely]] of stopped ? [] : stands) if (stem[0] !== "#") terms.set(stem, Math.max(likely, terms.get(stem) ?? 0));
    }
    const likely = [...terms].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
    const found = this.texts.search(likely.map(([stem]) => stem).join(" "), { boostTerm: (stem, n) => likely[n]?.[1] ** 2 });
    const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
    return new Map(found.map(({ id, score, terms: hit }) => {
      const share = slots.reduce((sum, { weight, stands }) => sum + weight * Math.max(0, ...hit.map((stem) => stands.get(stem)?.[0] ?? 0)), 0) / asked;
      return [id, (score / found[0].score) * share ** 2];
    }));
  }

  // `own` is the best name of a place, `taken` how much its group takes of the query, `text` how well its words fit.
  score(place, own = { score: 0, cover: 0, share: 0, weight: 0, name: "" }, taken = 0, text = 0, found) {
    const base = (1 - BROAD) * own.score + BROAD * taken ** 2;
    const lift = place.part && !place.kind ? PAGE * (found.get(place.page.top)?.score ?? 0) * Math.min(1, base + text) : 0;
    const prior = (PRIOR[place.kind] ?? PRIOR[place.page.kind] ?? 1) * (place.part ? PART : 1);
    return { ...own, place, group: this.group(place.n), base, score: (base + (1 - base) * (TEXT * text + lift)) * prior };
  }

  // A page and its parts are one group; each reason, sign, word and belief stands for itself.
  group(n) {
    const place = this.places[n];
    return place.kind ? -n : place.page.top;
  }

  bestOfGroups(scored) {
    const seen = new Set();
    return scored.sort((a, b) => b.score - a.score || a.place.n - b.place.n).filter(({ group }) => !seen.has(group) && seen.add(group));
  }
}
