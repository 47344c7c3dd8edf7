// The share kit: copies an email about a page with its layout, and composes a text about several pages. Nothing is stored or sent.
const LONGEST_MAIL_LINK = 1800; // characters; mail programs cut longer ones
const COPIED = "Copied. Paste it into your email.";
const set = document.querySelector(".kit-set");
const own = set.querySelector("[type=text]");
const text = set.querySelector("textarea");
const mail = set.querySelector("[data-set=mail]");
const long = set.querySelector("[data-set=long]");
const press = set.querySelector("[data-set=copy]");
const pages = [...document.querySelectorAll("[data-kit-page]")];
const boxes = pages.map((page) => set.querySelector(`[value="${page.dataset.kitPage}"]`));
const frame = document.querySelector(".kit template"); // what shows an email as the client sees it
const emails = {};

for (const page of pages) {
  page.addEventListener("toggle", () => richOf(page));
  if (page.open) richOf(page); // an address with a # sign opens it before this script is here
  for (const button of page.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const asked = button.dataset.copy === "rich";
      const rich = asked ? await richOf(page) : "";
      const done = asked && !rich ? "Copied as plain text alone: the layout could not be fetched. Press again to try once more." : COPIED;
      copy(button, page.querySelector("pre"), page.querySelector("[role=status]"), rich, done);
    });
  }
}
set.hidden = false;
set.addEventListener("input", compose);
text.addEventListener("focus", () => text.scrollIntoView({ block: "nearest" })); // a browser brings only its first line into view
press.addEventListener("click", () => copy(press, text, set.querySelector("[role=status]"), "", COPIED));
compose();
addEventListener("hashchange", arrive);
// No style hears that the focus went into a frame, so the frame that holds it is marked, for its ring.
addEventListener("blur", () => document.activeElement.classList.toggle("held", document.activeElement.localName === "iframe"));
addEventListener("focus", () => document.querySelector(".held")?.classList.remove("held"));
arrive();

function titleOf(page) {
  return page.querySelector("summary").textContent;
}

// The address of a page where the guide is published, wherever this is read.
function addressOf(page) {
  return page.querySelector("p a").href.replace(new URL("..", import.meta.url), new URL("../..", set.dataset.picked));
}

// Opens the page that the address names.
function arrive() {
  const part = document.getElementById(location.hash.slice(1));
  const page = part?.closest("[data-kit-page]");
  if (!page) return;
  page.open = true;
  page.scrollIntoView();
  page.querySelector("[data-copy]").focus({ preventScroll: true });
}

// The email with layout, shown and fetched when its page is opened, so that it is there when the button is pressed. A failure is not kept.
function richOf(page) {
  const address = page.querySelector("[download$='.html']").href;
  if (!page.querySelector("iframe")) {
    const sight = frame.content.cloneNode(true);
    sight.querySelector("iframe").title += `: ${titleOf(page)}`;
    sight.querySelector("iframe").src = address;
    page.querySelector("[role=status]").after(sight);
  }
  emails[address] ??= fetch(address)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .catch(() => "")
    .then((email) => {
      if (!email) delete emails[address];
      return email;
    });
  return emails[address];
}

// Puts a text on the clipboard, and its HTML twin beside it. Not by navigator.clipboard: it would hold the email's own styles against the policy
// of this page, and report each of them.
function copy(button, place, status, rich, done) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", place.value ?? place.textContent);
    if (rich) event.clipboardData.setData("text/html", rich);
  };
  if (place.select) {
    place.select();
    place.setSelectionRange(0, place.value.length); // on an iPhone, select() alone selects nothing
  } else getSelection().selectAllChildren(place);
  document.addEventListener("copy", put, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (copied) {
    getSelection().removeAllRanges();
    button.focus();
  } else place.focus();
  status.textContent = "";
  const said = copied
    ? done
    : "Your browser does not let us copy. The text is selected. On a phone, choose Copy. On a computer, press Ctrl and C, or Cmd and C on a Mac.";
  setTimeout(() => (status.textContent = said), 50); // so that it is said each time, not the first time alone
}

// Writes the text about the picked pages: their addresses, every safety note that one of them needs, and one link to them all.
function compose() {
  const picked = pages.filter((page, n) => boxes[n].checked);
  const needed = new Set(picked.flatMap((page) => page.dataset.notes.split(" ")));
  const notes = [...set.querySelectorAll("[data-set-note]")].filter((note) => needed.has(note.dataset.setNote));
  const filled = {
    own: own.value.trim() && `\n${own.value.trim()}\n`,
    pages: picked.map((page) => `${titleOf(page)}\n${addressOf(page)}`).join("\n\n"),
    notes: notes.map((note) => `- ${note.textContent}`).join("\n"),
    sender: text.dataset.sender,
    link: `${set.dataset.picked}#${picked.map((page) => page.dataset.kitPage).join(",")}`,
  };
  text.value = picked.length ? text.dataset.pattern.replace(/\{(\w+)\}/g, (_, name) => filled[name]) : "";
  mail.href = `mailto:?subject=${inLink(set.dataset.subject)}&body=${inLink(text.value.trim().replaceAll("\n", "\r\n"))}`;
  const fits = mail.href.length <= LONGEST_MAIL_LINK;
  mail.hidden = !picked.length || !fits;
  long.hidden = fits;
  press.disabled = !picked.length;
}

// Words as a mail link carries them. These signs may stay as they are, which keeps the link short, as in press/message.py. Half a sign, as a
// text cut in the middle of a picture has, would stop encodeURIComponent.
function inLink(words) {
  return encodeURIComponent(words.toWellFormed?.() ?? words).replace(/%(2C|3B|3A|40|2F)/g, decodeURIComponent);
}
