"""Says in words which slip stands behind a line that YAML cannot read: the few that people make,
each with the line as it should be."""

import re

PAIR = re.compile(r"(?P<lead>(?: |- )*)(?P<key>[A-Za-z_][\w-]*):(?P<rest>.*)$")
SINGLE = re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?$")
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?$')
CLOSED_BY = {"{": "}", "[": "]"}
REACH = 12  # rows with words above: a quote that stays open is noticed only where the next one stands


def slip(rows: list[str], mark: int, opened: int | None = None) -> tuple[int, str, str] | None:
    """Return the row of the slip (from 0), what is wrong there and the fix; None when it is none of the usual ones.

    `mark` is the row at which YAML gave up, `opened` the row of a bracket that was still open there.
    """
    said = [at for at in range(min(mark, len(rows) - 1), -1, -1) if rows[at].strip() and not rows[at].lstrip().startswith("#")]
    above = said[:REACH]
    if opened is not None:
        above.insert(0, min(opened, len(rows) - 1))
    for place, at in enumerate(above):
        found = (_in_row(rows[at], "".join(rows[n] for n in reversed(said) if at < n < mark))
                 or (opened is None and place == 0 and len(above) > 1 and _indent(rows[at], [rows[n] for n in above[1:]])))
        if found:
            return at, *found
    return None


def _in_row(row: str, after: str) -> tuple[str, str] | None:
    """Tell of a slip in the row itself; `after` is what stands between it and the mark,
    where a quote or bracket may be closed rightly."""
    if re.match(r" *\t", row):
        return "this line begins with a tab", "begin it with spaces, as many as the lines it belongs to."
    if re.match(r"(?:<{7}|={7}|>{7})(?: |$)", row):
        return (f"'{row.strip()}' is a sign of two changes that were not brought together",
                "keep the better one of the two, and take out the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'.")
    if not (pair := PAIR.match(row)):
        return None
    key, rest = pair["key"], pair["rest"]
    value = rest.strip()
    if rest[:1] not in ("", " ") and not rest.startswith("//"):
        return f"there is no space after '{key}:'", f"write {key}: {_quoted(value)}."
    if value[:1] == "'" and not SINGLE.match(value) and "'" not in after:
        return _open(key, value, "'", "an apostrophe in it ends the quotes early")
    if value[:1] == '"' and not DOUBLE.match(value) and '"' not in after:
        return _open(key, value, '"', "a quote in it ends the quotes early")
    if value[:1] in CLOSED_BY and (lost := re.search(r"(?<=[\s:])#[^\s,}\]]+", value)):
        return f"'{lost[0]}' and what follows it would be left out, as a comment", f'put it in quotes: "{lost[0]}".'
    if value[:1] in CLOSED_BY and value.count(value[0]) > (value + after).count(CLOSED_BY[value[0]]):
        return f"the '{value[0]}' after '{key}:' is never closed", f"end it with '{CLOSED_BY[value[0]]}'."
    if value[:1] in ("@", "`", "%", "*", "&", "!") or value[:1] not in ("'", '"', "{", "[") and re.search(r":(?= |$)", value):
        return f"'{value}' holds a sign that means something in YAML", f"put it in quotes: {key}: {_quoted(value)}."
    return None


def _open(key: str, value: str, sign: str, early: str) -> tuple[str, str]:
    """Tell of quotes that do not hold the whole value: never closed, or closed too early."""
    bare = value[1:].rstrip().removesuffix(sign)
    says = (f"the quote that opens after '{key}:' is never closed" if value.count(sign) == 1
            else f"the value of '{key}' stands in quotes, and {early}")
    return says, f"write {key}: {_quoted(bare)}."


def _indent(row: str, above: list[str]) -> tuple[str, str] | None:
    """Tell of a row that stands further in or out than the rows it belongs to."""
    here, before = PAIR.match(row), PAIR.match(above[0])
    if not here or not before:
        return None
    width, last = len(here["lead"]), len(before["lead"])
    deeper = width > last and before["rest"].strip()
    between = width < last and width not in {len(pair["lead"]) for pair in map(PAIR.match, above) if pair}
    if not (deeper or between):
        return None
    return (f"'{here['key']}:' has {width} spaces before it, and '{before['key']}:' above it has {last}",
            "put the same number of spaces before the lines that belong together.")


def _quoted(text: str) -> str:
    """Return the text in the quotes that it does not hold itself."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
