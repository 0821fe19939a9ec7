"""What the typed commands do. The table is in routes.

Somebody who sees no menu may type the name of the language or of the menu: "қазақша", "язык", "menu". The name has to be
the whole message; other words with it go to the people who read reports.
"""

from core.intake.stages.question import LANGUAGE, MENU
from core.presentation import Button, Presentation
from core.traffic import Lane
from core.vocabulary import Role
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.reporting import everyday_words
from handlers.turn import Turn


async def on_help(turn: Turn, argument: str) -> None:
    """``/help``: what can be done here, for this person."""
    lines = [turn.with_hotline(turn.say("help"))]
    if turn.active is not None:
        lines.append(turn.say(f"help-{turn.active.role}"))
    elif turn.is_administrator:  # named in the configuration only
        lines.append(turn.say("help-administrator"))
    practise = Button(turn.say("button-practice"), "practice:now")
    turn.show(Presentation("\n\n".join(lines), ((practise,),)), topic="help")


async def on_id(turn: Turn, argument: str) -> None:
    """``/id``: the person's own id, for the roster."""
    turn.reply("id-yours", id=turn.incoming.sender)


async def on_cases(turn: Turn, argument: str) -> None:
    """``/cases``: a live overview. A coordinator's board, a lawyer's own cases and offers."""
    member = turn.active
    if turn.is_administrator or (member is not None and member.role is Role.COORDINATOR):
        await live_cards.renew(turn.tx, "board", 0, turn.address.id, Lane.REPLY)
    elif member is not None:
        await live_cards.renew(turn.tx, "list", member.id, turn.address.id, Lane.REPLY)


async def on_unknown(turn: Turn, opened: OpenForm | None) -> None:
    """A command that does not exist: say so, and ask what is open again."""
    if opened is not None:
        await dialogues.ask_question(turn, opened.follow, opened.dialogue, turn.say("problem-command"))
    else:
        turn.reply("command-unknown")


async def on_said(turn: Turn, opened: OpenForm | None, named: str) -> None:
    """One of these names is followed."""
    if named == MENU:
        await on_help(turn, "")
    elif named == LANGUAGE:
        await everyday_words.on_language_asked(turn, "")
    else:
        await everyday_words.on_language_chosen(turn, named)
