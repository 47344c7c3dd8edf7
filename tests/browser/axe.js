// Readies axe in a page. What axe finds is axe's own affair; this only spares it waste, so that every page can be judged in every test.
// Most of its time went into colours: it reads the same few hundreds of times over, and keeps the parts of each in seven weak maps.
{
  // A map that keeps a value on the object itself, under a name that nobody else has.
  class Aside {
    #name = Symbol("aside");
    has(object) { return this.#name in object; }
    get(object) { return object[this.#name]; }
    set(object, value) { object[this.#name] = value; return this; }
    add(object) { return this.set(object, true); }
    delete(object) { return delete object[this.#name]; }
  }

  // What a function said of the same things before, as axe's own way does, which goes through a list of all that it was ever asked of.
  const remember = (say) => {
    let known = new Map();
    const remembered = function (...things) {
      let at = known;
      for (let n = 0; n < say.length - 1; n += 1) {
        if (!at.has(things[n])) at.set(things[n], new Map());
        at = at.get(things[n]);
      }
      const last = things[Math.max(0, say.length - 1)];
      if (!at.has(last)) at.set(last, say.apply(this, things));
      return at.get(last);
    };
    return Object.assign(remembered, { clear: () => { known = new Map(); } });
  };

  ((WeakMap, WeakSet, remember) => {
    /* axe */
  })(Aside, Aside, remember);

  const { Color } = axe.commons.color;
  const parse = Color.prototype.parseString;
  const read = new Map();
  Color.prototype.parseString = function (text) {
    if (!read.has(text)) {
      parse.call(this, text);
      read.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = read.get(text);
    return this;
  };

  // It reads each style of an element once, but made a new name for it each time it asked.
  const styles = Symbol("styles");
  axe.VirtualNode.prototype.getComputedStylePropertyValue = function (name) {
    const known = (this[styles] ??= new Map());
    let value = known.get(name);
    if (value === undefined) known.set(name, value = (this._cache.computedStyle ??= getComputedStyle(this.actualNode)).getPropertyValue(name));
    return value;
  };

  // It takes each selector of its rules apart anew whenever it looks for what that selects.
  const { cssParser } = axe.utils;
  const takeApart = cssParser.parse;
  const apart = new Map();
  cssParser.parse = function (selector) {
    if (!apart.has(selector)) apart.set(selector, takeApart.call(this, selector));
    return apart.get(selector);
  };
}

// Starts to judge the page as it is now; `found` holds what will have been found.
function judge(tags, rules) {
  // Text is to have 7:1, and large text too. By itself this check asks less of large text, and lets pass whatever has less than 4.5:1, which another rule judges.
  axe._audit.checks["color-contrast-enhanced"].options.contrastRatio = { normal: { expected: 7 }, large: { expected: 7 } };
  axe._audit.noHtml = true; // what is told names the element, and needs no code of it
  const options = { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"], preload: false, iframes: false };
  const told = (node) => `${node.target} (${node.failureSummary.split("\n")[1]})`;
  window.found = axe.run(document, options)
    .then(({ violations }) => violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map(told).join("; ")}`));
}
