"""Hide, and come back: the warning before a report moves, how long a hidden chat is silent, and hiding after closing."""

import re
from datetime import timedelta

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
HIDE_LATER = {
    "en": "please hide this chat when it is closed",
    "ru": "очистите чат, пожалуйста, когда дело закроют",
    "kk": "іс жабылғанда чатты тазалаңыз",
}
HIDE = {
    "en": ("hide this chat please", "hide now please", "empty this chat"),
    "ru": ("спрячь весь чат", "скройте нашу переписку"),
    "kk": ("чатты қазір жасыр", "чатты жасырып қойыңыз"),
}
YES = {"en": "yes", "ru": "да", "kk": "иә"}
NO = {"en": "no", "ru": "нет", "kk": "жоқ"}
BLAND = "Thank you. The message has been received."


def code_of(person: Person) -> str:
    """The receipt code on the screen."""
    found = re.search(r": (\w+ \w+ \d\d)\.", person.screen.text())
    assert found is not None
    return found[1]


async def is_hidden(desk: Desk, person: Person) -> bool:
    return (await desk.address(person)).silenced_at is not None


async def proved(desk: Desk, language: str = "en") -> tuple[Person, Person, str]:
    """Rita, who reported; Vera, who wrote the code and the city on another phone; the code."""
    rita = await desk.reports(HELD[language], language=language)
    code = code_of(rita)
    vera = desk.person("Vera", language)
    await vera.writes(code, "Алматы")
    return rita, vera, code


async def owner(desk: Desk) -> int:
    return (await desk.report(0)).address_id


# --- the warning before it moves


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["typed", "pressed"])
async def test_after_the_proof_a_warning_comes_first_and_a_yes_moves_it(
    desk: Desk, language: str, how: str
) -> None:
    say = desk.service.words.say
    rita, vera, _ = await proved(desk, language)
    vera.sees(say(language, "code-move"))
    assert await owner(desk) == (await desk.address(rita)).id
    vera.sees_nothing_of("Дан", "Dana", say(language, "code-open"))
    if how == "typed":
        await vera.writes(YES[language])
    else:
        await vera.presses(say(language, "button-move"))
    vera.sees(say(language, "code-open"))
    assert await owner(desk) == (await desk.address(vera)).id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["typed", "pressed"])
async def test_a_no_leaves_it_where_it_is_and_words_still_reach_the_case(
    desk: Desk, language: str, how: str
) -> None:
    marat = await desk.lawyer()
    say = desk.service.words.say
    rita, vera, code = await proved(desk, language)
    await marat.presses("I'll take it")
    if how == "typed":
        await vera.writes(NO[language])
    else:
        await vera.presses(say(language, "button-move-not"))
    vera.sees(say(language, "code-move-not"))
    assert await owner(desk) == (await desk.address(rita)).id
    await vera.writes("they are at the gate")
    marat.sees("«they are at the gate» (by the code, not proved)")
    await vera.writes(code, "Алматы", YES[language])
    assert await owner(desk) == (await desk.address(vera)).id


async def test_words_that_are_no_answer_move_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita, vera, _ = await proved(desk)
    await marat.presses("I'll take it")
    await vera.writes("she has a fever")
    marat.sees("«she has a fever» (by the code, not proved)")
    assert await owner(desk) == (await desk.address(rita)).id
    await vera.presses("Go on here")
    assert await owner(desk) == (await desk.address(vera)).id


async def test_a_yes_half_an_hour_later_answers_something_else(desk: Desk) -> None:
    rita, vera, _ = await proved(desk)
    await desk.later(minutes=31)
    await vera.writes("yes")
    assert await owner(desk) == (await desk.address(rita)).id
    await vera.presses("Go on here")  # the button says what it does
    assert await owner(desk) == (await desk.address(vera)).id


