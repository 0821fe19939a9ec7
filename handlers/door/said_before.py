"""What was said at this door today: by another list in the same words, or of the same person. Then nothing is new."""

from datetime import date, datetime, timedelta

from bot.core.brought import DoorList, Line, ListState
from bot.core.casework.claims import Claim
from bot.core.folding import fold
from bot.core.places.spot import Spot
from bot.core.values import Place, from_data
from handlers.cards.bundle_rows import spot_of
from handlers.door.lists import lines_of, place_of, zone_at
from handlers.service import Service
from storage.schema import door_lists
from storage.transaction import Transaction

ANSWERS = {False: "found", True: "denied"}  # the kinds of claim

Words = tuple[str, int | None]
Who = tuple[int, int | None]  # a case, and a person in it


def words_of(line: Line) -> Words:
    """By which two lines are taken for one: nobody writes the names of two people in one way at one door."""
    return " ".join(sorted(fold(line.name).replace(".", " ").split())), line.born


async def by_lists(tx: Transaction, service: Service, one: DoorList) -> dict[Words, Line]:
    """The lines of this door's lists of the day. A lone given name proves nothing, but here it is the same."""
    if one.place is None:
        return {}
    near = door_lists.c.at.between(one.at - timedelta(days=1), one.at + timedelta(days=1))
    found = await tx.door_lists.select(
        door_lists.c.place == one.place, near, door_lists.c.state != ListState.UNDONE.value
    )
    said: dict[Words, Line] = {}
    for other in sorted(found, key=lambda listed: listed.id):
        today = _day(service, one, other.at) == _day(service, one, one.at)
        if other.id != one.id and today and is_here(service, one, place_of(other)):
            said |= {words_of(line): line for line in lines_of(other) if line.written}
    return said


async def is_said(tx: Transaction, service: Service, one: DoorList, who: Who, *, denied: bool) -> bool:
    """Whether the last that was said today of this person, anywhere, is the same, and of this door."""
    today: list[tuple[datetime, int, Claim]] = []
    for kind in ANSWERS.values():
        for claim in await tx.claims.by(case_id=who[0], kind=kind):
            stands = claim.withdrawn_at is None and claim.person_id == who[1] and claim.at is not None
            if stands and claim.at and _day(service, one, claim.at) == _day(service, one, one.at):
                today.append((claim.at, claim.id, claim))
    if not today:
        return False
    _, _, last = max(today, key=lambda said: said[:2])
    place = from_data(last.value)
    return last.kind == ANSWERS[denied] and isinstance(place, Place) and is_here(service, one, place)


def _day(service: Service, one: DoorList, at: datetime) -> date:
    return at.astimezone(zone_at(service, one)).date()


def is_here(service: Service, one: DoorList, place: Place) -> bool:
    """Whether this is the place of the list's door, however it is written."""
    here = place_of(one)
    same_words = one.place == (place.city or place.region) and fold(here.text) == fold(place.text)
    return same_words or _spot(service, here).is_same(_spot(service, place))


def _spot(service: Service, place: Place) -> Spot:
    return spot_of(service, place.city or place.region or "", place.text)
