"""A receipt code alone opens nothing: whoever has it adds words, one question proves the rest, and guessing is noticed."""

import re

import pytest

from core.incoming import File, FileKind
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
SECRETS = ("Almaty", "lawyer", "coordinator", "Dana", "Taken", "closed", "55")
OTHER_PHONE = "Somebody writes about this report from another phone"


def code_of(person: Person) -> str:
    """The receipt code on the screen."""
    return person.sees("Your code: ").split("Your code: ")[1].split(".")[0]


async def coded(desk: Desk) -> tuple[Person, Person, str]:
    """Marat, who has the case; Rita, who reported it; her code."""
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    return marat, rita, code_of(rita)


def wrong(code: str, count: int) -> list[str]:
    """Codes of the same words that nobody has."""
    first, second, number = code.split()
    return [f"{first} {second} {n}" for n in range(10, 99) if n != int(number)][:count]


async def reports_of(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        return [report.state for report in await tx.reports.select()]


# --- the code alone


@pytest.mark.slow
async def test_the_code_alone_tells_nothing_and_moves_nothing(desk: Desk) -> None:
    _, rita, code = await coded(desk)
    await rita.writes("my number is +7 701 555 01 55")
    before = await desk.report()
    vera = desk.person("Vera")
    await vera.writes(code, "what is going on?", "is she free?", "where is she", "/cancel", "/start")
    vera.sees_nothing_of(
        "Code accepted", *(part for part in SECRETS if part not in ("lawyer", "coordinator"))
    )
    assert "lawyer" not in vera.sees("There is such a code") + vera.sees("Added. Those who work")
    assert await desk.report(0) == before


async def test_words_with_the_code_alone_reach_whoever_works_on_the_case_marked(desk: Desk) -> None:
    marat, _, code = await coded(desk)
    olga = await desk.coordinator()
    vera = desk.person("Vera")
    await vera.writes(code, "they beat her")
    marat.sees("«they beat her» (by the code, not proved)")
    marat.sees("somebody also writes from another phone with the code", "Dana Made-Up")
    marat.sees("new: ")  # with a sound: it matters to a lawyer
    olga.sees(OTHER_PHONE)
    assert olga.count(OTHER_PHONE) == 1
    await vera.writes("and again")
    assert olga.count(OTHER_PHONE) == 1
    assert "by_code" in [kind for kind, _, _ in await desk.history()]


async def test_words_with_the_code_alone_change_no_fact(desk: Desk) -> None:
    _, _, code = await coded(desk)
    before = await desk.case()
    vera = desk.person("Vera")
    await vera.writes(
        code, "it is over, she is free, a false alarm", "it is in Astana, five people, she is 16"
    )
    assert await desk.case() == before
    assert (await desk.report(0)).consent is None


async def test_words_with_the_code_alone_can_be_a_report_of_their_own(desk: Desk) -> None:
    marat, _, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, "police took Tim Made-Up in Aktau just now")
    await vera.presses("This is a new one")
    assert (await desk.case()).city == "aktau"
    marat.sees_nothing_of("Tim Made-Up")
    vera.sees("Your code: ")


# --- the second proof


@pytest.mark.parametrize("typed", ["Almaty", "in Almaty", "Алматыда", "Алматы қаласы"])
async def test_where_it_happened_brings_the_report_here(desk: Desk, typed: str) -> None:
    marat, rita, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, typed, "yes")
    vera.sees("Code accepted", "A lawyer is on it")
    assert (await desk.report()).address_id == (await desk.address(vera)).id
    assert "moved" in [kind for kind, _, _ in await desk.history()]
    marat.sees("they write from another phone")
    marat.sees_nothing_of("without proof")
    rita.sees("The report goes on from another phone now", "Hotline")


async def test_what_was_written_before_the_proof_counts_after_it(desk: Desk) -> None:
    _, _, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, "she is 16 years old")
    assert (await desk.case()).priority != "urgent"
    await vera.writes("Almaty", "yes")
    assert (await desk.case()).priority == "urgent"


