// Finds the places of the guide that answer a question: by what people call them, and by the words that stand there.
import { Names } from "./search-names.js";
import { warningsFirst } from "./search-order.js";
import { Outside } from "./search-outside.js";
import { ages, split } from "./search-words.js";

const BROAD = 0.21; // how much all names of a page count beside its best one
const TEXT = 0.4, PAGE = 0.42; // and what the words of a text add, and for a part the name of its page
const PRIOR = { word: 0.8, belief: 0.8, service: 0.9, reference: 0.85 }, PART = 0.97;
const DOUBT = { score: 0.5, unknown: 0.4 }; // nothing is better than a poor guess at a question of which the guide lacks so many words
const LEAST = 0.1, SURE = 0.8; // the least score, and that for a question without a telling word: "who are you"
const FAR = 0.15; // a result that is so much worse than the best is left out
const MOST_WORDS = 24;
const LATER = 0.03; // what a name loses for each place that it leads to before
const list = (words) => (words ? words.split("|") : []);
const columns = (texts) => texts.map((text) => text.split("\n"));

export class Engine {
  constructor(index) {
    const pages = index.pages.map(([url, title, kind]) => ({ url, title, kind }));
    const [page, part, heading, text, label, called] = columns(index.entries);
    this.places = page.map((number, n) => {
      const [kind, says] = index.labels[label[n]];
      return { n, page: pages[number], part: part[n], heading: heading[n] || pages[number].title, text: text[n], kind, label: says, called: list(called[n]) };
    });
    for (const place of this.places) if (!place.part) place.page.top = place.n;
    const texts = this.places.map(({ text, heading }) => split(`${heading} ${text}`));
    const outside = index.outside.map(([words, unless, alone, ...rest]) => [list(words), list(unless), list(alone), ...rest]);
    const others = [...new Set(texts.flat()), ...outside.flatMap(([words, unless, alone]) => [...words, ...unless, ...alone]).join(" ").split(" ")];
    const [same, also] = columns(index.same).map((column) => column.map(list));
    this.names = new Names(this.named(index), same.map((words, n) => [words, also[n]]), others, index.stop.split(" "), (n) => this.group(n));
    this.outside = new Outside(outside, this.names);
    this.said = new Map(); // a stem -> the places whose heading and first words hold it
    texts.forEach((words, n) => {
      for (const stem of new Set(words.map((word) => this.names.spelling.stem(word)))) this.said.set(stem, [...(this.said.get(stem) ?? []), n]);
    });
  }

  // [place, name, worth] for headings, the guide's own names, and what people call it.
  named({ lay }) {
    const named = this.places.flatMap(({ n, heading, called }) => [split(heading).join(" "), ...called].map((name) => [n, name]));
    const [leads, called] = columns(lay);
    leads.forEach((places, row) => {
      const led = places ? places.split(" ").map(Number) : [];
      for (const name of list(called[row])) led.forEach((n, before) => named.push([n, name, 1 - LATER * before]));
    });
    return named;
  }

  // The places that answer a query, best first; the kind line when it is not about this guide; and which words of a text to mark.
  search(query) {
    const unfinished = /[\p{L}\p{N}]$/u.test(query);
    const slots = this.names.read(split(ages(query)).slice(0, MOST_WORDS), unfinished);
    const { found, taken } = this.names.find(slots);
    const told = this.told(slots);
    const isEnough = slots.some(({ stopped }) => !stopped);
    const score = (n) => this.score(this.places[n], found.get(n), taken.get(this.group(n)), told.get(n) ?? 0, found);
    const least = isEnough ? LEAST : SURE;
    const all = [...new Set([...found.keys(), ...told.keys()])].map(score);
    const best = Math.max(...all.map((result) => result.score));
    const scored = all.filter((result) => result.score > Math.max(least, FAR * best));
    const isStrange = best < DOUBT.score && this.names.unknown(slots) > DOUBT.unknown;
    const outside = this.outside.row(slots, scored, unfinished) ?? (isEnough && (isStrange || !scored.length) ? this.outside.rest : undefined);
    const results = !outside ? warningsFirst(this.bestOfGroups(scored)) : outside.see < 0 ? [] : [score(outside.see)];
    return { results, outside: outside?.says, isUnknown: Boolean(outside) && outside === this.outside.rest, isFound: this.names.marker(slots), isEnough };
  }

  // How much of the query each place's own words take, from 0 to 1.
  told(slots) {
    const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
    const told = new Map();
    for (const { stopped, stands, weight } of slots) {
      const best = new Map();
      for (const [stem, [likely]] of stopped ? [] : stands) {
        for (const n of this.said.get(stem) ?? []) best.set(n, Math.max(likely, best.get(n) ?? 0));
      }
      for (const [n, likely] of best) told.set(n, (told.get(n) ?? 0) + (weight * likely) / asked);
    }
    return told;
  }

  // `own` is the best name of a place, `taken` how much its group takes of the query, `text` how much its own words take.
  score(place, own = { score: 0, cover: 0, share: 0, weight: 0, name: "" }, taken = 0, text = 0, found) {
    const base = (1 - BROAD) * own.score + BROAD * taken ** 2;
    const lift = place.part && !place.kind ? PAGE * (found.get(place.page.top)?.score ?? 0) * Math.min(1, base + text ** 2) : 0;
    const prior = (PRIOR[place.kind] ?? PRIOR[place.page.kind] ?? 1) * (place.part ? PART : 1);
    return { ...own, place, group: this.group(place.n), base, score: (base + (1 - base) * (TEXT * text ** 2 + lift)) * prior };
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
