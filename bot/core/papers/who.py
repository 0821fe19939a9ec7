"""Whom a letter names and how it counts the others: named and "at least so many" are never one number. Pure."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from bot.core.casework.describe import CaseView
from bot.core.values import CountKind

MANY, SOMEBODY = "many", "unknown"  # forms of a verb beside "f" and "m"
ROLES = ("journalist", "defender")  # told of somebody who is not named
HOW = {CountKind.AT_LEAST: "at-least", CountKind.ABOUT: "about", CountKind.SEVERAL: "at-least"}
SEXES = {"female": "f", "male": "m"}


class Who(Struct, frozen=True):
    """Words in the nominative, and the form of the verb beside them: f, m, many, unknown."""

    text: str
    form: str


def who(view: CaseView, names: Sequence[str], say: Callable[..., str], *, roles: bool = True) -> Who:
    """``names``: those that may be printed, as the language of ``say`` writes them. ``roles``: whether it may be told of
    somebody who is not named what they are.
    """
    people = view.people
    named = joined([say("letter-called", name=name) if ", " in name else name for name in names], say)
    if people.kind is CountKind.SEVERAL and people.count is None:
        return Who(say("letter-who-several", names=named or "none"), MANY)
    if people.kind is CountKind.UNKNOWN and not people.identified:
        return Who(say("letter-who-uncounted"), MANY)
    counted = people.kind is not CountKind.UNKNOWN
    total = people.identified + (people.unidentified_min if counted else 0)
    others, how = total - len(names), HOW.get(people.kind, "exactly")
    if names and others:
        return Who(say(f"letter-who-and-{how}", names=named, count=others), MANY)
    if names:
        return Who(named, MANY if len(names) > 1 else _form(view))
    if total == 1 and how == "exactly":
        role = next((one for one in ROLES if roles and one in _traits(view)), "person")
        return Who(say(f"letter-who-{role}"), "m")
    return Who(say(f"letter-who-{how}", count=total), MANY)


def _form(view: CaseView) -> str:
    """By the sex of the one person who is named, where somebody has told it."""
    named = [one for one in view.persons if one.names]
    sex = view.of(named[0].id, "sex") if len(named) == 1 else None
    return SEXES.get(str(sex.value), SOMEBODY) if sex is not None else SOMEBODY


def _traits(view: CaseView) -> set[str]:
    told = (view.value("traits"), view.value("urgent"))
    return {one for flags in told if isinstance(flags, tuple) for one in flags}


def joined(texts: Sequence[str], say: Callable[..., str]) -> str:
    """One, two and three."""
    if len(texts) < 2:
        return "".join(texts)
    return say("letter-and", first=", ".join(texts[:-1]), last=texts[-1])
