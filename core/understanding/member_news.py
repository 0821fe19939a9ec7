"""What a member writes of a release: "Дану отпустили, Аскар внутри". It is only asked about; what is asked tells nothing."""

import re

from core.understanding.heard import Heard
from core.understanding.later import names_person
from core.understanding.phrases import says
from core.understanding.plain import readable, sentence
from core.understanding.situations import GOING_ON, understand_situation

READ = 1000  # characters
HOME = 6  # words of a clause
OVER = "over"
_CLAUSES = re.compile(r"[^.,;!?\n]+[.,;!?\n]*")


def release_told(text: str, heard: Heard) -> bool:
    """Whether some or all are said to be free, in all of the message or in a clause of it."""
    shown = readable(text)[:READ]
    clauses = [
        clause for clause in _CLAUSES.findall(without_either(shown, heard)) if not clause.endswith("?")
    ]
    whole = "".join(clauses)
    if any(understand_situation(part, heard) == OVER for part in (whole, *clauses) if part.strip()):
        return True
    return any(_is_home(clause, heard) for clause in clauses)


def without_either(text: str, heard: Heard) -> str:
    """The text without the clauses that say only that one of two things is so."""
    either = heard.members.either
    return "".join(clause for clause in _CLAUSES.findall(text) if either.isdisjoint(sentence(clause).split()))


def _is_home(clause: str, heard: Heard) -> bool:
    """Whether a short clause says that people are at home, or out, in other words: «все трое дома»."""
    if len(clause.split()) > HOME or understand_situation(clause, heard) in GOING_ON:
        return False
    return says(heard.members.home, sentence(clause), heard.denial)


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
