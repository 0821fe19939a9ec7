"""A sentence of a coordinator's that is posted with the day's digest, in every channel as it was typed.

It may name somebody: then it says in which case nobody has permitted that, and is posted only if a coordinator says that it
shall be all the same. Where somebody had to promise not to disclose, it is not posted at all.
"""

from msgspec import Struct
from msgspec.structs import replace

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.folding import inert
from bot.core.model import Dialogue
from bot.core.postings import Preview
from handlers.daily import holding, naming, previews
from handlers.daily.preview_card import DROP, KEEP
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.turn import Turn

MOST = 300  # characters
FORM = Form("remark", (Question("words", Kind.WORDS, required=True),), lambda values: "words" in values)


class Remark(Struct, frozen=True):
    """Of which digest, and what is done with its sentence; empty: another one."""

    preview: Preview
    word: str


async def asked(turn: Turn, argument: str) -> Remark | None:
    """``number``, ``number:keep`` or ``number:drop``."""
    number, _, word = argument.partition(":")
    preview = await holding.one(turn, number)
    return Remark(preview, word) if preview is not None and word in ("", KEEP, DROP) else None


async def on_pressed(turn: Turn, found: Remark) -> None:
    """*Add a sentence*, *Post it all the same*, *No sentence*."""
    preview = found.preview
    if not await holding.is_open(turn, preview):
        return
    if not found.word:
        dialogue = await dialogues.begin(turn, NOTING, preview.id)
        await dialogues.ask(turn, NOTING, dialogue)
        return
    if found.word == KEEP:
        turn.tx.previews.put(replace(preview, note_agreed=True))
    else:
        turn.tx.previews.put(replace(preview, note="", noted_by=None, note_agreed=False))
    await previews.touch(turn.tx, preview.day)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # no report; the day's row keeps it


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """The sentence; whether it may be posted is asked again when it is."""
    answer = state_of(dialogue).answers.get("words")
    turn.tx.dialogues.remove(dialogue.id)
    preview = await turn.tx.previews.get(dialogue.subject_id) or Preview(dialogue.subject_id)
    if outcome is Outcome.CANCELLED or answer is None or turn.coordinator is None:
        turn.reply("remark-none")
        return
    if not await holding.is_open(turn, preview):
        return
    note = inert(turn.incoming.typed or str(answer.value))
    if len(note) > MOST:
        turn.reply("remark-long", most=MOST)
        return
    turn.tx.previews.put(replace(preview, note=note, noted_by=turn.coordinator.id, note_agreed=False))
    await previews.touch(turn.tx, preview.day)
    doubts = await naming.named(turn.tx, turn.service, note)
    if not doubts:
        turn.reply("remark-kept")
    else:
        bound = any(doubt.is_bound for doubt in doubts)
        turn.reply("remark-bound" if bound else "remark-doubt", codes=", ".join(one.code for one in doubts))


NOTING = Follow(FORM, "sentence-left", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
