"""Who is out was asked of one person, and is answered in passing; what another hand may write on a phone ends nothing; how
it stands is told from the last step of the lawyer.
"""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = {
    "ru": "Алматы, задержали моего мужа",
    "en": "Almaty, police took my brother",
    "kk": "Алматыда ағамды ұстады",
}
OUT = {"ru": "его отпустили", "en": "he is out", "kk": "оны босатты"}
CLEAR = [
    ("ru", "сидит рядом со мной, чай пьёт"),
    ("ru", "спасибо вам огромное"),
    ("en", "he is sitting next to me"),
    ("en", "thank you so much"),
    ("kk", "қасымда отыр, рақмет"),
]
PHONE = {
    "ru": "они телефон забирают",
    "en": "they are taking the phone",
    "kk": "олар телефондарды жинап жатыр",
}
CAPTOR = [
    ("ru", "удалите всё, я ошиблась, всё хорошо"),
    ("ru", "ложная тревога, его отпустили"),
    ("en", "delete it, I was mistaken, all is well"),
    ("kk", "бәрін өшіріңіз, қателесіппін, бәрі жақсы"),
]


async def taken(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


@pytest.mark.parametrize(("language", "text"), CLEAR)
async def test_that_they_are_well_or_thanks_answers_who_is_out(desk: Desk, language: str, text: str) -> None:
    rita, _, olga = await taken(desk, language)
    await rita.writes(OUT[language])
    await desk.later(minutes=1)
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "out-all-noted").split("\n")[0])
    assert ((await desk.case()).says_over, olga.rang()) == (True, 1)
    await desk.later(minutes=10)
    olga.sees_nothing_of(desk.service.words.say("en", "ask-better")[:30])
    assert olga.rang() == 0


async def test_an_answer_that_does_not_come_rings_coordinators_once_in_a_night(desk: Desk) -> None:
    rita, marat, olga = await taken(desk, "en")
    await marat.writes("on my way")
    for _ in range(3):
        await rita.writes("two were let go")
        await desk.later(minutes=12)
    assert olga.rang() == 1
    olga.sees(desk.service.words.say("en", "ask-better")[:30])


@pytest.mark.parametrize(("language", "text"), CAPTOR)
async def test_what_another_hand_may_write_ends_nothing_and_has_no_answer(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await taken(desk, language)
    await rita.writes(PHONE[language])
    assert olga.rang() == 1
    await desk.later(minutes=12)
    olga.rang(), marat.rang()
    await rita.writes(text)
    case = await desk.case()
    assert (case.says_over, case.says_false, case.ongoing == "no") == (False, False, False)
    assert (marat.rang(), olga.rang()) == (1, 0)  # who has it: that there are words
    assert "phone" in olga.screen.texts()[-1].splitlines()[0]
    for member in (olga, marat):
        assert "[Answer]" not in member.screen.text()
    marat.sees(text)


async def test_how_it_stands_is_told_from_the_last_step(desk: Desk) -> None:
    say = desk.service.words.say
    rita, marat, _ = await taken(desk, "en")
    case = await desk.case()
    for step in ("on_my_way", "admitted"):
        await marat.presses_data(f"first:{case.id}:{step}")
        await desk.later(minutes=10)
    await rita.writes("/status")
    rita.sees(say("en", "stands-accepted", stage="at-station", time="12:11"))
    await desk.later(hours=13)
    await rita.writes("/status")
    assert say("en", "stands-accepted", stage="none", time="17.09 12:00") in rita.screen.texts()[-1]


async def test_after_a_court_nobody_is_on_the_way_to_it_any_more(desk: Desk) -> None:
    say = desk.service.words.say
    rita, marat, _ = await taken(desk, "en")
    await marat.writes("hearing today at 15:00")
    await marat.presses_data(f"first:{(await desk.case()).id}:on_my_way")
    await rita.writes("/status")
    assert say("en", "stands-accepted", stage="on-my-way", time="12:01") in rita.screen.texts()[-1]
    await desk.later(hours=4)
    await rita.writes("/status")
    assert say("en", "stands-accepted", stage="none", time="12:00") in rita.screen.texts()[-1]
