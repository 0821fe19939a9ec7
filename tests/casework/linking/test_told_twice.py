"""Two people tell of one event: who has the first is asked alone whether the second is the same, and nobody learns of
another reporter.
"""

import tomllib
from pathlib import Path

import pytest

from core.model import Case
from core.vocabulary import CaseState, RecordKind
from tests.casework.story_desk import Desk, Person

PAIRS = tomllib.loads((Path(__file__).parent / "told_twice.toml").read_text(encoding="utf-8"))["pair"]
CITIES = ("almaty", "astana", "shymkent", "karaganda", "aktau")
FIRST = "police took my husband Erlan Pridumanny in Almaty, on Abay street"
SECONDS = [
    ("en", "The same", "Another", "they dragged our neighbour Erlan into a car on Abay street, Almaty"),
    ("ru", "То же самое", "Другое", "соседа Ерлана полиция увезла с улицы Абая, Алматы"),
    ("kk", "Сол іс", "Басқа іс", "Алматыда Абай көшесінде көршіміз Ерланды полиция алып кетті"),
]


async def one_is_taken(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Two lawyers and a coordinator; the first has what the wife told."""
    marat = await desk.lawyer(cities=CITIES, languages=(language,))
    saule, olga = await desk.lawyer("Saule", cities=CITIES), await desk.coordinator()
    await desk.reports(FIRST, name="Wife")
    await takes(desk, marat)
    await desk.later(minutes=10)
    for person in (marat, saule, olga):
        person.rang()
    return marat, saule, olga


async def takes(desk: Desk, lawyer: Person, number: int = 0) -> Case:
    case = await desk.case(number)
    await lawyer.presses_data(f"accept:{(await desk.offer_to(lawyer.name, case)).id}")
    await lawyer.presses_data(f"first:{case.id}:contacted")
    return case


async def pairs(desk: Desk) -> int:
    async with desk.reading() as tx:
        return len(await tx.pairs.select())


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row["one"][:30])
async def test_what_may_be_one_event_is_asked_and_what_is_two_is_not(desk: Desk, row: dict[str, str]) -> None:
    for text in (row["one"], row["other"]):
        await desk.reports(text, language=row["language"])
        await desk.later(minutes=12)
    assert await pairs(desk) == bool(row["same"])


@pytest.mark.parametrize(("language", "same", "another", "text"), SECONDS)
async def test_who_has_the_first_is_asked_alone_and_one_tap_makes_them_one(
    desk: Desk, language: str, same: str, another: str, text: str
) -> None:
    marat, saule, olga = await one_is_taken(desk, language)
    neighbour = await desk.reports(text, name="Neighbour", language=language)
    known = await desk.case(0)
    assert (marat.rang(), saule.rang()) == (1, 0)
    marat.sees(known.code, f"[{same}]", f"[{another}]")
    olga.sees("The same case?", known.code)
    await marat.presses(same)
    stub = await desk.case(1)
    assert (stub.record, (await desk.case(0)).state) == (RecordKind.STUB, CaseState.ACCEPTED)
    olga.sees(f"Marat says: {stub.code} is part of {known.code}", f"Undo: {stub.code}")
    await desk.later(hours=1)
    assert saule.rang() == 0
    neighbour.sees_nothing_of(known.code, "Pridumanny", "Wife")


@pytest.mark.parametrize(("language", "same", "another", "text"), SECONDS)
async def test_another_is_offered_to_the_others_at_once(
    desk: Desk, language: str, same: str, another: str, text: str
) -> None:
    marat, saule, olga = await one_is_taken(desk, language)
    await desk.reports(text, name="Neighbour", language=language)
    await marat.presses(another)
    assert saule.rang() == 1
    marat.rang()
    await desk.later(minutes=1)
    assert marat.rang() == 0  # they have just answered
    olga.sees("Nothing to compare")
    marat.sees_nothing_of(f"[{same}]")


async def test_without_an_answer_others_are_asked_after_three_minutes(desk: Desk) -> None:
    _, saule, _ = await one_is_taken(desk)
    await desk.reports(SECONDS[0][3])
    await desk.later(minutes=2)
    assert saule.rang() == 0
    await desk.later(minutes=2)
    assert saule.rang() == 1


@pytest.mark.parametrize(
    ("language", "cry"),
    [("en", "they are beating him"), ("ru", "его избивают"), ("kk", "оны ұрып жатыр")],
)
async def test_an_emergency_rings_everybody_at_once_also_when_it_comes_later(
    desk: Desk, language: str, cry: str
) -> None:
    text = next(row[3] for row in SECONDS if row[0] == language)
    _, saule, _ = await one_is_taken(desk)
    neighbour = await desk.reports(text, language=language)
    assert saule.rang() == 0
    await neighbour.writes(cry)
    assert saule.rang() == 1
    await desk.reports(f"{text}. {cry}", name="Aunt", language=language)
    assert saule.rang() == 1


async def test_who_cannot_be_reached_is_not_waited_for(desk: Desk) -> None:
    marat, saule, _ = await one_is_taken(desk)
    await desk.blocks(marat)
    saule.rang()
    await desk.reports(SECONDS[0][3])
    assert saule.rang() == 1


async def test_who_says_no_to_the_offer_has_the_others_asked(desk: Desk) -> None:
    marat, saule, _ = await one_is_taken(desk)
    await desk.reports(SECONDS[0][3])
    await marat.presses("I can't")
    assert saule.rang() == 1


async def test_many_questions_are_not_put_to_one_lawyer(desk: Desk) -> None:
    marat, saule, _ = await one_is_taken(desk)
    for number in range(3):
        await desk.reports(SECONDS[0][3], name=f"Neighbour {number}")
    assert saule.rang() == 0
    await desk.reports(SECONDS[0][3], name="One more")
    assert saule.rang() == 1
    assert marat.rang() > 0


async def test_a_lawyer_who_was_asked_about_both_reads_that_they_may_be_one_and_answers_when_they_have_one(
    desk: Desk,
) -> None:
    marat, _ = await desk.lawyer(), await desk.coordinator()
    await desk.reports(FIRST)
    await desk.reports(SECONDS[0][3], name="Neighbour")
    await desk.later(seconds=20)
    first = await desk.case(0)
    marat.sees(f"Perhaps the same as {first.code}, about which you were asked")
    assert not marat.screen.offers("The same")
    await takes(desk, marat)
    marat.sees(f"Perhaps the same as {first.code}, which you have")
    await marat.presses("The same")
    assert (await desk.case(1)).record is RecordKind.STUB


async def test_who_has_neither_joins_nothing_by_an_old_button(desk: Desk) -> None:
    _, saule, _ = await one_is_taken(desk)
    await desk.reports(SECONDS[0][3])
    async with desk.reading() as tx:
        (pair,) = await tx.pairs.select()
    await saule.presses_data(f"linked:{pair.id}:same")
    assert (await desk.case(1)).record is not RecordKind.STUB


async def test_what_a_lawyer_joined_a_coordinator_undoes_and_lawyers_are_asked(desk: Desk) -> None:
    marat, saule, olga = await one_is_taken(desk)
    await desk.reports(SECONDS[0][3])
    await marat.presses("The same")
    code = (await desk.case(1)).code
    await olga.presses(f"Undo: {code}")
    assert (await desk.case(1)).state is CaseState.OPEN
    assert saule.rang() == 1
