"""The columns of a case by which the database selects, out of its view. ``handlers.casework.facts`` writes them."""

from typing import Any
from zoneinfo import ZoneInfo

from bot.core.casework.claims import Certainty, SourceKind
from bot.core.casework.describe import CaseView
from bot.core.casework.holding import second_wanted
from bot.core.casework.kinds import ALARM, HELD, RECORDS
from bot.core.casework.wanted import wanted
from bot.core.places.gazetteer import Gazetteer
from bot.core.values import Moment, Place, Value
from bot.core.vocabulary import Record

CONFIRMING = (ALARM, "act", "outcome")  # what a member says who has looked: somebody is, or was, held


def columns_of(view: CaseView, gazetteer: Gazetteer, zone: ZoneInfo) -> dict[str, Any]:
    """Column → value. ``zone`` is that of a case whose place says none."""
    situation = _text(view.value("situation"), "other")
    record = RECORDS.get(situation, Record.UNCLEAR if _only_guessed(view) else Record.DEPRIVATION)
    if view.value("situation") is None:
        record = Record.STUB
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
        else _text(view.value("ongoing"), "unknown"),
        "count_kind": people.kind,
        "identified": people.identified,
        "unidentified_min": people.unidentified_min if record in HELD else 0,
        "priority": priority(view),
        "act": view.value("act"),
        "verification": _text(view.value("verification"), "unknown"),
        "says_over": _marked(view, "says_over"),
        "says_false": _marked(view, "says_false"),
        "wants_second": record in HELD
        and second_wanted(view, people.kind, people.identified + people.unidentified_min),
        "outcome": outcome.value if outcome else None,
        "closed_at": outcome.claim.noted_at if outcome else None,
        "wanted": wanted(view),
    }


def _only_guessed(view: CaseView) -> bool:
    """Whether what happened only follows from something else (a voice alone, a cry, a check-in that was missed)."""
    situation = view.fact("situation")
    if situation is None or situation.claim.certainty is not Certainty.GUESSED:
        return False
    said = (fact.claim for kind in CONFIRMING for fact in view.history(kind))
    return all(claim.source_kind is not SourceKind.MEMBER for claim in said)


def _marked(view: CaseView, kind: str) -> bool:
    """Whether a reporter says so, and no member has answered; what the same reporter says later counts."""
    return any(fact.value == "yes" for fact in view.marks.get(kind, ()))


def priority(view: CaseView) -> str:
    """What a lawyer sees of urgency before accepting: normal, urgent, unknown."""
    flags = view.fact("urgent")
    if flags is None:
        return "unknown"
    return "urgent" if flags.value else "normal"


def zone_of(gazetteer: Gazetteer, otherwise: ZoneInfo, *places: str | None) -> ZoneInfo:
    """The zone of the first of these places that has one of its own. An earlier version may have had other places."""
    name = gazetteer.zone_of(*(place for place in places if place and gazetteer.knows(place)))
    return otherwise if name is None else ZoneInfo(name)


def _region_of(gazetteer: Gazetteer, city: str) -> str | None:
    return gazetteer.region_of(city) if gazetteer.knows(city) else None


def _text(value: Value | None, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise
