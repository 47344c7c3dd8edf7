// Shows the pages that a link names after its # sign, and the safety notes that they need. The rest of the list stays out of sight.
const status = document.querySelector("[data-picked-status]");
const pages = [...document.querySelectorAll("[data-picked]")];
const notes = [...document.querySelectorAll("[data-picked-note]")];

addEventListener("hashchange", show);
show();

function show() {
  const names = namesIn(location.hash.slice(1));
  const found = pages.filter((page) => page.dataset.picked.split(" ").some((name) => names.includes(name)));
  const lost = names.filter((name) => !pages.some((page) => page.dataset.picked.split(" ").includes(name)));
  const all = !found.length;
  const needed = new Set(found.flatMap((page) => page.dataset.notes.split(" ")));
  for (const page of pages) page.hidden = !all && !found.includes(page);
  for (const note of notes) note.hidden = !all && !needed.has(note.dataset.pickedNote);
  for (const box of document.querySelectorAll(".picked .note")) box.hidden = !box.querySelector("li:not([hidden])");
  status.textContent = [
    lost.length && (all ? "The pages of your link are no longer here." : "Some pages of your link are no longer here. These are."),
    all && "Here is every page.",
  ].filter(Boolean).join(" ");
}

// The names that stand in a link, also when a mail program wrote its commas another way, took the full stop after it along, or hung something onto it.
function namesIn(part) {
  let written = part;
  try {
    written = decodeURIComponent(part);
  } catch {} // a % sign that stands for itself
  return written.split(/[\s,;&?]+/).map((name) => name.replace(/[.!:'"<>()[\]]/g, "")).filter((name) => name && !name.includes("="));
}
