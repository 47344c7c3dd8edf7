// Runs in a page, and tells of each safety note what a reader's eye would tell: its words, its size, its place, its colours, and what lies upon it.
() => {
  const chain = (element) => { const all = []; for (let at = element; at; at = at.parentElement) all.push(at); return all; };
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    const scale = text.startsWith("color(") ? 1 : 255;
    return { light: 0.2126 * channel(r / scale) + 0.7152 * channel(g / scale) + 0.0722 * channel(b / scale), a };
  };
  const ground = (element) => chain(element).map((e) => parse(getComputedStyle(e).backgroundColor)).find(({ a }) => a > 0) ?? { light: 1 };
  const contrast = (element) => {
    const [one, other] = [parse(getComputedStyle(element).color).light, ground(element).light];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const texts = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("svg")) found.push(walker.currentNode);
    return found;
  };
  const lines = (text) => { const range = document.createRange(); range.selectNodeContents(text); return [...range.getClientRects()]; };
  const found = [...document.querySelectorAll("[data-note]")].map((note) => {
    note.scrollIntoView({ block: "center", behavior: "instant" });
    const [box, around, written] = [note.getBoundingClientRect(), chain(note), texts(note)];
    const rects = written.flatMap(lines).filter(({ width, height }) => width > 1 && height > 1);
    const seen = rects.filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
    return {
      id: note.dataset.note, form: note.dataset.form, words: note.innerText.replace(/\s+/g, " ").trim(),
      width: box.width, height: box.height, left: Math.min(...rects.map(({ left }) => left)), right: Math.max(...rects.map(({ right }) => right)) - document.documentElement.clientWidth,
      out_of_flow: around.filter((e) => !["static", "relative"].includes(getComputedStyle(e).position) || getComputedStyle(e).float !== "none").map((e) => e.tagName),
      unclear: around.filter((e) => getComputedStyle(e).opacity < 1 || getComputedStyle(e).filter !== "none" || getComputedStyle(e).transform !== "none").map((e) => e.tagName),
      letters: Math.min(...written.map((t) => parseFloat(getComputedStyle(t.parentElement).fontSize))),
      contrast: Math.min(...written.map((t) => contrast(t.parentElement))),
      bottom: box.bottom + scrollY,
      covered: seen.filter(({ left, top, width, height }) => !note.contains(document.elementFromPoint(left + width / 2, top + height / 2))).length,
      lines: seen.length,
    };
  });
  scrollTo({ top: 0, behavior: "instant" });
  return found;
}
