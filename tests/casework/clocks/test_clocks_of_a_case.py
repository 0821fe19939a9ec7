"""The law's clocks as those who work on a case hear and read of them: warned, alarmed, frozen, corrected, stopped."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.casework.claims import Claim, SourceKind
from core.model import LANGUAGES
from core.records.holds import ClockMark
from core.timeline import TimelineKind
from core.values import Moment, Precision, value_to_data
from handlers.cards import live_cards
from handlers.casework import facts
from handlers.clocks import recompute
from tests.casework.story_desk import START, Desk, Person

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
NOON = START  # 12:00 in Almaty


def almaty(day: int, clock: str) -> datetime:
    """An hour in Almaty in September 2018."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2018, 9, day, hour, minute, tzinfo=UTC) - timedelta(hours=6)


async def claims(desk: Desk, by: Person | None, kind: str, value: Any, **more: Any) -> None:
    """A member says something of the newest case; nobody: a paper does."""
    case = await desk.case()
    said = Moment(value, Precision.MINUTE, exact=True) if isinstance(value, datetime) else value
    async with desk.writing() as tx:
        source = (SourceKind.PAPER, 1)
        if by is not None:
            address = (await tx.addresses.by(lookup=tx.lookup(desk.service.home, by.chat)))[0]
            source = (SourceKind.MEMBER, (await tx.members.by(address_id=address.id))[0].id)
        claim = Claim(tx.new_id(), case.id, None, kind, value_to_data(said), *source, tx.now, **more)
        await facts.record(tx, desk.service, case, claim)
        await live_cards.touch_case(tx, case.id)
    await desk.later()


