"""Who: each person of whom somebody speaks; and the others, whose names nobody knows, as one group with its least number."""

from bot.core.casework.describe import PersonView
from bot.core.casework.rules import Fact
from bot.core.exporting.codes import digits_of
from bot.core.exporting.shape import Row
from bot.core.exporting.told import Told, person_id
from bot.core.folding import clean

INDIVIDUAL, GROUP = "individual", "group"
_MT7 = {kind: digits_of("kind", kind) for kind in (INDIVIDUAL, GROUP)}


def persons(told: Told) -> list[Row]:
    """Named ones, unnamed ones of whom something is said, and the group of the others (HURIDOCS 0902 and 0931)."""
    rows = [_one(told, person) for person in told.view.persons]
    if told.unknown > 0:
        rows.append(
            (
                group_id(told),
                told.code,
                GROUP,
                _MT7[GROUP],
                told.unknown,
                *[""] * 6,
                told.of_case,
                *told.tail(told.view.fact("count") or told.view.fact("situation")),
            )
        )
    return rows


def group_id(told: Told) -> str:
    """Of the others in a case."""
    return f"G{told.loaded.id:x}"


def _one(told: Told, person: PersonView) -> Row:
    shown = told.may_name(person)
    names = [clean(name) for name in person.names] if shown else []
    traits = told.view.of(person.id, "traits") if shown else None
    characteristics = "|".join(traits.value) if traits is not None and isinstance(traits.value, tuple) else ""
    said = person.facts.get("name") or next(iter(person.facts.values()), None)
    return (
        person_id(person.id),
        told.code,
        INDIVIDUAL,
        _MT7[INDIVIDUAL],
        1,
        names[-1] if names else "",
        "|".join(name.replace("|", " ") for name in names[:-1]),
        _text(told.view.of(person.id, "sex")) if shown else "",
        clean(_text(told.view.of(person.id, "born"))) if shown else "",
        characteristics,
        digits_of("traits", characteristics),
        told.confidentiality(person),
        *told.tail(said),
    )


def _text(fact: Fact | None) -> str:
    return fact.value if fact is not None and isinstance(fact.value, str) else ""
