"""Wrong receipt codes are counted: those of one chat, and those of all chats together, because accounts cost nothing.

Whoever has guessed too often waits. When all chats together have, no code is answered to anybody until the hour is over, and
administrators and coordinators are told. A right one still lets its chat add words meanwhile (Standing.UNTOLD): somebody
who guesses must not keep away those who come back.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Timer
from handlers.alerting import asks
from handlers.cards import case_lines
from handlers.outbox import operator, sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

TRIES = 5  # wrong codes of one chat within the hour
OF_ALL = 30  # of all chats: people mistype a few a day
WINDOW = timedelta(hours=1)
ALL = "tries:all"


async def wrong(turn: Turn) -> None:
    """One more code that nobody has."""
    await _count(turn.tx, _of_chat(turn), turn.address.id)
    together = await _count(turn.tx, ALL, 0)
    if together.attempts == OF_ALL:
        await _alarm(turn.tx, turn.service, together.due_at)


async def wrong_link(turn: Turn) -> None:
    """A link that leads to nothing: its code is far too long to be guessed from many chats, so only this one waits."""
    await _count(turn.tx, _of_chat(turn), turn.address.id)


async def too_many(turn: Turn) -> bool:
    """Whether this chat has to wait."""
    tries = await turn.tx.timers.get(_of_chat(turn))
    return tries is not None and tries.attempts >= TRIES


async def guessing(tx: Transaction) -> bool:
    """Whether codes are being guessed from many chats."""
    tries = await tx.timers.get(ALL)
    return tries is not None and tries.attempts >= OF_ALL


async def on_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """Time is over: what was counted is forgotten (the timer that kept it is gone)."""


def _of_chat(turn: Turn) -> str:
    return f"tries:{turn.address.id}"


async def _count(tx: Transaction, key: str, subject_id: int) -> Timer:
    tries = await tx.timers.get(key) or Timer(key, "forget", tx.now + WINDOW, subject_id)
    return tx.timers.put(replace(tries, attempts=tries.attempts + 1))


async def _alarm(tx: Transaction, service: Service, until: datetime) -> None:
    time, once = case_lines.local(until, service.zone, service.zone), f"codes:{until.isoformat()}"
    await operator.tell(tx, service, "operator-codes", once=once, count=str(OF_ALL), time=time)
    for member in await asks.coordinators(tx):
        there = await home(tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "codes-guessed", count=str(OF_ALL), time=time)
        key = f"{once}:coordinator:{member.address_id}"
        sending.message(tx, service, there, Presentation(text), Lane.NEWS, key=key)
