"""Half an hour before it is posted coordinators see the digest: they post it, hold it, or let it go."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from tests.casework.daily.channels import DAY, KAZAKH, RUSSIAN, coordinator, evening, posts, say, texts
from tests.casework.story_desk import Desk

SOON, BEFORE = 7.5, 0.5  # hours from noon, and from then to its time
DATES = {"en": "17 September 2018", "ru": "17 сентября 2018 г.", "kk": "2018 жылғы 17 қыркүйек"}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_seen_held_with_a_reason_and_let_go(desk: Desk, language: str) -> None:
    olga, vera = await coordinator(desk, language), await coordinator(desk, language, "Vera")
    await posts(desk)
    await evening(desk, hours=SOON)
    shown = {"date": DATES[language], "time": "17.09 20:00", "channels": "ru, kk"}
    olga.sees(
        say(desk, language, "preview-waits", **shown),
        say(desk, language, "digest-title", date=DATES[language]),
    )
    olga.sees_nothing_of("..")  # a Russian date ends in a full stop
    await olga.presses(say(desk, language, "button-preview-hold"))
    await olga.writes("Made-up: we wait for the court")
    olga.sees(say(desk, language, "hold-explained"))
    held = say(desk, language, "preview-held", **shown)
    vera.sees(held, "Olga, 17.09 19:30", "Made-up: we wait for the court")
    await vera.presses(say(desk, language, "button-preview-release"))
    assert olga.count(held) == 0
    await desk.later(hours=BEFORE)
    assert texts(desk)[0].startswith("Сводка, 17 сентября 2018 г.")
    assert texts(desk, KAZAKH)[0].startswith("Күн қорытындысы")
    olga.sees(say(desk, language, "preview-posted", date=DATES[language]))
    assert not olga.screen.has(f"hold:{DAY}")


@pytest.mark.slow
async def test_it_is_posted_at_once_and_at_its_time_not_again(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await desk.reports("police took a man in Almaty", confirms=True)
    await evening(desk, hours=SOON)
    await olga.presses("Post now")
    (post,) = texts(desk)
    assert "– 17.09 19:30 (UTC+6)" in post
    assert "Новые: 1 задержание" in post
    assert olga.count("For coordinators only") == 1
    await desk.later(hours=BEFORE)
    await olga.presses_data(f"issue:{DAY}")
    olga.sees("posted, or its day is over")
    assert len(texts(desk)) == 1
    assert olga.count("For coordinators only") == 1
    await desk.later(hours=24)
    assert "17.09 19:30 – 18.09 20:00" in texts(desk)[1]


@pytest.mark.slow
async def test_what_is_held_is_not_posted_by_itself_and_the_next_covers_its_hours(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk)
    await desk.reports("police took a man in Almaty", confirms=True)
    await desk.later(hours=24 - BEFORE)
    await olga.presses("Hold")
    await olga.writes("the number is wrong")
    olga.lanes()
    await desk.later(hours=BEFORE)
    olga.sees("HELD", "the number is wrong", "New: 1 detention")
    assert olga.count("For coordinators only") == 2
    assert olga.lanes().count("news") == 1  # its time has come: a new card, with a sound
    await desk.later(hours=3.9)
    assert olga.screen.has(f"issue:{DAY + 1}")
    await desk.later(hours=0.2)  # midnight
    olga.sees("was held and not posted", "18 September 2018")
    await olga.presses_data(f"issue:{DAY + 1}")
    await olga.presses_data(f"release:{DAY + 1}")
    assert len(texts(desk)) == 1
    await desk.later(hours=20)
    _, post = texts(desk)
    assert "17.09 20:00 – 19.09 20:00 (UTC+6), 48 часов" in post
    assert "Новые: 1 задержание" in post
    assert olga.count("For coordinators only") == 3


@pytest.mark.slow
async def test_a_held_one_goes_out_late_in_the_evening_with_the_hours_it_covers(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk, hours=SOON)
    await olga.presses("Hold")
    await desk.later(hours=2)
    await olga.presses("Post now")
    (post,) = texts(desk)
    assert "– 17.09 21:30 (UTC+6)" in post
    assert "опозданием" not in post
    assert olga.count("For coordinators only") == 1
    await desk.later(hours=3)
    assert olga.count("was held and not posted") == 0


async def test_hold_holds_though_nobody_says_why(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk, hours=SOON)
    await olga.presses("Hold")
    await olga.writes("/cancel")
    olga.sees("held, without a reason")
    await desk.later(hours=BEFORE)
    assert texts(desk) == []
    olga.sees("Olga, 17.09 19:30.")


async def test_a_held_one_whose_time_and_day_were_missed_is_told_once(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk, hours=SOON)
    await olga.presses("Hold")
    olga.lanes()
    desk.now += timedelta(hours=10)  # nobody was there
    await desk.later(minutes=1)
    olga.sees("was held and not posted")
    assert olga.lanes().count("news") == 1
    assert texts(desk) == []


@pytest.mark.slow
async def test_a_day_before_its_time_it_can_be_held_and_not_be_posted(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk)
    await olga.writes("/digest")
    assert olga.screen.has(f"hold:{DAY + 1}")
    assert not olga.screen.has(f"issue:{DAY + 1}")
    await olga.presses_data(f"issue:{DAY + 1}")
    assert len(texts(desk)) == 1
    await olga.presses("Hold")
    await desk.later(hours=24)
    assert len(texts(desk)) == 1


async def test_without_a_preview_or_a_channel_nobody_sees_it_ahead(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk, preview=timedelta())
    assert await desk.waits_until("preview") is None
    await posts(desk, channels={}, preview=timedelta(minutes=30))
    assert await desk.waits_until("preview") is None
    await evening(desk)
    olga.sees_nothing_of("goes out on")
    olga.sees("Digest, 17 September 2018", "For coordinators only")


async def test_a_start_in_the_half_hour_shows_it_once(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk, hours=SOON)
    olga.rang()
    await posts(desk)  # as a start does
    await desk.later(minutes=1)
    assert olga.rang() == 0
    assert olga.count("goes out on") == 1


async def test_who_is_no_coordinator_any_more_sees_nothing_of_it(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk, hours=SOON)
    await desk.suspends(olga)
    await olga.presses_data(f"hold:{DAY}")
    await desk.later(hours=BEFORE)
    assert len(texts(desk, RUSSIAN)) == 1
    olga.sees_nothing_of("Digest, 17 September")
