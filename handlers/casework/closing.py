"""How a case ends: only a member closes it, with an outcome, and confirms it, because a pocket can press a button.

All cases of one chat that nobody has are closed together (closing_together). A case that somebody else has reported too, or
that a member has, is not among them.
"""

from core.model import Case
from core.presentation import Button, Style, in_button_rows
from core.vocabulary import OUTCOMES, CaseState, outcome_key
from handlers.arguments import OnCase
from handlers.casework import closing_together, lifecycle, partly_released
from handlers.turn import Turn


async def on_close_asked(turn: Turn, found: OnCase) -> None:
    """*Close*, *Released* or *False alarm*: asks once more."""
    case = found.case
    if found.word == partly_released.RELEASED and await partly_released.is_asked_first(turn, case):
        await partly_released.ask_who_is_out(turn, case)
        return
    chosen = (found.word,) if found.word else tuple(o for o in OUTCOMES if o != "false_alarm")
    style = Style.DANGER if len(chosen) == 1 else Style.PLAIN
    buttons = [Button(turn.say(outcome_key(o)), f"closed:{case.id}:{o}", style) for o in chosen]
    rows = in_button_rows(buttons)
    turn.reply("close-sure", (*rows, (Button(turn.say("button-no"), f"keep:{case.id}"),)), code=case.code)


async def on_confirmed(turn: Turn, found: OnCase) -> None:
    """The outcome is confirmed: the case is closed for good, unless somebody may be held still. A coordinator who has not
    opened it says why first.
    """
    if found.word == partly_released.RELEASED and await partly_released.is_asked_first(turn, found.case):
        await partly_released.ask_who_is_out(turn, found.case)
        return
    if await closing_together.is_unseen(turn, [found.case]):
        await closing_together.ask_reason(turn, [found.case], found.word)
        return
    await lifecycle.close(turn.tx, turn.service, found.case, found.member, found.word)
    turn.reply_in_place("close-done", code=found.case.code)


async def on_kept_open(turn: Turn, argument: str) -> None:
    """*No* to closing."""
    turn.reply_in_place("close-not")


ENDS = ("false_alarm", "other")
AT_ONCE = 100  # in one transaction; more are closed by pressing once more


async def on_all_asked(turn: Turn, found: OnCase) -> None:
    """*Close all of this chat*: asks how they ended."""
    count = len(await _untaken(turn, found.case))
    ends = tuple(
        Button(turn.say(outcome_key(o)), f"allclosed:{found.case.id}:{o}", Style.DANGER) for o in ENDS
    )
    no = (Button(turn.say("button-no"), f"keep:{found.case.id}"),)
    turn.reply("close-all-sure", (ends, no), count=count)


async def on_all_closed(turn: Turn, found: OnCase) -> None:
    """It is confirmed: why? Then they are closed, and one button opens them again."""
    free = await _untaken(turn, found.case)
    if free:
        await closing_together.ask_reason(turn, free, found.word)
    else:
        turn.reply("close-all-none")


async def _untaken(turn: Turn, of: Case) -> list[Case]:
    """What is open, what nobody has, and what only this chat has told."""
    told = [case for case in await _of_chat(turn, of) if case.state is CaseState.OPEN]
    await turn.tx.reports.prefetch("case_id", [case.id for case in told])
    return [case for case in told if not await _others_told(turn, case)][:AT_ONCE]


async def _others_told(turn: Turn, of: Case) -> bool:
    """Whether another chat reported it too, had its report before, or has added words by its code."""
    reports = await turn.tx.reports.by(case_id=of.id)
    guests = [guest for report in reports for guest in await turn.tx.guests.by(report_id=report.id)]
    return bool(guests) or len({report.address_id for report in reports}) != 1


async def _of_chat(turn: Turn, of: Case) -> list[Case]:
    """The cases that the chat has told which first told this one."""
    first = (await turn.tx.reports.by(case_id=of.id))[:1]
    reports = [report for case in first for report in await turn.tx.reports.by(address_id=case.address_id)]
    told = dict.fromkeys(report.case_id for report in reports if report.case_id is not None)
    await turn.tx.cases.prefetch("id", list(told))
    found = [await turn.tx.cases.get(case_id) for case_id in told]
    return [case for case in found if case is not None]
