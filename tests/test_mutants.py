"""Every way we know to lose a safety note is tried on the real guide, and each is stopped by the rule made for it, with file,
line and fix."""

import random
from collections import Counter

import pytest

import mutants
from guide import Guide
from mutants import Bench, Mutant
from mutators import EQUIVALENT, OPERATORS
from press.rules import REGISTER

SEED = 20261122


@pytest.fixture(scope="module")
def bench(tmp_path_factory, real_built) -> Bench:
    return Bench(Guide.real(tmp_path_factory.mktemp("mutants") / "guide").root, real_built)


@pytest.fixture(scope="module")
def sample(bench: Bench) -> list[Mutant]:
    """One mutant of each kind, always the same. Together they would fill a small computer's memory."""
    chance, chosen = random.Random(SEED), {}
    for operator in OPERATORS:
        for number, mutant in enumerate(operator(bench)):
            if not chance.randint(0, number):
                chosen[mutant.operator] = mutant
    return list(chosen.values())


@pytest.fixture(scope="module")
def alive(bench, sample) -> tuple[list[str], str]:
    """The ids of the mutants of the sample that live, but for those that change nothing, and the score."""
    return run(bench, [mutant for mutant in sample if mutant.id not in EQUIVALENT])


def score(made: Counter, stopped: Counter) -> str:
    lines = [f"  {kind:34} {stopped[kind]:5} of {made[kind]:5}" for kind in made]
    return "\n".join(["", *lines,
                      f"  stopped: {stopped.total()} of {made.total()} mutants ({stopped.total() / made.total():.1%})"])


def run(bench: Bench, chosen) -> tuple[list[str], str]:
    """Return the ids of the mutants that live, and the score."""
    made, stopped, alive = Counter(), Counter(), []
    for mutant in chosen:
        made[mutant.operator] += 1
        if bench.is_stopped(mutant):
            stopped[mutant.operator] += 1
        else:
            alive.append(mutant.id)
    return alive, score(made, stopped)


def test_a_sample_of_mutants_is_stopped(sample, alive, capsys):
    assert len([mutant for mutant in sample if mutant.id not in EQUIVALENT]) >= 40
    with capsys.disabled():
        print(alive[1])
    assert not alive[0]


@pytest.mark.slow
def test_every_mutant_is_stopped_but_for_those_that_change_nothing(bench, capsys):
    alive, told = run(bench, (mutant for operator in OPERATORS for mutant in operator(bench)))
    with capsys.disabled():
        print(told)
        print("\n".join(f"  changes nothing: {id}: {why}" for id, why in EQUIVALENT.items()))
    assert sorted(alive) == sorted(EQUIVALENT)


@pytest.mark.slow
def test_mutants_are_many_and_no_two_are_the_same(bench):
    made = Counter(mutant.id for operator in OPERATORS for mutant in operator(bench))
    assert made.total() >= 400
    assert made.most_common(1)[0][1] == 1


def test_no_rule_speaks_of_the_guide_as_it_is(bench, sample):
    rules = tuple(sorted({rule for mutant in sample for rule in mutant.rules}))
    for file, pages in (("docs/_notes/cold-never.md", tuple(bench.site.pages)), ("site/assets/site.css", ())):
        assert bench.stop(Mutant("nothing", file, file, bench.read(file), rules, (file,), pages)) == []


def test_a_harmless_change_is_not_counted_as_stopped(bench):
    page = "docs/how-to/cold-pack.md"
    text = bench.read(page).replace("- **A timer.** Use a phone", "- **A timer.** Take a phone", 1)
    assert text != bench.read(page)
    assert not bench.is_stopped(Mutant("harmless", "another verb", page, text, ("required-safety-notes",), (page,),
                                       ("how-to/cold-pack/",)))


def test_a_rule_that_names_the_wrong_file_does_not_count(bench, sample):
    mutant = next(m for m in sample if m.operator == "remove-note-from-call")
    assert bench.is_stopped(mutant)
    assert not bench.is_stopped(Mutant(mutant.operator, mutant.name, mutant.file, mutant.text, mutant.rules, ("docs/index.md",),
                                       mutant.pages))


def test_without_the_rule_made_for_it_a_mutant_lives(bench, sample, alive, monkeypatch):
    named = {rule.name for rule in REGISTER}
    chosen = {mutant.rules: mutant for mutant in sample if set(mutant.rules) <= named and mutant.id not in EQUIVALENT}
    assert len(chosen) >= 16
    for mutant in random.Random(SEED).sample(list(chosen.values()), 8):
        monkeypatch.setattr(mutants, "REGISTER", [rule for rule in REGISTER if rule.name not in mutant.rules])
        assert mutant.id not in alive[0]
        assert not bench.is_stopped(mutant), mutant.id


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["delete-word", "change-number", "delete-note-file", "remove-note-from-call", "hide-call",
                                  "move-call-below-the-steps", "remove-topic",
                                  "delete-policy-row", "break-look", "hide-by-style"])
def test_the_bench_judges_as_a_whole_build_does(sample, tmp_path, kind):
    mutant = next(m for m in sample if m.operator == kind)
    guide = Guide.real(tmp_path / "guide")
    file = mutant.file.replace("site/assets", "docs/assets")
    (guide.root / file).unlink() if mutant.text is None else guide.write(file, mutant.text)
    result = guide.build()
    assert not result.built
    told = [line for line in result.text.splitlines() if any(line.endswith(f"[{rule}]") for rule in mutant.rules)]
    for where in mutant.where:
        assert any(line.startswith(f"{where}:") for line in told), result.text
