"""How a lawyer's visit stands, on the card of a case and in one line of the board; and the buttons of what can come next.

What a lawyer saw, on the card of a case: statuses with their history, papers, and moments that cannot be.
"""

from collections.abc import Iterable
from datetime import datetime

from core.casework.case_view import CaseView, view_case
from core.casework.claims import NO_TIME, Fact, SourceKind
from core.casework.visits import ANSWERED_KINDS as SEEN
from core.casework.visits import (
    NEXT_STEPS,
    NO,
    UNSEEN,
    YES,
    ImpossibleMoment,
    VisitQuestion,
    VisitStep,
    impossible_moments,
    inside_asked_key,
    inside_key,
    last_statuses,
    last_visit_step,
    people_told_of,
    statuses_contradict,
    visit_steps,
    visit_trail,
)
from core.folding import inert_line
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Style
from core.timeline import TimelineKind
from core.values import Moment, Precision
from core.vocabulary import CaseState, TaskKind
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import CaseReading, person_name, shorten, when_words
from handlers.service import Service
from storage.transaction import Transaction

MARKS = {YES: "✓", NO: "✗", UNSEEN: "?"}
STEPS = 3  # of a status, the newest
COARSE = (Precision.PART, Precision.DAY, Precision.MONTH)  # of these no hour is said


async def seen_lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView
) -> list[str]:
    """For whoever sees the case whole; nothing where nothing was said."""
    reading = CaseReading(service, language, case, view, case_lines.zone_of(service, case))
    told = [await _status_line(tx, reading, who) for who in people_told_of(view, "status")]
    told += [line for who in _seen_of(view) if (line := _seen_words(reading, who))]
    return [*told, *(doubt_line(reading, one) for one in impossible_moments(view))]


def who_words(service: Service, language: str, case: Case, view: CaseView, person: int | None) -> str:
    """A person of the case, or everybody in it; who is alone in it, is everybody."""
    if person is not None:
        return person_name(language, service, view, person)
    alone = case.identified + case.unidentified_min <= 1
    if alone and view.people.names:
        return view.people.names[-1]
    return service.words.say(language, "saw-one" if alone else "saw-everybody")


def answer_mark(view: CaseView, person: int | None, seen: VisitQuestion) -> str:
    """What was answered, as a sign; of several who differ, all of them."""
    fact = view.of(person, SEEN[seen])
    if fact is None:
        return ""
    return "/".join(dict.fromkeys(MARKS[str(one.value)] for one in (fact, *fact.others)))


def doubt_line(reading: CaseReading, one: ImpossibleMoment) -> str:
    """A moment that cannot be, and what it contradicts."""
    said = reading.say(f"case-{one.kind.replace('_', '-')}", value=_moment_words(reading, one.said))
    if one.person is not None:
        said = (
            f"{who_words(reading.service, reading.language, reading.case, reading.view, one.person)}: {said}"
        )
    if one.start is None:
        at = case_lines.local_time(one.said.claim.noted_at, reading.zone, reading.service.zone)
        return reading.say("visit-doubt-future", said=said, start=at)
    return reading.say("visit-doubt-before", said=said, start=_moment_words(reading, one.start))


async def _status_line(tx: Transaction, reading: CaseReading, who: int | None) -> str:
    """The history; where its sources differ, what each says last, and who that is."""
    history = reading.view.history("status", who)
    if statuses_contradict(history):
        said = [
            reading.say("visit-said-by", said=_with_time(reading, fact), who=await _member_name(tx, fact))
            for fact in last_statuses(history)
        ]
        text = " · ".join(said)
    else:
        text = " → ".join(_with_time(reading, fact) for fact in history[-STEPS:])
    return reading.say(
        "visit-status",
        who=who_words(reading.service, reading.language, reading.case, reading.view, who),
        status=text,
    )


async def _member_name(tx: Transaction, fact: Fact) -> str:
    kind, id = fact.source
    member = await tx.members.get(id) if kind is SourceKind.MEMBER else None
    return member.name if member is not None else "—"


def _with_time(reading: CaseReading, fact: Fact) -> str:
    precision = fact.claim.precision
    if fact.time is not None and precision in COARSE:
        at = when_words(reading, Moment(fact.time, precision, exact=True))
    else:
        at = case_lines.local_time(fact.time or fact.claim.noted_at, reading.zone, reading.service.zone)
    return f"{status_words(reading.service, reading.language, fact)} {at}"


def status_words(service: Service, language: str, fact: Fact) -> str:
    """A status, in a reader's language."""
    return service.words.say(language, f"status-{str(fact.value).replace('_', '-')}")


def _seen_of(view: CaseView) -> tuple[int | None, ...]:
    return tuple(dict.fromkeys(who for kind in SEEN.values() for who in people_told_of(view, kind)))


def _seen_words(reading: CaseReading, who: int | None) -> str:
    own = [seen for seen, kind in SEEN.items() if reading.view.history(kind, who)]
    said = [f"{answer_mark(reading.view, who, seen)} {reading.say(f'saw-{seen}')}" for seen in own]
    name = who_words(reading.service, reading.language, reading.case, reading.view, who)
    return reading.say("visit-seen", who=name, seen=" · ".join(said)) if said else ""


