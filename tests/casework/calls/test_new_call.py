"""A call comes in: a coordinator writes it down, opens the case, and reads a code aloud."""

import re
from typing import Any

import pytest

from core.casework.case_view import CaseView
from core.casework.consents import consent_answers, is_permitted
from core.model import LANGUAGES, Case, Report
from core.presentation import Button
from core.values import Consent
from core.vocabulary import CaseState, ConsentUse, ReportState
from handlers.cards.case_loading import view_of
from handlers.people import addresses
from storage.schema import cases, outbox
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": "Police took Dana Made-Up in Almaty an hour ago, her sister rings: +77010001122",
    "ru": "В Алматы час назад полиция задержала Дану Выдуманную, звонит сестра: +77010001122",
    "kk": "Алматыда бір сағат бұрын полиция Дана Ойданованы ұстап әкетті, әпкесі хабарлады: +77010001122",
}
NUMBER = "+77010001122"
OPEN = "Open it as a case"


async def rings(desk: Desk, text: str = TOLD["en"], **more: Any) -> Person:
    """A coordinator who has written down a call."""
    olga = await desk.coordinator(**more)
    await olga.writes("/new", text)
    return olga


async def address_of(desk: Desk, report: Report) -> str:
    async with desk.reading() as tx:
        address = await tx.addresses.get(report.address_id)
    assert address is not None
    return address.messenger


