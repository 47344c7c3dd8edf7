// Search. start.js fetches this file when somebody first opens it; the engine and the index follow.
const root = new URL(document.documentElement.dataset.root || "./", location.href);
const dialog = document.getElementById("search");
const field = document.getElementById("search-words");
const status = document.getElementById("search-status");
const list = document.getElementById("search-list");
const none = document.getElementById("search-none");
const MOST = 12;
let loading, engine;

document.getElementById("search-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
dialog.addEventListener("keydown", walk);
field.addEventListener("input", show);

export function open() {
  dialog.showModal();
  field.select();
  loading ??= load().then(show, () => {
    loading = null;
    status.textContent = "Search could not be loaded.";
    none.hidden = false;
  });
}

async function load() {
  const [{ default: MiniSearch }, answer] = await Promise.all([
    import("./vendor/minisearch.min.js"),
    fetch(new URL("search.json", root)),
  ]);
  if (!answer.ok) throw new Error(answer.statusText);
  const made = new MiniSearch({
    fields: ["title", "heading", "aliases", "text"],
    storeFields: ["url", "title", "heading", "text", "kind"],
    searchOptions: {
      boost: { title: 4, heading: 4, aliases: 3 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boostDocument: (id, term, stored) => (stored?.kind === "safety" ? 1.5 : 1),
    },
  });
  made.addAll((await answer.json()).documents);
  engine = made;
}

function show() {
  if (!engine) return;
  const words = field.value.trim();
  let found = words ? engine.search(words, { combineWith: "AND" }) : [];
  if (words && !found.length) found = engine.search(words);
  list.replaceChildren(...found.slice(0, MOST).map(entry));
  none.hidden = !words || found.length > 0;
  const count = Math.min(found.length, MOST);
  status.textContent = !words ? "" : !count ? `Nothing found for “${words}”.` : count === 1 ? "1 result" : `${count} results`;
}

function entry(result) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(result.url, root);
  link.append(
    line("b", [result.heading || result.title]),
    line("span", [result.heading && result.heading !== result.title ? result.title : ""]),
    line("span", marked(result.text, result.terms)),
  );
  item.append(link);
  return item;
}

function line(name, parts) {
  const element = document.createElement(name);
  element.append(...parts);
  return element;
}

// The words around the first find, with each find marked.
function marked(text, terms) {
  const find = new RegExp(`\\b(${terms.map((t) => t.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})`, "giu");
  const at = Math.max(text.search(find), 0);
  const from = at < 60 ? 0 : text.indexOf(" ", at - 50) + 1;
  const part = text.slice(from, from + 170).replace(/\s\S*$/, (end) => (from + 170 < text.length ? " …" : end));
  const pieces = part.split(find).map((piece, n) => (n % 2 ? line("mark", [piece]) : piece));
  return from ? ["… ", ...pieces] : pieces;
}

function walk(event) {
  if (event.key === "Escape") dialog.close(); // or a filled search field would only be emptied
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [field, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
