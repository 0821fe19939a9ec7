"""How a case ends: only a member closes it, with an outcome, and confirms it, because a pocket can press a button."""

from dataclasses import replace

from bot.core.casework.vocabulary import OUTCOMES, first_action_key, outcome_key
from bot.core.model import Case, Member
from bot.core.presentation import Button, Style
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.casework import handed_out
from handlers.casework.lawyer_buttons import own_case
from handlers.outbox import news
from handlers.turn import Turn
from storage import timeline


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
    await close(turn, case, member, outcome)
    turn.reply_in_place("close-done", code=case.code)


async def close(turn: Turn, case: Case, member: Member, outcome: str) -> None:
    """Close the case with an outcome; offers end, the reporter is told."""
    tx = turn.tx
    ongoing = "no" if outcome == "released" else case.ongoing
    case = tx.cases.put(replace(case, state="closed", outcome=outcome, closed_at=tx.now, ongoing=ongoing))
    await escalation.withdraw_others(tx, case, None)
    tx.timers.remove(first_action_key(case))
    for report in await tx.reports.by(case_id=case.id):
        tx.reports.put(replace(report, state="closed"))
    await timeline.append(tx, case.id, member.id, "closed", {"outcome": outcome})
    await tracking.touch_case(tx, case.id)
    await handed_out.take_back(tx, case_id=case.id)
    await news.closed(tx, turn.service, case)


async def on_kept(turn: Turn, argument: str) -> None:
    """*No* to closing."""
    turn.reply_in_place("close-not")
