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


def timer_key(one: DoorList) -> str:
    """The one timer of a list: what it is for is its kind."""
    return f"door:{one.id}"


def lines_of(one: DoorList) -> list[DoorListLine]:
    """Its lines, in their order."""
    return [line_from_data(data) for data in one.lines]


def place_of(one: DoorList) -> Place:
    """Where the door is; nowhere, before it was said."""
    place = value_from_data(one.where) if one.where else Place()
    return place if isinstance(place, Place) else Place()


def door_words(one: DoorList) -> str:
    """The place as it was typed, to be shown."""
    return inert_line(place_of(one).text)


def zone_at(service: Service, one: DoorList) -> ZoneInfo:
    """The door's own zone, or the organisation's."""
    place = place_of(one)
    return zone_of(service.gazetteer, service.zone, place.district, place.city, place.region)


def hour_of(service: Service, one: DoorList) -> str:
    """When they stood there, by the clock there."""
    return f"{one.at.astimezone(zone_at(service, one)):%H:%M}"


async def current_list(tx: Transaction, member: Member) -> DoorList | None:
    """The newest list that the member adds to; or that they brought just now, and whose photos somebody else reads."""
    read = [one for state in UNDER_WAY for one in await tx.door_lists.by(reader_id=member.id, state=state)]
    sent = [
        one
        for state in (*UNDER_WAY, ListState.WAITS)
        for one in await tx.door_lists.by(member_id=member.id, state=state)
        if one.files and tx.now - one.updated_at < LEFT
    ]
    return max([*read, *sent], key=lambda one: one.id, default=None)


async def save(
    tx: Transaction, one: DoorList, lines: Sequence[DoorListLine] | None = None, **changes: Any
) -> DoorList:
    """It is so now; its cards follow. Whoever reads it has time anew."""
    if lines is not None:
        changes["lines"] = tuple(line_to_data(line) for line in lines)
    one = tx.door_lists.put(replace(one, updated_at=tx.now, **changes))
    if one.state in UNDER_WAY:
        tx.timers.put(Timer(timer_key(one), "brought-left", tx.now + LEFT, one.id))
    elif one.state in ENDED:
        tx.timers.remove(timer_key(one))
    for subject in (CARD, WAITING):
        for card in await tx.cards.by(subject=subject, subject_id=one.id):
            live_cards.touch(tx, replace(card, lane=Lane.REPLY) if subject == CARD else card)
    return one


async def show(tx: Transaction, one: DoorList, address_id: int) -> None:
    """As a new message at the end of the chat: something was typed above it."""
    await live_cards.renew(tx, CARD, one.id, address_id, Lane.REPLY)


async def member_of(tx: Transaction, number: int | None) -> Member | None:
    """The member of this number, if there is one."""
    return await tx.members.get(number) if number is not None else None


async def name_of(tx: Transaction, number: int | None) -> str:
    """What a member is called."""
    member = await member_of(tx, number)
    return member.name if member is not None else "—"
