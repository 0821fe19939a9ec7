"""Expected against found, fact by fact. Nothing here knows what the facts mean, so none can be passed over."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from bot.demo.finding import Found
from bot.demo.scenario import Scenario


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
    for key, one in scenario.incidents.items():
        facts |= _named(f"incident {key}", one.expected.model_dump())
    for day, persons in scenario.expected.happened.items():
        facts |= _named(f"happened {day}", persons.model_dump())
    for day, text in scenario.expected.digests.items():
        facts |= _lines(f"digest {day}", text)
    return facts


def found_facts(found: Found) -> dict[str, str]:
    """What came out, by the same names."""
    facts = _named("in all", found.totals)
    for number, row in found.rows.items():
        facts |= _named(f"row {number}", row.facts)
    for key, one in found.incidents.items():
        facts |= _named(f"incident {key}", one.model_dump())
    for day, persons in found.happened.items():
        facts |= _named(f"happened {day}", persons.model_dump())
    for day, text in found.digests.items():
        facts |= _lines(f"digest {day}", text)
    return facts


def _named(of: str, values: Mapping[str, Any]) -> dict[str, str]:
    return {f"{of}, {name.replace('_', ' ')}": _said(value) for name, value in values.items()}


def _lines(of: str, text: str) -> dict[str, str]:
    return {f"{of}, line {n}": line for n, line in enumerate(text.strip().splitlines(), 1)}


def _said(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(sorted(map(str, value))) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if value not in ("", None) else "none"
