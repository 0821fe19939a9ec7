"""The evening before, Monday morning, and at once: who comes tomorrow, where nobody is, and who cannot be reached."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from handlers import timing
from tests.casework.forgotten import nights
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
THURSDAY = datetime(2018, 9, 20, 6, 0, tzinfo=UTC)  # noon in Almaty
TIMES = "Fri 21.09, 09:00–18:00"


async def begins(desk: Desk) -> None:
    """As at every start."""
    async with desk.writing() as tx:
        await timing.on_started(tx, desk.service)


async def two(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Olga coordinates, Marat is on duty on Fridays; it is Thursday."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,), phone="+77010001122")
    desk.now = THURSDAY
    await begins(desk)
    await marat.writes("/duty fri 9-18")
    marat.rang()
    return olga, marat


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_evening_before_it_is_asked_and_confirmed(desk: Desk, language: str) -> None:
    olga, marat = await two(desk, language)
    say = desk.service.words.say
    await desk.later(hours=7)  # 19:00
    times = f"{say(language, 'duty-day-fri')} 21.09, 09:00–18:00"
    marat.sees(say(language, "duty-stint-asked", times=times))
    assert marat.rang() == 1
    await marat.presses(say(language, "button-stint-yes"))
    marat.sees(say(language, "duty-stint-confirmed", times=times))
    await desk.later(hours=4)
    assert say(language, "duty-unanswered") not in olga.screen.text()
    await desk.later(hours=24)
    assert marat.count("21.09, 09:00–18:00") == 1


async def test_without_an_answer_coordinators_hear_of_it_with_the_number(desk: Desk) -> None:
    olga, _ = await two(desk)
    await desk.later(hours=8.9)
    assert olga.count("No answer about duty") == 0
    await desk.later(hours=0.2)  # after 21:00
    olga.sees("No answer about duty", f"Marat does not confirm: {TIMES} (Almaty city). To call: +77010001122")
    await desk.later(hours=12)
    assert olga.count("does not confirm") == 1


async def test_what_begins_in_the_evening_is_told_at_its_beginning(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer("Marat")
    desk.now = THURSDAY
    await begins(desk)
    await marat.writes("/duty thu 20-23")
    await desk.later(hours=7.9)
    assert olga.count("No answer about duty") == 0
    await desk.later(hours=0.2)
    olga.sees("Marat does not confirm: Thu 20.09, 20:00–23:00")


async def test_who_cannot_is_replaced_by_a_colleague(desk: Desk) -> None:
    olga, marat = await two(desk)
    saule = await desk.lawyer("Saule")
    await saule.writes("/duty mon 9-18")
    await desk.later(hours=7)
    await marat.presses("I cannot")
    await saule.presses("I take it")
    marat.sees("A colleague has taken your duty", TIMES)
    await desk.later(hours=3)
    assert olga.count("No answer about duty") == 0
    desk.now = datetime(2018, 9, 21, 6, 0, tzinfo=UTC)
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Saule"}


async def test_who_has_blocked_the_bot_is_told_to_coordinators_the_evening_before(desk: Desk) -> None:
    olga, marat = await two(desk)
    await desk.blocks(marat)
    await desk.later(hours=7)
    olga.sees("Marat cannot be reached in the messenger, and is on duty", TIMES, "+77010001122")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_gaps_are_told_the_evening_before_and_on_monday_for_the_week(desk: Desk, language: str) -> None:
    olga, _ = await two(desk, language)
    say = desk.service.words.say
    friday = say(language, "duty-day-fri")
    city = desk.service.gazetteer.name(desk.service.gazetteer.region_of("almaty"), language)
    await desk.later(hours=7)
    olga.sees(
        say(language, "duty-gaps-day"),
        f"{city}: {say(language, 'duty-day-thu')} 20.09, 19:00–09:00",
        f"{friday} 21.09, 18:00–19:00",
    )
    await desk.later(hours=24 * 3 + 14)  # Monday, 09:00
    olga.sees(
        say(language, "duty-gaps-week"),
        f"{city}: {say(language, 'duty-day-mon')} 24.09 09:00 – {friday} 28.09 09:00",
    )


async def test_a_language_that_nobody_on_duty_speaks_is_a_gap_too(desk: Desk) -> None:
    olga, marat = await two(desk)
    saule = await desk.lawyer("Saule", languages=("en", "kk"))
    await marat.writes("/duty daily 0-24")
    await saule.writes("/duty fri 9-18")
    await desk.later(hours=7)
    olga.sees("Almaty city: Thu 20.09, 19:00–09:00 – nobody who speaks Kazakh")
    assert "English" not in olga.screen.text()


@pytest.mark.slow
async def test_a_week_without_gaps_is_said_and_an_organisation_without_shifts_hears_nothing(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer("Marat")
    desk.now = THURSDAY
    await begins(desk)
    await desk.later(hours=24 * 5)
    assert olga.count("Within a day duty has gaps") == 0
    await marat.writes("/duty daily 0-24")
    await desk.later(hours=24 * 7)
    olga.sees("This week somebody is on duty in every region at any time.")
    assert olga.count("Within a day duty has gaps") == 0


async def test_the_only_one_on_duty_cannot_be_reached_is_told_at_once(desk: Desk) -> None:
    olga, marat = await two(desk)
    saule = await desk.lawyer("Saule")
    await saule.writes("/duty fri 9-18")
    desk.now = datetime(2018, 9, 21, 6, 0, tzinfo=UTC)
    await desk.blocks(saule)
    assert olga.count("is the only one on duty") == 0
    olga.rang()
    await desk.blocks(marat)
    olga.sees("Marat is the only one on duty (Almaty city) and cannot be reached", "+77010001122")
    assert olga.rang() == 1


async def test_whoever_is_not_on_duty_may_go_without_a_word(desk: Desk) -> None:
    olga, marat = await two(desk)
    await desk.blocks(marat)
    assert olga.count("the only one on duty") == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_digest_tells_who_is_there_tonight_and_who_confirmed(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    lena = await desk.lawyer("Lena", cities=("aktau",))
    desk.now = THURSDAY
    await begins(desk)
    for one in (marat, saule):
        await one.writes("/duty thu 21-6")
    await lena.writes("/duty mon 9-18")
    await desk.later(hours=7)
    await marat.presses("Confirm")
    await desk.later(hours=1.1)
    say, gazetteer = desk.service.words.say, desk.service.gazetteer
    places = [
        say(language, "digest-tonight-place", place=gazetteer.name(region, language), count=n, confirmed=sure)
        for region, n, sure in (("almaty-city", 2, 1), ("mangystau-region", 0, 0))
    ]
    olga.sees(say(language, "digest-tonight", places=", ".join(places)))


async def test_whoever_reads_the_timeline_reads_why_somebody_was_asked(desk: Desk) -> None:
    olga, _ = await two(desk)
    desk.now = datetime(2018, 9, 21, 6, 0, tzinfo=UTC)
    await desk.reports(HELD)
    case = await desk.case()
    await olga.opens(case)
    await olga.presses("History")
    olga.sees("asked: a lawyer of the region", "(shift) · Marat")


@pytest.mark.slow
async def test_what_is_a_month_over_is_forgotten_with_its_cards(desk: Desk) -> None:
    _, marat = await two(desk)
    await desk.later(hours=7)
    await marat.writes("/duty")
    await marat.presses("Week", "✕ Fri 09:00–18:00")
    await nights(desk, 30)
    async with desk.reading() as tx:
        assert len(await tx.stints.select()) == 1
    await nights(desk, 2)
    async with desk.reading() as tx:
        assert await tx.stints.select() == []
        assert [card for card in await tx.cards.select() if card.subject in ("stint", "swap")] == []


async def test_a_week_without_an_answer_is_asked_about_every_evening_anew(desk: Desk) -> None:
    _, marat = await two(desk)
    await marat.writes("/duty daily 9-18")
    await desk.later(hours=24 * 3)
    assert marat.count("Do you confirm?") == 3


async def test_what_was_told_is_not_told_again_with_the_next(desk: Desk) -> None:
    olga, marat = await two(desk)
    saule = await desk.lawyer("Saule")
    await saule.writes("/duty thu 20-23")
    await desk.later(hours=8.1)  # Saule's has begun
    olga.sees("Saule does not confirm: Thu 20.09, 20:00–23:00")
    await desk.later(hours=1)
    olga.sees(f"Marat does not confirm: {TIMES}")
    assert olga.count("Saule does not confirm") == 1
    assert marat.count("Do you confirm?") == 1


async def test_where_nobody_is_at_all_languages_are_not_counted_up(desk: Desk) -> None:
    olga, _ = await two(desk)
    await desk.later(hours=7)
    olga.sees("Within a day duty has gaps")
    assert olga.count("nobody who speaks") == 0


async def test_whoever_cannot_be_reached_is_not_counted_tonight(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    desk.now = THURSDAY
    await begins(desk)
    for one in (marat, saule):
        await one.writes("/duty thu 21-6")
    await desk.blocks(saule)
    await desk.later(hours=8.1)
    olga.sees("Tonight: Almaty city 1 (confirmed: 0)")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_however_many_do_not_answer_it_is_one_screen_with_who_begins_first(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    desk.now = THURSDAY
    await begins(desk)
    for number in range(12):
        lawyer = await desk.lawyer(f"Made-Up Lawyer {number:02}")
        await lawyer.writes(f"/duty fri {20 - number}-{21 - number}")
    await desk.later(hours=9.1)
    told = olga.sees(say(language, "duty-unanswered"), say(language, "duty-unanswered-more", count=2))
    assert "Lawyer 11" in told
    assert "Lawyer 03" not in told
    assert len(told) < 1000
