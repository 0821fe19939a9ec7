"""A drill asks the roster by the rules of a true case, says on every screen what it is, and leaves one line behind."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from handlers.daily import digest
from handlers.drill import drill_start
from tests.casework.story_desk import Desk, Person

MARK = "Drill: nobody is held, nothing real happens."
TAKE = "I'll take it"
CANNOT = "I can't"


async def agreed(desk: Desk, *names: str, **more: object) -> list[Person]:
    """Lawyers who agreed to be drilled."""
    people = []
    for name in names:
        person = await desk.lawyer(name, **more)
        await person.writes("/drills on")
        person.rang()
        people.append(person)
    return people


async def drilled(desk: Desk, olga: Person, place: str = "Almaty") -> None:
    await olga.writes(f"/drill {place}")
    await olga.presses("Begin the drill")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_it_says_that_it_is_a_drill(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    (marat,) = await agreed(desk, "Marat", languages=(language,))
    await olga.writes("/drill Алматы")
    olga.sees(say(language, "drill-ask", place=desk.service.gazetteer.name("almaty", language), agreed=1))
    await olga.presses(say(language, "button-drill-begin"))
    assert marat.rang() == 1
    marat.sees(say(language, "drill-mark"))
    await desk.later(seconds=41)
    await marat.presses(say(language, "button-accept").lstrip("✅ "))
    for person in (marat, olga):
        assert say(language, "drill-mark") in person.screen.texts()[-1]
    marat.sees(say(language, "drill-over"))
    olga.sees("Marat: 0:41")


async def test_of_it_stays_no_case_and_no_request_but_how_long_it_took(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    await drilled(desk, olga)
    await desk.later(seconds=41)
    await marat.presses(TAKE)
    async with desk.reading() as tx:
        assert not await tx.cases.select()
        assert not await tx.alerts.select()
        assert not await tx.drill_offers.select()
        (drill,) = await tx.drills.select()
        assert not await tx.timers.by(kind="drill")
    assert drill.first_answer_at is not None
    assert drill.first_answer_at - drill.began_at == timedelta(seconds=41)
    assert (drill.asked, drill.answered, drill.unreachable) == (1, 1, 0)


async def test_the_next_are_asked_when_nobody_answers_and_it_ends_when_all_were(desk: Desk) -> None:
    olga = await desk.coordinator()
    four = await agreed(desk, "Marat", "Saule", "Zhan", "Dina")
    await drilled(desk, olga)
    assert sum(person.count(MARK) for person in four) == 3
    await desk.later(minutes=5)
    assert sum(person.count(MARK) for person in four) == 4
    await desk.later(minutes=10)
    olga.sees("nobody took it. Asked: 4", "Marat: no answer")
    for person in four:
        person.sees("It is over")
        person.sees_nothing_of(f"{TAKE}]")


async def test_whoever_was_asked_can_still_answer_after_the_first(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule, zhan = await agreed(desk, "Marat", "Saule", "Zhan")
    await drilled(desk, olga)
    await desk.later(seconds=30)
    await marat.presses(TAKE)
    saule.sees("A colleague has taken it")
    await desk.later(seconds=90)
    await saule.presses(CANNOT)
    saule.sees("Noted after 120 s")
    olga.sees_nothing_of("Asked: 3")
    await desk.later(minutes=5)
    olga.sees("after 0:30. Asked: 3", "✓ Marat: 0:30", "✗ Saule: cannot, 2:00", "… Zhan: no answer")
    assert zhan.count(MARK) == 1


async def test_who_cannot_be_reached_is_named_and_the_next_is_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await agreed(desk, "Marat", "Saule")
    await drilled(desk, olga)
    async with desk.writing() as tx:
        (address,) = [a for a in await tx.addresses.select() if a.chat == saule.chat]
        tx.addresses.put(replace(address, unreachable_since=tx.now))
    await desk.later(seconds=20)
    await marat.presses(TAKE)
    await desk.later(minutes=5)
    olga.sees("⚠ Saule: could not be reached")


async def test_only_those_who_agreed_and_are_free_are_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    zhan = await desk.lawyer("Zhan")
    await olga.writes("/drill Almaty")
    await desk.reports("police took Dana Made-Up in Almaty")  # something true is asked of both
    await olga.presses("Begin the drill")
    for person in (marat, zhan):
        assert person.count(MARK) == 0
    olga.sees("nobody took it. Asked: 0", "Not asked, because they have not agreed to drills (/drills): 2")


async def test_one_runs_at_a_time(desk: Desk) -> None:
    olga, timur = await desk.coordinator(), await desk.coordinator("Timur")
    (marat,) = await agreed(desk, "Marat")
    await olga.writes("/drill Almaty")
    await timur.writes("/drill Almaty")
    await olga.presses("Begin the drill")
    await timur.presses("Begin the drill")
    timur.sees("A drill is running already")
    await olga.writes("/drill")
    olga.sees("A drill is running already")
    assert marat.count(MARK) == 1


async def test_without_a_place_it_is_where_the_last_was_longest_ago(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    (saule,) = await agreed(desk, "Saule", cities=("aktau",))
    for _ in range(2):
        await olga.writes("/drill")
        await olga.presses("Begin the drill")
        for person in (marat, saule):
            if f"{TAKE}]" in person.screen.text():
                await person.presses(TAKE)
        await desk.later(minutes=6)
    async with desk.reading() as tx:
        assert sorted(drill.city for drill in await tx.drills.select()) == ["aktau", "almaty"]


@pytest.mark.slow
async def test_others_buttons_and_old_ones_do_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await agreed(desk, "Marat", "Saule")
    rita = desk.person("Rita")
    await drilled(desk, olga)
    _, button = marat.screen.button(TAKE)
    await saule.presses_data(button.data)
    await rita.presses_data(button.data)
    await rita.presses_data("drillbegin:almaty")
    await marat.presses_data("drillbegin:almaty")
    await marat.presses_data(button.data.replace("take", "shoot"))
    async with desk.reading() as tx:
        assert {offer.state for offer in await tx.drill_offers.select()} == {"offered"}
        assert len(await tx.drills.select()) == 1
    await marat.presses(TAKE)
    await marat.presses_data(button.data)
    async with desk.reading() as tx:
        assert (await tx.drills.select())[0].answered == 1


async def test_an_unknown_place_is_asked_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/drill Nowhereville")
    olga.sees("This place is not known")


async def test_where_nobody_agreed_it_is_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await olga.writes("/drill")
    olga.sees("Nobody has agreed to be drilled")


async def test_at_night_nobody_is_woken(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    await desk.later(hours=12)
    marat.rang()
    await drilled(desk, olga)
    assert (marat.count(MARK), marat.rang()) == (1, 0)


async def test_the_digest_for_coordinators_tells_of_the_last(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    await drilled(desk, olga)
    await desk.later(seconds=41)
    await marat.presses(TAKE)
    async with desk.writing() as tx:
        await digest.schedule(tx, desk.service)
    await desk.later(hours=9)
    olga.sees("Last drill: In Almaty, 17.09 12:00: the first took it after 0:41. Asked: 1.")


async def test_the_schedule_begins_one_and_sets_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    weekly = replace(desk.service, drill_weekday="tue")  # it is Monday
    monkeypatch.setattr(desk, "service", weekly)
    async with desk.writing() as tx:
        await drill_start.schedule(tx, weekly)
    await desk.later(hours=22, minutes=50)
    assert marat.count(MARK) == 0
    await desk.later(minutes=15)
    assert marat.count(MARK) == 1
    due = await desk.waits_until("weekly-drill")
    assert due is not None
    assert due - desk.now > timedelta(days=6)


async def test_whoever_is_not_on_duty_now_is_not_asked_in_a_drill(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await agreed(desk, "Marat", "Saule")
    await marat.writes("/duty sat 9-18")  # it is Monday
    await drilled(desk, olga)
    assert [person.count(MARK) for person in (marat, saule)] == [0, 1]


async def test_without_a_place_it_is_where_somebody_is_on_duty_now(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, _ = [*await agreed(desk, "Marat"), *await agreed(desk, "Saule", cities=("aktau",))]
    await marat.writes("/duty sat 9-18")  # it is Monday
    for _ in range(2):
        await olga.writes("/drill")
        olga.sees("A drill in Aktau")
        await olga.presses("Begin the drill")
        await desk.later(hours=1)


async def test_where_nobody_who_agreed_can_be_asked_now_it_is_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    await marat.writes("/duty sat 9-18")
    await olga.writes("/drill")
    olga.sees("nobody can be asked now")
    await marat.writes("/duty mon 9-18")
    await marat.presses("Instead")
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.writes("/drill Almaty")
    assert olga.count("nobody can be asked now") == 2
    assert not olga.screen.has("drillbegin:almaty")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_agrees_knows_both_lines_with_which_it_begins(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer(languages=(language,))
    await marat.writes("/drills")
    marat.sees(say(language, "practice-mark"), say(language, "drill-mark"))


async def test_whose_membership_ends_in_the_middle_has_nothing_to_press_and_is_not_blamed(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await agreed(desk, "Marat", "Saule")
    await drilled(desk, olga)
    await desk.suspends(marat)
    assert f"[✅ {TAKE}]" not in marat.screen.text()
    await saule.presses(TAKE)
    await desk.later(minutes=6)
    assert "Marat" not in olga.sees("the first took it")