async def marks(desk: Desk) -> dict[tuple[str, str], ClockMark]:
    """What was kept of clocks and holds, by row and length."""
    async with desk.reading() as tx:
        found = await tx.clock_marks.by(case_id=(await desk.case()).id)
    return {(mark.clock, mark.length): mark for mark in found if mark.void_at is None}


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Marat has the case and has contacted; Olga coordinates."""
    marat = await desk.lawyer("Marat", languages=(language,))
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(TOLD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later()
    for one in (marat, olga):
        one.rang()
    return marat, olga


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_forty_eight_hours_of_one_detention_with_its_corrections(  # noqa: PLR0915 - a story of two days
    desk: Desk, language: str
) -> None:
    marat, olga = await taken(desk, language)

    def say(key: str, **values: Any) -> str:
        return desk.service.words.say(language, key, **values)

    def span(hours: int, minutes: int) -> str:
        return say("clock-span", days=0, hours=hours, minutes=minutes)

    # Nobody has told since when: it counts from what we were first told, and says so.
    await marat.opens_more()
    card = marat.sees(say("state-yours"))
    assert say("clock-from-first-said") in card
    assert say("clock-start-unknown", what=say("clock-from-started")) in card
    assert "17.09 15:00" in card
    # The lawyer learns it, and of which sort it is.
    await claims(desk, marat, "started", almaty(17, "11:30"))
    await claims(desk, marat, "regime", "criminal")
    marat.sees(say("state-yours"), "17.09 14:30", say("clock-from-started"), span(2, 30))
    assert (marat.rang(), olga.rang()) == (0, 0)
    # A quarter of the three hours is left.
    await desk.later(minutes=105)
    marat.sees(
        say(
            "clock-head", code=(await desk.case()).code, place=desk.service.gazetteer.name("almaty", language)
        )
    )
    assert marat.rang() == 1
    await desk.later(minutes=45)
    assert marat.rang() == 1
    over = marat.sees(say("button-clock-seen"))
    assert "131(2)" in over
    assert say("clock-unverified", what="").strip() in over
    await marat.presses(say("button-clock-seen"))
    await desk.later(minutes=40)
    assert olga.rang() == 0  # somebody has answered
    await claims(desk, marat, "protocol", almaty(17, "15:10"))
    assert (await marks(desk))["criminal-protocol", "3h"].minutes == 40
    # The paper names another start: what was frozen does not hold, and is frozen again.
    await claims(desk, None, "started", almaty(17, "11:00"))
    assert (await marks(desk))["criminal-protocol", "3h"].minutes == 70
    kinds = [kind for kind, _, _ in await desk.history()]
    assert kinds.count(TimelineKind.OVERRUN_VOID) == 1
    assert kinds.count(TimelineKind.OVERRUN_ENDED) == 2
    marat.rang()
    # 24 hours would be the term of a minor; the age is known only later.
    await desk.later(hours=21)
    assert marat.rang() >= 2  # asked for the prosecutor; warned and alarmed of the 24 hours
    assert say("clock-doubt-age") in marat.sees(say("button-clock-seen"))
    await marat.presses(say("button-clock-seen"))
    assert olga.rang() == 2  # is it still his? and the 24 hours that nobody answered for so long
    await claims(desk, marat, "born", "1980")
    assert ("detention-without-court", "24h") not in await marks(desk)
    # 48 hours: certain. Marat sleeps, so the coordinator hears.
    marat.rang()
    assert olga.rang() == 0
    await desk.later(hours=(almaty(19, "11:00") - desk.now).total_seconds() / 3600)
    assert marat.rang() >= 2
    assert olga.rang() == 1  # is it still his? Asked again, because a clock that he has seen is a sign of him
    await desk.later(minutes=15)
    assert olga.rang() == 1
    asked = olga.sees(say("clocks-head", count=1), "131(4)")
    assert "Dana" not in asked
    assert "Дана" not in asked
    await desk.later(minutes=119)
    await claims(desk, marat, "released_at", almaty(19, "13:14"))
    frozen = (await marks(desk))["detention-without-court", "48h"]
    assert (frozen.minutes, frozen.ended_at) == (134, almaty(19, "13:14"))
    assert frozen.known["start"] == almaty(17, "11:00").isoformat()
    assert frozen.known["source"] == "paper"
    assert frozen.known["articles"] == ["cpc-131", "cpc-128", "cpc-133"]
    marat.sees(say("state-yours"), span(2, 14))
    olga.sees(say("clocks-none"))
    # It is silent from now on.
    marat.rang()
    await desk.later(hours=100)
    assert (marat.rang(), olga.rang()) == (0, 0)
    assert await desk.waits_until("clock") is None


@pytest.mark.slow
async def test_of_a_case_that_nobody_has_coordinators_hear_at_once(desk: Desk) -> None:
    await desk.lawyer()
    olga = await desk.coordinator()
    await desk.reports(TOLD["en"])
    await claims(desk, olga, "regime", "administrative")
    await desk.later(minutes=179)
    olga.sees_nothing_of("a term of the law")
    await desk.later(minutes=1)
    olga.sees(
        "1 case in which a term of the law is over", "nobody has it", "CAO 789(1)", "we were first told"
    )
    await olga.presses("👁 Seen")
    olga.sees("Settled: no term is over without an answer")


async def test_several_cases_are_one_card_and_one_sound_to_a_coordinator(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(3):
        await desk.reports(TOLD["en"])
        await claims(desk, olga, "regime", "administrative")
    await desk.later(minutes=175)
    olga.rang()
    await desk.later(minutes=5)
    olga.sees("3 cases in which a term of the law is over")
    assert olga.lanes().count("alert") >= 1


async def test_nothing_comes_for_a_closed_case(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    await marat.presses("Close…", "Remand")
    await desk.later()
    for one in (marat, olga):
        one.rang()
    await desk.later(hours=30)
    assert (marat.rang(), olga.rang()) == (0, 0)
    marat.sees_nothing_of("Overrun")


@pytest.mark.slow
async def test_what_was_over_when_it_was_closed_is_frozen_then(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    await desk.later(hours=4)
    marat.sees("Overrun by", "[👁 Seen]")
    await marat.presses("Released", "Released")
    await desk.later()
    frozen = (await marks(desk))["administrative-detention", "3h"]
    assert (frozen.minutes, frozen.ended_at) == (60, desk.now)
    marat.sees("is closed: its terms are over")


@pytest.mark.slow
async def test_a_false_alarm_leaves_no_evidence_that_holds(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    await desk.later(hours=4)
    await marat.presses("False alarm", "False alarm")
    await desk.later()
    assert await marks(desk) == {}
    assert (await desk.history())[-1][0] == TimelineKind.OVERRUN_VOID


async def test_a_release_before_the_detention_is_shown_and_the_clock_goes_on(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    await claims(desk, marat, "started", almaty(17, "11:30"))
    await claims(desk, marat, "released_at", almaty(17, "10:00"))
    marat.sees(
        "released, 17.09 10:00: that is before 17.09 11:30", "One of these times is wrong", "h 30 min left"
    )
    await desk.later(hours=3)
    marat.sees("Overrun by")


@pytest.mark.slow
async def test_a_home_blockade_counts_its_hours_and_nothing_rings(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police do not let Dana Made-Up out of her flat in Almaty")
    await rita.presses_data("report/situation:blocked")  # of words alone nobody would know which clock it is
    assert (await desk.case()).situation == "blocked"
    await marat.presses("I'll take it", "Contacted")
    await desk.later()
    marat.rang()
    await desk.later(hours=50)
    assert marat.rang() == 0
    await claims(desk, marat, "where", "made-up street")
    assert "50 h 0 min since 17.09 12:00: home blockade" in marat.sees("home blockade")
    marat.sees_nothing_of("left, until")


@pytest.mark.slow
async def test_a_clock_of_one_person_is_named_on_the_card_and_not_where_it_rings(desk: Desk) -> None:
    marat, _ = await taken(desk)
    async with desk.reading() as tx:
        (dana,) = await tx.persons.select()
    await claims(desk, marat, "regime", "administrative", person_id=dana.id)
    await marat.opens_more()
    marat.sees("Case ", "min left", "Dana Made-Up · from")
    await desk.later(hours=3)
    rang = marat.sees("[👁 Seen]")
    assert "about one person" in rang
    assert "Dana" not in rang


async def test_who_gets_the_case_later_reads_the_time_as_it_passes(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    marat.sees("Case ", "3 h 0 min left")
    await desk.later(minutes=90)
    marat.sees("Case ", "1 h 44 min left")  # it was drawn 14 minutes ago
    assert marat.rang() == 0


async def test_it_says_in_which_zone_it_counts_when_that_is_another(desk: Desk) -> None:
    marat = await desk.lawyer(cities=("aktau",))
    await desk.reports("police took Dana Made-Up in Aktau")
    await marat.presses("I'll take it")
    await desk.later()
    marat.sees("Case ", "until 17.09 14:00 UTC+5")


@pytest.mark.slow
async def test_a_press_on_seen_by_somebody_else_answers_nothing(desk: Desk) -> None:
    await taken(desk)
    saule = await desk.lawyer("Saule")
    await claims(desk, saule, "regime", "administrative")
    await desk.later(hours=3)
    await saule.presses_data(f"clockseen:{(await desk.case()).id}")
    assert all(mark.answered_at is None for mark in (await marks(desk)).values())


async def test_after_a_start_clocks_of_open_cases_follow_the_law_as_it_is_now(desk: Desk) -> None:
    law, desk.service = desk.service.law, replace(desk.service, law=())
    marat, _ = await taken(desk)
    assert await desk.waits_until("clock") is None
    desk.service = replace(desk.service, law=law)
    async with desk.writing() as tx:
        await recompute.schedule(tx, desk.service)
    await desk.later()
    assert await desk.waits_until("clock") == NOON + timedelta(minutes=30)  # when the card is drawn
    await desk.later(hours=3)
    marat.sees("Perhaps the term ended 17.09", "the sort of detention is not known")


@pytest.mark.slow
async def test_what_coordinators_read_of_a_case_that_nobody_has_goes_on_counting(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(TOLD["en"])
    await claims(desk, olga, "regime", "administrative")
    await desk.later(hours=3, minutes=1)
    olga.sees("in which a term of the law is over", "The term ended 17.09")
    await desk.later(hours=2)
    olga.sees("in which a term of the law is over", "Overrun by 1 h")


@pytest.mark.slow
async def test_the_history_of_a_case_tells_its_overruns(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    await desk.later(hours=4)
    await claims(desk, marat, "released_at", almaty(17, "16:10"))
    await olga.opens(await desk.case())
    await olga.presses("History")
    olga.sees(
        "a term of the law is over: administrative detention, CAO 789(1); from 17.09 12:00, end 17.09 15:00"
    )
    olga.sees("the overrun has ended", "over by 1 h 10 min")
