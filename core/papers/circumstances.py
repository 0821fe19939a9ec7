"""What happened: the place, the day, how many, what it was about. Pure."""

from core.casework.claims import Fact
from core.papers import chronology, statements
from core.papers.dossier import Leaf, Node
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.papers.person import urgent_flags
from core.values import CountKind, Place, Precision, Texts
from core.vocabulary import PHONE, SOS, TURNED_WORSE

SILENT = (PHONE, SOS, TURNED_WORSE, "raid")  # of what is marked as urgent: of the phone, not of the person


def case_group(matter: PaperInputs) -> dict[str, Node]:
    """The group ``case`` of the catalogue."""
    case, told = matter.case, chronology.chronology_lines(matter)
    return {
        "code": Leaf(case.code, (f"case:{case.id}",)),
        **{level: place_leaf(matter, level) for level in ("city", "district", "region")},
        "place": _place(matter),
        "day": _day(matter),
        "act": statements.choice_leaf(matter, matter.said("act"), "act"),
        "event": statements.quoted_leaf(matter, matter.said("event"), "event"),
        "link": statements.quoted_leaf(matter, matter.own("tie"), "tie"),
        "account": _account(matter),
        "narrative": chronology.narrative(matter, told),
        "chronology": tuple(line.row(matter) for line in told),
        "urgent": statements.flags_leaf(matter, matter.own("urgent"), "urgent", "urgent", SILENT),
        "flags": statements.flags_leaf(matter, matter.own("urgent"), "urgent", "urgent", SILENT),
        "is_going_on": case.ongoing == "yes",
        "is_alone": matter.is_alone,
        "is_urgent": bool(urgent_flags(matter) - set(SILENT)),
        **_count(matter),
    }


def _account(matter: PaperInputs) -> Leaf:
    """What the organisation has written of it for the public, in the paper's language."""
    said = [
        (fact, fact.value.of(matter.tongue.language))
        for fact in matter.said("public_line")
        if isinstance(fact.value, Texts)
    ]
    facts = [fact for fact, text in said if text]
    return Leaf("\n".join(typed_line(text) for _, text in said if text), statements.claim_origins(facts))


def place_leaf(matter: PaperInputs, what: str) -> Leaf:
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
    sure = any(statements.is_verified(matter.view, fact) for fact in facts)
    text = matter.gazetteer.name(id, matter.tongue.language)
    return Leaf(text, (*statements.claim_origins(facts), f"place:{id}"), sure, "place")


def _region(matter: PaperInputs, place: Place) -> str | None:
    known = place.city is not None and matter.gazetteer.knows(place.city)
    return matter.gazetteer.region_of(place.city) if known and place.city is not None else None


def _place(matter: PaperInputs) -> Leaf:
    """In words: nobody's pin is in a paper."""
    where = statements.quoted_leaf(matter, matter.said("where"), "where")
    if where.text:
        return where
    words = [fact for fact in matter.said("place") if typed_line(_value_text(fact.value))]
    words = list(statements.preferred_facts(matter, words))
    text = "; ".join(
        statements.quote_words(matter, fact, typed_line(_value_text(fact.value))) for fact in words
    )
    sure = all(statements.is_verified(matter.view, fact) for fact in words)
    return Leaf(text, statements.claim_origins(words), sure, "where")


def _value_text(value: object) -> str:
    return value.text if isinstance(value, Place) and value.city is None else ""


def _day(matter: PaperInputs) -> Leaf:
    """The day alone, of whichever moments sources give."""
    days: dict[str, list[Fact]] = {}
    for group in statements.group_moments(matter.said("started")):
        when = statements.moment_of_fact(group[0])
        if when.at is not None:
            coarse = when.precision in (Precision.MONTH, Precision.YEAR)
            text = matter.tongue.moment(when) if coarse else matter.tongue.day(when.at)
            days.setdefault(text, []).extend(group)
    return statements.statement_leaf(matter, list(days.items()), "started")


def _all_named(matter: PaperInputs) -> bool:
    """Whether somebody who is believed has named each of those who are counted by name."""
    named = [fact for person in matter.view.persons if (fact := person.facts.get("name")) is not None]
    return bool(named) and all(
        any(statements.is_verified(matter.view, statement) for statement in (fact, *fact.others))
        for fact in named
    )


def _count(matter: PaperInputs) -> dict[str, Node]:
    """Identified and unnamed apart: never one number that pretends to be both."""
    people = matter.view.people
    facts = matter.said("count")
    total = people.identified + people.unidentified_min
    kind = people.kind if people.kind is not CountKind.UNKNOWN or total == 0 else CountKind.AT_LEAST
    named = _all_named(matter)
    sure = any(statements.is_verified(matter.view, fact) for fact in facts) if facts else named
    about = (*statements.claim_origins(facts), "record")
    key = f"paper-count-{kind.value.replace('_', '-')}"
    return {
        "count": Leaf(matter.say(key, count=total) if total else "", about, sure, "count"),
        "identified": Leaf(str(people.identified), ("record",), named or not people.identified),
        "unnamed_at_least": Leaf(str(people.unidentified_min), about, sure),
    }
