// The only script a page starts with. It fetches the others when a reader asks for them, so that reading costs nothing.
const link = document.getElementById("find");

if (link && window.HTMLDialogElement && link.replaceChildren) {
  const button = document.createElement("button");
  button.id = link.id;
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);

  // The dialog opens at once and says that the search is on its way; search.js shows in it what is found. It is made here, as each page would carry it.
  const make = (name, given, ...inside) => {
    const made = Object.assign(document.createElement(name), given);
    made.append(...inside);
    return made;
  };
  const close = make("button", { id: "search-close", className: "tool" }, "Close");
  const again = make("button", { className: "tool" }, "Try again");
  const field = make("input", { id: "search-words", type: "search", dir: "auto", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  const status = make("output", { id: "search-status" });
  const head = make("div", { className: "search-head" }, make("label", { htmlFor: field.id }, "Search the guide"), close);
  const dialog = make("dialog", { id: "search", className: "search" }, make("div", {}, head, field, status));
  dialog.setAttribute("aria-label", "Search the guide");
  document.querySelector("footer").after(dialog);
  const coming = ["Fetching the search …"];
  const late = ["The search has not arrived. ", again, " or ", make("a", { href: link.href }, "look from A to Z"), "."];

  // The list and the script are asked for together, so that it is ready after one round trip. What has come waits in the browser's store for import().
  const files = ["../search.json", "search.js"];
  const fetched = async (signal) => {
    const [index] = await Promise.all(files.map(async (file) => (await fetch(new URL(file, import.meta.url), { signal })).text()));
    return [JSON.parse(index), await import("./search.js")];
  };
  const PATIENCE = 6000; // milliseconds
  let ready, attempt;
  const search = async () => {
    if (!document.querySelector(":focus")) button.focus({ preventScroll: true });
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    const mine = (ready ??= fetched((attempt = new AbortController()).signal));
    const tell = (words) => mine === ready && status.replaceChildren(...words);
    tell(coming);
    const waiting = setTimeout(tell, PATIENCE, late);
    try {
      const [index, { open }] = await mine;
      open(index);
    } catch {
      tell(late);
      if (mine === ready) ready = undefined; // so that another press tries again
    }
    clearTimeout(waiting);
  };
  again.onclick = () => {
    ready = undefined;
    attempt.abort(); // a connection that hangs would hang for ever
    search();
  };
  button.onclick = search;
  close.onclick = () => dialog.close();
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.(".menu details");
    if (event.key === "Escape") dialog.close(); // or a filled search field would only be emptied
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    try {
      if (localStorage.slash) return; // switched off on the page about accessibility
    } catch {} // storage is forbidden here, so nobody could
    event.preventDefault();
    search();
  });
  const asked = () => (location.hash.startsWith("#q=") ? search() : dialog.close());
  addEventListener("hashchange", asked);
  addEventListener("pageshow", ({ persisted }) => persisted && asked());
  asked();
}

for (const part of document.querySelectorAll("[data-script]")) import(`./${part.dataset.script}.js`);
