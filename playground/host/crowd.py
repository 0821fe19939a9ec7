"""Mass detention: forty people within ten minutes, five in each step; then what becomes of the cases nobody has taken.

Forty made-up people within ten minutes, and what each of them does with their phone. Nothing of this has happened.

An act is words that are typed, a button of the report (``_on``), or one of the two things that are neither.
"""

import asyncio
import random
import struct
import zlib
from collections import deque
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from msgspec import Struct

from playground.demo.settling import advance, pause, settle
from playground.host import cast, playhouse
from playground.host.playhouse import House
from playground.phone import NotShown, Phone, Refused

HERE, PHOTO = "<location>", "<photo>"
START = "/start"


class CrowdPerson(Struct, frozen=True):
    """``shown``: their phone joins the first row; the others are under "more"."""

    name: str
    language: str
    acts: tuple[str, ...]
    city: str = "Almaty"
    shown: bool = False


def _on(question: str, value: str) -> str:
    return f"report/{question}:{value}"


def _taps(**answers: str) -> tuple[str, ...]:
    """Start, then a button a question, in this order; ``skip`` is the button of that name, words are typed."""
    acts = (
        value if " " in value else _on(name, value.replace("skip", "!skip"))
        for name, value in answers.items()
    )
    return (START, *acts)


