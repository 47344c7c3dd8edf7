// Keeps the guide on this device when its reader presses the button, and removes it at a second press. Until then nothing is stored.
const root = new URL(document.documentElement.dataset.root, location.href);
const shelf = `guide ${root.href}`;
const button = document.getElementById("keep-button");
const status = document.getElementById("keep-status");

if (navigator.serviceWorker && window.caches) {
  document.getElementById("keep-needs").classList.add("away");
  button.classList.remove("away");
  button.addEventListener("click", press);
  label(await worker());
}

// The guide's own worker, when the button was pressed before.
async function worker() {
  const found = await navigator.serviceWorker.getRegistration(root);
  return found?.scope === root.href ? found : undefined;
}

function label(kept) {
  button.textContent = kept ? "Remove this guide from my phone" : "Keep this guide on my phone";
}

async function press() {
  button.disabled = true;
  const kept = await worker();
  status.textContent = kept ? "Removing the guide …" : "Fetching the guide. Please wait …";
  try {
    status.textContent = kept ? await remove(kept) : await keep();
  } catch {
    await remove(await worker());
    status.textContent = "That did not work. Nothing was kept. Please try again where the network is better.";
  }
  label(await worker());
  button.disabled = false;
  button.focus();
}

async function keep() {
  const made = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const bytes = await new Promise((done, failed) => {
    port1.onmessage = ({ data }) => (data.bytes ? done(data.bytes) : failed(data));
    (made.active ?? active).postMessage("keep", [port2]);
  });
  return `The guide is on this phone now (${(bytes / 1e6).toFixed(1)} MB). You can read it and search it without a network.`;
}

async function remove(kept) {
  await kept?.unregister();
  await caches.delete(shelf);
  return "The guide is no longer on this phone.";
}
