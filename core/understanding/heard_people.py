"""The words by which people are counted, and those of an answer to "who"."""

import re
from functools import cached_property
from typing import Annotated

from core.understanding.kinds import Beginnings, Numbers, Phrases, Typed, VocabularySection, Words
from core.understanding.name_book import name_sound
from core.understanding.plain import plain


def spoken(word: str) -> str:
    """A plain word as it sounds; one in Latin letters as it is spelt."""
    return word if word.isascii() else name_sound(word)


def _as_spoken(text: str) -> str:
    return spoken(plain(text))


class Counting(VocabularySection):
    """Words for people, and those beside a number that say that it counts people, and how exactly."""

    fold = staticmethod(_as_spoken)

    persons: Beginnings
    takers: Beginnings
    came: Words
    passive: Words
    dress: Beginnings
    wearing: Words
    subjects: Words
    not_taken: Words
    things: Beginnings
    about_before: Words
    at_least_before: Words
    about_behind: Words
    at_least_behind: Words
    more: Words
    just: Words
    collective: Words
    several: Words
    plurals: Words
    taken: Beginnings
    released: Beginnings
    part: Words
    kept: Words
    me: Words
    writer: Words
    us: Words
    them: Words
    being: Words
    both: Words
    and_with: Words
    possessive: Words
    kin: Words
    kin_beside: Words
    one_person: Words
    at_whose: Words
    told_of: Words
    tells: Beginnings
    counted_behind: Words
    of: Words
    of_whom: Words
    besides: Words
    too: Words
    labels: Words
    childrens: Words
    helpers: Words
    halves: Words
    let_in: Beginnings
    pairs: Numbers
    roughly: Numbers
    sets: Numbers
    ordinals: Numbers

    @cached_property
    def opening(self) -> frozenset[str]:
        """All words, but those for numbers, at which somebody may be counted."""
        words = (
            self.them, self.writer, self.us, self.me, self.kin, self.kin_beside, self.one_person, self.part, self.several,
            self.plurals,
        )  # fmt: skip
        return frozenset().union(*words, self.pairs, self.roughly, self.sets)


class Who(VocabularySection):
    """The words of an answer to "who" that are no names."""

    withheld: Phrases
    unknown: Phrases
    elsewhere: Words
    between: Annotated[re.Pattern[str], Typed(r"[,;\n]|(?<=\s)(?:&|{between})(?=\s)")]
    and_so_on: Annotated[re.Pattern[str], Typed(r"[\s,]+{and_so_on}\.?\s*$")]
    which: Annotated[re.Pattern[str], Typed(r",?\s+{which}\s.*?(?=[,;\n]|\s(?:&|{between})\s|$)")]
    among: Annotated[re.Pattern[str], Typed(r"^\s*{among}\s*:?\s*")]
    others: Words
    fillers: Words
    at_least: Words
    about: Words
    me: Words
    him: Words
    they: Words