ALMATY_ANSWERS: dict[str, str] = {"situation": "other", "place": "almaty"}
WAVES: tuple[tuple[CrowdPerson, ...], ...] = (
    (
        CrowdPerson(
            "Made-up Нұрлан", "ru", ("Алматы, у старого парка задерживают людей, человек десять",), shown=True
        ),
        CrowdPerson("Made-up Айжан", "kk", ("Алматыда, базардың жанында полиция үш адамды ұстап әкетті",)),
        CrowdPerson(
            "Made-up Marat", "en", _taps(**ALMATY_ANSWERS, who="several", where="by the market gate")
        ),
        CrowdPerson(
            "Made-up Олжас", "ru", (START, _on("situation", "me"), HERE, _on("who", "one"), PHOTO), shown=True
        ),
        CrowdPerson("Made-up Вера", "ru", _taps(**ALMATY_ANSWERS, who="two", where="skip", when="now")),
    ),
    (
        CrowdPerson("Made-up Ержан", "kk", ("Алматы, әкемді үйдің алдынан алып кетті",)),
        CrowdPerson(
            "Made-up Kate",
            "en",
            ("Almaty: they are putting people into a bus near the theatre, about twenty people",),
        ),
        CrowdPerson(
            "Made-up Ирина",
            "ru",
            _taps(**ALMATY_ANSWERS, who="several", where="возле театра, у входа", when="now"),
        ),
        CrowdPerson(
            "Made-up Данияр", "ru", ("Задержали подругу, она не берёт трубку", _on("place", "almaty"))
        ),
        CrowdPerson(
            "Made-up Гүлнар", "kk", _taps(situation="missing", place="almaty", who="one", where="skip")
        ),
    ),
    (
        CrowdPerson("Made-up Лаура", "ru", ("Алматы, забрали мальчика 15 лет, он шёл домой с тренировки",)),
        CrowdPerson("Made-up Бекзат", "kk", ("Алматыда достарымды ұстады, төртеуі де бір көлікте",)),
        CrowdPerson("Made-up Виктор", "ru", (START, _on("situation", "other"), HERE, PHOTO)),
        CrowdPerson(
            "Made-up Dina",
            "en",
            _taps(**ALMATY_ANSWERS, who="three", where="skip", when="hour", ongoing="yes"),
        ),
        CrowdPerson("Made-up Асхат", "kk", _taps(**ALMATY_ANSWERS, who="two", where="саябақтың қасында")),
    ),
    (
        CrowdPerson(
            "Made-up Камила",
            "ru",
            ("Алматы, нас везут в автобусе, человек пятнадцать, у нас сейчас заберут телефоны",),
            shown=True,
        ),
        CrowdPerson("Made-up Серік", "kk", ("Алматы, інімді аялдамадан алып кетті, ол студент",)),
        CrowdPerson(
            "Made-up Anna", "en", ("Almaty, my colleague was detained near the old park, he is a journalist",)
        ),
        CrowdPerson(
            "Made-up Рустам",
            "ru",
            _taps(**ALMATY_ANSWERS, who="one", where="skip", when="now", ongoing="yes"),
        ),
        CrowdPerson("Made-up Жанар", "kk", (START, _on("situation", "me"), HERE, _on("who", "one"))),
    ),
    (
        CrowdPerson(
            "Made-up Павел", "ru", ("Алматы, друга ударили и увезли, у него разбита голова, он ранен",)
        ),
        CrowdPerson(
            "Made-up Мөлдір", "kk", ("Алматыда, театрдың жанында студенттерді автобусқа мінгізіп жатыр",)
        ),
        CrowdPerson(
            "Made-up Tim", "en", _taps(situation="blocked", place="almaty", where="in the yard of our house")
        ),
        CrowdPerson("Made-up Алия", "ru", ("Алматы, базар, задержали двух продавцов", PHOTO)),
        CrowdPerson("Made-up Қанат", "kk", _taps(**ALMATY_ANSWERS, who="unknown", where="skip")),
    ),
    (
        CrowdPerson("Made-up Мадина", "ru", ("Астана, у вокзала задержали двух человек",), "Astana"),
        CrowdPerson("Made-up Арман", "kk", ("Астанада, алаңда бес адамды ұстап әкетті",), "Astana"),
        CrowdPerson(
            "Made-up Зарина",
            "ru",
            _taps(situation="other", place="astana", who="one", where="skip"),
            "Astana",
        ),
        CrowdPerson("Made-up Бахыт", "kk", ("Шымкентте, базарда үш адамды ұстап әкетті",), "Shymkent"),
        CrowdPerson("Made-up Eva", "en", ("Almaty, two people were taken from the bus stop by the theatre",)),
    ),
    (
        CrowdPerson("Made-up Наталья", "ru", ("Алматы, во дворе у рынка забрали соседа, его зовут Марат",)),
        CrowdPerson("Made-up Евгений", "ru", ("Алматы, во дворе у рынка забрали нашего соседа Марата",)),
        CrowdPerson("Made-up Тоқтар", "kk", ("Алматыда інімді ұстап әкетті", "Алматыда інімді ұстап әкетті")),
        CrowdPerson(
            "Made-up Ақбота", "kk", _taps(**ALMATY_ANSWERS, who="one", where="аялдаманың жанында", when="now")
        ),
        CrowdPerson("Made-up Лев", "ru", (START, _on("situation", "other"), HERE, _on("who", "two"))),
    ),
    (
        CrowdPerson("Made-up Әсел", "kk", ("Алматы, саябақтан апамды алып кетті, ол жалғыз еді",)),
        CrowdPerson("Made-up Sara", "en", _taps(**ALMATY_ANSWERS, who="several", where="skip", when="now")),
        CrowdPerson("Made-up Георгий", "ru", ("Алматы, у театра ещё один автобус, везут человек тридцать",)),
        CrowdPerson(
            "Made-up Меруерт", "kk", _taps(situation="missing", place="almaty", who="one", where="skip")
        ),
        CrowdPerson("Made-up Инна", "ru", ("Алматы, моего мужа задержали у рынка, он ничего не сделал",)),
    ),
)

# After the wave of this number (from 1) a member does something with their most urgent offer, or with a board.
REACTIONS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("ruslan", "accept"),),
    3: (("alma", "accept"),),
    4: (("ruslan", "accept"),),
    5: (("alma", "decline"), ("ruslan", "accept")),
    6: (("alma", "accept"), ("saule", "accept")),
    8: (("ruslan", "accept"), ("dana", "incident")),
}


