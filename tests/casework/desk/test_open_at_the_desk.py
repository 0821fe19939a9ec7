"""``/handover`` tells what is open at the desk, also what nobody was asked about; the next one has it with one tap."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

COURT = {
    "en": "court tomorrow at 10, Medeu court",
    "ru": "суд завтра в 10, Медеуский суд",
    "kk": "ертең 10-да сот, Медеу соты",
}
NOTE = {
    "en": "the family will call at eight",
    "ru": "семья позвонит в восемь",
    "kk": "отбасы сегізде хабарласады",
}
NAMES = "1. Ахметов Ерлан, 1990\n2. Смагулов Бекзат"
NOTHING = {"en": "Nothing to add", "ru": "Добавить нечего", "kk": "Қосарым жоқ"}


async def held(desk: Desk, name: str, city: str = "Almaty") -> str:
    """A case; its code."""
    await desk.reports(f"police took {name} Made-Up in {city}", name=name)
    return (await desk.case()).code


async def taken(desk: Desk, name: str, *steps: str) -> tuple[Person, str]:
    """A case that a lawyer of this name has, and how far they are."""
    code = await held(desk, f"{name}bek")
    lawyer = await desk.lawyer(name)
    case = await desk.case()
    await lawyer.writes("/cases")
    olga = await desk.coordinator(f"Coordinator of {name}")
    await olga.opens(case)
    await olga.presses("Give it to…", f"{name}")
    await lawyer.presses("I'll take it")
    for step in steps:
        await lawyer.presses(step)
    return lawyer, code


def part(shown: str, heading: str) -> str:
    """What stands below a heading, as far as the next."""
    return shown.partition(heading)[2].partition("\n\n")[0]


def heading(desk: Desk, language: str, key: str, count: int = 1) -> str:
    return desk.service.words.say(language, f"open-{key}", count=count)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_nobody_was_asked_about_is_handed_over_too(desk: Desk, language: str) -> None:
    desk.without_clocks()
    marat, refused = await taken(desk, "Marat", "At the door", "Not let in")
    saule, inside = await taken(desk, "Saule", "At the door", "Let in")
    aset, tried = await taken(desk, "Aset", "On my way")
    await aset.writes(COURT["en"])
    free = await held(desk, "Dana")
    olga = await desk.coordinator(languages=(language,))
    igor = await desk.coordinator("Igor", languages=(language,), on_duty=True)
    await marat.writes("/list Almaty, Medeu police station", NAMES)
    await desk.later(hours=6)
    await saule.presses_data("nothing:0")  # she has said nothing of being out
    await olga.opens(await desk.case(-1))
    await olga.writes(NOTE[language])
    await olga.writes("/handover")
    shown = olga.screen.texts()[-1]
    assert free in part(shown, heading(desk, language, "free"))
    assert refused in part(shown, heading(desk, language, "refused"))
    assert inside in part(shown, heading(desk, language, "inside"))
    assert tried in part(shown, heading(desk, language, "hearings"))
    assert heading(desk, language, "lists") in shown
    assert NOTE[language] not in shown
    assert "Dana" not in shown
    await olga.presses("Igor", NOTHING[language])
    igor.rang()
    await igor.presses("Принимаю" if language == "ru" else "Қабылдаймын" if language == "kk" else "I have it")
    olga.sees("Igor")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_notes_of_this_shift_are_told_by_their_case_and_not_by_their_words(
    desk: Desk, language: str
) -> None:
    _, code = await taken(desk, "Marat", "On my way")
    olga = await desk.coordinator(languages=(language,))
    await desk.coordinator("Igor")
    await olga.opens(await desk.case())
    await olga.writes(NOTE[language])
    await olga.writes("/handover")
    shown = olga.screen.texts()[-1]
    assert code in part(shown, heading(desk, language, "noted"))
    assert NOTE[language] not in shown
    await desk.later(hours=13)
    await olga.writes("/handover")
    assert heading(desk, language, "noted") not in olga.screen.texts()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whose_arrest_ends_within_a_day_is_told(desk: Desk, language: str) -> None:
    desk.without_hours()
    marat = await desk.lawyer("Marat")
    await desk.reports("police took my son Askar Invented in Almaty and the court gave him 15 days")
    await marat.presses("I'll take it")
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/handover")
    assert heading(desk, language, "releases") not in olga.screen.texts()[-1]
    desk.now += timedelta(days=14)
    await olga.writes("/handover")
    assert (await desk.case()).code in part(olga.screen.texts()[-1], heading(desk, language, "releases"))


async def test_the_hand_over_of_a_night_with_many_untaken_is_one_screen(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.coordinator("Igor")
    for number in range(12):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
    await olga.writes("/handover")
    shown = olga.sees("Nobody has them (12):", "… and 7 more")
    assert len(shown.splitlines()) <= 20
    await olga.presses("Igor", "Nothing to add")
    assert sum(len(row) for row in list(olga.screen.messages.values())[-1].rows) <= 7
