// Answers for the guide on a device whose reader asked to keep it. The network comes first; what is kept answers when there is none.
// `offline.json` names each file of the guide with its version: the first half of its SHA-256, and what stands for its safety words. A file is
// kept under its address and its version, as in `safety/stop/?0123…`. So an old one can stay until the new one is there, unless its safety words differ.
const SHELF = `guide ${registration.scope}`;
const LIST = new URL("offline.json", registration.scope).href;
const NOT_HERE = new URL("about/keep/#missing", registration.scope).href;
const PATIENCE = 8000; // milliseconds until a kept page is better than a wait, and until a page no longer waits for the list
const STALLED = 90_000; // milliseconds until a file that does not come is given up
const AT_ONCE = 6; // files fetched side by side
const DIGEST = 32; // characters of a version that are of the file's SHA-256; the others are of its safety words
let filling;
let fromShelf = false; // whether the last page came from the shelf

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const tell = (answer) => event.ports[0].postMessage(answer);
  event.waitUntil(clear().then(begin).then((bytes) => tell({ bytes })).catch((error) => tell({ error: String(error) })));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(request));
});

// A page is fetched together with the list. What has other safety words now leaves the shelf before the page is shown.
async function page(event) {
  const { request } = event;
  const cleared = caches.has(SHELF).then((has) => has && clear());
  const network = fetch(request.url, { cache: "no-cache", redirect: "manual" });
  event.waitUntil(cleared.then((files) => files && fill(files)).catch(() => {}));
  try {
    const response = await Promise.race([network, late()]);
    if (response.status >= 500) throw new Error(response.status);
    await Promise.race([cleared, late()]).catch(() => doubt(request, response.clone()));
    fromShelf = false;
    return response;
  } catch {
    fromShelf = true;
    return (await kept(request)) ?? network.catch(() => notHere(request.url));
  }
}

// The style, a script or the search's list. A page from the shelf does not wait for them: a network that never answers would leave it blank.
async function part(request) {
  return (fromShelf && (await kept(request))) || fetch(request).catch(() => kept(request));
}

// The page makes the shelf when its button is pressed, and nothing else does: what is still under way when it is removed must not bring it back.
async function shelved() {
  if (!(await caches.has(SHELF))) throw new Error("removed");
  return caches.open(SHELF);
}

function kept(request) {
  return caches.match(request, { cacheName: SHELF, ignoreSearch: true, ignoreVary: true });
}

function newest(url) {
  return fetch(url, { cache: "no-cache", signal: AbortSignal.timeout?.(STALLED) });
}

// Leads to the page itself when only the last "/" was missing or index.html hung on, and else to the page that says why the wanted one is not here.
async function notHere(url) {
  const [, path, after] = url.match(/^([^?#]*)(.*)$/s);
  for (const place of [`${path}/${after}`, path.replace(/index\.html$/, "") + after, NOT_HERE]) if (await kept(place)) return Response.redirect(place);
  return Response.error();
}

// Takes off the shelf what the newest list does not name, or names with other safety words. Gives the newest list.
async function clear() {
  const answer = await newest(LIST);
  if (!answer.ok) throw new Error(answer.status);
  const files = await answer.clone().json();
  const shelf = await shelved();
  for (const { url } of await shelf.keys()) {
    const [path, version] = named(url);
    if (url !== LIST && version.slice(DIGEST) !== files[path]?.slice(DIGEST)) await shelf.delete(url);
  }
  await shelf.put(LIST, answer).catch(() => {}); // there is no room: what is kept is still right
  return files;
}

// Fetches what the shelf lacks. A page joins what is under way, so that nothing is fetched twice; a press begins anew, as its shelf is a new one.
function fill(files) {
  return filling ?? begin(files);
}

function begin(files) {
  const mine = filled(files).finally(() => filling === mine && (filling = undefined));
  return (filling = mine);
}

// Gives the bytes now kept; fails when a file is missing or is not the one on the list.
async function filled(files) {
  const shelf = await shelved();
  const there = new Set((await shelf.keys()).map(({ url }) => url));
  const paths = Object.keys(files).filter((path) => !there.has(address(path, files[path])));
  let wrong;
  const next = async () => {
    for (let path; (path = paths.pop()) !== undefined; ) {
      const answer = await newest(registration.scope + path).catch(() => newest(registration.scope + path)); // a network may blink
      if (answer.ok && (await digest(answer.clone())) === files[path].slice(0, DIGEST)) await replace(shelf, path, files[path], answer);
      else wrong = path;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (wrong !== undefined) throw new Error(wrong);
  const sizes = await Promise.all((await shelf.matchAll()).map(async (answer) => (await answer.arrayBuffer()).byteLength));
  return sizes.reduce((sum, size) => sum + size, 0);
}

// The old file leaves once the new one is there. When there is no room for the new one, the old one stays.
async function replace(shelf, path, version, answer) {
  await shelf.put(address(path, version), answer);
  for (const { url } of await shelf.keys(registration.scope + path, { ignoreSearch: true })) if (named(url)[1] !== version) await shelf.delete(url);
}

// The page came and the list did not. Is the page another than the one kept? Then nothing kept can be trusted until the list comes.
async function doubt(request, response) {
  const shelf = await shelved();
  const [{ url } = {}] = await shelf.keys(request.url.split("#")[0], { ignoreSearch: true });
  if (!response.ok || !url || (await digest(response)) === named(url)[1].slice(0, DIGEST)) return;
  for (const { url } of await shelf.keys()) if (url !== LIST) await shelf.delete(url);
}

// Where a file is kept; and the path and the version of what is kept there.
function address(path, version) {
  return `${registration.scope}${path}?${version}`;
}

function named(url) {
  const [path, version = ""] = url.slice(registration.scope.length).split("?");
  return [path, version];
}

async function digest(answer) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function late() {
  return new Promise((_, give_up) => setTimeout(() => give_up(new Error("late")), PATIENCE));
}