APART = timedelta(seconds=75)  # from one step to the next
AFTERWARDS = timedelta(minutes=16)  # from the beginning
READS = (1.0, 4.0)  # seconds between two acts of a person
ALMATY_POINT = (43.2560, 76.9450)  # degrees
HOW = {"accept": ("first:",), "decline": ("why:",), "incident": ()}  # what follows, by the first button
SEED = 40


class Crowd:
    """See playground.host.scenes. It begins whenever it is asked to."""

    id = "crowd"

    def __init__(self) -> None:
        self.steps = len(WAVES) + 1
        self.at = 0
        self._begun: datetime | None = None
        self._chance = random.Random(SEED)
        self._acts: AsyncIterator[None] | None = None  # of the step that has begun

    async def step(self, house: House) -> None:
        """The next five people, or the quarter of an hour. A step that broke off because the bot had ended goes on."""
        if self._begun is None:
            self._begun = await house.stage.world.now()
        after = AFTERWARDS if self.at == len(WAVES) else self.at * APART
        await advance(house.stage, self._begun + after)
        if self._acts is None:
            self._acts = self._plays(house)
        async for _ in self._acts:
            await settle(house.stage)
        self._acts = None
        self.at += 1

    async def _plays(self, house: House) -> AsyncIterator[None]:
        """One step; yields when the bot has something to do."""
        wave = WAVES[self.at] if self.at < len(WAVES) else ()
        people = [(await _phone(house, person), deque(person.acts)) for person in wave]
        playhouse.narrate(house.server, f"crowd-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * playhouse.READING)
        while people:
            for phone, acts in people:
                await pause(house.stage, self._chance.uniform(*READS))
                try:
                    await _perform(phone, acts.popleft())
                except (NotShown, Refused):
                    acts.clear()
                    playhouse.narrate(house.server, "scene-hindered", who=phone.name)
            people = [(phone, acts) for phone, acts in people if acts]
            yield
        for key, choice in REACTIONS.get(self.at + 1, ()):
            async for _ in self._reacts(house, key, choice):
                yield

    async def _reacts(self, house: House, key: str, choice: str) -> AsyncIterator[None]:
        """A member presses what is on top: an offer, or a board; nothing if somebody was there before."""
        phone = house.cast.members[key]
        for start in (f"{choice}:", *HOW[choice]):
            if data := await find_button_data(phone, start):
                house.shows(phone.chat_id, cast.member(house.scenario, key))
                await pause(house.stage, self._chance.uniform(*READS))
                await phone.taps(data)
                yield


async def _phone(house: House, person: CrowdPerson) -> Phone:
    phone = await house.stage.world.person(person.name, language=person.language)
    if person.shown:
        house.shows(phone.chat_id, cast.citizen(phone, person.language, person.city))
    return phone


async def _perform(phone: Phone, act: str) -> None:
    """Raises NotShown or Refused if it cannot be done."""
    if act == HERE:
        await phone.shares_location(*ALMATY_POINT)
    elif act == PHOTO:
        await phone.sends_photo(_picture())
    elif act.startswith("report/"):
        await phone.taps(act)
    else:
        await phone.writes(act)


async def find_button_data(phone: Phone, start: str) -> str:
    """The data of the first button of this kind in the newest message that has one; empty if no message has one."""
    for message in reversed(await phone.shown()):
        for row in message.buttons:
            for button in row:
                if button.data.startswith(start):
                    return button.data
    return ""


async def button_data_shown(phone: Phone, start: str) -> str:
    """As :func:`find_button_data`, but raises NotShown if no message has such a button."""
    if data := await find_button_data(phone, start):
        return data
    raise NotShown(f"{phone.name} has no button {start}")


def _picture(width: int = 240, height: int = 160) -> bytes:
    """A PNG: an evening sky, getting darker downwards."""
    rows = b"".join(b"\0" + bytes((200 - y, 150 - y * 3 // 5, 130 - y // 2)) * width for y in range(height))
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
