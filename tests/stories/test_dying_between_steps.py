"""A check-in, somebody who is looked for, and a phone that is taken: the process dies between any two of their steps."""

import pytest

from playground.phone import Phone
from tests.stories.citizens import all_cases, count, finds
from tests.stories.test_in_the_clear import receipt
from tests.world.world import World

pytestmark = pytest.mark.slow

LANGUAGES = ("kk", "ru", "en")
IN_TWO_HOURS = {
    "en": "I go to the akimat in Almaty, if I don't write in 2 hours they took me",
    "ru": "иду в акимат в Алматы, если через 2 часа не напишу, значит забрали",
    "kk": "Алматыда әкімдікке барамын, 2 сағаттан кейін жазбасам, алып кетті деген сөз",
}
WHERE_IS = {
    "en": "Where is Yerlan Kassymov?",
    "ru": "Не знаю, где мой брат Ерлан Касымов",
    "kk": "Ерлан Касымов қайда?",
}
TAKEN = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
YES = {"en": "yes", "ru": "да", "kk": "иә"}
BLAND = {
    "en": "Thank you. The message has been received.",
    "ru": "Спасибо. Сообщение получено.",
    "kk": "Рақмет. Хабар алынды.",
}


UNSURE = {
    "en": "now they'll grab the phone",
    "ru": "сейчас заберут телефон",
    "kk": "қазір телефонды тартып алады",
}
NO = {"en": "no, not mine", "ru": "нет, не мой", "kk": "жоқ, менікі емес"}
WORSE = {"en": "they are beating him", "ru": "его бьют", "kk": "оны ұрып жатыр"}


async def dies(world: World) -> None:
    """The process comes to rest, dies and starts again."""
    await world.settle()
    await world.restart()
    await world.settle()


async def says(world: World, person: Phone, *texts: str) -> None:
    for text in texts:
        await person.writes(text)
        await dies(world)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_check_in_that_is_missed_reaches_a_coordinator_and_then_a_lawyer(
    world: World, language: str
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    olga = await world.member("Olga", role="coordinator", languages=("en",))
    person = await world.person("Aset", language)
    await says(world, person, IN_TWO_HOURS[language], "+77015550165")
    await world.fast_forward(hours=2)
    await dies(world)
    assert not await all_cases(world)
    await world.fast_forward(minutes=11)
    await dies(world)
    await olga.expects("Missed check-in, not verified", "Almaty")
    await olga.taps("Ask lawyers")
    await dies(world)
    await lawyer.expects("somebody cannot be found")
    await lawyer.taps("I'll take it")
    await dies(world)
    [case] = await all_cases(world)
    assert case.owner_id is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_look_up_waits_for_a_coordinator(world: World, language: str) -> None:
    olga = await world.member("Olga", role="coordinator", languages=("en",))
    person = await world.person("Aida", language)
    await says(world, person, WHERE_IS[language], "Алматы", "+77010001122")
    await world.fast_forward(minutes=5)
    await dies(world)
    await olga.expects("+77010001122", "Almaty")
    await olga.taps("Called back")
    await dies(world)
    async with world.app.database.read(world.clock.now()) as tx:
        [one] = await tx.lookups.select()
    assert one.state == "called-back"
    assert not await all_cases(world)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hidden_report_goes_on_from_another_phone(world: World, language: str) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    rita = await world.person("Rita", language)
    await says(world, rita, TAKEN[language])
    code = await receipt(rita)
    await says(world, rita, "/hide", "he has a fever")
    assert await count(rita) == await count(rita, BLAND[language])
    await lawyer.taps("I'll take it")
    await dies(world)
    vera = await world.person("Vera", language)
    await says(world, vera, code, "Алматы", YES[language], "the door is green")
    await lawyer.expects("he has a fever", "the door is green")
    assert await count(rita) == await count(rita, BLAND[language])
    assert len(await all_cases(world)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_chat_in_doubt_stays_so_until_the_lawyer_has_heard_a_voice(
    world: World, language: str
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    rita = await world.person("Rita", language)
    await says(world, rita, TAKEN[language])
    await lawyer.taps("I'll take it")
    await says(world, rita, UNSURE[language])
    before = await count(rita) - await count(rita, BLAND[language])
    await says(world, rita, NO[language], WORSE[language], "?")
    await finds(world, lawyer, "On my way")
    await dies(world)
    assert await count(rita) - await count(rita, BLAND[language]) == before
    await lawyer.expects("may be in other hands", WORSE[language])
    await finds(world, lawyer, "Answer the reporter's chat again")
    await dies(world)
    await lawyer.taps("Yes, the phone is theirs")
    await dies(world)
    assert await count(rita) - await count(rita, BLAND[language]) > before
