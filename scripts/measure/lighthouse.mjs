// Prints what Lighthouse says of pages as JSON, a list: for each the median of several runs, as a phone on a slow network would have it.
// The pages take turns, so that what else this computer does falls on all of them.
// node lighthouse.mjs RUNS CHROMIUM ADDRESS ...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [runs, chromePath, ...addresses] = process.argv.slice(2);
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--ignore-certificate-errors"]; // front.mjs signs its own
const TIMES = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time", cls: "cumulative-layout-shift", bytes: "total-byte-weight" };

const found = addresses.map(() => []);
for (let run = 0; run < Number(runs); run += 1) for (const [n, address] of addresses.entries()) found[n].push(await look(address));
console.log(JSON.stringify(found.map(middle)));

async function look(address) {
  const chrome = await launch({ chromePath, logLevel: "silent", chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "silent", formFactor: "mobile", throttlingMethod: "simulate" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(100 * score)]);
    const times = Object.entries(TIMES).map(([name, audit]) => [name, lhr.audits[audit].numericValue]);
    const faults = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id);
    return { ...Object.fromEntries([...scores, ...times]), faults };
  } finally {
    await chrome.kill();
  }
}

function middle(looks) {
  const numbers = Object.keys(looks[0]).filter((name) => name !== "faults");
  const median = (name) => looks.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(looks.length / 2)];
  return { ...Object.fromEntries(numbers.map((name) => [name, median(name)])), faults: [...new Set(looks.flatMap((one) => one.faults))] };
}
