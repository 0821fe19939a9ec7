"""Since when, where, by whom, on what ground somebody is held, and as what. Pure."""

from collections.abc import Sequence

from bot.core.casework.kinds import HELD
from bot.core.casework.proceedings import Course, courses
from bot.core.casework.rules import Fact
from bot.core.casework.visits import contradict, last_of_each
from bot.core.papers import stating
from bot.core.papers.chronology import when_of
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.values import Call, Moment, Place, Precision
from bot.core.vocabulary import StationAnswer

TIMES = {
    "began": "started", "delivered": "delivered", "protocol": "protocol", "transferred": "transferred",
    "released": "released_at",
}  # fmt: skip
WHERE = (("station",), ("found", "call"), ("taken",), ("held",))  # of several the first that is said
_CRIMINAL = frozenset({"criminal", "criminal_grave"})


def detention(matter: Matter) -> dict[str, Node]:
    """The group ``detention``."""
    regimes = _regimes(matter)
    history = matter.history("status")
    return {
        **{name: stating.moment(matter, matter.said(kind), kind) for name, kind in TIMES.items()},
        "station": station(matter),
        "by": _by(matter),
        "stated": stating.quoted(matter, matter.said("stated"), "stated"),
        "decision": stating.choice(matter, matter.said("decision"), "decision", "decision"),
        "article": _article(matter),
        "regime": stating.choice(matter, matter.said("regime"), "regime", "regime"),
        "status": _status(matter, history),
        "is_held": is_held(matter),
        "is_order_shown": any(fact.value == "shown" for fact in matter.said("decision")),
        "is_criminal": bool(regimes) and regimes <= _CRIMINAL,
        "is_administrative": bool(regimes) and regimes.isdisjoint(_CRIMINAL),
        "places": _places(matter),
        "statuses": tuple(_status_row(matter, fact) for fact in history),
    }


def _regimes(matter: Matter) -> set[str]:
    """What those say of the sort of detention who are believed most: where they differ, no code is argued from."""
    told = [fact for fact in matter.said("regime") if fact.value != stating.UNKNOWN]
    return {str(fact.value) for fact in stating.preferred(matter, told)}


def is_held(matter: Matter) -> bool:
    """Whether they are held still, as far as is known."""
    case = matter.case
    released = any(isinstance(fact.value, Moment) for fact in matter.said("released_at"))
    return case.record in HELD and case.ongoing != "no" and case.outcome is None and not released


def courses_of(matter: Matter) -> list[Course]:
    """The proceedings against the person, and those against all of the case; the newest last."""
    return [course for course in courses(matter.view) if course.person in (None, matter.who)]


def article_words(matter: Matter, course: Course) -> str:
    """As the country's sheet has it; as it was typed."""
    one = course.proceeding
    if not one.article:
        return ""
    text = matter.charges.get(one.article) or matter.say("paper-article", article=typed(one.article))
    return matter.say("paper-part-of", article=text, part=typed(one.part)) if one.part else text


def place_words(matter: Matter, fact: Fact) -> str:
    """Where somebody is; words of a reporter are quoted."""
    match fact.value:
        case Place() as place:
            return typed(place.text)
        case Call() as call:
            return typed(call.name) if call.answer == StationAnswer.THERE else ""
        case str() as words if words.strip():
            return typed(words)
        case _:
            return ""


def station(matter: Matter) -> Leaf:
    """Of lists and calls the last word counts; what sources say without times, all as claimed."""
    for kinds in WHERE:
        facts = [fact for kind in kinds for fact in _newest(matter, kind) if place_words(matter, fact)]
        timed = [fact for fact in facts if fact.claim.precision is not Precision.UNKNOWN and fact.claim.at]
        if len(timed) == len(facts) and facts:
            facts = [max(facts, key=lambda fact: (fact.claim.at or fact.claim.noted_at, fact.claim.id))]
        if facts and kinds[0] in ("taken", "held") and len(facts) == 1:
            return stating.quoted(matter, facts, "station")
        if facts:
            return stating.values(matter, facts, lambda fact: place_words(matter, fact), "station")
    return Leaf("", asks="station")


def _newest(matter: Matter, kind: str) -> Sequence[Fact]:
    return tuple({fact.source: fact for fact in matter.history(kind)}.values())


def _by(matter: Matter) -> Leaf:
    """Who did it, and by what they can be known."""
    who = stating.flags(matter, matter.said("perpetrators"), "perpetrator", "perpetrators")
    marks = stating.quoted(matter, matter.said("marks"), "marks")
    if not marks.text or (who.text and who.verified and not marks.verified):
        return who
    if not who.text or (marks.verified and not who.verified):
        return marks
    return Leaf(f"{who.text}; {marks.text}", who.origins + marks.origins, who.verified, "perpetrators")


def _article(matter: Matter) -> Leaf:
    """Of all proceedings that go on."""
    courses = [course for course in courses_of(matter) if course.is_open and course.proceeding.article]
    facts = [course.said[-1] for course in courses]
    text = "; ".join(dict.fromkeys(article_words(matter, course) for course in courses))
    sure = all(stating.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, stating.origins(facts), sure, "proceeding")


def _status(matter: Matter, history: Sequence[Fact]) -> Leaf:
    """The last; where sources differ, what each says last."""
    facts = last_of_each(history) if contradict(history) else history[-1:]
    return stating.choice(matter, facts, "status", "status")


def _status_row(matter: Matter, fact: Fact) -> Node:
    sure = stating.is_verified(matter.view, fact)
    texts = {
        "when": when_of(matter, fact),
        "status": matter.tongue.option("status", str(fact.value)),
        "source": matter.by(fact.source),
    }
    return {name: Leaf(text, stating.origins([fact]), sure) for name, text in texts.items()}


def _places(matter: Matter) -> tuple[Node, ...]:
    """Each place that somebody names, in the order in which it became known; its end where the next one begins."""
    facts = [fact for kinds in WHERE for kind in kinds for fact in matter.history(kind)]
    facts = [fact for fact in facts if place_words(matter, fact)]
    facts.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    rows: list[Node] = []
    before = ""
    for number, fact in enumerate(facts):
        name = place_words(matter, fact)
        if name == before:
            continue
        before = name
        later = next((one for one in facts[number + 1 :] if place_words(matter, one) != name), None)
        rows.append(_place_row(matter, fact, name, later))
    return tuple(rows)


def _place_row(matter: Matter, fact: Fact, name: str, later: Fact | None) -> Node:
    about, sure = stating.origins([fact]), stating.is_verified(matter.view, fact)
    since = when_of(matter, fact) if fact.time is not None else ""
    until = when_of(matter, later) if later is not None and later.time is not None else ""
    ended = about if later is None else stating.origins([fact, later])
    return {
        "name": Leaf(stating.quote(matter, fact, name), about, sure),
        "since": Leaf(since, about, sure),
        "until": Leaf(until, ended, sure and (later is None or stating.is_verified(matter.view, later))),
        "source": Leaf(matter.by(fact.source), about, sure),
    }
