"""What only papers for bodies of the United Nations ask: a name in Latin letters, terms, who else was told. Pure.

Nothing is transliterated: who is not known by Latin letters stands as they are written, and their spelling is asked for.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from bot.core.casework import consents
from bot.core.casework.interventions import Sent, Sort
from bot.core.casework.rules import Fact
from bot.core.papers import stating, steps
from bot.core.papers.detention import is_held
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.person import name_facts
from bot.core.papers.tongue import typed
from bot.core.values import Moment, Precision
from bot.core.vocabulary import Use

MONTHS = 3  # so long after it began a disappearance is urgent for the Working Group
BODIES: Mapping[str, Sort | None] = {  # offices, and what is sent to no other
    "wgad": Sort.WGAD, "wgad-urgent": None, "special-procedures": None, "wgeid": None, "ced": Sort.CED, "hrc": None,
}  # fmt: skip
ABROAD = frozenset({Sort.WGAD, Sort.CED, Sort.UN_URGENT, Sort.UN})
CATEGORIES = tuple(f"category_{number}" for number in range(1, 6))  # of arbitrary detention
EXERCISED = (
    "journalist",
    "defender",
    "union",
    "party",
    "religious",
    "demonstrator",
)  # for what one is persecuted
TO_THE_HOUR = (Precision.MINUTE, Precision.HOUR)
NOON = time(12)
_LATIN = re.compile(r"[^\W\d_]")
_LIST = re.compile(r"[,;/\n]")


def un(matter: Matter) -> dict[str, Node]:
    """The group ``un``. Of its categories nothing ever is known: a paper prints them where a tick has no fact."""
    first = _began(matter)
    last = months_after(first, MONTHS) if first is not None else None
    today = matter.now.astimezone(matter.zone).date()
    sent, name = steps.sent_of(matter), _name(matter)
    abroad = [one for one in sent if is_abroad(one)]
    return {
        "name": name,
        "is_latin": any(typed(str(fact.value)) == name.text for fact in name_facts(matter)[:1]),
        "role": _marked(matter, {"traits": "trait", "urgent": "urgent"}, EXERCISED),
        "migrant": _marked(matter, {"traits": "trait"}, ("migrant",)),
        "pregnant": _pregnant(matter),
        "published": _published(matter),
        "statement": _marked(matter, {"property": "property"}, ("sign",)),
        "held_for": _held_for(matter),
        "until": _until(matter, last),
        "is_recent": last is not None and today <= last,
        "is_older": last is not None and today > last,
        "is_sent_wgeid": any(_to(one, "wgeid") for one in abroad),
        "is_sent_ced": any(_to(one, "ced") for one in abroad),
        "is_refused": any(one.what.unregistered for one in sent if not is_abroad(one)),
        "remedies": tuple(steps.row(matter, one) for one in sent if not is_abroad(one)),
        "procedures": tuple(steps.row(matter, one) for one in abroad),
        **dict.fromkeys(CATEGORIES, Leaf("")),
    }


def is_abroad(one: Sent) -> bool:
    """Whether it was sent to the United Nations."""
    return one.what.sort in ABROAD or one.what.office in BODIES


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _to(one: Sent, body: str) -> bool:
    return one.what.office == body or one.what.sort == BODIES[body]


def _began(matter: Matter) -> date | None:
    """The earliest that anybody says."""
    told = [
        f.value.at for f in matter.said("started") if isinstance(f.value, Moment) and f.value.at is not None
    ]
    return min(told).astimezone(matter.zone).date() if told else None


def _until(matter: Matter, last: date | None) -> Leaf:
    """The last day on which it is urgent."""
    facts = matter.said("started")
    if last is None:
        return Leaf("", asks="started")
    text = matter.tongue.day(datetime.combine(last, NOON, matter.zone))
    return Leaf(text, stating.origins(facts), _sure(matter, facts), "started")


def _held_for(matter: Matter) -> Leaf:
    """So far, while they are held; nothing where sources differ about the beginning."""
    groups = stating.moments(matter.said("started"))
    began = groups[0][0].value if len(groups) == 1 else None
    if not isinstance(began, Moment) or began.at is None or began.precision not in TO_THE_HOUR:
        return Leaf("", asks="started")
    if not is_held(matter) or began.at > matter.now:
        return Leaf("", asks="started")
    minutes = int((matter.now - began.at).total_seconds() // 60)
    origins = (*stating.origins(groups[0]), "clock")  # what only time changes is no change of the case
    return Leaf(matter.tongue.span(minutes), origins, _sure(matter, groups[0]), "started")


def _name(matter: Matter) -> Leaf:
    """In Latin letters, as somebody spells it."""
    spelt = [] if matter.barred else [*matter.own("spellings"), *name_facts(matter)]
    for fact in stating.preferred(matter, spelt):
        for one in _LIST.split(str(fact.value)):
            if _latin(one):
                return Leaf(typed(one), stating.origins([fact]), _sure(matter, [fact]), "spellings")
    return Leaf("", asks="spellings")


def _latin(text: str) -> bool:
    letters = _LATIN.findall(text)
    return bool(letters) and all(letter < "\u0250" for letter in letters)


def _marked(matter: Matter, families: Mapping[str, str], options: Iterable[str]) -> Leaf:
    """Which of these somebody has marked, with who says so."""
    found: dict[str, list[Fact]] = {}
    for kind, family in families.items():
        for fact in matter.own(kind):
            for option in options:
                if isinstance(fact.value, tuple) and option in fact.value:
                    found.setdefault(matter.tongue.option(family, option), []).append(fact)
    facts = stating.preferred(matter, [fact for by in found.values() for fact in by])
    said = [text for text, by in found.items() if any(fact in facts for fact in by)]
    text, sure = ", ".join(said), _sure(matter, facts)
    if text and matter.attributes and not sure:
        text = stating.claimed(matter, text, facts)
    return Leaf(text, stating.origins(facts), sure, next(iter(families)))


def _pregnant(matter: Matter) -> Leaf:
    marked = _marked(matter, {"urgent": "pregnant"}, ("pregnant",))
    male = [fact for fact in matter.own("sex")[:1] if fact.value == "male"]
    if marked.text or not male:
        return marked
    return Leaf(matter.say("paper-pregnant-male"), stating.origins(male), _sure(matter, male), "urgent")


def _published(matter: Matter) -> Leaf:
    """Since when the name may be published."""
    said = [
        fact
        for fact in consents.answers(matter.view, Use.PUBLICATION)
        if consents.answer_of(fact) == consents.YES
    ]
    if matter.who is None or not consents.permits(matter.view, Use.PUBLICATION, matter.who) or not said:
        return Leaf("", asks="publication")
    return Leaf(matter.tongue.day(said[-1].claim.noted_at), stating.origins(said[-1:]), asks="publication")


def _sure(matter: Matter, facts: Iterable[Fact]) -> bool:
    return all(stating.is_verified(matter.view, fact) for fact in facts)
