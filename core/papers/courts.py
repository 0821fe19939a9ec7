"""What courts and investigators did: rulings, remand orders, proceedings with their hearings and steps. Pure."""

from collections.abc import Collection

from core.casework.claims import Fact
from core.casework.proceedings import (
    HearingOutcome,
    ProceedingKind,
    TrackedHearing,
    TrackedProceeding,
)
from core.clocks.clock_rows import AtEnd
from core.clocks.computation import legal_clocks
from core.papers import doubting, statements
from core.papers.chronology import hearing_words
from core.papers.detention import article_words, proceedings_against
from core.papers.dossier import Leaf, Node
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.values import Moment

RULINGS = frozenset({HearingOutcome.ARREST, HearingOutcome.FINE, HearingOutcome.WARNING})
REMANDS = frozenset({HearingOutcome.REMAND, HearingOutcome.HOUSE_ARREST})
COPY, NUMBER = "ruling_copy", "decision_number"


def ruling_group(matter: PaperInputs) -> dict[str, Node]:
    """What a court has decided of an administrative case."""
    found = _last_hearing(matter, RULINGS)
    course = _proceeding_of(matter, found, ProceedingKind.ADMINISTRATIVE)
    return {
        **_order_group(matter, found, course, "ruling"),
        "is_arrest": found is not None and found.hearing.outcome == HearingOutcome.ARREST,
    }


def remand_group(matter: PaperInputs) -> dict[str, Node]:
    """By what somebody is kept in a criminal case."""
    found = _last_hearing(matter, REMANDS)
    return {**_order_group(matter, found, _proceeding_of(matter, found, ProceedingKind.CRIMINAL), "remand")}


def proceeding_rows(matter: PaperInputs) -> tuple[Node, ...]:
    """Each, with its hearings and steps as text."""
    return tuple(_proceeding(matter, course) for course in proceedings_against(matter))


def _last_hearing(matter: PaperInputs, outcomes: Collection[str]) -> TrackedHearing | None:
    sittings = [
        sitting
        for course in proceedings_against(matter)
        for sitting in course.sittings
        if not sitting.hearing.off
    ]
    decided = [sitting for sitting in sittings if sitting.hearing.outcome in outcomes]
    return max(decided, key=lambda sitting: (sitting.hearing.at, sitting.hearing.number), default=None)


def _proceeding_of(
    matter: PaperInputs, found: TrackedHearing | None, sort: ProceedingKind
) -> TrackedProceeding | None:
    """That of the hearing; else the newest of the sort, of which only steps may be known."""
    every = proceedings_against(matter)
    if found is not None:
        return next((proceeding for proceeding in every if proceeding.number == found.proceeding), None)
    return next((proceeding for proceeding in reversed(every) if proceeding.proceeding.sort == sort), None)


def _order_group(
    matter: PaperInputs, found: TrackedHearing | None, course: TrackedProceeding | None, step: str
) -> dict[str, Node]:
    heard = found.said[-1:] if found is not None else ()
    about, sure = (
        statements.claim_origins(heard),
        all(statements.is_verified(matter.view, fact) for fact in heard),
    )
    steps = course.steps if course is not None else ()
    announced = [fact for fact in steps if fact.claim.kind == step]
    copies = [fact for fact in steps if fact.claim.kind == COPY]
    date = (
        Leaf(matter.tongue.day(found.hearing.at), about, sure)
        if found
        else statements.moment_leaf(matter, announced, step)
    )
    return {
        "court": Leaf(typed_line(found.hearing.court) if found else "", about, sure, "hearing"),
        "judge": Leaf(typed_line(found.hearing.judge) if found else "", about, sure, "hearing"),
        "date": date,
        "number": statements.field_leaf(matter, matter.said(NUMBER), NUMBER),
        "measure": Leaf(_measure(matter, found), about, sure, "hearing"),
        "copy_on": statements.moment_leaf(matter, copies, COPY),
        "deadline": _deadline(matter, step, [*announced, *copies]),
    }


def _measure(matter: PaperInputs, found: TrackedHearing | None) -> str:
    if found is None:
        return ""
    came = matter.tongue.option("measure", found.hearing.outcome)
    much = typed_line(found.hearing.measure)
    return matter.say("paper-measured", what=came, much=much) if much else came


def _deadline(matter: PaperInputs, step: str, facts: Collection[Fact]) -> Leaf:
    """The first end of a term that one of these has begun, and that is still to come; else the last that is over."""
    claims = {fact.claim.id for fact in facts}
    terms = [
        clock
        for clock in legal_clocks(matter.law, matter.view, matter.zone)
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
    sure = all(statements.is_verified(matter.view, fact) for fact in started)
    text = doubting.doubted(matter, matter.tongue.minute(chosen.due), doubting.unknown(matter, chosen.doubts))
    return Leaf(text, origin, sure and not chosen.doubts)


def _proceeding(matter: PaperInputs, course: TrackedProceeding) -> Node:
    own = course.said[-1:]
    hearings = [sitting for sitting in course.sittings if not sitting.hearing.off]
    heard = [fact for sitting in hearings for fact in sitting.said[-1:]]
    steps = [fact for fact in course.steps if isinstance(fact.value, Moment) or fact.value]
    court = next(
        (typed_line(sitting.hearing.court) for sitting in reversed(hearings) if sitting.hearing.court), ""
    )
    return {
        "sort": _proceeding_leaf(matter, matter.tongue.option("sort", course.proceeding.sort), own),
        "article": _proceeding_leaf(matter, article_words(matter, course), own),
        "state": _proceeding_leaf(matter, matter.tongue.option("state", course.proceeding.state), own),
        "court": _proceeding_leaf(matter, court, heard),
        "steps": _proceeding_leaf(matter, "; ".join(_step_words(matter, fact) for fact in steps), steps),
        "hearings": _proceeding_leaf(
            matter, "; ".join(_hearing_line(matter, sitting) for sitting in hearings), heard
        ),
    }


def _proceeding_leaf(matter: PaperInputs, text: str, facts: Collection[Fact]) -> Leaf:
    """What nobody has told is not said: of a hearing alone the sort of its proceedings is not known."""
    sure = all(statements.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, statements.claim_origins(facts), sure) if facts else Leaf("")


def _step_words(matter: PaperInputs, fact: Fact) -> str:
    if isinstance(fact.value, Moment):
        what = matter.say(f"step-{fact.claim.kind.replace('_', '-')}")
        return matter.say("paper-line", when=matter.tongue.moment(fact.value), what=what)
    return matter.say(
        "paper-line", when=matter.say("step-result"), what=matter.tongue.option("result", str(fact.value))
    )


def _hearing_line(matter: PaperInputs, sitting: TrackedHearing) -> str:
    when = matter.tongue.moment(Moment(sitting.hearing.at, sitting.hearing.precision, exact=True))
    words = hearing_words(matter, sitting.hearing)
    return matter.say("paper-line", when=when, what=words) if words else when
