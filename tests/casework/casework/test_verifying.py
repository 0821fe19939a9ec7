"""Somebody has looked, or rung: how sure a case is, and how far its source is to be trusted."""

import pytest

from core.casework.claim_kinds import KINDS
from core.casework.claims import SourceKind
from core.model import LANGUAGES
from core.resources.word_files import load_words
from core.timeline import TimelineKind
from handlers.cards.case_loading import view_of
from handlers.casework import verification
from handlers.forms.report_form import LINKS
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def opened(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """A lawyer who has the case, and a coordinator who has opened it."""
    marat = await desk.lawyer("Marat", languages=(language,))
    olga = await desk.coordinator("Olga", languages=(language,))
    await desk.reports(HELD)
    offer = await desk.offer_to("Marat", await desk.case())
    await marat.presses_data(f"accept:{offer.id}")
    await olga.opens(await desk.case())
    return marat, olga


async def test_a_case_is_not_verified_until_somebody_says_so(desk: Desk) -> None:
    marat, olga = await opened(desk)
    marat.sees("not verified")
    await olga.presses("Verify")
    olga.sees("How sure is", "Now: not verified.", "1. a reporter")
    await olga.presses("likely")
    assert (await desk.case()).verification == "likely"
    olga.sees("Now: likely.")
    marat.sees("Case ", "· likely")
    assert (await desk.history())[-1:] == [("verified", "Olga", {"verification": "likely"})]


async def test_its_screens_go_when_the_case_is_given_back_and_can_be_passed_on_to_nobody(desk: Desk) -> None:
    marat, _ = await opened(desk)
    await marat.presses("Verify", "Source 1", "Back", "Source 1")
    await marat.presses("Verify")
    screens = [shown for shown in marat.screen.messages.values() if (await desk.case()).code in shown.text]
    assert all(shown.protect for shown in screens)
    marat.sees("How sure is")
    marat.sees("How far is this source")
    await marat.presses("Give back")
    marat.sees_nothing_of("How sure is", "How far is this source")


async def test_what_is_pressed_twice_is_one_line(desk: Desk) -> None:
    _, olga = await opened(desk)
    await olga.presses("Verify", "confirmed", "✓ confirmed")
    assert [kind for kind, _, _ in await desk.history()].count(TimelineKind.VERIFIED) == 1


async def test_how_far_a_source_is_trusted_stands_on_the_card(desk: Desk) -> None:
    marat, olga = await opened(desk)
    await olga.presses("Verify", "Source 1", "very reliable")
    olga.sees("How far is this source", "very reliable")
    marat.sees("Source 1, a reporter: very reliable")
    case, report = await desk.case(), await desk.report()
    async with desk.reading() as tx:
        assert (await view_of(tx, case)).of_source(report.id, "reliability") == "highly"
    assert (await desk.history())[-1][0] == TimelineKind.ASSESSED
    await olga.presses("Back")
    olga.sees("How sure is", "1. a reporter", "very reliable")


async def test_a_source_that_is_not_trusted_goes_behind_the_lawyer_and_a_trusted_one_before(
    desk: Desk,
) -> None:
    marat, olga = await opened(desk)
    async with desk.reading() as tx:
        before = (await view_of(tx, await desk.case())).fact("place")
    await marat.writes("He is in Astana")  # a note, no fact
    assert before is not None
    assert before.source[0] is SourceKind.REPORT
    await olga.presses_data(f"source:{(await desk.report()).id}:reliability-not_at_all")
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    assert view.value("place") == before.value  # nobody else says anything


@pytest.mark.slow
async def test_ringing_back_is_a_row_with_its_time_each_time(desk: Desk) -> None:
    marat, olga = await opened(desk)
    await olga.presses("Verify", "Source 1", "called back: no answer")
    await desk.later(minutes=10)
    await olga.presses("called back: no answer")
    await desk.later(minutes=10)
    await olga.presses("called back: confirms it")
    marat.sees("Source 1, a reporter: 17.09 12:20 called back: confirms it")
    calls = [details for kind, _, details in await desk.history() if kind == TimelineKind.RANG_BACK]
    assert [details["rang"] for details in calls] == ["no_answer", "no_answer", "confirms"]
    assert (await desk.case()).verification == "unknown"  # nothing of it follows by itself
    await olga.presses("History")
    olga.sees("called back: no answer · Olga", "called back: confirms it · Olga")


async def test_whoever_jokes_never_reads_it_and_staff_read_it_at_the_next_report(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    olga = await desk.coordinator("Olga")
    rita = await desk.reports(HELD)
    await olga.opens(await desk.case())
    before = rita.screen.texts()
    await olga.presses("Verify", "Source 1", "perhaps a joke")
    olga.sees("Source 1, a reporter: perhaps a joke")
    assert rita.screen.texts() == before
    await olga.presses_data(f"closed:{(await desk.case()).id}:other")
    await rita.writes("/report", "police took Aset Made-Up in Almaty")
    await olga.opens(await desk.case())
    olga.sees("Aset Made-Up", "one earlier report of this chat was taken for a joke")
    rita.sees_nothing_of("joke")
    marat.sees_nothing_of("joke")


async def test_a_mark_that_is_taken_back_is_gone(desk: Desk) -> None:
    _, olga = await opened(desk)
    await olga.presses("Verify", "Source 1", "perhaps a joke", "no joke")
    olga.sees("How far is this source")
    assert "perhaps a joke" not in olga.sees("Case ", "Dana Made-Up")


async def test_what_the_reporter_says_later_does_not_take_back_what_members_say_of_them(desk: Desk) -> None:
    marat, olga = await opened(desk)
    await olga.presses("Verify", "Source 1", "very reliable")
    async with desk.reading() as tx:
        address = await tx.addresses.get((await desk.report()).address_id)
    assert address is not None
    rita = desk._person("Rita", "en", chat=address.chat)
    await rita.writes("it was at 11:20 today")
    marat.sees("Source 1, a reporter: very reliable")


async def test_a_source_of_another_case_or_a_word_that_nobody_offers_is_nothing(desk: Desk) -> None:
    marat, _ = await opened(desk)
    await marat.presses_data(f"source:{(await desk.report()).id}:reliability-godlike")
    marat.sees("This is not possible any more")
    await marat.presses_data("source:77")
    assert marat.count("This is not possible any more") == 2


async def test_it_is_said_in_kazakh_and_russian(desk: Desk) -> None:
    _, olga = await opened(desk, "kk")
    await olga.presses("Тексеру", "расталған")
    olga.sees("қаншалықты анық? Қазір: расталған.")
    await olga.presses("1-дереккөз", "өте сенімді")
    olga.sees("1-дереккөз, хабар берген адам: өте сенімді")
    boris = await desk.coordinator("Boris", languages=("ru",))
    await boris.opens(await desk.case())
    await boris.presses("Проверить", "Источник 1", "перезвонили: подтверждает")
    boris.sees("Источник 1, заявитель: очень надёжный", "перезвонили: подтверждает")


@pytest.mark.parametrize("word", verification.WORDS[1:])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_said_of_a_source_has_words(language: str, word: str) -> None:
    kind, _, value = word.partition("-")
    assert load_words().has(language, KINDS[kind].option_key(value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_a_reporter_is_has_words(language: str) -> None:
    assert all(load_words().has(language, KINDS["link"].option_key(option)) for option in LINKS)
