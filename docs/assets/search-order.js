// What warns comes first: a reason or a sign that the query names stands among the first two results.

const GRAVITY = { "emergency-now": 4, "same-day": 3, "do-not": 3, "this-week": 2, "ask-first": 2, "take-care": 2 };
const SIGNS = new Set(["emergency-now", "same-day", "this-week"]);
const NAMED = 0.8; // so much of a name must be asked for
const LOOSELY = { cover: 0.65, share: 0.6 }; // or so much of it, when that is so much of the query
const TELLING = 3.5; // the weight of a name that says something: "cold" alone does not
const STRONG = 0.6; // the second warning is at least so good, next to the first
const OTHER = 0.3; // or so good, when it is about other words
const BETTER = 1.4, BETTER_THAN_ALARM = 1.2; // a page that fits so much better than the warning stands before it
const EXACT = 0.85; // and so does a page of advice whose name is this much of the query, unless the warning is urgent

export const urgent = ({ place }) => place.kind === "emergency-now" || place.kind === "same-day";
const grave = (result) => result.base * (urgent(result) ? 1.1 : 1);
const section = ({ place }) => place.page.url.split("/")[0];

// Returns the results with the warnings that the query names first: when there are two, one for other words of the query,
// or a reason and a sign.
export function warningsFirst(results) {
  const named = results.filter(isNamed).sort((a, b) => grave(b) - grave(a) || GRAVITY[b.place.kind] - GRAVITY[a.place.kind]);
  if (!named.length) return results;
  const [most, ...others] = named.filter(({ base }) => base > STRONG * named[0].base);
  const isSign = ({ place }) => SIGNS.has(place.kind);
  const other = named.find(({ used, base }) => used & ~most.used && base > OTHER * most.base);
  const second = other ?? others.find((result) => isSign(result) !== isSign(most)) ?? others[0];
  const first = second ? [most, second] : [most];
  const rest = results.filter((result) => !first.includes(result));
  const page = rest.find((result) => !result.place.kind && section(result) !== section(most));
  return page && fitsBetter(page, first) ? [page, ...first, ...rest.filter((result) => result !== page)] : [...first, ...rest];
}

function isNamed({ place, cover, share, weight }) {
  return place.kind in GRAVITY && weight > TELLING && (cover >= NAMED || (cover > LOOSELY.cover && share > LOOSELY.share));
}

function fitsBetter(page, [most, second]) {
  const alarm = urgent(most) || (second && urgent(second));
  const exact = !alarm && page.place.page.kind === "advice" && page.share > EXACT && page.base >= most.base;
  return exact || most.cover < NAMED || page.base > most.base * (alarm ? BETTER_THAN_ALARM : BETTER);
}
