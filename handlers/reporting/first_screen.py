"""The first screen: who we are, SOS, the first question, the languages, who sees what; a member's has no question."""

from bot.core.model import LANGUAGES
from bot.core.presentation import Button, Presentation, Style
from handlers.forms import dialogues
from handlers.forms.report import FORM
from handlers.turn import Turn


def of(turn: Turn) -> Presentation:
    """Who we are, the first question, the languages, who sees what. A member is here to be asked: see :func:`_member`."""
    sos = (Button(turn.say("button-sos"), "sos:now", Style.DANGER),)
    if turn.active is not None:
        return _member(turn, sos)
    asked = dialogues.first(turn, FORM)
    sees = (Button(turn.say("button-checkin"), "checkin:new"), Button(turn.say("button-sees"), "sees:now"))
    rows = (sos, *asked.rows[:-1], sees, language_buttons(turn, ":first"), asked.rows[-1])
    hello = turn.say("start-hello", organisation=turn.service.organisation)
    return Presentation(f"{hello}\n\n{asked.text}", rows)


def _member(turn: Turn, sos: tuple[Button, ...]) -> Presentation:
    """No form: what they may do is one command away, and they may need help themselves."""
    text = turn.say("start-member", organisation=turn.service.organisation)
    return Presentation(text, (sos, language_buttons(turn, ":first")))


async def on_sees_asked(turn: Turn, argument: str) -> None:
    """*Who will see this?*"""
    key = turn.service.who_reads(turn.address.messenger, "start-sees")
    turn.reply(key, ((Button(turn.say("button-settings"), "settings:now"),),))


def language_buttons(turn: Turn, screen: str = "") -> tuple[Button, ...]:
    """The three languages, each in its own."""
    return tuple(Button(turn.say(f"language-{of}"), f"language:{of}{screen}") for of in LANGUAGES)
