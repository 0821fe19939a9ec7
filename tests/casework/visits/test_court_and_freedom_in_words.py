"""A lawyer writes when the hearing is, or who is free: the hearing stands at once, a release waits for one press."""

from datetime import UTC, datetime

import pytest

from core.casework.proceedings import tracked_hearings
from core.model import LANGUAGES, Case
from core.values import Hearing
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
TWO = "police took Dana Made-Up and Askar Invented in Almaty"


async def taken(desk: Desk, language: str = "en", told: str = HELD) -> tuple[Person, Person]:
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(told)
    await rita.allows_news()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang(), rita.rang()
    return marat, rita


async def hearings(desk: Desk) -> list[tuple[str, str]]:
    """What is said of hearings now, with the time in Almaty."""
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    said = [fact.value for fact in view.history("hearing") if isinstance(fact.value, Hearing)]
    newest = {hearing.number: hearing for hearing in said}
    return [
        (f"{hearing.at.astimezone(desk.service.zone):%d.%m %H:%M}", hearing.court)
        for hearing in newest.values()
    ]


async def notes(desk: Desk, number: int = -1) -> list[str]:
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case(number))
    return [str(fact.value) for fact in view.history("note")]


async def free(desk: Desk, number: int = -1) -> list[str]:
    """Who of a case is said to be released."""
    case: Case = await desk.case(number)
    async with desk.reading() as tx:
        view = await view_of(tx, case)
    return [
        person.names[-1]
        for person in view.persons
        if (said := view.of(person.id, "status")) is not None and said.value == "released"
    ]


