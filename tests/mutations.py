"""Addresses as they arrive in the end: misread from paper, mistyped, cut off, and mangled by programs.

The same ones for the same seed.
"""

import random
from collections.abc import Callable

NEXT_KEY = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxdrsfgujiokmmnipwadtcbexygcz", strict=False))
Change = Callable[[random.Random, str], str]


def mutated(addresses: list[str], count: int, seed: int) -> list[tuple[str, str]]:
    """Return `count` pairs of an address and what became of it: `how-to/cold-pack/`, `how-to/cold-pakc/`.

    None of the latter is an address.
    """
    chance, pairs = random.Random(seed), []
    while len(pairs) < count:
        address = chance.choice(addresses)
        change = chance.choice(CHANGES)
        asked = change(chance, address)
        if asked not in addresses and f"{asked}/" not in addresses and asked.strip("/"):
            pairs.append((address, asked))
    return pairs


def at(chance: random.Random, text: str) -> int:
    """Return the place of a letter."""
    return chance.choice([n for n, sign in enumerate(text) if sign.isalpha()])


def drop_a_letter(chance: random.Random, path: str) -> str:
    n = at(chance, path)
    return path[:n] + path[n + 1:]


def double_a_letter(chance: random.Random, path: str) -> str:
    n = at(chance, path)
    return path[:n] + path[n] + path[n:]


def swap_two_letters(chance: random.Random, path: str) -> str:
    n = at(chance, path[:-2])
    return path[:n] + path[n + 1] + path[n] + path[n + 2:]


def hit_the_next_key(chance: random.Random, path: str) -> str:
    n = at(chance, path)
    return path[:n] + NEXT_KEY[path[n]] + path[n + 1:]


def slip_twice(chance: random.Random, path: str) -> str:
    return drop_a_letter(chance, hit_the_next_key(chance, path))


def cut_off_the_end(chance: random.Random, path: str) -> str:
    """Lose up to half of the last part, as when a line of an email breaks."""
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return path.rstrip("/")[:-chance.randint(1, max(1, len(last) // 2))]


def lose_the_section(chance: random.Random, path: str) -> str:
    return path.split("/", 1)[-1] if path.count("/") > 1 else drop_a_letter(chance, path)


def take_another_section(chance: random.Random, path: str) -> str:
    return chance.choice(["pages/", "howto/", "safety/", "who/", "benefits/"]) + lose_the_section(chance, path)


def write_words_apart(chance: random.Random, path: str) -> str:
    return path.replace("-", chance.choice(["%20", "_", "", "+", "--"])) if "-" in path else double_a_letter(chance, path)


def add_or_drop_an_s(chance: random.Random, path: str) -> str:
    path = path.rstrip("/")
    return (path[:-1] if path.endswith("s") else f"{path}s") + "/"


def drop_a_word(chance: random.Random, path: str) -> str:
    head, _, last = path.rstrip("/").rpartition("/")
    words = last.split("-")
    if len(words) < 2:
        return swap_two_letters(chance, path)
    words.pop(chance.randrange(len(words)))
    return f"{head}/{'-'.join(words)}/".lstrip("/")


def turn_words_round(chance: random.Random, path: str) -> str:
    head, _, last = path.rstrip("/").rpartition("/")
    return f"{head}/{'-'.join(reversed(last.split('-')))}/".lstrip("/")


def shout(chance: random.Random, path: str) -> str:
    return path.upper()


def add_an_ending(chance: random.Random, path: str) -> str:
    return path.rstrip("/") + chance.choice([".html", ".htm", "/index.htm", ".php"])


def add_signs(chance: random.Random, path: str) -> str:
    return path + chance.choice([".", ")", "),", "%22", "%E2%80%9D", "…", ">", "].", "%20", "&utm_source=mail"])


def glue_a_part(chance: random.Random, path: str) -> str:
    return path + chance.choice(["steps", "in-short/", "%23in-short", "print/"])


def say_the_section_twice(chance: random.Random, path: str) -> str:
    return f"{path.split('/')[0]}/{path}" if path.count("/") > 1 else swap_two_letters(chance, path)


CHANGES: list[Change] = [drop_a_letter, double_a_letter, swap_two_letters, hit_the_next_key, slip_twice, cut_off_the_end,
                         cut_off_the_end, lose_the_section,
                         take_another_section, write_words_apart, add_or_drop_an_s, drop_a_word, turn_words_round, shout,
                         add_an_ending, add_signs, glue_a_part, say_the_section_twice]
