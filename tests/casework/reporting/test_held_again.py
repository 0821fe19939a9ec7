"""Somebody was let go, it is said, and is held again: whoever is to help hears of it, whatever was understood before."""

import pytest

from core.conversation.finer_values import merge_values
from core.values import CountKind, People
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
OVER = [
    ("en", "it's over"), ("en", "she is with us"), ("ru", "всё закончилось"), ("ru", "она вернулась"), ("ru", "атпустили"),
    ("kk", "жіберді"), ("kk", "бәрі аяқталды"),
]  # fmt: skip
AGAIN = [
    ("en", "they hold her again"), ("en", "Almaty, they hold her now"), ("en", "they came back for her"),
    ("en", "she is back in custody"), ("ru", "её опять держат"), ("ru", "заново задержали"), ("ru", "её забрали обратно"),
    ("ru", "её вернули в отдел полиции"), ("kk", "қайта ұстап жатыр"), ("kk", "тағы ұсталды"), ("kk", "қайта апарды"),
]  # fmt: skip
NOT_OVER = [
    ("en", "the police came back"), ("en", "police are back"), ("en", "the lawyer came out"),
    ("ru", "менты вышли из машины"), ("ru", "полиция вернулась домой к нему"), ("ru", "адвокат вышел на связь"),
    ("ru", "она вышла на связь"),
    ("kk", "адвокат үйге келді"),
]  # fmt: skip


async def reported(desk: Desk, language: str) -> Person:
    rita = await desk.reports(HELD, language=language)
    await desk.later(minutes=1)
    return rita


@pytest.mark.parametrize(("language", "words"), OVER)
async def test_that_it_is_over_is_heard_where_it_is_all_that_is_said(
    desk: Desk, language: str, words: str
) -> None:
    await desk.lawyer()
    rita = await reported(desk, language)
    await rita.tells_all_out(words)
    assert (await desk.case()).says_over


@pytest.mark.parametrize(("language", "words"), NOT_OVER)
async def test_who_takes_people_or_defends_them_is_not_let_go(desk: Desk, language: str, words: str) -> None:
    await desk.lawyer()
    rita = await reported(desk, language)
    await rita.writes(words)
    assert not (await desk.case()).says_over


@pytest.mark.slow
@pytest.mark.parametrize(("language", "words"), AGAIN)
async def test_lawyers_are_asked_again(desk: Desk, language: str, words: str) -> None:
    marat = await desk.lawyer()
    rita = await reported(desk, language)
    await rita.tells_all_out("released")
    marat.rang()
    await rita.writes(words)
    assert not (await desk.case()).says_over
    assert marat.rang() == 1


@pytest.mark.slow
@pytest.mark.parametrize("before", ["released", "he sleeps at his grandma's place"])
@pytest.mark.parametrize(("language", "words"), [one for one in AGAIN if "now" not in one[1]])
async def test_whoever_has_the_case_hears_it_also_where_nothing_was_understood_before(
    desk: Desk, language: str, words: str, before: str
) -> None:
    marat = await desk.lawyer()
    rita = await reported(desk, language)
    await marat.presses("I'll take it")
    await rita.writes(before)
    marat.rang()
    await rita.writes(words)
    assert marat.rang() == 1
    if before != "released":
        marat.sees("said to be held again")


@pytest.mark.slow
@pytest.mark.parametrize("hours", [1, 4])
async def test_lawyers_who_read_that_it_is_over_are_asked_again_long_after_the_pause(
    desk: Desk, hours: int
) -> None:
    desk.without_clocks()
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.coordinator(escalation=True)
    rita = await reported(desk, "en")
    await rita.tells_all_out("released")
    await desk.later(hours=hours)
    marat.rang(), saule.rang()
    await rita.writes("they took her again")
    assert (marat.rang(), saule.rang()) == (1, 1)


async def test_a_coordinator_who_finds_them_held_after_the_pause_has_lawyers_asked_again(desk: Desk) -> None:
    desk.without_clocks()
    marat, olga = await desk.lawyer(), await desk.coordinator(escalation=True)
    rita = await reported(desk, "en")
    await rita.tells_all_out("released")
    await desk.later(hours=1)
    marat.rang()
    await olga.presses("It is not over")
    assert marat.rang() == 1


@pytest.mark.parametrize("words", ["they took her again", "её опять забрали", "оны қайта ұстап жатыр"])
async def test_after_closing_lawyers_are_asked_at_once_and_nothing_is_asked_that_is_known(
    desk: Desk, words: str
) -> None:
    marat, rita = await desk.lawyer(), await reported(desk, "en")
    await marat.presses("I'll take it", "Close…", "Released")
    marat.rang()
    await desk.later(hours=1)
    await rita.writes(words)
    assert marat.rang() == 1
    assert len(await desk.offers()) == 1
    await marat.presses("I'll take it")
    marat.sees("yours", "Dana Made-Up", "Almaty")


@pytest.mark.parametrize("words", ["they took Asel Example again", "somebody was taken again in Astana"])
async def test_another_place_or_person_after_closing_takes_nothing_from_the_closed_report(
    desk: Desk, words: str
) -> None:
    marat, rita = await desk.lawyer(), await reported(desk, "en")
    await marat.presses("I'll take it", "Close…", "Released")
    await desk.later(hours=1)
    await rita.writes(words)
    rita.sees_nothing_of("Noted: Almaty; 1 name; Still going on")
    async with desk.reading() as tx:
        assert [case.region for case in await tx.cases.select()][1:] in ([], ["astana-city"])


BY_NAME = {
    "en": ("police took Erlan Made-Up in Almaty", "Erlan was released", "they took Erlan again"),
    "ru": ("полиция задержала Ерлана Выдуманова в Алматы", "Ерлана отпустили", "Ерлана снова задержали"),
    "kk": ("Алматыда полиция Ерлан Ойдановты ұстады", "Ерланды босатты", "Ерланды қайта ұстады"),
}


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("language", BY_NAME)
async def test_whoever_is_held_again_is_one_person_also_where_the_name_is_said_again(
    desk: Desk, language: str, closed: bool
) -> None:
    marat = await desk.lawyer()
    told, over, again = BY_NAME[language]
    rita = await desk.reports(told, language=language)
    await rita.writes(over)
    if closed:
        await marat.presses("I'll take it", "Close…", "Released")
    await desk.later(hours=1)
    marat.rang()
    await rita.writes(again)
    assert marat.rang() == 1
    marat.sees("Almaty", "1 person")
    assert not (await desk.case()).says_over


NAMED = [
    ("Дана Выдуманова", "Дану", ("Дана Выдуманова",)),
    ("Ерлан", "Ерланды", ("Ерлан",)), ("Асель", "Асем", ("Асель", "Асем")),
    ("Марат", "Марал", ("Марат", "Марал")), ("Ерлана", "Ерлан Выдуманов", ("Ерлан Выдуманов",)),
    ("Ерлан Ойданов", "Ерлан Выдуманов", ("Ерлан Ойданов", "Ерлан Выдуманов")),
]  # fmt: skip


@pytest.mark.parametrize(("known", "said", "both"), NAMED)
def test_a_name_said_again_in_another_case_or_in_full_is_no_second_person(
    known: str, said: str, both: tuple[str, ...]
) -> None:
    found = merge_values(People((known,), 1, CountKind.EXACT), People((said,), 1, CountKind.EXACT))
    assert found == People(both, len(both), CountKind.EXACT)
