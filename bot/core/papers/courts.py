"""What courts and investigators did: rulings, remand orders, proceedings with their hearings and steps. Pure."""

from collections.abc import Collection

from bot.core.casework.proceedings import Course, Outcome, Regime, Sitting, Sort
from bot.core.casework.rules import Fact
from bot.core.clocks.rows import AtEnd
from bot.core.clocks.running import clocks_of
from bot.core.papers import doubting, stating
from bot.core.papers.chronology import hearing_words
from bot.core.papers.detention import article_words, courses_of
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.values import Moment

RULINGS = frozenset({Outcome.ARREST, Outcome.FINE, Outcome.WARNING})
REMANDS = frozenset({Outcome.REMAND, Outcome.HOUSE_ARREST})
COPY, NUMBER = "ruling_copy", "decision_number"
CRIMINAL = frozenset({Regime.CRIMINAL, Regime.CRIMINAL_GRAVE})


def ruling(matter: Matter) -> dict[str, Node]:
    """What a court has decided of an administrative case."""
    found = _last(matter, RULINGS)
    course = _course(matter, found, Sort.ADMINISTRATIVE)
    return {
        **_order(matter, found, course, "ruling"),
        "is_arrest": found is not None and found.hearing.outcome == Outcome.ARREST,
    }


def remand(matter: Matter) -> dict[str, Node]:
    """By what somebody is kept in a criminal case."""
    found = _last(matter, REMANDS)
    return {**_order(matter, found, _course(matter, found, Sort.CRIMINAL), "remand")}


def proceedings(matter: Matter) -> tuple[Node, ...]:
    """Each, with its hearings and steps as text."""
    return tuple(_proceeding(matter, course) for course in courses_of(matter))


def _last(matter: Matter, outcomes: Collection[str]) -> Sitting | None:
    sittings = [one for course in courses_of(matter) for one in course.sittings if not one.hearing.off]
    decided = [one for one in sittings if one.hearing.outcome in outcomes]
    return max(decided, key=lambda one: (one.hearing.at, one.hearing.number), default=None)


def _course(matter: Matter, found: Sitting | None, sort: Sort) -> Course | None:
    """That of the hearing; else the newest of the sort, of which only steps may be known."""
    every = courses_of(matter)
    if found is not None:
        return next((one for one in every if one.number == found.proceeding), None)
    return next((one for one in reversed(every) if one.proceeding.sort == sort), None)


def _order(matter: Matter, found: Sitting | None, course: Course | None, step: str) -> dict[str, Node]:
    heard = found.said[-1:] if found is not None else ()
    about, sure = stating.origins(heard), all(stating.is_verified(matter.view, fact) for fact in heard)
    steps = course.steps if course is not None else ()
    announced = [fact for fact in steps if fact.claim.kind == step]
    copies = [fact for fact in steps if fact.claim.kind == COPY]
    date = (
        Leaf(matter.tongue.day(found.hearing.at), about, sure)
        if found
        else stating.moment(matter, announced, step)
    )
    return {
        "court": Leaf(typed(found.hearing.court) if found else "", about, sure, "hearing"),
        "judge": Leaf(typed(found.hearing.judge) if found else "", about, sure, "hearing"),
        "date": date,
        "number": stating.field(matter, matter.said(NUMBER), NUMBER),
        "measure": Leaf(_measure(matter, found), about, sure, "hearing"),
        "copy_on": stating.moment(matter, copies, COPY),
        "deadline": _deadline(matter, step, [*announced, *copies]),
    }


def _measure(matter: Matter, found: Sitting | None) -> str:
    if found is None:
        return ""
    came = matter.tongue.option("measure", found.hearing.outcome)
    much = typed(found.hearing.measure)
    return matter.say("paper-measured", what=came, much=much) if much else came


def _deadline(matter: Matter, step: str, facts: Collection[Fact]) -> Leaf:
    """The first end of a term that one of these has begun, and that is still to come; else the last that is over."""
    claims = {fact.claim.id for fact in facts}
    terms = [
        clock
        for clock in clocks_of(matter.law, matter.view, matter.zone)
        if clock.row.at_end is AtEnd.TERM
        and clock.due
        and clock.start.claim
        and clock.start.claim.id in claims
    ]
    ahead = [clock for clock in terms if clock.due is not None and clock.due > matter.now]
    chosen = next(iter(ahead or terms[-1:]), None)
    if chosen is None or chosen.due is None or chosen.start.claim is None:
        return Leaf("", asks=COPY if step == "ruling" else step)
    origin = (f"claim:{chosen.start.claim.id}", f"law:{chosen.row.id}")
    started = [fact for fact in facts if fact.claim.id == chosen.start.claim.id]
    sure = all(stating.is_verified(matter.view, fact) for fact in started)
    text = doubting.doubted(matter, matter.tongue.minute(chosen.due), doubting.unknown(matter, chosen.doubts))
    return Leaf(text, origin, sure and not chosen.doubts)


def _proceeding(matter: Matter, course: Course) -> Node:
    own = course.said[-1:]
    hearings = [one for one in course.sittings if not one.hearing.off]
    heard = [fact for one in hearings for fact in one.said[-1:]]
    steps = [fact for fact in course.steps if isinstance(fact.value, Moment) or fact.value]
    court = next((typed(one.hearing.court) for one in reversed(hearings) if one.hearing.court), "")
    return {
        "sort": _leaf(matter, matter.tongue.option("sort", course.proceeding.sort), own),
        "article": _leaf(matter, article_words(matter, course), own),
        "state": _leaf(matter, matter.tongue.option("state", course.proceeding.state), own),
        "court": _leaf(matter, court, heard),
        "steps": _leaf(matter, "; ".join(_step(matter, fact) for fact in steps), steps),
        "hearings": _leaf(matter, "; ".join(_hearing(matter, one) for one in hearings), heard),
    }


def _leaf(matter: Matter, text: str, facts: Collection[Fact]) -> Leaf:
    sure = all(stating.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, stating.origins(facts) if text else (), sure)


def _step(matter: Matter, fact: Fact) -> str:
    if isinstance(fact.value, Moment):
        what = matter.say(f"step-{fact.claim.kind.replace('_', '-')}")
        return matter.say("paper-line", when=matter.tongue.moment(fact.value), what=what)
    return matter.say(
        "paper-line", when=matter.say("step-result"), what=matter.tongue.option("result", str(fact.value))
    )


def _hearing(matter: Matter, one: Sitting) -> str:
    when = matter.tongue.moment(Moment(one.hearing.at, one.hearing.precision, exact=True))
    words = hearing_words(matter, one.hearing)
    return matter.say("paper-line", when=when, what=words) if words else when
