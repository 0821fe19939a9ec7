"""Whoever gave a case back writes down, if they want to, what the next lawyer should know: a note of the case."""

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Dialogue
from bot.core.timeline import Line
from bot.core.vocabulary import CaseState, gave_back
from handlers.cards import tracking
from handlers.casework import facts, notes
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.pressed import OnOffer
from handlers.turn import Turn
from storage import timeline

FORM = Form("parting", (Question("words", Kind.WORDS, required=True),), lambda values: "words" in values)


async def on_asked(turn: Turn, found: OnOffer) -> None:
    """*Tell the next one*."""
    if not gave_back(found.alert.reason) or found.case.state is CaseState.CLOSED:
        turn.reply("button-unknown")
        return
    dialogue = await dialogues.begin(turn, PARTING, found.case.id)
    await dialogues.ask(turn, PARTING, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # a note is no report


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    words = state_of(dialogue).answers.get("words")
    turn.tx.dialogues.remove(dialogue.id)
    case, member = await turn.tx.cases.get(dialogue.subject_id), turn.active
    if words is None or case is None or member is None:
        turn.reply("parting-cancelled")
        return
    note = facts.by_member(turn.tx, case, member, "note", str(words.value))
    await facts.note(turn.tx, turn.service, case, note)
    await timeline.append(turn.tx, case.id, member.id, Line.NOTED, {})
    await tracking.touch_case(turn.tx, case.id)
    await notes.tell_holders(turn.tx, turn.service, case, member)
    turn.reply("jotted-done", code=case.code)


PARTING = Follow(FORM, "reason", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
