"""What a paper lacks is asked in the chat, one question at a time; and when it was sent, under which number.

An answer is a claim of the member, where a kind of claim would tell it (``Leaf.asks``) and it can be typed or chosen; else
it stands for this paper alone. ``what`` and the path stand among the answers of the dialogue before anything is asked.
"""

from collections.abc import Callable

from msgspec.structs import replace

from bot.core.casework.kinds import KINDS, Holds
from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, State, Values, answers_to_data
from bot.core.conversation.screen import present
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Dialogue
from bot.core.papers.fields import options
from bot.core.papers.made import PaperState
from bot.core.presentation import Button, Rows, in_rows
from bot.core.traffic import Timer
from bot.core.values import Place, Value
from bot.core.vocabulary import DialogueState
from handlers.casework import handed_out
from handlers.casework.handed_out import show
from handlers.forms import dialogues, settings
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.papers import answering, drafts, making, page, sent
from handlers.papers.drafts import Prepared
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

WHAT, PATH, WHERE = "what", "path", "where"
WORDS, MOMENT, FIX, SENT = "words", "moment", "fix", "sent"


def _at(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "papers",
    (
        Question("words", Kind.WORDS, applies=_at(WORDS, FIX)),
        Question("moment", Kind.MOMENT, applies=_at(MOMENT)),
        Question("on", Kind.MOMENT, ("today", "yesterday"), applies=_at(SENT), required=True),
        Question("reference", Kind.WORDS, applies=_at(SENT)),
    ),
    lambda values: False,  # whoever cancels has written nothing down
)


async def ask_next(turn: Turn, ready: Prepared) -> None:
    """The next thing that it lacks; when nothing is left, its page."""
    if not ready.asks:
        await _show(turn, ready)
        return
    path = ready.asks[0]
    is_moment = answering.holds(ready, path) is Holds.MOMENT
    await begin(turn, ready, MOMENT if is_moment else WORDS, path)


async def begin(turn: Turn, ready: Prepared, what: str, path: str = "") -> None:
    """One question."""
    case = ready.case
    begun = await dialogues.begin(turn, ASKED, ready.paper.id)
    place = Place(case.city, case.district, case.region)
    known: dict[str, Value] = {WHAT: what, PATH: path, WHERE: place}
    answers = {name: Answer(value, Source.TAP, turn.now) for name, value in known.items()}
    dialogues.save(turn, ASKED, replace(begun, answers=answers_to_data(answers)))
    await _draw(turn, ready.paper.id)


async def chosen(turn: Turn, ready: Prepared, option: str) -> None:
    """A button under a question: the option of a kind of claim."""
    dialogue = await dialogues.active(turn)
    if dialogue is None or dialogue.form != FORM.name or dialogue.subject_id != ready.paper.id:
        turn.reply("button-unknown")
        return
    path = str(state_of(dialogue).answers[PATH].value)
    if option not in options(answering.asks(ready, path)):
        turn.reply("button-unknown")
        return
    turn.tx.timers.remove(dialogues.timer_key(dialogue))
    turn.tx.dialogues.remove(dialogue.id)
    await _answered(turn, ready, path, option)


async def _draw(turn: Turn, subject_id: int, before: str = "") -> None:
    """The question as a message, with the usual buttons of a form, and the options where there are some."""
    dialogue, ready = await dialogues.active(turn), await _ready(turn, subject_id)
    if dialogue is None or ready is None:
        return
    answers = state_of(dialogue).answers
    usual = present(FORM, state_of(dialogue), turn.language, settings.of(turn))
    path, text = str(answers[PATH].value), usual.text
    rows: Rows = usual.rows
    if answers[WHAT].value in (WORDS, MOMENT, FIX):
        text = _question(turn, path)
        asks = answering.asks(ready, path)
        choices = [
            Button(turn.say(KINDS[asks].option_key(one)), f"paper:{ready.paper.id}:say-{one}")
            for one in options(asks)
        ]
        rows = (*in_rows(choices), *rows)
    text = f"{before}\n\n{text}" if before else text
    show(turn, ready.case, replace(usual, text=text, rows=rows, protect=True))


