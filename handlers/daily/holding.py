"""*Post now*, *Hold* with a reason, and *Let it go out*: the buttons of a digest that is not posted yet.

It is held from the press on; why is asked afterwards. Whoever presses late sees how it stands.
"""

from datetime import date

from msgspec.structs import replace

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.folding import inert
from bot.core.model import Dialogue
from bot.core.postings import Preview
from handlers.daily import digest, previews
from handlers.daily.previews import Stage
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.turn import Turn, id_in

MOST = 300  # characters of a reason
FORM = Form("hold", (Question("why", Kind.WORDS, required=True),), lambda values: "why" in values)


async def one(turn: Turn, argument: str) -> Preview | None:
    """The digest of a day, which stands there as its number; None for a day that there is not."""
    number = id_in(argument)
    if number is None or number > date.max.toordinal():
        return None
    return await previews.of(turn.tx, date.fromordinal(number))


async def is_open(turn: Turn, preview: Preview) -> bool:
    """Whether something can still be done with it; else its card says so."""
    if await previews.stage(turn.tx, turn.service, preview) in (Stage.WAITS, Stage.HELD):
        return True
    await previews.touch(turn.tx, preview.day)
    turn.reply("preview-too-late")
    return False


async def on_issued(turn: Turn, preview: Preview) -> None:
    """*Post now*."""
    if not await is_open(turn, preview) or not previews.may_go_now(turn.tx, turn.service, preview.day):
        return
    if preview.is_held:
        _release(turn, preview)
    await digest.post_now(turn.tx, turn.service, preview.day)


async def on_held(turn: Turn, preview: Preview) -> None:
    """*Hold*: from now on, and why?"""
    if not await is_open(turn, preview) or turn.coordinator is None:
        return
    if preview.is_held:
        await previews.touch(turn.tx, preview.day)
        return
    by = turn.coordinator.id
    held = replace(preview, held_at=turn.now, held_by=by, reason="", released_at=None, released_by=None)
    turn.tx.previews.put(held)
    await previews.touch(turn.tx, preview.day)
    dialogue = await dialogues.begin(turn, HOLDING, preview.id)
    await dialogues.ask(turn, HOLDING, dialogue, turn.say("hold-begun"))


async def on_released(turn: Turn, preview: Preview) -> None:
    """*Let it go out*: at its time."""
    if await is_open(turn, preview) and preview.is_held:
        _release(turn, preview)
        await previews.touch(turn.tx, preview.day)


def _release(turn: Turn, preview: Preview) -> None:
    by = turn.coordinator.id if turn.coordinator is not None else None
    turn.tx.previews.put(replace(preview, released_at=turn.now, released_by=by))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # the reason is no report; the day's row keeps it


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Why it is held. It stays held without."""
    answer = state_of(dialogue).answers.get("why")
    turn.tx.dialogues.remove(dialogue.id)
    preview = await turn.tx.previews.get(dialogue.subject_id)
    if outcome is Outcome.CANCELLED or answer is None or preview is None or turn.coordinator is None:
        turn.reply("hold-unexplained")
        return
    if preview.held_by == turn.coordinator.id:
        reason = inert(turn.incoming.typed or str(answer.value))[:MOST]
        turn.tx.previews.put(replace(preview, reason=reason))
        await previews.touch(turn.tx, preview.day)
    turn.reply("hold-explained")


HOLDING = Follow(FORM, "withheld-left", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
