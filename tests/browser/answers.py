"""What the search dialog makes of a question, and whether that is right."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page as Tab

# What the scripts below share. A place is an address from the guide's home: a page, or what stands for itself, such as a reason
# or a word.
SHARED = """
  const [field, list, status] = ["words", "list", "status"].map((name) => document.getElementById(`search-${name}`));
  const home = new URL("..", document.querySelector("link[rel=stylesheet]").href).href;
  const address = (link) => link.href.slice(home.length);
  const place = (link) => (link.parentElement.className ? address(link) : address(link).split("#")[0]);
  const type = (words) => {
    field.value = words;
    field.dispatchEvent(new InputEvent("input"));
    return [...list.querySelectorAll("a")];
  };
"""
# Asks each question in the open dialog, and returns the addresses and places that are listed, and the kind line.
ASK = f"""(questions) => {{ {SHARED}
  return questions.map((words) => {{
    const links = type(words);
    const says = status.classList.contains("kind-line") ? status.textContent : "";
    return {{ found: links.map(address), places: links.map(place), says }};
  }});
}}"""
# Types each question letter by letter, and returns those for which the place that it leads to was listed, and then lost.
TYPE = f"""(questions) => {{ {SHARED}
  return questions.filter(([words, goal]) => {{
    type("");
    const listed = [...words].map((_, n) => type(words.slice(0, n + 1)).map(place).includes(goal));
    return listed.includes(false, listed.indexOf(true));
  }});
}}"""
# Splits questions, cuts each of their words once, and unpacks numbers, with the page's own scripts.
READ = r"""async ([questions, packed]) => {
  const { split, ages, stem, Packed } = await import(new URL("search.js", document.querySelector("link[rel=stylesheet]").href));
  const numbers = new Packed(Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0)));
  const drawn = Array.from({ length: 3000 }, (_, n) => numbers.number(`kind ${n % 7}`, 9));
  const read = questions.map((words) => split(ages(words))), each = [...new Set(read.flat())];
  return [read, stem(each.join("\n")).split("\n"), drawn];
}"""


def said(tab: Tab, script: str, asked: list[Any]) -> Any:
    """Return what a script says in a tab to what it is asked. Both go as one text: piece by piece they take longer than the answers."""
    return json.loads(tab.evaluate(f"async (asked) => JSON.stringify(await ({script})(JSON.parse(asked)))", json.dumps(asked)))


@dataclass(frozen=True)
class Answer:
    """What the search made of a question: `found` are addresses from the guide's home, the best first.

    `says` is the kind line when it says that the guide does not answer; `doubted`: it only says that it may not.
    """

    ask: str
    kind: str
    reach: list[str]
    found: list[str]
    places: list[str]
    says: str
    misspelt: bool = False
    doubted: bool = False
    aside: bool = False
    also: tuple[str, ...] = ()
    blind: int = 0

    def among(self, count: int) -> bool:
        return any(leads(address, self.reach) for address in self.found[:count])

    @property
    def first(self) -> bool:
        return (any(leads(address, [*self.reach, *self.also]) for address in self.found[:1])
                and (self.kind == "safety" or not self.says))

    @property
    def right(self) -> bool:
        """Tell whether the answer does what its kind of question asks for."""
        if self.kind == "outside":
            return bool(self.says) and all(leads(address, self.reach) for address in self.found)
        return self.among(2 if self.kind == "safety" else 3) and (self.kind == "safety" or not self.says)


def leads(address: str, reach: list[str]) -> bool:
    """Tell whether an address is one of those; one without '#' stands for all parts of its page."""
    return any(address == right or ("#" not in right and address.split("#")[0] == right) for right in reach)
