// Keeps the guide on this device when its reader presses the button, and removes it at a second press. Until then nothing is stored.
const PATIENCE = 300_000; // milliseconds after which no answer is an answer
const LATER = 2000; // milliseconds until we look again whether the rest has come
const PART = "Not all of the guide is on this phone yet. The rest comes when you open a page with a network.";
const root = new URL("..", import.meta.url);
const shelf = `guide ${root.href}`;
const needs = document.getElementById("keep-needs");
const button = document.getElementById("keep-button");
const status = document.getElementById("keep-status");
let kept; // what the button says, and so what a press does
let looks = 0;

if (navigator.serviceWorker && window.caches) {
  try {
    await look();
    needs.classList.add("away");
    button.classList.remove("away");
    button.addEventListener("click", press);
    document.addEventListener("visibilitychange", () => look()); // another tab may have kept or removed it
  } catch {
    needs.textContent = "Your browser lets this guide store nothing. Take the guide as one file instead.";
  }
}

// The guide's own worker, when the button was pressed before.
async function worker() {
  const found = await navigator.serviceWorker.getRegistration(root);
  return found?.scope === root.href ? found : undefined;
}

// Says what a press would do now, and whether something is still missing. What was seen before a press, or before a newer look, says nothing.
// `done` is what a press has done: it is said only with what the next press would do, or a quick one would do the same again.
async function look(done) {
  const mine = ++looks;
  const isHere = Boolean((await worker()) && (await caches.has(shelf)));
  const isPart = isHere && !(await isWhole());
  if (!done && (mine !== looks || button.disabled)) return;
  kept = isHere;
  button.disabled = false;
  status.textContent = done ?? status.textContent;
  button.textContent = kept ? "Remove this guide from my phone" : "Keep this guide on my phone";
  if (isPart || status.textContent === PART) status.textContent = isPart ? PART : "";
  if (isPart) setTimeout(look, LATER);
}

// Whether each file that the list names is on the shelf, as the list names it.
async function isWhole() {
  const list = await caches.match(new URL("offline.json", root), { cacheName: shelf });
  if (!list) return false;
  const there = await caches.open(shelf);
  const urls = new Set((await there.keys()).map(({ url }) => url));
  return Object.entries(await list.json()).every(([path, version]) => urls.has(`${root.href}${path}?${version}`));
}

async function press() {
  button.disabled = true;
  status.textContent = kept ? "Removing the guide …" : "Fetching the guide. Please wait …";
  let done;
  try {
    done = kept ? await remove() : await keep();
  } catch {
    const isAway = await remove().then(() => true, () => false);
    done = isAway ? "That did not work. Nothing was kept. Please try again where the network is better." : "That did not work. Please try again.";
  }
  await look(done);
  button.focus();
}

// The shelf comes first: should the reader leave before the worker hears of the press, the next page they open still fills it.
async function keep() {
  await caches.open(shelf);
  const made = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const bytes = await new Promise((done, failed) => {
    port1.onmessage = ({ data }) => (data.bytes ? done(data.bytes) : failed(data));
    setTimeout(failed, PATIENCE);
    (made.active ?? active).postMessage("keep", [port2]);
  });
  return `The guide is on this phone now (${(bytes / 1e6).toFixed(1)} MB). You can read it and search it without a network.`;
}

async function remove() {
  await (await worker())?.unregister();
  await caches.delete(shelf);
  return "The guide is no longer on this phone.";
}
