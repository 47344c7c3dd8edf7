// Finds the places of the guide that answer a question. It is no search for words in texts: most people in pain have other words
// than the guide. It has learnt from thousands of questions which words point where (scripts/press/search/learn.py), and adds that up.
// Why not MiniSearch: it ranks by the words that a text has. With the same names of places it changed nothing in the first three results, and
// its 6 kB hold words instead. Of 130 questions that nobody had read, names led 75 % to the right page first, and what was learnt 85 %.
import { Learned } from "./search-learned.js";
import { Question } from "./search-question.js";
import { Spelling } from "./search-spelling.js";
import { split } from "./search-words.js";

const ELSEWHERE = 0.5, SURE = 0.9; // so likely must it be that a question is about something else; when only its unfinished last word says so
const OWN = 0.25; // a word alone that a place of the guide says: how far below 1, and less far when more places say it
// This is enough when no place of the guide is more than a third as likely: "ice hockey".
const PERHAPS = 0.35, CLEAR = 3;
// How much more likely that gets when the guide lacks its words, and less with each further word: a long question is seldom about something else.
const LACKING = 6, ASKED = 0.5, MOST_ASKED = 6;
const HIDDEN = 0.25; // but a warning as likely as this is shown
const DOUBTED = 0.65, CLEARLY = 0.8; // nor is a warning hidden that is named so clearly, unless it is likelier than this that the question is about something else
const ODD = 0.3; // only a doubt is left when the words are strange, but that is less likely than this
const SPELT = 0.6; // and when it is less likely than this, and a word may be a slip: "mesage"
const UNSURE = 0.19, SURER = 1.5; // a line above the results says when that is so likely, unless the first is a warning that is so much likelier
const DOUBTFUL = 0.5, UNKNOWN = 0.5; // nothing is better than a poor guess at a question of which the guide lacks so many words
const LEAST = 0.004, FAR = 0.01; // a result that is less likely, or so much less than the best, is left out
const TEXT = 0.8, SAID = 0.6; // how much its own words count for a place that nobody has learnt of, when it says so much of the question
const PART = 0.1; // how much better a part must fit than its page
const SPARE = 0.05; // a third result that is less likely gives its place to the part of the best page that says most of the question
const SAYS = 0.1, SEEN = 3; // a part must say so much of it; how much more counts what was learnt of it
const STRANGE = 3; // how telling a word is that the guide lacks: most stand between 1 and 5
const MARKED = 0.6; // a word of a text is marked when it is as likely as this
const WARNED = 0.05; // a warning as likely as this is not left below the second place
const BOTH = 0.5; // where two warnings follow a page, and the second is so likely beside it, both come before it
// Nor is one that a word or two name so surely: "warfarin" in "can I ice my knee on warfarin".
const NAMED = 0.36;
const ALONE = 0.6, LONGER = 0.3, USUAL = 0.2; // how sure a single word is that is known by heart as a name; a longer name is surer, one of common words less so

const listed = (words) => (words ? words.split("|") : []);
const columns = (texts) => texts.map((text) => text.split("\n"));

export class Engine {
  constructor(index) {
    const pages = index.pages.map(([url, title, kind]) => ({ url, title, kind }));
    const [page, part, heading, text, label, called] = columns(index.entries);
    this.places = page.map((number, n) => {
      const [kind, says] = index.labels[label[n]];
      return { n, page: pages[number], part: part[n], heading: heading[n] || pages[number].title, text: text[n], kind, label: says, called: listed(called[n]) };
    });
    for (const place of this.places) if (!place.part) place.page.top = place.n;
    const texts = this.places.map(({ text, heading, called }) => split([heading, text, ...called].join(" ")));
    [this.stop, this.wishes] = [index.stop, index.wishes].map((words) => new Set(words.split(" ")));
    this.learned = new Learned(index);
    const always = split(index.outside.map(([, , ...phrases]) => phrases).join(" "));
    this.spelling = new Spelling([...this.learned.words, ...this.wishes, ...always, ...texts.flat()], this.stop, (stem) => this.learned.common(stem));
    [this.outside, this.unsure] = [index.outside, index.unsure];
    this.isLearnt = new Set(index.to.filter((n) => n >= 0).map((n) => this.group(this.places[n])));
    this.said = texts.map((words) => new Set(words.map((word) => this.spelling.stem(word))));
    this.often = new Map(); // a stem -> in how many places it stands
    for (const stem of this.said.flatMap((stems) => [...stems])) this.often.set(stem, (this.often.get(stem) ?? 0) + 1);
  }

  // The places that answer a query, best first; the kind line when it is not about this guide, and whether that stands above them; and which words of a text to mark.
  search(query) {
    const question = new Question(query, this.spelling, this.stop, this.wishes);
    const likely = question.places(this.learned);
    let elsewhere = this.elsewhere(question, likely);
    const unsure = elsewhere?.unsure;
    const results = !elsewhere || unsure ? this.ranked(question, likely) : elsewhere.see < 0 ? [] : [this.result(this.places[elsewhere.see], 1)];
    if (isWarning(results[0]?.place) && results[0].score > SURER * unsure) elsewhere = undefined;
    const urgent = this.outside.find(([, , ...always]) => always.some((phrase) => this.isSaid(phrase.split(" "), question.said)))?.[0]; // somebody may be in despair, or have taken too much
    return { results, outside: urgent ?? elsewhere?.says, isAbove: elsewhere?.isRest ?? true, isFound: this.marker(question), isEnough: question.telling.length > 0 };
  }

