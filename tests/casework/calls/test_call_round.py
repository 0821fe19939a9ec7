"""A round of calls to stations: who rings which, what each answers, who is found, and whose holding is denied."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from core.casework.call_answers import is_holding_denied
from core.casework.case_view import CaseView
from core.model import LANGUAGES, Case
from core.records.station_calls import StationCall
from core.stations import Station
from core.values import Call
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from storage.schema import station_calls
from tests.casework.story_desk import Desk, Person
from tests.casework.verified import verify

TOLD = "Police took Dana Made-Up in Almaty an hour ago"
IN = {
    "en": TOLD,
    "ru": "В Алматы час назад полиция задержала Дану Выдуманную",
    "kk": "Алматыда бір сағат бұрын полиция Дана Ойданованы ұстап әкетті",
}


def station(id: str, number: int, region: str = "almaty-city", city: str = "almaty") -> Station:
    names = dict.fromkeys(LANGUAGES, f"Made-up station {number}")
    return Station(id, names, region, city, (f"+772700000{number:02}",), "made up", date(2018, 9, 1))


STATIONS = (station("one", 1), station("two", 2), station("three", 3), station("four", 4))
FAR = station("far", 9, "astana-city", "astana")


@pytest.fixture(autouse=True)
def _numbers(desk: Desk) -> None:
    desk.service = replace(desk.service, stations=(*STATIONS, FAR), law=())


async def round_of(desk: Desk, told: str = TOLD, language: str = "en", name: str = "Olga") -> Person:
    """A coordinator who has opened the newest case, and begun the round of it."""
    olga = await desk.coordinator(name, languages=(language,))
    if told:
        await desk.reports(told)
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"calls:{case.id}")
    return olga


async def rings(desk: Desk, person: Person, which: str, answer: str = "") -> None:
    """*I ring*, and what the station says."""
    button = next(b for b in buttons(person) if b.startswith("iring:") and b.endswith(f":{which}"))
    await person.presses_data(button)
    if answer:
        call = (await calls(desk))[-1]
        await person.presses_data(f"rang:{call.id}:{answer}")


def buttons(person: Person) -> list[str]:
    shown = person.screen.messages.values()
    return [button.data for message in shown for row in message.rows for button in row]


async def calls(desk: Desk) -> list[StationCall]:
    async with desk.reading() as tx:
        return list(await tx.station_calls.select(order_by=station_calls.c.id))


async def viewed(desk: Desk, case: Case | None = None) -> CaseView:
    case = case or await desk.case()
    async with desk.reading() as tx:
        return await view_of(tx, case)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_card_shows_whom_to_ask_for_and_the_stations_of_the_region(
    desk: Desk, language: str
) -> None:
    olga = await round_of(desk, language=language)
    say = desk.service.words.say
    shown = olga.sees("1. Made-up station 1 · +77270000001", "4. Made-up station 4", "Dana Made-Up")
    assert "Made-up station 9" not in shown
    assert say(language, "button-i-ring", number=4) in shown


async def test_two_never_ring_the_same_station(desk: Desk) -> None:
    olga = await round_of(desk)
    aida = await round_of(desk, told="", name="Aida")
    await rings(desk, olga, "one")
    aida.sees("Olga is calling since 17.09 12:00")
    assert not any(button.endswith(":one") for button in buttons(aida))
    card = next(b for b in buttons(aida) if b.startswith("iring:")).rpartition(":")[0]
    await aida.presses_data(f"{card}:one")
    aida.sees("Olga is calling this station already")
    assert len(await calls(desk)) == 1


async def test_two_presses_in_one_batch_reserve_it_once(desk: Desk) -> None:
    olga = await round_of(desk)
    aida = await round_of(desk, told="", name="Aida")
    data = next(b for b in buttons(aida) if b.endswith(":one"))
    await desk.receive(olga.tap(data), aida.tap(data))
    assert len(await calls(desk)) == 1


async def test_a_reservation_lapses_after_ten_minutes(desk: Desk) -> None:
    olga = await round_of(desk)
    aida = await round_of(desk, told="", name="Aida")
    await rings(desk, olga, "one")
    old = (await calls(desk))[0]
    await desk.later(minutes=11)
    await rings(desk, aida, "one")
    assert [call.member_id for call in await calls(desk)] == [(await desk.membership(aida)).id]
    await olga.presses_data(f"rang:{old.id}:denied")
    olga.sees("This call is over")
    assert not (await viewed(desk)).history("call")


async def test_whoever_rings_another_station_has_the_first_no_more(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one")
    await rings(desk, olga, "two")
    assert [call.station for call in await calls(desk)] == ["two"]


async def test_each_answer_is_evidence_with_its_time_its_station_and_who_rang(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one", "denied")
    await desk.later(minutes=5)
    await rings(desk, olga, "two", "hung-up")
    said = (await viewed(desk)).history("call")
    assert [fact.value for fact in said] == [
        Call("one", "Made-up station 1", "denied"),
        Call("two", "Made-up station 2", "hung-up"),
    ]
    assert said[1].time == desk.now
    assert {fact.claim.source_id for fact in said} == {(await desk.membership(olga)).id}
    olga.sees("🔴 they deny, 17.09 12:00, Olga", "📵 hung up or no answer, 17.09 12:05, Olga")
    await olga.presses("Evidence")
    olga.sees(
        "calls to stations",
        "17.09 12:00 Made-up station 1 (+77270000001): they deny · Olga",
        "17.09 12:05 Made-up station 2 (+77270000002): hung up or no answer · Olga",
    )
    await olga.presses("History")
    olga.sees("Made-up station 1 (+77270000001): they deny · Olga", "read, because")


async def test_an_answer_is_noted_once_however_often_it_is_pressed(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one", "denied")
    call = (await calls(desk))[0]
    for answer in ("denied", "there", "hung-up"):
        await olga.presses_data(f"rang:{call.id}:{answer}")
    assert len((await viewed(desk)).history("call")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_found_is_told_to_whoever_has_the_case_and_to_the_reporter_who_allows_it(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(IN[language], language=language)
    silent = await desk.reports("Police took Aida Made-Up in Almaty", name="Silent")
    say = desk.service.words.say
    await rita.allows_news()
    rita.screen.messages.clear()
    case = await desk.case(0)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    olga = await desk.coordinator()
    await olga.opens(case)
    await olga.presses_data(f"calls:{case.id}")
    await verify(desk, olga, 0)
    await rings(desk, olga, "two", "there")
    marat.sees(say(language, "round-found-owner", code=case.code, station="Made-up station 2"))
    rita.sees(say(language, "round-found-news", station="Made-up station 2"))
    rita.sees_nothing_of("Dana", "Дан")
    silent.sees_nothing_of("Made-up station")
    olga.sees("Reporters who were written to: 1")
    view = await viewed(desk, case)
    (person,) = view.persons
    taken, known = view.of(person.id, "taken"), view.of(person.id, "acknowledged")
    assert taken is not None
    assert known is not None
    assert (taken.value, known.value) == ("Made-up station 2", "there")
    marat.sees(say(language, "case-taken", value=f"{person.names[-1]}: Made-up station 2"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_station_is_named_in_the_language_of_whoever_reads_it(desk: Desk, language: str) -> None:
    named = replace(STATIONS[0], names={of: f"Made-up {of}" for of in LANGUAGES})
    desk.service = replace(desk.service, stations=(named,))
    rita = await desk.reports(IN[language], language=language)
    await rita.allows_news()
    olga = await round_of(desk, "")
    await verify(desk, olga)
    await rings(desk, olga, "one", "there")
    rita.sees(f"Made-up {language}")
    olga.sees("found, Made-up en")


@pytest.mark.slow
async def test_nothing_is_written_to_a_chat_that_is_hidden(desk: Desk) -> None:
    olga = await round_of(desk)
    rita = desk.person("Rita")
    await desk.reports("Police took Tim Made-Up in Almaty", name="Other")
    await rita.writes("Police took Sam Made-Up in Almaty")
    await rita.allows_news()
    await rita.writes("/hide")
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"calls:{case.id}")
    await rings(desk, olga, "two", "there")
    rita.sees_nothing_of("Made-up station")


async def test_who_told_it_on_the_telephone_is_to_be_rung(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/new", f"{TOLD}, a sister rings: +77010001122")
    await olga.presses("Open it as a case", "☎️ Call round")
    await rings(desk, olga, "one", "there")
    olga.sees("Reporters who were written to: 0", "Call them: +77010001122")


async def test_of_several_it_is_asked_who_is_there(desk: Desk) -> None:
    olga = await round_of(desk, "Police took Dana Made-Up and Tim Made-Up in Almaty")
    await rings(desk, olga, "one", "there")
    assert not (await viewed(desk)).history("taken")
    await olga.presses(f"Tim Made-Up · {(await desk.case()).code}")
    view = await viewed(desk)
    found = {person.names[0]: "taken" in person.facts for person in view.persons}
    assert found == {"Dana Made-Up": False, "Tim Made-Up": True}
    olga.sees("Ask for: Dana Made-Up (")


@pytest.mark.slow
async def test_call_back_reminds_whoever_rang_at_that_time(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await round_of(desk)
    await marat.presses("I'll take it")
    aida = await round_of(desk, told="", name="Aida")
    await rings(desk, olga, "one", "later-15")
    olga.sees("🕒 call again at 17.09 12:15")
    olga.rang()
    aida.rang()
    await desk.later(minutes=14)
    assert olga.rang() == 0
    await desk.later(minutes=2)
    assert (olga.rang(), aida.rang()) == (1, 0)


@pytest.mark.slow
async def test_nobody_is_reminded_when_a_colleague_has_rung_meanwhile(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await round_of(desk)
    await marat.presses("I'll take it")
    aida = await round_of(desk, told="", name="Aida")
    await rings(desk, olga, "one", "later-15")
    await rings(desk, aida, "one", "denied")
    olga.rang()
    await desk.later(minutes=20)
    assert olga.rang() == 0


async def test_a_reminder_of_whoever_is_away_goes_to_the_others(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await round_of(desk)
    await marat.presses("I'll take it")
    aida = await desk.coordinator("Aida")
    await rings(desk, olga, "one", "later-15")
    await desk.blocks(olga)
    aida.rang()
    await desk.later(minutes=16)
    assert aida.rang() == 1


async def test_after_three_stations_the_holding_is_denied_and_coordinators_are_asked(desk: Desk) -> None:
    olga = await round_of(desk)
    aida = await desk.coordinator("Aida")
    for which in ("one", "two"):
        await rings(desk, olga, which, "denied")
    assert (await viewed(desk)).value("acknowledged") is None
    await rings(desk, olga, "three", "denied")
    assert (await viewed(desk)).value("acknowledged") == "denied"
    aida.sees("Holding denied")
    aida.sees_nothing_of("Dana")
    olga.sees("Acknowledged: They say they have nobody")
    await rings(desk, olga, "four", "there")
    aida.sees_nothing_of("Holding denied")


async def test_one_station_that_denies_three_times_is_one(desk: Desk) -> None:
    olga = await round_of(desk)
    for _ in range(3):
        await rings(desk, olga, "one", "denied")
    assert (await viewed(desk)).value("acknowledged") is None


async def test_all_stations_that_there_are_suffice(desk: Desk) -> None:
    desk.service = replace(desk.service, stations=STATIONS[:2])
    olga = await round_of(desk)
    await rings(desk, olga, "one", "denied")
    await rings(desk, olga, "two", "denied")
    assert (await viewed(desk)).value("acknowledged") == "denied"


@pytest.mark.slow
async def test_the_round_of_a_region_asks_for_all_whose_cases_the_reader_has_opened(desk: Desk) -> None:
    olga = await round_of(desk)
    first = await desk.case()
    await desk.reports("Police took Tim Made-Up in Almaty", name="Other")
    second = await desk.case()
    aida = await desk.coordinator("Aida")
    await aida.opens(second)
    await aida.presses_data(f"calls:{second.id}")
    await olga.writes("/calls Алматы")
    olga.sees("Ask for: Dana Made-Up", "Cases that are not opened to you: 1", second.code)
    olga.sees_nothing_of("Tim Made-Up")
    await rings(desk, olga, "one", "denied")
    assert len((await viewed(desk, first)).history("call")) == 1
    assert not (await viewed(desk, second)).history("call")  # of whom nobody asked
    await aida.writes("/calls almaty")
    aida.sees("Ask for: Tim Made-Up", "🔴 they deny")


async def test_who_is_looked_for_by_a_stranger_is_asked_for_and_called_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita")
    await rita.writes("Where is Yerlan Kassymov?", "Almaty", "+77010001122")
    await olga.writes("/calls Almaty")
    olga.sees("Ask for: Yerlan Kassymov (somebody looks for them)")
    await rings(desk, olga, "one", "there")
    olga.sees("Please call back whoever asked")
    olga.sees("To call: +77010001122")
    rita.sees_nothing_of("Made-up station")


@pytest.mark.slow
async def test_whose_holding_members_say_is_denied_stands_in_the_round_of_the_region(desk: Desk) -> None:
    olga = await round_of(desk)
    for which in ("one", "two", "three"):
        await rings(desk, olga, which, "denied")
    await desk.later(hours=24 * 8)
    await olga.writes("/calls Almaty")
    olga.sees("Ask for: Dana Made-Up")


async def test_whom_a_colleague_found_otherwise_is_not_asked_for_any_more(desk: Desk) -> None:
    olga = await round_of(desk)
    case, member = await desk.case(), await desk.membership(olga)
    async with desk.writing() as tx:
        (person,) = (await view_of(tx, case)).persons
        there = facts.member_claim(tx, case, member, "acknowledged", "there", person=person.id)
        await facts.record(tx, desk.service, case, there)
    await olga.writes("/calls Almaty")
    olga.sees("Nobody is looked for here now.")


async def denied_by_all(desk: Desk) -> Person:
    """Three stations deny that they hold her."""
    olga = await round_of(desk)
    for which in ("one", "two", "three"):
        await rings(desk, olga, which, "denied")
    return olga


async def test_whom_a_list_from_a_door_names_nobody_decides_about_as_vanished(desk: Desk) -> None:
    olga = await denied_by_all(desk)
    olga.sees("Holding denied")
    await olga.writes("/list Almaty, Made-up station 4, 12:00", "Made-Up Dana")
    await olga.presses("Write it down (1)")
    olga.sees_nothing_of("Holding denied")


@pytest.mark.slow
async def test_another_station_that_denies_does_not_unfind_anybody_and_theirs_does(desk: Desk) -> None:
    olga, case = await denied_by_all(desk), await desk.case()
    await olga.writes("/list Almaty, Made-up station 4, 12:00", "Made-Up Dana")
    await olga.presses("Write it down (1)")
    await olga.opens(case)
    for door, sought in (("Made-up station 2", False), ("Made-up station 4", True)):
        await desk.later(minutes=10)
        await olga.writes(f"/list Almaty, {door}", "Made-Up Dana")
        await olga.presses("🚫 All: “not here”")
        await olga.presses("Write it down (1)")
        assert olga.count("Ask for: Dana Made-Up") == sought
    olga.sees("asked for at Almaty, Made-up station 2")


async def test_a_case_that_is_closed_has_no_round_any_more(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one", "later-15")
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:released")
    olga.sees(f"{case.code}: the case is closed, the round is over.")
    olga.rang()
    await desk.later(minutes=20)
    assert olga.rang() == 0


async def test_calls_alone_offers_regions_and_words_find_them(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/calls")
    await olga.presses("Astana city")
    olga.sees("1. Made-up station 9")
    await olga.writes("/calls nowhere at all")
    olga.sees("There is no such place and no such case.")


async def test_where_no_number_is_known_it_says_so(desk: Desk) -> None:
    desk.service = replace(desk.service, stations=())
    olga = await round_of(desk)
    olga.sees("No station with a number is known here.")


async def test_who_has_not_opened_a_case_says_why_before_they_ring_for_it(desk: Desk) -> None:
    await round_of(desk)
    aida = await desk.coordinator("Aida")
    case = await desk.case()
    await aida.writes(f"/calls {case.code}")
    aida.sees_nothing_of("Made-up station")
    assert desk.now - timedelta(minutes=1) < case.opened_at


async def test_lawyers_have_no_round(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await round_of(desk)
    for data in [b for b in buttons(olga) if b.startswith(("iring:", "calls:"))]:
        await marat.presses_data(data)
    await marat.writes("/calls Almaty")
    assert not await calls(desk)
    marat.sees_nothing_of("Made-up station")


async def test_that_somebody_is_there_is_evidence_too_and_ends_the_round(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one", "there")
    await olga.presses("Evidence")
    olga.sees("calls to stations", "17.09 12:00 Made-up station 1 (+77270000001): ", " · Olga")
    async with desk.reading() as tx:
        assert [one.ended_at for one in await tx.rounds.select()] == [desk.now]


async def test_in_a_region_an_answer_is_of_those_alone_whom_the_one_who_rang_could_ask_for(
    desk: Desk,
) -> None:
    olga = await round_of(desk)
    first = await desk.case()
    aida = await desk.coordinator("Aida")
    await desk.reports("Police took Tim Made-Up in Almaty", name="Other")
    second = await desk.case()
    await aida.opens(second)
    await aida.presses_data(f"calls:{second.id}")
    await olga.writes("/calls Almaty")
    of_region = [data for data in buttons(olga) if data.startswith("iring:") and data.endswith(":one")][-1]
    await olga.presses_data(of_region)
    await olga.presses_data(f"rang:{(await calls(desk))[-1].id}:denied")
    assert len((await viewed(desk, first)).history("call")) == 1
    assert not (await viewed(desk, second)).history("call")


async def test_without_an_answer_nothing_is_denied_also_where_there_is_no_station(desk: Desk) -> None:
    await round_of(desk)
    assert not is_holding_denied(await viewed(desk), None, 3, ())


async def test_who_was_found_is_not_denied_by_what_stations_say_later(desk: Desk) -> None:
    olga = await round_of(desk)
    await rings(desk, olga, "one", "denied")
    await rings(desk, olga, "two", "there")
    view = await viewed(desk)
    (person,) = view.persons
    assert not is_holding_denied(view, person.id, 1, ())


async def test_a_holding_that_is_denied_already_is_said_and_asked_once(desk: Desk) -> None:
    olga = await round_of(desk)
    for which in ("one", "two", "three"):
        await rings(desk, olga, which, "denied")
    aida = await desk.coordinator("Aida")
    aida.rang()
    await rings(desk, olga, "four", "denied")
    assert aida.rang() == 0
    view = await viewed(desk)
    marks = [view.history("acknowledged", who) for who in (None, *(person.id for person in view.persons))]
    assert sum(map(len, marks)) == 1


async def test_in_another_region_it_is_another_round(desk: Desk) -> None:
    olga = await round_of(desk)
    case = await desk.case()
    await olga.presses_data(f"placed:{case.id}:astana-city")
    await olga.presses_data(f"calls:{case.id}")
    assert "1. Made-up station 9" in olga.screen.texts()[-1]


async def test_where_somebody_is_cannot_be_passed_on(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await round_of(desk)
    await marat.presses("I'll take it")
    await rings(desk, olga, "two", "there")
    told = [shown for shown in marat.screen.messages.values() if "Made-up station 2" in shown.text]
    assert told
    assert all(shown.protect for shown in told)
