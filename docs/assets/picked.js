// Shows the pages that a link names after its # sign, and the safety notes that they need. The rest of the list stays out of sight.
const status = document.querySelector("[data-picked-status]");
const pages = [...document.querySelectorAll("[data-picked]")];
const notes = [...document.querySelectorAll("[data-picked-note]")];

addEventListener("hashchange", show);
show();

function show() {
  const names = location.hash.slice(1).split(",").filter(Boolean);
  const found = pages.filter((page) => page.dataset.picked.split(" ").some((name) => names.includes(name)));
  const lost = names.filter((name) => !pages.some((page) => page.dataset.picked.split(" ").includes(name)));
  const all = !found.length;
  const needed = new Set(found.flatMap((page) => page.dataset.notes.split(" ")));
  for (const page of pages) page.hidden = !all && !found.includes(page);
  for (const note of notes) note.hidden = !all && !needed.has(note.dataset.pickedNote);
  for (const box of document.querySelectorAll(".picked .note")) box.hidden = !box.querySelector("li:not([hidden])");
  status.textContent = all ? "Here is every page." : lost.length ? "Some pages of your link are no longer here. These are." : "";
}
