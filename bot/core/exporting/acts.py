"""What was done to whom: one act a person and one for the group, and what was done besides."""

from collections.abc import Iterator

from bot.core.casework.kinds import HELD
from bot.core.casework.rules import Fact
from bot.core.exporting.codes import digits_of
from bot.core.exporting.persons import group_id
from bot.core.exporting.shape import Row
from bot.core.exporting.told import Told, person_id
from bot.core.values import Value

TAKEN = {"things", "phone"}  # of property


def acts(told: Told) -> list[Row]:
    """The act of the case for each of its people, then what was done besides."""
    people: list[tuple[int | None, str]] = [(one.id, person_id(one.id)) for one in told.view.persons]
    if told.unknown > 0:
        people.append((None, group_id(told)))
    if told.columns["record"] not in HELD and not people:
        people.append((None, ""))
    act = str(told.columns["act"] or "")
    said = told.view.fact("act") or told.view.fact("situation")
    rows = [_act(told, act, whom, name, said) for whom, name in people]
    return [*rows, *_besides(told)]


def _act(told: Told, act: str, whom: int | None, name: str, said: Fact | None) -> Row:
    view = told.view
    started, started_precision = told.when(view.of(whom, "started") or view.earliest("started"))
    regime = _text(view.of(whom, "regime"))
    acknowledged = _text(view.of(whom, "acknowledged"))
    by = _several(view.value("perpetrators"))
    taken = _several(view.value("property"))
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
        _text(view.fact("decision")),
        by,
        digits_of("perpetrators", by),
        taken,
        digits_of("property", taken),
        told.typed(_text(view.fact("stated"))),
        told.typed(_text(view.of(whom, "treatment"))),
        *told.tail(said),
    )


def _besides(told: Told) -> Iterator[Row]:
    """Acts of their own: ill-treatment that a lawyer saw, property taken, counsel refused."""
    for (kind, whom), _ in told.view.said.items():
        if kind == "ill_treatment":
            fact = told.view.of(whom, kind)
            if fact is not None and fact.value == "yes":
                yield _besides_one(told, "ill_treatment", whom, fact)
    taken = told.view.fact("property")
    if taken is not None and isinstance(taken.value, tuple) and not TAKEN.isdisjoint(taken.value):
        yield _besides_one(told, "property_taken", None, taken)
    for fact in told.view.history("visit"):
        if fact.value == "refused":
            yield _besides_one(told, "counsel_refused", None, fact)


def _besides_one(told: Told, act: str, whom: int | None, fact: Fact) -> Row:
    when = told.when(fact)
    middle = ("",) * 13
    return (
        told.code, person_id(whom), act, digits_of("act", act), *when, digits_of("precision", when[1]),
        *middle, *told.tail(fact),
    )  # fmt: skip


def _text(fact: Fact | None) -> str:
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


def _several(value: Value | None) -> str:
    return "|".join(value) if isinstance(value, tuple) else ""
