"""How far a visit is, by what a lawyer said of it: in one line of the board, for those who ring, and the buttons of what can
come next.
"""

from collections.abc import Iterable
from datetime import datetime

from core.casework.case_view import CaseView, view_case, where_held
from core.casework.claims import NO_TIME, Fact, SourceKind
from core.casework.visits import (
    NEXT_STEPS,
    VisitStep,
    inside_asked_key,
    inside_key,
    last_visit_step,
    people_told_of,
    visit_steps,
)
from core.folding import inert_line
from core.intake.custody import read_custody
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Style
from core.timeline import TimelineKind
from core.understanding.lawyer_words import visit_said
from core.understanding.phrases import mentions
from core.understanding.plain import readable, sentence
from core.vocabulary import CaseState, TaskKind
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import shorten
from handlers.service import Service
from storage.transaction import Transaction

KIND = "visit"
SPARING = {TimelineKind.REFUSED: Style.DANGER}  # the other buttons are what everybody hopes for
RINGS_ABOUT = {
    TaskKind.REFUSED: TimelineKind.REFUSED,
    TaskKind.INSIDE: TimelineKind.ADMITTED,
}  # asks about anyone who has said this last
PLACE_SHOWN = 100  # UTF-16 units


def steps_of(view: CaseView, case: Case, member: int | None = None) -> tuple[VisitStep, ...]:
    """What those who have the case have said of their visit; ``member``: one of two who have it, else the first."""
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
    """What :func:`load_steps` asks of these cases, in one statement."""
    acted = [case.id for case in cases if case.state is CaseState.ACCEPTED and case.first_action_at]
    await tx.claims.prefetch("case_id", acted, kind=KIND)


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
    lines, refused_at = [], None
    if kind == TaskKind.REFUSED:
        refused_at = max(step.at for _, step in await who_to_ring(tx, case, kind))
        lines.append(say(language, "ask-refused-at", time=time_words(service, case, refused_at)))
    held = [
        _place_words(service, language, case, fact)
        for who in people_told_of(view, "taken")
        if (fact := view.of(who, "taken"))
    ]
    at_door = _noted_stations(service, language, case, view, refused_at) if kind == TaskKind.REFUSED else []
    where = at_door or held
    if not where and kind == TaskKind.REFUSED and (known := where_held(view)) is not None and known.text:
        where = [known.text]
    if not where and kind == TaskKind.REFUSED:
        where = _noted_stations(service, language, case, view)
    if where:
        place = shorten(inert_line("; ".join(dict.fromkeys(where))), PLACE_SHOWN)
        lines.append(say(language, f"ask-{kind}-where", where=place))
    elif kind == TaskKind.REFUSED:
        lines.append(say(language, "ask-refused-nowhere"))
    if at_door and (told := held_elsewhere(service, language, case, view, at_door[0])):
        lines.append(say(language, "ask-refused-held", where=told))
    return lines


def held_elsewhere(service: Service, language: str, case: Case, view: CaseView, station: str) -> str:
    """The station where they are held, as was told, if it is another than this one, as both are called; else nothing."""
    facts = [fact for who in people_told_of(view, "taken") if (fact := view.of(who, "taken"))]
    found = [case_lines.held_label(service, language, str(fact.value), case.city or "") for fact in facts]
    told = list(dict.fromkeys(filter(None, found)))
    return "; ".join(told) if told and station not in told else ""


def _noted_stations(
    service: Service, language: str, case: Case, view: CaseView, at: datetime | None = None
) -> list[str]:
    """The station that the newest note names which tells of a visit there, or that somebody is held there; a court that is
    named is no station. ``at``: only of what was written then, or later.
    """
    notes = [
        fact
        for fact in view.history("note")
        if (at is None or fact.claim.noted_at >= at)
        and not mentions(service.heard.later.court, sentence(readable(str(fact.value))))
        and _tells_of_station(service, case, str(fact.value))
    ]
    labels = [case_lines.held_label(service, language, str(note.value), case.city or "") for note in notes]
    return [label for label in labels if label][-1:]


def _tells_of_station(service: Service, case: Case, note: str) -> bool:
    """Whether it is where the writer was, or where somebody is: not where a relative works."""
    if visit_said(note, service.heard) is not None:
        return True
    near = (case.city,) if case.city else ()
    custody = read_custody(note, service.gazetteer, service.heard, service.cues, near=near)
    return custody is not None and (custody.told or custody.answers) is not None


def _place_words(service: Service, language: str, case: Case, fact: Fact) -> str:
    """The words, behind the station that a reporter names by them, as it is called; a member's stand as they were typed."""
    words = str(fact.value)
    by_reporter = fact.claim.source_kind is SourceKind.REPORT
    label = case_lines.held_label(service, language, words, case.city or "") if by_reporter else ""
    return f"{label} «{words}»" if label else words


def next_buttons(service: Service, language: str, case: Case, steps: Iterable[VisitStep] = ()) -> ButtonRows:
    """The buttons by which the owner says what comes next."""
    return (
        tuple(
            Button(
                service.words.say(language, f"button-{act.replace('_', '-')}"),
                f"first:{case.id}:{act}",
                SPARING.get(act, Style.PRIMARY),
            )
            for act in NEXT_STEPS[last_visit_step(steps)]
        ),
    )
