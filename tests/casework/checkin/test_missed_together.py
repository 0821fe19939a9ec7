"""Many check-ins are missed at one time: each is heard of, each has its lawyers; a flood only puts off those in doubt."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from handlers.checkin import running_checkin
from tests.casework.checkin.test_check_in import MISSED, sets
from tests.casework.story_desk import Desk, Person

SEVERAL = "Missed check-ins, not verified"
FOUND = "somebody cannot be found"


async def known(desk: Desk, person: Person, days: int = 30) -> Person:
    """The person has written to us before."""
    address = await desk.address(person)
    async with desk.writing() as tx:
        tx.addresses.put(replace(address, created_at=desk.now - timedelta(days=days)))
    return person


async def asked_lawyers(desk: Desk) -> list[int]:
    """The addresses whose case lawyers were asked about."""
    async with desk.reading() as tx:
        reports = await tx.reports.select()
        cases = {case.id: case for case in await tx.cases.select()}
    return [report.address_id for report in reports if report.case_id and cases[report.case_id].alerting]


async def test_four_throwaway_check_ins_keep_no_true_one_from_lawyers_or_coordinators(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    for _ in range(4):
        await sets(desk)
    aset = await sets(desk)
    await desk.later(hours=3, minutes=11)
    address = await desk.address(aset)
    async with desk.reading() as tx:
        (report,) = await tx.reports.by(address_id=address.id)
        case = await tx.cases.get(report.case_id or 0)
    assert case is not None
    olga.sees(SEVERAL, case.code)
    await desk.later(minutes=20)
    assert address.id in await asked_lawyers(desk)
    assert marat.rang() >= 1


async def test_each_missed_one_sounds_and_several_within_minutes_share_a_message(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(3):
        await sets(desk, number="")
    for _ in range(20):
        await sets(desk, by="15:01", number="")
    await desk.later(hours=3, minutes=10)
    assert (olga.count(MISSED), olga.rang()) == (3, 3)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        codes = [case.code for case in await tx.cases.select()]
    assert (olga.count(MISSED), olga.rang()) == (3, 1)
    assert len(codes) == 23
    seen = olga.sees(f"{SEVERAL}: 23")
    for _ in range(4):
        await olga.presses("▶")
        seen += olga.sees(SEVERAL)
    assert [code for code in codes if code not in seen] == []
    await olga.presses(codes[-1])
    olga.sees(MISSED, codes[-1], "[Ask lawyers]")


async def test_what_comes_within_the_two_minutes_sounds_after_them(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(4):
        await sets(desk, number="")
    await sets(desk, by="15:01", number="")
    await desk.later(hours=3, minutes=10)
    olga.rang()
    await desk.later(minutes=1)
    assert olga.rang() == 0
    await desk.later(minutes=1)
    assert olga.rang() == 1


async def test_coordinators_are_asked_again_with_a_sound_however_many_are_silent(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(12):
        await sets(desk)
    await desk.later(hours=3, minutes=18)
    for _ in range(2):
        olga.rang()
        await desk.later(minutes=10)
        assert olga.rang() >= 1


async def test_in_a_flood_chats_that_we_know_go_first_and_nobody_waits_longer_than_half_an_hour(
    desk: Desk,
) -> None:
    await desk.coordinator()
    await desk.lawyer()
    for _ in range(40):
        await sets(desk)
    aset = await known(desk, await sets(desk))
    await desk.later(hours=3, minutes=31)
    asked = await asked_lawyers(desk)
    assert len(asked) == 5  # no more than a lawyer can look at
    assert (await desk.address(aset)).id in asked
    await desk.later(minutes=10)
    assert len(await asked_lawyers(desk)) == 15
    await desk.later(minutes=20)
    assert len(await asked_lawyers(desk)) == 41


async def test_the_second_check_in_of_one_chat_goes_behind_the_first_of_others(desk: Desk) -> None:
    await desk.lawyer()
    greedy = await known(desk, await sets(desk))
    async with desk.writing() as tx:
        (one,) = await tx.checkins.select()
        told = await tx.dialogues.get(one.dialogue_id)
        assert told is not None
        for _ in range(9):
            copy = tx.dialogues.add(replace(told, id=tx.new_id()))
            running_checkin.save(tx, replace(one, id=tx.new_id(), dialogue_id=copy.id))
    aset = await known(desk, await sets(desk))
    await desk.later(hours=3, minutes=31)
    asked = await asked_lawyers(desk)
    assert (await desk.address(aset)).id in asked
    assert asked.count((await desk.address(greedy)).id) == 4


async def test_who_has_reported_three_others_is_missed_as_loudly(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await desk.later(hours=2, minutes=50)
    for city in ("Taraz", "Astana", "Aktobe"):
        await aset.writes("/report", f"police took Dana Made-Up in {city}")
    await desk.later(minutes=10)
    olga.rang()
    await desk.later(minutes=11)
    olga.sees(MISSED)
    assert olga.rang() >= 1


POLICE = {
    "en": "interrogation at the security committee",
    "ru": "иду на допрос в КНБ",
    "kk": "ҰҚК-ге жауап алуға шақырды",
}
STATION = {"en": "I go to the police", "ru": "захожу в полицию за справкой", "kk": "полицияға барамын"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("words", [POLICE, STATION])
async def test_before_the_police_or_an_interrogation_lawyers_are_asked_ten_minutes_after_it_is_missed(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", {"en": "by 3pm", "ru": "до 15", "kk": "сағат 15-ке дейін"}[language])
    await aset.writes("Алматы", words[language], "+77010001122")
    await aset.presses_data("checkin/review:!confirm")
    await desk.later(hours=3, minutes=10)
    olga.sees(MISSED)
    assert marat.screen.text() == ""
    await desk.later(minutes=10)
    marat.sees(FOUND)
