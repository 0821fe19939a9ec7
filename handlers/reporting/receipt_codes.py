"""Receipt codes: by which a reporter comes back. Two words and two digits, found by a keyed hash; code_entry reads them.

Wrong codes are counted: those of one chat, and those of all chats together, because accounts cost nothing. A chat that has
guessed too often waits. When all chats together have, no code is answered for anybody until the hour is over, and
administrators and coordinators are told. A right one still lets its chat add words meanwhile (GuestStanding.UNTOLD):
somebody who guesses must not keep away those who come back.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from core.model import Report
from core.presentation import Presentation
from core.receipt_codes import make_code, normalise_code
from core.traffic import Lane, Timer
from core.values import Place, Value, value_from_data
from handlers.alerting import tasks
from handlers.cards import case_lines
from handlers.casework.report_claims import newest_claims
from handlers.outbox import administrators, sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

TRIES = 5  # wrong codes of one chat within the hour
OF_ALL = 30  # of all chats: people mistype a few a day
WINDOW = timedelta(hours=1)
ALL = "tries:all"


async def count_code(turn: Turn) -> None:
    """One more code that nobody has; while codes are guessed, any: the tries that are left must not tell which was right."""
    await _count_try(turn.tx, _of_chat(turn), turn.address.id)
    together = await _count_try(turn.tx, ALL, 0)
    if together.attempts == OF_ALL:
        await _alarm_coordinators(turn.tx, turn.service, together.due_at)


async def count_wrong_link(turn: Turn) -> None:
    """A link that leads to nothing: its code is far too long to be guessed from many chats, so only this one waits."""
    await _count_try(turn.tx, _of_chat(turn), turn.address.id)


async def has_to_wait(turn: Turn) -> bool:
    """Whether this chat has to wait."""
    tries = await turn.tx.timers.get(_of_chat(turn))
    return tries is not None and tries.attempts >= TRIES


async def is_guessing(tx: Transaction) -> bool:
    """Whether codes are being guessed from many chats."""
    tries = await tx.timers.get(ALL)
    return tries is not None and tries.attempts >= OF_ALL


async def on_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """Time is over: what was counted is forgotten (the timer that kept it is gone)."""


def _of_chat(turn: Turn) -> str:
    return f"tries:{turn.address.id}"


async def _count_try(tx: Transaction, key: str, subject_id: int) -> Timer:
    tries = await tx.timers.get(key) or Timer(key, "forget", tx.now + WINDOW, subject_id)
    return tx.timers.put(replace(tries, attempts=tries.attempts + 1))


async def _alarm_coordinators(tx: Transaction, service: Service, until: datetime) -> None:
    time, once = case_lines.local_time(until, service.zone, service.zone), f"codes:{until.isoformat()}"
    await administrators.tell(tx, service, "operator-codes", once=once, count=str(OF_ALL), time=time)
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "codes-guessed", count=str(OF_ALL), time=time)
        key = f"{once}:coordinator:{member.address_id}"
        sending.send_message(tx, service, there, Presentation(text), Lane.NEWS, key=key)


async def give_code(turn: Turn, report: Report) -> tuple[Report, str]:
    """A code that nobody has, in the reporter's language."""
    words = turn.service.receipt_words[turn.language]
    while True:
        code = make_code(words, turn.service.pick)
        lookup = code_lookup(turn, normalise_code(code) or code)
        if not await turn.tx.reports.by(receipt_lookup=lookup):
            return turn.tx.reports.put(replace(report, receipt_lookup=lookup)), code


async def report_label(turn: Turn, report: Report) -> str:
    """How a person tells their own reports apart: the city that they named, and when."""
    time = case_lines.local_time(report.created_at, turn.service.zone, turn.service.zone)
    place = await _own_value(turn, report, "place")
    named = (place.city or place.region or "") if isinstance(place, Place) else ""
    gazetteer = turn.service.gazetteer
    return f"{gazetteer.name(named, turn.language) if gazetteer.knows(named) else ''} {time}".strip()


async def report_labels(turn: Turn, reports: Sequence[Report]) -> list[str]:
    """The same for several, no two alike: those of one place and minute have what was told, else a number."""
    found = [await report_label(turn, report) for report in reports]
    told = [
        label + await _situation_words(turn, report) if found.count(label) > 1 else label
        for label, report in zip(found, reports, strict=True)
    ]
    return [
        f"{label} ({told[: place + 1].count(label)})" if told.count(label) > 1 else label
        for place, label in enumerate(told)
    ]


async def _situation_words(turn: Turn, report: Report) -> str:
    situation = await _own_value(turn, report, "situation")
    return f", {turn.say(f'report-situation-{situation}')}" if situation is not None else ""


async def _own_value(turn: Turn, report: Report, kind: str) -> Value | None:
    """What this report says itself: what others have told or put right is nothing that its writer reads."""
    said = newest_claims(await turn.tx.claims.by(report_id=report.id)).get((kind, None))
    return value_from_data(said.value) if said is not None else None


def code_lookup(turn: Turn, code: str) -> bytes:
    """By which the report of a code is found: see normalise_code."""
    return turn.tx.keyed_hash("receipt", code)
