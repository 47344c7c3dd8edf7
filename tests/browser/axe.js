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

  ((WeakMap, WeakSet) => {
    /* axe */
  })(Aside, Aside);

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
}

// Starts to judge the page as it is now; `found` holds what will have been found.
function judge(tags, rules) {
  // Text is to have 7:1, and large text too. By itself this check asks less of large text, and lets pass whatever has less than 4.5:1, which another rule judges.
  axe._audit.checks["color-contrast-enhanced"].options.contrastRatio = { normal: { expected: 7 }, large: { expected: 7 } };
  const options = { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"], preload: false, iframes: false };
  const told = (node) => `${node.target} (${node.failureSummary.split("\n")[1]})`;
  window.found = axe.run(document, options)
    .then(({ violations }) => violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map(told).join("; ")}`));
}
