"""Safety notes go wherever the advice goes: a kind of file without them, or that does not speak of them, stops the build."""

from types import SimpleNamespace

import pytest

from press import outputs
from press.built import Built
from press.carrying import Carries, words_of_html
from press.rules.outputs import every_kind_of_file_speaks_of_notes, outputs_carry_their_notes

LEAFLET = "how-to/cold-pack/leaflet.html"


def maker(**said) -> SimpleNamespace:
    return SimpleNamespace(__name__="press.outputs.leaflet", make=lambda *_: iter(()), **said)


@pytest.fixture
def with_file(small_bench, tmp_path, monkeypatch):
    """Return what the rules say when a module makes one more file, with these words."""

    def judge(module: SimpleNamespace, content: str, file: str = LEAFLET) -> list[str]:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(content)
        monkeypatch.setattr(outputs, "MAKERS", [m for m in outputs.MAKERS if m.__name__ != module.__name__] + [module])
        built = Built(tmp_path, small_bench.built.pages, {file})
        return [str(p) for rule in (every_kind_of_file_speaks_of_notes, outputs_carry_their_notes)
                for p in rule(small_bench.site, built)]

    return judge


def test_a_kind_of_file_that_says_nothing_of_notes_fails(with_file):
    found = with_file(maker(), "Put ice on it.")
    assert any(line.startswith("scripts/press/outputs/leaflet.py:1: nothing says whether") for line in found)
    assert any(line.startswith(f"{LEAFLET}: no module of scripts/press/outputs/ says that it makes") for line in found)


def test_a_kind_of_file_that_says_both_fails(with_file):
    assert with_file(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", words_of_html), CARRIES_NO_ADVICE="x"),
                     "Put ice on it.")


def test_a_file_without_its_notes_names_the_page_and_each_note(with_file):
    found = with_file(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", words_of_html)),
                      "<p>Put ice on it. No cold on numb or broken skin.</p>")
    assert len(found) == 2
    assert all(line.startswith("docs/how-to/cold-pack.md:5: ") for line in found)
    assert any("'cold-pack-rules'" in line for line in found) and any("'emergency-signs'" in line for line in found)


def test_notes_that_are_hidden_in_a_file_do_not_count(with_file):
    shorts = "Damp cloth, 10 minutes, never past 20 minutes. Chest pain, or hard to breathe. Get help now."
    found = with_file(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", words_of_html)),
                      f"<p>No cold on numb or broken skin.</p><template>{shorts}</template>")
    assert len(found) == 2


def test_a_file_with_all_its_notes_passes(with_file):
    shorts = "No cold on numb or broken skin. Damp cloth, 10 minutes, never past 20 minutes. Chest pain, or hard to breathe. Get help now."
    assert with_file(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", words_of_html)), f"<p>{shorts}</p>") == []


def test_a_file_beside_a_page_is_about_that_page_whatever_its_maker_says(with_file):
    assert len(with_file(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", lambda content, page: None)),
                         "Put ice on it.")) == 3


def test_a_file_for_all_pages_is_judged_for_each(with_file):
    found = with_file(maker(NAMES=("all.html",), CARRIES=Carries("short", words_of_html, every_page=True)),
                      "<p>No cold on numb or broken skin.</p>", "all.html")
    assert {line.split(":")[0] for line in found} == {"docs/index.md", "docs/how-to/cold-pack.md"}


def test_two_modules_cannot_claim_one_file(with_file, monkeypatch):
    monkeypatch.setattr(outputs, "MAKERS", [*outputs.MAKERS, maker(NAMES=("*",), CARRIES_NO_ADVICE="it says so.")])
    other = SimpleNamespace(**{**vars(maker(NAMES=("*leaflet.html",), CARRIES=Carries("short", words_of_html))),
                               "__name__": "press.outputs.other"})
    assert any("say that it makes" in line and "leaflet.py and" in line for line in with_file(other, "Put ice on it."))


def test_every_real_kind_of_file_says_what_it_carries(real_site, real_built):
    assert [str(p) for p in every_kind_of_file_speaks_of_notes(real_site, real_built)] == []
    assert [str(p) for p in outputs_carry_their_notes(real_site, real_built)] == []
