"""What members do with proceedings, by buttons and by typed words: an article, a hearing, when something happened, how much.

Everybody who sees the case whole may do it; a closed case is only read. One form asks, and ``what`` says for which. ``what``
and the place of the case (for its zone) are kept among the answers before anything is asked; they are no questions. What is
answered is written down at once, and amended by what comes; *Cancel* takes it back.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec.structs import replace

from core.casework.claim_kinds import STEPS
from core.casework.claims import Claim
from core.casework.proceedings import (
    MEASURED,
    RESULTS,
    DetentionRegime,
    HearingOutcome,
    ProceedingState,
    tracked_hearing,
    tracked_proceeding,
)
from core.conversation.forms import (
    Answer,
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.step import FormStep, StepOutcome
from core.intake.court_told import days_in
from core.model import Case, Dialogue, Member
from core.traffic import Timer
from core.values import Hearing, Moment, Place, Value, value_from_data
from core.vocabulary import CaseState, DialogueState
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, keep_nothing
from handlers.people.membership import active_members_at
from handlers.proceedings import (
    arrest_reminders,
    proceeding_arguments,
    proceeding_claims,
    proceeding_screens,
    typed_hearings,
)
from handlers.proceedings.proceeding_arguments import NewProceeding, OnCharge, OnHearing, OnProceeding
from handlers.proceedings.proceeding_screens import RIGHT
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

WHAT, WHERE = "what", "where"
NOTED = "noted"  # the claim that was made of the answers so far
ARTICLE, PART, HEARING, MOVE = "article", "part", "hearing", "move"


def _when_asked(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "proceeding",
    (
        Question("article", AnswerKind.WORDS, applies=_when_asked(ARTICLE), required=True),
        Question("part", AnswerKind.WORDS, applies=_when_asked(ARTICLE, PART)),
        Question("when", AnswerKind.WHEN, applies=_when_asked(HEARING, MOVE), required=True),
        Question("court", AnswerKind.COURT, applies=_when_asked(HEARING)),
        Question("judge", AnswerKind.WORDS, applies=_when_asked(HEARING)),
        Question("subject", AnswerKind.WORDS, applies=_when_asked(HEARING)),
        Question(
            "moment",
            AnswerKind.MOMENT,
            ("now", "today", "yesterday"),
            applies=_when_asked(*STEPS),
            required=True,
        ),
        Question("measure", AnswerKind.WORDS, applies=_when_asked(*MEASURED)),
    ),
    lambda values: False,  # somebody who cancels takes back what was written down
)


async def ask_for(turn: Turn, case: Case, what: str, subject: int) -> None:
    """Ask about the proceeding or the hearing of this number."""
    begun = await dialogues.begin(turn, PROCEEDING_FORM, subject)
    place = Place(case.city, case.district, case.region)
    known = {
        name: Answer(value, AnswerSource.TAP, turn.now) for name, value in ((WHAT, what), (WHERE, place))
    }
    begun = dialogues.save(turn, PROCEEDING_FORM, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, PROCEEDING_FORM, begun)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """What is answered is written down at once: somebody who presses something else now has lost nothing."""
    case = await proceeding_arguments.case_of_claim(turn.tx, dialogue.subject_id)
    if case is None or turn.active is None or not await _may_write(turn, case):
        return
    given = state_of(dialogue).answers
    values = {name: answer.value for name, answer in given.items()}
    before = await proceeding_claims.withdrawn(turn, _number(given))
    claim = await _write_said(turn, case, turn.active, dialogue.subject_id, values, step.answered, before)
    if claim is not None:
        noted = {**given, NOTED: Answer(str(claim.id), AnswerSource.TAP, turn.now)}
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(noted)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Nothing is left to ask: it is shown as it is now. Cancelled, what was written down is taken back. A member who has
    lost the case meanwhile has written nothing into it since, and takes nothing back.
    """
    stored = await turn.tx.dialogues.get(dialogue.id) or dialogue
    number = _number(state_of(stored).answers)
    turn.tx.dialogues.remove(dialogue.id)
    case = await proceeding_arguments.case_of_claim(turn.tx, dialogue.subject_id)
    if case is None or (outcome is StepOutcome.CANCELLED and number is None):
        turn.reply("proceeding-cancelled")
    elif not await _may_write(turn, case):
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "case-not-yours")
    elif outcome is not StepOutcome.CANCELLED:
        written = await turn.tx.claims.get(number or 0)
        hearing = value_from_data(written.value) if written is not None else None
        await show_subject(
            turn, case, hearing.number if isinstance(hearing, Hearing) else dialogue.subject_id
        )
    elif (claim := await proceeding_claims.withdrawn(turn, number)) is not None and turn.active is not None:
        await proceeding_claims.taken_back(turn, case, turn.active, claim)
        turn.reply("proceeding-taken-back")


async def on_form_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: what was written down is shown as it is."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None:
        return
    if dialogue.state is DialogueState.OPEN and _number(state_of(dialogue).answers) is not None:
        turn = turn_of(tx, service, address)
        turn.member = next(iter(await active_members_at(tx, address.id)), None)
        await _on_ended(turn, dialogue, StepOutcome.FINISHED)
    else:
        tx.dialogues.remove(dialogue.id)


