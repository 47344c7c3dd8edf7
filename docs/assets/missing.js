// Finds the page behind an address that is old, misspelt, cut off, or mangled on its way through an email.
// The list of addresses is fetched on the 404 page only. What is certain is opened at once; the rest is suggested.
const MOST = 4; // suggestions
const LEAST = 0.55; // likeness, from 0 to 1.1
const PASTED_TWICE = /^.*https?:\/*[^/]+(?=\/[^/])/s;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{Mn}/gu;
const SIGNS_BEFORE = /^[\s/<([{"'“‘«*_-]+/;
const SIGNS_AFTER = /[\s/.,:;!?'"“”‘’«»<>()[\]{}*_~|…^`\\=-]+$/;
const ENDING = /(^|\/)index$|((^|\/)(index|default))?\.(s?html?|md|php|aspx?|jsp)$/;
const ANY_ENDING = /\.[a-z0-9]{2,5}$/;
const SAID_AGAIN = /^(.+?)(\/\1)+$/;

const box = document.querySelector("[data-script=missing]");
if (box) help(new URL("..", import.meta.url));

async function help(root) {
  const answer = await fetch(new URL("addresses.json", root));
  const index = answer.ok ? await answer.json() : { pages: {} };
  const places = ways(location, root, index);
  if (!places.length) return;
  box.querySelector(places[0].certain ? "[data-for=certain]" : "[data-for=near]").hidden = false;
  const list = box.querySelector("ul");
  list.replaceChildren(...places.map(({ link, title }) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: link, textContent: title }));
    return item;
  }));
  const room = box.parentElement;
  const held = room.offsetHeight;
  room.querySelector("[data-for=none]").classList.add("away");
  box.hidden = false;
  while (room.offsetHeight > held && list.children.length > 1) list.lastChild.remove(); // a reader may be about to tap what is below
  if (places[0].certain && places[0].link.pathname !== location.pathname) location.replace(places[0].link);
}

// Returns where a lost reader may want to go, the best first: { link, title, certain }. What was asked for after the path goes along.
export function ways({ pathname, search, hash }, root, index) {
  const asked = tidy(pathname, root.pathname);
  return suggest(asked.path, index).map(({ old, target, title, certain }) => {
    const link = new URL(hash && old ? old : target, root); // the old address knows where each part went
    link.search = search;
    link.hash ||= hash || asked.part;
    return { link, title, certain };
  });
}

// Returns the path within the guide, without what mail programs, sentences and other systems put around it.
export function tidy(pathname, base) {
  let path = decoded(pathname).normalize("NFKD").replace(UNSEEN, "").replace(/\\/g, "/").toLowerCase();
  path = path.replace(PASTED_TWICE, "").replace(/https?:.*$/s, "");
  const [, before, part] = path.match(/^([^?#&;]*)(?:[^#]*)(#[a-z0-9-]*)?/);
  path = before.replace(/\/+/g, "/");
  while (base !== "/" && `${path}/`.startsWith(base.toLowerCase())) path = path.slice(base.length - 1);
  path = path.replace(SIGNS_BEFORE, "").replace(SIGNS_AFTER, "");
  path = path.replace(/\s*([-/.])\s*/g, "$1").replace(/[\s_+‐-―]+/g, "-").replace(/-{2,}/g, "-").replace(/-?\/-?/g, "/");
  return { path, part: part ?? "" };
}

// Returns the likeliest places, the best first: { target, title, certain, old }, `old` for an address that has moved.
export function suggest(path, { pages, moved = {}, withdrawn = {} }) {
  const known = new Map();
  for (const [url, [title, ...files]] of Object.entries(pages)) {
    known.set(bare(url), { target: url || "./", title });
    for (const file of files) known.set(url + file, { target: url + file, title: `${title} (${file})` });
  }
  for (const [old, target] of Object.entries(moved)) {
    known.set(bare(old), { old, target, title: known.get(bare(target.replace(/#.*/, "")))?.title ?? target });
  }
  for (const old of Object.keys(withdrawn)) known.set(bare(old), { target: old.endsWith("/") ? old : `${old}/`, title: box?.dataset.withdrawn ?? old });

  const sure = known.get(path) ?? known.get(path.replace(ENDING, "")) ?? known.get(path.replace(ANY_ENDING, ""));
  if (sure) return [{ ...sure, certain: true }];
  const asked = path.replace(ENDING, "").replace(SAID_AGAIN, "$1");
  const best = new Map();
  for (const [address, place] of known) {
    const score = likeness(asked, address);
    if (score >= LEAST && score > (best.get(place.target)?.score ?? 0)) best.set(place.target, { ...place, score, certain: false });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.target.length - b.target.length).slice(0, MOST);
}

// How alike two paths are: letter by letter, by their last part, by where one was cut off, and word by word.
// Of two that are alike, the one in the folder that was asked for comes first. A file is only meant when its name is.
function likeness(asked, known) {
  const [askedFolder, askedLast] = parted(asked);
  const [knownFolder, knownLast] = parted(known);
  const last = similar(askedLast, knownLast);
  if (knownLast.includes(".") && last < 0.6 && askedLast !== knownLast.replace(ANY_ENDING, "")) return 0;
  const [letters, above] = [asked, askedFolder].map((path) => similar(path.replace(/[/-]/g, ""), known.replace(/[/-]/g, "")));
  const scores = [Math.min(similar(asked, known), 0.3 + 0.7 * last), 0.94 * last, letters > 0.8 ? 0.96 * letters : 0, known && above > 0.8 ? 0.79 * above : 0, ...wordByWord(asked, known)];
  if (asked.length > 1 && known.startsWith(asked)) scores.push(0.8 + 0.2 * (asked.length / known.length));
  const share = askedLast.length / knownLast.length;
  if (askedLast.length > 1 && share < 1 && `-${knownLast}-`.includes(`-${askedLast}-`)) scores.push(0.78 + 0.2 * share);
  else if (askedLast.length > 2 && (knownLast.startsWith(askedLast) || knownLast.endsWith(askedLast))) scores.push(0.7 + 0.2 * share);
  return Math.max(...scores) + 0.1 * similar(askedFolder, knownFolder);
}

// The share of words that two paths have in common, in any order; and how much of the one that was asked for is the other, if all of that is in it.
function wordByWord(asked, known) {
  const [some, others] = [asked, known].map((path) => path.split(/[/-]/));
  const nearest = (words, all) => words.map((word) => Math.max(...all.map((other) => similar(word, other))));
  const [there, back] = [nearest(some, others), nearest(others, some)];
  const sum = (found) => found.reduce((all, one) => all + (one > 0.6 ? one : 0), 0) / Math.max(some.length, others.length);
  const common = Math.min(sum(there), sum(back));
  return [common === 1 ? 0.97 : 0.85 * common, known && Math.min(...back) === 1 ? 0.7 + 0.2 * (others.length / some.length) : 0];
}

function parted(path) {
  const at = path.lastIndexOf("/");
  return [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
}

// 1 for the same word, 0 for nothing in common: letters left out, added, changed or swapped count as one slip each.
function similar(a, b) {
  if (a === b) return 1;
  let [before, row] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return 1 - row[b.length] / Math.max(a.length, b.length);
}

function bare(url) {
  return url.replace(/\/$/, "");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
