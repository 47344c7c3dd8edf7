"""The headers of pages: topics lost or excused, keys that say something else."""

import re

from mutants import Bench
from mutators.common import POLICY, UNREAD, advice, operator


@operator
def remove_topic(bench: Bench):
    for page in advice(bench):
        text = bench.read(page.path)
        for topic in page.topics:
            left = ", ".join(t for t in page.topics if t != topic)
            yield (f"{page.path} {topic}", page.path, re.sub(r"(?m)^topics: .*$", f"topics: [{left}]", text, count=1), POLICY,
                   page.path, (page.url,))


@operator
def excuse_topic(bench: Bench):
    for page in advice(bench):
        text = bench.read(page.path)
        for topic in page.topics:
            left = ", ".join(t for t in page.topics if t != topic)
            header = re.sub(r"(?m)^topics: .*$", f"topics: [{left}]", text, count=1)
            excuse = f"mentions:\n  {topic}: named only in passing, the advice is elsewhere.\n"
            header = (header.replace("mentions:\n", excuse, 1) if "\nmentions:\n" in header
                      else header.replace("point:", excuse + "point:", 1))
            yield f"{page.path} {topic}", page.path, header, POLICY, page.path, (page.url,)


@operator
def break_header(bench: Bench):
    for page in bench.site.pages.values():
        text = bench.read(page.path)
        yield (f"{page.path} title with a colon", page.path, re.sub(r"(?m)^title: .*$", "title: Ice: how to", text, count=1),
               ("strict-yaml",), page.path, (page.url,))
        yield (f"{page.path} topics misspelt", page.path, text.replace("topics:", "topcis:", 1),
               ("page-header", "advice-pages-have-their-parts"), page.path, (page.url,))
        yield f"{page.path} no start", page.path, text.removeprefix("---\n"), ("page-header",), page.path, (page.url,)
        yield f"{page.path} a tab", page.path, text.replace("kind:", "\tkind:", 1), ("strict-yaml",), page.path, (page.url,)
        if page.kind == "advice":
            yield (f"{page.path} an unknown topic", page.path, text.replace("topics: [", "topics: [icepack, ", 1),
                   ("topics-are-known",), page.path, (page.url,))
            yield (f"{page.path} a bare mention", page.path, re.sub(r"(?m)^point:", "x-ray:\npoint:", text, count=1), UNREAD,
                   page.path, (page.url,))
            yield (f"{page.path} no longer advice", page.path, text.replace("kind: advice", "kind: service", 1), POLICY,
                   page.path, (page.url,))


@operator
def delete_page(bench: Bench):
    for page in bench.site.pages.values():
        yield page.path, page.path, None, ("addresses-are-kept",), "docs/_data/addresses.txt"


@operator
def put_a_check_off(bench: Bench):
    for page in bench.site.pages.values():
        text = bench.read(page.path)
        yield (f"{page.path} for a hundred years", page.path,
               re.sub(r"(?m)^check_by: (\d\d)", lambda m: f"check_by: {int(m[1]) + 1}", text, count=1), ("dates-are-in-order",),
               page.path, (page.url,))
