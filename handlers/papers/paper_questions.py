"""What a paper lacks is asked in the chat, one question at a time; and when it was sent, under which number.

An answer is a claim of the member, if a kind of claim would tell it (``Leaf.asks``) and it can be typed or chosen; else it
holds for this paper alone. A paper that was sent is an intervention, with its own term to be answered. ``what`` and the path
are kept among the answers of the dialogue before anything is asked.
"""

from collections.abc import Callable

from msgspec.structs import replace

from core.casework.claim_kinds import KINDS, ClaimSubject, ValueKind
from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    FormState,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.screen import present_state
from core.conversation.step import FormStep, StepOutcome
from core.folding import clean_text
from core.model import Case, Dialogue
from core.papers.asked_fields import FIELDS, field_options
from core.papers.dossier import Leaf, node_found
from core.presentation import Button, ButtonRows, in_button_rows
from core.records.papers import PaperState
from core.traffic import Timer
from core.values import Intervention, Moment, Place, Value
from core.vocabulary import DialogueState
from handlers.cards import live_cards
from handlers.casework import disclosure, facts
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.interventions import intervention_claims
from handlers.papers import addressees, paper_drafts, paper_making, paper_page
from handlers.papers.paper_drafts import PreparedPaper
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def record_sent(turn: Turn, ready: PreparedPaper, when: Value | None, reference: str) -> None:
    """To whom it is addressed, when, under which number; said once."""
    paper, member = ready.paper, turn.active
    if not isinstance(when, Moment) or member is None or paper.sent_id is not None:
        return
    addressee = addressees.office_name(turn.service, paper.language, paper.office) if paper.office else ""
    what = Intervention(
        0,
        ready.kind.sent_as,
        addressee,
        when.at or turn.now,
        when.precision,
        office=paper.office,
        reference=reference,
        paper=paper.id,
    )
    written = await intervention_claims.record_sent(
        turn.tx, turn.service, ready.case, member, what, person=paper.person_id
    )
    turn.tx.papers.put(replace(paper, sent_id=intervention_claims.number_of(written)))
    await touch_cards(turn, ready.case)


async def touch_cards(turn: Turn, case: Case) -> None:
    """Everybody who sees the case sees it."""
    await live_cards.touch_case(turn.tx, case.id)


MOST = 2000  # characters of an answer
TYPED = (ValueKind.WORDS, ValueKind.NAME, ValueKind.MOMENT)  # what can be told in a message


async def write_answer(turn: Turn, ready: PreparedPaper, path: str, value: Value | None) -> None:
    """What is passed over is not asked again."""
    if value is None or value == "":
        paper_drafts.keep_draft(turn.tx, replace(ready.paper, skipped=(*ready.paper.skipped, path)))
    elif value_kind(ready, path) in TYPED or (
        isinstance(value, str) and value in field_options(asked_kind(ready, path))
    ):
        await _claim(turn, ready, path, value)
    else:
        keep_for_paper(turn, ready, path, value)


async def _claim(turn: Turn, ready: PreparedPaper, path: str, value: Value) -> None:
    """A claim about the person, or about the whole case. A name that nobody had said adds a person to the case."""
    name, field = asked_kind(ready, path), FIELDS.get(path)
    tx, case, paper, kind = turn.tx, ready.case, ready.paper, KINDS[name]
    member, person = turn.active, paper.person_id
    assert member is not None  # or the page would not be theirs
    if kind.about is ClaimSubject.PERSON and person is None:
        somebody = tx.persons.add(facts.unnamed_person(tx, case))
        person = somebody.id
        paper_drafts.keep_draft(tx, replace(paper, person_id=person))
    of_case = kind.about is ClaimSubject.CASE or (field is not None and not field.of_person)
    of = None if of_case else person
    said = clean_text(value)[:MOST] if isinstance(value, str) else value
    await facts.record(tx, turn.service, case, facts.member_claim(tx, case, member, name, said, person=of))
    await touch_cards(turn, case)


def keep_for_paper(turn: Turn, ready: PreparedPaper, path: str, value: Value) -> None:
    """For this paper: what no kind of claim holds."""
    text = clean_text(value.words if isinstance(value, Moment) else str(value)).strip()[:MOST]
    paper_drafts.keep_draft(turn.tx, replace(ready.paper, answers={**ready.paper.answers, path: text}))