async def test_nobody_else_and_nobody_unproved_presses_it(desk: Desk) -> None:
    rita, vera, code = await proved(desk)
    sara = desk.person("Sara")
    await sara.writes(code)
    async with desk.reading() as tx:
        guests = {guest.address_id: guest.id for guest in await tx.guests.select()}
    here, other = (await desk.address(vera)).id, (await desk.address(sara)).id
    for person, data in (
        (sara, f"move:{guests[here]}:here"),
        (sara, f"move:{guests[other]}:here"),
        (rita, f"move:{guests[here]}:here"),
        (vera, f"move:{guests[here]}:elsewhere"),
    ):
        await person.presses_data(data)
        assert await owner(desk) == (await desk.address(rita)).id


async def test_pressed_twice_it_moves_once(desk: Desk) -> None:
    rita, vera, _ = await proved(desk)
    _, button = vera.screen.button("Go on here")
    await vera.presses("Go on here")
    await vera.presses_data(button.data)
    assert [kind for kind, _, _ in await desk.history()].count("moved") == 1
    assert rita.count("goes on from another phone") == 1


# --- how long it is silent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "too_early", "late_enough"),
    [("", 5, 7), ("settings:hours", 5, 7), ("settings:day", 23, 25)],
)
async def test_the_code_opens_the_hidden_chat_after_the_time_that_was_chosen(
    desk: Desk, chosen: str, too_early: int, late_enough: int
) -> None:
    rita = await desk.reports(HELD["en"])
    code = code_of(rita)
    if chosen:
        await rita.presses_data(chosen)
    await rita.writes("/hide")
    await desk.later(hours=too_early)
    await rita.writes(code)
    assert set(rita.screen.texts()) == {BLAND}
    await desk.later(hours=late_enough - too_early)
    await rita.writes(code)
    rita.sees("Code accepted")


