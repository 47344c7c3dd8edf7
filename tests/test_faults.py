"""The faults of tests/faults.csv: each is planted in the small guide, and stopped with its place, its rule and its fix;
the last good site stays.

`old` becomes `new` in `file`. Instead of words, `old` may be * (the whole file) or + (at its end), and `new` (deleted), bytes:…
or link:….
"""

import csv
import random

import pytest

from guide import ROOT, Guide

FAULTS = list(csv.DictReader((ROOT / "tests/faults.csv").open(encoding="utf-8")))
SEED, EACH_RUN = 20261122, 14
SAMPLE = {fault["id"] for fault in random.Random(SEED).sample(FAULTS, EACH_RUN)}


def plant(guide: Guide, file: str, old: str, new: str) -> None:
    """Put a fault into a guide."""
    path, old, new = guide.root / file, old.replace("\\n", "\n"), new.replace("\\n", "\n")
    if new == "(deleted)":
        path.unlink()
    elif new.startswith("link:"):
        path.symlink_to(new.removeprefix("link:"))
    elif new.startswith("bytes:"):
        path.write_bytes(new.removeprefix("bytes:").encode().decode("unicode_escape").encode("latin-1"))
    elif old == "*":
        guide.write(file, new)
    elif old == "+":
        guide.write(file, f"{path.read_text(encoding='utf-8')}\n{new}\n")
    else:
        guide.edit(file, old, new)


@pytest.mark.parametrize("fault",
                         [pytest.param(fault, id=f"{fault['id']} {fault['fault']}", marks=[] if fault["id"] in SAMPLE
                                       else pytest.mark.slow) for fault in FAULTS])
def test_a_fault_is_stopped_with_its_place_and_its_fix_and_the_last_good_site_stays(small, fault):
    before = small.files()
    plant(small, fault["file"], fault["old"], fault["new"])
    result = small.build()
    assert not result.built
    lines = result.text.splitlines()
    told = [number for number, line in enumerate(lines) if line.startswith(f"{fault['where']}:")
            and line.endswith(f"[{fault['rule']}]")]
    assert told, result.text
    assert all(lines[number + 1].strip().startswith("Fix: ") for number in told)
    assert "Traceback" not in result.text
    assert small.files() == before


def test_no_fault_is_listed_twice_and_each_says_what_stops_it():
    assert len({fault["id"] for fault in FAULTS}) == len(FAULTS) >= 60
    assert all(fault["rule"] and fault["where"] for fault in FAULTS)