  // Tells whether the words of a phrase are asked for, in this order. "Took/swallowed too many" stands for two phrases, "+" for a word that
  // follows at once, and "." for the end.
  isSaid([choice, ...others], asked, at = 0) {
    if (!choice || choice === ".") return !choice || at === asked.length;
    const stems = choice.replace("+", "").split("/").map((word) => this.spelling.stem(word));
    return asked.some((said, n) => (choice[0] === "+" ? n === at : n >= at) && said.some((stem) => stems.includes(stem)) && this.isSaid(others, asked, n + 1));
  }

  // The kind line's row when a question is about something else, or made of words that nobody knows.
  elsewhere(question, likely) {
    const last = this.outside.length - 1;
    const row = (n) => ({ says: this.outside[n]?.[0], see: this.outside[n]?.[1], isRest: n === last });
    const { finished, isOpen } = question;
    if (this.isOurs(question)) return undefined;
    const best = row(-1 - this.learned.to.reduce((best, to, n) => (to < 0 && likely[n] > best[1] ? [to, likely[n]] : best), [-1, -1])[0]);
    const isWarned = (likely) => this.learned.to.some((to, n) => likely[n] > HIDDEN && to !== best.see && isWarning(this.places[to]));
    const strange = this.strange(question), named = this.named(question);
    const sumOf = (likely) => this.learned.to.reduce((sum, to, n) => sum + (to < 0 ? likely[n] : 0), 0);
    const isOdd = (sum, likely) => strange * (sum / (1 - sum)) ** 2 > this.most(likely) && !named;
    const isElsewhere = (likely, least) => {
      const sum = sumOf(likely);
      if (isWarned(likely)) return false;
      if (sum > ODD && !least && isOdd(sum, likely)) return true;
      return sum > (least ?? (sum > CLEAR * this.most(likely) ? PERHAPS : ELSEWHERE)) && (sum > DOUBTED || !(named?.score > CLEARLY));
    };
    const [alone, ...others] = question.words, places = others.length ? 0 : this.often.get(this.spelling.stem(alone?.word ?? ""));
    if (places && !isElsewhere(likely, 1 - OWN / places)) return undefined;
    const isAlone = isOpen && finished.every(({ stopped }) => stopped);
    if (isAlone && (question.isBroken || !isElsewhere(likely, SURE))) return undefined;
    const typed = new Map(question.words.filter(({ word }) => this.spelling.knows(word)).map((one) => [one, this.spelling.stem(one.word)]));
    const all = [question.asked(typed), ...(isOpen && !isAlone ? [question.asked(undefined, finished)] : [])].map((asked) => this.learned.likely(asked)).concat([likely]);
    const sum = Math.min(...all.map(sumOf));
    const isSlip = sum < SPELT && question.telling.some(({ word, doubt }) => doubt < 1 && !this.spelling.knows(word));
    if (!isSlip && all.every((likely) => isElsewhere(likely))) return best;
    const unknown = 1 - question.share((stem) => Number(this.learned.has(stem) || this.often.has(stem)));
    if (unknown > UNKNOWN && Math.max(...likely) < DOUBTFUL && last >= 0) return row(last);
    return this.unsure && !isAlone && (sum > UNSURE || isOdd(sum, likely)) ? { says: this.unsure, isRest: true, unsure: sum } : undefined;
  }

  // How likely the likeliest place of the guide is.
  most(likely) {
    return Math.max(0, ...likely.filter((_, n) => this.learned.to[n] >= 0));
  }

  // How strange a question is, by its words alone: the more of them the guide lacks, and the fewer they are, the stranger.
  strange({ lacking, telling }) {
    return telling.length < 2 && !lacking ? 0 : Math.exp(LACKING * lacking - ASKED * Math.min(telling.length, MOST_ASKED));
  }

  // A page and its parts are one group, shown as the one of them that fits best; each reason, sign, word and belief stands for itself.
  ranked(question, likely) {
    const groups = new Map();
    const take = (place, score) => {
      const key = this.group(place);
      const group = groups.get(key) ?? groups.set(key, { score: 0, best: -1 }).get(key);
      group.score += score;
      const fits = score + this.tells(question, place) - (place.part ? PART : 0);
      if (fits > group.best) Object.assign(group, { best: fits, place });
    };
    this.learned.to.forEach((to, n) => to >= 0 && take(this.places[to], likely[n]));
    for (const place of this.places) {
      const tells = place.kind && this.isLearnt.has(this.group(place)) ? 0 : this.tells(question, place);
      if (tells > SAID) take(place, this.isLearnt.has(this.group(place)) ? 0 : TEXT * tells);
    }
    const found = [...groups.values()].map(({ place, score }) => this.result(place, score)).sort((a, b) => b.score - a.score || a.place.n - b.place.n);
    const least = Math.max(LEAST, FAR * (found[0]?.score ?? 0));
    return this.deeper(bothWarned(this.warned(found.filter(({ score }) => score > least), question)), question, likely);
  }

