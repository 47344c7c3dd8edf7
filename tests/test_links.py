"""Every link is followed, wherever it stands: each planted fault is named with the file and line that hold it,
and nothing else is."""

import shutil
from pathlib import Path

import pytest

from guide import Guide, Result, messages, place
from slips.links_in_a_page import ABOUT, ELSEWHERE, IN_A_PAGE, LEADS, OF_LINKS, PRIVACY


def planted(guide: Guide) -> Guide:
    for n, (_, text, _, _) in enumerate(IN_A_PAGE):
        if n % 2:
            guide.edit(ABOUT, "Who writes this guide.\n", f"Who writes this guide.\n\n{text}\n")
        else:
            guide.write(PRIVACY, (guide.root / PRIVACY).read_text() + f"\n{text}\n")
    for _, file, after, text, _ in ELSEWHERE:
        if text is None:
            guide.edit(file, "link: https://doi.org/10.1000/small.1", "link: htp://doi.org/10.1000/small.1")
            continue
        lines = (guide.root / file).read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if after in line)
        guide.write(file, "\n".join([*lines[:at + 1], text, *lines[at + 1:]]))
    return guide


@pytest.fixture(scope="module")
def told(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Result]:
    """The small guide with every fault planted at once, and what its build says."""
    folder = tmp_path_factory.mktemp("links") / "guide"
    shutil.copytree(recorded_small, folder)
    guide = planted(Guide(folder))
    return guide, guide.build()


def places_of_faults(guide: Guide) -> list[tuple[str, str, set[str], str]]:
    """Return (name, file:line, rules, words) of every planted fault."""
    found = []
    for n, (name, text, wanted, says) in enumerate(IN_A_PAGE):
        line = text.split("\n")[-1]
        found.append((name, place(guide, ABOUT if n % 2 else PRIVACY, line), wanted, says))
    for name, file, _, text, says in ELSEWHERE:
        found.append((name, place(guide, file, text or "link: htp://"), {LEADS}, says))
    return found


@pytest.mark.parametrize("n", range(len(IN_A_PAGE) + len(ELSEWHERE)), ids=[f[0] for f in IN_A_PAGE] + [f[0] for f in ELSEWHERE])
def test_a_planted_fault_is_named_at_its_line(told, n):
    guide, result = told
    _, where, wanted, says = places_of_faults(guide)[n]
    here = [(rule, message) for line, rule, message in messages(result) if line == where and rule in OF_LINKS]
    assert {rule for rule, _ in here} == wanted, result.text
    assert any(says in message for _, message in here), here


def test_nothing_is_named_but_what_was_planted(told):
    guide, result = told
    faults = {where for _, where, _, _ in places_of_faults(guide)}
    assert [message for message in messages(result) if message[0] not in faults and message[1] in OF_LINKS] == []


def test_at_least_forty_faults_are_planted():
    assert len(IN_A_PAGE) + len(ELSEWHERE) >= 40


# What is good is left alone

GOOD = ["See [the check](../safety/check.md).", "See [the list](../safety/check.md#list).", "See [the folder](../safety/check/).",
        "See [the top](#main).",
        "See [words on a page](../safety/check.md#:~:text=Go%20through).",
        "See [part and words](../safety/check.md#list:~:text=Go).", "See [a query](../safety/check/?utm_source=mail#list).",
        "Write to [us](mailto:a.b+c@river.example?subject=Ice).",
        "Call [the desk](tel:+442079460000).", "Call [the other desk](tel:+44-20-7946-0000).",
        "Write to [both](mailto:a@river.example,b@river.example?subject=Ice%20pack&body=Hello).",
        "Words in [brackets](../index.md) (round ones), and `[code]`.",
        "See [A](../safety/stop.md#stop-signs) and [1](../safety/check.md).",
        "See [a study](https://doi.org/10.1000/a(b)c).", "See [another study](https://studies.example/a?b=1&c=2#d).",
        "![An icon](../assets/icons/favicon.svg)", "See [a study in Köln](https://studies.example/k%C3%B6ln)."]


def test_good_links_of_every_kind_pass(small):
    small.edit(ABOUT, "Who writes this guide.\n", "Who writes this guide.\n\n" + "\n\n".join(GOOD) + "\n")
    result = small.build()
    assert [message for message in messages(result) if message[1] in OF_LINKS] == []


@pytest.mark.parametrize("address", ["https://small.example/", "https://small.example/some-repo/", "http://127.0.0.1:8000/",
                                     "https://dr-color.example/massage-cures-pain-er/"])
def test_the_same_sources_pass_at_a_root_and_under_a_project_path_whatever_it_is_called(small, monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    result = small.build()
    assert result.built and not result.text.strip(), result.text
