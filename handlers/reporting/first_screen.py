"""The first screen: who we are, SOS, the first question, the languages, who sees what."""

from bot.core.model import LANGUAGES
from bot.core.presentation import Button, Presentation, Style
from handlers.forms import dialogues
from handlers.forms.report import FORM
from handlers.turn import Turn


def of(turn: Turn) -> Presentation:
    """Who we are, the first question, the languages, who sees what. A member is told what is theirs first."""
    lines = [turn.say("start-hello", organisation=turn.service.organisation)]
    if turn.active is not None:
        lines.insert(0, turn.say(f"help-{turn.active.role}"))
    asked = dialogues.first(turn, FORM)
    end = len(asked.rows) - bool(turn.active is None)  # members have no row that hides the chat
    sees = (Button(turn.say("button-checkin"), "checkin:new"), Button(turn.say("button-sees"), "sees:now"))
    sos = (Button(turn.say("button-sos"), "sos:now", Style.DANGER),)
    rows = (sos, *asked.rows[:end], sees, language_buttons(turn, ":first"), *asked.rows[end:])
    return Presentation("\n\n".join((*lines, asked.text)), rows)


async def on_sees_asked(turn: Turn, argument: str) -> None:
    """*Who will see this?*"""
    turn.reply("start-sees", ((Button(turn.say("button-settings"), "settings:now"),),))


def language_buttons(turn: Turn, screen: str = "") -> tuple[Button, ...]:
    """The three languages, each in its own."""
    return tuple(Button(turn.say(f"language-{of}"), f"language:{of}{screen}") for of in LANGUAGES)