def asked_kind(ready: PreparedPaper, path: str) -> str:
    """The kind of claim that would tell it; empty where none would."""
    if path in FIELDS:
        return FIELDS[path].kind
    leaf = node_found(ready.dossier, path)
    return leaf.asks if isinstance(leaf, Leaf) and leaf.asks in KINDS else ""


def value_kind(ready: PreparedPaper, path: str) -> ValueKind | None:
    """What such a claim holds."""
    kind = asked_kind(ready, path)
    return KINDS[kind].holds if kind else None


WHAT, PATH, WHERE = "what", "path", "where"
WORDS, MOMENT, FIX, SENT = "words", "moment", "fix", "sent"


def _when_asked(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "papers",
    (
        Question("words", AnswerKind.WORDS, applies=_when_asked(WORDS, FIX)),
        Question("moment", AnswerKind.MOMENT, applies=_when_asked(MOMENT)),
        Question("on", AnswerKind.MOMENT, ("today", "yesterday"), applies=_when_asked(SENT), required=True),
        Question("reference", AnswerKind.WORDS, applies=_when_asked(SENT)),
    ),
    lambda values: False,  # somebody who cancels has written nothing down
)


async def ask_next(turn: Turn, ready: PreparedPaper) -> None:
    """The next thing that it lacks; when nothing is left, its page."""
    if not ready.asks:
        await _show_page(turn, ready)
        return
    path = ready.asks[0]
    is_moment = value_kind(ready, path) is ValueKind.MOMENT
    await ask_for(turn, ready, MOMENT if is_moment else WORDS, path)


async def ask_for(turn: Turn, ready: PreparedPaper, what: str, path: str = "") -> None:
    """Ask for what the paper lacks at this path, or what else ``what`` says."""
    case = ready.case
    begun = await dialogues.begin(turn, QUESTION_FORM, ready.paper.id)
    place = Place(case.city, case.district, case.region)
    known: dict[str, Value] = {WHAT: what, PATH: path, WHERE: place}
    answers = {name: Answer(value, AnswerSource.TAP, turn.now) for name, value in known.items()}
    dialogues.save(turn, QUESTION_FORM, replace(begun, answers=answers_to_data(answers)))
    await _draw_question(turn, ready.paper.id)


async def take_option(turn: Turn, ready: PreparedPaper, option: str) -> None:
    """A button under a question: the option of a kind of claim."""
    dialogue = await dialogues.active(turn)
    if dialogue is None or dialogue.form != FORM.name or dialogue.subject_id != ready.paper.id:
        turn.reply("button-unknown")
        return
    path = str(state_of(dialogue).answers[PATH].value)
    if option not in field_options(asked_kind(ready, path)):
        turn.reply("button-unknown")
        return
    turn.tx.timers.remove(dialogues.timer_key(dialogue))
    turn.tx.dialogues.remove(dialogue.id)
    await _take_answer(turn, ready, path, option)


async def _draw_question(turn: Turn, subject_id: int, before: str = "") -> None:
    """The question as a message, with the usual buttons of a form, and the options where there are some."""
    dialogue, ready = await dialogues.active(turn), await _prepare_paper(turn, subject_id)
    if dialogue is None or ready is None:
        return
    answers = state_of(dialogue).answers
    usual = present_state(FORM, state_of(dialogue), turn.language, dialogues.setting_of(turn))
    path, text = str(answers[PATH].value), usual.text
    rows: ButtonRows = usual.rows
    if answers[WHAT].value in (WORDS, MOMENT, FIX):
        text = _question_words(turn, path)
        asks = asked_kind(ready, path)
        choices = [
            Button(turn.say(KINDS[asks].option_key(option)), f"paper:{ready.paper.id}:say-{option}")
            for option in field_options(asks)
        ]
        rows = (*in_button_rows(choices), *rows)
    text = f"{before}\n\n{text}" if before else text
    disclosure.show(turn, ready.case, replace(usual, text=text, rows=rows, protect=True))


