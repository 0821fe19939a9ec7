"""How a case ends: only a member closes it, with an outcome, and confirms it, because a pocket can press a button."""

from bot.core.presentation import Button, Style, in_rows
from bot.core.vocabulary import OUTCOMES, outcome_key
from handlers.casework import lifecycle
from handlers.pressed import OnCase
from handlers.turn import Turn


async def on_closing(turn: Turn, found: OnCase) -> None:
    """*Close*, *Released* or *False alarm*: asks once more."""
    case = found.case
    chosen = (found.word,) if found.word else tuple(o for o in OUTCOMES if o != "false_alarm")
    style = Style.DANGER if len(chosen) == 1 else Style.PLAIN
    buttons = [Button(turn.say(outcome_key(o)), f"closed:{case.id}:{o}", style) for o in chosen]
    rows = in_rows(buttons)
    turn.reply("close-sure", (*rows, (Button(turn.say("button-no"), f"keep:{case.id}"),)), code=case.code)


async def on_closed(turn: Turn, found: OnCase) -> None:
    """The outcome is confirmed: the case is closed for good."""
    await lifecycle.closed(turn.tx, turn.service, found.case, found.member, found.word)
    turn.reply_in_place("close-done", code=found.case.code)


async def on_kept(turn: Turn, argument: str) -> None:
    """*No* to closing."""
    turn.reply_in_place("close-not")
