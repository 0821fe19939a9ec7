"""Expected against found, fact by fact. Nothing here knows what the facts mean, so none can be passed over.

The closing table: what the six rows became, in numbers that were read from the database and the wire.
"""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from statistics import median
from typing import Any

from msgspec import Struct
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from playground.demo.findings import Found, RowFound
from playground.demo.scenario import IncidentExpected, Scenario


class Difference(Struct, frozen=True):
    """One fact that is not as the scenario says."""

    what: str
    expected: str
    found: str


def differences(scenario: Scenario, found: Found) -> list[Difference]:
    """All of them, in the order of the file; none when everything is as it should be."""
    expected = expected_facts(scenario)
    seen = found_facts(found)
    return [
        Difference(name, expected.get(name, "nothing"), seen.get(name, "nothing"))
        for name in {**expected, **seen}
        if expected.get(name) != seen.get(name)
    ]


def expected_facts(scenario: Scenario) -> dict[str, str]:
    """What the file says must come out, by name."""
    whole = scenario.expected.model_dump(exclude={"happened", "digests"})
    facts = _named("in all", whole)
    for number, row in scenario.rows.items():
        facts |= _named(f"row {number}", dict(row.expected))
    for key, incident in scenario.incidents.items():
        facts |= _named(f"incident {key}", incident.expected.model_dump())
    for day, persons in scenario.expected.happened.items():
        facts |= _named(f"happened {day}", persons.model_dump())
    for day, text in scenario.expected.digests.items():
        facts |= _numbered_lines(f"digest {day}", text)
    return facts


def found_facts(found: Found) -> dict[str, str]:
    """What came out, by the same names."""
    facts = _named("in all", found.totals)
    for number, row in found.rows.items():
        facts |= _named(f"row {number}", row.facts)
    for key, incident in found.incidents.items():
        facts |= _named(f"incident {key}", incident.model_dump())
    for day, persons in found.happened.items():
        facts |= _named(f"happened {day}", persons.model_dump())
    for day, text in found.digests.items():
        facts |= _numbered_lines(f"digest {day}", text)
    return facts


def _named(of: str, values: Mapping[str, Any]) -> dict[str, str]:
    return {f"{of}, {name.replace('_', ' ')}": _shown_value(value) for name, value in values.items()}


def _numbered_lines(of: str, text: str) -> dict[str, str]:
    return {f"{of}, line {n}": line for n, line in enumerate(text.strip().splitlines(), 1)}


def _shown_value(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(sorted(map(str, value))) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if value not in ("", None) else "none"


PATTERNS = {"kept_from_meeting": "people kept from meeting representatives of international organisations"}
MOST_TAPS = 3


def show_closing_table(
    out: Console, scenario: Scenario, found: Found, missed: list[Difference], files: list[str]
) -> None:
    """The tables, which files were written, and the verdict."""
    out.print()
    out.print(Text("What the six rows became", style="bold"))
    out.print(_rows(scenario, found))
    out.print(_totals(found, files))
    out.print()
    if not missed:
        count = len(expected_facts(scenario))
        out.print(
            Text(f"As expected: all {count} facts of the scenario, both digests word for word.", "bold green")
        )
        return
    out.print(Text(f"{len(missed)} facts are not as the scenario expects:", "bold red"))
    for difference in missed:
        out.print(
            Text(
                f"  {difference.what}\n    expected  {difference.expected}\n    found     {difference.found}"
            )
        )


def _rows(scenario: Scenario, found: Found) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, padding=(0, 1, 0, 0))
    for name in ("row", "record", "act", "state"):
        table.add_column(name, no_wrap=True)
    for name in ("named", "others", "asked", "taps", "to alert"):
        table.add_column(name, justify="right", no_wrap=True)
    for number, row in found.rows.items():
        facts = row.facts
        table.add_row(
            number,
            str(facts["record"]),
            str(facts.get("act", "")),
            str(facts.get("outcome") or facts.get("state", "")),
            str(facts.get("identified", "")),
            f"≥ {facts['unidentified']}" if facts.get("unidentified") else "0",
            str(len(facts["asked"])),
            str(facts.get("taps", "")),
            _seconds(row.seconds),
        )
    return table


def _totals(found: Found, files: list[str]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    totals, alerted = found.totals, [row for row in found.rows.values() if row.seconds is not None]
    seconds = [row.seconds for row in alerted if row.seconds is not None]
    kinds = ", ".join(f"{kind} {totals[kind]}" for kind in ("deprivations", "prosecutions", "observations"))
    lines = {
        "records": f"{totals['records']} ({kinds})",
        "persons in the deprivations": f"{totals['identified']} identified; others: at least {totals['unidentified']}",
        "alerts": f"{len(alerted)} cases (rows {', '.join(totals['alerts'])}), {_members_asked(alerted)} members asked",
        "accepted": str(sum(bool(row.facts["accepted_by"]) for row in alerted)),
        "taps to the alert": f"{max((row.facts['taps'] for row in alerted), default=0)} at most"
        f" (the promise: {MOST_TAPS})",
        "opening update to alert": f"median {_seconds(median(seconds))}, worst {_seconds(max(seconds))}"
        if seconds
        else "no alert",
        **{
            name: _incident(incident)
            for name, incident in zip(INCIDENTS, found.incidents.values(), strict=False)
        },
        "pattern": _pattern(found),
        "parallel proceedings": _parallel(found),
        "papers": ", ".join(files) or "make scenario writes them, with the open letter",
    }
    for name, value in lines.items():
        table.add_row(name, value)
    return table


INCIDENTS = ("incident", "an earlier one")


def _incident(incident: IncidentExpected) -> str:
    asked = f" (proposed: {', '.join(incident.proposed)})" if incident.proposed else ""
    return f"{_rows_and_cities(incident.rows, incident.cities)}{asked}"


def _rows_and_cities(rows: Collection[str], cities: Collection[str]) -> str:
    of = "row" if len(rows) == 1 else "rows"
    town = "city" if len(cities) == 1 else "cities"
    return f"{of} {', '.join(rows)} in {len(cities)} {town}"


def _pattern(found: Found) -> str:
    shown = {incident.pattern for incident in found.incidents.values() if incident.pattern}
    rows = sorted(row for incident in found.incidents.values() for row in incident.rows if incident.pattern)
    cities = {city for incident in found.incidents.values() for city in incident.cities if incident.pattern}
    words = ", ".join(PATTERNS[pattern] for pattern in sorted(shown))
    return f"{words}: {_rows_and_cities(rows, cities)}" if shown else "none"


def _parallel(found: Found) -> str:
    told = {number: row.facts.get("proceedings", ()) for number, row in found.rows.items()}
    return "; ".join(f"row {number}: {' | '.join(each)}" for number, each in told.items() if len(each) > 1)


def _members_asked(rows: list[RowFound]) -> int:
    return sum(len(row.facts["asked"]) for row in rows)


def _seconds(seconds: float | None) -> str:
    return "—" if seconds is None else f"{seconds:.2f} s"
