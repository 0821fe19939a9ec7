"""What is told in the hour: who was detained where, and how three different people say it. By chance of a seed.

The people are those of the made-up worst day on which matching is measured (tests.matching.day), in its cities and with its
spellings and slips. Of three who report one detention each has a language, presses buttons or writes, and knows a time,
a place and a name as people do: roughly, or not at all.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from random import Random

from tests.matching.day import CITIES, SHARES, reports

EACH = 3  # who report one detention
ACTS = 12  # messages of each
BUSY = 0.8  # of the hour: then the last ones begin to report
LANGUAGES = ("ru", "kk", "en")
SPEAK = (50, 35, 15)
WRITE = 0.4  # share of those who write what buttons could say

SAYS = {
    "ru": "{city}: задержали человека, {name}",
    "kk": "{city} қаласында ұсталды: {name}",
    "en": "{name} was detained in {city}",
}
TIME = {"ru": "сегодня в {time}", "kk": "бүгін {time}", "en": "today at {time}"}
WHERE = {
    "ru": "улица Выдуманная, дом {house}",
    "kk": "Ойдан көшесі, {house} үй",
    "en": "Made-Up street {house}",
}
TAKEN = {"ru": "в районный отдел полиции", "kk": "аудандық полиция бөліміне", "en": "to the district police"}
MORE = {
    "ru": ("их было пятеро, в штатском", "рядом стоял белый автобус", "телефон у него не отвечает"),
    "kk": ("олар бесеу еді, киімдері қарапайым", "қасында ақ автобус тұрды", "телефоны жауап бермейді"),
    "en": ("five men, in plain clothes", "a white bus stood near", "the phone does not answer"),
}


@dataclass(frozen=True, slots=True)
class Reporter:
    """One who reports: the detention (a number), its city, when they begin, and all they will say."""

    number: int
    detention: int
    city: str
    begins: float  # seconds of the hour
    pace: float  # seconds they think, on average
    language: str
    writes: bool
    opening: str  # the words with which a writer begins
    called: str  # the city, as they write it
    answers: Mapping[str, tuple[str, str]]  # question → the option to press, or the words to write
    more: tuple[str, ...]


def reporters(detentions: int, seconds: float, start: datetime, seed: int) -> list[Reporter]:
    """Everybody, in the order in which they begin."""
    chance = Random(seed)
    found = list(_all(detentions, seconds, start, chance, seed))
    return sorted(found, key=lambda one: one.begins)


def _all(detentions: int, seconds: float, start: datetime, chance: Random, seed: int) -> Iterator[Reporter]:
    cities, told = _cities(), reports(detentions, EACH, seed)
    seen: Counter[int] = Counter()
    times = [seconds * BUSY * (n + chance.random()) / detentions for n in range(detentions)]
    chance.shuffle(times)
    for number, one in enumerate(told):
        order = seen[one.person]
        seen[one.person] += 1
        begins = times[one.person] + seconds * chance.uniform(0, 0.06) * order
        happened = start + timedelta(seconds=times[one.person]) - timedelta(minutes=5 + one.person % 40)
        language = chance.choices(LANGUAGES, SPEAK)[0]
        guessed = happened + timedelta(minutes=chance.choice((0, 0, -5, 5, 10)))
        yield Reporter(
            number=number,
            detention=one.person,
            city=one.city,
            begins=begins,
            pace=seconds * (1 - BUSY) / ACTS * chance.uniform(0.3, 0.9),
            language=language,
            writes=chance.random() < WRITE,
            opening=SAYS[language].format(city=cities[one.city][language], name=one.name),
            called=cities[one.city][language],
            answers={
                "situation": ("other", ""),
                "place": (one.city, ""),
                "who": ("", one.name),
                "where": ("", WHERE[language].format(house=1 + one.person % 90)),
                "when": ("", TIME[language].format(time=f"{guessed:%H:%M}")),
                "ongoing": ("yes", ""),
                "taken": chance.choice((("!skip", ""), ("", TAKEN[language]))),
                "contact": ("no", ""),
                "urgent": ("!skip", ""),
                "link": (chance.choice(("witness", "relative", "colleague")), ""),
                "files": ("!skip", ""),
                "consent": (chance.choice(("yes", "no")), ""),
                "review": ("!confirm", ""),
            },
            more=MORE[language],
        )


def lawyers_by_city(count: int) -> list[str]:
    """The city of each of so many lawyers, in the proportions of the detentions; none has fewer than three."""
    left = count - EACH * len(CITIES)
    places = [
        city for city, share in zip(CITIES, SHARES, strict=True) for _ in range(EACH + left * share // 100)
    ]
    return [*places, *(CITIES[0] for _ in range(count - len(places)))]


def _cities() -> dict[str, dict[str, str]]:
    """How each city is called in each language."""
    text = files("core.jurisdictions.kz").joinpath("places.toml").read_text("utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)["cities"]
    return {name: {language: found[name][language] for language in LANGUAGES} for name in CITIES}
