"""Lists that wait for a coordinator: a photo, a voice, names that a lawyer may not choose among, or that nobody wrote down.

Each is a card of its own with one button; it comes again until somebody reads it.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.incoming import File
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.records.door_lists import DoorList, ListState
from core.sent_files import FileState, is_ours
from core.traffic import Card, Lane, Outgoing, Timer
from core.values import Place, value_to_data
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.cards.stub import stub
from handlers.casework import disclosure
from handlers.door import line_matches, lists
from handlers.outbox import administrators, sending
from handlers.people.membership import home_address
from handlers.people.readers import is_coordinator, language_of, unreachable_ids
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import outbox
from storage.transaction import Transaction

AGAIN = (
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
)  # since the last time; the last one stays
LATE, COPIED = "brought-late", timedelta(minutes=1)  # the timer of a file that another messenger has so far
FILES = f"{disclosure.KEY}0:brought:"  # how the keys begin of what was handed out of a list: it is for coordinators


async def ask_coordinators(tx: Transaction, service: Service, door_list: DoorList) -> None:
    """Coordinators are asked to read it, now."""
    door_list = await lists.save(tx, door_list, state=ListState.WAITS, reader_id=None)
    await _ring(tx, service, door_list)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It still waits: coordinators hear of it, at first or again; administrators, if none would read it."""
    door_list = await tx.door_lists.get(timer.subject_id)
    if door_list is not None and door_list.state is ListState.WAITS:
        await _ring(tx, service, door_list)


async def _ring(tx: Transaction, service: Service, door_list: DoorList) -> None:
    members = await tasks.coordinators(tx)
    if len(await unreachable_ids(tx, members)) == len(members):
        await administrators.tell(
            tx, service, "operator-no-coordinators-list", once=f"no-coordinator:list:{door_list.id}"
        )
    for member in members:
        await live_cards.renew(tx, lists.WAITING, door_list.id, await home_address(tx, member), Lane.ALERT)
    waited = tx.now - door_list.updated_at
    pause = next((pause for pause in AGAIN if pause > waited), AGAIN[-1])
    tx.timers.put(Timer(lists.timer_key(door_list), "brought-waits", tx.now + pause, door_list.id))


async def on_list_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has gone on with it: with names or a photo in it coordinators do; else it is gone."""
    door_list = await tx.door_lists.get(timer.subject_id)
    if door_list is None or door_list.state not in lists.UNDER_WAY:
        return
    if door_list.lines or door_list.files:
        await ask_coordinators(tx, service, door_list)
    else:
        await lists.save(tx, door_list, state=ListState.DROPPED)


async def on_read(turn: Turn, door_list: DoorList) -> None:
    """*Read it*: it is this coordinator's, with all that was sent."""
    member = turn.coordinator
    if member is None or door_list.state is not ListState.WAITS:
        turn.reply("door-gone")
        return
    if door_list.member_id is None:
        await _show_told(turn, door_list, member)
        return
    state = ListState.OPEN if door_list.where else ListState.WHERE
    door_list = await lists.save(turn.tx, door_list, state=state, reader_id=member.id, focus=None)
    await line_matches.note_compared(turn, door_list, lists.lines_of(door_list))
    await hand_out_files(turn.tx, turn.service, door_list, door_list.files)
    if door_list.where:
        await lists.show(turn.tx, door_list, turn.address.id)
    else:
        turn.reply("door-where")


async def _show_told(turn: Turn, door_list: DoorList, member: Member) -> None:
    """From somebody who is no member: the names at once, also where nobody knows yet from where they are."""
    where = door_list.where or value_to_data(Place(unknown=True))
    door_list = await lists.save(
        turn.tx, door_list, state=ListState.OPEN, reader_id=member.id, focus=None, where=where
    )
    await line_matches.match_again(turn, door_list, lists.lines_of(door_list))
    await lists.show(turn.tx, door_list, turn.address.id)


async def hand_out_files(
    tx: Transaction, service: Service, door_list: DoorList, files: Sequence[int]
) -> None:
    """What was sent, to its reader."""
    reader = await lists.member_of(tx, door_list.reader_id)
    there = await home_address(tx, reader) if reader is not None else None
    for id in files:
        file = await tx.files.get(id)
        if file is None or there is None:
            continue
        key, number = f"{FILES}{door_list.id}:{tx.new_id()}", door_list.files.index(id) + 1
        language = await language_of(tx, service, there)
        if await sending.is_at_hand(tx, file, there):
            given = File(file.kind, file.about["id"], duration=file.about["duration"])
            refused = service.words.say(language, "file-refused")
            sending.send_file(tx, there, given, "", key, kept=file.id, number=number, if_refused=refused)
        else:
            text = service.words.say(language, "file-elsewhere")
            sending.send_message(tx, service, there, Presentation(text, protect=True), key=key)
            tx.timers.put(Timer(f"{LATE}:{file.id}", LATE, tx.now + COPIED, file.id))


async def on_copied_late(tx: Transaction, service: Service, timer: Timer) -> None:
    """What had not been copied when its reader wanted it: by now it is, or never."""
    file = await tx.files.get(timer.subject_id)
    if file is not None and is_ours(file):
        for door_list in await tx.door_lists.select():
            if file.id in door_list.files and door_list.state not in lists.ENDED:
                await hand_out_files(tx, service, door_list, (file.id,))
    elif file is not None and file.state is FileState.WANTED:
        tx.timers.put(replace(timer, due_at=tx.now + COPIED))


async def on_arrived(tx: Transaction, service: Service, row: Outgoing) -> None:
    """What was handed out of a list is in the chat; it goes when the list is done with."""
    here = await tx.outgoing.get(row.id)  # it may have been taken back as it came
    door_list = await tx.door_lists.get(int((row.key or "").removeprefix(FILES).split(":")[0]))
    if here is not None and (door_list is None or door_list.state in lists.ENDED):
        disclosure.take_away(tx, here)


async def take_back_files(tx: Transaction, door_list: DoorList) -> None:
    """Nobody has to look at the photo any more."""
    for row in await tx.outgoing.select(outbox.c.key.startswith(f"{FILES}{door_list.id}:")):
        disclosure.take_away(tx, row)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """That a list waits, who brought it and from where, and later who reads it; no names."""
    language = await language_of(tx, service, card.address_id)
    door_list = await tx.door_lists.get(card.subject_id)
    if door_list is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    by = await lists.brought_by(tx, service, language, door_list)
    place = lists.door_words(door_list) or service.words.say(language, "place-unknown")
    said: dict[str, Any] = {"name": by, "place": place, "time": lists.hour_of(service, door_list)}
    if door_list.state is ListState.WAITS:
        kind = "told" if door_list.member_id is None else "files" if door_list.files else "names"
        named = [line for line in lists.lines_of(door_list) if line.name]
        count = len(named if kind == "told" else door_list.lines)
        text = service.words.say(language, "door-waits", kind=kind, count=count, **said)
        read = Button(
            service.words.say(language, "button-door-read"), f"doorread:{door_list.id}", Style.PRIMARY
        )
        return Presentation(text, ((read,),), protect=True)
    reader = await lists.name_of(tx, door_list.reader_id)
    return stub(service, language, "door-waited", state=door_list.state.value, reader=reader, **said)
