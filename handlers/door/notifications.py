"""Who hears of a list: the reporters, as they allow; whoever has the cases, in one message; coordinators, how many."""

from collections.abc import Iterable, Sequence
from typing import Any

from core.model import Case, Member
from core.presentation import Button, Presentation
from core.records.door_lists import DoorList, DoorListLine
from core.traffic import Lane
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import disclosure
from handlers.door import lists
from handlers.outbox import news, sending
from handlers.people.membership import home_address, is_quiet_hour
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def tell_reporters(tx: Transaction, service: Service, one: DoorList, case: Case) -> tuple[int, ...]:
    """Where and when somebody of their report was found; of several not who. The reports that were told."""
    said: dict[str, Any] = {"place": lists.door_words(one), "time": lists.hour_of(service, one)}
    several = int(case.identified + case.unidentified_min > 1)
    return await news.tell(tx, service, case, "news-found", several=several, **said)


async def tell_reporters_corrected(
    tx: Transaction, service: Service, one: DoorList, case: Case, told: Sequence[int]
) -> None:
    """Whoever was told hears that it was a mistake."""
    said: dict[str, Any] = {"place": lists.door_words(one), "time": lists.hour_of(service, one)}
    await news.tell(tx, service, case, "news-found-not", only=told, **said)


async def tell_members(
    tx: Transaction, service: Service, one: DoorList, lines: Sequence[DoorListLine]
) -> None:
    """What was written down now, to everybody but who brought or wrote it."""
    await _tell_holders(tx, service, one, [line for line in lines if not line.denied], "door-told-found")
    await _tell_holders(tx, service, one, [line for line in lines if line.denied], "door-told-denied")
    by: dict[str, Any] = {"name": await lists.name_of(tx, one.member_id)}
    counts: dict[str, Any] = {"found": one.found, "opened": one.opened, "denied": one.denied}
    if lines:
        await _tell_coordinators(tx, service, one, "door-told", one.reader_id, undo=True, **by, **counts)
    brought = await lists.member_of(tx, one.member_id)
    if lines and brought is not None and one.reader_id != brought.id:
        reader = await lists.name_of(tx, one.reader_id)
        await _send(tx, service, one, brought, "door-read-for-you", reader=reader, **counts)


async def tell_members_corrected(tx: Transaction, service: Service, one: DoorList, by: Member) -> None:
    """It was a mistake."""
    lines = [line for line in lists.lines_of(one) if line.written and not line.opened]
    await _tell_holders(tx, service, one, lines, "door-told-undone")
    said: dict[str, Any] = {"name": await lists.name_of(tx, one.member_id), "by": by.name}
    await _tell_coordinators(tx, service, one, "door-undone-told", by.id, undo=False, **said)


async def touch_chat_card(tx: Transaction, one: DoorList) -> None:
    """Coordinators' card of all that was opened by whoever brought the list."""
    brought = await lists.member_of(tx, one.member_id)
    for card in await tx.cards.by(subject="chat", subject_id=brought.address_id if brought else 0):
        live_cards.touch(tx, card)


async def _tell_holders(
    tx: Transaction, service: Service, one: DoorList, lines: Iterable[DoorListLine], key: str
) -> None:
    """One message for each who has some of these cases, with their codes; of one case it goes with the right to it."""
    cases: dict[int, dict[int, Case]] = {}
    for line in lines:
        case = await tx.cases.get(line.case or 0)
        if case is not None and case.state is CaseState.ACCEPTED:
            for holder in {case.owner_id, case.second_id} - {None, one.member_id, one.reader_id}:
                cases.setdefault(holder or 0, {})[case.id] = case
    for number, found in cases.items():
        member = await tx.members.get(number)
        if member is not None:
            said: dict[str, Any] = {
                "codes": ", ".join(case.code for case in found.values()),
                "name": await lists.name_of(tx, one.member_id),
            }
            about = next(iter(found.values())) if len(found) == 1 else None
            await _send(tx, service, one, member, key, lane=Lane.ALERT, about=about, **said)


async def _tell_coordinators(
    tx: Transaction,
    service: Service,
    one: DoorList,
    key: str,
    but: int | None,
    *,
    undo: bool,
    **said: Any,
) -> None:
    for member in await tasks.coordinators(tx):
        if member.id != but:
            await _send(tx, service, one, member, key, undo=undo, **said)


async def _send(
    tx: Transaction,
    service: Service,
    one: DoorList,
    member: Member,
    key: str,
    *,
    lane: Lane = Lane.NEWS,
    undo: bool = False,
    about: Case | None = None,
    **said: Any,
) -> None:
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    place, time = lists.door_words(one), lists.hour_of(service, one)
    text = service.words.say(language, key, place=place, time=time, **said)
    label = service.words.say(language, "button-door-undo")
    rows = ((Button(label, f"door:{one.id}:undo"),),) if undo else ()
    quiet = lane is Lane.NEWS and await is_quiet_hour(tx, service, there)
    shown = Presentation(text, rows, protect=True, silent=quiet)
    sending.send_message(
        tx, service, there, shown, lane, key=disclosure.new_key(tx, about) if about else None
    )
