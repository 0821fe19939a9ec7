"""Who only watches has taken nobody; a door that is being broken in makes a case urgent, and whoever is asked hears it."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

WATCHED = {
    "en": ["masked people are watching the house in Almaty", "police are outside our door in Almaty"],
    "ru": ["у двери стоят полицейские, Алматы", "люди в масках стоят у подъезда, Алматы"],
    "kk": ["есік алдында полиция тұр, Алматы"],
}
SHUT_IN = {
    "en": "police are at our door and do not let us out, Almaty",
    "ru": "у двери стоят полицейские, не выпускают из квартиры, Алматы",
    "kk": "есік алдында полиция тұр, үйден шығармай жатыр, Алматы",
}
BREAKING = {"en": "they are breaking the door in", "ru": "выламывают дверь", "kk": "есікті бұзып жатыр"}


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in WATCHED[of]])
async def test_watchers_ring_no_lawyer_and_a_coordinator_hears_of_them(
    desk: Desk, language: str, text: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(text, language=language)
    assert (await desk.case()).situation == "saw"
    assert (marat.rang(), olga.rang()) == (0, 1)  # nobody is held, and somebody may soon be


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_not_let_out_by_them_has_lawyers_asked(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(SHUT_IN[language], language=language)
    assert marat.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_watched_becomes_an_alarm_when_the_door_is_broken_in(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(WATCHED[language][0], language=language)
    await rita.writes(BREAKING[language])
    assert marat.rang() == 1
    marat.sees("URGENT")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_door_that_is_broken_in_rings_more_lawyers_and_makes_the_offer_red(
    desk: Desk, language: str
) -> None:
    lawyers = [await desk.lawyer(f"Lawyer {number}") for number in range(8)]
    rita = await desk.reports(SHUT_IN[language], language=language)
    before = len(await desk.states())
    await rita.writes(BREAKING[language])
    assert len(await desk.states()) > before
    assert any("URGENT" in lawyer.screen.text() for lawyer in lawyers)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_has_the_case_hears_of_the_door_by_a_sound(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(SHUT_IN[language], language=language)
    await marat.presses("I'll take it", "Contacted")
    marat.rang()
    await rita.writes(BREAKING[language])
    assert marat.rang() == 1
    marat.sees("URGENT", "The door is being broken in")


BYSTANDERS = [
    ("ru", "задержали мужа в Алматы, рядом был журналист, снимал"),
    ("en", "a journalist filmed it, they detained my brother in Almaty"),
    ("kk", "Алматыда інімді ұстады, журналист түсіріп алды"),
]
HELD = [
    ("ru", "задержали журналиста в Алматы"),
    ("en", "police detained a journalist in Almaty"),
    ("kk", "Алматыда тілшіні ұстады"),
]
ILL = {"ru": "девочку тошнит", "en": "she has nausea", "kk": "қыз құсып жатыр"}


@pytest.mark.parametrize(("language", "text"), BYSTANDERS)
async def test_a_journalist_who_stands_by_makes_nothing_urgent(desk: Desk, language: str, text: str) -> None:
    await desk.reports(text, language=language)
    assert (await desk.case()).priority != "urgent"


@pytest.mark.parametrize(("language", "text"), HELD)
async def test_a_journalist_who_is_held_does(desk: Desk, language: str, text: str) -> None:
    await desk.reports(text, language=language)
    assert (await desk.case()).priority == "urgent"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_sick_is_ill(desk: Desk, language: str) -> None:
    rita = await desk.reports(SHUT_IN[language], language=language)
    await rita.writes(ILL[language])
    assert (await desk.case()).priority == "urgent"
