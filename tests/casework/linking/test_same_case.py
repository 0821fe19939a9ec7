"""Cases that may be about the same person are shown to coordinators beside each other; one tap links, one tap undoes."""

import pytest

from core.casework.case_view import CaseView
from core.model import Case
from core.vocabulary import CaseState, RecordKind
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

WIFE = "police took my husband Erlan Pridumanny in Almaty an hour ago"
FRIEND = "задержали Ерлана Придуманного в Алматы час назад, ему нужен инсулин"
SAME, APART = "1: the same", "1: not the same"


async def two(desk: Desk) -> tuple[Person, Person]:
    """Two who report one arrest, in two scripts."""
    wife = await desk.reports(WIFE, name="Wife")
    await desk.later(minutes=2)
    friend = await desk.reports(FRIEND, name="Friend", language="ru")
    await desk.later(minutes=1)
    return wife, friend


async def views(desk: Desk) -> list[CaseView]:
    """What is true of each case."""
    async with desk.reading() as tx:
        return [await view_of(tx, case) for case in await tx.cases.select()]


async def cases(desk: Desk) -> list[Case]:
    """All, without where the search for a lawyer is."""
    async with desk.reading() as tx:
        return await tx.cases.select()


@pytest.mark.parametrize(
    ("language", "head", "agrees", "who"),
    [
        (
            "en",
            "🔗 The same case? 1 question. Nothing is joined by itself.",
            "The name agrees perhaps, the city agrees, the day fits",
            "Relative",
        ),
        (
            "ru",
            "🔗 Одно и то же дело? 1 вопрос. Само ничего не объединяется.",
            "Имя похоже, город тот же, день подходит",
            "Родственник",
        ),
        (
            "kk",
            "🔗 Бұл бір іс пе? 1 сұрақ. Өздігінен ештеңе біріктірілмейді.",
            "Аты сәйкес болуы мүмкін, қаласы сол, күні сәйкес",
            "Туысы",
        ),
    ],
)
async def test_a_coordinator_reads_what_agrees_and_who_reported_and_no_name(
    desk: Desk, language: str, head: str, agrees: str, who: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await two(desk)
    first, second = await cases(desk)
    olga.sees(head, agrees, who, first.code, second.code)
    olga.sees_nothing_of("Pridumanny", "Придуман", "инсулин", "insulin")


@pytest.mark.slow
async def test_one_tap_makes_one_case_of_two_sources_and_the_other_is_a_stub(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(SAME)
    known, stub = await cases(desk)
    assert (known.state, known.identified, known.priority) == (CaseState.OPEN, 1, "urgent")
    assert (stub.state, stub.record, stub.identified) == (CaseState.CLOSED, RecordKind.STUB, 0)
    olga.sees(f"{stub.code} is part of {known.code} now")
    olga.sees("Nothing to compare at this moment.")
    await olga.opens(known)
    card = olga.sees(known.code, "2 sources")
    assert "1. Relative, 17.09 12:00" in card
    assert "Erlan Pridumanny / Ерлана Придуманного" in card
    assert (await desk.history(1))[-1][0] == "linked_away"
    assert "linked" in [line[0] for line in await desk.history(0)]


async def test_one_tap_undoes_exactly_and_what_was_learnt_since_stays_with_its_report(desk: Desk) -> None:
    olga = await desk.coordinator()
    _, friend = await two(desk)
    before = await views(desk)
    await olga.presses(SAME)
    await desk.later(minutes=1)
    await friend.writes("he is in the made-up station")
    assert len((await views(desk))[0].persons) == 1
    _, stub = await cases(desk)
    await olga.presses(f"Undo: {stub.code}")
    known, again = await views(desk)
    assert known == before[0]
    assert again.facts.items() >= {k: v for k, v in before[1].facts.items() if k != "where"}.items()
    assert (again.persons, known.persons) == (before[1].persons, before[0].persons)
    assert [case.state for case in await cases(desk)] == [CaseState.OPEN, CaseState.OPEN]
    assert [line[0] for line in await desk.history(1)].count("unlinked") == 1


async def test_undone_and_nothing_said_since_every_column_is_as_before(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    before = await cases(desk)
    await olga.presses(SAME, f"Undo: {before[1].code}")
    assert await cases(desk) == before


async def test_what_is_said_to_be_different_is_never_asked_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    wife, friend = await two(desk)
    await olga.presses(APART)
    await friend.writes("Ерлан Придуманный 1990")
    await wife.writes("Erlan Pridumannyy 1990")
    await desk.later(minutes=5)
    olga.sees("Nothing to compare at this moment.")
    assert [case.state for case in await cases(desk)] == [CaseState.OPEN, CaseState.OPEN]


async def test_nor_of_what_was_linked_to_either_since(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(APART)
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Third")
    await desk.later(minutes=1)
    await olga.presses(SAME)  # with one of the two
    await desk.later(minutes=2)
    olga.sees("Nothing to compare at this moment.")


@pytest.mark.slow
async def test_five_reports_of_one_arrest_are_one_case_with_five_sources(desk: Desk) -> None:
    olga = await desk.coordinator()
    for name in ("Wife", "Colleague", "Passer-by", "Neighbour", "Friend"):
        await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name=name)
        await desk.later(minutes=1)
    for _ in range(4):
        await olga.presses(SAME)
        await desk.later(minutes=1)
    one, *stubs = await cases(desk)
    assert [case.record for case in stubs] == [RecordKind.STUB] * 4
    assert (one.identified, one.count_kind.value) == (1, "exact")
    await olga.opens(one)
    olga.sees("5 sources", "\n5. ")
    await olga.writes("/cases")
    olga.sees_nothing_of(*(f"{case.code} · Almaty" for case in stubs))


@pytest.mark.slow
async def test_a_case_of_several_reports_moves_with_all_of_them_and_comes_back_with_all(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.presses(SAME)
    one, stub = await cases(desk)
    await desk.reports("police took Aida Made-Up in Almaty", name="Third")
    third = await desk.case()
    marat = await desk.lawyer()
    await desk.later(minutes=20)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', third)).id}")
    before = await cases(desk)
    await olga.writes(f"/link {one.code} {third.code}")
    await olga.presses(SAME)
    assert [case.record for case in (await cases(desk))[:2]] == [RecordKind.STUB] * 2
    await olga.opens(stub)
    olga.sees(f"{stub.code}: its reports belong to {third.code} now")
    await olga.presses(f"Undo: {one.code}")
    assert [case.record for case in await cases(desk)] == [case.record for case in before]
    await olga.opens(one)
    await olga.presses("Undo: source 2")
    assert [case.state for case in (await cases(desk))[:2]] == [CaseState.OPEN, CaseState.OPEN]


async def test_a_name_alone_is_not_asked_about(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(WIFE)
    await desk.reports("police took Erlan Pridumanny in Astana an hour ago", name="Other")
    await desk.later(minutes=1)
    olga.sees_nothing_of("The same case?")


async def test_what_waits_is_one_card_that_sounds_once_in_ten_minutes(desk: Desk) -> None:
    olga = await desk.coordinator()
    await two(desk)
    assert olga.rang() > 0
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Third")
    await desk.later(minutes=1)
    olga.sees("The same case? 3 questions")
    assert olga.rang() == 0