@pytest.mark.parametrize(
    ("language", "text", "court"),
    [
        ("ru", "суд завтра в 10:00, Бостандыкский", "Бостандыкский"),
        ("ru", "завтра в 10:00 заседание в Медеуском суде", "Медеуском суде"),
        ("kk", "ертең 10:00-де Орал әкімшілік соты", "Орал әкімшілік соты"),
        ("en", "hearing tomorrow 10:00, Bostandyk court", "Bostandyk court"),
        ("en", "court tomorrow at 10:00", ""),
    ],
)
async def test_a_hearing_in_words_is_a_claim_with_its_court_and_reminds(
    desk: Desk, language: str, text: str, court: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    assert await hearings(desk) == [("18.09 10:00", court)]
    assert await notes(desk) == [text]
    assert await desk.waits_until("hearing") is not None
    say = desk.service.words.say
    marat.sees("18.09 10:00", f"[{say(language, 'button-hearing-right')}]")
    marat.sees(say(language, "button-not-this"))


async def test_not_this_takes_the_hearing_back_and_nothing_reminds(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes("court tomorrow at 10:00")
    await marat.presses("Not this")
    assert await hearings(desk) == []
    assert await desk.waits_until("hearing") is None
    assert await notes(desk) == ["court tomorrow at 10:00"]


async def test_a_better_word_of_the_same_day_is_the_same_hearing(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes("hearing tomorrow")
    await desk.later(minutes=1)
    await marat.writes("hearing tomorrow 11:30, Bostandyk court")
    assert await hearings(desk) == [("18.09 11:30", "Bostandyk court")]


MOVED = {
    "en": (
        "hearing tomorrow at 10:00",
        "the hearing is on Friday 11:30",
        "hearing postponed to Friday 11:30",
    ),
    "ru": ("суд завтра в 10:00", "суд в пятницу в 11:30", "заседание перенесли на пятницу 11:30"),
    "kk": ("сот ертең 10:00-де", "сот жұма күні 11:30-да", "сот жұмаға ауысты, 11:30"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [1, 2])
async def test_another_day_is_the_same_hearing_moved_and_the_member_reads_when_it_was(
    desk: Desk, language: str, which: int
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(MOVED[language][0])
    await desk.later(minutes=1)
    await marat.writes(MOVED[language][which])
    assert await hearings(desk) == [("21.09 11:30", "")]
    assert await desk.waits_until("hearing") == datetime(2018, 9, 20, 13, 0, tzinfo=UTC)
    say = desk.service.words.say
    marat.sees(say(language, "hearing-was", times="18.09 10:00"), f"[{say(language, 'button-hearing-both')}]")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_both_stand_by_one_press_and_both_remind(desk: Desk, language: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(MOVED[language][0])
    await desk.later(minutes=1)
    await marat.writes(MOVED[language][1])
    await marat.presses(desk.service.words.say(language, "button-hearing-both"))
    assert sorted(await hearings(desk)) == [("18.09 10:00", ""), ("21.09 11:30", "")]
    assert await desk.waits_until("hearing") == datetime(2018, 9, 17, 13, 0, tzinfo=UTC)
    marat.sees("18.09 10:00", "21.09 11:30")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a second hearing on Friday 11:30"),
        ("ru", "второе заседание в пятницу 11:30"),
        ("kk", "екінші сот отырысы жұма күні 11:30-да"),
    ],
)
async def test_a_second_hearing_stands_beside_the_first(desk: Desk, language: str, text: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(MOVED[language][0])
    await desk.later(minutes=1)
    await marat.writes(text)
    assert sorted(await hearings(desk)) == [("18.09 10:00", ""), ("21.09 11:30", "")]


async def test_where_several_are_held_another_day_is_another_hearing(desk: Desk) -> None:
    marat, _ = await taken(desk, told=TWO)
    await marat.writes("hearing tomorrow at 10:00")
    await desk.later(minutes=1)
    await marat.writes("hearing on Friday 11:30")
    assert sorted(await hearings(desk)) == [("18.09 10:00", ""), ("21.09 11:30", "")]


@pytest.mark.parametrize(
    ("language", "first", "court", "time"),
    [
        ("en", "hearing tomorrow", "Bostandyk district court", "at 11:30"),
        ("ru", "суд завтра", "Бостандыкский районный суд", "в 11:30"),
        ("kk", "сот ертең", "Бостандық аудандық соты", "сағат 11:30-да"),
    ],
)
async def test_a_court_or_an_hour_written_a_moment_later_belongs_to_the_hearing(
    desk: Desk, language: str, first: str, court: str, time: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(first)
    await marat.writes(court)
    await marat.writes(time)
    assert await hearings(desk) == [("18.09 11:30", court)]
    assert await notes(desk) == [first, court, time]


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "the court ended today: not guilty", "acquitted"),
        ("ru", "суд сегодня закончился: не виновен", "acquitted"),
        ("kk", "сот бүгін аяқталды: кінәлі емес", "acquitted"),
        ("en", "the court fined him", "fine"),
        ("ru", "суд назначил штраф", "fine"),
        ("kk", "сот айыппұл салды", "fine"),
    ],
)
async def test_what_a_court_has_decided_is_noted_and_is_no_hearing_to_come(
    desk: Desk, language: str, text: str, outcome: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    async with desk.reading() as tx:
        (sitting,) = tracked_hearings(await view_of(tx, await desk.case()))
    assert sitting.hearing.outcome == outcome
    assert await desk.waits_until("hearing") is None
    say = desk.service.words.say
    marat.sees(say(language, f"hearing-{outcome}"), say(language, "button-not-this"))


@pytest.mark.parametrize(
    ("text", "noted"), [("is the hearing tomorrow at 10?", []), ("he was in court yesterday", [0])]
)
async def test_what_is_asked_or_over_is_no_hearing(desk: Desk, text: str, noted: list[int]) -> None:
    marat, _ = await taken(desk)
    await marat.writes(text)
    assert (await hearings(desk), await notes(desk)) == ([], [text for _ in noted])


async def test_a_hearing_answered_with_its_court_stays_when_another_button_is_pressed(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.presses("⚖️ Proceedings", "➕ New", "criminal", "➕ Hearing")
    await marat.writes("18.09 10:00, Bostandyk court")
    await marat.presses("What I saw")
    assert await hearings(desk) == [("18.09 10:00", "Bostandyk court")]
    assert await desk.waits_until("hearing") is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Дану Выдуманову отпустили, остальные внутри"),
        ("kk", "босатылды: Дана Выдуманова"),
        ("en", "released: Dana Made-Up"),
    ],
)
async def test_who_is_free_is_asked_and_these_are_free_and_their_reporter_hears_it(
    desk: Desk, language: str, text: str
) -> None:
    told = TWO if language == "en" else "полиция забрала Дану Выдуманову и Аскара Придуманова в Алматы"
    marat, rita = await taken(desk, language, told)
    say = desk.service.words.say
    await marat.writes(text)
    assert await notes(desk) == [text]
    assert await free(desk) == []
    assert rita.rang() == 0
    labels = [say(language, f"button-free-{which}") for which in ("all", "these", "no")]
    marat.sees(*(f"[{label}]" for label in labels))
    await marat.presses(labels[1].lstrip("✅ "))
    assert len(await free(desk)) == 1
    assert (await desk.case()).state == "accepted"
    assert rita.rang() == 1


async def test_all_are_free_closes_by_one_press(desk: Desk) -> None:
    marat, _ = await taken(desk, told=TWO)
    await marat.writes("all out")
    assert (await desk.case()).state == "accepted"
    await marat.presses("All of the case")
    assert (await desk.case()).state == "closed"


async def test_no_leaves_a_note_and_nothing_else(desk: Desk) -> None:
    marat, rita = await taken(desk, told=TWO)
    await marat.writes("they let Dana go")
    await marat.presses("No")
    assert (await free(desk), rita.rang()) == ([], 0)
    assert await notes(desk) == ["they let Dana go"]


async def test_a_name_says_which_of_several_cases_it_is(desk: Desk) -> None:
    marat, _ = await taken(desk)
    tina = await desk.reports("police took Askar Invented in Almaty", name="Tina")
    await tina.allows_news()
    await marat.presses("I'll take it")
    await marat.writes("released: Askar Invented")
    assert (await notes(desk, 0), await notes(desk, 1)) == ([], ["released: Askar Invented"])
    marat.sees((await desk.case(1)).code, "Free: Askar Invented?")


async def test_a_release_and_a_hearing_in_one_message_are_both_heard(desk: Desk) -> None:
    marat, _ = await taken(desk, told=TWO)
    await marat.writes("Dana released. for the other hearing tomorrow 10:00 Bostandyk court")
    assert await hearings(desk) == [("18.09 10:00", "Bostandyk court")]
    marat.sees("Free: Dana Made-Up?")


async def test_any_other_words_are_a_note_with_three_buttons_at_most(desk: Desk) -> None:
    marat, _ = await taken(desk)
    for text in ("room 14, second floor", "we need a second lawyer, room 14", "on my way", "room 15"):
        await marat.writes(text)
        buttons = marat.screen.texts()[-1].count("[")
        assert 0 < buttons <= 3
    marat.sees("[🚪 At the door]\n[Send it to the reporter]")
