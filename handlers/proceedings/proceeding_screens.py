"""What is shown of proceedings: all of a case, one of them, one hearing; each with the buttons that change it."""

from collections.abc import Sequence

from core.casework.case_view import CaseView
from core.casework.claim_kinds import STEPS
from core.casework.consents import is_bound
from core.casework.proceedings import (
    RESULTS,
    DetentionRegime,
    HearingOutcome,
    ProceedingKind,
    ProceedingState,
    TrackedHearing,
    TrackedProceeding,
    next_hearing,
    tracked_proceedings,
)
from core.conversation.keyboard import lay_out_buttons
from core.model import Case
from core.presentation import Button, ButtonRows, Presentation, Style
from core.resources.law_files import known_charges
from core.values import Hearing
from core.vocabulary import CaseState
from handlers.cards import case_lines
from handlers.cards.fact_lines import person_name, shorten
from handlers.proceedings.proceeding_lines import SHORT, hearing_line, step_line, title
from handlers.service import Service
from handlers.turn import Turn

LISTED = 6  # proceedings on one page, people to choose from, buttons of hearings: the newest
STEPS_SHOWN, HEARINGS_SHOWN = 4, 3  # the newest
RIGHT = "right"  # what a reporter tells of a hearing is
LABEL = 24  # UTF-16 units of a name on a button


def overview_screen(turn: Turn, case: Case, view: CaseView, page: int = 0) -> Presentation:
    """All proceedings of a case, the newest first, a page of them."""
    every = list(enumerate(tracked_proceedings(view), start=1))[::-1]
    lines = [turn.say("proceedings-head", code=case.code), ""]
    rows: list[tuple[Button, ...]] = []
    for number, course in every[page * LISTED : (page + 1) * LISTED]:
        lines.append(f"{number}. {title(turn.service, turn.language, view, course)}")
        label = f"{number}. {turn.say(f'sort-{course.proceeding.sort}')}"
        rows.append((Button(label, f"proceeding:{course.number}"),))
    if len(every) > (page + 1) * LISTED:
        rows.append((Button(turn.say("button-earlier"), f"proceedings:{case.id}:{page + 1}"),))
    if not every:
        lines.append(turn.say("proceedings-none"))
    ahead = next_hearing(view, turn.now, told=True)
    if ahead is not None:
        lines += ["", f"📅 {hearing_line(turn.service, turn.language, case, ahead)}"]
    if is_bound(view):
        lines += ["", turn.say("undertaking-stands")]
    last = [Button(turn.say("button-interventions"), f"interventions:{case.id}:list")]
    if ahead is not None:
        last.append(Button(turn.say("button-duty-file"), "calendar:own"))
    if case.state is not CaseState.CLOSED:
        new = Button(turn.say("button-new-proceeding"), f"begin:{case.id}", Style.PRIMARY)
        rows.append((new, Button(turn.say("button-undertaking"), f"bound:{case.id}")))
    return Presentation("\n".join(lines), (*rows, tuple(last)), protect=True)


def kinds_screen(turn: Turn, case: Case) -> Presentation:
    """All sorts of proceedings, one of which begins, as buttons."""
    buttons = [Button(turn.say(f"sort-{sort}"), f"begin:{case.id}:{sort}") for sort in ProceedingKind]
    return Presentation(turn.say("proceedings-sort", code=case.code), laid_out(buttons), protect=True)


def persons_screen(turn: Turn, case: Case, view: CaseView, action: str, head: str) -> Presentation:
    """The persons of the case, to choose whom it is about; all of them is the first button."""
    found = [(0, turn.say("proceedings-all"))]
    found += [
        (person.id, person_name(turn.language, turn.service, view, person.id)) for person in view.persons
    ][:LISTED]
    rows = tuple((Button(shorten(name, LABEL), f"{action}:{person}"),) for person, name in found)
    return Presentation(turn.say(head, code=case.code), rows, protect=True)


def proceeding_screen(turn: Turn, case: Case, view: CaseView, course: TrackedProceeding) -> Presentation:
    """One of the proceedings, with what happened in it."""
    service, language = turn.service, turn.language
    zone = case_lines.zone_of(service, case)
    lines = [turn.say("proceedings-head", code=case.code), title(service, language, view, course)]
    if course.said:
        opened = case_lines.local_time(course.said[0].claim.noted_at, zone, service.zone)
        lines.append(turn.say("proceedings-opened", time=opened))
    if course.regime:
        regime = turn.say(f"regime-{course.regime.replace('_', '-')}")
        lines.append(turn.say("proceedings-regime", value=regime))
    lines += [f"• {step_line(service, language, case, step)}" for step in course.steps[-STEPS_SHOWN:]]
    lines += [
        f"📅 {hearing_line(service, language, case, each, SHORT)}"
        for each in course.sittings[-HEARINGS_SHOWN:]
    ]
    rows = _proceeding_buttons(turn, case, course, course.sittings[-LISTED:])
    return Presentation("\n".join(lines), rows, protect=True)


