// Words as people type them: split, cut to their stem, written by their sound, and how far apart two of them are.

export function split(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");
  return bare.replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1").replace(/\d(?=[a-z]{3})/g, "$& ").replace(/\brapp/g, "wrapp").match(/[a-z0-9]+/g) ?? [];
}

// An age says who is meant: "82 year old" -> "elderly", "aged 9" -> "child". How many minutes or years ago is no age.
const AGE = /\b(?:(?:over|aged?|is|am|im|nearly|turned) (\d{1,3})\b(?! ?(?:min|sec|h(?:ou)?rs?\b|times|days|weeks|months|years? ago|degrees|%|°))|(\d{1,3})[ -]?(?:years?|yrs?|yo)\b(?! ago)|\d{1,2}[ -]?months?[ -]old)/gi;
const CHILD = 18, OLD = 60;

export function ages(text) {
  return text.replace(AGE, (all, one, other) => {
    const age = Number(one ?? other ?? 0);
    return `${all} ${age < CHILD ? "child" : age >= OLD ? "elderly" : ""}`;
  });
}

const ENDS = [
  [/(..)ies$/gm, "$1y"],
  [/(ss|x|z|ch|sh)es$/gm, "$1"],
  [/(.[^siu\n])s$/gm, "$1"],
  [/(...)ness$/gm, "$1"],
  [/(.{4})ly$/gm, "$1"],
  [/(.{3}[st])ion$/gm, "$1"],
  [/^(.*[aeiouy].*)ing$/gm, "$1"],
  [/^(.*[aeiouy].*[^e\n])ed$/gm, "$1"],
  [/^([aeiouy][^e\n])ed$/gm, "$1"],
  [/([bdfgmnprt])\1$/gm, "$1"],
  [/^([aeiou][bcdgsx])$/gm, "$1e"],
  [/(...)e$/gm, "$1"],
];

const SOUNDS = [
  [/\b(kn|gn|pn)/g, "n"], [/\bps/g, "s"], [/\bwr/g, "r"], [/mb\b/g, "m"], [/\bex?z/g, "eks"], [/dge?/g, "j"], [/tch/g, "k"],
  [/sch|ch|ck|cq|qu/g, "k"], [/ph/g, "f"], [/gh/g, ""], [/shun|[cst]ion|tian|cian/g, "sn"], [/[ct]i(?=[aeo])/g, "s"], [/sc(?=[eily])/g, "s"], [/c(?=[eiy])/g, "s"],
  [/cz|x/g, "ks"], [/[cq]/g, "k"], [/z|sh/g, "s"], [/j/g, "g"], [/v/g, "f"], [/th|d/g, "t"], [/b/g, "p"],
  [/\bh?[aeiouy]/g, "A"], [/[aeiouyhw]/g, ""], [/([a-z0-9])\1+/g, "$1"],
];

const change = (text, rules) => rules.reduce((changed, [from, to]) => changed.replace(from, to), text);

// Words, one to a line, cut to their stems, which only serve to compare: "ice", "iced" and "icing" share one.
export const stem = (lines) => change(lines, ENDS);

// Words, one to a line, by their sound: "raynauds", "reynodes" and "renauds" come out the same.
export const sound = (lines) => change(lines, SOUNDS);

const HALF = 0.5; // a letter twice, or two swapped, is seldom another word
// How many letters are wrong, left out, too many or swapped with their neighbour; `most` + 1 when there are more than `most`.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + (one[i - 1] === one[i - 2] ? HALF : 1), row[j - 1] + (other[j - 1] === other[j - 2] ? HALF : 1), last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + HALF);
      if (row[j] < least) least = row[j];
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}
