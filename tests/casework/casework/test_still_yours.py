"""Is it still yours? Asked when nothing was heard for hours, by day, while somebody is held; no answer is heard once."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.traffic import Timer
from handlers import timing
from tests.casework.story_desk import START, Desk, Person

HELD = "police took Dana Made-Up in Almaty"
ASKED = "❓ Is it still yours?"


async def held(desk: Desk, *, clocks: bool = False, **more: Any) -> tuple[Person, Person]:
    if not clocks:
        desk.without_clocks()
    marat, olga = await desk.lawyer("Marat", **more), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    marat.rang()
    return marat, olga


@pytest.mark.slow
async def test_after_four_hours_without_a_sign_the_owner_is_asked_and_says_yes(desk: Desk) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=3.99)
    assert marat.rang() == 0
    marat.lanes()
    await desk.later(hours=0.02)
    assert (marat.rang(), "alert" in marat.lanes()) == (1, True)
    marat.sees(ASKED, "[✅ Yes, it is mine]", "[🤝 Hand over]", "[Give back]")
    assert "[✅ Yes, it is mine | success]" in marat.screen.drawn(ASKED)
    await olga.opens(await desk.case())
    olga.sees("with Marat", "Dana Made-Up")
    olga.sees_nothing_of(ASKED)  # it is not theirs
    await desk.later(minutes=30)
    await marat.presses("Yes, it is mine")
    marat.sees_nothing_of(ASKED, "Yes, it is mine")
    assert (await desk.history())[-1] == ("still_mine", "Marat", {})
    assert await desk.waits_until("still-yours") == desk.now + timedelta(hours=4)
    await desk.later(hours=1)
    olga.sees_nothing_of("has not answered")


async def test_whose_yes_was_written_down_by_a_coordinator_is_asked_after_four_hours_too(desk: Desk) -> None:
    desk.without_clocks()
    patient = replace(desk.service.policy, first_action=timedelta(hours=6))
    desk.service = replace(desk.service, policy=patient)
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await desk.later(minutes=20)
    await olga.presses("Marat takes it")
    await desk.later(hours=3.9)
    marat.sees_nothing_of(ASKED)
    await desk.later(hours=0.2)
    marat.sees(ASKED)


async def test_whoever_did_something_is_not_asked_before_four_hours_more(desk: Desk) -> None:
    marat, _ = await held(desk)
    await desk.later(hours=3)
    await marat.writes("He is in room 4")
    marat.rang()
    await desk.later(hours=3.9)
    assert marat.rang() == 0
    await desk.later(hours=0.2)
    assert marat.rang() == 1


async def test_what_is_no_step_is_a_sign_too(desk: Desk) -> None:
    marat, _ = await held(desk)
    await desk.later(hours=3)
    await marat.presses("Code the act", "arrest")
    marat.rang()
    await desk.later(hours=3.9)
    assert marat.rang() == 0
    await desk.later(hours=0.2)
    assert marat.rang() == 1
    marat.sees(ASKED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "presses",
    [
        ("What I saw", "Delivery certificate", "no"),
        ("What I saw", "Protocol", "30 min ago"),
        ("⚖️ Proceedings", "➕ New", "administrative"),
    ],
)
async def test_what_is_written_down_of_a_visit_or_a_court_is_an_answer(
    desk: Desk, presses: tuple[str, ...]
) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=5.1)
    olga.sees("was asked whether it is still theirs, and has not answered")
    await marat.presses(*presses)
    marat.sees_nothing_of(ASKED)
    olga.sees("Settled:", "with Marat")
    assert await desk.waits_until("still-yours") == desk.now + timedelta(hours=4)


@pytest.mark.slow
async def test_whoever_has_seen_an_alarm_of_the_law_is_heard_of(desk: Desk) -> None:
    marat, olga = await held(desk, clocks=True)
    await desk.later(hours=5.1)
    olga.sees("was asked whether it is still theirs, and has not answered")
    await marat.presses("👁 Seen")
    marat.sees_nothing_of(ASKED)
    olga.sees("Settled:", "with Marat")


async def test_nobody_is_asked_once_everybody_is_said_to_be_free(desk: Desk) -> None:
    marat, olga = await held(desk, clocks=True)
    await marat.presses("What I saw", "Released, how", "released")
    for one in (marat, olga):
        one.rang()
    await desk.later(hours=6)
    assert (marat.rang(), olga.rang()) == (0, 0)
    marat.sees_nothing_of(ASKED)


@pytest.mark.parametrize("sign", ["On my way", "a note"])
async def test_whatever_the_owner_does_is_an_answer(desk: Desk, sign: str) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=4.1)
    if sign == "a note":
        await marat.writes("He is in room 4")
    else:
        await marat.presses(sign)
    marat.sees_nothing_of(ASKED)
    await desk.later(hours=1.5)
    olga.sees_nothing_of("has not answered")


@pytest.mark.slow
async def test_no_answer_is_heard_by_coordinators_once_until_there_is_one(desk: Desk) -> None:
    marat, olga = await held(desk)
    olga.rang()
    await desk.later(hours=4.9)
    assert olga.rang() == 0
    await desk.later(hours=0.2)
    assert olga.rang() == 1
    olga.sees("was asked whether it is still theirs, and has not answered", f"• Marat: +7701000{marat.chat}")
    olga.sees("has not answered", "[Offer to others]")
    assert ("no_answer", "", {"member": "Marat"}) in await desk.history()
    marat.rang()
    await desk.later(hours=4)
    assert (marat.rang(), olga.rang()) == (0, 0)  # 21:00: the owner has their list, without a sound
    marat.sees("Your cases (1):", (await desk.case()).code)
    marat.sees(ASKED)
    await marat.presses("Yes, it is mine")
    olga.sees("Settled:", "with Marat")


@pytest.mark.slow
async def test_what_the_owner_does_in_another_case_is_no_answer_in_this_one(desk: Desk) -> None:
    marat, olga = await held(desk)
    await desk.reports(HELD, name="Vera")
    await marat.presses("I'll take it", "Contacted")
    first, other = await desk.case(0), await desk.case()
    await olga.opens(first)
    await desk.later(hours=3.5)
    await marat.presses_data(f"first:{other.id}:on_my_way")
    await desk.later(hours=0.6)
    assert ASKED in marat.sees(f"Case {first.code}")
    assert ASKED not in marat.sees(f"Case {other.code}")
    await desk.later(hours=0.5)
    await marat.presses_data(f"first:{other.id}:at_station")
    await desk.later(hours=0.5)
    olga.sees("has not answered", first.code)
    assert not [text for text in olga.screen.texts() if "has not answered" in text and other.code in text]
    await desk.later(hours=4.7)
    olga.sees("has not answered", other.code)  # that one is asked about by itself


async def test_nobody_is_asked_between_ten_and_eight_where_the_owner_works(desk: Desk) -> None:
    marat, _ = await held(desk)
    await desk.later(hours=6)
    await marat.presses("On my way")  # 18:00 and some
    marat.rang()
    await desk.later(hours=13.9)
    assert marat.rang() == 0
    assert desk.now == START + timedelta(hours=19.9)
    await desk.later(hours=0.2)  # 8:00
    assert marat.rang() == 1
    marat.sees(ASKED)


async def test_coordinators_are_not_woken_by_a_question_of_the_evening(desk: Desk) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=5.4)
    await marat.presses("On my way")
    olga.rang()
    await desk.later(hours=4.1)  # 21:30: asked
    marat.sees(ASKED)
    await desk.later(hours=10)
    assert olga.rang() == 0
    await desk.later(hours=1)
    assert olga.rang() == 1


@pytest.mark.slow
@pytest.mark.parametrize("how", ["closed", "given back", "over", "blocked"])
async def test_nobody_is_asked_about_what_is_not_theirs_or_over(desk: Desk, how: str) -> None:
    marat, olga = await held(desk)
    if how == "closed":
        await marat.presses("Close…", "Remand")
    elif how == "given back":
        await marat.presses("Give back")
    elif how == "blocked":
        await desk.blocks(marat)
    else:
        await olga.opens(await desk.case())
        await olga.presses("Released", "Released")
    assert (await desk.waits_until("still-yours") is None) == (how != "blocked")
    await desk.later(hours=30)
    marat.sees_nothing_of(ASKED)
    olga.sees_nothing_of("has not answered")


@pytest.mark.slow
async def test_whoever_has_a_case_in_which_nobody_is_held_is_not_asked(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    await olga.opens(await desk.case())
    await olga.presses("I'll take it")
    await olga.presses("Contacted")
    await desk.later(hours=30)
    olga.sees("· yours", "[Give back]")
    olga.sees_nothing_of(ASKED)


@pytest.mark.parametrize("kind", ["still-yours", "mine-unanswered"])
@pytest.mark.parametrize("how", [("Give back",), ("Close…", "Remand")])
async def test_a_question_that_comes_too_late_is_not_asked(desk: Desk, how: tuple[str], kind: str) -> None:
    marat, olga = await held(desk)
    await marat.presses(*how)
    before = await desk.history()
    marat.rang(), olga.rang()
    async with desk.writing() as tx:
        for number in ((await desk.case()).id, 77):
            await timing.on_timer(tx, desk.service, Timer(f"{kind}:x", kind, desk.now, number))
    assert (await desk.history(), marat.rang(), olga.rang()) == (before, 0, 0)
    assert [await desk.waits_until(one) for one in ("still-yours", "mine-unanswered")] == [None, None]


async def test_a_button_from_another_time_says_nothing_and_others_have_none(desk: Desk) -> None:
    marat, olga = await held(desk)
    case = await desk.case()
    before = await desk.history()
    await marat.presses_data(f"mine:{case.id}")
    await olga.presses_data(f"mine:{case.id}")
    olga.sees("This case is not shown to you.")
    assert await desk.history() == before


async def test_whoever_asks_a_colleague_to_take_it_over_has_answered(desk: Desk) -> None:
    marat, olga = await held(desk)
    await desk.lawyer("Saule Invented", on_duty=False)
    await desk.later(hours=4.1)
    marat.sees(ASKED)
    await marat.presses("Hand over")
    await marat.writes("Saule Invented")
    await marat.presses("In court")
    marat.sees_nothing_of(ASKED)
    assert await desk.waits_until("still-yours") == desk.now + timedelta(hours=4)
    await desk.later(hours=1)
    olga.sees_nothing_of("has not answered")


@pytest.mark.slow
async def test_coordinators_need_not_ring_an_owner_when_nobody_is_held_any_more(desk: Desk) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=4.1)
    await desk.later(hours=1)
    olga.sees("has not answered")
    async with desk.writing() as tx:
        case = await desk.case()
        tx.cases.put(replace(case, ongoing="no"))
    await desk.later(hours=4)
    olga.sees_nothing_of("has not answered")
    assert await desk.waits_until("still-yours") is not None
    marat.rang()
    await desk.later(hours=1)
    assert marat.rang() == 0


QUESTIONS = {
    "kk": ("Аламын", "❓ Іс әлі сізде ме?", "Иә, менде"),
    "ru": ("Беру", "❓ Дело ещё у вас?", "Да, у меня"),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", QUESTIONS)
async def test_it_is_asked_in_every_language(desk: Desk, language: str) -> None:
    accept, asked, yes = QUESTIONS[language]
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses(accept)
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later(hours=4.1)
    marat.sees(asked)
    await marat.presses(yes)
    marat.sees_nothing_of(asked)


# --- giving back, in words


@pytest.mark.slow
async def test_whoever_gives_it_back_tells_the_next_one_what_they_know(desk: Desk) -> None:
    marat, _ = await held(desk)
    saule = await desk.lawyer("Saule")
    await marat.presses("Give back", "Too far", "Tell the next one")
    asked = marat.sees("What should the next lawyer know?")
    assert not [words for words in ("Skip", "Questions left") if words in asked]
    await marat.writes("He is in room 4, the court is at six")
    marat.sees("513-742: noted.")
    assert (await desk.history())[-1][:2] == ("noted", "Marat")
    saule.sees_nothing_of("room 4")
    await desk.later(minutes=6)
    await saule.presses("I'll take it")
    saule.sees("He is in room 4, the court is at six", "Marat")


async def test_who_never_had_it_tells_nothing(desk: Desk) -> None:
    await held(desk)
    saule = await desk.lawyer("Saule")
    await desk.reports("police took Askar Invented in Almaty")  # of Dana, who has her case is asked alone
    await saule.presses("I can't", "Too far")
    saule.sees_nothing_of("Tell the next one")
    await saule.presses_data(f"tell:{(await desk.offers())['Saule'].id}")
    saule.sees("This is not possible any more.")
    saule.sees_nothing_of("What should the next lawyer know?")


async def test_who_has_it_already_hears_what_the_one_before_tells_them(desk: Desk) -> None:
    marat, _ = await held(desk)
    saule = await desk.lawyer("Saule", escalation=True)
    await marat.presses("Give back", "Too far", "Tell the next one")
    await saule.presses_data(f"accept:{(await desk.offers())['Saule'].id}")
    saule.sees("yours")
    saule.rang()
    await marat.writes("He is in room 4")
    saule.sees("Dana Made-Up", "He is in room 4")
    assert saule.rang() == 1
