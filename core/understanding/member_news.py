"""What a member writes of court and of a release: "hearing tomorrow at 10, Bostandyk court", "Дану отпустили, Аскар внутри".

A hearing is taken at once and asked about; a release is only asked about: bad news acts on suspicion, good news on a
confirmation. What is only asked tells nothing.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.understanding.clock_words import understand_appointment, with_dates
from core.understanding.court_words import court_named
from core.understanding.heard import Heard
from core.understanding.language import guess_language
from core.understanding.later import names_person
from core.understanding.phrases import says
from core.understanding.plain import readable, sentence
from core.understanding.situations import understand_situation
from core.values import Moment

READ = 1000  # characters
OVER = "over"
_CLAUSES = re.compile(r"[^.,;!?\n]+[.,;!?\n]*")


class HearingTold(Struct, frozen=True):
    """``court``: as it was typed, or empty."""

    when: Moment
    court: str


def hearing_told(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> HearingTold | None:
    """A hearing that is still to come, with its court; None where none is told."""
    shown = readable(text)[:READ]
    if shown.rstrip().endswith("?") or not says(heard.later.court, sentence(shown), heard.denial):
        return None
    language = guess_language(shown, heard) or language
    dated = with_dates(shown, heard, now, zone, language)
    when = understand_appointment(dated, heard, now, zone, language, hearing=True)
    if when is None or when.at is None:
        return None
    return HearingTold(when, court_named(shown, heard, language))


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
