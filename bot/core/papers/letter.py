"""An open letter, out of cases that belong together: all that its templates may name. Pure.

Which facts are printed follows from the records and from what was chosen; no letter is written down anywhere.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot.core.incidents import Pattern
from bot.core.matching.rules import NameRules
from bot.core.papers.choices import Choices, checked
from bot.core.papers.dossier import Dossier, Leaf, Node
from bot.core.papers.mentions import mentions
from bot.core.papers.telling import Told

ANSWER = ("answer",)


class Row(Struct, frozen=True):
    """A line that the country's data gives, in the letter's language, and the rows that it is made of."""

    text: str
    origins: tuple[str, ...]

    @property
    def leaf(self) -> Leaf:
        """As it is printed: somebody chose it."""
        return Leaf(self.text, self.origins)


class Around(Struct, frozen=True):
    """What stands around the cases, in the letter's language, in the order of the letter. ``pattern``: of the incident."""

    organisation: str
    date: str
    city: str
    pattern: Pattern | None
    rights: Sequence[Row]
    findings: Sequence[Row]
    offices: Sequence[Row]
    demands: Sequence[Row]


def letter(
    told: Iterable[Told],
    earlier: Iterable[Told],
    choices: Choices,
    around: Around,
    language: str,
    say: Callable[..., str],
) -> Dossier:
    """The tree. What nobody has checked is not in it."""
    pattern = around.pattern
    return {
        "paper": {
            "date": Leaf(around.date, ANSWER),
            "city": Leaf(around.city, ANSWER if around.city else ()),
        },
        "organisation": {"name": Leaf(around.organisation, ("organisation",))},
        "letter": {
            "occasion": _said(choices.occasion.get(language, "")),
            "hedge": _said(say("letter-hedge") if choices.hedged else ""),
            "pattern": Leaf(say(f"letter-pattern-{pattern.replace('_', '-')}"), ("incident",))
            if pattern
            else Leaf(""),
        },
        "cases": _cases(told, choices),
        "earlier": _cases(earlier, choices),
        "findings": _rows(around.findings),
        "violated": _rows(around.rights),
        "addressees": tuple({"line": row.leaf} for row in around.offices),
        "demands": _rows(around.demands),
    }


def silent(told: Iterable[Told], hidden: Sequence[str], rules: NameRules) -> list[Told]:
    """The same without words of somebody's own that name whoever is ``hidden`` anywhere in the letter."""
    return [_silent(one) if mentions(one.parts["own"].text, hidden, rules) else one for one in told]


def _silent(told: Told) -> Told:
    return replace(told, parts={**told.parts, "own": Leaf("")}, betrays=True)


def in_time(told: Iterable[Told]) -> list[Told]:
    """In order of time; those without a day come last."""
    return sorted(
        told, key=lambda one: (one.on is None, one.on or date.min, one.case.started_at or one.case.opened_at)
    )


def _cases(told: Iterable[Told], choices: Choices) -> tuple[Node, ...]:
    """Where one of its sentences is printed, when and where it was is printed too."""
    kept = (checked(one, choices.ticks) for one in in_time(told))
    return tuple(
        {"head": replace(one.head, verified=True), **one.parts}
        for one in kept
        if any(part.text for part in one.parts.values())
    )


def _rows(rows: Iterable[Row]) -> tuple[Node, ...]:
    return tuple({"text": row.leaf} for row in rows)


def _said(text: str) -> Leaf:
    return Leaf(text, ANSWER if text else ())