def code_in(olga: Person) -> str:
    found = re.search(r"Read aloud to whoever calls: (.+)", olga.sees("Read aloud"))
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_message_is_read_and_shown_back_with_what_is_missing(desk: Desk, language: str) -> None:
    olga = await rings(desk, TOLD[language], languages=(language,))
    say = desk.service.words.say
    shown = olga.sees(NUMBER, desk.service.gazetteer.name("almaty", language))
    assert say(language, "report-who-short") in shown
    assert any(name in shown for name in ("Made-Up", "Выдуман", "Ойданова"))
    assert say(language, "button-open-call") in shown
    assert (await desk.report()).state is ReportState.DRAFT


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_case_opens_by_one_tap_and_lawyers_are_rung(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    olga = await rings(desk, TOLD[language], languages=(language,))
    assert marat.screen.text() == ""
    await olga.presses(desk.service.words.say(language, "button-open-call"))
    case = await desk.case()
    assert (case.city, case.alerting, case.language) == ("almaty", True, language)
    marat.sees("Almaty", "I'll take it")
    marat.sees_nothing_of("Made-Up", "Выдуман", "Ойдан", NUMBER)


async def test_what_is_missing_is_answered_by_taps_and_by_more_words(desk: Desk) -> None:
    olga = await rings(desk, "police took somebody, a relative rings")
    assert "Not told yet: City" in olga.sees("Not told yet")
    await olga.presses("Almaty")
    olga.sees("City: Almaty")
    await olga.writes("Dana Made-Up")
    olga.sees("Who: Dana Made-Up")
    await olga.writes(NUMBER)
    olga.sees(f"Phone: {NUMBER}")
    assert "Phone" not in olga.sees("Not told yet").split("Not told yet")[1].splitlines()[0]
    assert not await all_cases(desk)


async def test_a_corrected_message_corrects_what_was_heard(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/new")
    await olga.writes("police took a man in Astana", message_id=777)
    olga.sees("City: Astana")
    await olga.corrects(777, "police took a man in Almaty")
    olga.sees("City: Almaty")


async def test_it_opens_at_any_time_with_what_is_known_by_then(desk: Desk) -> None:
    olga = await rings(desk, "her voice breaks off, bad line")
    await olga.presses(OPEN)
    case = await desk.case()
    assert (case.situation, case.alerting, case.city) == ("other", True, None)
    olga.sees("Read aloud")


async def test_whoever_wrote_it_down_has_the_case_opened_and_its_timeline_says_why(desk: Desk) -> None:
    olga = await rings(desk)
    await olga.presses(OPEN)
    olga.sees("Made-Up", "nobody has it yet", "[More…]")
    lines = await desk.history()
    assert ("taken_down", "Olga", {}) in lines
    assert ("viewed", "Olga", {"reason": "it was told to them on the telephone"}) in lines
    olga.sees("The call is the case")


async def test_the_card_says_who_rang_and_by_which_number_to_whoever_may_see_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    aida = await desk.coordinator("Aida")
    olga = await rings(desk)
    await olga.presses(OPEN)
    by = f"By telephone, from {NUMBER}"
    olga.sees(by, "written down by Olga")
    marat.sees_nothing_of(NUMBER)
    aida.sees_nothing_of(NUMBER)
    await marat.presses("I'll take it")
    marat.sees(by, "Nothing can be written to them: call.")


@pytest.mark.slow
async def test_the_report_is_nobodys_chat_and_no_news_come_to_the_coordinator_as_if_she_had_told_it(
    desk: Desk,
) -> None:
    desk.without_clocks()
    marat = await desk.lawyer()
    olga = await rings(desk)
    await olga.presses(OPEN)
    report = await desk.report()
    assert await address_of(desk, report) == addresses.TELEPHONE
    assert report.told_to == (await desk.membership(olga)).id
    before = olga.screen.came
    await marat.presses("I'll take it", "On my way")
    await desk.later(hours=30)
    await marat.presses("Released", "Released")
    assert (await desk.case()).state is CaseState.CLOSED
    news = [desk.service.words.say("en", key) for key in ("news-accepted", "report-consent", "later-answer")]
    olga.sees_nothing_of(*news)
    assert olga.screen.came - before <= 3, olga.screen.text()
    async with desk.reading() as tx:
        sent = await tx.outgoing.select(outbox.c.address_id == report.address_id)
    assert sent == []


async def test_to_ask_back_is_to_ring_the_number(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await rings(desk)
    await olga.presses(OPEN)
    await marat.presses("I'll take it")
    await marat.writes("Which station is it?")
    await marat.presses("Send it to the reporter")
    marat.sees("nothing can be sent there", f"Call them: {NUMBER}")
    await marat.presses("Ask the reporter…", "Do they say so")
    assert marat.count(f"Call them: {NUMBER}") == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_rang_comes_back_by_the_code_from_a_phone_of_their_own(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    olga = await rings(desk)
    await olga.presses(OPEN)
    sister = desk.person("Sister", language)
    await sister.writes(code_in(olga))
    await sister.writes("Алматы")
    await sister.presses_data(next(b.data for b in buttons(sister) if b.data.endswith(":here")))
    report = await desk.report()
    assert report.address_id == (await desk.address(sister)).id
    async with desk.reading() as tx:
        assert not await tx.guests.by(report_id=report.id)
    await marat.presses("I'll take it")
    sister.sees(desk.service.words.say(language, "news-accepted", how="", outcome="other", asked="lawyers"))


async def test_what_may_be_done_with_the_name_is_a_claim_that_was_told_by_telephone(desk: Desk) -> None:
    olga = await rings(desk)
    await olga.presses("Relative")
    await olga.presses_data("call/authorities:yes")
    await olga.presses_data("call/publication:no")
    olga.sees("Name to authorities: Yes, give the name")
    await olga.presses(OPEN)
    case, report = await desk.case(), await desk.report()
    view = await view_of_case(desk, case)
    (fact,) = consent_answers(view, ConsentUse.AUTHORITIES)
    assert (fact.claim.source_id, fact.value) == (report.id, Consent("yes", by_telephone=True))
    (person,) = view.persons
    assert is_permitted(view, ConsentUse.AUTHORITIES, person.id)
    assert not is_permitted(view, ConsentUse.PUBLICATION, person.id)
    olga.sees("Relative: “yes”", "told by telephone")


async def test_two_calls_at_once_do_not_mix(desk: Desk) -> None:
    olga = await rings(desk)
    await olga.writes("/new police took a journalist in Astana")
    first, second = await desk.report(0), await desk.report(1)
    assert f"oncall:{first.id}" in [button.data for button in buttons(olga)]
    await olga.presses_data(f"oncall:{first.id}")
    assert f"oncall:{second.id}" in [button.data for button in buttons(olga)]
    await olga.writes("she is 16 years old")
    await olga.presses_data(f"opencall:{second.id}")
    await olga.presses_data(f"opencall:{first.id}")
    cases = await all_cases(desk)
    assert [(case.city, case.priority) for case in cases] == [("astana", "urgent"), ("almaty", "urgent")]
    assert "minor" in str(await flags(desk, cases[1]))
    assert "minor" not in str(await flags(desk, cases[0]))


async def test_a_press_on_the_card_of_another_call_answers_nothing(desk: Desk) -> None:
    olga = await rings(desk, "police took somebody")
    old = next(reversed(olga.screen.messages))
    await olga.writes("/new police took somebody else")
    await olga.presses_data("call/place:astana", old)
    olga.sees(desk.service.words.say("en", "button-unknown"))
    olga.sees("Not told yet: City")
    olga.sees_nothing_of("City: Astana")


async def test_the_place_of_whoever_writes_it_down_is_not_asked_for(desk: Desk) -> None:
    olga = await rings(desk, "police took somebody")
    olga.sees_nothing_of(desk.service.words.say("en", "form-share-place"))


@pytest.mark.slow
async def test_a_call_that_is_left_reminds_with_a_sound_and_then_all_coordinators_see_it(desk: Desk) -> None:
    aida = await desk.coordinator("Aida")
    olga = await rings(desk)
    olga.rang()
    await desk.later(minutes=6)
    assert olga.rang() == 1
    assert aida.screen.text() == ""
    await desk.later(minutes=14)
    await aida.presses("Read")
    aida.sees_nothing_of("[Answer]")  # there is no chat
    await aida.presses("Make a case")
    aida.sees("Made-Up", f"By telephone, from {NUMBER}")
    case = await desk.case()
    assert (case.city, case.alerting) == ("almaty", False)
    olga.sees("The call is the case")


async def test_a_deleted_call_leaves_no_word(desk: Desk) -> None:
    olga = await rings(desk)
    await olga.writes("/new")
    await olga.presses("Delete it")
    report = await desk.report(0)
    assert report.state is ReportState.EXPIRED
    async with desk.reading() as tx:
        assert not await tx.entries.by(report_id=report.id)
        assert [one.answers for one in await tx.dialogues.by(subject_id=report.id)] == [{}]
    await olga.presses_data(f"opencall:{report.id}")
    olga.sees("opened or deleted already")
    assert not await all_cases(desk)


async def test_the_callers_phone_that_is_taken_hides_no_coordinator(desk: Desk) -> None:
    olga = await rings(desk, "they are taking my phone, I am in Almaty, police")
    assert (await desk.address(olga)).silenced_at is None
    assert olga.count("Phone is about to be taken") == 1
    olga.sees_nothing_of(desk.service.words.say("en", "hide-sure"))


async def test_nobody_else_opens_a_call_and_lawyers_have_no_such_command(desk: Desk) -> None:
    marat = await desk.lawyer()
    aida = await desk.coordinator("Aida")
    await rings(desk)
    report = await desk.report()
    for person in (marat, aida):
        await person.presses_data(f"opencall:{report.id}")
    assert not await all_cases(desk)
    await marat.writes("/new police took somebody in Almaty")
    assert (await desk.report()).id == report.id


async def all_cases(desk: Desk) -> list[Case]:
    async with desk.reading() as tx:
        return list(await tx.cases.select(order_by=cases.c.id))


def buttons(person: Person) -> list[Button]:
    return [b for shown in person.screen.messages.values() for row in shown.rows for b in row]


async def view_of_case(desk: Desk, case: Case) -> CaseView:
    async with desk.reading() as tx:
        return await view_of(tx, case)


async def flags(desk: Desk, case: Case) -> object:
    return (await view_of_case(desk, case)).value("urgent")


async def test_the_number_of_a_phone_that_is_taken_is_not_read_out_to_be_rung(desk: Desk) -> None:
    olga = await rings(desk, f"I am held in Almaty, the police are taking my phone {NUMBER}")
    await olga.presses(OPEN)
    await olga.opens(await desk.case())
    own = "the reporter's own number, …22. Do not call."
    olga.sees(f"☎️ By telephone, from {own}", f"Phone: {own}")
