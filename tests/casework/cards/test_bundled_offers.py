"""Offers of one station or one address are one row of the list; *take all* takes those that are still free."""

import pytest
from msgspec.structs import replace

from core.alerting.offer_bundles import pack_offers
from handlers.cards import live_cards
from handlers.casework import facts
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
TAKE_ALL = {"en": "Take all", "ru": "Беру все", "kk": "Бәрін аламын"}


async def of_one_place(desk: Desk, many: int, where: str = "Abay street 10") -> None:
    """So many people report, and say where."""
    for number in range(many):
        rita = await desk.reports(HELD, name=f"Rita {where} {number}")
        await rita.writes(where)


async def offers_to(desk: Desk, name: str) -> list[int]:
    """The ids of their offers, oldest first."""
    async with desk.reading() as tx:
        (member,) = [one for one in await tx.members.select() if one.name == name]
        return [offer.id for offer in await tx.alerts.by(member_id=member.id)]


@pytest.fixture
async def marat(desk: Desk) -> Person:
    """A lawyer with four offers of one address, and one of another."""
    made = await desk.lawyer("Marat")
    await of_one_place(desk, 4)
    await of_one_place(desk, 1, "Satpaev 22")
    await made.writes("/cases")
    return made


@pytest.mark.slow
async def test_they_are_one_row_which_says_no_more_than_offers_do(desk: Desk, marat: Person) -> None:
    seen = marat.sees("5 open offers", "[✅ Take all (4)] [None of these]")
    assert "📌 4 offers of one place · 📍 Almaty" in seen
    assert seen.count("somebody is detained") == 5
    assert "[✅ 1] [✅ 2] [✅ 3] [✅ 4]" in seen
    assert "[✅ Take 5 · Almaty]" in seen
    assert "Abay" not in seen  # the address is for whoever takes it


