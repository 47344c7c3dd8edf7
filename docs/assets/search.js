// The search dialog: what is typed, what is found, and the keys. start.js opens it and fetches what it needs.
import { Engine } from "./search-engine.js";
import { split } from "./search-words.js";

const MOST = 8; // results, and those that stood there while the question was shorter
const WAYS = ["glossary/a-z/", "safety/", "safety/signs/"]; // pages that lead on when nothing is found
const root = new URL("..", import.meta.url);
const [dialog, field, status] = ["search", "search-words", "search-status"].map((id) => document.getElementById(id));
const [list, ways] = [named("ol", "search-list", "Results"), named("ul", "search-ways", "Other ways")];
const REST = 700; // milliseconds
const LABELS = { word: "A word explained", belief: "People say" };
const EMPTY = { results: [] }; // when there is no word that the engine could read
let engine, waiting, asking = "", shown = [];

ways.hidden = true;
status.after(list, ways);
dialog.addEventListener("click", follow);
dialog.addEventListener("keydown", walk);
dialog.addEventListener("close", () => asked() !== undefined && history.replaceState(null, "", location.pathname + location.search));
field.addEventListener("input", show);

// Makes the search ready, once, and shows what an address such as `#q=ice` asks for. No server sees what stands after the sign.
export function open(index) {
  if (!engine) {
    engine = new Engine(index);
    ways.append(...WAYS.flatMap((url) => index.pages.filter(([at]) => at === url)).map(way));
  }
  field.value = asked() ?? field.value;
  show();
}

function asked() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? undefined;
}

// Shows what is found. "Ice h" may become "ice hockey" or "ice hurts": while somebody goes on typing, the list stays, and a kind line waits, unless it stands there.
function show() {
  clearTimeout(waiting);
  const query = field.value.trim(), found = split(query).length ? engine?.search(field.value) : EMPTY;
  const isLater = found?.outside && found.outside !== status.textContent && shown.length && asking && query.startsWith(asking);
  if (isLater) waiting = setTimeout(tell, REST, query, found);
  if (found && (found.isAbove || !isLater)) tell(query, isLater ? { ...found, outside: undefined } : found);
}

function tell(query, { results, outside, isAbove, isFound, isEnough }) {
  shown = outside && !isAbove ? results : [...results.slice(0, MOST), ...earlier(query, results)];
  asking = query;
  const items = shown.map((result) => item(result, isFound)), now = Math.min(results.length, MOST), before = shown.length > now;
  if (before) items.splice(now, 0, line("li", ["Earlier results"], "earlier"));
  list.replaceChildren(...items);
  ways.hidden = shown.length > 0 && !outside;
  status.classList.toggle("kind-line", Boolean(outside));
  const count = `${now || "No new"} ${now === 1 ? "result" : "results"}${before ? ". Earlier ones are below." : ""}`;
  const none = isEnough || /\p{L}/u.test(query) ? "Nothing found. This guide is in English." : "Please type a little more.";
  status.textContent = outside ?? (shown.length ? count : query && none);
}

// What was found for the first letters stays further down while somebody goes on typing: it may be what they are after.
function earlier(query, results) {
  if (!asking || !query.startsWith(asking)) return [];
  const rank = new Map(results.map(({ group }, n) => [group, n]));
  const left = shown.filter(({ group }) => !(rank.get(group) < MOST));
  left.sort((a, b) => (rank.get(a.group) ?? Infinity) - (rank.get(b.group) ?? Infinity) || 0);
  return left.map((result) => results[rank.get(result.group)] ?? result);
}

// One link for each result: what it is, its heading, its page, and its own words.
function item({ place }, isFound) {
  const link = document.createElement("a");
  link.href = new URL(place.page.url + (place.part && `#${place.part}`), root);
  const label = place.label || LABELS[place.kind];
  if (label) link.append(line("span", [label], "search-label"));
  link.append(line("b", marked(place.heading, isFound)));
  if (place.part && place.heading !== place.page.title) link.append(line("span", [place.page.title], "search-page"));
  link.append(line("span", marked(place.text, isFound)));
  return line("li", [link], place.kind);
}

function way([url, title]) {
  const link = line("a", [title]);
  link.href = new URL(url, root);
  return line("li", [link]);
}

function named(name, id, label) {
  const element = line(name, []);
  element.id = id;
  element.setAttribute("aria-label", label);
  return element;
}

function line(name, parts, kind = "") {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...parts);
  return element;
}

function marked(text, isFound) {
  return text.split(/([\p{L}\p{N}'’]+)/u).map((piece, n) => (n % 2 && split(piece).some(isFound) ? line("mark", [piece]) : piece));
}

// A result that is followed leaves the question in the address of this page, so that "back" shows the list again.
// Only a result on this very page closes the list: closing forgets the question.
function follow({ target }) {
  if (target.closest("#search a")) history.replaceState(null, "", `#q=${encodeURIComponent(field.value)}`);
  if (target === dialog || target.closest("#search a")?.pathname === location.pathname) dialog.close();
}

function walk(event) {
  const stops = [field, ...dialog.querySelectorAll("#search-list a, #search-ways:not([hidden]) a")];
  const at = stops.indexOf(document.activeElement);
  const next = { ArrowDown: stops[at + 1], ArrowUp: stops[at - 1], Enter: at === 0 ? stops[1] : undefined }[event.key];
  if (!next || at < 0) return;
  event.preventDefault();
  next.focus();
}
