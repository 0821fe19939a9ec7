"""A night of four cases and its morning: what waits is one card in the morning, and no phone sounds twice for the same."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model import LANGUAGES
from tests.casework.scenes import MOST
from tests.casework.story_desk import Desk, Person

LATE = datetime(2018, 9, 17, 16, 40, tzinfo=UTC)  # 22:40 in Almaty
HURT = {
    "en": "police took my brother in Almaty, they beat him",
    "ru": "полиция забрала моего брата в Алматы, его бьют",
    "kk": "Алматыда полиция інімді алып кетті, оны ұрып жатыр",
}
HELD = {
    "en": "police took a man in Almaty",
    "ru": "полиция забрала мужчину в Алматы",
    "kk": "Алматыда полиция бір кісіні алып кетті",
}


def since(person: Person, moment: datetime) -> list[datetime]:
    """Its phone's sounds from then on."""
    return [at for at in person.screen.sounds if at >= moment]


async def is_declined(desk: Desk, number: int) -> bool:
    """Whether Marat has said that he cannot."""
    return (await desk.offer_to("Marat", await desk.case(number))).state == "declined"


async def takes_and_goes(desk: Desk, marat: Person, said: str, language: str) -> None:
    """A case is told of, taken, and its lawyer is inside and out again within the hour."""
    await desk.reports(said, language=language)
    case = await desk.case()
    await desk.later(minutes=1)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    for step in ("on_the_way", "at_station", "admitted", "left"):
        await marat.presses_data(f"first:{case.id}:{step}")
        await desk.later(minutes=12)


async def night(desk: Desk, language: str, *, free_first: bool = False) -> tuple[Person, Person]:
    """Two are taken and visited; of two more, one urgent, nobody answers. It is 07:55."""
    desk.now = LATE
    desk.without_clocks()
    olga = await desk.coordinator(languages=(language,), escalation=True)
    marat = await desk.lawyer("Marat", languages=(language,))
    if free_first:
        await desk.reports(HELD[language], name="Sara", language=language)
        await desk.later(hours=1)
    for _ in range(2):
        await takes_and_goes(desk, marat, HURT[language], language)
    await desk.reports(HURT[language], name="Vera", language=language)
    await marat.presses_data(f"decline:{(await desk.offer_to('Marat', await desk.case())).id}")
    await desk.later(hours=1)
    if not free_first:
        await desk.reports(HELD[language], name="Sara", language=language)
    await desk.later(hours=(LATE.replace(day=18, hour=1, minute=55) - desk.now) / timedelta(hours=1))
    return olga, marat


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("free_first", [True, False])
async def test_a_lawyer_hears_fifteen_sounds_at_most_and_one_card_in_the_morning(
    desk: Desk, language: str, free_first: bool
) -> None:
    _, marat = await night(desk, language, free_first=free_first)
    morning = desk.now
    await desk.later(minutes=25)
    assert len(since(marat, LATE)) <= MOST
    assert len(since(marat, morning)) == 1
    wait = [await desk.case(number) for number in range(4) if not await is_declined(desk, number)]
    assert len(wait) == 3
    lists = [text for text in marat.screen.texts() if all(case.code in text for case in wait)]
    assert len(lists) == 1  # theirs, and what is still free


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_who_is_asked_of_several_again_in_the_morning_hears_one_sound_at_a_time(
    desk: Desk, language: str
) -> None:
    olga, _ = await night(desk, language)
    morning = desk.now
    await desk.later(minutes=25)
    heard = since(olga, morning)
    assert len(heard) == len(set(heard)) <= 3, heard  # as often as the urgent one is asked again
    assert (await desk.case(2)).code in olga.screen.texts()[-1]
    assert (await desk.case(3)).code in olga.screen.texts()[-1]
