"""A case is held: it is kept whatever its term, because a court, an inquiry or a complaint needs it. A coordinator who has
it open says why, and until when if that is known; a coordinator lifts it. ``/holds`` lists what is held, without names.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.holds import Hold
from bot.core.model import Case, Dialogue
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from bot.core.timeline import Line
from handlers.cards import hold_lines, kept, tracking
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.pressed import OnCase
from handlers.turn import Turn
from storage import timeline
from storage.schema import holds
from storage.transaction import Transaction

MOST = 300  # characters of a reason
LISTED = 50
MONTHS = {"half": 6, "year": 12, "years": 36}  # ends to choose from; without one it is until it is lifted
LIFT, LIFTED = "lift", "lifted"
WORDS = ("", *MONTHS, LIFT, LIFTED)
FORM = Form("preserving", (Question("reason", Kind.WORDS, required=True),), lambda values: "reason" in values)


async def living(tx: Transaction, case: Case) -> Hold | None:
    """What holds the case now."""
    return next(iter(await kept.holds_of(tx, case)), None)


async def on_pressed(turn: Turn, found: OnCase) -> None:
    """*Legal hold*: why, then until when; or, of one that is held, how it stands, and *Lift it*, which asks once more."""
    hold, code = await living(turn.tx, found.case), found.case.code
    if hold is None and found.word:
        turn.reply("preserve-none", code=code)
    elif hold is None:
        dialogue = await dialogues.begin(turn, PRESERVING, found.case.id)
        await dialogues.ask(turn, PRESERVING, dialogue)
    elif not found.word:
        _show(turn, "preserve-is", found.case, hold)
    elif found.word in MONTHS:
        until = turn.now + timedelta(days=30) * MONTHS[found.word]
        hold = turn.tx.holds.put(replace(hold, until=until))
        ends = {"until": until.isoformat()}
        await timeline.append(turn.tx, found.case.id, found.member.id, Line.HOLD_ENDS, ends)
        await tracking.touch_case(turn.tx, found.case.id)
        _show(turn, "preserve-is", found.case, hold, in_place=True)
    elif found.word == LIFT:
        yes = Button(turn.say("button-lift"), f"preserve:{found.case.id}:{LIFTED}", Style.DANGER)
        no = Button(turn.say("button-keep-held"), f"keep:{found.case.id}")
        turn.reply("preserve-lift-sure", ((yes, no),), code=code)
    else:
        for one in await kept.holds_of(turn.tx, found.case):
            turn.tx.holds.put(replace(one, lifted_at=turn.now, lifted_by=found.member.id))
        await timeline.append(turn.tx, found.case.id, found.member.id, Line.HOLD_LIFTED, {})
        await tracking.touch_case(turn.tx, found.case.id)
        turn.reply_in_place("preserve-lifted", code=code)


def _show(turn: Turn, key: str, case: Case, hold: Hold, *, in_place: bool = False) -> None:
    until = hold_lines.ending(turn.service, hold)
    ends = [Button(turn.say(f"button-until-{name}"), f"preserve:{case.id}:{name}") for name in MONTHS]
    lift = (Button(turn.say("button-lift"), f"preserve:{case.id}:{LIFT}", Style.DANGER),)
    (turn.reply_in_place if in_place else turn.reply)(key, (*in_rows(ends), lift), code=case.code, **until)


async def on_list(turn: Turn, argument: str) -> None:
    """``/holds``: which cases are held, since when, by whom, and until when."""
    open_ones = holds.c.lifted_at.is_(None)
    found = [one for one in await turn.tx.holds.select(open_ones, order_by=holds.c.id) if one.lives(turn.now)]
    if not found:
        turn.reply("preserve-nothing")
        return
    lines, buttons = [turn.say("preserve-list", count=len(found))], []
    for hold in found[:LISTED]:
        case, by = await turn.tx.cases.get(hold.case_id), await turn.tx.members.get(hold.by)
        assert case is not None  # a foreign key
        until = hold_lines.ending(turn.service, hold)
        since, name = hold_lines.day(turn.service, hold.at), by.name if by is not None else ""
        lines.append(turn.say("preserve-line", code=case.code, since=since, name=name or "—", **until))
        buttons.append(Button(case.code, f"open:{case.id}"))
    rows: Rows = in_rows(buttons)
    turn.show(Presentation("\n".join(lines), rows, protect=True))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # a reason is no report; the hold keeps it


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Why it is held: from now on it is, until somebody lifts it or an end is chosen."""
    answer = state_of(dialogue).answers.get("reason")
    turn.tx.dialogues.remove(dialogue.id)
    case = await turn.tx.cases.get(dialogue.subject_id)
    by = turn.coordinator
    if outcome is Outcome.CANCELLED or answer is None or case is None or by is None:
        turn.reply("preserve-cancelled")
        return
    if case.forgotten_at is not None or await living(turn.tx, case) is not None:
        turn.reply("preserve-late", code=case.code)
        return
    reason = (turn.incoming.typed or str(answer.value))[:MOST]
    hold = turn.tx.holds.add(Hold(turn.tx.new_id(), case.id, by.id, turn.now, reason))
    await timeline.append(turn.tx, case.id, by.id, Line.HOLD, {"reason": reason})
    await tracking.touch_case(turn.tx, case.id)
    _show(turn, "preserve-done", case, hold)


PRESERVING = Follow(
    FORM, "unexplained-left", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False
)
