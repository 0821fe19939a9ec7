"""The closing table: what the six rows became, in numbers that were read from the database and the wire."""

from collections.abc import Collection
from statistics import median

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.demo.checking import Difference, expected_facts
from bot.demo.finding import Found, RowFound
from bot.demo.scenario import IncidentExpected, Scenario

PATTERNS = {"kept_from_meeting": "people kept from meeting representatives of international organisations"}
MOST_TAPS = 3


def close(out: Console, scenario: Scenario, found: Found, missed: list[Difference], files: list[str]) -> None:
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
    for one in missed:
        out.print(Text(f"  {one.what}\n    expected  {one.expected}\n    found     {one.found}"))


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
        "alerts": f"{len(alerted)} cases (rows {', '.join(totals['alerts'])}), {_asked(alerted)} members asked",
        "accepted": str(sum(bool(row.facts["accepted_by"]) for row in alerted)),
        "taps to the alert": f"{max((row.facts['taps'] for row in alerted), default=0)} at most"
        f" (the promise: {MOST_TAPS})",
        "opening update to alert": f"median {_seconds(median(seconds))}, worst {_seconds(max(seconds))}"
        if seconds
        else "no alert",
        **{name: _incident(one) for name, one in zip(INCIDENTS, found.incidents.values(), strict=False)},
        "pattern": _pattern(found),
        "parallel proceedings": _parallel(found),
        "papers": ", ".join(files) or "make scenario writes them, with the open letter",
    }
    for name, value in lines.items():
        table.add_row(name, value)
    return table


INCIDENTS = ("incident", "an earlier one")


def _incident(one: IncidentExpected) -> str:
    asked = f" (proposed: {', '.join(one.proposed)})" if one.proposed else ""
    return f"{_where(one.rows, one.cities)}{asked}"


def _where(rows: Collection[str], cities: Collection[str]) -> str:
    of = "row" if len(rows) == 1 else "rows"
    town = "city" if len(cities) == 1 else "cities"
    return f"{of} {', '.join(rows)} in {len(cities)} {town}"


def _pattern(found: Found) -> str:
    shown = {one.pattern for one in found.incidents.values() if one.pattern}
    rows = sorted(row for one in found.incidents.values() for row in one.rows if one.pattern)
    cities = {city for one in found.incidents.values() for city in one.cities if one.pattern}
    words = ", ".join(PATTERNS[pattern] for pattern in sorted(shown))
    return f"{words}: {_where(rows, cities)}" if shown else "none"


def _parallel(found: Found) -> str:
    told = {number: row.facts.get("proceedings", ()) for number, row in found.rows.items()}
    return "; ".join(f"row {number}: {' | '.join(each)}" for number, each in told.items() if len(each) > 1)


def _asked(rows: list[RowFound]) -> int:
    return sum(len(row.facts["asked"]) for row in rows)


def _seconds(seconds: float | None) -> str:
    return "—" if seconds is None else f"{seconds:.2f} s"