async def _shows(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    """What could not be used, and the question again."""
    await _draw(turn, dialogue.subject_id, dialogues.noted(turn, ASKED, taken))


def _question(turn: Turn, path: str) -> str:
    """In words of its own, or by what the fact is called."""
    key = f"paper-ask-{path.replace('_', '-').replace('.', '-')}"
    if turn.service.words.has(turn.language, key):
        return turn.say(key)
    return turn.say("papers-ask", what=making.field(turn.service, turn.language, path))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # it is no report's; what comes of it are claims


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """It is answered, passed over, or called off. Whoever has lost the case meanwhile writes nothing into it, and nobody
    into what has been made, or is to be made as it is.
    """
    answers = {name: answer.value for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    ready = await _ready(turn, dialogue.subject_id)
    if ready is None:
        turn.reply("case-not-yours")
    elif outcome is Outcome.CANCELLED or (answers[WHAT] != SENT and not _is_draft(ready)):
        await _show(turn, ready)
    elif answers[WHAT] == SENT:
        await sent.write(turn, ready, answers["on"], str(answers.get("reference") or ""))
        await _show(turn, await _again(turn, ready))
    else:
        value = answers.get(MOMENT if answers[WHAT] == MOMENT else WORDS)
        if answers[WHAT] == FIX:
            await _corrected(turn, ready, str(answers[PATH]), value)
        else:
            await _answered(turn, ready, str(answers[PATH]), value)


async def _corrected(turn: Turn, ready: Prepared, path: str, value: Value | None) -> None:
    if isinstance(value, str) and value.strip():
        answering.alone(turn, ready, path, value)
    await _show(turn, await _again(turn, ready))


async def _answered(turn: Turn, ready: Prepared, path: str, value: Value | None) -> None:
    """It is written down; then the next one. What a claim does not tell all the same stands for this paper alone."""
    await answering.write(turn, ready, path, value)
    after = await _again(turn, ready)
    if path in after.asks and value is not None:
        answering.alone(turn, after, path, value)
        after = await _again(turn, after)
    await ask_next(turn, after)


async def _ready(turn: Turn, number: int) -> Prepared | None:
    """The paper as it is now, for whoever may still see its case."""
    paper = await turn.tx.papers.get(number)
    case = await turn.tx.cases.get(paper.case_id or 0) if paper is not None else None
    if paper is None or case is None or turn.active is None or not making.is_own(paper, turn.active, case):
        return None
    if not await handed_out.may_see(turn.tx, case, turn.address.id):
        return None
    return await drafts.prepared(turn.tx, turn.service, case, paper)


async def _again(turn: Turn, ready: Prepared) -> Prepared:
    """With what was just said."""
    case, paper = await turn.tx.cases.get(ready.case.id), await turn.tx.papers.get(ready.paper.id)
    assert case is not None
    assert paper is not None
    found = await drafts.prepared(turn.tx, turn.service, case, paper)
    assert found is not None  # its sort was there a moment ago
    return found


async def _show(turn: Turn, ready: Prepared) -> None:
    """Its page, as a new message: the questions stand below the old one."""
    shown = drafts.shown(turn.tx, ready) if _is_draft(ready) else ready
    show(turn, ready.case, await page.of(turn, shown))


def _is_draft(ready: Prepared) -> bool:
    return ready.paper.state is PaperState.DRAFT


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: the page still has what was said."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is not None and dialogue.state is DialogueState.OPEN:
        tx.dialogues.remove(dialogue.id)


ASKED = Follow(
    FORM,
    "unanswered-paper",
    Happenings.STRANGERS,
    _keep,
    _on_changed,
    _on_ended,
    hears_visits=True,
    reviewed=False,
    shows=_shows,
    asks=_draw,
)
