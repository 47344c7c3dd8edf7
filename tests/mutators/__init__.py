"""How a safety note can get lost: each function makes mutants of one kind, over the whole real guide,
always in the same order."""

# each enters its kinds
from mutators import built_pages, calls, data, headers, looks, notes, outputs, policy, sayings, scripts, styles  # noqa: F401
from mutators.common import OPERATORS as OPERATORS

# Mutants that change nothing for a reader, each with its reason.
EQUIVALENT = dict.fromkeys((
    "remove-note-from-call · docs/safety/first-aid.md cold-stop-signs",
    "break-call · docs/safety/first-aid.md cold-stop-signs in a comment of ours",
), "the page shows this note by choice: none of its topics calls for it")
