"""The list from the door: names become what is known of cases, and cases; who hears of it, and who reads what."""

import pytest

from core.model import LANGUAGES
from core.values import Place
from core.vocabulary import CaseState, Role
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person
from tests.casework.verified import verify

DOOR = "Almaty, Medeu police station, 11:20"
DOORS = {"en": DOOR, "ru": "Алматы, Медеуское РУП, 11:20", "kk": "Алматы, Медеу полиция бөлімі, сағат 11:20"}
NAMES = "1. Ахметов Ерлан, 1990, needs insulin\n2. Made-Up Dana\n3. майор Петров\n4. Смагулов Бекзат\nи др."

HELD = {
    "en": "police took Ерлан Ахметов in Almaty",
    "ru": "полиция забрала Ерлана Ахметова в Алматы",
    "kk": "Алматыда полиция Ерлан Ахметовті алып кетті",
}
WHERE = {"en": "which prison is he in?", "ru": "в какой он тюрьме", "kk": "қайда отырғанын қалай білем"}


async def known(desk: Desk, name: str = "Ерлан Ахметов", *, news: str = "yes") -> Person:
    """A reporter of somebody in Almaty."""
    rita = await desk.reports(f"police took {name} in Almaty")
    await rita.allows_news(news)
    return rita


async def brings(member: Person, names: str = NAMES, door: str = DOOR) -> None:
    """A list from this door."""
    await member.writes(f"/list {door}", names)


async def writes(member: Person, count: int) -> None:
    await member.presses(f"Write it down ({count})")


async def found(desk: Desk, number: int, kind: str = "found") -> list[tuple[str, str]]:
    """Where somebody of a case is said to be, and when, by the clock there."""
    async with desk.reading() as tx:
        case = await desk.case(number)
        claims = [
            claim for claim in await tx.claims.by(case_id=case.id, kind=kind) if claim.withdrawn_at is None
        ]
        view = await view_of(tx, case)
    facts = [fact for who in (None, *(p.id for p in view.persons)) for fact in view.history(kind, who)]
    assert len(facts) == len(claims)
    zone = desk.service.zone
    return [
        (fact.value.text, f"{fact.time.astimezone(zone):%H:%M}")
        for fact in facts
        if isinstance(fact.value, Place) and fact.time is not None
    ]


