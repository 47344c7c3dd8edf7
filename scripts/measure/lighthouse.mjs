// Prints what Lighthouse says of a page as JSON: the median of several runs, as a phone on a slow network would have it.
// node lighthouse.mjs ADDRESS RUNS CHROMIUM
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [address, runs, chromePath] = process.argv.slice(2);
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
const TIMES = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time", cls: "cumulative-layout-shift", bytes: "total-byte-weight" };

const found = [];
for (let run = 0; run < Number(runs); run += 1) {
  const chrome = await launch({ chromePath, logLevel: "silent", chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "silent", formFactor: "mobile", throttlingMethod: "simulate" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(100 * score)]);
    const times = Object.entries(TIMES).map(([name, audit]) => [name, lhr.audits[audit].numericValue]);
    const faults = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id);
    found.push({ ...Object.fromEntries([...scores, ...times]), faults });
  } finally {
    await chrome.kill();
  }
}

const numbers = Object.keys(found[0]).filter((name) => name !== "faults");
const median = (name) => found.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(found.length / 2)];
console.log(JSON.stringify({ ...Object.fromEntries(numbers.map((name) => [name, median(name)])), faults: [...new Set(found.flatMap((run) => run.faults))] }));