@pytest.mark.slow
async def test_elsewhere_it_opens_only_once_the_report_was_brought_to_another_phone(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    code = code_of(rita)
    await rita.writes("/settings only after another phone", "/hide")
    await desk.later(hours=24 * 5)
    await rita.writes(code)
    assert set(rita.screen.texts()) == {BLAND}
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes("nothing else", "apple river 17")
    assert set(rita.screen.texts()) == {BLAND}
    await rita.writes(code)
    assert not await is_hidden(desk, rita)
    rita.sees("There is such a code")  # the report is elsewhere, and nothing of it is told
    rita.sees_nothing_of("lawyer", "Almaty")


async def test_a_hidden_chat_whose_report_went_elsewhere_comes_back_too(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    code = code_of(rita)
    await rita.writes("/hide")
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await rita.writes(code)
    assert set(rita.screen.texts()) == {BLAND}
    await desk.later(hours=7)
    await rita.writes(code)
    rita.sees("There is such a code")


async def test_nothing_can_be_chosen_in_a_hidden_chat(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    await rita.writes("/hide", "/settings", "/settings after 1 day")
    await rita.presses_data("settings:day")
    await rita.presses_data("later:stays")
    assert set(rita.screen.texts()) == {BLAND}
    assert (await desk.address(rita)).returns is None


@pytest.mark.slow
async def test_a_coordinator_says_from_when_on_the_code_opens_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["en"])
    code = code_of(rita)
    await olga.opens(await desk.case())
    assert not olga.screen.text().count("When may the code open it?")
    await rita.writes("/hide")
    await olga.presses("When may the code open it?")
    olga.sees("Now: after six hours")
    await olga.presses("After 1 day")
    olga.sees("the code opens the hidden chat after one day")
    await desk.later(hours=7)
    await rita.writes(code)
    assert set(rita.screen.texts()) == {BLAND}
    assert ("silence", "Olga", {"returns": "day"}) in await desk.history()
    await olga.presses("History")
    olga.sees("the code opens the hidden chat: after one day")
    await desk.later(hours=18)
    await rita.writes(code)
    rita.sees("Code accepted")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_settings_show_what_is_chosen_and_take_it_by_buttons_and_by_words(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita = desk.person("Rita", language)
    await rita.writes("/settings")
    rita.sees(say(language, "returns-hours"))
    await rita.presses(say(language, "settings-day"))
    rita.sees(say(language, "returns-day"))
    await rita.writes(f"/settings {say(language, 'settings-elsewhere')}")
    rita.sees(say(language, "returns-elsewhere"))
    await rita.writes("/settings whatever")
    rita.sees(say(language, "settings-unknown"))
    assert (await desk.address(rita)).returns == "elsewhere"
    async with desk.reading() as tx:
        assert not await tx.reports.select()


async def test_a_member_does_not_choose_how_long_their_chat_is_silent(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/settings", "/settings after 1 day")
    await marat.presses_data("settings:day")
    await marat.presses_data("later:hides")
    marat.sees("a coordinator brings you back after a call")
    address = await desk.address(marat)
    assert (address.returns, address.after_closing) == (None, None)


# --- after closing


async def closed(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Marat, and Rita, whose report is closed, and who allowed news."""
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.allows_news()
    await marat.presses("I'll take it", "Close…", "Fine")
    return marat, rita


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["typed", "pressed"])
async def test_it_is_offered_with_the_news_that_it_is_closed_and_done_six_hours_later(
    desk: Desk, language: str, how: str
) -> None:
    say = desk.service.words.say
    _, rita = await closed(desk, language)
    code = code_of(rita)
    rita.sees(say(language, "hide-later-asked"))
    if how == "typed":
        await rita.writes(YES[language])
    else:
        await rita.presses(say(language, "button-later-hides"))
    rita.sees(say(language, "hide-later-hides", when="soon"))
    await desk.later(hours=5, minutes=59)
    assert not await is_hidden(desk, rita)
    rita.rang()
    await desk.later(minutes=2)
    assert await is_hidden(desk, rita)
    assert rita.screen.texts() == []
    assert rita.rang() == 0
    assert not rita.screen.menu
    await rita.writes("hello")
    assert rita.screen.texts() == [say(language, "bland")]
    await desk.later(hours=7)
    await rita.writes(code)
    assert not await is_hidden(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["typed", "pressed", "nothing"])
async def test_who_does_not_say_yes_keeps_the_chat_and_is_not_asked_again(
    desk: Desk, language: str, how: str
) -> None:
    say = desk.service.words.say
    marat, rita = await closed(desk, language)
    if how == "typed":
        await rita.writes(NO[language])
    elif how == "pressed":
        await rita.presses(say(language, "button-later-stays"))
    await desk.later(hours=24)
    assert not await is_hidden(desk, rita)
    await rita.writes(f"/report {HELD[language]}")
    await marat.presses("I'll take it", "Close…", "Fine")
    assert rita.count(say(language, "hide-later-asked")) == (how != "pressed")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_said_in_words_long_before_it_is_done_after_closing(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(HIDE_LATER[language])
    rita.sees(say(language, "hide-later-hides", when="later"))
    await marat.presses("I'll take it")
    await desk.later(minutes=10)
    assert not await is_hidden(desk, rita)
    await marat.presses("Close…", "Fine")
    rita.sees_nothing_of(say(language, "hide-later-asked"))
    await desk.later(hours=7)
    assert rita.screen.texts() == []
    assert await is_hidden(desk, rita)


async def test_who_wants_no_news_is_not_asked_and_can_choose_it_in_the_settings(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await rita.allows_news("no")
    await rita.presses_data("settings:hides")
    await marat.presses("I'll take it", "Close…", "Fine")
    rita.sees_nothing_of("Shall this chat be emptied")
    await desk.later(hours=7)
    assert await is_hidden(desk, rita)


@pytest.mark.slow
async def test_what_is_open_again_or_begun_anew_is_not_hidden(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await olga.opens(await desk.case())
    await olga.presses("Open again")
    await desk.later(hours=24)
    assert not await is_hidden(desk, rita)
    await marat.presses("I'll take it", "Close…", "Fine")
    await rita.writes("/report police took Tim Made-Up in Almaty just now")
    await desk.later(hours=24)
    assert not await is_hidden(desk, rita)
    await marat.presses("I'll take it", "Close…", "Fine")
    await desk.later(hours=7)
    assert await is_hidden(desk, rita)


async def test_a_check_in_is_waited_for(desk: Desk) -> None:
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await rita.writes("/checkin", "in 12 hours", "Almaty", "a meeting", "no")
    await rita.presses_data("checkin/review:!confirm")
    await desk.later(hours=7)
    assert not await is_hidden(desk, rita)
    await rita.writes("I'm fine", "yes")
    await desk.later(hours=6)
    assert await is_hidden(desk, rita)
    assert len([kind for kind, _, _ in await desk.history() if kind == "hidden_after"]) == 1


async def test_a_draft_that_a_coordinator_may_still_read_is_waited_for(desk: Desk) -> None:
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await rita.writes("/report", "something strange is going on around here")
    await desk.later(hours=20)
    assert not await is_hidden(desk, rita)
    await desk.later(hours=20)
    assert await is_hidden(desk, rita)


async def test_who_changes_their_mind_keeps_the_chat(desk: Desk) -> None:
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await rita.writes("/settings leave it when closed")
    await desk.later(hours=20)
    assert not await is_hidden(desk, rita)


@pytest.mark.slow
async def test_the_card_does_not_say_that_the_phone_is_taken(desk: Desk) -> None:
    olga = await desk.coordinator()
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await desk.later(hours=7)
    await olga.opens(await desk.case())
    olga.sees("had this chat hidden after closing")
    olga.sees_nothing_of("phone is taken")
    await olga.presses("Answer the reporter's chat again", "Yes, the phone is theirs")
    assert not await is_hidden(desk, rita)
    olga.sees_nothing_of("had this chat hidden after closing")
    assert (await desk.address(rita)).after_closing == "hides"  # no reason any more why it is hidden


async def test_who_is_on_the_roster_by_then_is_not_hidden(desk: Desk) -> None:
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    await desk.lawyer("Rita", person=rita)
    await desk.later(hours=7)
    assert not await is_hidden(desk, rita)


async def test_the_phone_that_had_the_report_is_hidden_too_if_it_said_so(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    code = code_of(rita)
    await rita.presses_data("settings:hides")
    vera = desk.person("Vera")
    await vera.writes(code, "Almaty", "yes")
    await marat.presses("I'll take it", "Close…", "Fine")
    await desk.later(hours=7)
    assert await is_hidden(desk, rita)
    assert not await is_hidden(desk, vera)


async def test_after_downtime_it_is_done_at_once(desk: Desk) -> None:
    _, rita = await closed(desk)
    await rita.presses("Yes, empty it")
    desk.now += timedelta(hours=30)
    await desk.later(minutes=0)
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize(("language", "said"), [(one, said) for one in LANGUAGES for said in HIDE[one]])
async def test_hide_this_chat_in_words_offers_the_button_that_does_it(
    desk: Desk, language: str, said: str
) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(said)
    assert not await is_hidden(desk, rita)
    await rita.presses(desk.service.words.say(language, "button-hide-mine"))
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_to_be_hidden_later_offers_no_button_that_hides_now(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(HIDE_LATER[language])
    rita.sees_nothing_of(desk.service.words.say(language, "button-hide-mine"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_no_behind_the_yes_leaves_the_chat_as_it_is(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    _, rita = await closed(desk, language)
    await rita.writes(YES[language], NO[language])
    rita.sees(desk.service.words.say(language, "hide-later-stays", when="soon"))
    assert olga.rang() == 0
    await desk.later(hours=7)
    assert not await is_hidden(desk, rita)
