// Finds the page behind an address that is old, misspelt, cut off, or mangled on its way through an email.
// The list of addresses is fetched on the 404 page only. What is certain is opened at once; the rest is suggested.
const MOST = 4; // suggestions
const LEAST = 0.55; // likeness, from 0 to 1.1
const PASTED_TWICE = /^.*https?:\/*[^/]+(?=\/[^/])/s;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{Mn}/gu;
const SIGNS_BEFORE = /^[\s/<([{"'“‘«*_]+/;
const SIGNS_AFTER = /[\s/.,:;!?'"“”‘’«»<>()[\]{}*_~|…^`\\=-]+$/;
const ENDING = /(^|\/)index$|((^|\/)index)?\.(html?|md|php|aspx?)$/;

const box = document.querySelector("[data-script=missing]");
if (box) help(new URL(document.documentElement.dataset.root, location.href));

async function help(root) {
  const answer = await fetch(new URL("addresses.json", root));
  const index = answer.ok ? await answer.json() : { pages: {} };
  const asked = tidy(location.pathname, root.pathname);
  const places = suggest(asked.path, index);
  if (!places.length) return;
  const links = places.map(({ old, target, title }) => {
    const link = document.createElement("a");
    link.href = new URL(location.hash && old ? old : target, root); // the old address knows where each part went
    link.search = location.search;
    link.hash ||= location.hash || asked.part;
    link.textContent = title;
    return link;
  });
  box.querySelector(places[0].certain ? "[data-for=certain]" : "[data-for=near]").hidden = false;
  box.querySelector("ul").replaceChildren(...links.map((link) => {
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  box.hidden = false;
  if (places[0].certain && links[0].pathname !== location.pathname) location.replace(links[0].href);
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

  const sure = known.get(path) ?? known.get(path.replace(ENDING, ""));
  if (sure) return [{ ...sure, certain: true }];
  const asked = path.replace(ENDING, "");
  const best = new Map();
  for (const [address, place] of known) {
    const score = likeness(asked, address);
    if (score >= LEAST && score > (best.get(place.target)?.score ?? 0)) best.set(place.target, { ...place, score, certain: false });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.target.length - b.target.length).slice(0, MOST);
}

// How alike two paths are: letter by letter, by their last part, by where one was cut off, and word by word.
// Of two that are alike, the one in the folder that was asked for comes first.
function likeness(asked, known) {
  const [askedLast, knownLast] = [asked, known].map((path) => path.split("/").pop());
  const scores = [similar(asked, known), 0.94 * similar(askedLast, knownLast)];
  if (asked.length > 2 && known.startsWith(asked)) scores.push(0.8 + 0.2 * (asked.length / known.length));
  if (askedLast.length > 2 && knownLast.startsWith(askedLast)) scores.push(0.7 + 0.2 * (askedLast.length / knownLast.length));
  if (known && asked.startsWith(`${known}/`)) scores.push(0.6 + 0.3 * (known.length / asked.length));
  const words = known.split(/[/-]/);
  const found = asked.split(/[/-]/).map((word) => Math.max(...words.map((other) => similar(word, other))));
  scores.push(0.85 * (found.reduce((sum, one) => sum + (one > 0.6 ? one : 0), 0) / Math.max(found.length, words.length)));
  const [askedFolder, knownFolder] = [asked, known].map((path) => path.split("/").slice(0, -1).join("/"));
  return Math.max(...scores) + 0.1 * similar(askedFolder, knownFolder);
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
