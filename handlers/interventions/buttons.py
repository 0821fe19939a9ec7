"""What the buttons of papers that were sent do. Everybody who sees the case whole may press them, also when it is closed:
bodies answer after the lawyer's work is done, and then a coordinator writes it down.
"""

from bot.core.casework.interventions import ANSWERS, Reply
from bot.core.values import Precision
from handlers.cards.case_view import view_of
from handlers.casework.handed_out import show, show_in_place
from handlers.interventions import form, screens, writing
from handlers.interventions.about import OnSent
from handlers.pressed import OnCase
from handlers.proceedings.about import Opening
from handlers.turn import Turn

LIST = "list"
PAGES = ("", LIST, *map(str, range(1, 20)))
# What is said at one tap: the line of the timeline, and what changes.
SAID: dict[str, dict[str, bool]] = {
    "unregistered": {"unregistered": True},
    "registered": {"unregistered": False},
    "withdrawn": {"withdrawn": True},
    "again": {"withdrawn": False},
}
CHANGES = ("answered", form.REFERENCE, form.DATE, form.DUE, *SAID, *Reply)


async def on_list(turn: Turn, found: OnCase) -> None:
    """*Sent and answers* on the card: all of a case, as a message of its own; from within, in place."""
    page = int(found.word) if found.word.isdecimal() else 0
    shown = await screens.overview(turn, found.case, await view_of(turn.tx, found.case), page)
    if found.word:
        show_in_place(turn, found.case, shown)
    else:
        show(turn, found.case, shown)


async def on_begun(turn: Turn, found: Opening) -> None:
    """*Something was sent*: what; where the case has several persons, about whom; then the form."""
    if not found.word:
        show_in_place(turn, found.case, screens.sorts(turn, found.case))
        return
    view = await view_of(turn.tx, found.case)
    if not found.chosen and len(view.persons) > 1:
        show_in_place(turn, found.case, screens.persons(turn, found.case, view, found.word))
        return
    await form.begin(turn, found.case, found.word, found.case.id, found.person)


async def on_one(turn: Turn, found: OnSent) -> None:
    """One paper, as a message of its own: it is also opened from a reminder."""
    show(turn, found.case, await screens.one(turn, found.case, found.view, found.sent))


async def on_changed(turn: Turn, found: OnSent) -> None:
    """A button of one paper: it asks, or it writes down what was said."""
    case, sent, word = found.case, found.sent, found.word
    if word == "answered":
        show_in_place(turn, case, screens.replies(turn, sent))
    elif word in (form.REFERENCE, form.DATE, form.DUE, *ANSWERS):
        await form.begin(turn, case, word, sent.number)
    else:
        tx, service, member = turn.tx, turn.service, found.member
        if word == Reply.NONE:
            said = {"reply": word, "replied_at": turn.now, "reply_precision": Precision.MINUTE}
            await writing.changed(tx, service, case, member, sent, "unanswered", **said)
        else:
            await writing.changed(tx, service, case, member, sent, word, **SAID[word])
        await form.show(turn, case, sent.number, in_place=True)
