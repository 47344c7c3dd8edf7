"""Doses, regions and the safety lists: numbers and words that differ from what was sealed."""

import re

from mutants import Bench
from mutators.common import SEALED, SEALS, operator, row_of


@operator
def change_dose(bench: Bench):
    path = "docs/_data/doses.yml"
    text = bench.read(path)
    for dose in bench.site.doses.values():
        row = row_of(text, dose.id)
        for name, amount in dose.numbers.items():
            count, unit = amount.split(" ", 1)
            for other in dict.fromkeys((str(int(count) * 2), str(int(count) + 1), f"{count}0")):
                yield (f"{dose.id} {name} {other}", path,
                       text.replace(row, row.replace(f"{name}: {amount}", f"{name}: {other} {unit}", 1), 1), SEALED, path)
        for strong, weak in (("Never", "Rarely"), ("never", "rarely"), ("Do not", "Do"), ("Stop", "Pause"), ("at most", "about"),
                             ("at least", "about")):
            if strong in row.split("applies_to:")[0]:
                yield f"{dose.id} {strong}", path, text.replace(row, row.replace(strong, weak, 1), 1), SEALED, path


@operator
def change_region(bench: Bench):
    path = "docs/_data/regions.yml"
    text = bench.read(path)
    for region in bench.site.regions.values():
        row = row_of(text, region.id)
        for field in ("emergency", "advice", "ed", "urgent_care", "doctor", "maternity", "pen", "painkiller", "physio", "cast"):
            yield f"{region.id} {field}", path, text.replace(row, re.sub(rf"(?m)^  {field}: .*$", f"  {field}: a friend", row),
                                                             1), SEALED, path
        for number in re.findall(r"\[([0-9]+)\]", row):
            yield (f"{region.id} {number} misdialled", path,
                   text.replace(row, row.replace(f"[{number}]", f"[{number[::-1]}0]", 1), 1), SEALED, path)
            yield f"{region.id} {number} bare", path, text.replace(row, row.replace(f"[{number}]", number, 1), 1), SEALED, path
        yield (f"{region.id} country", path, text.replace(row, re.sub(r"(?m)^  country: .*$", "  country: Utopia", row), 1),
               SEALED, path)


@operator
def thin_out_safety_lists(bench: Bench):
    weaker = {"do-not": "take-care", "ask-first": "take-care", "take-care": "ask-first", "emergency-now": "this-week",
              "same-day": "this-week", "this-week": "same-day"}
    for path, table, key in (("docs/_data/contraindications.yml", bench.site.contraindications, "severity"),
                             ("docs/_data/red_flags.yml", bench.site.red_flags, "urgency")):
        text = bench.read(path)
        for record in table.values():
            row = row_of(text, record.id)
            yield f"{record.id} by its {key} deleted", path, text.replace(row, "", 1), SEALED, SEALS
            yield (f"{record.id} by its {key} weaker", path,
                   text.replace(row, row.replace(f"{key}: {getattr(record, key)}", f"{key}: {weaker[getattr(record, key)]}", 1),
                                1), SEALED, path)
            yield (f"{record.id} by its {key} nothing to do", path,
                   text.replace(row, re.sub(r"(?ms)^  what_to_do: .*?(?=^  \w+:)", "  what_to_do: Go on.\n", row), 1),
                   SEALED, path)
            sourceless = re.sub(r"(?ms)^  (references|basis): .*?(?=^  \w+:|\Z)", "", row)
            yield (f"{record.id} by its {key} without a source", path, text.replace(row, sourceless.rstrip() + "\n\n", 1),
                   ("cautions-say-whose-they-are",), path)
