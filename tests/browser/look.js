// Runs in a page, and tells what a test wants to know of it. Each function returns plain data.
window.look = {
  // Lays out what is far from sight as well, as it is for whoever comes near it, now and whenever the page is looked at again.
  layOut(rules = document.styleSheets[0].cssRules) {
    for (const rule of rules) {
      if (rule.style?.contentVisibility === "auto") rule.style.contentVisibility = "visible";
      if (rule.cssRules) look.layOut(rule.cssRules);
    }
  },

  // The page as it opens on a phone.
  atRest() {
    look.layOut();
    return {
      shifts: window.shifts, words: look.words(), text: look.lines(), links: look.links("body"),
      small: look.small(".top a, .top button, .top summary, .urgent a, .checklist label, .checklist a, .letters a, .press, .kit a, .kit button", 44),
      notes: look.notes(),
    };
  },

  // What does not fit, with the text as it is, spaced out, or twice as large.
  unfit(way) {
    const sheet = document.styleSheets[0];
    const spaced = ["* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }", "p { margin-bottom: 2em !important }"];
    if (way === "spaced") spaced.forEach((rule) => sheet.insertRule(rule, sheet.cssRules.length));
    if (way === "twice as large") document.documentElement.style.fontSize = "225%";
    const found = [...look.wide(), ...look.cut()];
    if (way === "spaced") spaced.forEach(() => sheet.deleteRule(sheet.cssRules.length - 1));
    document.documentElement.style.fontSize = "";
    return found;
  },

  // The text without any style, with all that folds open, and whether the search stands open.
  unstyled() {
    [...document.styleSheets].forEach((sheet) => { sheet.disabled = true; });
    document.querySelectorAll("svg").forEach((drawing) => drawing.remove());
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
    return { article: document.querySelector("article").innerText, dialog: [...document.querySelectorAll("dialog")].some((box) => shown(box)) };
  },

  // Opens whatever opens, ticks whatever can be ticked, and tells what that left behind.
  async openEverything(search) {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
    document.querySelectorAll("main [type=checkbox]").forEach((box) => box.click());
    const find = search ? document.querySelector("button#find") : null;
    find?.click();
    for (let n = 0; find && n < 400 && !document.querySelector("dialog[open]"); n += 1) await new Promise((done) => setTimeout(done, 5));
    document.querySelector("dialog[open] button")?.click();
    return {
      violations: window.violations, left_open: document.querySelectorAll("dialog[open]").length,
      stored: [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length,
        (await navigator.serviceWorker.getRegistrations()).length].filter(Boolean),
    };
  },

  // How many elements the Tab key should stop at.
  stops() {
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex]")]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && shown(element, true) && !element.closest("dialog:not([open])")).length;
  },

  // Everything that sticks out to the side, save what scrolls inside a box of its own.
  wide() {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.scrollingElement.scrollWidth > width) {
      for (const element of document.body.querySelectorAll("*")) {
        const box = element.getBoundingClientRect();
        if (box.width && (box.right > width + 1 || box.left < -1) && shown(element) && !scrolls(element)) found.push(name(element));
      }
    }
    return found.slice(0, 5);
  },

  // Boxes that cut off words of their own.
  cut() {
    const found = [];
    for (const box of hiding()) {
      const edge = box.getBoundingClientRect();
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT, (text) => (text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const lines = [...range.getClientRects()].filter((line) => line.width && line.height);
        if (lines.some((line) => line.right > edge.right + 1 || line.left < edge.left - 1 || line.bottom > edge.bottom + 3 || line.top < edge.top - 3)) found.push(name(box));
      }
    }
    return [...new Set(found)];
  },

  // The words of the page that can be seen, and the lines of its text, save in what only scripts can do; and its links.
  words() {
    return said("main").replace(/\s+/g, " ");
  },
  lines() {
    return said("article").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  },
  links(selector) {
    return [...document.querySelectorAll(`${selector} a[href]`)].filter(shown).map((link) => link.href);
  },

  // Notes with what frames them.
  notes() {
    return [...document.querySelectorAll(".notes")].map((box) => {
      const style = getComputedStyle(box);
      return {
        words: box.innerText.replace(/\s+/g, " ").trim(),
        labels: [...box.querySelectorAll(".label")].map((label) => label.innerText.trim()),
        border: Math.min(...["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`]))),
        contrast: contrast(colour(style.borderTopColor), behind(box.parentElement)),
        edges: [...box.querySelectorAll(".note")].map((note) => `${note.classList[1]}: ${getComputedStyle(note).borderLeftStyle}`),
        signs: Math.min(...[...box.querySelectorAll(".sign")].map((sign) => contrast(colour(getComputedStyle(sign).fill), behind(box)))),
      };
    });
  },

  // Words that nobody could read in forced colours, on the ground they stand on.
  lost() {
    return [...document.body.querySelectorAll("*")].filter((element) => !element.closest("svg") && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .filter((element) => shown(element) && contrast(colour(getComputedStyle(element).color), behind(element)) < 4.5).map(name);
  },

  // What is smaller than a fingertip, in CSS pixels.
  small(selector, least) {
    return [...document.querySelectorAll(selector)].filter(shown).map((element) => [name(element), element.getBoundingClientRect()])
      .filter(([, box]) => box.width < least || box.height < least).map(([said, box]) => `${said} ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
  },

  // What moves by itself.
  moving() {
    const slow = [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
    });
    return slow.map(name);
  },

  // What stands on a screen or on paper and has no use there; what is missing there; and safety words that paper may tear in two.
  misplaced() {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const isPaper = matchMedia("print").matches;
    const menus = all(".menu summary, .parts").filter((menu) => shown(menu));
    const wrong = [...all(".paper").filter((line) => shown(line) !== isPaper), ...(isPaper || menus.length === 1 ? [] : all(".top"))];
    if (isPaper) {
      wrong.push(...all(".top, .parts, .side, .crumbs, .skip, .foot nav, .share, .press").filter((idle) => shown(idle)));
      wrong.push(...all("main summary + *").filter((folded) => !shown(folded)), ...all(".blank").filter(({ offsetHeight }) => offsetHeight < 24));
      wrong.push(...all(".note, .before, .entry").filter((box) => shown(box) && getComputedStyle(box).breakInside !== "avoid"));
    }
    return wrong.map(name);
  },

  // Addresses of links in the text, to outside and to other pages of the guide, that a printed page does not spell out.
  unspelt() {
    return [...document.querySelectorAll('main a[href^="http"], .content a[data-at]')].filter(shown).map((link) => [link, link.dataset.at ?? link.getAttribute("href")])
      .filter(([link, address]) => !getComputedStyle(link, "::after").content.includes(address) && !link.textContent.includes(address))
      .map(([link]) => link.href);
  },

  // The element with the focus: where it is, whether it can be seen, and how it is ringed.
  focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const lines = [...element.getClientRects()];
    const style = getComputedStyle(element);
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const whole = box.left >= 0 && box.right <= innerWidth + 0.5 && (box.height > innerHeight * 0.6 || (box.top >= 0 && box.bottom <= innerHeight + 0.5));
    const middles = lines.map((line) => [line.left + line.width / 2, line.top + line.height / 2]);
    const seen = middles.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const covered = seen.length > 0 && !seen.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (element.contains(top) || top.contains(element) || top.closest("label")?.control === element); });
    return {
      name: name(element), order: [...document.querySelectorAll("*")].indexOf(element), visible: shown(element) && box.width > 0 && box.height > 0,
      inside, whole, covered, ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      contrast: contrast(colour(style.outlineColor), behind(element.parentElement)), dialog: Boolean(element.closest("dialog")),
    };
  },
};

function said(selector) {
  const apart = [...document.querySelectorAll("main [data-script]")];
  apart.forEach((element) => { element.style.display = "none"; });
  const words = document.querySelector(selector).innerText;
  apart.forEach((element) => { element.style.display = ""; });
  return words;
}

// `farToo`: what lies far from sight counts too, though it is not laid out yet.
function shown(element, farToo = false) {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: !farToo });
}

// Boxes that would cut off what does not fit; words that only screen readers get, and the links that open for the keyboard, are cut off on purpose.
function hiding() {
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    return (overflowX + overflowY).match(/hidden|clip/) && clipPath === "none" && !element.closest("svg") && shown(element);
  });
}

function scrolls(element) {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
  }
  return false;
}

function name(element) {
  const words = (element.getAttribute("aria-label") || element.textContent).replace(/\s+/g, " ").trim().slice(0, 40);
  return `<${element.localName}${element.id ? `#${element.id}` : ""}${element.classList[0] ? `.${element.classList[0]}` : ""}> ${words}`;
}

// Colours as a browser computes them, and the ground an element stands on.
function colour(text) {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { channels: [red, green, blue], alpha };
}

function behind(element) {
  for (let at = element; at; at = at.parentElement) {
    const ground = colour(getComputedStyle(at).backgroundColor);
    if (ground.alpha === 1) return ground;
  }
  return { channels: [255, 255, 255], alpha: 1 };
}

function contrast(one, other) {
  const light = ({ channels }) => channels.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}
