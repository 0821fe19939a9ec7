"""Persons and acts as records. Each person about whom somebody speaks is a record; the others, whose names nobody knows, are
one group with the least number that they can be. What was done is one act for each person, one for the group, and what was
done besides.
"""

from collections.abc import Iterator

from core.casework.case_view import PersonView
from core.casework.claim_kinds import HELD
from core.casework.claims import Fact
from core.exporting.codes import digits_of
from core.exporting.exported_case import ExportedCase, person_id
from core.exporting.table_columns import Row
from core.folding import clean_text
from core.values import Value

INDIVIDUAL, GROUP = "individual", "group"
_MT7 = {kind: digits_of("kind", kind) for kind in (INDIVIDUAL, GROUP)}


def person_rows(told: ExportedCase) -> list[Row]:
    """Named ones, unnamed ones of whom something is said, and the group of the others (HURIDOCS 0902 and 0931)."""
    rows = [_person_row(told, person) for person in told.view.persons]
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


def group_id(told: ExportedCase) -> str:
    """Of the others in a case."""
    return f"G{told.loaded.id:x}"


def _person_row(told: ExportedCase, person: PersonView) -> Row:
    shown = told.may_name(person)
    names = [clean_text(name) for name in person.names] if shown else []
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
        _text_of(told.view.of(person.id, "sex")) if shown else "",
        clean_text(_text_of(told.view.of(person.id, "born"))) if shown else "",
        characteristics,
        digits_of("traits", characteristics),
        told.confidentiality(person),
        *told.tail(said),
    )


def _text_of(fact: Fact | None) -> str:
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


TAKEN = {"things", "phone"}  # of property


def act_rows(told: ExportedCase) -> list[Row]:
    """The act of the case for each of its people, then what was done besides."""
    people: list[tuple[int | None, str]] = [(person.id, person_id(person.id)) for person in told.view.persons]
    if told.unknown > 0:
        people.append((None, group_id(told)))
    if told.columns["record"] not in HELD and not people:
        people.append((None, ""))
    act = str(told.columns["act"] or "")
    said = told.view.fact("act") or told.view.fact("situation")
    rows = [_act_row(told, act, whom, name, said) for whom, name in people]
    return [*rows, *_other_acts(told)]


def _act_row(told: ExportedCase, act: str, whom: int | None, name: str, said: Fact | None) -> Row:
    view = told.view
    started, started_precision = told.when(view.of(whom, "started") or view.earliest("started"))
    regime = _fact_text(view.of(whom, "regime"))
    acknowledged = _fact_text(view.of(whom, "acknowledged"))
    by = _joined_value(view.value("perpetrators"))
    taken = _joined_value(view.value("property"))
    return (
        told.code,
        name,
        act,
        digits_of("act", act),
        started,
        started_precision,
        digits_of("precision", started_precision),
        *told.when(view.of(whom, "released_at")),
        regime,
        digits_of("regime", regime),
        acknowledged,
        digits_of("acknowledged", acknowledged),
        _fact_text(view.fact("decision")),
        by,
        digits_of("perpetrators", by),
        taken,
        digits_of("property", taken),
        told.typed(_fact_text(view.fact("stated"))),
        told.typed(_fact_text(view.of(whom, "treatment"))),
        *told.tail(said),
    )


def _other_acts(told: ExportedCase) -> Iterator[Row]:
    """Acts of their own: ill-treatment that a lawyer saw, property taken, counsel refused."""
    for (kind, whom), _ in told.view.said.items():
        if kind == "ill_treatment":
            fact = told.view.of(whom, kind)
            if fact is not None and fact.value == "yes":
                yield _other_act_row(told, "ill_treatment", whom, fact)
    taken = told.view.fact("property")
    if taken is not None and isinstance(taken.value, tuple) and not TAKEN.isdisjoint(taken.value):
        yield _other_act_row(told, "property_taken", None, taken)
    for fact in told.view.history("visit"):
        if fact.value == "refused":
            yield _other_act_row(told, "counsel_refused", None, fact)


def _other_act_row(told: ExportedCase, act: str, whom: int | None, fact: Fact) -> Row:
    when = told.when(fact)
    middle = ("",) * 13
    return (
        told.code, person_id(whom), act, digits_of("act", act), *when, digits_of("precision", when[1]),
        *middle, *told.tail(fact),
    )  # fmt: skip


def _fact_text(fact: Fact | None) -> str:
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


def _joined_value(value: Value | None) -> str:
    return "|".join(value) if isinstance(value, tuple) else ""
