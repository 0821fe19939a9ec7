"""The records of one case, by their tables, and the relations between them: reports and the cases they tell of, cases and
incidents, persons of a report and of its case. core.exporting.table_columns says what a record is.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from core.casework.case_view import CaseView
from core.casework.claim_kinds import RELIABILITY
from core.casework.claims import Fact
from core.exporting.codes import digits_of
from core.exporting.exported_case import (
    CONFIDENTIAL,
    KNOWN,
    ExportedCase,
    LoadedCase,
    incident_id,
    person_id,
    report_id,
)
from core.exporting.history_records import intervention_rows, place_ids, place_rows, status_rows
from core.exporting.person_records import act_rows, person_rows
from core.exporting.scope import ExportScope
from core.exporting.table_columns import Cell, Row
from core.folding import clean_text
from core.places.gazetteer import Gazetteer
from core.records.incidents import Incident
from core.values import Consent, Place
from core.vocabulary import JOKE, ConsentUse, RecordKind


def source_rows(told: ExportedCase) -> list[Row]:
    """The reports that fed the case as of the moment. Who told them stands in no export."""
    link = told.view.fact("link")
    said: dict[int, Fact] = {}
    for fact in () if link is None else (link, *link.others):
        said.setdefault(fact.claim.source_id, fact)
    rows: list[Row] = []
    for report in sorted(told.loaded.reports, key=lambda report: report.id):
        of = said.get(report.id)
        who = str(of.value) if of is not None else ""
        reliability = told.view.of_source(report.id, RELIABILITY)
        rows.append(
            (
                report_id(report.id),
                told.code,
                who,
                digits_of("link", who),
                report.language,
                told.time(report.created_at),
                "no" if report.told_to is None else "yes",
                CONFIDENTIAL,
                reliability,
                digits_of("reliability", reliability),
                told.verification,
                digits_of("verification", told.verification),
            )
        )
    return rows


def link_rows(told: ExportedCase) -> list[Row]:
    """Also those that ended, as of the moment."""
    as_of, code = told.scope.as_of, told.code
    rows: list[Row] = []
    for link in told.loaded.links:
        if link.at > as_of:
            continue
        until = link.ended_at if link.ended_at is not None and link.ended_at <= as_of else None
        by = "member" if link.by else "bot"
        tail: tuple[Cell, ...] = told.time(link.at), told.time(until), str(link.rule), link.score, by
        rows.append(("report_case", "", report_id(link.report_id), code, *tail))
        for person, same in link.persons.items():
            rows.append(("person_person", "", person_id(int(person)), person_id(same), *tail))
    for belongs in told.loaded.incidents:
        if belongs.at > as_of or not belongs.by:  # what the bot only proposes is no fact
            continue
        until = belongs.ended_at if belongs.ended_at is not None and belongs.ended_at <= as_of else None
        mt22 = digits_of("link_kind", "case_incident")
        rows.append(
            ("case_incident", mt22, code, incident_id(belongs.incident_id), told.time(belongs.at),
             told.time(until), str(belongs.rule), None, "member")
        )  # fmt: skip
    return rows


Records = Mapping[str, list[Row]]


def records_of_case(told: ExportedCase) -> Records:
    """All of it. Nothing of a case that nobody's report feeds any more, or that was a joke; its links say where it went."""
    if told.columns["record"] is RecordKind.STUB or told.columns["outcome"] == JOKE:
        return {"links": link_rows(told)}
    return {
        "cases": [_case_row(told)],
        "persons": person_rows(told),
        "acts": act_rows(told),
        "places": place_rows(told),
        "statuses": status_rows(told),
        "interventions": intervention_rows(told),
        "sources": source_rows(told),
        "links": link_rows(told),
    }


def has_changed(loaded: LoadedCase, told: ExportedCase) -> bool:
    """Whether something of the case was learnt after ``since``, as of the moment."""
    since, as_of = told.scope.since, told.scope.as_of
    if since is None:
        return True
    moments = [claim.noted_at for claim in loaded.claims]
    moments += [claim.withdrawn_at for claim in loaded.claims if claim.withdrawn_at is not None]
    moments += [moment for link in loaded.links for moment in (link.at, link.ended_at) if moment is not None]
    return any(since < moment <= as_of for moment in (loaded.opened_at, *moments))


def incident_row(
    incident: Incident, cases: int, scope: ExportScope, gazetteer: Gazetteer, zone: ZoneInfo
) -> Row:
    """One incident as of the moment, with how many ``cases`` of this export are of it. What coordinators call it may name
    somebody, and stands in a full export alone.
    """

    def time(moment: datetime | None) -> str:
        known = moment is not None and moment <= scope.as_of
        return moment.astimezone(zone).isoformat(timespec="seconds") if moment and known else ""

    mass = time(incident.mass_at)
    region = gazetteer.region_of(incident.city) if incident.city and gazetteer.knows(incident.city) else ""
    return (
        incident_id(incident.id),
        clean_text(incident.name) if scope.full else "",
        str(incident.rule),
        digits_of("act", "mass") if mass else "",
        region,
        incident.city or "",
        "",
        "",
        time(incident.made_at),
        time(incident.confirmed_at),
        mass,
        time(incident.ended_at),
        CONFIDENTIAL,
        cases,
    )


def _case_row(told: ExportedCase) -> Row:
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
        str(happened_on or "")[: KNOWN.get(str(columns["started_precision"]))],
        *place_ids(told, place if isinstance(place, Place) else None),
        "",
        str(columns["ongoing"]),
        str(columns["outcome"] or ""),
        told.time(outcome.claim.noted_at) if outcome is not None else "",
        str(people.kind),
        people.identified,
        told.others,
        urgent,
        digits_of("urgent", urgent),
        _consent(view, ConsentUse.AUTHORITIES),
        _consent(view, ConsentUse.PUBLICATION),
        told.of_case,
        len(told.loaded.reports),
        "|".join(told.incidents),
        *told.tail(view.fact("situation")),
    )


def _consent(view: CaseView, use: ConsentUse) -> str:
    """The strictest answer; empty: nobody was asked."""
    value = view.value(use)
    return value.answer if isinstance(value, Consent) else ""
