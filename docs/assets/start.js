// The only script a page starts with. It fetches the others when a reader asks for them, so that reading costs nothing.
const link = document.getElementById("find");

if (link && window.HTMLDialogElement) {
  const button = document.createElement("button");
  button.id = link.id;
  button.className = link.className;
  button.setAttribute("aria-label", "Search");
  button.append(...link.childNodes);
  link.replaceWith(button);

  // The dialog opens at once. All that it needs is asked for together, so that it is ready after one round trip.
  const dialog = document.getElementById("search");
  const [close, field, status, lost] = dialog.querySelectorAll("button, input, p");
  const parts = ["search", "search-engine", "search-learned", "search-packed", "search-question", "search-spelling", "search-words"];
  let ready;
  const search = async () => {
    if (!document.querySelector(":focus")) button.focus({ preventScroll: true });
    if (!dialog.open) dialog.showModal();
    field.select();
    ready ??= Promise.all([fetch(new URL("../search.json", import.meta.url)).then((answer) => answer.json()), ...parts.map((part) => import(`./${part}.js`))]);
    lost.hidden = !(status.hidden = false);
    await ready.then(([index, { open }]) => open(index), () => {
      lost.hidden = !(status.hidden = true);
      ready = undefined; // so that another press tries again
    });
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
