"""Know your rights: what the law says a person may ask for who is held, without advice of our own, beside the lawyer."""

from bot.core.presentation import Button, Presentation
from bot.resources.rights import TOPICS, Right
from handlers.service import Service
from handlers.turn import Turn


async def on_asked(turn: Turn, argument: str) -> None:
    """``/rights``, or the button: the texts of one topic, those of people who are held if none is named."""
    topic = argument if argument in TOPICS else TOPICS[0]
    today = turn.now.astimezone(turn.service.zone).date()
    shown = [r for r in turn.service.rights if topic in r.topics and r.holds(today)]
    if not shown:
        turn.reply("rights-none")
        return
    lines = [
        turn.say(f"rights-{topic}"),
        *(_in_words(turn, right) for right in shown),
        turn.say("rights-lawyer"),
    ]
    others = tuple(Button(turn.say(f"rights-{of}"), f"rights:{of}") for of in TOPICS if of != topic)
    turn.show(Presentation("\n\n".join(lines), tuple((button,) for button in others)))


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
