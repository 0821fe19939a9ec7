"""What is tried wrongly with cases that may be one, or in an odd moment."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from core.records.lookups import PairAnswer
from core.traffic import Timer
from core.vocabulary import CaseState, RecordKind, Role
from handlers.casework import case_pairs, name_index
from tests.casework.linking.test_linked_cases import accepts
from tests.casework.linking.test_same_case import APART, FRIEND, SAME, WIFE, cases, two
from tests.casework.story_desk import Desk
from tests.casework.verified import verify


@pytest.mark.slow
async def test_two_coordinators_who_link_crosswise_at_once_link_once(desk: Desk) -> None:
    olga, igor = await desk.coordinator(), await desk.coordinator("Igor")
    await two(desk)
    first, second = await cases(desk)
    await olga.writes(f"/link {first.code} {second.code}")
    await igor.writes(f"/link {second.code} {first.code}")
    async with desk.reading() as tx:
        ((pair, _, _),) = await case_pairs.waiting_pairs(tx)
    await desk.receive(olga.tap(f"linked:{pair.id}:same"), igor.tap(f"linked:{pair.id}:same"))
    assert [case.record for case in await cases(desk)] == [RecordKind.UNCLEAR, RecordKind.STUB]
    igor.sees(f"{second.code} is part of another case by now: see {first.code}.")


async def test_of_two_reports_joined_each_reads_where_they_were_found_and_that_it_was_another(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    wife, friend = await two(desk)
    await wife.allows_news()
    await friend.allows_news()
    say = desk.service.words.say
    await olga.writes("/list Almaty, Medeu police station, 11:20", "Pridumanny Erlan")
    await olga.presses("1", f"✓ {(await desk.case(0)).code}", "Write it down (1)")
    friend.sees_nothing_of("Medeu")
    await verify(desk, olga, 1)
    await olga.presses(SAME)
    friend.sees(say("ru", "stands-found", several=0, where="Almaty, Medeu police station, 17.09 11:20"))
    await olga.presses(f"Undo: {(await desk.case(1)).code}")
    friend.sees(say("ru", "news-found-other"))
    wife.sees_nothing_of(say("en", "news-found-other"))


async def test_who_answers_about_a_case_that_was_linked_elsewhere_meanwhile_reads_where(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Third")
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        waiting = {(new.id, known.id): pair for pair, new, known in await case_pairs.waiting_pairs(tx)}
    first, second, third = await cases(desk)
    await olga.presses_data(f"linked:{waiting[second.id, first.id].id}:same")
    await olga.presses_data(f"linked:{waiting[third.id, second.id].id}:same")
    olga.sees(f"{second.code} is part of another case by now: see {first.code}.")
    assert (await desk.case(2)).record is RecordKind.UNCLEAR


async def test_one_case_is_not_linked_to_itself_nor_to_what_nobody_knows(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    first, second = await cases(desk)
    await olga.writes(f"/link {first.code} {first.code}")
    olga.sees(f"{first.code}: this is one case already.")
    for typed in ("/link", f"/link {first.code}", f"/link {first.code} nothing such 12"):
        await olga.writes(typed)
        olga.sees("Write both codes")
        olga.screen.messages.clear()
    await olga.writes(f"/link {first.code} {second.code}")
    await olga.presses(SAME)
    await olga.writes(f"/link {second.code} {first.code}")  # a stub stands for the case it is part of
    olga.sees(f"{first.code}: this is one case already.")


@pytest.mark.parametrize(
    ("label", "states"),
    [
        ("1: the same, it is over", [CaseState.CLOSED, CaseState.CLOSED]),
        ("1: the same, still held", [CaseState.CLOSED, CaseState.OPEN]),
    ],
)
async def test_with_a_case_that_is_closed_a_coordinator_says_whether_it_is_over(
    desk: Desk, label: str, states: list[CaseState]
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(WIFE)
    await accepts(desk, marat, 0)
    await marat.presses("Released", "Released")
    await desk.reports(FRIEND, language="ru", name="Friend")
    await desk.later(minutes=1)
    before = await cases(desk)
    await olga.presses(label)
    linked = await cases(desk)
    assert [case.state for case in linked] == states
    over = label.endswith("over")
    assert [case.record is RecordKind.STUB for case in linked] == [not over, over]
    assert linked[0].outcome == "released"
    await olga.presses(f"Undo: {before[1 if over else 0].code}")
    assert [case.state for case in await cases(desk)] == [CaseState.CLOSED, CaseState.OPEN]


async def test_a_link_over_two_cities_is_by_hand_and_the_owner_hears_of_the_other_place(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(WIFE)
    case = await accepts(desk, marat, 0)
    await desk.reports("police took Erlan Pridumanny in Astana an hour ago", name="Other")
    await desk.later(minutes=1)
    other = await desk.case(1)
    await olga.writes(f"/link {case.code} {other.code}")
    olga.sees("another city")
    await olga.presses(SAME)
    marat.sees(f"{case.code}: one more source. New: ", "the place")
    await olga.opens(case)
    olga.sees("2 sources", "Almaty")


@pytest.mark.slow
async def test_a_stub_is_not_opened_again_by_reopening(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(SAME)
    first, stub = await cases(desk)
    await olga.presses_data(f"reopen:{stub.id}")
    olga.sees(f"This case is part of another: see {first.code}.")
    assert (await desk.case(1)).state is CaseState.CLOSED


@pytest.mark.slow
async def test_a_tap_twice_undoes_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(SAME)
    _, stub = await cases(desk)
    message, undo = olga.screen.button(f"Undo: {stub.code}")
    await olga.presses_data(undo.data, message)
    await olga.presses_data(undo.data)
    olga.sees("There is nothing to undo here any more.")
    await desk.later(minutes=5)
    assert olga.count("The same case? 1 question") == 0  # an undone link is not asked about again


async def test_a_coordinator_links_a_case_of_their_own(desk: Desk) -> None:
    olga = await desk.coordinator(on_duty=True)
    await two(desk)
    await olga.opens(await desk.case(0))
    await olga.presses_data(f"take:{(await desk.case(0)).id}")
    await olga.presses(SAME)
    assert (await desk.case(0)).state is CaseState.ACCEPTED
    olga.sees("one more source")


async def test_a_key_made_anew_asks_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(APART)
    async with desk.writing() as tx:
        tx.timers.put(Timer(name_index.KEY, name_index.KEY, tx.now))
    await desk.later(seconds=1)
    assert await desk.waits_until(name_index.SAME_CASE) is None


async def test_cases_that_closed_long_ago_are_not_asked_about(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(WIFE)
    await accepts(desk, marat, 0)
    await marat.presses("Released", "Released")
    desk.now += timedelta(days=15)
    await desk.reports("police took Erlan Pridumanny born 1990 in Almaty an hour ago", name="Other")
    await desk.later(minutes=1)
    olga.sees_nothing_of("The same case?")


async def test_what_one_coordinator_said_is_different_another_does_not_link_by_an_old_button(
    desk: Desk,
) -> None:
    olga, igor = await desk.coordinator(), await desk.coordinator("Igor")
    await two(desk)
    _, same = igor.screen.button(SAME)
    await olga.presses(APART)
    await igor.presses_data(same.data)
    igor.sees("This has been answered already")
    assert [case.record for case in await cases(desk)] == [RecordKind.UNCLEAR] * 2


@pytest.mark.slow
async def test_undone_two_are_different_and_of_a_third_nothing_is_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Third")
    await desk.later(minutes=1)
    first, second, third = await cases(desk)
    async with desk.reading() as tx:
        (pair,) = [
            one for one in await tx.pairs.select() if {one.case_id, one.other_id} == {first.id, second.id}
        ]
    await olga.presses_data(f"linked:{pair.id}:same")
    await olga.presses(f"Undo: {second.code}")
    async with desk.reading() as tx:
        said = {frozenset((one.case_id, one.other_id)): one.answer for one in await tx.pairs.select()}
    assert said == {
        frozenset((first.id, second.id)): PairAnswer.DIFFERENT,
        frozenset((first.id, third.id)): None,
        frozenset((second.id, third.id)): None,
    }


async def test_who_coordinates_no_more_reads_no_pairs_any_more(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    olga.sees("The same case?")
    await desk.member("Olga", Role.LAWYER, person=olga, on_duty=False)
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Third")
    await desk.later(minutes=1)
    olga.sees_nothing_of("The same case?")


async def test_a_question_is_taken_back_when_what_was_learnt_since_speaks_against_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    olga.sees("The same case? 1 question")
    second = await desk.case(1)
    await olga.opens(second)
    await olga.presses_data(f"placed:{second.id}:pavlodar")
    await desk.later(minutes=1)
    olga.sees_nothing_of("The same case?")


async def test_a_case_that_was_closed_at_once_is_not_asked_about(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(WIFE)
    await desk.later(minutes=2)
    await desk.reports(FRIEND, language="ru")
    await olga.presses_data(f"closed:{(await desk.case()).id}:false_alarm")
    await olga.writes("the family told us how it ended")
    await desk.later(minutes=1)
    olga.sees_nothing_of("The same case?")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_button_of_a_case_asks_with_which_it_is_the_same_and_shows_both(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    say = desk.service.words.say
    await desk.reports("police took Dana Made-Up in Almaty")
    dana = await desk.case()
    await olga.opens(dana)
    await olga.presses(say(language, "button-whole"), say(language, "button-link"))
    olga.sees(say(language, "link-no-other", code=dana.code))
    await desk.reports("police took a woman in Almaty", name="Vera")
    await desk.reports("police took a man in Astana", name="Timur")
    woman, man = await desk.case(1), await desk.case(2)
    await olga.presses(say(language, "button-link"))
    chosen = [
        b for s in olga.screen.messages.values() for row in s.rows for b in row if b.data.startswith("link:")
    ]
    assert [b.data for b in chosen] == [f"link:{dana.id}", f"link:{dana.id}:{woman.id}"]
    assert man.code not in olga.sees(say(language, "link-which", code=dana.code))
    await olga.presses(woman.code)
    olga.sees(say(language, "alike-head", count=1), woman.code, f"Dana Made-Up · {dana.code}")
    assert dana.state is (await desk.case(0)).state  # nothing is joined before somebody says so


async def test_a_case_that_is_part_of_another_by_now_stands_for_that_one(desk: Desk) -> None:
    olga, igor = await desk.coordinator(), await desk.coordinator("Igor")
    for name in ("Rita", "Vera", "Timur"):
        await desk.reports("police took a woman in Almaty", name=name)
    first, second, third = [await desk.case(number) for number in range(3)]
    await olga.presses_data(f"link:{first.id}:{first.id}")
    olga.sees(desk.service.words.say("en", "link-one-case", code=first.code))
    await igor.writes(f"/link {second.code} {third.code}")
    await igor.presses("1: the same")
    olga.screen.messages.clear()
    await olga.presses_data(f"link:{first.id}:{third.id}")
    shown = olga.sees("The same case?")
    assert second.code in shown
    assert third.code not in shown
