"""While receipt codes are guessed, a chat reads the same whether its code is right or wrong, alone or among words."""

import re

import pytest

from core.incoming import File, FileKind
from handlers.reporting import receipt_codes
from tests.casework.reporting.test_receipt_codes import HELD, code_of, guess, wrong
from tests.casework.story_desk import Desk, Person

FOLLOWING = {  # what is written, the code in place of {}; "/later" is an hour
    "alone": ("{}", "they beat her"),
    "before words": ("{} they beat her", "she is ill"),
    "behind a city": ("Almaty, {}", "yes"),
    "beside an alarm": ("police took my husband in Astana, {}", "Aibek Made-Up"),
    "beside a question": ("{} how is she?", "/status"),
    "beside a withdrawal": ("{} do not publish her name", "/status"),
    "then a withdrawal": ("{}", "do not publish her name", "/status"),
    "then practice": ("{}", "/practice"),
    "then a draft": ("{} please", "what now", "/status", "delete everything"),
    "with signs that nobody sees": ("{}\u200b they beat her", "well?"),
    "again and again": ("{}", "{}", "{} she", "{} is", "{}", "{}"),
    "an hour later": ("{} they beat her", "/later", "she is ill", "Almaty", "/status"),
    "alone, an hour later": ("{}", "/later", "they beat her", "/practice"),
    "in a report": ("police took my husband in Astana", "{} his name is Aibek Made-Up", "/status"),
    "as a check-in": ("/checkin", "by 3pm", "{}", "Almaty"),
}
TRIED_BEFORE = 3, receipt_codes.TRIES - 1


async def guessed(desk: Desk) -> tuple[Person, str]:
    """Marat, who has the case; its code; thirty wrong ones were written."""
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    code = code_of(rita)
    await guess(desk, code, receipt_codes.OF_ALL)
    return marat, code


def read_by(person: Person) -> str:
    """All that stands in a chat, but for the code that is its own."""
    return re.sub(r"code: [^.]+", "code", person.screen.text())


async def both(desk: Desk, texts: tuple[str, ...], code: str, other: str) -> tuple[str, str]:
    """What the chat with the right code reads, and the one with a wrong code."""
    vera, eve = desk.person("Vera"), desk.person("Eve")
    for text in texts:
        if text == "/later":
            await desk.later(minutes=61)
            continue
        await vera.writes(text.replace("{}", code))
        await eve.writes(text.replace("{}", other))
        await desk.later(seconds=30)
    await desk.later(minutes=2)
    return read_by(vera), read_by(eve)


@pytest.mark.parametrize("how", FOLLOWING)
async def test_a_right_code_and_a_wrong_one_read_alike_then_and_later(desk: Desk, how: str) -> None:
    await desk.coordinator()
    _, code = await guessed(desk)
    right, false = await both(desk, FOLLOWING[how], code, wrong(code, 60)[-1])
    assert right == false


@pytest.mark.parametrize("before", TRIED_BEFORE)
async def test_how_often_a_chat_may_try_does_not_tell_which_code_was_right(desk: Desk, before: int) -> None:
    _, code = await guessed(desk)
    others = wrong(code, 80)[40:]
    tried = tuple(others[:before])
    after = tuple(others[before : before + 3])
    right, false = await both(desk, (*tried, "{}", *after), code, others[-1])
    assert right == false
    right, false = await both(desk, (*tried, "{} they beat her", *after), code, others[-1])
    assert right == false


async def test_the_words_beside_a_right_code_reach_the_case_all_the_same(desk: Desk) -> None:
    marat, code = await guessed(desk)
    await desk.person("Vera").writes(f"{code} they beat her")
    assert "they beat her" in marat.sees("(by the code, not proved)")
    assert code not in marat.screen.text()


async def test_a_withdrawal_beside_a_right_code_reaches_the_case_and_a_coordinator_reads_it(
    desk: Desk,
) -> None:
    marat, code = await guessed(desk)
    vera = desk.person("Vera")
    await vera.writes(f"{code} do not publish her name")
    marat.sees("do not publish her name")
    vera.sees(desk.service.words.say("en", "consent-passed-on"))


async def test_a_guest_from_before_stays_one_and_their_words_are_added(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    code = code_of(rita)
    vera = desk.person("Vera")
    await vera.writes(code)
    await guess(desk, code, receipt_codes.OF_ALL)
    await vera.writes(code, "they beat her")
    vera.sees("Added")
    marat.sees("they beat her")


async def test_a_voice_under_a_code_among_words_is_answered_alike(desk: Desk) -> None:
    _, code = await guessed(desk)
    vera, eve = desk.person("Vera"), desk.person("Eve")
    for person, typed in ((vera, code), (eve, wrong(code, 60)[-1])):
        await person.writes(f"{typed} listen", file=File(FileKind.VOICE, f"voice-{person.name}"))
    await desk.later(minutes=2)
    assert read_by(vera) == read_by(eve)
