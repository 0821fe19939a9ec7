"""``/settings``: how long this chat is silent after hiding, and whether it is hidden when all is closed.

It is chosen beforehand: a hidden chat shows nothing that could be chosen.
"""

from bot.core.conversation.labels import nearest
from bot.core.presentation import Button, Presentation, Style
from bot.core.vocabulary import AfterClosing, Returns
from handlers.hiding import when_closed
from handlers.turn import Turn

CHOICES = (*Returns, *when_closed.CHOICES)
BARE = ""


async def typed(turn: Turn, argument: str) -> str | None:
    """Behind the command: nothing, or a choice as its button is called, in any language."""
    words = turn.service.words
    labels = {
        words.say(of, f"settings-{choice}"): choice.value for choice in CHOICES for of in words.languages
    }
    return nearest(argument, labels) if argument.strip() else BARE


async def on_asked(turn: Turn, choice: str) -> None:
    """The screen; or, with a choice typed behind the command, what is so from now on."""
    if turn.active is not None:
        turn.reply("settings-member")
        return
    if choice:
        await _choose(turn, choice)
    turn.show(await _screen(turn), topic="settings")


async def on_pressed(turn: Turn, choice: str) -> None:
    """One of the choices; or the button that leads here."""
    pressed = turn.incoming.message_id
    if turn.active is None and choice in CHOICES and pressed is not None:
        await _choose(turn, choice)
        turn.show_in_place(await _screen(turn))
    else:
        await on_asked(turn, choice if choice in CHOICES else BARE)


async def _choose(turn: Turn, choice: str) -> None:
    if choice in when_closed.CHOICES:
        await when_closed.choose(turn, AfterClosing(choice))
    else:
        turn.update_address(returns=Returns(choice))


async def _screen(turn: Turn) -> Presentation:
    returns = turn.address.returns or Returns.HOURS
    hides = turn.address.after_closing is AfterClosing.HIDES
    after = AfterClosing.HIDES if hides else AfterClosing.STAYS
    buttons = [
        Button(turn.say(f"settings-{choice}"), f"settings:{choice}", _style(choice in (returns, after)))
        for choice in CHOICES
    ]
    text = turn.say("settings-hiding", returns=turn.say(f"returns-{returns}"), after=after)
    return Presentation(text, tuple((button,) for button in buttons))


def _style(chosen: bool) -> Style:
    return Style.SUCCESS if chosen else Style.PLAIN
