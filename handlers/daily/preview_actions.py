"""The buttons of a digest that is not posted yet: *Post now*, *Hold* with a reason, *Let it go out*, and a coordinator's
sentence that is posted with it, in every channel as it was typed.

It is held from the press on; the reason is asked afterwards. Somebody who presses late sees how things are. If the sentence
names a person whose naming nobody has permitted, the coordinator reads in which case, and it is posted only if they confirm
it; if somebody in that case had to promise not to disclose, it is not posted at all.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import StepOutcome
from core.folding import inert_line
from core.model import Dialogue
from core.records.postings import DigestPreview
from handlers.daily import digest, previews
from handlers.daily.previews import DROP, KEEP, PreviewStage
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.turn import Turn, id_in

MOST = 300  # characters of a reason
HOLD_REASON_FORM = Form(
    "hold", (Question("why", AnswerKind.WORDS, required=True),), lambda values: "why" in values
)


async def pressed_preview(turn: Turn, argument: str) -> DigestPreview | None:
    """The digest of a day, which stands there as its number; None for a day that there is not."""
    number = id_in(argument)
    if number is None or number > date.max.toordinal():
        return None
    return await previews.load_preview(turn.tx, date.fromordinal(number))


async def can_be_changed(turn: Turn, preview: DigestPreview) -> bool:
    """Whether something can still be done with it; else its card says so."""
    if await previews.stage_of(turn.tx, turn.service, preview) in (PreviewStage.WAITS, PreviewStage.HELD):
        return True
    await previews.touch_cards(turn.tx, preview.day)
    turn.reply("preview-too-late")
    return False


async def on_posted_now(turn: Turn, preview: DigestPreview) -> None:
    """*Post now*: the digest goes out before its time, also if it was held."""
    if not await can_be_changed(turn, preview) or not previews.may_go_now(turn.tx, turn.service, preview.day):
        return
    if preview.is_held:
        _let_go(turn, preview)
    await digest.post_now(turn.tx, turn.service, preview.day)


async def on_held(turn: Turn, preview: DigestPreview) -> None:
    """*Hold*: the digest is held from now on, and the coordinator is asked why."""
    if not await can_be_changed(turn, preview) or turn.coordinator is None:
        return
    if preview.is_held:
        await previews.touch_cards(turn.tx, preview.day)
        return
    by = turn.coordinator.id
    held = replace(preview, held_at=turn.now, held_by=by, reason="", released_at=None, released_by=None)
    turn.tx.previews.put(held)
    await previews.touch_cards(turn.tx, preview.day)
    dialogue = await dialogues.begin(turn, HOLD_REASON, preview.id)
    await dialogues.ask_question(turn, HOLD_REASON, dialogue, turn.say("hold-begun"))


async def on_released(turn: Turn, preview: DigestPreview) -> None:
    """*Let it go out*: at its time."""
    if await can_be_changed(turn, preview) and preview.is_held:
        _let_go(turn, preview)
        await previews.touch_cards(turn.tx, preview.day)


def _let_go(turn: Turn, preview: DigestPreview) -> None:
    by = turn.coordinator.id if turn.coordinator is not None else None
    turn.tx.previews.put(replace(preview, released_at=turn.now, released_by=by))


async def _on_reason_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Why it is held. It stays held without."""
    answer = state_of(dialogue).answers.get("why")
    turn.tx.dialogues.remove(dialogue.id)
    preview = await turn.tx.previews.get(dialogue.subject_id)
    if outcome is StepOutcome.CANCELLED or answer is None or preview is None or turn.coordinator is None:
        turn.reply("hold-unexplained")
        return
    if preview.held_by == turn.coordinator.id:
        reason = inert_line(turn.incoming.typed or str(answer.value))[:MOST]
        turn.tx.previews.put(replace(preview, reason=reason))
        await previews.touch_cards(turn.tx, preview.day)
    turn.reply("hold-explained")


async def _take_back_reason(turn: Turn, taken: TakenWords) -> TakenWords:
    """It stays held."""
    preview = await turn.tx.previews.get(taken.subject)
    if preview is not None and turn.coordinator is not None and preview.held_by == turn.coordinator.id:
        turn.tx.previews.put(replace(preview, reason=""))
        await previews.touch_cards(turn.tx, preview.day)
    return taken


HOLD_REASON = FormBehaviour(
    HOLD_REASON_FORM,
    "withheld-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_reason_ended,
    reviewed=False,
    takes_back={"why": _take_back_reason},
)


MOST = 300  # characters
SENTENCE_FORM = Form(
    "remark", (Question("words", AnswerKind.WORDS, required=True),), lambda values: "words" in values
)


class DigestSentence(Struct, frozen=True):
    """Which digest, and what is done with its sentence; if empty, another sentence is typed."""

    preview: DigestPreview
    word: str


async def sentence_pressed(turn: Turn, argument: str) -> DigestSentence | None:
    """``number``, ``number:keep`` or ``number:drop``."""
    number, _, word = argument.partition(":")
    preview = await pressed_preview(turn, number)
    return DigestSentence(preview, word) if preview is not None and word in ("", KEEP, DROP) else None


async def on_sentence_pressed(turn: Turn, found: DigestSentence) -> None:
    """*Add a sentence*, *Post it all the same*, *No sentence*."""
    preview = found.preview
    if not await can_be_changed(turn, preview):
        return
    if not found.word:
        dialogue = await dialogues.begin(turn, SENTENCE, preview.id)
        await dialogues.ask_question(turn, SENTENCE, dialogue)
        return
    if found.word == KEEP:
        turn.tx.previews.put(replace(preview, note_agreed=True))
    else:
        turn.tx.previews.put(replace(preview, note="", noted_by=None, note_agreed=False))
    await previews.touch_cards(turn.tx, preview.day)


async def _on_sentence_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """The sentence; whether it may be posted is asked again when it is."""
    answer = state_of(dialogue).answers.get("words")
    turn.tx.dialogues.remove(dialogue.id)
    preview = await turn.tx.previews.get(dialogue.subject_id) or DigestPreview(dialogue.subject_id)
    if outcome is StepOutcome.CANCELLED or answer is None or turn.coordinator is None:
        turn.reply("remark-none")
        return
    if not await can_be_changed(turn, preview):
        return
    note = inert_line(turn.incoming.typed or str(answer.value))
    if len(note) > MOST:
        turn.reply("remark-long", most=MOST)
        return
    turn.tx.previews.put(replace(preview, note=note, noted_by=turn.coordinator.id, note_agreed=False))
    await previews.touch_cards(turn.tx, preview.day)
    doubts = await previews.find_named(turn.tx, turn.service, note)
    if not doubts:
        turn.reply("remark-kept")
    else:
        bound = any(doubt.is_bound for doubt in doubts)
        turn.reply(
            "remark-bound" if bound else "remark-doubt", codes=", ".join(doubt.code for doubt in doubts)
        )


async def _take_back_sentence(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """None: it has been posted."""
    preview = await turn.tx.previews.get(taken.subject)
    if preview is None or not await can_be_changed(turn, preview):
        return None
    if preview.note == inert_line(taken.words):
        turn.tx.previews.put(replace(preview, note="", noted_by=None, note_agreed=False))
        await previews.touch_cards(turn.tx, preview.day)
    return taken


SENTENCE = FormBehaviour(
    SENTENCE_FORM,
    "sentence-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_sentence_ended,
    reviewed=False,
    takes_back={"words": _take_back_sentence},
)
