"""Signs what a run of the tests found, so that no hand changes, adds or drops a row of the accessibility statement unseen."""

import hashlib

MARK = "# Digest of the rows below: "


def signed(rows: str) -> str:
    """Return the rows with the line of their digest above them."""
    return f"{MARK}{_digest(rows)}\n{rows}"


def is_as_signed(text: str) -> bool:
    """Tell whether the rows of a file are those that were signed."""
    digest, _, rows = text.partition(MARK)[2].partition("\n")
    return digest == _digest(rows)


def _digest(rows: str) -> str:
    return hashlib.sha256(rows.strip().encode()).hexdigest()[:16]
