"""Who has a phone in front of the audience: two citizens, three lawyers, a coordinator, the group, the channel.

The whole roster of the scenario works; whoever is not in the first row has a phone too, under "more", and joins the row
when a scene has them act.
"""

from dataclasses import dataclass, replace
from typing import Any

from bot.demo.scenario import Scenario
from bot.playground.client import Playground
from bot.playground.phone import Phone
from bot.playground.screen import Screen

CITIZENS = (
    ("Made-up Aigerim", "kk", "Almaty", "+77000000011"),
    ("Made-up Timur", "ru", "Astana", "+77000000012"),
)
SHOWN = {
    "ruslan": "en",
    "bolat": "kk",
    "saule": "ru",
    "dana": "en",
}  # member of the scenario → language of the phone
GROUP = "Coordinators"
CHANNEL = "Digest"
ROW = ("citizen", "lawyer", "coordinator", "group", "channel")
Card = dict[str, Any]


@dataclass(frozen=True)
class Cast:
    """``members`` by their key in the scenario; ``cards`` is what the page shows, in its order."""

    citizens: tuple[Phone, ...]
    members: dict[str, Phone]
    group: Screen
    cards: tuple[Card, ...]

    def joined_by(self, card: Card) -> "Cast":
        """With one more phone in the row, the last of its role; the same if it is there already."""
        if any(one["chat_id"] == card["chat_id"] for one in self.cards):
            return self
        cards = sorted((*self.cards, card), key=lambda one: ROW.index(one["role"]))
        return replace(self, cards=tuple(cards))


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
    members = {}
    for key, one in scenario.members.items():
        phone = await world.person(one.name, language=one.languages[0], id=one.id, phone=one.phone)
        members[key] = phone
        await phone.starts()
    cards += [member(scenario, key) for key in SHOWN]
    coordinators = [members[key] for key, one in scenario.members.items() if one.role == "coordinator"]
    group = await world.group(GROUP, *coordinators, members["olga"], bot="left")
    language = scenario.language
    cards.append(_card(group.chat_id, None, GROUP, "group", language, ""))
    cards.append(_card(channel.chat_id, None, CHANNEL, "channel", language, ""))
    return Cast(tuple(citizens), members, group, tuple(cards))


def citizen(phone: Phone, language: str, city: str) -> Card:
    """The card of somebody who reports."""
    return _card(phone.chat_id, phone.id, phone.name, "citizen", language, city)


def member(scenario: Scenario, key: str) -> Card:
    """The card of somebody on the roster."""
    one = scenario.members[key]
    return _card(one.id, one.id, one.name, one.role, SHOWN.get(key, one.languages[0]), one.cities[0])


def _card(chat: int, person: int | None, name: str, role: str, language: str, city: str) -> Card:
    return {
        "chat_id": chat,
        "person_id": person,
        "name": name,
        "role": role,
        "language": language,
        "city": city,
    }