def _number(answers: Answers) -> int | None:
    """The number of the claim that the form has written so far."""
    return int(str(answers[NOTED].value)) if NOTED in answers else None


async def _may_write(turn: Turn, case: Case) -> bool:
    return case.state is not CaseState.CLOSED and await disclosure.may_see(turn.tx, case, turn.address.id)


async def _write_said(
    turn: Turn,
    case: Case,
    member: Member,
    number: int,
    said: Mapping[str, Value | None],
    new: Collection[str],
    before: Claim | None,
) -> Claim | None:
    """What was said becomes a claim in place of the one ``before`` it. ``number``: that of the proceeding or the hearing;
    ``new``: what was answered just now. What somebody else said of the hearing meanwhile stands where this says nothing new.
    """
    earlier = value_from_data(before.value) if before is not None else None
    view = await view_of(turn.tx, case)
    held = tracked_hearing(view, earlier.number if isinstance(earlier, Hearing) else number)
    of = tracked_proceeding(view, held.proceeding if held is not None else number)
    what, when, again = str(said[WHAT]), said.get("when"), before is not None
    words = {name: str(said.get(name) or "") for name in ("court", "judge", "subject")}
    if of is None:
        return None
    if what in (ARTICLE, PART):
        given = {name: value for name in (ARTICLE, PART) if isinstance(value := said.get(name), str)}
        return await proceeding_claims.record_change(turn, case, member, of, again=again, **given)
    if what == HEARING and held is not None:
        changes: dict[str, Any] = {name: words[name] for name in words if name in new}
        changes |= _moved(turn, when) if "when" in new and isinstance(when, Moment) else {}
        return await proceeding_claims.record_hearing_change(turn, case, member, held, again=again, **changes)
    if what == HEARING and isinstance(when, Moment):
        own = earlier.number if isinstance(earlier, Hearing) else 0
        at = when.at or turn.now
        hearing = Hearing(own, at, when.precision, words["court"], words["judge"], words["subject"])
        return await proceeding_claims.record_hearing(turn, case, member, of, hearing, again=again)
    if what == MOVE and isinstance(when, Moment) and held is not None:
        return await proceeding_claims.record_hearing_change(
            turn, case, member, held, **_moved(turn, when), off=False
        )
    if what in STEPS and isinstance(moment := said.get("moment"), Moment):
        return await proceeding_claims.record_step(turn, case, member, of, what, moment)
    if what in MEASURED and isinstance(measure := said.get("measure"), str) and held is not None:
        days = days_in(measure, turn.service.heard, turn.language) if what == HearingOutcome.ARREST else 0
        said_now = await proceeding_claims.record_hearing_change(
            turn, case, member, held, measure=measure, days=days
        )
        await arrest_reminders.tell_family(turn.tx, turn.service, case)
        return said_now
    return None


def _moved(turn: Turn, when: Moment) -> dict[str, Any]:
    return {"at": when.at or turn.now, "precision": when.precision}


async def show_subject(turn: Turn, case: Case, number: int, *, in_place: bool = False) -> None:
    """The proceeding or the hearing of this number as it is now."""
    view = await view_of(turn.tx, case)
    held, of = tracked_hearing(view, number), tracked_proceeding(view, number)
    if held is not None:
        shown = proceeding_screens.hearing_screen(turn, case, held)
    elif of is not None:
        shown = proceeding_screens.proceeding_screen(turn, case, view, of)
    else:
        return
    if in_place:
        disclosure.show_in_place(turn, case, shown)
    else:
        disclosure.show(turn, case, shown)


