"""What it takes to steer: acts (messages and presses; ticks are not counted) and buttons of the first card."""

from itertools import cycle

from core.presentation import Button
from tests.casework.story_desk import Desk, Person

TWELVE = 12
MOST_ACTS, TAPS, SIX = 6, 2, 6  # the bounds
HELD = {
    "en": "police took my brother Dana Made-Up in Almaty",
    "ru": "полиция забрала моего брата Дану Выдуманного в Алматы",
    "kk": "Алматыда ағам Дана Ойданды полиция алып кетті",
}
GRAVE = {
    "en": "police took my brother Dana Made-Up in Almaty an hour ago, he is in Medeu police station, he is beaten",
    "ru": "полиция забрала моего брата Дану Выдуманного в Алматы час назад, он в Медеуском РУП, его избили",
    "kk": "Алматыда бір сағат бұрын полиция ағам Дана Ойданованы алып кетті, ол Медеу полиция бөлімінде, ұрып жатыр",
}
WHY = {
    "en": "their lawyer has seen all of them at home",
    "ru": "юрист видел всех дома",
    "kk": "заңгер бәрін үйінде көрді",
}
DISTRICTS = {
    "Medeu": {"en": "Who is in Medeu?", "ru": "Кто в Медеу?", "kk": "Медеуде кім бар?"},
    "Auezov": {"en": "Who is in Auezov?", "ru": "Кто в Ауэзовском?", "kk": "Әуезовте кім бар?"},
    "Turksib": {"en": "Who is in Turksib?", "ru": "Кто в Турксибском?", "kk": "Түрксібте кім бар?"},
}

GIVEN = (
    "Dana",
    "Erlan",
    "Asel",
    "Aibek",
    "Timur",
    "Zhanar",
    "Nurlan",
    "Gulnar",
    "Oleg",
    "Marina",
    "Sofia",
    "Igor",
)
NAMES = [f"{given} {family}" for family in ("Made-Up", "Invented") for given in GIVEN]  # who are held


class Acts:
    """What a person does, counted."""

    def __init__(self, desk: Desk, person: Person, language: str) -> None:
        self.desk, self.person, self.language, self.count = desk, person, language, 0

    async def presses(self, key: str, **said: int) -> None:
        """A button with these words."""
        self.count += 1
        await self.person.presses(self.desk.service.words.say(self.language, key, **said))

    async def writes(self, text: str) -> None:
        """A message."""
        self.count += 1
        await self.person.writes(text)


async def held(desk: Desk, many: int, language: str = "en") -> list[Person]:
    """So many people told of so many cases."""
    return [await desk.reports(HELD[language], name=f"Rita {n}", language=language) for n in range(many)]


async def twelve_released(desk: Desk, language: str) -> tuple[Acts, list[Person]]:
    """A lawyer has twelve cases, and closes all: everybody is out. And who told of them."""
    marat = await desk.lawyer(languages=(language,))
    ritas = await held(desk, TWELVE, language)
    for number in range(TWELVE):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    for rita in ritas:
        rita.rang()
    acts = Acts(desk, marat, language)
    await acts.writes("/cases")
    await acts.presses("button-ticks")
    await marat.presses(desk.service.words.say(language, "button-ticks-all", count=TWELVE))
    await acts.presses("button-ticks-released", count=TWELVE)
    await acts.writes(WHY[language])
    return acts, ritas


async def acts_for_twelve(desk: Desk, language: str) -> int:
    """How many that takes."""
    return (await twelve_released(desk, language))[0].count


async def many_in_stations(desk: Desk, language: str) -> Person:
    """The coordinator at a board with cases of several stations."""
    olga = await desk.coordinator(languages=(language,))
    for name, district in zip(NAMES, cycle(DISTRICTS)):
        await desk.reports(
            f"police took {name} in Almaty to the {district} police station", name=f"Rita of {name}"
        )
    return olga


async def taps_by_name(desk: Desk, language: str) -> int:
    """How many acts it takes to get to the case that is hardest to get to, by a name."""
    olga = await many_in_stations(desk, language)
    return max([await _taps(desk, olga, number, f"/cases {name}") for number, name in enumerate(NAMES)])


async def taps_by_station(desk: Desk, language: str) -> int:
    """The same by the station."""
    olga = await many_in_stations(desk, language)
    asked = [words[language] for _, words in zip(NAMES, cycle(DISTRICTS.values()))]
    return max([await _taps(desk, olga, number, typed) for number, typed in enumerate(asked)])


async def _taps(desk: Desk, olga: Person, number: int, typed: str) -> int:
    olga.screen.messages.clear()
    await olga.writes(typed)
    data, taps = f"open:{(await desk.case(number)).id}", 1
    while not olga.screen.has(data) and taps < MOST_ACTS:
        await olga.presses("▶")
        taps += 1
    return taps + 1  # it is pressed, too


def buttons_of_card(person: Person) -> list[Button]:
    """Of the newest card of a case."""
    rows = next(s.rows for s in reversed(person.screen.messages.values()) if "whole:" in str(s.rows))
    return [button for row in rows for button in row]


async def buttons_at_first(desk: Desk, language: str) -> int:
    """How many a lawyer has on the card of a grave case just taken, and a coordinator who opens it: the greater."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(GRAVE[language], language=language)
    await olga.opens(await desk.case())
    before = len(buttons_of_card(olga))
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    return max(before, len(buttons_of_card(olga)), len(buttons_of_card(marat)))


BOUNDS = {
    f"twelve released (at most {MOST_ACTS} acts)": (acts_for_twelve, MOST_ACTS),
    f"any of {len(NAMES)} cases by name (at most {TAPS})": (taps_by_name, TAPS),
    f"any of {len(NAMES)} cases by station (at most {TAPS})": (taps_by_station, TAPS),
    f"buttons of a first card (at most {SIX})": (buttons_at_first, SIX),
}
