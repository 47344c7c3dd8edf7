// The only script a page starts with. It fetches the others when a reader asks for them, so that reading costs nothing.
const link = document.getElementById("find");

if (link && window.HTMLDialogElement) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = link.id;
  button.className = link.className;
  button.setAttribute("aria-label", "Search");
  button.append(...link.childNodes);
  link.replaceWith(button);

  const search = () => import("./search.js").then((script) => script.open(), () => location.assign(link.href));
  button.addEventListener("click", search);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    search();
  });
  if (location.hash.startsWith("#q=")) search();
}

for (const part of document.querySelectorAll("[data-script]")) import(`./${part.dataset.script}.js`);
