"""What a digest counts of what was told at the desk: linked reports once, hearings, clocks, what was never finished."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from core.casework.claims import ReportLink
from core.casework.proceedings import DetentionRegime
from core.digest.figures import ChatFlood, DigestFigures, figures_to_data
from core.digest.tally import Tally
from core.drawing.picture import draw_digest
from core.model import LANGUAGES, Case, Digest
from handlers.casework import facts
from handlers.daily import digest_figures, runs
from handlers.daily.edition import coordinators_part, make_edition
from storage.transaction import Transaction
from tests.casework.clocks.test_clocks_of_a_case import claims
from tests.casework.desk.test_lists_of_many_cases import flood
from tests.casework.proceedings.test_hearings import until
from tests.casework.proceedings.test_proceedings import has
from tests.casework.story_desk import START, Desk

HELD = "police took two people in Almaty today"
DAY = date(2018, 9, 17)


async def counted(desk: Desk, last: Digest | None = None) -> DigestFigures:
    async with desk.reading() as tx:
        return await digest_figures.count(tx, desk.service, last, desk.now + timedelta(seconds=1))


async def posted(desk: Desk) -> Digest:
    """What a digest of this moment keeps."""
    found = await counted(desk)
    return Digest(DAY, found.covers_from, desk.now, figures=figures_to_data(found))


async def link(tx: Transaction, desk: Desk, old: Case, new: Case) -> None:
    """The newest report feeds another case from now on."""
    report = (await tx.reports.select())[-1]
    for one in await tx.links.by(report_id=report.id):
        if one.ended_at is None:
            tx.links.put(replace(one, ended_at=tx.now))
    tx.links.add(ReportLink(tx.new_id(), report.id, new.id, 7, tx.now, "same"))
    tx.reports.put(replace(report, case_id=new.id))
    for case in (old, new):
        await facts.record(tx, desk.service, case)


async def test_two_reports_of_one_detention_are_counted_once_when_they_are_linked_and_corrected(
    desk: Desk,
) -> None:
    await desk.reports(HELD, confirms=True)
    await desk.reports(HELD, name="Vera", confirms=True)
    first, second = await desk.case(0), await desk.case(1)
    last = await posted(desk)
    assert (await counted(desk)).new == Tally(2, 0, 4)
    await desk.later(minutes=5)
    async with desk.writing() as tx:
        await link(tx, desk, second, first)
    assert (await counted(desk)).new == Tally(1, 0, 2)
    (correction,) = (await counted(desk, last)).corrections
    assert (correction.day, correction.was, correction.now) == (DAY, Tally(2, 0, 4), Tally(1, 0, 2))
    async with desk.writing() as tx:
        await link(tx, desk, first, second)
    assert (await counted(desk, last)).corrections == ()


async def test_a_name_that_is_learnt_later_corrects_the_day(desk: Desk) -> None:
    rita = await desk.reports(HELD, confirms=True)
    last = await posted(desk)
    await rita.writes("Dinara Vydumannaya, Erlan Pridumanny")
    (correction,) = (await counted(desk, last)).corrections
    assert (correction.was, correction.now) == (Tally(1, 0, 2), Tally(1, 2, 0))


@pytest.mark.slow
async def test_hearings_of_the_next_day_are_counted_and_named_to_coordinators(desk: Desk) -> None:
    desk.without_clocks()
    marat = await has(desk, "en")
    await marat.opens()
    await marat.writes_hearing("19.09 10:00")
    code = (await desk.case()).code
    found = {}
    for day, hour in ((17, 20), (18, 14), (18, 20), (19, 11)):
        await until(desk, day, hour)
        found[day, hour] = (await counted(desk)).private.hearings
    assert found == {(17, 20): (), (18, 14): (code,), (18, 20): (code,), (19, 11): ()}


async def test_one_is_counted_as_soon_as_its_day_is_answered(desk: Desk) -> None:
    desk.without_clocks()
    marat = await has(desk, "en")
    await marat.opens()
    await marat.presses("button-new-hearing")
    await marat.person.writes("18.09 10:00", "/cases")
    assert (await counted(desk)).hearings == 1


async def test_a_hearing_that_was_cancelled_is_not_counted(desk: Desk) -> None:
    desk.without_clocks()
    marat = await has(desk, "en")
    await marat.opens()
    await marat.writes_hearing("18.09 10:00")
    assert (await counted(desk)).hearings == 1
    await marat.presses("button-hearing-off")
    assert (await counted(desk)).hearings == 0


@pytest.mark.slow
async def test_who_is_held_longer_than_the_law_surely_allows_is_counted_while_it_lasts(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty", confirms=True)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(hours=4)
    assert (await counted(desk)).overrun == 0  # by what it may be: the sort of detention is not known
    await claims(desk, marat, "regime", DetentionRegime.ADMINISTRATIVE)
    await claims(desk, marat, "delivered", START)
    found = await counted(desk)
    assert (found.overrun, found.private.overrun) == (1, ((await desk.case()).code,))
    await claims(desk, marat, "released_at", desk.now)
    assert (await counted(desk)).overrun == 0


async def test_what_was_begun_in_words_and_never_became_a_case_is_counted(desk: Desk) -> None:
    await desk.person().writes("my brother does not come home and does not answer")
    await desk.person("Vera").writes("/start")
    await desk.person("Olya").presses_data("report/situation:other")
    assert (await counted(desk)).unfinished == 1


async def test_a_chat_that_opens_many_is_told_to_coordinators_alone(desk: Desk) -> None:
    await flood(desk, 1, 5)
    await flood(desk, 3, 1)
    found = await counted(desk)
    assert found.private.floods == (ChatFlood(5, (await desk.case(4)).code),)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_edition_is_a_picture_and_a_caption_that_name_nobody(desk: Desk, language: str) -> None:
    await desk.reports("police took Dana Made-Up in Almaty", confirms=True)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        found = await make_edition(tx, desk.service, DAY, language)
        week = await make_edition(tx, desk.service, DAY, language, weekly=True, remarks=["- a remark -"])
    assert found.picture is not None
    assert draw_digest(found.picture, desk.service.font).startswith(b"\x89PNG")
    assert found.text == found.whole[: len(found.text)]
    assert len(found.text) <= 1024
    assert not any(word in found.whole for word in ("Dana", "Дан", "Made-Up", (await desk.case()).code))
    say = desk.service.words.say
    tally = say(language, "digest-tally", detentions=1, named=1, unnamed=0)
    assert say(language, "digest-new", tally=tally) in found.text
    title = say(
        language, "digest-title-week", date=say(language, "digest-date", day="17", month="*", year="2018")
    )
    assert week.text.startswith(title.split("17")[0])
    assert week.text.splitlines()[1] == "- a remark -"


async def test_on_a_machine_on_which_nothing_can_be_drawn_the_words_come_alone(desk: Desk) -> None:
    desk.service = replace(desk.service, font=b"")
    async with desk.reading() as tx:
        found = await make_edition(tx, desk.service, DAY, "en")
    assert (found.picture, found.text) == (None, found.whole)
    async with desk.writing() as tx:
        await runs.on_started(tx, desk.service, {}, ())
    desk.administrator.sees("The digest comes without its picture")


async def test_remarks_that_leave_no_room_for_the_numbers_cost_the_picture_and_no_number(desk: Desk) -> None:
    async with desk.reading() as tx:
        plain = await make_edition(tx, desk.service, DAY, "en")
        found = await make_edition(tx, desk.service, DAY, "en", remarks=["what has changed " * 40])
    assert plain.picture is not None
    assert (found.picture, found.text) == (None, found.whole)
    assert set(plain.text.splitlines()) < set(found.text.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_read_what_nobody_else_does(desk: Desk, language: str) -> None:
    await desk.coordinator(languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty", confirms=True)
    code = (await desk.case()).code
    await desk.later(hours=2)
    found = await counted(desk)
    async with desk.reading() as tx:
        text = await coordinators_part(tx, desk.service, found, DAY, language)
    say = desk.service.words.say
    assert say(language, "digest-without", count=1, codes=code, unanswered=1) in text
    assert say(language, "digest-floods", count=0, chats="") in text
    assert "Dana" not in text