async def _take_back_words(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """What was written with them is withdrawn; a hearing is written again without them. None: it is not there any more."""
    case, member = await proceeding_arguments.case_of_claim(turn.tx, taken.subject), turn.active
    if case is None or member is None or not await _may_write(turn, case):
        return None
    said = [
        claim
        for claim in await turn.tx.claims.by(case_id=case.id)
        if facts.is_said_by(claim, member)
        and claim.withdrawn_at is None
        and claim.kind in ("hearing", "proceeding")
        and getattr(value_from_data(claim.value), taken.question, None) == taken.words
    ]
    if not said:
        return None
    claim = max(said, key=lambda claim: claim.id)
    of = tracked_proceeding(await view_of(turn.tx, case), claim.proceeding_id or 0)
    hearing = value_from_data(claim.value)
    await proceeding_claims.withdrawn(turn, claim.id)
    answers = {name: answer for name, answer in taken.answers.items() if name not in (taken.question, NOTED)}
    if isinstance(hearing, Hearing) and of is not None and taken.answers[WHAT].value == HEARING:
        again = await proceeding_claims.record_hearing(
            turn, case, member, of, replace(hearing, **{taken.question: ""}), again=True
        )
        answers[NOTED] = Answer(str(again.id), AnswerSource.TAP, turn.now)
    else:
        await proceeding_claims.taken_back(turn, case, member, claim)
    return replace(taken, answers=answers)


PROCEEDING_FORM = FormBehaviour(
    FORM,
    "typing-left",
    Interrupts.STRANGERS,
    keep_nothing,
    _on_changed,
    _on_ended,
    reviewed=False,
    takes_back=dict.fromkeys(("article", "part", "judge", "subject", "measure"), _take_back_words),
)


LIST = "list"
PAGES = ("", LIST, *map(str, range(1, 20)))
REGIMES = {f"regime-{regime}": regime.value for regime in DetentionRegime}
PROCEEDING_CHANGES = (
    "article",
    "typed",
    "hearing",
    "steps",
    "regime",
    "result",
    *ProceedingState,
    *STEPS,
    *RESULTS,
    *REGIMES,
)
HEARING_CHANGES = ("move", "off", RIGHT, *HearingOutcome)


async def on_list(turn: Turn, found: OnCase) -> None:
    """*Proceedings* on the card: all of them, as a message of its own; from within, in place."""
    page = int(found.word) if found.word.isdecimal() else 0
    shown = proceeding_screens.overview_screen(turn, found.case, await view_of(turn.tx, found.case), page)
    if found.word:
        disclosure.show_in_place(turn, found.case, shown)
    else:
        disclosure.show(turn, found.case, shown)


async def on_begun(turn: Turn, found: NewProceeding) -> None:
    """*New*: the sort; where the case has several persons, whom; then it is there."""
    if not found.word:
        disclosure.show_in_place(turn, found.case, proceeding_screens.kinds_screen(turn, found.case))
        return
    view = await view_of(turn.tx, found.case)
    if not found.chosen and len(view.persons) > 1:
        action = f"begin:{found.case.id}:{found.word}"
        screen = proceeding_screens.persons_screen(turn, found.case, view, action, "proceedings-whom")
        disclosure.show_in_place(turn, found.case, screen)
        return
    number = await proceeding_claims.open_proceeding(turn, found.case, found.member, found.word, found.person)
    await show_subject(turn, found.case, number, in_place=True)


async def on_proceeding(turn: Turn, found: OnProceeding) -> None:
    """One of the proceedings."""
    disclosure.show_in_place(
        turn, found.case, proceeding_screens.proceeding_screen(turn, found.case, found.view, found.course)
    )


async def on_proceeding_changed(turn: Turn, found: OnProceeding) -> None:
    """A button of one of the proceedings: it asks, or it writes down what was chosen."""
    case, member, course, word = found.case, found.member, found.course, found.word
    asking = {
        "article": proceeding_screens.articles_screen,
        "steps": proceeding_screens.steps_screen,
        "regime": proceeding_screens.regimes_screen,
        "result": proceeding_screens.results_screen,
    }
    if word in asking:
        disclosure.show_in_place(turn, case, asking[word](turn, course))
    elif word == "typed":
        await ask_for(turn, case, ARTICLE, course.number)
    elif word == HEARING or word in STEPS:
        await ask_for(turn, case, word, course.number)
    else:
        if word in REGIMES:
            await proceeding_claims.record_step(turn, case, member, course, "regime", REGIMES[word])
        elif word in RESULTS:
            await proceeding_claims.record_step(turn, case, member, course, "result", word)
        else:
            await proceeding_claims.record_change(turn, case, member, course, state=word)
        await show_subject(turn, case, course.number, in_place=True)


async def on_article_chosen(turn: Turn, found: OnCharge) -> None:
    """An article was chosen: which part of it, is typed."""
    await proceeding_claims.record_change(
        turn, found.case, found.member, found.course, article=found.charge.id, part=""
    )
    await show_subject(turn, found.case, found.course.number, in_place=True)
    await ask_for(turn, found.case, PART, found.course.number)


async def on_hearing(turn: Turn, found: OnHearing) -> None:
    """One hearing, as a message of its own: it is also opened from a reminder."""
    disclosure.show(turn, found.case, proceeding_screens.hearing_screen(turn, found.case, found.sitting))


async def on_hearing_changed(turn: Turn, found: OnHearing) -> None:
    """It moved, was cancelled, or something came of it."""
    case, member, sitting = found.case, found.member, found.sitting
    number = sitting.hearing.number
    if found.word == MOVE:
        await ask_for(turn, case, MOVE, number)
        return
    if found.word == RIGHT:
        await typed_hearings.on_confirmed(turn, case, member, sitting)
    elif found.word == "off":
        await proceeding_claims.record_hearing_change(turn, case, member, sitting, off=True)
    else:
        of = tracked_proceeding(found.view, sitting.proceeding)
        assert of is not None  # the hearing was found in it
        await proceeding_claims.record_outcome(turn, case, member, of, sitting, HearingOutcome(found.word))
    await show_subject(turn, case, number, in_place=True)
    if found.word in MEASURED:
        await ask_for(turn, case, found.word, number)
    elif found.word == HearingOutcome.ADJOURNED:  # the next one is asked for at once
        await ask_for(turn, case, HEARING, sitting.proceeding)
