"""A joke is forgotten: closed as one, counted nowhere, its words wiped by a second tap; its reporter is not told."""

import pytest
from msgspec.structs import replace

from core.digest.count import EarlierDigest, count_figures
from core.values import Precision
from core.vocabulary import JOKE, CaseState
from storage import timeline
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty near the old theatre, her sister +7 701 123 45 67"
ASK = {"en": "A joke…", "ru": "Шутка…", "kk": "Қалжың…"}
CLOSE = {"en": "Close as a joke", "ru": "Закрыть как шутку", "kk": "Қалжың деп жабу"}
WIPE = {
    "en": "Wipe the words for good",
    "ru": "Стереть слова навсегда",
    "kk": "Сөздерін біржола өшіру",
}
WIPED = {"en": "is wiped", "ru": "рассказанное стёрто", "kk": "айтылғаны өшірілді"}


async def told(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Marat was asked, Olga has read it, Rita wants news."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator(languages=(language,))
    rita = await desk.reports(TOLD, confirms=True)
    await rita.allows_news()
    await olga.opens(await desk.case())
    return marat, olga, rita


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_joke_is_closed_and_lawyers_cards_go_and_its_words_are_wiped_by_a_second_tap(
    desk: Desk, language: str
) -> None:
    marat, olga, _ = await told(desk, language)
    await olga.presses(ASK[language])
    assert (await desk.case()).state is CaseState.OPEN  # a pocket can press a button
    await olga.presses(CLOSE[language])
    case = await desk.case()
    assert (case.state, case.outcome) == (CaseState.CLOSED, JOKE)
    marat.sees_nothing_of("513-742")
    assert await desk.waits_until("escalation") is None
    report = await desk.report()
    async with desk.reading() as tx:
        assert await tx.entries.by(report_id=report.id)  # still there
    await olga.presses(WIPE[language])
    olga.sees(WIPED[language])
    async with desk.reading() as tx:
        claims = await tx.claims.by(report_id=report.id)
        said = [
            await tx.entries.select(),
            [d.answers for d in await tx.dialogues.by(subject_id=report.id)],
            claims,
        ]
        for words in ("Dana", "theatre", "7011234567", "sister"):
            assert words not in str(said)
        assert await tx.name_blocks.by(case_id=case.id) == []
        assert await timeline.find_flaw(tx, await desk.case()) is None  # the chain holds
    assert [line[:2] for line in await desk.history()][-2:] == [("closed", "Olga"), ("wiped", "Olga")]
    assert (await desk.case()).city == "almaty"  # where it was said to be is still known
    await olga.writes("/case Dana Made-Up")
    assert "rabbit" not in olga.screen.texts()[-1]
    await olga.opens(await desk.case(), "what was it")  # it can be drawn without them
    assert olga.screen.has(f"history:{case.id}")


@pytest.mark.slow
async def test_the_reporter_reads_that_it_is_closed_and_not_what_we_think(desk: Desk) -> None:
    _, olga, rita = await told(desk)
    await olga.presses(ASK["en"], CLOSE["en"])
    await rita.writes("/status", "hello?")
    rita.sees_nothing_of("joke")
    rita.sees("closed")


@pytest.mark.slow
async def test_no_figure_counts_it_and_what_was_counted_yesterday_is_corrected(desk: Desk) -> None:
    _, olga, _ = await told(desk)
    day = {"happened_on": desk.now.date(), "started_precision": Precision.DAY}
    before, zone = replace(await desk.case(), **day), desk.service.zone
    opened, middle = before.opened_at, desk.now.replace(hour=12)
    await desk.later(hours=24)
    await olga.presses(ASK["en"], CLOSE["en"])
    case, end = replace(await desk.case(), **day), desk.now.replace(hour=12)
    counted = count_figures([case], opened, end, zone=zone)
    assert counted.new.detentions == counted.false_alarms == counted.closed_otherwise == 0
    assert counted.eventless
    known = count_figures([before], opened, middle, zone=zone)
    later = count_figures([case], middle, end, zone=zone, before=EarlierDigest(middle, known.days))
    (correction,) = later.corrections
    assert (correction.was.detentions, correction.now.detentions) == (1, 0)


async def test_words_are_wiped_of_jokes_alone_and_an_opened_again_one_is_none(desk: Desk) -> None:
    _, olga, _ = await told(desk)
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:other")
    await olga.presses_data(f"wipe:{case.id}")
    async with desk.reading() as tx:
        assert await tx.entries.by(report_id=(await desk.report()).id)
    await olga.presses_data(f"reopen:{case.id}")
    await olga.presses_data(f"wipe:{case.id}")
    async with desk.reading() as tx:
        assert await tx.entries.by(report_id=(await desk.report()).id)


async def test_where_a_joker_stood_and_what_they_called_it_are_wiped_too(desk: Desk) -> None:
    _, olga, rita = await told(desk)
    await rita.shares_place(43.2389, 76.8897)
    report = await desk.report()

    async def kept() -> str:
        async with desk.reading() as tx:
            return str([claim.value for claim in await tx.claims.by(report_id=report.id)])

    assert "43.2389" in await kept()
    await olga.presses(ASK["en"], CLOSE["en"], WIPE["en"])
    for told_by_them in ("43.2389", "76.8897", "Almaty"):
        assert told_by_them not in await kept()
    assert (await desk.case()).city == "almaty"