async def test_whoever_was_taken_to_one_station_is_one_row(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number, street in enumerate(("Abay street 10", "Satpaev 22")):
        rita = await desk.reports(HELD, name=f"Rita {number}")
        await rita.writes(street)
        async with desk.writing() as tx:
            case, member = await desk.case(), (await tx.members.select())[0]
            await facts.record(
                tx,
                desk.service,
                case,
                facts.member_claim(tx, case, member, "taken", "РОВД Ауэзовского района"),
            )
    await marat.writes("/cases")
    marat.sees("📌 2 offers of one place")


async def test_the_list_becomes_one_row_by_itself_and_without_a_sound_when_it_is_said_where(
    desk: Desk,
) -> None:
    marat = await desk.lawyer("Marat")
    reporters = [await desk.reports(HELD, name=f"Rita {number}") for number in range(4)]
    marat.sees("4 open offers", "[✅ Take 4 · Almaty]")
    marat.rang()
    came = marat.screen.came
    for rita in reporters:
        await rita.writes("Abay street 10")
    marat.sees("4 open offers", "[✅ Take all (4)]")
    assert (marat.rang(), marat.screen.came) == (0, came)


@pytest.mark.slow
async def test_one_press_takes_all_of_the_row_and_no_other(desk: Desk, marat: Person) -> None:
    marat.rang()
    await marat.presses("Take all (4)")
    codes = " · ".join([(await desk.case(number)).code for number in range(4)])
    marat.sees(f"4 cases are yours: {codes}.")
    states = [(await desk.case(number)).state.value for number in range(5)]
    assert states == ["accepted"] * 4 + ["open"]
    for number in range(4):
        assert ("accepted", "Marat", {}) in await desk.history(number)
        marat.sees(f"Case {(await desk.case(number)).code}", "Abay street 10")
    assert marat.rang() == 0


@pytest.mark.slow
async def test_of_those_that_colleagues_have_whoever_pressed_is_told(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await of_one_place(desk, 4)
    await marat.writes("/cases")
    data = next(
        button.data
        for shown in marat.screen.messages.values()
        for row in shown.rows
        for button in row
        if button.data.startswith("bundle:")
    )
    second = await desk.offer_to("Saule", await desk.case(1))
    await saule.presses_data(f"accept:{second.id}")
    await desk.lawyer("Igor")
    await marat.presses_data(data)
    free = " · ".join([(await desk.case(number)).code for number in (0, 2, 3)])
    marat.sees(
        f"3 cases are yours: {free}. A colleague had taken {(await desk.case(1)).code} before. Thank you."
    )
    assert (await desk.case(1)).owner_id == (await desk.membership(saule)).id
    await saule.presses_data(f"bundle:{pack_offers(await offers_to(desk, 'Saule'))}")
    assert (await desk.case(0)).owner_id == (await desk.membership(marat)).id
    saule.sees("A colleague has taken this case already. Thank you.")
    await marat.presses_data(data)  # once more: it is so already
    assert marat.count("cases are yours") == 1


@pytest.mark.slow
async def test_in_one_batch_two_who_take_all_never_have_one_case_both(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await of_one_place(desk, 5)
    mine, yours = await offers_to(desk, "Marat"), await offers_to(desk, "Saule")
    await desk.receive(
        marat.tap(f"bundle:{pack_offers(mine[:3])}"), saule.tap(f"bundle:{pack_offers(yours)}")
    )
    ids = (await desk.membership(marat)).id, (await desk.membership(saule)).id
    owners = [(await desk.case(number)).owner_id for number in range(5)]
    assert owners == [ids[0]] * 3 + [ids[1]] * 2
    saule.sees("2 cases are yours", "Colleagues had taken", (await desk.case(2)).code)


@pytest.mark.slow
async def test_none_of_these_asks_whoever_is_next_about_each(desk: Desk, marat: Person) -> None:
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await marat.presses("None of these")
    assert igor.screen.has(f"accept:{(await desk.offer_to('Igor', await desk.case(0))).id}")
    for number in range(4):
        assert (await desk.offer_to("Marat", await desk.case(number))).state == "declined"
    marat.sees("1 open offer:", "[✅ Take 5 · Almaty]")
    await marat.presses_data(f"bundle:{pack_offers((await offers_to(desk, 'Marat'))[:4])}")
    assert [(await desk.case(number)).owner_id for number in range(4)] == [
        None
    ] * 4  # what was declined stays so


@pytest.mark.slow
async def test_a_row_shows_and_a_press_takes_five_at_most(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await of_one_place(desk, 7)
    await marat.writes("/cases")
    marat.sees("[✅ Take all (5)]", "[✅ Take all (2)]")
    await marat.presses_data(f"bundle:{pack_offers(range(1, 8))}")
    assert [(await desk.case(number)).owner_id for number in range(7)] == [None] * 7


async def test_what_is_said_to_be_over_stands_alone(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await of_one_place(desk, 4)
    async with desk.writing() as tx:
        case = await desk.case(2)
        tx.cases.put(replace(case, says_over=True))
        await live_cards.touch_case(tx, case.id)
    await marat.writes("/cases")
    marat.sees("[✅ Take all (3)]", "[✅ Take 3 · Almaty]", "The reporter says that it is over.")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_page_of_rows_fits_one_message(desk: Desk, language: str) -> None:
    aigul = await desk.lawyer("Aigul", languages=(language,))
    for number in range(40):
        rita = await desk.reports("police took two men in Almaty, Medeu district", name=f"Rita {number}")
        await rita.writes(f"Abay street {number % 6}")
    await aigul.writes("/cases")
    shown = list(aigul.screen.messages.values())[-1]
    assert sum(button.data.startswith("bundle:") for row in shown.rows for button in row) == 6
    assert len(shown.text) < 4096 * 0.87  # longer words and names have room
    assert sum(map(len, shown.rows)) < 100  # as many buttons as Telegram takes


@pytest.mark.slow
async def test_what_one_chat_tells_often_is_not_bundled_with_what_others_tell(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    flood = await desk.reports(HELD, name="Flood")
    await flood.writes("Abay street 10")
    for _ in range(2):
        await flood.writes("/report", HELD, "Abay street 10")
    await of_one_place(desk, 2)
    await marat.writes("/cases")
    marat.sees("[✅ Take all (2)]", "3 of one chat")


@pytest.mark.slow
async def test_offers_of_others_cannot_be_taken_by_a_forged_button(desk: Desk, marat: Person) -> None:
    aidar = await desk.lawyer("Aidar", cities=("aktau",))
    theirs = await offers_to(desk, "Marat")
    for forged in (pack_offers(theirs[:2]), pack_offers(theirs[:1]), "x", "", "99", pack_offers([1])):
        for action in ("bundle", "unable"):
            await aidar.presses_data(f"{action}:{forged}")
            aidar.sees("is not possible any more")
    mixed = pack_offers([*(await offers_to(desk, "Marat"))[:1], 17])
    await marat.presses_data(f"bundle:{mixed}")
    assert (await desk.case(0)).owner_id is None


@pytest.mark.slow
async def test_a_button_kept_from_before_a_suspension_takes_nothing(desk: Desk, marat: Person) -> None:
    data = f"bundle:{pack_offers((await offers_to(desk, 'Marat'))[:4])}"
    await desk.suspends(marat)
    await marat.presses_data(data)
    marat.sees("Your membership is suspended")
    assert (await desk.case(0)).owner_id is None


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_in_three_languages(desk: Desk, language: str) -> None:
    aigul = await desk.lawyer("Aigul", languages=(language,))
    await of_one_place(desk, 3, "Абая 10")
    await aigul.writes("/cases")
    await aigul.presses(f"{TAKE_ALL[language]} (3)")
    codes = " · ".join([(await desk.case(number)).code for number in range(3)])
    said = {"en": "3 cases are yours", "ru": "3 дела теперь ваши", "kk": "3 іс енді сізде"}[language]
    aigul.sees(f"{said}: {codes}.")
