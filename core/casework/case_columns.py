"""The columns of a case by which the database selects, made from its view; ``handlers.casework.facts`` writes them.

One of them is which specialities a lawyer should have for the case: it ranks the lawyers who are asked, nothing more.
"""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from core.casework.case_view import CaseView, is_perhaps
from core.casework.claim_kinds import ALARM, HELD, RECORDS, STEPS, Certainty
from core.casework.claims import SourceKind
from core.casework.ownership import wants_second
from core.places.gazetteer import Gazetteer
from core.qualification import Speciality
from core.values import Moment, Place, Value
from core.vocabulary import RecordKind

# The kind of claim, what it says, and who knows about it. Of several flags each counts.
WANTED: tuple[tuple[str, str, Speciality], ...] = (
    ("urgent", "minor", Speciality.MINORS),
    ("urgent", "injured", Speciality.TORTURE),  # injured or beaten
    ("ill_treatment", "yes", Speciality.TORTURE),
    ("urgent", "journalist", Speciality.JOURNALISTS),
    ("traits", "journalist", Speciality.JOURNALISTS),
    ("traits", "migrant", Speciality.MIGRATION),
    ("regime", "border", Speciality.MIGRATION),
    ("regime", "administrative", Speciality.ADMINISTRATIVE),
    ("regime", "arrestable", Speciality.ADMINISTRATIVE),
    ("regime", "criminal", Speciality.CRIMINAL),
    ("regime", "criminal_grave", Speciality.CRIMINAL),
)


def wanted_specialities(view: CaseView) -> tuple[str, ...]:
    """The specialities, each once, in the order of the table."""
    return tuple(
        dict.fromkeys(knows.value for kind, said, knows in WANTED if said in _options_said(view, kind))
    )


def _options_said(view: CaseView, kind: str) -> set[str]:
    """What is said of the case, or of one of its people, even if it was only guessed."""
    of_persons = (person.facts.get(kind) for person in view.persons)
    facts = [view.fact(kind), *of_persons, *view.guesses.get(kind, ())]
    return {option for fact in facts if fact is not None for option in _each_option(fact.value)}


def _each_option(value: Value | tuple[Value, ...]) -> Iterator[str]:
    for option in value if isinstance(value, tuple) else (value,):
        if isinstance(option, str):
            yield option


# What a member says who has looked: somebody is, or was, held.
CONFIRMING = frozenset((ALARM, "act", "outcome", "status", "regime", "found", *STEPS))


def case_columns(view: CaseView, gazetteer: Gazetteer, zone: ZoneInfo) -> dict[str, Any]:
    """Column → value. ``zone`` is that of a case whose place says none."""
    situation = _text_or(view.value("situation"), "other")
    record = RECORDS.get(situation, RecordKind.UNCLEAR if _is_unproven(view) else RecordKind.DEPRIVATION)
    if view.value("situation") is None:
        record = RecordKind.STUB
    place = view.value("place")
    place = place if isinstance(place, Place) else Place()
    region = place.region or (_region_of(gazetteer, place.city) if place.city else None)
    began = view.earliest("started")
    started = began.value if began is not None and isinstance(began.value, Moment) else Moment()
    here = zone_of(gazetteer, zone, place.district, place.city, region)
    outcome = view.fact("outcome")
    people = view.people
    return {
        "record": record,
        "situation": situation,
        "alerting": view.fact(ALARM) is not None,
        "region": region,
        "city": place.city,
        "district": place.district,
        "started_at": started.at,
        "started_precision": started.precision,
        "happened_on": started.at.astimezone(here).date() if started.at else None,
        "ongoing": "no"
        if outcome and outcome.value == "released"
        else _text_or(view.value("ongoing"), "unknown"),
        "count_kind": people.kind,
        "identified": people.identified,
        "unidentified_min": people.unidentified_min if record in HELD else 0,
        "priority": case_priority(view),
        "act": view.value("act"),
        "verification": _text_or(view.value("verification"), "unknown"),
        "says_over": _is_marked(view, "says_over"),
        "says_false": _is_marked(view, "says_false"),
        "wants_second": record in HELD
        and wants_second(view, people.kind, people.identified + people.unidentified_min),
        "outcome": outcome.value if outcome else None,
        "closed_at": outcome.claim.noted_at if outcome else None,
        "wanted": wanted_specialities(view),
    }


def _is_unproven(view: CaseView) -> bool:
    """Whether what happened was read from words alone, or only follows from something else (a voice alone, a cry, a check-in
    that was missed): nobody has tapped or answered it, and no member has confirmed it.
    """
    situation, ongoing = view.fact("situation"), view.fact("ongoing")
    if situation is None or not is_perhaps(situation):
        return False
    if ongoing is not None and ongoing.value == "yes" and ongoing.claim.certainty is Certainty.SAID:
        return False
    said = (fact.claim for (kind, _), facts in view.said.items() if kind in CONFIRMING for fact in facts)
    return all(claim.source_kind is not SourceKind.MEMBER for claim in said)


def _is_marked(view: CaseView, kind: str) -> bool:
    """Whether a reporter says so, and no member has answered; what the same reporter says later counts."""
    return any(fact.value == "yes" for fact in view.marks.get(kind, ()))


MANY_HELD = 10  # people of one case: a bus, a dormitory. It has hurry, no matter who they are


def case_priority(view: CaseView) -> str:
    """What a lawyer sees of urgency before accepting: normal, urgent, unknown. An alarm needs no proof."""
    if view.people.identified + view.people.unidentified_min >= MANY_HELD:
        return "urgent"
    flags = view.fact("urgent")
    if any(fact.value for fact in view.guesses.get("urgent", ())):
        return "urgent"
    if flags is None:
        return "unknown"
    return "urgent" if flags.value else "normal"


def zone_of(gazetteer: Gazetteer, otherwise: ZoneInfo, *places: str | None) -> ZoneInfo:
    """The zone of the first of these places that has one of its own. An earlier version may have had other places."""
    name = gazetteer.zone_of(*(place for place in places if place and gazetteer.knows(place)))
    return otherwise if name is None else ZoneInfo(name)


def _region_of(gazetteer: Gazetteer, city: str) -> str | None:
    return gazetteer.region_of(city) if gazetteer.knows(city) else None


def _text_or(value: Value | None, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise
