"""Who has a phone in front of the audience: in each language somebody who reports, by each messenger, and a lawyer; also a
coordinator and the channel.

The whole roster of the scenario works; people who are not in the first row have a phone too, under "more", and join the row
when they act in a scene. Only the last few of the people who report in scenes are shown, so that the lawyers stay in view.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playground.client import Playground
from playground.demo.scenario import Member, Scenario
from playground.phone import Phone, Screen

CITIZENS = (
    ("Made-up Aigerim", "kk", "Almaty", "+77000000011"),
    ("Made-up Timur", "ru", "Astana", "+77000000012"),
    ("Made-up Emma", "en", "Almaty", "+77000000013"),
)
ON_SIGNAL = (
    ("Made-up Ayan", "kk", "Almaty"),
    ("Made-up Kirill", "ru", "Astana"),
    ("Made-up Helen", "en", "Almaty"),
)
SHOWN = {
    "ruslan": "en",
    "saule": "ru",
    "alma": "kk",
    "bolat": "kk",
    "dana": "en",
}  # member of the scenario → language of the phone
CHANNEL = "Digest"
GUESTS = 2  # of those who report in scenes, in the row at once
Card = dict[str, Any]


class Cast(Struct, frozen=True):
    """``members`` by their key in the scenario; ``cards`` is what the page shows: guests, the others, the channel.

    ``citizens`` have Telegram, and one more in each language Signal.
    """

    citizens: tuple[Phone, ...]
    on_signal: tuple[Phone, ...]
    members: dict[str, Phone]
    cards: tuple[Card, ...]

    def joined_by(self, card: Card) -> "Cast":
        """With one more phone in the row; the same if it is there already. The guest who came first makes room.

        A member's second phone stands beside the first.
        """
        if any(other["chat_id"] == card["chat_id"] for other in self.cards):
            return self
        if card["role"] != "citizen":
            theirs = [at + 1 for at, other in enumerate(self.cards) if other["name"] == card["name"]]
            at = max(theirs, default=len(self.cards) - 1)
            return replace(self, cards=(*self.cards[:at], card, *self.cards[at:]))
        guests = [card for card in self.cards if card["guest"]]
        leaving = {guest["chat_id"] for guest in guests[GUESTS - 1 :]}
        stay = [card for card in self.cards if card["chat_id"] not in leaving]
        return replace(self, cards=({**card, "guest": True}, *stay))


def in_their_languages(scenario: Scenario) -> Scenario:
    """The scenario with a roster in which the language of the phone comes first: members are written to in that one."""
    members = {
        key: member.model_copy(
            update={"languages": (spoken, *(other for other in member.languages if other != spoken))}
        )
        for key, member in scenario.members.items()
        for spoken in [SHOWN.get(key, member.languages[0])]
    }
    return scenario.model_copy(update={"members": members})


async def gather(world: Playground, scenario: Scenario, channel: Screen) -> Cast:
    """Give everybody a phone; members press start, which the bot answers when it is there."""
    citizens = [await world.person(name, language=spoken, phone=phone) for name, spoken, _, phone in CITIZENS]
    cards = [
        citizen(phone, spoken, city) for phone, (_, spoken, city, _) in zip(citizens, CITIZENS, strict=True)
    ]
    on_signal = [await world.on_signal(name, language=spoken) for name, spoken, _ in ON_SIGNAL]
    cards += [
        citizen(phone, spoken, city) for phone, (_, spoken, city) in zip(on_signal, ON_SIGNAL, strict=True)
    ]
    members = {}
    for key, known in scenario.members.items():
        phone = await world.person(known.name, language=known.languages[0], id=known.id, phone=known.phone)
        members[key] = phone
        await phone.starts()
    cards += [member(scenario, key) for key in SHOWN]
    cards.append(_card(channel.chat_id, None, CHANNEL, "channel", scenario.language, ""))
    return Cast(tuple(citizens), tuple(on_signal), members, tuple(cards))


def citizen(phone: Phone, language: str, city: str) -> Card:
    """The card of somebody who reports."""
    return somebody(phone, "citizen", language, city)


def somebody(phone: Phone, role: str, language: str, city: str) -> Card:
    """The card of this phone."""
    return _card(phone.chat_id, phone.id, phone.name, role, language, city)


def member(scenario: Scenario, key: str) -> Card:
    """The card of somebody on the roster."""
    known = scenario.members[key]
    return on_roster(known, SHOWN.get(key, known.languages[0]))


def on_roster(member: Member, language: str) -> Card:
    """The card of the member who has this line; ``language``: that of their phone."""
    return _card(member.id, member.id, member.name, member.role, language, member.cities[0])


def _card(chat: int, person: int | None, name: str, role: str, language: str, city: str) -> Card:
    return {
        "chat_id": chat,
        "person_id": person,
        "name": name,
        "role": role,
        "language": language,
        "city": city,
        "guest": False,
    }
