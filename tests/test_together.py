"""Slips that are told together are told apart."""

from guide import Guide
from together import PACK, Slip, Together

TODO = Slip("a word left over", PACK, "in a cloth.", "in a cloth. TODO", "nothing-unfilled", f"{PACK}:22", "'TODO'")
HARMLESS = TODO._replace(what="nothing amiss", new="in a thin cloth.")


def test_one_slip_does_not_count_for_another(recorded_small, recorded_many):
    together = Together(Guide(recorded_small), Guide(recorded_many), [TODO, HARMLESS, TODO._replace(what="another")])
    assert len(together.builds) == 1 and len({slip.file for slip in together.builds[0].slips}) == 3
    result, own = together.hear(TODO)
    assert not result.built and len(own) == 1 and result.text.count("'TODO' is shown") == 2
    assert not together.hear(HARMLESS)[1]
