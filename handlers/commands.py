"""What the typed commands do. The table is in routes."""

from bot.core.model import LANGUAGES
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from handlers.cards import tracking
from handlers.casework import coordinator_buttons, opening
from handlers.forms import dialogues
from handlers.forms.dialogues import Follow
from handlers.outbox import sending
from handlers.people import addresses
from handlers.reporting import reports
from handlers.turn import Turn


async def on_help(turn: Turn) -> None:
    """``/help``: what can be done here, for this person."""
    lines = [turn.with_hotline(turn.say("help"))]
    if turn.active is not None:
        lines.append(turn.say(f"help-{turn.active.role}"))
    turn.show(Presentation("\n\n".join(lines)))


async def on_id(turn: Turn) -> None:
    """``/id``: the person's own id, for the roster."""
    turn.reply("id-yours", id=turn.incoming.sender)


async def on_language_asked(turn: Turn) -> None:
    """``/language``: choose one of the three."""
    turn.reply("language-asked", (reports.language_buttons(turn),))


async def on_language_chosen(turn: Turn, argument: str) -> None:
    """A language was chosen; the question that is open is asked again in it."""
    chosen, _, screen = argument.partition(":")
    if chosen not in LANGUAGES:
        turn.reply("button-unknown")
        return
    turn.address = addresses.choose_language(turn.tx, turn.address, chosen)
    for card in await turn.tx.cards.by(address_id=turn.address.id):
        tracking.touch(turn.tx, card)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == reports.REPORT.form.name:
        dialogues.ask(turn, reports.REPORT, dialogue, turn.say("language-set"))
    elif screen and turn.incoming.message_id is not None:
        sending.edit(turn.tx, turn.address.id, turn.incoming.message_id, reports.first_screen(turn))
    elif turn.member is None and not await reports.open_reports(turn):
        turn.show(reports.first_screen(turn))
    else:
        turn.reply("language-set")


async def on_cases(turn: Turn) -> None:
    """``/cases``: a live overview. A coordinator's board, a lawyer's own cases and offers."""
    member = turn.active
    if turn.is_administrator or (member is not None and member.role is Role.COORDINATOR):
        await tracking.renew(turn.tx, "board", 0, turn.address.id, Lane.REPLY)
    elif member is not None:
        await tracking.renew(turn.tx, "list", member.id, turn.address.id, Lane.REPLY)
    else:
        turn.reply("suspended" if turn.member is not None else "members-only")


async def on_case(turn: Turn) -> None:
    """``/case CODE``: one case, for those who may see it."""
    if turn.active is None:
        turn.reply("suspended" if turn.member is not None else "members-only")
        return
    case = await opening.by_code(turn.tx, turn.service, turn.incoming.argument)
    if case is None:
        turn.reply("case-unknown", code=turn.incoming.argument[:40] or "—")
        return
    await coordinator_buttons.open_for(turn, case)


async def on_unknown(turn: Turn, form: Follow | None) -> None:
    """A command that does not exist: say so, and ask what is open again."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None and form is not None:
        dialogues.ask(turn, form, dialogue, turn.say("problem-command"))
    else:
        turn.reply("command-unknown")
