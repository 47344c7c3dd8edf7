"""What a page gives people to keep or to pass on: its point, what to do, the safety notes it requires,
and its own lasting address."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache

from press.address_record import read_record
from press.calls import calls
from press.filling import Filling
from press.model import GRAVE, SEVERITY_WORDS, Page
from press.notes import box_title, filled
from press.site import Site

# The files that lie beside each page that is shared. Their names are part of its address, so they are for ever.
FILES = ("share.txt", "share.html", "qr.svg", "handout.pdf", "handout-letter.pdf", "wall.pdf", "card.png")
KIT, KIT_DATA = "therapists/kit/", "therapists/kit.json"
PICKED = "therapists/picked/"
LIMIT = re.compile(r"dose\(\s*[\"']([\w-]+)[\"'],\s*[\"']limit[\"']")


@dataclass(frozen=True)
class SharedNote:
    """A safety note as it goes out: `short` in messages and on cards, `parts` in full, one for each rule."""

    id: str
    severity: str
    title: str
    short: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole note in a row."""
        return " ".join(self.parts)

    @property
    def grave(self) -> bool:
        """Tell whether paper shows this note in full, however little room there is."""
        return self.severity in GRAVE

    @property
    def label(self) -> str:
        return SEVERITY_WORDS[self.severity]


@dataclass(frozen=True)
class Share:
    """What one page hands over, filled with numbers and the words of the practice's region. `has_several_limits` when its short notes
    give more than one limit, such as that of thin skin and that of everybody: then the shorter one counts."""

    page: Page
    address: str
    summary: str
    point: str
    actions: tuple[str, ...]
    notes: tuple[SharedNote, ...]
    sender: str
    has_several_limits: bool

    @property
    def name(self) -> str:
        """The page's name in the kit: `how-to/cold-pack/` -> `how-to-cold-pack`."""
        return name_of(self.page.url)

    @property
    def box_title(self) -> str:
        """The title over the safety words, which is the one on the page."""
        return box_title(self.page)

    @cached_property
    def version(self) -> str:
        """A short mark of all the words: two sheets with the same mark say the same."""
        words = [self.page.title, self.point, self.actions, [asdict(note) for note in self.notes]]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:6]


def name_of(url: str) -> str:
    """Return the name in the kit of the page at an address from the site's root."""
    return url.strip("/").replace("/", "-") or "home"


def earlier_names(site: Site, page: Page) -> list[str]:
    """Return the names that a page had in the kit before it moved, for links that hold them."""
    return [name_of(address) for address in read_record(site.root).earlier.get(f"/{page.url}", ())]


def shows_kit(page: Page) -> bool:
    """Tell whether the share kit stands on a page: only there may a page show another in a frame."""
    return any(call.name == "kit" for call in calls(page))


def is_shared(page: Page) -> bool:
    """Tell whether a page comes with things to share: each page of advice does, unless its header says why not."""
    return page.kind == "advice" and not page.not_shared


@lru_cache(maxsize=1)
def shares(prose: Filling) -> tuple[Share, ...]:
    """Return what each shared page hands over, in the order of the menu."""
    site = prose.site
    urls = dict.fromkeys((*site.places, *sorted(site.pages)))
    return tuple(share(prose, page) for page in map(site.pages.get, urls) if is_shared(page))


def share(prose: Filling, page: Page) -> Share:
    """Return what a page hands over."""
    site = prose.site
    fill = lambda text, key: prose.words(text, page, page.path, page.lines.get(key, page.line))
    words = [(note, filled(prose, note)) for note in site.notes_required(page.topics)]
    limits = {limit for note, _ in words for limit in LIMIT.findall(note.short)}
    return Share(page, site.settings.site_url + page.url, fill(page.description, "description"), fill(page.point, "point"),
                 tuple(fill(action, "actions") for action in page.actions),
                 tuple(SharedNote(note.id, note.severity, note.title, said.short, said.parts) for note, said in words),
                 site.sender, len(limits) > 1)