async def test_each_line_says_who_it_is_about(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga)
    code = (await desk.case()).code
    olga.sees(
        "Medeu police station · 11:20",
        f"1. ✓ Ахметов Ерлан, 1990 · {code}",
        "2. + Made-Up Dana",
        "an official?",
        "«и др.»",
    )
    await writes(olga, 3)
    olga.sees("found 3, of them new cases 2")
    assert await found(desk, 0) == [("Almaty, Medeu police station", "11:20")]
    assert ("found", "Olga", {}) in await desk.history(0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_has_the_case_and_its_reporter_hear_at_once(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer()
    rita = await known(desk)
    await marat.presses("I'll take it")
    marat.rang()
    case = await desk.case()
    await verify(desk, olga)
    await olga.writes("/list", DOORS[language], "Ахметов Ерлан, insulin")
    await olga.presses(say(language, "button-door-write", count=1).lstrip("✅ "))
    marat.sees("On a list at", "11:20", "Olga", case.code)
    marat.sees("Case", "📋 Ерлан Ахметов: on a list at", "insulin", "Taken to: Ерлан Ахметов: ")
    assert marat.rang() == 1
    rita.sees("The person of your report was found on a list", "11:20")
    rita.sees_nothing_of("Olga", "Ахметов Ерлан, insulin")


@pytest.mark.parametrize("how", ["no", "hidden"])
async def test_a_reporter_who_may_not_be_written_to_hears_nothing(desk: Desk, how: str) -> None:
    olga = await desk.coordinator()
    rita = await known(desk, news="no" if how == "no" else "yes")
    if how == "hidden":
        await rita.writes("/hide")
    await brings(olga)
    await writes(olga, 3)
    rita.sees_nothing_of("found on a list")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_how_it_stands_reads_where_they_were_found_and_no_more_when_it_was_a_mistake(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD[language], language=language)
    await rita.allows_news("no")
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    told = desk.service.words.say(language, "stands-found", several=0, where=f"{DOOR[:-7]}, 17.09 11:20")
    for asks in ("/status", WHERE[language]):  # nobody has checked who is asking
        rita.screen.messages.clear()
        await rita.writes(asks)
        rita.sees_nothing_of("11:20", DOOR[:-7])
    await olga.opens(await desk.case())
    await olga.presses_data(f"source:{(await desk.report()).id}:rang_back-confirms")
    for asks in ("/status", WHERE[language]):
        rita.screen.messages.clear()
        await rita.writes(asks)
        rita.sees(told)
    await olga.presses("Take it all back", "Yes, take it back")
    for asks in ("/status", WHERE[language]):
        rita.screen.messages.clear()
        await rita.writes(asks)
        rita.sees_nothing_of("11:20")


async def test_unknown_names_are_cases_that_coordinators_see_together_and_lawyers_later(desk: Desk) -> None:
    olga, vera, marat = await desk.coordinator(), await desk.coordinator("Vera"), await desk.lawyer()
    await brings(olga)
    await writes(olga, 3)
    assert "Close all" not in vera.sees("Open cases that Olga has written down: 3")
    vera.sees("A list from the door: Olga", "Found 3, of them new cases 3")
    assert vera.rang() == 2  # however many there are
    assert marat.rang() == 0
    case = await desk.case()
    assert (case.situation, case.region, case.alerting) == ("other", "almaty-city", True)
    await desk.later(minutes=6)
    assert marat.rang() > 0
    await olga.opens(case)
    olga.sees("Who: Смагулов Бекзат", "Where: Almaty, Medeu police station", "(Olga)")


async def test_one_unknown_name_rings_lawyers_at_once(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await brings(olga, "Made-Up Dana")
    await writes(olga, 1)
    assert marat.rang() == 1


@pytest.mark.parametrize(
    "line", ["Made-Up Dana, needs insulin", "Made-Up Dana, 2004 г.р.", "Made-Up Dana (16 лет)"]
)
async def test_what_is_urgent_about_a_new_name_is_read(desk: Desk, line: str) -> None:
    olga = await desk.coordinator()
    await brings(olga, line)
    await writes(olga, 1)
    assert (await desk.case()).priority == "urgent"


@pytest.mark.slow
async def test_found_at_another_station_is_one_more_line(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    await desk.later(hours=1)
    await brings(olga, "Ахметов Ерлан", "Almaty, Alatau police station")
    await writes(olga, 1)
    assert [place for place, _ in await found(desk, 0)] == [
        "Almaty, Medeu police station",
        "Almaty, Alatau police station",
    ]


async def test_whoever_brought_it_is_asked_nothing_about_the_new_cases_and_their_words_are_no_report(
    desk: Desk,
) -> None:
    marat = await desk.lawyer(on_duty=False)
    await brings(marat)
    await writes(marat, 3)
    await marat.writes("thanks, I am going home")
    marat.sees_nothing_of("Which report", "May we write")
    assert await desk.waits_until("unhurried") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_to_a_lawyer_a_list_is_no_oracle_whatever_is_known_of_a_name(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer(on_duty=False, languages=(language,))
    saule = await desk.lawyer("Saule")
    await known(desk)  # surely the same
    await known(desk, "Бекзат Смагулов")
    await known(desk, "Бекзат Смагулов")  # perhaps one of two
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', await desk.case(0))).id}")
    await marat.writes("/list", DOORS[language], "Ахметов Ерлан\nСмагулов Бекзат\nMade-Up Dana")
    noted = say(language, "door-noted")
    for number, name in enumerate(("Ахметов Ерлан", "Смагулов Бекзат", "Made-Up Dana"), 1):
        marat.sees(f"{number}. · {name} · {noted}\n")
    marat.sees(say(language, "door-counts-noted", count=3))
    codes = [(await desk.case(number)).code for number in range(3)]
    for line in ("1", "2", "3"):
        await marat.presses(line)
        marat.sees(noted)
        marat.sees_nothing_of(*codes, "Saule")
        await marat.presses(say(language, "button-door-back"))
    await marat.presses(say(language, "button-door-write", count=3).lstrip("✅ "))
    marat.sees(say(language, "door-is-noted"))
    assert await found(desk, 0)
    marat.sees_nothing_of(*codes, say(language, "door-known"), say(language, "door-which"))
    await marat.presses(say(language, "button-door-undo"))
    marat.sees(say(language, "door-undo-noted", place=DOORS[language].rsplit(",", 1)[0]).split("(")[0])


async def test_who_has_the_case_reads_that_their_name_is_on_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await known(desk)
    await marat.presses("I'll take it")
    await brings(marat)
    marat.sees(f"1. ✓ Ахметов Ерлан, 1990 · {(await desk.case()).code}", "2. · Made-Up Dana · noted")


async def test_reading_a_list_is_a_line_in_each_case_at_once_also_if_it_is_put_away(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    marat = await desk.lawyer(on_duty=False)
    await known(desk)
    await brings(marat)
    await marat.writes("Ещё Ахметов Ерлан")
    await marat.presses("Put away")
    compared = [line[:2] for line in await desk.history() if line[0] == "compared"]
    assert compared == [("compared", "Marat")]
    await brings(olga)
    await olga.presses("Put away")
    compared = [line[:2] for line in await desk.history() if line[0] == "compared"]
    assert compared == [("compared", "Marat"), ("compared", "Olga")]
    await brings(marat)
    await desk.later(minutes=31)  # left: a coordinator goes on
    await vera.presses("Read it")
    assert [line[1] for line in await desk.history() if line[0] == "compared"] == [
        "Marat",
        "Olga",
        "Marat",
        "Vera",
    ]


@pytest.mark.slow
async def test_what_is_only_perhaps_the_same_a_person_chooses(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk, "Ерлан Ахметов")
    await desk.later(hours=1)
    await known(desk, "Ерлан Ахметов")
    await brings(olga, "Ахметов Ерлан\nMade-Up Dana")
    olga.sees("1. ? Ахметов Ерлан · perhaps known to us")
    await writes(olga, 1)
    olga.sees("Take the number of a line")
    await olga.presses("1")
    first = await desk.case(0)
    olga.sees(first.code, (await desk.case(1)).code)
    await olga.presses(f"✓ {first.code}")
    olga.sees(f"1. ✓ Ахметов Ерлан · {first.code}")
    await writes(olga, 1)
    assert await found(desk, 0)
    assert not await found(desk, 1)


async def test_what_is_not_chosen_can_be_put_away_and_what_was_written_still_taken_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await known(desk)
    await brings(olga, "Ахметов Ерлан\nMade-Up Dana")
    await writes(olga, 1)
    await olga.presses("Put away")
    olga.sees("Written down by Olga: found 1", "To choose still: 1")
    await olga.presses("Take it all back", "Yes, take it back")
    assert (await desk.case()).state is CaseState.CLOSED


async def test_a_lawyers_doubtful_lines_go_to_a_coordinator(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await known(desk)
    await known(desk)
    await brings(marat, "Ахметов Ерлан\nMade-Up Dana")
    await marat.presses("1")
    marat.sees("noted")
    marat.sees_nothing_of("A coordinator chooses")
    case = await desk.case(0)
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    await marat.presses_data(f"door:{one.id}:pick:0:0")
    assert not await found(desk, 0)
    await marat.presses("‹ Back")
    await writes(marat, 2)
    olga.sees("A list of Marat waits")
    await olga.presses("Read it", "1", f"✓ {case.code}")
    await writes(olga, 1)
    assert await found(desk, 0)
    marat.sees("Olga has read your list")


@pytest.mark.slow
async def test_asked_for_and_denied_is_said_of_one_or_of_all(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await known(desk)
    await marat.presses("I'll take it")
    await brings(olga, "Ахметов Ерлан\nMade-Up Dana")
    await olga.presses("1", "🚫 Asked for, “not here”", "‹ Back")
    olga.sees("1. ✓", "asked for, “not here”")
    await writes(olga, 2)
    assert await found(desk, 0, "denied") == [("Almaty, Medeu police station", "11:20")]
    marat.sees("Acknowledged: ", "They say they have nobody")
    assert not await found(desk, 0)
    marat.sees("“not here”", (await desk.case(0)).code)
    rita.sees_nothing_of("found on a list")
    assert ("not_there", "Olga", {}) in await desk.history(0)
    await olga.writes("/list Almaty, Alatau police station", "Ахметов Ерлан\nTim Unheard")
    await olga.presses("🚫 All: “not here”")
    await writes(olga, 2)
    assert len(await found(desk, 0, "denied")) == 2
    assert (await desk.case()).situation == "missing"


@pytest.mark.slow
async def test_whom_the_list_says_let_go_or_absent_nobody_is_told_to_be_there(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await known(desk)
    await brings(olga, "Ахметов Ерлан – отпустили в 11:00\nСмагулов Бекзат – нет")
    olga.sees("1. – Ахметов Ерлан · let go?", "2. + Смагулов Бекзат · 🚫 asked for")
    await olga.writes("Касымова Айгүл")
    olga.sees("3. + Касымова Айгүл\n")
    await writes(olga, 2)
    rita.sees_nothing_of("found on a list")
    assert not await found(desk, 0)
    assert ((await desk.case(1)).situation, (await desk.case(2)).situation) == ("missing", "other")


async def test_a_line_is_left_out_and_a_heading_is_a_name_after_all(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Made-Up Dana\nШаман\nшаман")
    await olga.presses("1", "– Leave out")
    olga.sees("1. – Made-Up Dana")
    await olga.presses("3", "It is a name")
    olga.sees("3. = шаман · twice in this list")


async def test_the_list_is_written_only_as_it_was_shown(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Ахметов Ерлан")
    await known(desk)
    await writes(olga, 1)
    olga.sees("Something has changed meanwhile")
    await writes(olga, 1)
    assert len([await desk.case(0)]) == 1
    assert (await desk.case()).id == (await desk.case(0)).id
    assert await found(desk, 0)


async def test_a_closed_case_is_not_the_one(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:released")
    await olga.writes("they are at home")
    await brings(olga, "Ахметов Ерлан")
    olga.sees("1. + Ахметов Ерлан")


async def test_a_lawyer_at_the_station_is_offered_its_place(desk: Desk) -> None:
    marat = await desk.lawyer()
    await known(desk)
    await marat.presses("I'll take it", "At the door")
    case = await desk.case()
    await marat.writes("/list")
    await marat.presses(
        f"Ерлан Ахметов · Almaty · {desk.service.words.say('en', 'done-at-station')} 17.09 12:00"
    )
    marat.sees("List of names · Almaty")
    await marat.presses("Put away")
    marat.sees("It is put away")
    await marat.presses_data(f"saw:{case.id}:0:open")
    await marat.presses("List of names")
    await marat.writes("Ахметов Ерлан", "not let in")
    marat.sees(f"1. ✓ Ахметов Ерлан · {case.code}\n[")
    assert ("refused", "Marat", {}) in await desk.history()


async def test_words_while_a_form_is_open_are_no_names(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Made-Up Dana")
    await olga.writes(f"/case {(await desk.case()).code}", "the family of Tim Example has called")
    olga.sees("Who: Ерлан Ахметов")
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    assert len(one.lines) == 1


async def test_administrators_and_strangers_bring_no_list(desk: Desk) -> None:
    admin, rita = await desk.member("Boss", Role.ADMINISTRATOR), desk.person()
    for person in (admin, rita):
        await person.writes("/list Almaty", "Made-Up Dana")
    async with desk.reading() as tx:
        assert not await tx.door_lists.select()


async def test_a_case_stays_as_open_as_it_was(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await known(desk)
    await marat.presses("I'll take it")
    before = await desk.case()
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    after = await desk.case()
    assert (after.state, after.owner_id, after.outcome) == (CaseState.ACCEPTED, before.owner_id, None)


async def test_while_it_is_read_nobody_but_its_reader_presses_anything(desk: Desk) -> None:
    olga, vera, marat = (
        await desk.coordinator(),
        await desk.coordinator("Vera"),
        await desk.lawyer(on_duty=False),
    )
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    for word in ("write", "none:0", "deny", "drop", "line:0"):
        for other in (vera, marat):
            await other.presses_data(f"door:{one.id}:{word}")
    async with desk.reading() as tx:
        assert await tx.door_lists.select() == [one]
    assert not await found(desk, 0)


async def test_a_case_that_was_closed_after_it_was_chosen_is_chosen_anew(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await known(desk)
    first = await desk.case(0)
    await brings(olga, "Ахметов Ерлан")
    await olga.presses("1", f"✓ {first.code}")
    await olga.presses_data(f"closed:{first.id}:released")
    await olga.writes("they are at home")
    await writes(olga, 1)
    assert not await found(desk, 0)
    olga.sees("1. ? Ахметов Ерлан")


async def test_an_hour_that_is_still_to_come_was_yesterdays(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан", "Almaty, Medeu police station, 23:10")
    olga.sees("Medeu police station · 23:10")
    await writes(olga, 1)
    assert await found(desk, 0) == [("Almaty, Medeu police station", "23:10")]
    async with desk.reading() as tx:
        (claim,) = await tx.claims.by(kind="found")
    assert claim.at is not None
    assert claim.at < desk.now


@pytest.mark.slow
async def test_a_line_that_is_written_means_what_it_meant_though_others_wait(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await known(desk)
    await brings(olga, "Ахметов Ерлан\nMade-Up Dana")
    await writes(olga, 1)
    async with desk.reading() as tx:
        (before,) = await tx.door_lists.select()
    for word in ("none", "new", "flip"):
        await olga.presses_data(f"door:{before.id}:{word}:1")
    async with desk.reading() as tx:
        (after,) = await tx.door_lists.select()
    assert after.lines[1] == before.lines[1]


async def test_what_a_holder_reads_of_a_list_cannot_be_passed_on_and_goes_when_the_case_is_given_back(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await known(desk)
    await marat.presses("I'll take it")
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    (told,) = [shown for shown in marat.screen.messages.values() if "On a list at" in shown.text]
    assert told.protect
    await marat.presses("Give back")
    marat.sees_nothing_of("On a list at")


async def test_two_spellings_in_one_list_are_rather_two_people_and_a_person_chooses(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан\nAkhmetov Yerlan")
    olga.sees("1. ✓ Ахметов Ерлан", "2. ? Akhmetov Yerlan")


async def test_where_somebody_is_held_is_shown_to_no_coordinator_who_has_not_opened_the_case(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("she is in the basement at Abay street 7")
    case = await desk.case()
    await olga.presses_data(f"doorat:{case.id}")
    olga.sees("This case is not shown to you")
    olga.sees_nothing_of("basement")
    await olga.opens(case)
    await olga.presses_data(f"doorat:{case.id}")
    olga.sees("List of names", "basement")
