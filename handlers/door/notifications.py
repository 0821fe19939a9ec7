"""Who hears of a list: reporters, as far as they allow; the members who have the cases, in one message; coordinators, only
how many.
"""

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


async def tell_reporters(tx: Transaction, service: Service, door_list: DoorList, case: Case) -> news.Told:
    """Tell reporters where and when somebody of their report was found; if it has several people, not who."""
    said: dict[str, Any] = {"place": lists.door_words(door_list), "time": lists.hour_of(service, door_list)}
    several = int(case.identified + case.unidentified_min > 1)
    return await news.tell(tx, service, case, "news-found", several=several, **said)


async def tell_reporters_corrected(
    tx: Transaction, service: Service, door_list: DoorList, case: Case, told: Sequence[int]
) -> None:
    """The reporters who were told hear that it was a mistake."""
    said: dict[str, Any] = {"place": lists.door_words(door_list), "time": lists.hour_of(service, door_list)}
    await news.tell(tx, service, case, "news-found-not", only=told, **said)


async def tell_members(
    tx: Transaction, service: Service, door_list: DoorList, lines: Sequence[DoorListLine]
) -> None:
    """What was written down now, to everybody but who brought or wrote it."""
    await _tell_holders(
        tx, service, door_list, [line for line in lines if not line.denied], "door-told-found"
    )
    await _tell_holders(tx, service, door_list, [line for line in lines if line.denied], "door-told-denied")
    counts: dict[str, Any] = {
        "found": door_list.found,
        "opened": door_list.opened,
        "denied": door_list.denied,
    }
    if lines:
        await _tell_coordinators(
            tx,
            service,
            door_list,
            "door-told",
            door_list.reader_id,
            undo=True,
            unverified=sum(line.unverified for line in lines),
            **counts,
        )
    brought = await lists.member_of(tx, door_list.member_id)
    if lines and brought is not None and door_list.reader_id != brought.id:
        reader = await lists.name_of(tx, door_list.reader_id)
        await _send(tx, service, door_list, brought, "door-read-for-you", reader=reader)


async def tell_members_corrected(tx: Transaction, service: Service, door_list: DoorList, by: Member) -> None:
    """It was a mistake."""
    lines = [line for line in lists.lines_of(door_list) if line.written and not line.opened]
    await _tell_holders(tx, service, door_list, lines, "door-told-undone")
    await _tell_coordinators(tx, service, door_list, "door-undone-told", by.id, undo=False, by=by.name)


async def touch_chat_card(tx: Transaction, door_list: DoorList) -> None:
    """Coordinators' card of all that was opened by the member who brought the list."""
    brought = await lists.member_of(tx, door_list.member_id)
    for card in await tx.cards.by(subject="chat", subject_id=brought.address_id if brought else 0):
        live_cards.touch(tx, card)


async def _tell_holders(
    tx: Transaction, service: Service, door_list: DoorList, lines: Iterable[DoorListLine], key: str
) -> None:
    """One message for each who has some of these cases, with their codes; if it is one case, the message goes when they
    lose the right to see it.
    """
    cases: dict[int, dict[int, Case]] = {}
    for line in lines:
        case = await tx.cases.get(line.case or 0)
        if case is not None and case.state is CaseState.ACCEPTED:
            for holder in {case.owner_id, case.second_id} - {None, door_list.member_id, door_list.reader_id}:
                cases.setdefault(holder or 0, {})[case.id] = case
    for number, found in cases.items():
        member = await tx.members.get(number)
        if member is not None:
            codes = ", ".join(case.code for case in found.values())
            about = next(iter(found.values())) if len(found) == 1 else None
            await _send(tx, service, door_list, member, key, lane=Lane.ALERT, about=about, codes=codes)


async def _tell_coordinators(
    tx: Transaction,
    service: Service,
    door_list: DoorList,
    key: str,
    but: int | None,
    *,
    undo: bool,
    **said: Any,
) -> None:
    for member in await tasks.coordinators(tx):
        if member.id != but:
            await _send(tx, service, door_list, member, key, undo=undo, **said)


async def _send(
    tx: Transaction,
    service: Service,
    door_list: DoorList,
    member: Member,
    key: str,
    *,
    lane: Lane = Lane.NEWS,
    undo: bool = False,
    about: Case | None = None,
    unverified: int = 0,
    **said: Any,
) -> None:
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    place, time = lists.door_words(door_list), lists.hour_of(service, door_list)
    name = await lists.brought_by(tx, service, language, door_list)
    text = service.words.say(language, key, place=place, time=time, name=name, **said)
    if unverified:
        text += f"\n{service.words.say(language, 'round-unverified', count=unverified)}"
    label = service.words.say(language, "button-door-undo")
    rows = ((Button(label, f"door:{door_list.id}:undo"),),) if undo else ()
    quiet = lane is Lane.NEWS and await is_quiet_hour(tx, service, there)
    shown = Presentation(text, rows, protect=True, silent=quiet)
    sending.send_message(
        tx, service, there, shown, lane, key=disclosure.new_key(tx, about) if about else None
    )
