"""What somebody writes who came with a code is kept before anything is asked of it, and is heard."""

import re

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
OTHER_PHONE = "Somebody writes about this report from another phone"
WHO_AND_WHERE = {
    "en": "Turksib police station, I am Daniyar Ospankul",
    "ru": "Турксибский ровд, я Данияр Оспанкул",
    "kk": "Түрксіб РОВД, мен Данияр Оспанқұлмын",
}


async def coded(desk: Desk) -> tuple[Person, Person, str]:
    """Olga, who coordinates; Marat, who has the case of a report; its code."""
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    olga.rang()
    return olga, marat, rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]


def wrong(code: str, count: int) -> list[str]:
    """Codes of the same words that nobody has."""
    first, second, number = code.split()
    return [f"{first} {second} {n}" for n in range(10, 99) if n != int(number)][:count]


async def words_of_report(desk: Desk, number: int = 0) -> list[str]:
    """What is kept of the first report, or of another."""
    report = await desk.report(number)
    async with desk.reading() as tx:
        return [str(entry.payload.get("text")) for entry in await tx.entries.by(report_id=report.id)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_and_where_from_a_borrowed_phone_stand_on_the_card_and_are_heard(
    desk: Desk, language: str
) -> None:
    olga, marat, code = await coded(desk)
    guest = desk.person("Guest", language)
    await guest.writes(code, WHO_AND_WHERE[language])
    assert WHO_AND_WHERE[language] in await words_of_report(desk)
    marat.sees(f"«{WHO_AND_WHERE[language]}» (by the code, not proved)")
    olga.sees(OTHER_PHONE)
    assert olga.rang() == 1
    guest.sees(desk.service.words.say(language, "guest-added"))


@pytest.mark.parametrize("said", ["{code}: {words}", "{words}\n{code}"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_in_the_message_of_the_code_are_kept_without_it(
    desk: Desk, language: str, said: str
) -> None:
    olga, marat, code = await coded(desk)
    guest = desk.person("Guest", language)
    await guest.writes(said.format(code=code, words=WHO_AND_WHERE[language]))
    assert (await words_of_report(desk))[-1] == WHO_AND_WHERE[language]
    marat.sees(f"«{WHO_AND_WHERE[language]}» (by the code, not proved)")
    assert olga.rang() == 1
    guest.sees(desk.service.words.say(language, "guest-added"))


async def test_a_wrong_city_and_a_city_that_is_not_asked_any_more_are_kept_and_said_to_be(desk: Desk) -> None:
    _, marat, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes(code, "Aktau, by the sea", "Astana, I think", "Shymkent, or near it")
    for words in ("Aktau, by the sea", "Astana, I think", "Shymkent, or near it"):
        marat.sees(f"«{words}» (by the code, not proved)")
    assert guest.count("Added. Those who work on the report read it.") == 3


async def test_what_was_written_before_the_code_is_heard_with_it(desk: Desk) -> None:
    olga, marat, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes("my name is Daniyar Ospankul")
    olga.rang()
    await guest.writes(code)
    marat.sees("«my name is Daniyar Ospankul» (by the code, not proved)")
    assert olga.count(OTHER_PHONE) == 1
    assert olga.rang() == 1


async def test_a_phone_with_a_report_of_its_own_is_borrowed_too(desk: Desk) -> None:
    olga, marat, code = await coded(desk)
    lender = await desk.reports("police took Tim Made-Up in Aktau", name="Lender")
    await lender.writes(code, "I am in a cell, Daniyar Ospankul")
    assert "I am in a cell, Daniyar Ospankul" in await words_of_report(desk, 0)
    marat.sees("«I am in a cell, Daniyar Ospankul» (by the code, not proved)")
    await desk.later(minutes=31)
    await lender.writes("he has a grey coat")
    assert "he has a grey coat" in await words_of_report(desk, 1)
    assert olga.count(OTHER_PHONE) == 1


async def test_a_burst_sounds_once_and_what_comes_later_sounds_again(desk: Desk) -> None:
    olga, _, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes(code, "I am Daniyar", "the walls are grey", "it is cold")
    assert olga.rang() == 1
    await desk.later(minutes=11)
    olga.rang()
    await guest.writes("they are moving us")
    assert olga.rang() == 1
    assert olga.count(OTHER_PHONE) == 1


@pytest.mark.parametrize("how", ["hidden", "muted"])
async def test_a_silent_chat_of_a_guest_makes_no_further_sound_and_is_told_nothing(
    desk: Desk, how: str
) -> None:
    olga, marat, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes(code, "I am Daniyar")
    if how == "hidden":
        await guest.writes("/hide")
    else:
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    await desk.later(minutes=11)
    olga.rang()
    await guest.writes("give me the lawyer's number")
    assert olga.rang() == 0
    assert guest.screen.texts()[-1] == "Thank you. The message has been received."
    marat.sees("«give me the lawyer's number» (by the code, not proved)")


async def test_while_codes_are_guessed_words_beside_a_right_code_reach_the_case_and_are_answered_as_beside_a_wrong_one(
    desk: Desk,
) -> None:
    olga, marat, code = await coded(desk)
    for number, guess in enumerate(wrong(code, 30)):
        await desk.person(f"G{number}").writes(guess)
    olga.rang()
    right, guesser = desk.person("Right"), desk.person("Guesser")
    words = "they beat Daniyar Ospankul"
    for person, typed in ((right, code), (guesser, wrong(code, 31)[-1])):
        await person.writes(f"{typed} {words}", "Almaty")
    shown = [re.sub(r"code: [^.]+", "code", person.screen.text()) for person in (right, guesser)]
    assert shown[0] == shown[1]
    assert words in await words_of_report(desk)
    marat.sees(f"«{words}» (by the code, not proved)")
    olga.sees(OTHER_PHONE)


async def test_who_guessed_too_often_is_looked_up_nowhere_and_their_words_still_reach_a_coordinator(
    desk: Desk,
) -> None:
    olga, _, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes(*wrong(code, 5))
    await guest.writes(f"{code} police are beating Daniyar Ospankul")
    assert await words_of_report(desk) == [HELD]
    await desk.later(minutes=2)
    assert olga.rang() >= 1


async def test_nothing_of_the_report_is_told_to_whoever_adds_words(desk: Desk) -> None:
    _, _, code = await coded(desk)
    guest = desk.person("Guest")
    await guest.writes(f"{code} I am Daniyar", "who is held?", "is somebody coming?", "Turksib")
    guest.sees_nothing_of("Dana", "lawyer", "Marat", "Code accepted")


async def test_the_city_that_proves_it_changes_no_answer_of_the_report(desk: Desk) -> None:
    _, _, code = await coded(desk)
    async with desk.reading() as tx:
        (before,) = await tx.dialogues.select()
    await desk.person("Guest").writes(code, "in Almaty", "yes")
    assert (await words_of_report(desk))[-2:] == ["in Almaty", "None"]  # and that it moved
    async with desk.reading() as tx:
        (after,) = await tx.dialogues.select()
    assert after.answers == before.answers


WORDS = {
    "en": "he is in the cell on the left, they do not open",
    "ru": "он в камере слева, не открывают",
    "kk": "ол сол жақтағы камерада, есікті ашпай жатыр",
}


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("app", ["ru", "tr"])
async def test_a_guest_is_answered_in_the_language_of_their_words(
    desk: Desk, language: str, app: str, beside: bool
) -> None:
    _, _, code = await coded(desk)
    guest = desk.person("Guest", app)
    await guest.writes(f"{code}: {WORDS[language]}" if beside else code)
    if not beside:
        await guest.writes(WORDS[language])
    guest.sees(desk.service.words.say(language, "guest-added"))


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_a_code_alone_is_answered_in_the_language_of_the_report(desk: Desk, language: str) -> None:
    told = {"ru": "полиция задержала Дану в Алматы", "kk": "Алматыда Дананы полиция ұстады"}
    rita = await desk.reports(told[language], language=language)
    label = desk.service.words.say(language, "report-opened", code="@", asked="lawyers")
    before = label.split("@")[0].splitlines()[-1]
    code = rita.sees(before).split(before)[1].split(".")[0]
    guest = desk.person("Guest", "tr")
    await guest.writes(code)
    guest.sees(desk.service.words.say(language, "code-proof"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_writes_after_the_end_is_answered_in_the_language_of_their_words(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Released", "Released")
    await rita.writes(WORDS[language].split(",")[0].replace("ол", "ол кеше"))
    assert (await desk.address(rita)).language == language
