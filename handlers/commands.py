"""What the typed commands do. The table is in routes."""

from bot.core.model import LANGUAGES, Case
from bot.core.presentation import Button, Presentation
from bot.core.receipts import normalise_code
from bot.core.traffic import Lane
from handlers import addresses, carding, coordinators, dialogues, reports
from handlers.dialogues import Follow
from handlers.turn import Turn


async def on_help(turn: Turn) -> None:
    """``/help``: what can be done here, for this person."""
    lines = [turn.say("help", hotline=turn.service.hotline)]
    if turn.active is not None:
        lines.append(turn.say(f"help-{turn.active.role}"))
    turn.show(Presentation("\n\n".join(lines)))


async def on_id(turn: Turn) -> None:
    """``/id``: the person's own id, for the roster."""
    turn.reply("id-yours", id=turn.incoming.sender)


async def on_language_asked(turn: Turn) -> None:
    """``/language``: choose one of the three."""
    buttons = tuple(Button(turn.say(f"language-{of}"), f"language:{of}") for of in LANGUAGES)
    turn.reply("language-asked", (buttons,))


async def on_language_chosen(turn: Turn, argument: str) -> None:
    """A language was chosen; the question that is open is asked again in it."""
    if argument not in LANGUAGES:
        turn.reply("button-unknown")
        return
    turn.address = addresses.choose_language(turn.tx, turn.address, argument)
    for card in await turn.tx.cards.by(address_id=turn.address.id):
        carding.touch(turn.tx, card)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == reports.REPORT.form.name:
        dialogues.ask(turn, reports.REPORT, dialogue, turn.say("language-set"))
    elif turn.member is None and not await reports.open_reports(turn):
        turn.reply("language-set")
        await reports.on_start(turn)
    else:
        turn.reply("language-set")


async def on_cases(turn: Turn) -> None:
    """``/cases``: a live overview. A coordinator's board, a lawyer's own cases and offers."""
    member = turn.active
    if turn.is_administrator or (member is not None and member.role == "coordinator"):
        await carding.renew(turn.tx, "board", 0, turn.address.id, Lane.REPLY)
    elif member is not None:
        await carding.renew(turn.tx, "list", member.id, turn.address.id, Lane.REPLY)
    else:
        turn.reply("suspended" if turn.member is not None else "members-only")


async def on_case(turn: Turn) -> None:
    """``/case CODE``: one case, for those who may see it."""
    if turn.active is None:
        turn.reply("suspended" if turn.member is not None else "members-only")
        return
    case = await _by_code(turn, turn.incoming.argument)
    if case is None:
        turn.reply("case-unknown", code=turn.incoming.argument[:40] or "—")
        return
    await coordinators.open_for(turn, case)


async def _by_code(turn: Turn, typed: str) -> Case | None:
    code = normalise_code(typed)
    for spelling in dict.fromkeys(text for text in (code, typed.strip().casefold()) if text):
        found = await turn.tx.cases.by(code=spelling)
        if found:
            return found[0]
    return None


async def on_unknown(turn: Turn, form: Follow | None) -> None:
    """A command that does not exist: say so, and ask what is open again."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None and form is not None:
        dialogues.ask(turn, form, dialogue, turn.say("problem-command"))
    else:
        turn.reply("command-unknown")
