"""*Released* while more people were told of, or somebody is said to be kept: who is out is asked first."""

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TWO = {
    "en": "police took Dana Made-Up and Aidos Invented in Almaty",
    "ru": "полиция задержала Дану Придуманову и Айдоса Выдуманова в Алматы",
    "kk": "Алматыда полиция екі адамды ұстады",
}
KEPT = {
    "en": "I'm out. They kept Aliya",
    "ru": "меня отпустили, Алию оставили",
    "kk": "мені босатты, Әлияны алып қалды",
}
ALONE = {
    "en": "they detained me in Almaty",
    "ru": "меня задержали в Алматы",
    "kk": "мені Алматыда ұстады",
}


async def taken(desk: Desk, told: str, language: str = "en") -> tuple[Person, Person]:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(told, language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    return rita, marat


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_several_people_it_is_asked_who_is_out(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    _, marat = await taken(desk, TWO[language], language)
    await marat.presses(say(language, "button-released"))
    labels = [say(language, key) for key in ("close-all-out", "close-these-out", "close-none-out")]
    marat.sees("513-742", *(f"[{label}]" for label in labels))
    assert (await desk.case()).state == "accepted"
    await marat.presses(say(language, "close-none-out"))
    assert (await desk.case()).state == "accepted"
    await marat.presses(say(language, "button-released"), say(language, "close-all-out"))
    assert ((await desk.case()).state, (await desk.case()).outcome) == ("closed", "released")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_who_is_told_to_be_kept_is_asked_about_by_every_way_to_close(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita, marat = await taken(desk, ALONE[language], language)
    await rita.writes(KEPT[language])
    case = await desk.case()
    for data in (f"closing:{case.id}:released", f"closed:{case.id}:released"):
        await marat.presses_data(data)
        assert (await desk.case()).state == "accepted"
    marat.sees(f"[{say(language, 'close-these-out')}]")


async def test_that_not_all_are_out_is_remembered_without_a_name(desk: Desk) -> None:
    rita, marat = await taken(desk, ALONE["en"])
    await rita.writes("I'm out")
    await rita.presses("Not all", "I do not know")
    await marat.presses("Released")
    marat.sees("Who is out?", "[All are out: close]")


async def test_one_person_alone_is_closed_as_before(desk: Desk) -> None:
    _, marat = await taken(desk, ALONE["en"])
    await marat.presses("Released", "Released")
    assert (await desk.case()).state == "closed"


async def test_these_are_out_and_whoever_wrote_of_them_hears_it_without_a_name(desk: Desk) -> None:
    rita, marat = await taken(desk, TWO["en"])
    await rita.allows_news()
    sara = await desk.reports("police took Aidos Invented in Almaty", name="Sara")
    async with desk.writing() as tx:
        first, second = await tx.reports.select()
        tx.reports.put(replace(second, case_id=first.case_id))
    case = await desk.case(0)
    rita.rang(), sara.rang()
    await marat.presses("Released", "These…")
    marat.sees("who is out?", "[Dana Made-Up]", "[Aidos Invented]")
    await marat.presses("Dana Made-Up")
    assert (await desk.case(0)).state == "accepted"
    rita.sees("Somebody of whom you wrote is out: a member of ours says so.")
    rita.sees_nothing_of("Dana")
    assert (rita.rang(), sara.rang()) == (1, 0)
    sara.sees_nothing_of("is out")
    await marat.presses_data(f"someout:{case.id}")
    text = marat.sees("who is out?", "[Aidos Invented]")
    assert "Dana" not in text


async def test_when_nobody_is_left_it_is_asked_whether_to_close(desk: Desk) -> None:
    _, marat = await taken(desk, TWO["en"])
    await marat.presses("Released", "These…", "Dana Made-Up", "Aidos Invented")
    marat.sees("nobody is held any more. Close it?")
    assert (await desk.case()).state == "accepted"
    await marat.presses("All are out: close")
    assert (await desk.case()).outcome == "released"


async def test_of_people_without_names_so_many_are_out_as_are_pressed(desk: Desk) -> None:
    _, marat = await taken(desk, "police took three people in Almaty")
    await marat.presses("Released", "These…", "Somebody without a name")
    marat.sees("Still held: 2.")
    await marat.presses("Somebody without a name")
    marat.sees("Still held: 1.")


async def test_a_coordinator_who_has_not_opened_the_case_sees_no_name(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(TWO["en"])
    case = await desk.case()
    await olga.presses_data(f"closing:{case.id}:released")
    await olga.presses("These…")
    olga.sees("Why do you need to see this case?")
    olga.sees_nothing_of("Dana")
    await olga.presses_data(f"isout:{case.id}:new:")
    assert not [line for line in await desk.history() if line[0] == "closed"]


async def test_a_list_of_names_goes_when_the_case_is_given_back(desk: Desk) -> None:
    _, marat = await taken(desk, TWO["en"])
    await marat.presses("Released", "These…")
    await marat.presses("Give back")
    marat.sees_nothing_of("Dana")
