"""The first screen: who we are, SOS, the first question, the languages, who sees what; a member's has no question.

*Know your rights* says what the law lets a person ask for when somebody is held, as far as a lawyer has signed it, else what
is always true; without advice of our own, beside the lawyer.
"""

from core.presentation import Button, Presentation, Style
from core.resources.law_files import TOPICS, Right
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.people.menus import language_buttons, member_screen
from handlers.service import Service
from handlers.turn import Turn


def first_screen(turn: Turn) -> Presentation:
    """Who we are, the first question, the languages, who sees what. A member is here to be asked."""
    if turn.active is not None:
        return member_screen(turn.service, turn.language, turn.active.role)
    sos = (Button(turn.say("button-sos"), "sos:now", Style.DANGER),)
    asked = dialogues.first_question(turn, FORM)
    sees = (Button(turn.say("button-checkin"), "checkin:new"), Button(turn.say("button-sees"), "sees:now"))
    rows = (
        sos,
        *asked.rows[:-1],
        sees,
        language_buttons(turn.service, turn.language, ":first"),
        asked.rows[-1],
    )
    hello = turn.say("start-hello", organisation=turn.service.organisation)
    return Presentation(f"{hello}\n\n{asked.text}", rows)


async def on_sees_asked(turn: Turn, argument: str) -> None:
    """*Who will see this?*"""
    key = turn.service.who_reads(turn.address.messenger, "start-sees")
    turn.reply(key, ((Button(turn.say("button-settings"), "settings:now"),),))


AT_ONCE = 3  # texts on one screen of a phone
REST = "rest"


async def on_rights_asked(turn: Turn, argument: str) -> None:
    """``/rights``, or the button: the texts of one topic, those of people who are held if none is named; where there are
    none, what is always true. ``topic:rest``: those that did not fit on the first screen.
    """
    asked, _, part = argument.partition(":")
    topic = asked if asked in TOPICS else TOPICS[0]
    today = turn.now.astimezone(turn.service.zone).date()
    valid = [right for right in turn.service.rights if right.holds(today)]
    found = [right for right in valid if topic in right.topics]
    rest = found[AT_ONCE:]
    is_rest = part == REST and bool(rest)
    shown = rest if is_rest else found[:AT_ONCE]
    lines = [turn.say("rights-first-minutes")]
    if shown:
        lines = [turn.say(f"rights-{topic}"), *(right_words(turn, right) for right in shown)]
        lines.append(turn.say("rights-lawyer"))
    topics = {of for right in valid for of in right.topics} - {topic}
    buttons = [Button(turn.say(f"rights-{of}"), f"rights:{of}") for of in TOPICS if of in topics]
    if rest and not is_rest:
        more = turn.say("rights-rest", count=len(rest))
        buttons.insert(0, Button(more, f"rights:{topic}:{REST}", Style.PRIMARY))
    turn.show(Presentation("\n\n".join(lines), tuple((button,) for button in buttons)))


def rights_buttons(service: Service, language: str) -> tuple[tuple[Button, ...], ...]:
    """The button that offers them, where there is anything to show."""
    if not service.rights:
        return ()
    return ((Button(service.words.say(language, "button-rights"), "rights:held"),),)


def right_words(turn: Turn, right: Right) -> str:
    """A text with its source; one that no lawyer of the organisation has signed says so."""
    said = turn.say("rights-source", articles=right.articles)
    if not right.reviewed_by:
        said = f"{said} {turn.say('rights-unreviewed')}"
    return f"• {right.text[turn.language]} {said}"
