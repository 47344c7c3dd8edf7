"""Slips that authors make, by what they are about. Each is one change of the small guide: what it is called, the file, the old words
and the new ones, the rule that speaks, the place that it names (`file:line`), and words of its message.

A file of site/ is changed in the built folder. No old words: the file is written anew. No new words: it is taken away.
"""

PACK, BUILT = "docs/how-to/cold-pack.md", "site/how-to/cold-pack"
STEP = "1. Wrap the cold pack in a cloth."
