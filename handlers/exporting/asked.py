"""``/export FROM TO PURPOSE WHY``: a coordinator asks for an export with names, of cases that were opened in these days."""

from datetime import datetime, timedelta

from msgspec import Struct

from bot.core.exporting.moments import moment_of
from bot.core.folding import inert
from bot.core.model import LANGUAGES
from bot.core.vocabulary import OF_NAMES, Use
from handlers.exporting import permits
from handlers.service import Service
from handlers.turn import Turn

MOST = 300  # characters of a reason
LONGEST = timedelta(days=3660)
LEAST = 4  # words: two days, a purpose, why


class Wanted(Struct, frozen=True):
    """What was typed: the cases, what for, and why."""

    begin: datetime
    end: datetime
    purpose: Use
    reason: str


async def typed(turn: Turn, argument: str) -> Wanted | None:
    """Two days, the purpose in any of our languages, and a reason; None: how to type it is told."""
    words = argument.split(maxsplit=LEAST - 1)
    if len(words) < LEAST:
        return None
    begin = moment_of(words[0], turn.service.zone)
    end = moment_of(words[1], turn.service.zone, end=True)
    purpose = _purpose(turn.service, words[2])
    reason = inert(words[3])[:MOST]
    if begin is None or end is None or purpose is None or not reason:
        return None
    return Wanted(begin, end, purpose, reason) if timedelta() < end - begin <= LONGEST else None


async def on_asked(turn: Turn, wanted: Wanted) -> None:
    """Another coordinator is asked."""
    if turn.coordinator is None:
        return
    await permits.ask(
        turn.tx, turn.service, turn.coordinator, wanted.purpose, wanted.begin, wanted.end, wanted.reason
    )


def _purpose(service: Service, word: str) -> Use | None:
    known = {
        service.words.say(language, f"exports-purpose-{use}").casefold(): use
        for language in LANGUAGES
        for use in OF_NAMES
    }
    return known.get(word.casefold())
