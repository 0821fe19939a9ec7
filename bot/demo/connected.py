"""What belongs together, read from the database: incidents and their rows, proceedings beside each other."""

from collections.abc import Mapping

from bot.core.casework.describe import CaseView
from bot.core.casework.proceedings import courses
from bot.core.incidents import Rule, Standing
from bot.core.model import Report
from bot.demo.scenario import IncidentExpected, Row, Scenario
from handlers.people.addresses import TELEGRAM
from storage.transaction import Transaction


async def report_of(tx: Transaction, row: Row) -> Report | None:
    """The report of a row's reporter."""
    found = await tx.addresses.by(lookup=tx.lookup(TELEGRAM, str(row.reporter.id)))
    reports = await tx.reports.by(address_id=found[0].id) if found else []
    return reports[0] if reports else None


async def incidents(tx: Transaction, scenario: Scenario) -> dict[str, IncidentExpected]:
    """Each incident by its key, by its name if the scenario does not know it: its rows, where, and what it shows."""
    numbers: dict[int, str] = {}
    for number, row in scenario.rows.items():
        report = await report_of(tx, row)
        if report is not None and report.case_id is not None:
            numbers[report.case_id] = number
    keys = {one.name: key for key, one in scenario.incidents.items()}
    found = {}
    for incident in await tx.incidents.select():
        links = await tx.incident_links.by(incident_id=incident.id)
        inside = [link for link in links if link.standing is Standing.IN]
        cases = [await tx.cases.get(link.case_id) for link in inside]
        found[keys.get(incident.name, incident.name or "unnamed")] = IncidentExpected(
            rows=tuple(sorted(numbers[link.case_id] for link in inside)),
            cities=tuple(sorted({case.city for case in cases if case is not None and case.city})),
            pattern=incident.pattern or "",
            proposed=tuple(sorted(numbers[link.case_id] for link in links if link.rule is not Rule.HAND)),
        )
    return found


def patterns(found: Mapping[str, IncidentExpected]) -> tuple[str, ...]:
    """What several incidents show together: which rows, in which cities."""
    told = []
    for pattern in sorted({one.pattern for one in found.values() if one.pattern}):
        of = [one for one in found.values() if one.pattern == pattern]
        rows = ", ".join(sorted({row for one in of for row in one.rows}))
        cities = ", ".join(sorted({city for one in of for city in one.cities}))
        told.append(f"{pattern}: rows {rows} in {cities}")
    return tuple(told)


def parallel(view: CaseView) -> tuple[str, ...]:
    """The proceedings of a case, each with its article, its state and what came of its hearings."""
    return tuple(
        sorted(
            ", ".join(
                part
                for part in (
                    course.proceeding.sort,
                    course.proceeding.article,
                    course.proceeding.state,
                    *(sitting.hearing.outcome for sitting in course.sittings),
                )
                if part
            )
            for course in courses(view)
        )
    )