  // The results, with the part of the best page that says most of the question in the third place, unless something likelier stands there.
  deeper(found, question, likely) {
    const whole = found.slice(0, 2).find(({ place }) => !place.kind)?.place;
    if (!whole || found[2]?.score > SPARE) return found;
    const says = (place) => this.says(question, place) + SEEN * (likely[this.learned.to.indexOf(place.n)] ?? 0);
    const parts = this.places.filter((place) => place.page === whole.page && place.part && !place.kind && place !== whole).map((place) => [says(place), place]);
    const [much, place] = parts.reduce((best, one) => (one[0] > best[0] ? one : best), [SAYS]);
    return place ? [...found.slice(0, 2), { place, score: much, group: place.n }, ...found.slice(2)] : found;
  }

  // How much of the question a place says in its own words, from 0 to 1: a word that few places say is more telling.
  says(question, place) {
    let said = 0, all = 0;
    for (const { stands } of question.telling) {
      const known = [...stands].filter(([stem]) => this.often.has(stem)).map(([stem, likely]) => [stem, likely * Math.log(this.places.length / this.often.get(stem))]);
      said += Math.max(0, ...known.filter(([stem]) => this.said[place.n].has(stem)).map(([, telling]) => telling));
      all += Math.max(0, ...known.map(([, telling]) => telling)) || STRANGE;
    }
    return all && said / all;
  }

  // A warning comes second at the latest: the one that is named, or else the likeliest.
  warned(found, question) {
    const named = this.named(question), warnings = found.slice(0, 2).filter(({ place }) => isWarning(place));
    if (warnings.some(({ group }) => !named || group === named.group)) return found;
    const second = named ?? found.find(({ place, score }) => score > WARNED && isWarning(place));
    return second ? [...found.slice(0, 1), second, ...found.slice(1).filter(({ group }) => group !== second.group)] : found;
  }

  // The warning that a part of the question names: one that is known by heart, or else the likeliest when nothing but that part is asked for.
  named(question) {
    let best = 0, named;
    for (const words of question.names()) {
      const asked = question.asked(undefined, words), stems = [...asked.keys()], known = this.byHeart(question, words);
      const [to, sure] = known === undefined ? this.likeliest(asked) : [known, words.length > 1 ? 1 : ALONE];
      const common = Math.min(...stems.map((stem) => this.learned.common(stem) || Infinity));
      const score = sure * (1 + LONGER * words.filter(({ isWish }) => !isWish).length) * Math.exp(-USUAL * common);
      if (sure > NAMED && score > best) [best, named] = [score, this.result(this.places[this.learned.to[to]], sure)];
    }
    return named;
  }

  // Tells whether a question is surely about this guide: it only says what somebody wants to do, or names a warning by some words and nothing else.
  isOurs(question) {
    const words = question.telling.filter(({ isWish }) => !isWish);
    return !words.length || [words, question.telling].some((words) => this.byHeart(question, words) !== undefined);
  }

  // The warning that words are known by heart to name, as a number in what was learnt, whatever the last of them may become.
  byHeart(question, words) {
    return this.learned.named(words.map(({ word }) => this.spelling.stem(word))) ?? this.learned.named(question.asked(undefined, words).keys());
  }

  // The likeliest warning, and how sure that is: among all places and among the warnings.
  likeliest(asked) {
    let best, most = 0, all = 0;
    this.learned.likely(asked).forEach((likely, n) => {
      if (!isWarning(this.places[this.learned.to[n]])) return;
      all += likely;
      if (likely > most) [best, most] = [n, likely];
    });
    return [best, most / Math.sqrt(all)];
  }

  // How much of the question a place's own words hold, from 0 to 1.
  tells(question, place) {
    return question.share((stem) => Number(this.said[place.n].has(stem))) ** 2;
  }

  group(place) {
    return place.kind ? -place.n : place.page.top;
  }

  result(place, score) {
    return { place, score, group: this.group(place) };
  }

  // Returns a function that tells whether a plain word of a text is one of those that were asked for.
  marker(question) {
    const asked = new Set(question.telling.flatMap(({ stands }) => [...stands].filter(([, likely]) => likely > MARKED).map(([stem]) => stem)));
    return (word) => asked.has(this.spelling.stem(word));
  }
}

// Two warnings that follow a page come before it, unless it is far likelier: who knows which of the two is meant?
function bothWarned(found) {
  const [page, one, other, ...rest] = found;
  const isBoth = [one, other].every((result) => isWarning(result?.place)) && !isWarning(page.place) && other.score > BOTH * page.score;
  return isBoth ? [one, other, page, ...rest] : found;
}

// Tells whether a place is a reason to be careful, or a sign. What lies outside the guide is no place.
function isWarning(place) {
  return Boolean(place?.kind) && ["safety/", "safety/signs/"].includes(place.page.url);
}
