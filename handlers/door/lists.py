"""A list as it is kept: found, changed, and looked after. Its lines are added to, chosen and written by its reader."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from core.casework.case_columns import zone_of
from core.folding import inert_line
from core.model import Member
from core.records.door_lists import DoorList, DoorListLine, ListState, line_from_data, line_to_data
from core.traffic import Lane, Timer
from core.values import Place, value_from_data
from handlers.cards import live_cards
from handlers.service import Service
from storage.transaction import Transaction

CARD = "brought"  # as its reader sees it, and who brought it
WAITING = "brought-waits"  # that it waits, for coordinators
LEFT = timedelta(minutes=30)  # without a word or a tap: coordinators go on with it
UNDER_WAY = (ListState.WHERE, ListState.OPEN)  # while somebody adds and chooses
ENDED = (ListState.WRITTEN, ListState.UNDONE, ListState.DROPPED)


def timer_key(door_list: DoorList) -> str:
    """The one timer of a list: what it is for is its kind."""
    return f"door:{door_list.id}"


def lines_of(door_list: DoorList) -> list[DoorListLine]:
    """Its lines, in their order."""
    return [line_from_data(data) for data in door_list.lines]


def place_of(door_list: DoorList) -> Place:
    """Where the door is; nowhere, before it was said."""
    place = value_from_data(door_list.where) if door_list.where else Place()
    return place if isinstance(place, Place) else Place()


def door_words(door_list: DoorList) -> str:
    """The place as it was typed, to be shown."""
    return inert_line(place_of(door_list).text)


def zone_at(service: Service, door_list: DoorList) -> ZoneInfo:
    """The door's own zone, or the organisation's."""
    place = place_of(door_list)
    return zone_of(service.gazetteer, service.zone, place.district, place.city, place.region)


def hour_of(service: Service, door_list: DoorList) -> str:
    """When they stood there, by the clock there."""
    return f"{door_list.at.astimezone(zone_at(service, door_list)):%H:%M}"


async def current_list(tx: Transaction, member: Member) -> DoorList | None:
    """The newest list that the member adds to; or that they brought just now, and whose photos somebody else reads."""
    read = [
        door_list
        for state in UNDER_WAY
        for door_list in await tx.door_lists.by(reader_id=member.id, state=state)
    ]
    sent = [
        door_list
        for state in (*UNDER_WAY, ListState.WAITS)
        for door_list in await tx.door_lists.by(member_id=member.id, state=state)
        if door_list.files and tx.now - door_list.updated_at < LEFT
    ]
    return max([*read, *sent], key=lambda door_list: door_list.id, default=None)


async def save(
    tx: Transaction, door_list: DoorList, lines: Sequence[DoorListLine] | None = None, **changes: Any
) -> DoorList:
    """Save the changes; its cards follow, and its reader has the full time again."""
    if lines is not None:
        changes["lines"] = tuple(line_to_data(line) for line in lines)
    door_list = tx.door_lists.put(replace(door_list, updated_at=tx.now, **changes))
    if door_list.state in UNDER_WAY:
        tx.timers.put(Timer(timer_key(door_list), "brought-left", tx.now + LEFT, door_list.id))
    elif door_list.state in ENDED:
        tx.timers.remove(timer_key(door_list))
    for subject in (CARD, WAITING):
        for card in await tx.cards.by(subject=subject, subject_id=door_list.id):
            live_cards.touch(tx, replace(card, lane=Lane.REPLY) if subject == CARD else card)
    return door_list


async def show(tx: Transaction, door_list: DoorList, address_id: int) -> None:
    """As a new message at the end of the chat: something was typed above it."""
    await live_cards.renew(tx, CARD, door_list.id, address_id, Lane.REPLY)


async def member_of(tx: Transaction, number: int | None) -> Member | None:
    """The member of this number, if there is one."""
    return await tx.members.get(number) if number is not None else None


async def brought_by(tx: Transaction, service: Service, language: str, door_list: DoorList) -> str:
    """Who brought it, as a member reads it."""
    if door_list.member_id is None:
        return service.words.say(language, "door-names-by")
    return await name_of(tx, door_list.member_id)


async def name_of(tx: Transaction, number: int | None) -> str:
    """What a member is called."""
    member = await member_of(tx, number)
    return member.name if member is not None else "—"