@pytest.mark.slow
async def test_a_place_is_asked_three_times_a_day_over_all_phones(desk: Desk) -> None:
    marat, rita, code = await coded(desk)
    olga = await desk.coordinator()
    vera, sara = desk.person("Vera"), desk.person("Sara")
    await vera.writes(code, "Aktau", "Astana")
    vera.sees("The report says something else")
    await sara.writes(code, "Shymkent")
    sara.sees("The city is not asked here now")
    await sara.writes("Almaty")
    sara.sees_nothing_of("Code accepted")
    assert (await desk.report(0)).address_id == (await desk.address(rita)).id
    olga.sees(OTHER_PHONE)
    marat.sees("Shymkent")  # kept, as all words
    await desk.later(hours=25)
    await sara.writes(code, "Almaty", "yes")
    sara.sees("Code accepted")


async def test_a_place_half_an_hour_after_the_code_is_a_word_like_others(desk: Desk) -> None:
    marat, rita, code = await coded(desk)
    await marat.presses("Contacted")
    vera = desk.person("Vera")
    await vera.writes(code)
    await desk.later(minutes=31)
    await vera.writes("Almaty")
    vera.sees_nothing_of("Code accepted")
    marat.sees("«Almaty» (by the code, not proved)")
    assert (await desk.report(0)).address_id == (await desk.address(rita)).id


async def test_a_coordinator_who_has_spoken_with_them_brings_the_report_there(desk: Desk) -> None:
    _, _, code = await coded(desk)
    olga = await desk.coordinator()
    vera = desk.person("Vera")
    await vera.writes(code, "I do not know the town")
    await olga.opens(await desk.case())
    await olga.presses("🔑 17.09 12:00: it is them")
    vera.sees("Code accepted", "A lawyer is on it")
    olga.sees("the report goes on from that phone now")
    assert (await desk.report(0)).address_id == (await desk.address(vera)).id
    assert ("moved", "Olga", {}) in await desk.history()
    assert olga.count(OTHER_PHONE) == 0


async def test_a_coordinator_who_has_not_opened_the_case_confirms_nobody(desk: Desk) -> None:
    _, rita, code = await coded(desk)
    olga = await desk.coordinator()
    vera = desk.person("Vera")
    await vera.writes(code)
    async with desk.reading() as tx:
        (guest,) = await tx.guests.select()
    await olga.presses_data(f"proved:{guest.id}")
    await vera.presses_data(f"proved:{guest.id}")
    assert (await desk.report(0)).address_id == (await desk.address(rita)).id


# --- the phone that had it


async def test_words_from_the_first_phone_still_reach_the_case_and_begin_no_draft(desk: Desk) -> None:
    marat, rita, code = await coded(desk)
    olga = await desk.coordinator()
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes("she is beaten")
    rita.sees("Added. Those who work on the report read it.")
    marat.sees("«she is beaten» (from the earlier phone)")
    olga.sees(OTHER_PHONE)
    await rita.writes("nobody came")
    assert await reports_of(desk) == ["open"]
    await vera.writes("they hold her in Abay street")
    marat.sees("Abay street")


async def test_what_happens_elsewhere_is_a_report_of_its_own_on_the_first_phone(desk: Desk) -> None:
    _, rita, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes("police took Tim Made-Up in Aktau just now")
    assert (await desk.case()).city == "aktau"


async def test_the_first_phone_takes_its_report_back(desk: Desk) -> None:
    _, rita, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes(code, "Almaty", "yes")
    assert (await desk.report(0)).address_id == (await desk.address(rita)).id
    vera.sees("The report goes on from another phone now")


@pytest.mark.parametrize("before", ["/hide", "report/consent:no", "police are taking her phone"])
async def test_a_first_phone_that_may_be_read_by_others_is_told_nothing(desk: Desk, before: str) -> None:
    _, rita, code = await coded(desk)
    await (rita.presses_data(before) if before.startswith("report") else rita.writes(before))
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    vera.sees("Code accepted")
    rita.sees_nothing_of("goes on from another phone")


async def test_a_hidden_first_phone_still_adds_words(desk: Desk) -> None:
    marat, rita, code = await coded(desk)
    await rita.writes("/hide")
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes("help me")
    marat.sees("«help me» (from the earlier phone)")
    assert await reports_of(desk) == ["open"]


@pytest.mark.slow
async def test_muting_a_case_mutes_whoever_has_only_its_code(desk: Desk) -> None:
    _, _, code = await coded(desk)
    olga = await desk.coordinator()
    vera = desk.person("Vera")
    await vera.writes(code, "nonsense")
    await olga.opens(await desk.case())
    await olga.presses("Mute the reporter for 24 h")
    await vera.writes("more nonsense")
    assert vera.screen.texts()[-1] == "Thank you. The message has been received."


