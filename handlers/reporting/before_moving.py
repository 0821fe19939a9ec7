"""Before a report moves to another chat: whoever named its place reads what that does to the other phone, and says whether.

Nothing of the report is told before they say yes. Until then, and after a no, this chat is a guest of it (guests).
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.labels import Control, control, nearest
from bot.core.incoming import Kind
from bot.core.model import Guest, Report
from bot.core.presentation import Button, Presentation, Style
from bot.core.vocabulary import ReportState, Standing
from handlers.reporting import moving
from handlers.turn import Turn, id_in

HERE, THERE = "here", "there"  # the two answers to where the report goes on
LABELS = {"button-move": HERE, "button-move-not": THERE}
TYPED = {Control.YES: HERE, Control.OK: HERE, Control.NO: THERE, Control.CANCEL: THERE}
IN_WORDS = timedelta(minutes=30)  # a yes that comes later answers something else


def ask(turn: Turn, guest: Guest, before: str) -> None:
    """The place was right: the other phone will get nothing more. One button to go on here, one not to. ``before``: what
    became of the words.
    """
    guest = turn.tx.guests.put(replace(guest, standing=Standing.PROVED, since=turn.now))
    here = Button(turn.say("button-move"), f"move:{guest.id}:{HERE}", Style.PRIMARY)
    there = Button(turn.say("button-move-not"), f"move:{guest.id}:{THERE}")
    turn.show(Presentation(f"{before}\n{turn.say('code-move')}", ((here,), (there,))))


async def own(turn: Turn, argument: str) -> tuple[Guest, Report, str] | None:
    """``number:answer``: what this chat was asked about, and what is answered."""
    number, _, answer = argument.partition(":")
    guest = await turn.tx.guests.get(id_in(number) or 0)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    if guest is None or report is None or guest.address_id != turn.address.id or answer not in (HERE, THERE):
        return None
    waits = guest.standing is Standing.PROVED and report.state in (ReportState.OPEN, ReportState.CLOSED)
    return (guest, report, answer) if waits else None


async def on_answered(turn: Turn, found: tuple[Guest, Report, str]) -> None:
    """*Go on here*, or *Leave it there*."""
    guest, report, answer = found
    pressed = turn.incoming.kind is Kind.TAP
    if answer == HERE:
        if pressed:
            turn.reply_in_place("code-move")  # without its buttons
        await moving.move(turn, report)
        return
    turn.tx.guests.put(replace(guest, standing=Standing.BY_CODE))
    (turn.reply_in_place if pressed else turn.reply)("code-move-not")


async def typed(turn: Turn, guest: Guest, report: Report) -> bool:
    """Whether the words are the answer."""
    if guest.standing is not Standing.PROVED or turn.now - guest.since > IN_WORDS:
        return False
    text, words = turn.incoming.text, turn.service.words
    labels = {words.say(of, key): answer for key, answer in LABELS.items() for of in words.languages}
    typed = control(text, words)
    answer = TYPED.get(typed) if typed is not None else nearest(text, labels)
    if turn.incoming.kind is not Kind.MESSAGE or answer is None:
        return False
    await on_answered(turn, (guest, report, answer))
    return True
