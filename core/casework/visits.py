"""A lawyer's visit: how far it is and what can come next, which status each person has, and what does not fit together.
Pure.

Nothing is obligatory: a step may be left out, said late, or said again. The same holds for the questions about what the
lawyer saw; each answer is a claim.

A button carries a screen ("menu"), a question ("medical"), or a question and its answer ("medical-no"; "protocol-30":
the protocol names a time half an hour ago). They are short: two numbers stand before them.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from core.casework.case_view import CaseView
from core.casework.claims import Fact, SourceKind
from core.model import Case
from core.timeline import TimelineKind
from core.values import Moment, Precision

# What can come next, by what was said last.
NEXT_STEPS: Mapping[TimelineKind | None, tuple[TimelineKind, ...]] = {
    None: (TimelineKind.CONTACTED, TimelineKind.ON_MY_WAY, TimelineKind.AT_STATION),
    TimelineKind.CONTACTED: (TimelineKind.ON_MY_WAY, TimelineKind.AT_STATION),
    TimelineKind.ON_MY_WAY: (TimelineKind.AT_STATION,),
    TimelineKind.AT_STATION: (TimelineKind.ADMITTED, TimelineKind.REFUSED),
    TimelineKind.REFUSED: (TimelineKind.ADMITTED, TimelineKind.REFUSED),  # each refusal is one more
    TimelineKind.ADMITTED: (TimelineKind.OUT,),
    TimelineKind.OUT: (TimelineKind.ON_MY_WAY, TimelineKind.AT_STATION),
}
AFTER_INSIDE = (
    TimelineKind.ADMITTED,
    TimelineKind.REFUSED,
    TimelineKind.AT_STATION,
)  # what somebody comes out of

STATUSES = ("nobody", "witness", "witness_defence", "suspect", "accused", "administrative", "convicted")
RELEASED = ("released", "released_pledge", "released_bail", "released_house", "released_served")  # and how
TIMES = ("delivered", "protocol", "transferred", "released_at")  # none can be before the detention

SKEW = timedelta(minutes=5)  # phones' clocks differ, and people round up


class VisitStep(Struct, frozen=True):
    """Something that the owner of a case said of their way to it, and when it was so."""

    act: TimelineKind
    at: datetime


class ImpossibleMoment(Struct, frozen=True):
    """A moment that cannot be: before the detention or, if there is no ``start``, still to come when it was said."""

    kind: str
    person: int | None
    said: Fact
    start: Fact | None


def visit_steps(facts: Iterable[Fact], case: Case, member: int | None = None) -> tuple[VisitStep, ...]:
    """The way of the member who has the case now, since they took it, in order. ``facts``: the history of "visit";
    ``member``: one of the two who have it; if not given, the first.
    """
    since = case.first_action_at
    if since is None:
        return ()
    mine = [
        fact
        for fact in facts
        if fact.source == (SourceKind.MEMBER, member or case.owner_id) and fact.claim.noted_at >= since
    ]
    mine.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.noted_at, fact.claim.id))
    return tuple(VisitStep(TimelineKind(str(fact.value)), fact.time or fact.claim.noted_at) for fact in mine)


def visit_trail(way: Iterable[VisitStep]) -> tuple[VisitStep, ...]:
    """The same as it is read: of what was said twice the last, but every refusal."""
    way = tuple(way)
    later = [{step.act for step in way[number:]} for number in range(1, len(way) + 1)]
    return tuple(
        step
        for step, after in zip(way, later, strict=True)
        if step.act is TimelineKind.REFUSED or step.act not in after
    )


def last_visit_step(way: Iterable[VisitStep]) -> TimelineKind | None:
    """What was the last of it."""
    return next((step.act for step in reversed(tuple(way))), None)


def inside_key(case_id: int, member_id: int) -> str:
    """The timer after which this lawyer, who is inside, is asked whether they are out."""
    return f"inside:case-{case_id}:{member_id}"


def inside_asked_key(case_id: int, member_id: int) -> str:
    """The timer that is there while that question waits for an answer."""
    return f"inside-unanswered:case-{case_id}:{member_id}"


def people_told_of(view: CaseView, kind: str) -> tuple[int | None, ...]:
    """Of whom a kind is said: the whole case (None), and its persons."""
    return tuple(who for who in (None, *(person.id for person in view.persons)) if view.history(kind, who))


def last_statuses(history: Iterable[Fact]) -> tuple[Fact, ...]:
    """What each source says last of a status, the first source first."""
    return tuple({fact.source: fact for fact in history}.values())


def statuses_contradict(history: Iterable[Fact]) -> bool:
    """Whether the sources of a status do not say the same."""
    return len({fact.value for fact in last_statuses(history)}) > 1


def impossible_moments(view: CaseView) -> tuple[ImpossibleMoment, ...]:
    """The moments that cannot be, as far as they are known to the hour."""
    found = []
    for kind in TIMES:
        for who in people_told_of(view, kind):
            said = view.of(who, kind)
            at = _moment_to_hour(said)
            if said is None or at is None:
                continue
            start = view.of(who, "started")
            began = _moment_to_hour(start)
            if at > said.claim.noted_at + SKEW:
                found.append(ImpossibleMoment(kind, who, said, None))
            elif began is not None and at < began:
                found.append(ImpossibleMoment(kind, who, said, start))
    return tuple(found)


def _moment_to_hour(fact: Fact | None) -> datetime | None:
    if fact is None or not isinstance(fact.value, Moment):
        return None
    return fact.value.at if fact.value.precision in (Precision.MINUTE, Precision.HOUR) else None


YES, NO, UNSEEN = "yes", "no", "unseen"


class VisitQuestion(StrEnum):
    """A question."""

    STARTED = "started"  # since when they are not free to go
    DELIVERED = "delivered"
    STATUS = "is"
    FREED = "freed"
    PROTOCOL = "protocol"
    DELIVERY = "delivery"
    MEDICAL = "medical"
    NOTICE = "notice"
    RELEASE = "release"
    PRIVATE = "private"
    HARM = "harm"
    MOVED = "moved"


SINCE = "since"  # when the status that was said last became so
OPEN_QUESTIONS, MENU, WHO = "open", "menu", "who"
SEEN_PAPERS: Mapping[VisitQuestion, str] = {  # and the kinds of claim
    VisitQuestion.PROTOCOL: "protocol_seen",
    VisitQuestion.DELIVERY: "delivery_certificate",
    VisitQuestion.MEDICAL: "medical_examination",
    VisitQuestion.NOTICE: "phone_notice",
    VisitQuestion.RELEASE: "release_certificate",
}
ANSWERED_KINDS: Mapping[VisitQuestion, str] = {
    **SEEN_PAPERS,
    VisitQuestion.PRIVATE: "met_privately",
    VisitQuestion.HARM: "ill_treatment",
}
CLOCKED: Mapping[VisitQuestion, str] = {  # their answer is a time
    VisitQuestion.STARTED: "started",
    VisitQuestion.DELIVERED: "delivered",
    VisitQuestion.PROTOCOL: "protocol",
    VisitQuestion.MOVED: "transferred",
}
AGO = ("0", "30", "60", "120")  # minutes
OFFERED_ANSWERS: Mapping[str, tuple[str, ...]] = {
    VisitQuestion.STARTED: AGO,
    VisitQuestion.DELIVERED: AGO,
    VisitQuestion.STATUS: (*STATUSES, *RELEASED),
    VisitQuestion.FREED: (),  # how: an answer to the status
    VisitQuestion.PROTOCOL: (*AGO, NO, UNSEEN),
    VisitQuestion.DELIVERY: (YES, NO, UNSEEN),
    VisitQuestion.MEDICAL: (YES, NO, UNSEEN),
    VisitQuestion.NOTICE: (YES, NO, UNSEEN),
    VisitQuestion.RELEASE: (YES, NO, UNSEEN),
    VisitQuestion.PRIVATE: (YES, NO),
    VisitQuestion.HARM: (YES, NO),
    VisitQuestion.MOVED: AGO,
    SINCE: AGO,
}


def fits_button(word: str) -> bool:
    """Whether a button of ours can carry it."""
    question, dash, answer = word.partition("-")
    if not dash:
        return word in (OPEN_QUESTIONS, MENU, WHO, *VisitQuestion)
    return answer in OFFERED_ANSWERS.get(question, ())
