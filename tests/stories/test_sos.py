"""SOS and practice on the real wire, in three languages, with a restart between any two steps."""

import pytest

from tests.stories.citizens import all_cases, all_reports, count
from tests.world.world import World

pytestmark = pytest.mark.slow

SOS = {"kk": "SOS: маған көмек керек", "ru": "SOS: мне нужна помощь", "en": "SOS: I need help now"}
CITY = {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
RECEIVED = {"kk": "Қабылдадық", "ru": "Приняли", "en": "Received"}
MARK = {
    "kk": "Жаттығу: шын ештеңе",
    "ru": "Учёба: ничего настоящего",
    "en": "Practice: nothing real happens.",
}
END = {"kk": "Жаттығуды бітіру", "ru": "Закончить учёбу", "en": "End the practice"}
OVER = {"kk": "Жаттығу бітті", "ru": "Учёба закончена", "en": "The practice is over"}


@pytest.mark.parametrize("language", SOS)
async def test_sos_is_two_taps_with_a_restart_between_them(world: World, language: str) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Aigul", language)
    await citizen.starts()
    await world.settle()
    for label in (SOS[language], CITY[language]):
        await world.restart()
        await world.settle()
        await citizen.taps(label)
        await world.settle()
    await lawyer.expects("URGENT", "Almaty")
    await citizen.expects(RECEIVED[language])
    assert [case.priority for case in await all_cases(world)] == ["urgent"]


@pytest.mark.parametrize("language", SOS)
async def test_a_practice_goes_on_after_restarts_and_nothing_of_it_stays(world: World, language: str) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await lawyer.writes("/drills on")
    citizen = await world.person("Aigul", language)
    await citizen.writes("/practice")
    await world.settle()
    for label in (SOS[language], CITY[language]):
        await world.restart()
        await world.settle()
        await citizen.taps(label)
        await world.settle()
    await lawyer.expects(MARK["en"], "URGENT", "Almaty")
    await world.restart()
    await lawyer.taps("I'll take it")
    await world.settle()
    await lawyer.expects("You took it")
    await world.restart()
    await citizen.taps(END[language])
    await world.settle()
    await citizen.expects(MARK[language], OVER[language])
    assert await count(citizen) == await count(citizen, MARK[language])
    assert (await all_cases(world), await all_reports(world)) == ([], [])
    async with world.app.database.read(world.clock.now()) as tx:
        assert [await rows.count() for rows in (tx.practices, tx.dialogues, tx.cards)] == [0, 0, 0]
        assert not [timer for timer in await tx.timers.select() if timer.kind == "practice"]
