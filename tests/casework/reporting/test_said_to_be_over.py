"""What is said to be over rings nobody, until a coordinator can have called back; the opposite rings at once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.alerting.quiet_hours import next_daytime
from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
HELD = TOLD["en"]
OVER = {
    "en": "she was released, no lawyer needed",
    "ru": "её отпустили, адвокат не нужен",
    "kk": "оны босатты, адвокат керек емес",
}
AGAIN = {"en": "they have detained her again", "ru": "её снова забрали", "kk": "оны қайтадан алып кетті"}
ALMATY = ZoneInfo("Asia/Almaty")


async def many_lawyers(desk: Desk) -> dict[str, Person]:
    return {name: await desk.lawyer(name) for name in (f"Lawyer {number}" for number in range(8))}


async def asked(desk: Desk) -> int:
    return len(await desk.states())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_by_day_a_coordinator_is_asked_at_once_and_nobody_else_meanwhile(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    rita = await desk.reports(TOLD[language], language=language)
    before, _ = await asked(desk), olga.rang()
    await rita.tells_all_out(OVER[language])
    rita.sees(desk.service.words.say(language, "out-all-noted").splitlines()[0])
    olga.sees("says that it is over", "[Released] [It is not over]")
    await desk.later(minutes=14)
    assert await asked(desk) == before
    await desk.later(minutes=2)
    assert await asked(desk) > before  # the phone may be in other hands


async def test_at_night_nobody_is_rung_until_the_morning_when_a_coordinator_is_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    await desk.later(hours=11)  # 23:00
    rita = await desk.reports(HELD)
    before, _ = await asked(desk), olga.rang()
    await rita.tells_all_out(OVER["en"])
    await desk.later(hours=8.9)
    assert (await asked(desk), olga.rang()) == (before, 0)
    await desk.later(hours=0.1)
    olga.sees("says that it is over")
    assert (await asked(desk), olga.rang()) == (before, 1)
    await desk.later(minutes=14)
    assert await asked(desk) == before
    await desk.later(minutes=2)
    assert await asked(desk) > before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_night_a_coordinator_reads_it_at_once_without_a_sound_and_has_the_search_go_on(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    await desk.later(hours=11)  # 23:00
    rita = await desk.reports(TOLD[language], language=language)
    before, _ = await asked(desk), olga.rang()
    await rita.tells_all_out(OVER[language])
    assert olga.rang() == 0
    olga.sees("says that it is over")
    await olga.presses("It is not over")
    assert await asked(desk) > before


async def test_at_night_a_coordinator_hears_it_of_a_case_that_somebody_has(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.later(hours=11)  # 23:00
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    olga.rang()
    await rita.tells_all_out(OVER["en"])
    olga.sees("says that it is over")
    assert olga.rang() == 1  # in the morning it is not asked again


THREE = {
    "en": "police took three people in Almaty",
    "ru": "полиция забрала троих в Алматы",
    "kk": "Алматыда полиция үш адамды ұстады",
}
SOME = {
    "en": ["he was released", "one of them was released"],
    "ru": ["его отпустили", "двоих отпустили"],
    "kk": ["оны босатты", "екеуін босатты"],
}
EVERYBODY = {"en": "they have all been released", "ru": "всех отпустили", "kk": "бәрін босатты"}


@pytest.mark.parametrize("hours", [0, 11])
@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in SOME[of]])
async def test_while_somebody_is_still_held_the_search_goes_on(
    desk: Desk, language: str, text: str, hours: int
) -> None:
    await desk.coordinator()
    await many_lawyers(desk)
    await desk.later(hours=hours)
    rita = await desk.reports(THREE[language], language=language)
    await rita.writes(text)
    assert not (await desk.case()).says_over
    assert await desk.waits_until("pause") is None
    await rita.tells_all_out(EVERYBODY[language])
    assert (await desk.case()).says_over


async def test_of_two_who_are_named_one_is_released_and_the_search_goes_on(desk: Desk) -> None:
    await many_lawyers(desk)
    rita = await desk.reports("полиция забрала Дану Придуманову и Айдоса Выдуманова в Алматы", language="ru")
    await rita.writes("Дану отпустили")
    assert not (await desk.case()).says_over
    await rita.tells_all_out("Дану и Айдоса отпустили")
    assert (await desk.case()).says_over


async def test_how_many_they_are_is_known_better_later(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("нас окружили и не выпускают, Алматы, людей много", language="ru")
    await rita.writes("нас человек 20")
    marat.sees("about 20")


SOME_OF_NINE = {
    "en": [
        "nine taken in Almaty, two released",
        "they detained nine people in Almaty and released two of them",
    ],
    "ru": ["задержали девятерых в Алматы, двоих отпустили", "в Алматы забрали 9 человек, 2 отпустили"],
    "kk": ["Алматыда тоғыз адамды ұстады, екеуін босатты"],
}


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in SOME_OF_NINE[of]])
async def test_of_nine_of_whom_two_were_released_seven_are_held_and_lawyers_are_asked(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 1
    marat.sees("7 persons")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "задержали двоих в Алматы, обоих отпустили"),
        ("ru", "забрали троих в Алматы, отпустили через 2 часа"),
        ("en", "took 3 people in Almaty, released after 2 hours"),
        ("kk", "Алматыда екі адамды ұстады, екеуін де босатты"),
    ],
)
async def test_where_all_were_released_nobody_is_rung(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 0


async def test_a_coordinator_stops_the_search_by_one_button_and_a_yes(desk: Desk) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    rita = await desk.reports(HELD)
    await rita.tells_all_out(OVER["en"])
    await olga.presses("Released", "Released")
    await olga.writes("the family told us how it ended")
    before = await asked(desk)
    await desk.later(hours=20)
    assert (await desk.case()).outcome == "released"
    assert await asked(desk) == before
    assert await desk.waits_until("pause") is None


async def test_a_coordinator_who_called_back_has_the_search_go_on_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    rita = await desk.reports(HELD)
    await rita.tells_all_out(OVER["en"])
    before = await asked(desk)
    await olga.presses("It is not over")
    assert await asked(desk) > before


async def test_who_declines_what_is_not_over_after_all_is_waited_for_no_longer(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    rita = await desk.reports(HELD)
    await rita.tells_all_out(OVER["en"])
    await olga.presses("It is not over")
    assert igor.rang() == 0
    await marat.presses("I can't")
    assert igor.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_reporter_says_the_opposite_and_the_search_goes_on_at_once(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    await desk.later(hours=11)
    rita = await desk.reports(TOLD[language], language=language)
    await rita.tells_all_out(OVER[language])
    before = await asked(desk)
    await rita.writes(AGAIN[language])
    assert await asked(desk) > before
    assert not (await desk.case()).says_over
    rita.sees(desk.service.words.say(language, "report-alarm"))
    assert ("says_not_over", "", {}) in await desk.history()
    olga.rang()
    await rita.tells_all_out(OVER[language])
    assert (await desk.case()).says_over


async def test_who_declines_what_is_said_to_be_over_brings_nobody_else_to_be_asked(desk: Desk) -> None:
    lawyers = await many_lawyers(desk)
    rita = await desk.reports(HELD)
    await rita.tells_all_out(OVER["en"])
    offers = await desk.offers()
    for name, offer in offers.items():
        await lawyers[name].presses_data(f"decline:{offer.id}")
    assert await desk.states() == dict.fromkeys(offers, "declined")


async def test_of_what_was_called_a_false_alarm_and_is_none_nobody_is_asked_anew(desk: Desk) -> None:
    olga = await desk.coordinator()
    await many_lawyers(desk)
    rita = await desk.reports(HELD)
    await rita.writes("/cancel")
    await rita.presses_data("report/cancel:false")
    before = await asked(desk)
    await olga.presses("It is not over")
    assert (await asked(desk), (await desk.history())[-1][0]) == (before, "still_held")


async def test_yes_still_held_is_the_opposite_too(desk: Desk) -> None:
    await many_lawyers(desk)
    rita = await desk.reports(HELD)
    await rita.writes("/cancel")
    await rita.presses_data("report/cancel:over")
    before = await asked(desk)
    await rita.presses_data("report/ongoing:yes")
    assert await asked(desk) > before


async def test_whoever_has_the_case_hears_the_opposite_as_a_sound(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    await rita.tells_all_out(OVER["en"])
    marat.rang()
    await rita.writes(AGAIN["en"])
    assert marat.rang() == 1


async def test_declines_do_not_end_the_pause(desk: Desk) -> None:
    marat = await desk.lawyer("Lawyer")
    await desk.lawyer("Neighbour", cities=("konaev",))
    rita = await desk.reports(HELD)
    await rita.tells_all_out(OVER["en"])
    await marat.presses("I can't")
    assert await asked(desk) == 1


async def test_what_is_given_back_because_it_is_over_rings_nobody(desk: Desk) -> None:
    marat, other = await desk.lawyer("Marat"), await desk.lawyer("Other")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    await rita.tells_all_out(OVER["en"])
    other.rang()
    await marat.presses("Give back")
    await desk.later(minutes=14)
    assert other.rang() == 0
    await desk.later(minutes=2)
    assert other.rang() == 1


@pytest.mark.parametrize(("now", "asked"), [(7, 8), (8, 8), (21, 21), (22, 32), (23, 32), (3, 8)])
def test_the_night_is_from_ten_to_eight_where_it_happened(now: int, asked: int) -> None:
    midnight = datetime(2018, 9, 16, 18, tzinfo=UTC)  # in Almaty
    hours = {hour: midnight.replace(day=16 + (18 + hour) // 24, hour=(18 + hour) % 24) for hour in range(34)}
    assert next_daytime(hours[now], ALMATY) == hours[asked]


@pytest.mark.parametrize(
    ("over", "now"),
    [
        ("отпустили", "Алматы, соседка сейчас в отделе"),
        ("released", "Almaty, she is held now at the police station"),
    ],
)
async def test_what_goes_on_now_wakes_lawyers_whatever_was_over_before(
    desk: Desk, over: str, now: str
) -> None:
    marat = await desk.lawyer()
    rita = desk.person(language="en" if over.isascii() else "ru")
    await rita.writes(over, now)
    marat.sees("I'll take it")


async def test_whoever_tells_of_what_is_over_is_not_noted_as_if_it_went_on(desk: Desk) -> None:
    await desk.lawyer()
    rita = desk.person()
    await rita.writes("released", "Almaty, police took my brother at the square")
    rita.sees("Still going on: No, it has ended")


AT_HOME = {
    "en": ["she is home now", "she is at home", "thank God, she is at home!"],
    "ru": ["она дома", "Слава богу, она дома!", "дочь дома", "она дома, спасибо"],
    "kk": ["ол үйде", "қызым қазір үйде", "құдайға шүкір, ол үйде"],
}
BESIEGED = {
    "en": "police do not let Dana Made-Up out of her flat in Almaty",
    "ru": "полиция не выпускает Дану из квартиры в Алматы",
    "kk": "Алматыда полиция Дананы пәтерінен шығармай тұр",
}
LET_OUT = {
    "en": "they let her out, she is home",
    "ru": "её отпустили, она дома",
    "kk": "оны босатты, ол үйде",
}


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in AT_HOME[of]])
async def test_whoever_was_held_and_is_at_home_is_said_to_be_released(
    desk: Desk, language: str, text: str
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.tells_all_out(text)
    assert (await desk.case()).says_over
    olga.sees("says that it is over", "[Released] [It is not over]")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_not_let_out_of_their_home_is_not_released_by_being_there(
    desk: Desk, language: str
) -> None:
    rita = await desk.reports(BESIEGED[language], language=language)
    await rita.writes(*AT_HOME[language])
    assert not (await desk.case()).says_over
    await rita.tells_all_out(LET_OUT[language])
    assert (await desk.case()).says_over
