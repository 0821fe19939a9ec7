"""A release was told, and it is denied, by the reporter or by a member: the case goes on, with its owner and its clocks."""

import pytest

from core.model import LANGUAGES
from core.vocabulary import CaseState
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Выдуманову в Алматы",
    "kk": "Алматыда полиция Дана Ойдановты ұстады",
}
BOTH = "police took Dana Made-Up and Askar Invented in Almaty"
OUT = {"en": "he was let go", "ru": "его отпустили", "kk": "оны босатты"}
DENIED = {
    "en": ["not true, he was not let go", "that was false, he was never released"],
    "ru": ["это неправда, его не отпустили", "не отпустили его, он всё ещё там"],
    "kk": ["өтірік, оны босатқан жоқ", "рас емес, оны жібермеді"],
}
EACH = [(language, text) for language in LANGUAGES for text in DENIED[language]]
ELSE = {
    "en": "they hold a man in Astana",
    "ru": "держат мужчину в Астане",
    "kk": "Астанада бір кісіні ұстап отыр",
}


async def taken(desk: Desk, language: str, reported: str = "") -> tuple[Person, Person, Person]:
    """Rita has reported it, Marat has the case, Olga coordinates."""
    desk.without_clocks()
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(reported or HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return rita, marat, olga


def forget_sounds(*people: Person) -> None:
    for person in people:
        person.rang()


async def closes(desk: Desk, marat: Person) -> None:
    case = await desk.case()
    for data in (f"closing:{case.id}:released", f"allout:{case.id}"):
        await marat.presses_data(data)
    assert (await desk.case()).state is CaseState.CLOSED
    await desk.later(minutes=30)


@pytest.mark.parametrize(("language", "text"), EACH)
async def test_the_reporter_takes_it_back_while_the_case_is_open(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await taken(desk, language)
    await rita.tells_all_out(OUT[language])
    assert (await desk.case()).says_over
    await desk.later(minutes=6)
    forget_sounds(rita, marat, olga)
    await rita.writes(text)
    assert not (await desk.case()).says_over
    assert (rita.rang(), marat.rang(), olga.rang()) == (1, 1, 1)
    olga.sees(desk.service.words.say(language, "ask-goes-on"), (await desk.case()).code)


@pytest.mark.parametrize(("language", "text"), EACH)
async def test_the_reporter_takes_it_back_after_it_was_closed(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await taken(desk, language)
    await closes(desk, marat)
    forget_sounds(rita, marat, olga)
    await rita.writes(text)
    case = await desk.case()
    assert (case.state, case.outcome) == (CaseState.ACCEPTED, None)
    assert (rita.rang(), marat.rang(), olga.rang()) == (1, 1, 1)
    await rita.writes("the mother is at the station")  # it belongs to the same case
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1
        assert await tx.timers.get(f"still-yours:case-{case.id}") is not None


@pytest.mark.parametrize(("language", "text"), EACH)
async def test_a_lawyer_takes_it_back_after_they_have_closed_it(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await taken(desk, language)
    await closes(desk, marat)
    forget_sounds(rita, marat, olga)
    await marat.writes(text)
    case = await desk.case()
    assert (case.state, case.owner_id is not None) == (CaseState.ACCEPTED, True)
    say = desk.service.words.say
    marat.sees(say(language, "held-still-noted", code=case.code))
    rita.sees(say(language, "news-reopened"))
    assert (rita.rang(), olga.rang()) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_takes_no_cases_any_more_does_not_get_it_back(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, language)
    saule = await desk.lawyer("Saule", languages=(language,))
    await closes(desk, marat)
    await desk.suspends(marat)
    forget_sounds(rita, marat, olga, saule)
    await rita.writes(DENIED[language][0])
    assert (await desk.case()).state is CaseState.OPEN
    assert (saule.rang(), olga.rang()) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happens_elsewhere_opens_no_closed_case(desk: Desk, language: str) -> None:
    rita, marat, _ = await taken(desk, language)
    await closes(desk, marat)
    await rita.writes(ELSE[language])
    await marat.writes(ELSE[language])
    assert (await desk.case(0)).state is CaseState.CLOSED


async def test_who_was_said_to_be_free_is_held_again_and_the_others_stay_free(desk: Desk) -> None:
    rita, marat, olga = await taken(desk, "en", BOTH)
    await marat.writes("Dana is released")
    await marat.presses("These")
    forget_sounds(rita, marat, olga)
    await marat.writes("Askar is still held inside")  # nobody said anything else
    assert olga.rang() == 0
    await marat.writes("Dana was not released after all")
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
        assert [view.of(person.id, "status") for person in view.persons] == [None, None]
    assert (rita.rang(), olga.rang()) == (1, 1)
    rita.sees("What we wrote of a release is not confirmed")
    await marat.writes("Dana is released")  # in either order
    await marat.presses("These")
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
        assert sum(view.of(person.id, "status") is not None for person in view.persons) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_member_denies_what_the_reporter_has_said(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, language)
    await rita.tells_all_out(OUT[language])
    forget_sounds(rita, marat, olga)
    await marat.writes(DENIED[language][0])
    assert not (await desk.case()).says_over
    assert olga.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_let_go_is_no_refusal_at_the_door(desk: Desk, language: str) -> None:
    _, marat, olga = await taken(desk, language)
    olga.rang()
    await marat.writes(DENIED[language][0])
    async with desk.reading() as tx:
        assert [f.value for f in (await view_of(tx, await desk.case())).history("visit")][1:] == []
    assert olga.rang() == 0
