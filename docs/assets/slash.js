// Switches the / key off when its button is pressed, and on again at a second press. Only while it is off, one word of ours is stored.
const box = document.querySelector("[data-script=slash]");
const [needs, button] = box.children;
const status = box.nextElementSibling;
const isOff = () => Boolean(localStorage.slash);

try {
  show();
  needs.classList.add("away");
  button.classList.remove("away");
  button.addEventListener("click", press);
  addEventListener("storage", show); // another tab may have switched it
} catch {
  needs.textContent = "Your browser lets this guide store nothing.";
}

function show() {
  button.setAttribute("aria-pressed", isOff());
}

function press() {
  try {
    if (isOff()) localStorage.removeItem("slash");
    else localStorage.slash = "off";
    status.textContent = isOff() ? "The / key is off. Your browser stores that until you press again." : "The / key opens the search again. Nothing is stored for it.";
  } catch {
    status.textContent = "That did not work. Your browser lets this guide store nothing.";
  }
  show();
}