async def _show_step(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    """What could not be used, and the question again."""
    await _draw_question(turn, dialogue.subject_id, dialogues.noted_words(turn, QUESTION_FORM, taken))


def _question_words(turn: Turn, path: str) -> str:
    """In words of its own, or by what the fact is called."""
    key = f"paper-ask-{path.replace('_', '-').replace('.', '-')}"
    if turn.service.words.has(turn.language, key):
        return turn.say(key)
    return turn.say("papers-ask", what=paper_making.field_name(turn.service, turn.language, path))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """It is answered, passed over, or called off. A member who has lost the case meanwhile writes nothing into it, and
    nobody writes into a paper that has been made, or is to be made as it is.
    """
    answers = {name: answer.value for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    ready = await _prepare_paper(turn, dialogue.subject_id)
    if ready is None:
        turn.reply("case-not-yours")
    elif outcome is StepOutcome.CANCELLED or (answers[WHAT] != SENT and not _is_draft(ready)):
        await _show_page(turn, ready)
    elif answers[WHAT] == SENT:
        await record_sent(turn, ready, answers["on"], str(answers.get("reference") or ""))
        await _show_page(turn, await _prepare_again(turn, ready))
    else:
        value = answers.get(MOMENT if answers[WHAT] == MOMENT else WORDS)
        if answers[WHAT] == FIX:
            await _correct_name(turn, ready, str(answers[PATH]), value)
        else:
            await _take_answer(turn, ready, str(answers[PATH]), value)


async def _correct_name(turn: Turn, ready: PreparedPaper, path: str, value: Value | None) -> None:
    if isinstance(value, str) and value.strip():
        keep_for_paper(turn, ready, path, value)
    await _show_page(turn, await _prepare_again(turn, ready))


async def _take_answer(turn: Turn, ready: PreparedPaper, path: str, value: Value | None) -> None:
    """It is written down; then the next one. What a claim does not tell all the same stands for this paper alone."""
    await write_answer(turn, ready, path, value)
    after = await _prepare_again(turn, ready)
    if path in after.asks and value is not None:
        keep_for_paper(turn, after, path, value)
        after = await _prepare_again(turn, after)
    await ask_next(turn, after)


async def _prepare_paper(turn: Turn, number: int) -> PreparedPaper | None:
    """The paper as it is now, for a member who may still see its case."""
    paper = await turn.tx.papers.get(number)
    case = await turn.tx.cases.get(paper.case_id or 0) if paper is not None else None
    if (
        paper is None
        or case is None
        or turn.active is None
        or not paper_making.is_own(paper, turn.active, case)
    ):
        return None
    if not await disclosure.may_see(turn.tx, case, turn.address.id):
        return None
    return await paper_drafts.prepare(turn.tx, turn.service, case, paper)


async def _prepare_again(turn: Turn, ready: PreparedPaper) -> PreparedPaper:
    """With what was just said."""
    case, paper = await turn.tx.cases.get(ready.case.id), await turn.tx.papers.get(ready.paper.id)
    assert case is not None
    assert paper is not None
    found = await paper_drafts.prepare(turn.tx, turn.service, case, paper)
    assert found is not None  # its sort was there a moment ago
    return found


async def _show_page(turn: Turn, ready: PreparedPaper) -> None:
    """Its page, as a new message: the questions stand below the old one."""
    shown = paper_drafts.note_shown(turn.tx, ready) if _is_draft(ready) else ready
    disclosure.show(turn, ready.case, await paper_page.page_view(turn, shown))


def _is_draft(ready: PreparedPaper) -> bool:
    return ready.paper.state is PaperState.DRAFT


async def _take_back_words(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """The paper and the case are without them. None: it is made, or not theirs any more."""
    ready = await _prepare_paper(turn, taken.subject)
    if ready is None or not _is_draft(ready) or turn.active is None:
        return None
    path = str(taken.answers[PATH].value)
    left = {name: text for name, text in ready.paper.answers.items() if name != path}
    paper_drafts.keep_draft(turn.tx, replace(ready.paper, answers=left))
    kind, words = asked_kind(ready, path), clean_text(taken.words)[:MOST]
    said = [
        claim
        for claim in await turn.tx.claims.by(case_id=ready.case.id, kind=kind)
        if facts.is_said_by(claim, turn.active) and claim.withdrawn_at is None and claim.value == words
    ]
    if said:
        await facts.withdraw(turn.tx, turn.service, ready.case, max(said, key=lambda claim: claim.id))
        await touch_cards(turn, ready.case)
    return taken


async def on_question_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: the page still has what was said."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is not None and dialogue.state is DialogueState.OPEN:
        tx.dialogues.remove(dialogue.id)


QUESTION_FORM = FormBehaviour(
    FORM,
    "unanswered-paper",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    shows=_show_step,
    asks=_draw_question,
    takes_back={"words": _take_back_words},
)