# --- how long


@pytest.mark.slow
async def test_a_code_holds_while_its_case_is_open_and_a_month_longer(desk: Desk) -> None:
    desk.without_clocks()  # they would ring each of these hours
    marat, _, code = await coded(desk)
    await marat.presses("Contacted")
    await desk.later(hours=24 * 35)
    one, two, three = desk.person("One"), desk.person("Two"), desk.person("Three")
    await one.writes(code)
    one.sees("There is such a code")
    await marat.presses("Close…", "Fine")
    await desk.later(hours=24 * 29)
    await two.writes(code)
    two.sees("There is such a code")
    await desk.later(hours=24 * 2)
    await three.writes(code, "Almaty", "yes")
    three.sees("There is no such code")
    three.sees_nothing_of("Code accepted")


async def test_words_with_the_code_of_a_closed_case_reach_coordinators_and_are_answered_alike(
    desk: Desk,
) -> None:
    marat, _, code = await coded(desk)
    olga = await desk.coordinator()
    vera, sara = desk.person("Vera"), desk.person("Sara")
    await vera.writes(code, "they came again")
    await marat.presses("Close…", "Fine")
    await sara.writes(code, "they came again")
    assert sara.screen.texts() == vera.screen.texts()
    olga.sees("has written again")


# --- guessing


async def test_a_failed_guess_leaves_no_draft(desk: Desk) -> None:
    _, _, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(*wrong(code, 7))
    assert await reports_of(desk) == ["open"]
    vera.sees("wait an hour")


async def test_a_typing_error_of_its_owner_costs_nothing(desk: Desk) -> None:
    _, _, code = await coded(desk)
    first, second, number = code.split()
    vera = desk.person("Vera")
    await vera.writes(f"{first} {second}{second[-1]} {number}", *wrong(code, 1), code, "Almaty", "yes")
    vera.sees("Code accepted")
    assert await reports_of(desk) == ["open"]


async def guess(desk: Desk, code: str, people: int) -> list[Person]:
    """So many strangers guess, one code each."""
    guessers = [desk.person(f"G{n}") for n in range(people)]
    for one, tried in zip(guessers, wrong(code, people), strict=True):
        await one.writes(tried)
    return guessers


@pytest.mark.slow
async def test_guessing_from_many_phones_is_told_once_to_administrators_and_coordinators(desk: Desk) -> None:
    _, _, code = await coded(desk)
    olga = await desk.coordinator()
    guessers = await guess(desk, code, 29)
    desk.administrator.sees_nothing_of("guessed")
    guessers[-1].sees("There is no such code")
    guessers = await guess(desk, code, 40)
    assert desk.administrator.count("Receipt codes are being guessed: 30 wrong ones") == 1
    assert olga.count("Somebody is guessing receipt codes") == 1
    guessers[-1].sees("no code is answered", "Hotline")


@pytest.mark.slow
async def test_while_codes_are_guessed_a_right_one_is_answered_as_a_wrong_one(desk: Desk) -> None:
    marat, rita, code = await coded(desk)
    olga = await desk.coordinator()
    await guess(desk, code, 30)
    vera, other = desk.person("Vera"), desk.person("Other")
    for person, typed in ((vera, code), (other, wrong(code, 1)[0])):
        await person.writes(typed, "Almaty", "they beat her", "she is ill")
    shown = [re.sub(r"code: [^.]+", "code", person.screen.text()) for person in (vera, other)]
    assert shown[0] == shown[1]
    marat.sees("«they beat her» (by the code, not proved)")  # and yet it reaches the case
    olga.sees(OTHER_PHONE)
    assert (await desk.report(0)).address_id == (await desk.address(rita)).id
    await rita.writes(code)  # in its own chat it is no guess
    rita.sees("Code accepted")
    await desk.later(minutes=61)
    await vera.writes(code, "Almaty", "yes")
    vera.sees("Code accepted")


async def test_a_photo_under_a_right_code_reaches_the_case_while_codes_are_guessed(desk: Desk) -> None:
    marat, _, code = await coded(desk)
    await guess(desk, code, 30)
    vera = desk.person("Vera")
    await vera.writes(code, file=File(FileKind.PHOTO, "photo-1"))
    marat.sees("[1 file]")
