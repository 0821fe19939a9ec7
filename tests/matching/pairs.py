"""The corpus: pairs of names by cause, a fixed third of which is only measured, never looked at."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.matching.likeness import PERHAPS, name_likeness
from core.matching.name_tokens import NameRules, birth_year_in, name_tokens
from core.matching.search_blocks import KnownPerson, blocks_to_search

HELD_OUT = 3  # each so many-th
FILES = {
    "same": True,
    "different": False,
    "fresh_same": True,
    "fresh_different": False,
}  # fresh: not by whoever tunes


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names; ``same``: they are one person's."""

    cause: str
    one: str
    other: str
    same: bool
    held_out: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found of pairs that are one person's (``right``), and what was found beside (``wrong``)."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is right, the share that was found."""
        return self.right / max(1, self.right + self.missed)


def load() -> list[Pair]:
    """All pairs, in the order of the files."""
    found = []
    for name, same in FILES.items():
        data = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
        for row in data["row"]:
            for number, (one, other) in enumerate(row["pairs"], start=1):
                found.append(Pair(row["cause"], one, other, same, number % HELD_OUT == 0))
    return found


def likeness(pair: Pair, rules: NameRules) -> float:
    """How alike the two names are; not at all where years of birth stand beside them that differ."""
    years = {birth_year_in(pair.one), birth_year_in(pair.other)} - {None}
    if len(years) > 1:
        return 0.0
    return name_likeness(name_tokens(pair.one, rules), name_tokens(pair.other, rules))


def figures(pairs: Sequence[Pair], rules: NameRules, least: float = PERHAPS) -> Figures:
    """Of pairs that are as alike as ``least``."""
    found = [pair for pair in pairs if likeness(pair, rules) >= least]
    right = sum(pair.same for pair in found)
    return Figures(right, len(found) - right, sum(pair.same for pair in pairs) - right)


def share_found(pairs: Sequence[Pair], rules: NameRules) -> float:
    """Of the pairs that are one, those that two words of the name bring together unread."""
    same = [pair for pair in pairs if pair.same]
    return sum(bool(_blocks(p.one, rules) & _blocks(p.other, rules)) for p in same) / len(same)


def _blocks(name: str, rules: NameRules) -> set[str]:
    return {text for _, text in blocks_to_search(KnownPerson(name_tokens(name, rules)))}