def _proceeding_buttons(
    turn: Turn, case: Case, course: TrackedProceeding, sittings: Sequence[TrackedHearing]
) -> ButtonRows:
    number = course.number
    hearings = [
        Button(
            f"📅 {case_lines.hearing_time(turn.service, case, each.hearing)}",
            f"hearing:{each.hearing.number}",
        )
        for each in sittings
    ]
    back = (Button(turn.say("button-all-proceedings"), f"proceedings:{case.id}:list"),)
    if case.state is CaseState.CLOSED:
        return (*laid_out(hearings), back)
    if not course.is_open:
        return (
            *laid_out(hearings),
            (Button(turn.say("button-goes-on"), f"change:{number}:{ProceedingState.OPEN}"),),
            back,
        )
    return (
        *laid_out(hearings),
        (
            Button(turn.say("button-new-hearing"), f"change:{number}:hearing", Style.PRIMARY),
            Button(turn.say("button-step"), f"change:{number}:steps", Style.PRIMARY),
        ),
        (
            Button(turn.say("button-article"), f"change:{number}:article"),
            Button(turn.say("button-regime"), f"change:{number}:regime"),
        ),
        (Button(turn.say("button-proceedings-ended"), f"change:{number}:{ProceedingState.ENDED}"),),
        back,
    )


def steps_screen(turn: Turn, course: TrackedProceeding) -> Presentation:
    """All that may have happened in the proceedings, as buttons."""
    found = [
        Button(turn.say(f"step-{step.replace('_', '-')}"), f"change:{course.number}:{step}") for step in STEPS
    ]
    result = Button(turn.say("step-result"), f"change:{course.number}:result")
    return Presentation(turn.say("proceedings-step"), laid_out([*found, result]), protect=True)


def results_screen(turn: Turn, course: TrackedProceeding) -> Presentation:
    """All results that an appeal may have, as buttons."""
    found = [Button(turn.say(f"result-{result}"), f"change:{course.number}:{result}") for result in RESULTS]
    return Presentation(turn.say("proceedings-result"), laid_out(found), protect=True)


def regimes_screen(turn: Turn, course: TrackedProceeding) -> Presentation:
    """All sorts of detention, one of which was ordered, as buttons."""
    rows = tuple(
        (Button(turn.say(f"regime-{regime.replace('_', '-')}"), f"change:{course.number}:regime-{regime}"),)
        for regime in DetentionRegime
    )
    return Presentation(turn.say("proceedings-which-regime"), rows, protect=True)


def articles_screen(turn: Turn, course: TrackedProceeding) -> Presentation:
    """Under which article? The usual ones as buttons; any other is typed."""
    usual = known_charges(course.proceeding.sort, *turn.service.sheets)
    found = [Button(each.text[turn.language], f"charge:{course.number}:{each.id}") for each in usual]
    typed = (Button(turn.say("button-article-typed"), f"change:{course.number}:typed"),)
    return Presentation(turn.say("proceedings-article"), (*laid_out(found), typed), protect=True)


def hearing_screen(turn: Turn, case: Case, found: TrackedHearing) -> Presentation:
    """One hearing, also as it was before it moved; what came of it is asked when its time is over."""
    service, language = turn.service, turn.language
    lines = [
        turn.say("proceedings-head", code=case.code),
        f"📅 {hearing_line(service, language, case, found)}",
    ]
    times = [
        case_lines.hearing_time(service, case, fact.value)
        for fact in found.said
        if isinstance(fact.value, Hearing)
    ]
    before = [time for time in dict.fromkeys(times) if time != times[-1]]
    if before:
        lines.append(turn.say("hearing-was", times=", ".join(before)))
    back = (Button(turn.say("button-proceeding"), f"proceeding:{found.proceeding}"),)
    if case.state is CaseState.CLOSED:
        return Presentation("\n".join(lines), (back,), protect=True)
    number = found.hearing.number
    if found.otherwise is not None:
        time = case_lines.hearing_time(service, case, found.otherwise)
        lines.append(turn.say("hearing-told-otherwise", time=time))
    changes = (
        Button(turn.say("button-hearing-moved"), f"sat:{number}:move"),
        Button(turn.say("button-hearing-off"), f"sat:{number}:off"),
    )
    rows: ButtonRows = (back,)
    if found.has_passed(turn.now) and not found.hearing.off:
        lines += ["", turn.say(f"hearing-outcome-{'other' if found.hearing.outcome else 'which'}")]
        rows = (*outcome_buttons(service, language, found), *rows)
    if not found.hearing.outcome:
        rows = (*rows[:-1], changes, back)
    if not found.is_confirmed or found.otherwise is not None:
        confirm = Button(turn.say("button-hearing-confirm"), f"sat:{number}:{RIGHT}", Style.SUCCESS)
        rows = ((confirm,), *rows)
    return Presentation("\n".join(lines), rows, protect=True)


def outcome_buttons(service: Service, language: str, found: TrackedHearing) -> ButtonRows:
    """What can come of a hearing."""
    say = service.words.say
    return laid_out(
        [
            Button(
                say(language, f"hearing-{outcome.replace('_', '-')}"), f"sat:{found.hearing.number}:{outcome}"
            )
            for outcome in HearingOutcome
        ]
    )


def laid_out(buttons: Sequence[Button]) -> ButtonRows:
    """As many side by side as their labels let."""
    return tuple(tuple(row) for row in lay_out_buttons(list(buttons)))
