"""Whether words are about something else than the report to which they came: another city, other people.

HERE      nothing speaks for it
MOVED     the person who was taken is, or may be, in another city: who has the case and coordinators hear it, and lawyers
          there are asked
DOUBTFUL  something happens elsewhere, perhaps to the same person: asked with two buttons, all of them hear it meanwhile
ANOTHER   something happens elsewhere, to somebody who is named and of whom nothing was told: a report of its own
"""

from enum import Enum, auto

from core.conversation.corrections import place_put_right
from core.conversation.finer_values import places_contradict
from core.intake.cues import Status, Whose
from core.intake.message import ReadMessage
from core.intake.standing import KnownReport
from core.places.place_kinds import PlaceMatch, PlaceRole
from core.understanding.fitting import tells_where_else
from core.understanding.later import names_other_kin, speaks_of_another, speaks_of_the_same
from core.understanding.plain import readable
from core.understanding.slips import is_denied_there
from core.values import People, Place
from core.vocabulary import MYSELF

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
    if found is Belonging.ANOTHER and _may_be_named_now(message, known):
        found = Belonging.DOUBTFUL
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
        is_told = happening or "moved" in message.facts or _is_told_there(message, match)
        return Belonging.MOVED if is_told else Belonging.HERE
    is_same = match.role is PlaceRole.FROM or (speaks_of_the_same(text, before, heard) and not others)
    return Belonging.DOUBTFUL if is_same or not _is_of_others(message, before) else Belonging.ANOTHER


def _may_be_named_now(message: ReadMessage, known: KnownReport) -> bool:
    """Whether the one of whom no name was told may be the one whom these words name, and no relative else: a person says."""
    answer = (known.answers or {}).get("who")
    told, people = answer.value if answer is not None else None, message.read.people
    is_unnamed = isinstance(told, People) and not told.names and told.count == 1
    is_one = people is not None and len(people.names) == 1 and people.count == 1
    heard = message.setting.heard
    others = speaks_of_another(message.text, heard) or names_other_kin(message.text, "", heard)
    return is_unnamed and is_one and not others


def _is_told_there(message: ReadMessage, match: PlaceMatch) -> bool:
    """Whether who is held may be there, by words in which nothing happens: "he rang, said Taraz, and the line went dead"."""
    if (
        not match.exact
        or match.role > PlaceRole.BARE
        or tells_where_else(message.text, message.setting.heard)
    ):
        return False
    shown = readable(message.text)
    clause = next((c for c in message.clauses if c.start <= match.start < c.end), None)
    if clause is None or clause.whose is Whose.REPORTER or clause.rings is not Status.STATED:
        return False
    return not is_denied_there(shown, match.start, match.end, message.setting.heard)


def _is_of_others(message: ReadMessage, before: str) -> bool:
    """Whether the words name somebody of whom nothing was told ``before``: nobody else is another report's."""
    heard, told = message.setting.heard, message.read
    people = told.people or told.guesses.people
    if speaks_of_another(message.text, heard) or told.situation in (MYSELF, "blocked"):
        return True
    return people is not None or names_other_kin(message.text, before, heard)


def _place_of(known: KnownReport) -> Place | None:
    """Where the report is, as far as it is known."""
    case, answer = known.case, (known.answers or {}).get("place")
    place = Place(city=case.city, district=case.district, region=case.region) if case is not None else None
    if case is None and answer is not None and isinstance(answer.value, Place):
        place = answer.value
    return place if place is not None and (place.city or place.region) else None
