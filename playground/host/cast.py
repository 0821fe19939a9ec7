"""Who has a phone in front of the audience: in each language somebody who reports, by either messenger, and a lawyer; a
coordinator, the channel.

The whole roster of the scenario works; whoever is not in the first row has a phone too, under "more", and joins the row
when a scene has them act. Of those who report in scenes the last ones are there, so that lawyers stay near.
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
        if any(one["chat_id"] == card["chat_id"] for one in self.cards):
            return self
        if card["role"] != "citizen":
            theirs = [at + 1 for at, one in enumerate(self.cards) if one["name"] == card["name"]]
            at = max(theirs, default=len(self.cards) - 1)
            return replace(self, cards=(*self.cards[:at], card, *self.cards[at:]))
        guests = [one for one in self.cards if one["guest"]]
        leaving = {one["chat_id"] for one in guests[GUESTS - 1 :]}
        stay = [one for one in self.cards if one["chat_id"] not in leaving]
        return replace(self, cards=({**card, "guest": True}, *stay))


def in_their_languages(scenario: Scenario) -> Scenario:
    """The scenario with a roster in which the language of the phone comes first: members are written to in that one."""
    members = {
        key: one.model_copy(
            update={"languages": (spoken, *(other for other in one.languages if other != spoken))}
        )
        for key, one in scenario.members.items()
        for spoken in [SHOWN.get(key, one.languages[0])]
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
    for key, one in scenario.members.items():
        phone = await world.person(one.name, language=one.languages[0], id=one.id, phone=one.phone)
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
    one = scenario.members[key]
    return on_roster(one, SHOWN.get(key, one.languages[0]))


def on_roster(one: Member, language: str) -> Card:
    """The card of whoever has this line; ``language`` of their phone."""
    return _card(one.id, one.id, one.name, one.role, language, one.cities[0])


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
