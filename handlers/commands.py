"""What the typed commands do, and the buttons that stand for those which no menu offers. The table is in routes.

Somebody who sees no menu may type the name of the language or of the menu: "қазақша", "язык", "menu". The name has to be
the whole message; other words with it go to the people who read reports.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from core.intake.stages.question import LANGUAGE, MENU
from core.presentation import Button, Presentation, in_button_rows
from core.traffic import Lane
from core.vocabulary import Role
from handlers import routing
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.people import menus
from handlers.reporting import everyday_words
from handlers.routing import Command
from handlers.turn import Turn

MANY = 8  # buttons of a help that stand two in a row, so that it is one screen


async def on_help(turn: Turn, argument: str) -> None:
    """``/help``: what can be done here, for this person, on one screen; what stands in no menu is a button."""
    role = turn.active.role if turn.active is not None else ""
    said = turn.say("help") if turn.active is None else turn.say(f"help-{turn.active.role}")
    lines = [turn.with_hotline(said)]
    if not role and turn.is_administrator:  # named in the configuration only
        lines.append(turn.say("help-administrator"))
    if role == Role.COORDINATOR:
        lines.append(turn.say("help-beside"))
    buttons = command_buttons(turn, menus.BESIDE[role])
    rows = in_button_rows(buttons, 2 if len(buttons) <= MANY else 3)
    turn.show(Presentation("\n\n".join(lines), rows), topic="help")


def command_buttons(turn: Turn, names: Sequence[str]) -> list[Button]:
    """A button a command, called as a menu would call it; none for texts that there are not."""
    there = [name for name in names if name != "rights" or turn.service.rights]
    return [Button(turn.say(f"menu-{name}"), f"do:{name}") for name in there]


async def on_pressed(turn: Turn, name: str, commands: Mapping[str, Command[Any]]) -> None:
    """A button that stands for a command: as if it was typed alone."""
    if name in commands:
        await routing.run(turn, commands[name], "")
    else:
        turn.reply("button-unknown")


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
