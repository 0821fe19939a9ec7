"""What happened: the place, the day, how many, what it was about. Pure."""

from bot.core.casework.rules import Fact
from bot.core.papers import chronology, stating
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.person import flagged
from bot.core.papers.tongue import typed
from bot.core.values import CountKind, Place, Precision
from bot.core.vocabulary import PHONE, SOS

SILENT = (PHONE, SOS, "raid")  # of what is marked as urgent: of the phone, not of the person


def scene(matter: Matter) -> dict[str, Node]:
    """The group ``case``."""
    case, told = matter.case, chronology.told(matter)
    return {
        "code": Leaf(case.code, (f"case:{case.id}",)),
        **{one: named(matter, one) for one in ("city", "district", "region")},
        "place": _place(matter),
        "day": _day(matter),
        "act": stating.choice(matter, matter.said("act"), "act"),
        "event": stating.quoted(matter, matter.said("event"), "event"),
        "link": stating.quoted(matter, matter.own("tie"), "tie"),
        "narrative": chronology.narrative(matter, told),
        "chronology": tuple(one.row(matter) for one in told),
        "urgent": stating.flags(matter, matter.own("urgent"), "urgent", "urgent", SILENT),
        "flags": stating.flags(matter, matter.own("urgent"), "urgent", "urgent", SILENT),
        "is_going_on": case.ongoing == "yes",
        "is_alone": matter.is_alone,
        "is_urgent": bool(flagged(matter) - set(SILENT)),
        **_count(matter),
    }


def named(matter: Matter, what: str) -> Leaf:
    """From the gazetteer, as the surest source says; an earlier version may have had other places."""
    id = getattr(matter.case, what)
    if not id or not matter.gazetteer.knows(id):
        return Leaf("", asks="place")
    facts = [
        fact
        for fact in matter.said("place")
        if isinstance(fact.value, Place)
        and id in (fact.value.city, fact.value.district, fact.value.region, _region(matter, fact.value))
    ]
    sure = any(stating.is_verified(matter.view, fact) for fact in facts)
    text = matter.gazetteer.name(id, matter.tongue.language)
    return Leaf(text, (*stating.origins(facts), f"place:{id}"), sure, "place")


def _region(matter: Matter, place: Place) -> str | None:
    known = place.city is not None and matter.gazetteer.knows(place.city)
    return matter.gazetteer.region_of(place.city) if known and place.city is not None else None


def _place(matter: Matter) -> Leaf:
    """In words: nobody's pin is in a paper."""
    where = stating.quoted(matter, matter.said("where"), "where")
    if where.text:
        return where
    words = [fact for fact in matter.said("place") if typed(_text(fact.value))]
    words = list(stating.preferred(matter, words))
    text = "; ".join(stating.quote(matter, one, typed(_text(one.value))) for one in words)
    sure = all(stating.is_verified(matter.view, fact) for fact in words)
    return Leaf(text, stating.origins(words), sure, "where")


def _text(value: object) -> str:
    return value.text if isinstance(value, Place) and value.city is None else ""


def _day(matter: Matter) -> Leaf:
    """The day alone, of whichever moments sources give."""
    days: dict[str, list[Fact]] = {}
    for group in stating.moments(matter.said("started")):
        when = stating.when(group[0])
        if when.at is not None:
            coarse = when.precision is Precision.MONTH
            text = matter.tongue.moment(when) if coarse else matter.tongue.day(when.at)
            days.setdefault(text, []).extend(group)
    return stating.leaf(matter, list(days.items()), "started")


def _all_named(matter: Matter) -> bool:
    """Whether somebody who is believed has named each of those who are counted by name."""
    named = [fact for one in matter.view.persons if (fact := one.facts.get("name")) is not None]
    return bool(named) and all(
        any(stating.is_verified(matter.view, one) for one in (fact, *fact.others)) for fact in named
    )


def _count(matter: Matter) -> dict[str, Node]:
    """Identified and unnamed apart: never one number that pretends to be both."""
    people = matter.view.people
    facts = matter.said("count")
    total = people.identified + people.unidentified_min
    kind = people.kind if people.kind is not CountKind.UNKNOWN or total == 0 else CountKind.AT_LEAST
    named = _all_named(matter)
    sure = any(stating.is_verified(matter.view, fact) for fact in facts) if facts else named
    about = (*stating.origins(facts), "record")
    key = f"paper-count-{kind.value.replace('_', '-')}"
    return {
        "count": Leaf(matter.say(key, count=total) if total else "", about, sure, "count"),
        "identified": Leaf(str(people.identified), ("record",), named or not people.identified),
        "unnamed_at_least": Leaf(str(people.unidentified_min), about, sure),
    }
