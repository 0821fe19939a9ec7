"""Know your rights: what the law says a person may ask for who is held, without advice of our own, beside the lawyer."""

from bot.core.presentation import Button, Presentation, Style
from bot.resources.rights import TOPICS, Right
from handlers.service import Service
from handlers.turn import Turn

AT_ONCE = 3  # texts on one screen of a phone
REST = "rest"


async def on_asked(turn: Turn, argument: str) -> None:
    """``/rights``, or the button: the texts of one topic, those of people who are held if none is named.

    ``topic:rest``: those that did not fit on the first screen.
    """
    asked, _, part = argument.partition(":")
    topic = asked if asked in TOPICS else TOPICS[0]
    today = turn.now.astimezone(turn.service.zone).date()
    found = [r for r in turn.service.rights if topic in r.topics and r.holds(today)]
    if not found:
        turn.reply("rights-none")
        return
    rest = found[AT_ONCE:]
    shown = rest if part == REST and rest else found[:AT_ONCE]
    lines = [
        turn.say(f"rights-{topic}"),
        *(_in_words(turn, right) for right in shown),
        turn.say("rights-lawyer"),
    ]
    buttons = [Button(turn.say(f"rights-{of}"), f"rights:{of}") for of in TOPICS if of != topic]
    if rest and shown is not rest:
        more = turn.say("rights-rest", count=len(rest))
        buttons.insert(0, Button(more, f"rights:{topic}:{REST}", Style.PRIMARY))
    turn.show(Presentation("\n\n".join(lines), tuple((button,) for button in buttons)))


def row(service: Service, language: str) -> tuple[tuple[Button, ...], ...]:
    """The button that offers them, where there is anything to show."""
    if not service.rights:
        return ()
    return ((Button(service.words.say(language, "button-rights"), "rights:held"),),)


def _in_words(turn: Turn, right: Right) -> str:
    said = turn.say("rights-source", articles=right.articles)
    if not right.reviewed_by:
        said = f"{said} {turn.say('rights-unreviewed')}"
    return f"• {right.text[turn.language]} {said}"
