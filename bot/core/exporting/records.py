"""The records of one case, by their tables. What a record is: bot.core.exporting.shape."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.casework.describe import CaseView
from bot.core.exporting.acts import acts
from bot.core.exporting.codes import digits_of
from bot.core.exporting.links import links, sources
from bot.core.exporting.persons import persons
from bot.core.exporting.places import placed, places
from bot.core.exporting.scope import Scope
from bot.core.exporting.shape import Row
from bot.core.exporting.statuses import statuses
from bot.core.exporting.steps import interventions
from bot.core.exporting.told import CONFIDENTIAL, Loaded, Told, incident_id
from bot.core.folding import clean
from bot.core.incidents import Incident
from bot.core.places.gazetteer import Gazetteer
from bot.core.values import Consent, Place
from bot.core.vocabulary import JOKE, Record, Use

Records = Mapping[str, list[Row]]


def records(told: Told) -> Records:
    """All of it. Nothing of a case that nobody's report feeds any more, or that was a joke; its links say where it went."""
    if told.columns["record"] is Record.STUB or told.columns["outcome"] == JOKE:
        return {"links": links(told)}
    return {
        "cases": [_case(told)],
        "persons": persons(told),
        "acts": acts(told),
        "places": places(told),
        "statuses": statuses(told),
        "interventions": interventions(told),
        "sources": sources(told),
        "links": links(told),
    }


def has_changed(loaded: Loaded, told: Told) -> bool:
    """Whether something of the case was learnt after ``since``, as of the moment."""
    since, as_of = told.scope.since, told.scope.as_of
    if since is None:
        return True
    moments = [claim.noted_at for claim in loaded.claims]
    moments += [claim.withdrawn_at for claim in loaded.claims if claim.withdrawn_at is not None]
    moments += [moment for link in loaded.links for moment in (link.at, link.ended_at) if moment is not None]
    return any(since < moment <= as_of for moment in (loaded.opened_at, *moments))


def incident(one: Incident, scope: Scope, gazetteer: Gazetteer, zone: ZoneInfo) -> Row:
    """One incident as of the moment. What coordinators call it may name somebody, and stands in a full export alone."""

    def time(moment: datetime | None) -> str:
        known = moment is not None and moment <= scope.as_of
        return moment.astimezone(zone).isoformat(timespec="seconds") if moment and known else ""

    mass = time(one.mass_at)
    region = gazetteer.region_of(one.city) if one.city and gazetteer.knows(one.city) else ""
    return (
        incident_id(one.id),
        clean(one.name) if scope.full else "",
        str(one.rule),
        digits_of("act", "mass") if mass else "",
        region,
        one.city or "",
        "",
        "",
        time(one.made_at),
        time(one.confirmed_at),
        mass,
        time(one.ended_at),
        CONFIDENTIAL,
    )


def _case(told: Told) -> Row:
    view, columns = told.view, told.columns
    place = view.value("place")
    outcome = view.fact("outcome")
    people = view.people
    act = str(columns["act"] or "")
    flags = view.value("urgent")
    urgent = "|".join(flags) if isinstance(flags, tuple) else ""
    started = view.earliest("started")
    happened_on = columns["happened_on"]
    return (
        told.code,
        told.time(told.loaded.opened_at),
        str(columns["record"]),
        str(columns["situation"]),
        act,
        digits_of("act", act),
        *told.when(started),
        str(happened_on or ""),
        *placed(told, place if isinstance(place, Place) else None),
        "",
        str(columns["ongoing"]),
        str(columns["outcome"] or ""),
        told.time(outcome.claim.noted_at) if outcome is not None else "",
        str(people.kind),
        people.identified,
        told.others,
        urgent,
        digits_of("urgent", urgent),
        _consent(view, Use.AUTHORITIES),
        _consent(view, Use.PUBLICATION),
        told.of_case,
        len(told.loaded.reports),
        "|".join(told.incidents),
        *told.tail(view.fact("situation")),
    )


def _consent(view: CaseView, use: Use) -> str:
    """The strictest answer; empty: nobody was asked."""
    value = view.value(use)
    return value.answer if isinstance(value, Consent) else ""
