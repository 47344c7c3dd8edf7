"""Packs whole numbers into as few bytes as can be: of two that may come next, the one that came more often takes less room.

This is adaptive range coding. For every step the packer and search-learned.js both keep the same count of what came before in the
same place, so that nothing about it needs to be sent. Changed here, it must be changed there; a test holds the two together.
"""

WHOLE = 1 << 16  # a chance of 1
TRUSTED = 250  # a chance is moved less and less, until it rests on so many steps
TOP = 1 << 24


class Packer:
    """Takes numbers one by one; `finish` gives the bytes."""

    def __init__(self) -> None:
        self._low, self._high = 0, 2**32 - 1
        self._bytes = bytearray()
        # the chance that a step is a 1, and on how many steps it rests
        self._chances: dict[tuple[str | int, int], list[int]] = {}

    def number(self, context: str | int, number: int, bits: int) -> None:
        """Pack a number of so many bits, the highest first. Numbers of one context are alike.

        Raises ValueError when it has more bits.
        """
        if not 0 <= number < 1 << bits:
            raise ValueError(f"{number} does not fit into {bits} bits")
        node = 1
        for place in range(bits - 1, -1, -1):
            bit = number >> place & 1
            self._step(self._chances.setdefault((context, node), [WHOLE // 2, 0]), bit)
            node = 2 * node + bit

    def _step(self, chance: list[int], bit: int) -> None:
        share, steps = chance
        middle = self._low + (self._high - self._low) * share // WHOLE
        if bit:
            self._high = middle
        else:
            self._low = middle + 1
        chance[0] = min(WHOLE - 32, max(32, share + int((bit * WHOLE - share) / (steps + 2))))
        chance[1] = min(TRUSTED, steps + 1)
        while self._low // TOP == self._high // TOP:
            self._bytes.append(self._high // TOP)
            self._low, self._high = self._low % TOP * 256, self._high % TOP * 256 + 255

    def finish(self) -> bytes:
        """Return all that was packed."""
        return bytes(self._bytes) + self._high.to_bytes(4, "big")
