"""A full export needs two coordinators; each step stays, and who asked cannot allow."""

import pytest
from msgspec.structs import replace

from core.exporting.scope import ExportPermit
from core.vocabulary import ConsentUse, Role
from handlers.exporting import export_permits
from tests.casework.story_desk import Desk, Person

ASKED = {
    "en": "/export 2018-09-01 2018-09-30 authorities a letter to the rapporteur",
    "ru": "/export 2018-09-01 2018-09-30 ведомства письмо докладчику",
    "kk": "/export 2018-09-01 2018-09-30 органдар баяндамашыға хат",
}
HOW = {
    "en": "An export with names: /export",
    "ru": "Выгрузка с именами: /export",
    "kk": "Аты-жөндері бар дерек шығару: /export",
}


async def two(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    return (
        await desk.coordinator("Olga", languages=(language,)),
        await desk.coordinator("Vera", languages=(language,)),
    )


async def permit(desk: Desk) -> ExportPermit:
    async with desk.reading() as tx:
        return (await tx.export_permits.select())[-1]


async def usable(desk: Desk) -> bool:
    number = (await permit(desk)).number
    async with desk.reading() as tx:
        return await export_permits.usable_permit(tx, number) is not None


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_one_asks_another_allows_and_the_number_stands_with_whoever_asked(
    desk: Desk, language: str
) -> None:
    olga, vera = await two(desk, language)
    await olga.writes(ASKED[language])
    assert not await usable(desk)
    await vera.presses(desk.service.words.say(language, "button-permit-allow"))
    found = await permit(desk)
    assert (found.purpose, found.allowed) == (ConsentUse.AUTHORITIES, True)
    assert found.settled_by == (await desk.membership(vera)).id
    olga.sees(f"--permit {found.number}")
    vera.sees_nothing_of(str(found.number))
    assert await usable(desk)


async def test_whoever_asked_cannot_allow_it(desk: Desk) -> None:
    olga, _ = await two(desk)
    await olga.writes(ASKED["en"])
    assert "Allow the full export" not in olga.screen.text()
    await olga.presses_data(f"permit:{(await permit(desk)).id}:yes")
    olga.sees("Another coordinator has to allow it")
    assert not await usable(desk)


@pytest.mark.slow
async def test_it_is_refused_or_taken_back(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Do not allow")
    olga.sees("Not allowed: Vera")
    await olga.writes(ASKED["en"])
    await olga.presses("Take it back")
    vera.sees("Not allowed: Olga")
    assert not await usable(desk)


async def test_the_first_answer_counts(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Do not allow")
    await vera.presses_data(f"permit:{(await permit(desk)).id}:yes")
    vera.sees("That is decided already")
    assert not await usable(desk)


async def test_a_question_that_nobody_answers_ends_after_a_day(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await desk.later(hours=25)
    vera.sees("Over: its day has passed.")
    await vera.presses_data(f"permit:{(await permit(desk)).id}:yes")
    assert not await usable(desk)


async def test_what_was_allowed_works_once_and_for_a_day(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await desk.later(hours=23)
    await vera.presses("Allow the full export")
    await desk.later(hours=23)
    assert await usable(desk)
    async with desk.writing() as tx:
        await export_permits.use_permit(tx, await permit(desk))
    assert not await usable(desk)
    olga.sees("Exported")
    async with desk.writing() as tx:
        await export_permits.tell_made(tx, desk.service, await permit(desk))
    desk.administrator.sees("A full export was made", "Olga", "Vera")


async def test_a_day_after_it_was_allowed_it_is_over(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Allow the full export")
    await desk.later(hours=25)
    assert not await usable(desk)
    olga.sees("Over")


async def test_an_export_that_failed_did_not_use_it_up(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Allow the full export")
    async with desk.writing() as tx:
        await export_permits.use_permit(tx, await permit(desk))
        await export_permits.give_back_permit(tx, await permit(desk))
    assert await usable(desk)


@pytest.mark.parametrize("who", ["Olga", "Vera"])
async def test_it_is_worth_nothing_once_one_of_the_two_is_suspended(desk: Desk, who: str) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Allow the full export")
    await desk.suspends(olga if who == "Olga" else vera)
    assert not await usable(desk)


@pytest.mark.parametrize("who", ["Olga", "Vera"])
async def test_it_is_worth_nothing_once_one_of_the_two_coordinates_no_more(desk: Desk, who: str) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Allow the full export")
    member = await desk.membership(olga if who == "Olga" else vera)
    async with desk.writing() as tx:
        tx.members.put(replace(member, role=Role.LAWYER))
    assert not await usable(desk)


async def test_whoever_coordinates_no_more_reads_neither_the_reason_nor_the_number(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    await vera.presses("Allow the full export")
    number = (await permit(desk)).number
    olga.sees(f"--permit {number}", "a letter to the rapporteur")
    for who in (olga, vera):
        await desk.suspends(who)
        who.sees_nothing_of(str(number), "rapporteur")


@pytest.mark.parametrize(
    "typed",
    [
        "/export",
        "/export 2018-09-01 2018-09-30 authorities",
        "/export 2018-09-30 2018-09-01 authorities why",
        "/export yesterday today authorities why",
        "/export 2018-09-01 2018-09-30 everybody why",
        "/export 2018-09-01 2018-13-30 authorities why",
        "/export 0001-01-01 9999-12-31 authorities why",
    ],
)
async def test_what_is_not_understood_is_explained_and_nothing_is_asked(desk: Desk, typed: str) -> None:
    for language, words in HOW.items():
        olga = await desk.coordinator(f"Olga {language}", languages=(language,))
        await olga.writes(typed)
        olga.sees(words)
    async with desk.reading() as tx:
        assert not await tx.export_permits.select()


async def test_the_permit_names_the_cases(desk: Desk) -> None:
    olga, vera = await two(desk)
    await olga.writes(ASKED["en"])
    vera.sees("01.09.2018 – 30.09.2018", "authorities", "Why: a letter to the rapporteur")
    scope = (await permit(desk)).scope(desk.now)
    assert scope.purpose is ConsentUse.AUTHORITIES
    opened = [at.isoformat() for at in (scope.opened_from, scope.opened_before) if at is not None]
    assert opened == ["2018-08-31T18:00:00+00:00", "2018-09-30T18:00:00+00:00"]  # midnight in Almaty