def _moment_words(reading: CaseReading, fact: Fact) -> str:
    return when_words(reading, fact.value) if isinstance(fact.value, Moment) else ""


KIND = "visit"
SHOWN = 6  # steps on a card, the newest
PLACE_SHOWN = 100  # UTF-16 units
SPARING = {TimelineKind.REFUSED: Style.DANGER}  # the other buttons are what everybody hopes for
RINGS_ABOUT = {
    TaskKind.REFUSED: TimelineKind.REFUSED,
    TaskKind.INSIDE: TimelineKind.ADMITTED,
}  # asks about whoever stands so


def steps_of(view: CaseView, case: Case, member: int | None = None) -> tuple[VisitStep, ...]:
    """What whoever has the case has said of their way; ``member``: one of two who have it, else the first."""
    return visit_steps(view.history(KIND), case, member)


async def load_steps(tx: Transaction, case: Case, member: int | None = None) -> tuple[VisitStep, ...]:
    """The same where nothing else of the case is loaded."""
    if case.state is not CaseState.ACCEPTED or case.first_action_at is None:
        return ()
    return steps_of(view_case(await tx.claims.by(case_id=case.id, kind=KIND), NO_TIME), case, member)


async def who_stands_at(tx: Transaction, case: Case, act: TimelineKind) -> list[tuple[Member, VisitStep]]:
    """Who of those who have the case said this last, and when it was so."""
    found = []
    for holder in (case.owner_id, case.second_id):
        member = await tx.members.get(holder or 0)
        said = await load_steps(tx, case, holder) if member is not None else ()
        if member is not None and last_visit_step(said) is act:
            found.append((member, said[-1]))
    return found


async def who_to_ring(tx: Transaction, case: Case, kind: str) -> list[tuple[Member, VisitStep]]:
    """Whom coordinators are asked to ring: who is not let in; who is inside and was asked, and has not answered."""
    found = await who_stands_at(tx, case, RINGS_ABOUT[TaskKind(kind)])
    if kind == TaskKind.REFUSED:
        return found
    return [(member, step) for member, step in found if not await _may_answer(tx, case, member)]


async def _may_answer(tx: Transaction, case: Case, member: Member) -> bool:
    keys = (key(case.id, member.id) for key in (inside_key, inside_asked_key))
    return any([await tx.timers.get(key) is not None for key in keys])


async def prefetch_steps(tx: Transaction, cases: Iterable[Case]) -> None:
    """What :func:`way` asks of these cases, in one statement."""
    acted = [case.id for case in cases if case.state is CaseState.ACCEPTED and case.first_action_at]
    await tx.claims.prefetch("case_id", acted, kind=KIND)


def visit_line(service: Service, language: str, case: Case, way: Iterable[VisitStep]) -> list[str]:
    """The way in one line, each step with its time; nothing where nothing was said."""
    said = [step_words(service, language, case, step) for step in visit_trail(way)[-SHOWN:]]
    return [" · ".join(said)] if said else []


async def both_visits(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, whose: int | None
) -> list[str]:
    """Whose way it is, else the first's; and that of the other who has the case, by name."""
    whose = whose or case.owner_id
    lines = visit_line(service, language, case, steps_of(view, case, whose))
    other = case.second_id if whose == case.owner_id else case.owner_id
    member = await tx.members.get(other or 0)
    if member is not None:
        theirs = visit_line(service, language, case, steps_of(view, case, other))
        lines += [f"{member.name}: {said}" for said in theirs]
    return lines


def step_words(service: Service, language: str, case: Case, step: VisitStep) -> str:
    """One step with its time."""
    return f"{act_words(service, language, step.act)} {time_words(service, case, step.at)}"


def time_words(service: Service, case: Case, at: datetime) -> str:
    """A moment in the place's zone."""
    return case_lines.local_time(at, case_lines.zone_of(service, case), service.zone)


def act_words(service: Service, language: str, act: TimelineKind) -> str:
    """What was done, in a reader's language."""
    return service.words.say(language, f"done-{act.replace('_', '-')}")


async def task_lines(tx: Transaction, service: Service, language: str, case: Case, kind: str) -> list[str]:
    """What a coordinator who is asked to ring must know: when they were not let in, and where that is."""
    view, say = await view_of(tx, case), service.words.say
    lines = []
    if kind == TaskKind.REFUSED:
        refused = max(step.at for _, step in await who_to_ring(tx, case, kind))
        lines.append(say(language, "ask-refused-at", time=time_words(service, case, refused)))
    where = [str(fact.value) for who in people_told_of(view, "taken") if (fact := view.of(who, "taken"))]
    if where:
        place = shorten(inert_line("; ".join(dict.fromkeys(where))), PLACE_SHOWN)
        lines.append(say(language, f"ask-{kind}-where", where=place))
    elif kind == TaskKind.REFUSED:
        lines.append(say(language, "ask-refused-nowhere"))
    return lines


def next_buttons(service: Service, language: str, case: Case, way: Iterable[VisitStep] = ()) -> ButtonRows:
    """The buttons by which the owner says what comes next."""
    return (
        tuple(
            Button(
                service.words.say(language, f"button-{act.replace('_', '-')}"),
                f"first:{case.id}:{act}",
                SPARING.get(act, Style.PRIMARY),
            )
            for act in NEXT_STEPS[last_visit_step(way)]
        ),
    )
