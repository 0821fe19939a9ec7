"""Whether words are about something else than the report to which they came: another city, other people.

HERE      nothing speaks for it
MOVED     the person who was taken is brought to another city: a coordinator reads it
DOUBTFUL  something happens elsewhere, perhaps to the same person: asked with two buttons, a coordinator reads it meanwhile
ANOTHER   something happens elsewhere to somebody else: a report of its own, and lawyers there are asked
"""

from enum import Enum, auto

from core.conversation.corrections import place_put_right
from core.conversation.finer_values import places_contradict
from core.intake.message import ReadMessage
from core.intake.standing import KnownReport
from core.places.place_kinds import PlaceMatch, PlaceRole
from core.understanding.later import speaks_of_another, speaks_of_the_same
from core.values import Place

FIRST = 20  # messages in which it is looked for who was named


class Belonging(Enum):
    """See above."""

    HERE = auto()
    MOVED = auto()
    DOUBTFUL = auto()
    ANOTHER = auto()


ELSEWHERE = (Belonging.ANOTHER, Belonging.DOUBTFUL)


def belonging(message: ReadMessage, known: KnownReport, *, by_member: bool) -> Belonging:
    """What the words are to this report. If it is no case yet, nobody has heard of it: what happens elsewhere is another.

    What a member says begins no report by itself.
    """
    place = _place_of(known) if message.is_own else None
    match = message.place if place is not None else None
    if place is None or match is None:
        return Belonging.HERE
    found = _compare(message, place, match, " . ".join(known.said[:FIRST]))
    if known.case is None:
        return Belonging.ANOTHER if found is Belonging.DOUBTFUL else found
    return Belonging.DOUBTFUL if found is Belonging.ANOTHER and by_member else found


def _compare(message: ReadMessage, known: Place, match: PlaceMatch, before: str) -> Belonging:
    text, heard = message.text, message.setting.heard
    others = speaks_of_another(text, heard)
    there = Place(city=match.city, district=match.district, region=match.region)
    if place_put_right(text, known, message.setting) is not None:
        return Belonging.HERE
    happening = message.read.happening
    if not places_contradict(known, there):
        across_town = known.district and there.district and known.district != there.district
        return Belonging.DOUBTFUL if across_town and others and happening else Belonging.HERE
    if match.role in (PlaceRole.TO, PlaceRole.BROUGHT) or not happening:
        if happening and others:
            return Belonging.DOUBTFUL
        return Belonging.MOVED if happening or "moved" in message.facts else Belonging.HERE
    if match.role is PlaceRole.FROM or (speaks_of_the_same(text, before, heard) and not others):
        return Belonging.DOUBTFUL
    return Belonging.ANOTHER


def _place_of(known: KnownReport) -> Place | None:
    """Where the report is, as far as it is known."""
    case, answer = known.case, (known.answers or {}).get("place")
    place = Place(city=case.city, district=case.district, region=case.region) if case is not None else None
    if case is None and answer is not None and isinstance(answer.value, Place):
        place = answer.value
    return place if place is not None and (place.city or place.region) else None
