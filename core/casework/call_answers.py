"""What calls to stations say of a person of a case, or of all in it. Pure.

found    a station said that they are there
denied   so many different stations said that they have nobody of that name, or all that can be rung, and none that they are
         there: the holding is denied (mt 30)
"""

from collections.abc import Collection, Iterable

from core.casework.case_view import CaseView
from core.casework.claims import Fact
from core.values import Call
from core.vocabulary import StationAnswer


def calls_about(view: CaseView, person: int | None) -> list[Fact]:
    """All calls that were made for a person, also for everybody in the case; in their order."""
    whole = view.history("call")
    own = view.history("call", person) if person is not None else ()
    return sorted((*whole, *own), key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))


def last_of_each(view: CaseView) -> dict[str, Fact]:
    """The last call to each station, for anybody of the case."""
    persons = [person.id for person in view.persons]
    every = [fact for who in (None, *persons) for fact in view.history("call", who)]
    ordered = sorted(every, key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    return {fact.value.station: fact for fact in ordered if isinstance(fact.value, Call)}


def people_asked_for(view: CaseView) -> list[int | None]:
    """Of whom is asked: each person with a name; where nobody has one, everybody."""
    return [person.id for person in view.persons if person.names] or [None]


def is_found(view: CaseView, person: int | None) -> bool:
    """Whether a station said that they are there, on the telephone or at its door."""
    known = view.of(person, "acknowledged")
    said = known is not None and known.value == StationAnswer.THERE
    return said or StationAnswer.THERE in _answers_by_station(calls_about(view, person)).values()


def people_sought(view: CaseView) -> list[int | None]:
    """Whom no station has said to be there."""
    return [person for person in people_asked_for(view) if not is_found(view, person)]


def is_holding_denied(view: CaseView, person: int | None, least: int, stations: Collection[str]) -> bool:
    """``least``: so many stations; ``stations``: all that can be rung."""
    if is_found(view, person):
        return False
    denied = {
        fact.value.station
        for fact in calls_about(view, person)
        if isinstance(fact.value, Call) and fact.value.answer == StationAnswer.DENIED
    }
    return len(denied) >= least or (bool(stations) and denied.issuperset(stations))


def _answers_by_station(facts: Iterable[Fact]) -> dict[str, str]:
    """By station; of each what it said last, that they are there before all else."""
    answers: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact.value, Call) and answers.get(fact.value.station) != StationAnswer.THERE:
            answers[fact.value.station] = fact.value.answer
    return answers
