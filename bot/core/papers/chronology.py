"""Everything of a case in the order of time, in sentences of ours: words of sources are never printed as they are. Pure.

One line a thing that happened, with all who say so. A second source of the same moment adds its origin, not a line.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from bot.core.casework.interventions import ANSWERS, interventions
from bot.core.casework.kinds import STEPS
from bot.core.casework.rules import Fact
from bot.core.papers import stating
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.values import Call, Hearing, Moment, Place, Precision

MOMENTS = ("started", "delivered", "protocol", "transferred", "released_at", *STEPS)
_FINE = (Precision.MINUTE, Precision.HOUR)


class Told(Struct, frozen=True):
    """One line. ``when``: how it is written; ``at``: by which it is ordered."""

    at: datetime
    when: str
    what: str
    facts: tuple[Fact, ...]
    contested: bool = False  # others say another time

    def row(self, matter: Matter) -> Node:
        """As a template has it."""
        about = stating.origins(self.facts)
        sure = any(stating.is_verified(matter.view, fact) for fact in self.facts)
        leaves = {"when": self.when, "what": self.what, "source": stating.by_all(matter, self.facts)}
        return {name: Leaf(text, about, sure) for name, text in leaves.items()}


def told(matter: Matter) -> list[Told]:
    """All lines, oldest first."""
    found = [*_moments(matter), *_hearings(matter), *_events(matter), *_sent(matter)]
    return sorted(found, key=lambda one: (one.at, one.facts[0].claim.id))


def narrative(matter: Matter, lines: Sequence[Told]) -> Leaf:
    """The same as text, a line a paragraph; what is not verified only if nothing is."""
    sure = [one for one in lines if any(stating.is_verified(matter.view, fact) for fact in one.facts)]
    shown = sure or lines
    facts = [fact for one in shown for fact in one.facts]
    return Leaf(
        "\n".join(_line(matter, one) for one in shown), stating.origins(facts), bool(sure) or not lines
    )


def when_of(matter: Matter, fact: Fact) -> str:
    """The time of a line of a history; without hours where none is known."""
    at = fact.time or fact.claim.noted_at
    precision = fact.claim.precision
    known = fact.time is not None and precision not in (*_FINE, Precision.UNKNOWN)
    return matter.tongue.moment(Moment(at, precision, exact=True)) if known else matter.tongue.minute(at)


def visit_words(matter: Matter, fact: Fact) -> str:
    """What a lawyer did."""
    return matter.tongue.option("visit", str(fact.value))


def hearing_words(matter: Matter, hearing: Hearing) -> str:
    """Court, what is decided, and what came of it."""
    came = matter.tongue.option("measure", hearing.outcome) if hearing.outcome else ""
    if came and hearing.measure:
        came = matter.say("paper-measured", what=came, much=typed(hearing.measure))
    return ", ".join(part for part in (typed(hearing.court), typed(hearing.subject), came) if part)


def _line(matter: Matter, one: Told) -> str:
    if one.contested:
        by = stating.by_all(matter, one.facts)
        return matter.say("paper-line-of", when=one.when, what=one.what, by=by)
    return matter.say("paper-line", when=one.when, what=one.what)


def _moments(matter: Matter) -> Iterator[Told]:
    for kind in MOMENTS:
        of = matter.history(kind) if kind in STEPS else matter.said(kind)
        newest = {(fact.source, fact.claim.proceeding_id): fact for fact in of}.values()
        groups = stating.moments(newest)
        for group in groups:
            when = group[0].value
            if isinstance(when, Moment) and when.at is not None:
                key = f"step-{kind}" if kind in STEPS else f"paper-what-{kind}"
                what = matter.say(key.replace("_", "-"))
                contested = len(groups) > 1 and kind not in STEPS
                yield Told(when.at, matter.tongue.moment(when), what, tuple(group), contested)


def _hearings(matter: Matter) -> Iterator[Told]:
    """Of each its newest line; not what was called off."""
    newest: dict[int, Fact] = {}
    for fact in sorted(matter.history("hearing"), key=lambda f: (f.claim.noted_at, f.claim.id)):
        if isinstance(fact.value, Hearing):
            newest[fact.value.number] = fact
    for fact in newest.values():
        one = fact.value
        if isinstance(one, Hearing) and not one.off:
            what = matter.say("paper-what-hearing", what=hearing_words(matter, one))
            when = matter.tongue.moment(Moment(one.at, one.precision, exact=True))
            yield Told(one.at, when, what.rstrip(", "), (fact,))


def _events(matter: Matter) -> Iterator[Told]:
    """Visits, calls, lists from a door, statuses."""
    for kind in ("visit", "call", "found", "denied", "status"):
        for fact in matter.history(kind):
            at = fact.time or fact.claim.noted_at
            if what := _what(matter, kind, fact):
                yield Told(at, when_of(matter, fact), what, (fact,))


def _what(matter: Matter, kind: str, fact: Fact) -> str:
    match fact.value:
        case Call() as call:
            answer = matter.tongue.option("answer", call.answer)
            return matter.say("paper-what-call", station=typed(call.name), answer=answer)
        case Place() as place:
            return matter.say(f"paper-what-{kind}", place=typed(place.text))
        case str() as word if kind == "visit":
            return visit_words(matter, fact) if word else ""
        case str() as word:
            return matter.say("paper-what-status", what=matter.tongue.option("status", word))
        case _:
            return ""


def _sent(matter: Matter) -> Iterator[Told]:
    """Papers to bodies, and their answers."""
    for one in interventions(matter.view):
        what = one.what
        if one.person not in (None, matter.who) or what.withdrawn:
            continue
        said = {"addressee": typed(what.addressee), "what": matter.tongue.option("sent", what.sort)}
        yield Told(what.at, matter.tongue.day(what.at), matter.say("paper-what-sent", **said), one.said[:1])
        if what.reply in ANSWERS and what.replied_at is not None:
            said["what"] = matter.tongue.option("reply", what.reply)
            when = matter.tongue.day(what.replied_at)
            yield Told(what.replied_at, when, matter.say("paper-what-answered", **said), one.said[-1:])
