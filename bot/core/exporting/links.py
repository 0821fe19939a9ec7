"""Who feeds what: reports and the cases they tell of, cases and incidents, persons of a report and of its case."""

from bot.core.casework.rules import Fact
from bot.core.casework.verifying import RELIABILITY
from bot.core.exporting.codes import digits_of
from bot.core.exporting.shape import Cell, Row
from bot.core.exporting.told import CONFIDENTIAL, Told, incident_id, person_id, report_id


def sources(told: Told) -> list[Row]:
    """The reports that fed the case as of the moment. Who told them stands in no export."""
    link = told.view.fact("link")
    said: dict[int, Fact] = {}
    for fact in () if link is None else (link, *link.others):
        said.setdefault(fact.claim.source_id, fact)
    rows: list[Row] = []
    for report in sorted(told.loaded.reports, key=lambda one: one.id):
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


def links(told: Told) -> list[Row]:
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
        for one, same in link.persons.items():
            rows.append(("person_person", "", person_id(int(one)), person_id(same), *tail))
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
