"""What the messenger's own menu offers: everybody, who works here by their role, and a chat that was hidden; and the first
screen of a member.

Ten commands at most, in words that tell nothing to who looks over a shoulder. What stands in no menu is a button of the
card where it belongs, or of ``/help``; typed it works as well.
"""

from collections.abc import Mapping, Sequence

from core.model import LANGUAGES, Address
from core.presentation import Button, Presentation, Style
from core.vocabulary import Role
from handlers.people.membership import active_members_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

EVERYBODY = ("report", "checkin", "status", "language", "settings", "hide", "help")
NEUTRAL = ("help",)  # of a hidden chat: any bot has it
OF_ROLE: Mapping[Role, tuple[str, ...]] = {
    Role.LAWYER: ("cases", "case", "duty", "list", "law", "report", "language", "settings", "hide", "help"),
    Role.COORDINATOR: (
        "cases",
        "new",
        "list",
        "calls",
        "incidents",
        "handover",
        "duty",
        "members",
        "hide",
        "help",
    ),
    Role.ADMINISTRATOR: ("cases", "roster", "id", "report", "language", "settings", "hide", "help"),
}
OWN = ("sos", "checkin", "rights", "status")  # what a member may need for themselves
# What no menu has, as buttons of the help: of a role, or of who has none. What is chosen once is in the settings.
BESIDE: Mapping[str, tuple[str, ...]] = {
    Role.LAWYER: OWN,
    Role.COORDINATOR: ("digest", "owed", "holds", "letter", "export", "law", "report", "settings", *OWN),
    Role.ADMINISTRATOR: ("practice",),
    "": ("sos", "checkin", "rights", "practice"),
}
VERSION = 1  # raised when a role is offered something else: at the next start each member has the new menu

Menu = list[
    tuple[str, str, str]
]  # the language of the app, empty for all others; the command; what it is called


def menu_of(service: Service, names: Sequence[str], reader: str = "") -> Menu:
    """These commands in all languages, the organisation's for all others too; or all in the ``reader``'s own."""
    return [
        (
            language if language != service.language else "",
            name,
            service.words.say(reader or language, f"menu-{name}"),
        )
        for language in LANGUAGES
        for name in names
    ]


async def chat_menu(tx: Transaction, service: Service, address: Address) -> Menu:
    """Of one private chat as it is now; empty: as everybody has it."""
    if address.silenced_at is not None:
        return menu_of(service, NEUTRAL)
    members = await active_members_at(tx, address.id)
    if not members:
        return []
    return menu_of(service, OF_ROLE[members[0].role], await language_of(tx, service, address.id))


def member_screen(service: Service, language: str, role: Role) -> Presentation:
    """No form: what they may do is one command away, and they may need help themselves."""
    say = service.words.say
    example = ((Button(say(language, "button-example"), "example:now"),),) if role is Role.LAWYER else ()
    rows = (
        (Button(say(language, "button-sos"), "sos:now", Style.DANGER),),
        *example,
        language_buttons(service, language, ":first"),
    )
    return Presentation(say(language, "start-member", organisation=service.organisation), rows)


def language_buttons(service: Service, language: str, screen: str = "") -> tuple[Button, ...]:
    """The three languages, each in its own."""
    say = service.words.say
    return tuple(Button(say(language, f"language-{of}"), f"language:{of}{screen}") for of in LANGUAGES)
