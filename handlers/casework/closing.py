"""How a case ends: only a member closes it, with an outcome, and confirms it, because a pocket can press a button."""

from bot.core.presentation import Button, Style
from bot.core.vocabulary import OUTCOMES, outcome_key
from handlers.casework import lifecycle
from handlers.casework.lawyer_buttons import own_case
from handlers.turn import Turn


async def on_closing(turn: Turn, argument: str) -> None:
    """*Close*, *Released* or *False alarm*: asks once more."""
    identity, _, outcome = argument.partition(":")
    found = await own_case(turn, identity)
    if found is None:
        return
    case, _ = found
    chosen = (outcome,) if outcome in OUTCOMES else tuple(o for o in OUTCOMES if o != "false_alarm")
    style = Style.DANGER if len(chosen) == 1 else Style.PLAIN
    buttons = [Button(turn.say(outcome_key(o)), f"closed:{case.id}:{o}", style) for o in chosen]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    turn.reply("close-sure", (*rows, (Button(turn.say("button-no"), f"keep:{case.id}"),)), code=case.code)


async def on_closed(turn: Turn, argument: str) -> None:
    """The outcome is confirmed: the case is closed for good."""
    identity, _, outcome = argument.partition(":")
    found = await own_case(turn, identity)
    if found is None:
        return
    case, member = found
    if outcome not in OUTCOMES:
        turn.reply("button-unknown")
        return
    await lifecycle.closed(turn.tx, turn.service, case, member, outcome)
    turn.reply_in_place("close-done", code=case.code)


async def on_kept(turn: Turn, argument: str) -> None:
    """*No* to closing."""
    turn.reply_in_place("close-not")
