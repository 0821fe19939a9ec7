"""What a member writes of a release: "Дану отпустили, Аскар внутри". It is only asked about; what is asked tells nothing."""

import re

from core.understanding.heard import Heard
from core.understanding.later import names_person
from core.understanding.plain import readable
from core.understanding.situations import understand_situation

READ = 1000  # characters
OVER = "over"
_CLAUSES = re.compile(r"[^.,;!?\n]+[.,;!?\n]*")


def release_told(text: str, heard: Heard) -> bool:
    """Whether some or all are said to be free, in all of the message or in a clause of it."""
    shown = readable(text)[:READ]
    clauses = [clause for clause in _CLAUSES.findall(shown) if not clause.endswith("?")]
    whole = "".join(clauses)
    return any(understand_situation(part, heard) == OVER for part in (whole, *clauses) if part.strip())


def freed_among(text: str, people: dict[int, tuple[str, ...]], heard: Heard) -> tuple[int, ...]:
    """Who of these people is named in the clauses that say so, or in those that only go on with names behind them.
    ``people``: number → names.
    """
    shown, found, telling = readable(text)[:READ], dict[int, None](), False
    clauses = [clause for clause in _CLAUSES.findall(shown) if clause.strip()]
    before = list[str]()
    for clause in clauses:
        freed = understand_situation(clause, heard) == OVER
        telling = freed or (telling and _goes_on(clause))
        if freed:
            found |= dict.fromkeys(_named(" ".join(before), people))
        if telling:
            found |= dict.fromkeys(_named(clause, people))
        before = [*before, clause] if _goes_on(clause) and not telling else []
    return tuple(found)


def _named(text: str, people: dict[int, tuple[str, ...]]) -> list[int]:
    return [number for number, names in people.items() if any(names_person(text, name) for name in names)]


def _goes_on(clause: str) -> bool:
    """Whether it may be one of several names: few words, each with a capital."""
    words = re.findall(r"[^\W\d_]+", clause)
    return 0 < len(words) <= NAME and all(word[0].isupper() for word in words)


NAME = 3  # words
