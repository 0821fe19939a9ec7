"""The digest in words: complete, plain, in three languages, and short enough for one message."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.casework.claim_kinds import SITUATIONS
from core.digest.channel_text import DigestReader, digest_text
from core.digest.figures import (
    ChatFlood,
    CoordinatorFigures,
    DayCorrection,
    DigestFigures,
    figures_from_data,
    figures_to_data,
)
from core.digest.tally import Tally
from core.model import LANGUAGES
from core.presentation import utf16_length
from core.resources.word_files import load_words

WORDS = load_words()
ALMATY = ZoneInfo("Asia/Almaty")
DAY = date(2018, 9, 18)
END = datetime(2018, 9, 18, 15, 0, tzinfo=UTC)
BUSY = DigestFigures(
    END - timedelta(hours=24),
    END,
    new=Tally(2, 2, 2),
    reported={"2018-09-18": Tally(2, 2, 2)},
    happened={"2018-09-17": Tally(1, 1, 0), "2018-08": Tally(1, 1, 2)},
    regions={"almaty": Tally(1, 2, 0), "": Tally(1, 0, 2)},
    situations={"blocked": Tally(1, 2, 0), "other": Tally(1, 0, 2)},
    confirmed=1,
    earlier=Tally(1, 1, 2),
    hours=(0, 0, 0, 1, 0, 0, 0, 0),
    days={"2018-09-17": Tally(7, 3, 9)},
    hearings=2,
    overrun=1,
    overrun_perhaps=2,
    unfinished=3,
    prosecutions=1,
    without_place=1,
    observations=3,
    summonses=2,
    still_open=Tally(4, 3, 5),
    accepted=2,
    released=1,
    false_alarms=1,
    closed_otherwise=1,
    corrections=(DayCorrection(date(2018, 9, 16), Tally(1, 1, 0), Tally(2, 1, 3)),),
    private=CoordinatorFigures(
        ("river lamp 42",),
        ("river lamp 42", "apple moon 17"),
        (20, 240, 3900),
        {"declined": 2, "offered": 3, "withdrawn": 4},
        ("tulip book 71", "tulip book 71"),
        ("maple song 33",),
        (ChatFlood(9, "violin rose 50"),),
        unanswered=1,
        lapsed=3,
    ),
)
ROOM, CAPTION = 4096, 1024
EMPTY = DigestFigures(BUSY.covers_from, BUSY.covers_to)


def text(figures: DigestFigures = BUSY, language: str = "en", **more: Any) -> str:
    """The digest as the channel reads it."""
    return digest_text(
        figures, DigestReader(WORDS, language, ALMATY, str.title), DAY, **{"room": ROOM, **more}
    )


def test_the_whole_digest_in_english() -> None:
    assert text() == (
        "Digest, 18 September 2018\n"
        "17.09 21:00 – 18.09 21:00 (UTC+6), 24 hours; as of the end\n"
        "Confirmed: checked by one of us; some may be counted twice. "
        "In brackets: identified / not identified, at least.\n"
        "\n"
        "New: 2 detentions; identified: 2, unidentified: at least 2\n"
        "Confirmed: 1 · not confirmed: 1\n"
        "Before the day of the report: 1 (1 / 2+) · day not known: 0 (0 / 0)\n"
        "Still open: 4 (3 / 5+)\n"
        "Accepted: 2 · released: 1 · false alarms: 1 · closed otherwise: 1\n"
        "Held beyond the legal limit: surely 1, perhaps 2 · hearings tomorrow: 2\n"
        "Unfinished reports: 3 · without a place: 1\n"
        "Perhaps held, not confirmed: 0 · nobody held: trials and cases 1, observations 3, summonses 2\n"
        "\n"
        "Corrections by day of the event\n"
        "· 16.09: was 1 (1 / 0), now 2 (1 / 3+)\n"
        "\n"
        "By region\n"
        "· Almaty: 1 (2 / 0)\n"
        "· region not known: 1 (0 / 2+)\n"
        "By time of day: 9–12: 1, not known: 1\n"
        "30 days, 20.08 – 18.09, all by day of the event: "
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 7 0\n"
        "\n"
        "By day of the event\n"
        "· 17 September 2018: 1 (1 / 0)\n"
        "· August 2018: 1 (1 / 2+)\n"
        "\n"
        "By day of the report\n"
        "· 18 September 2018: 2 (2 / 2+)\n"
        "\n"
        "By situation, as reported\n"
        "· not let out, or stopped on the way: 1 (2 / 0)\n"
        "· somebody is detained: 1 (0 / 2+)"
    )


def test_a_day_without_events_says_so_shows_every_nought_and_no_empty_table() -> None:
    assert text(EMPTY).endswith(
        "\nNothing was reported and nothing changed in these hours."
        "\nNew: 0 detentions; identified: 0, unidentified: 0"
        "\nConfirmed: 0 · not confirmed: 0"
        "\nBefore the day of the report: 0 (0 / 0) · day not known: 0 (0 / 0)"
        "\nStill open: 0 (0 / 0)"
        "\nAccepted: 0 · released: 0 · false alarms: 0 · closed otherwise: 0"
        "\nHeld beyond the legal limit: surely 0, perhaps 0 · hearings tomorrow: 0"
        "\nUnfinished reports: 0 · without a place: 0"
        "\nPerhaps held, not confirmed: 0 · nobody held: trials and cases 0, observations 0, summonses 0"
        "\nCorrections: none"
    )


def test_what_nobody_has_confirmed_stands_before_a_row_of_noughts() -> None:
    lines = text(replace(EMPTY, unclear=5)).splitlines()
    assert (
        lines.index("Perhaps held: 5") == lines.index("New: 0 detentions; identified: 0, unidentified: 0") - 1
    )
    assert "Perhaps held: 5" not in text(replace(BUSY, unclear=5)).splitlines()


@pytest.mark.parametrize("uncounted", ["without_place", "summonses"])
def test_a_digest_of_before_without_a_count_is_read(uncounted: str) -> None:
    data = {name: value for name, value in figures_to_data(BUSY).items() if name != uncounted}
    assert figures_to_data(figures_from_data(data)) == {**figures_to_data(BUSY), uncounted: 0}


def test_a_day_without_events_still_counts_what_is_open() -> None:
    assert "Still open: 1 (0 / 1+)" in text(replace(EMPTY, still_open=Tally(1, 0, 1)))


def test_only_a_repeat_and_a_late_one_are_marked_so() -> None:
    assert text(remarks=["Repeated: it is."]).splitlines()[1].startswith("Repeated: ")
    assert text(remarks=["Late: its time was missed."]).splitlines()[1].startswith("Late: ")
    assert "Repeated" not in text()
    assert "Late" not in text()


def test_a_late_digest_names_all_the_hours_that_it_covers() -> None:
    late = replace(EMPTY, covers_from=END - timedelta(hours=73))
    assert "\n15.09 20:00 – 18.09 21:00 (UTC+6), 73 hours; as of the end\n" in text(late)


@pytest.mark.parametrize(
    ("hours", "words"), [(1, "1 час;"), (2, "2 часа;"), (5, "5 часов;"), (21, "21 час;"), (24, "24 часа;")]
)
def test_russian_hours_have_the_right_ending(hours: int, words: str) -> None:
    assert words in text(replace(EMPTY, covers_from=END - timedelta(hours=hours)), "ru")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 задержание;"), (3, "3 задержания;"), (11, "11 задержаний;"), (22, "22 задержания;")],
)
def test_russian_detentions_have_the_right_ending(count: int, words: str) -> None:
    assert f"Новые: {words}" in text(replace(BUSY, new=Tally(count)), "ru")


def test_the_title_of_a_week_is_right_where_words_have_endings() -> None:
    assert text(language="kk", weekly=True).startswith(
        "Апта қорытындысы, соңғы күні – 2018 жылғы 18 қыркүйек\n"
    )


def test_kazakh_dates_begin_with_the_year() -> None:
    assert text(language="kk").startswith("Күн қорытындысы, 2018 жылғы 18 қыркүйек\n")


def test_offsets_are_those_of_the_day() -> None:
    later = replace(
        EMPTY, covers_from=END.replace(year=2026), covers_to=END.replace(year=2026) + timedelta(days=1)
    )
    assert "(UTC+5)" in text(later)
    assert "(UTC+5:30)" in digest_text(
        EMPTY, DigestReader(WORDS, "en", ZoneInfo("Asia/Kolkata"), str), DAY, room=ROOM
    )
    assert "(UTC-2:30)" in digest_text(
        EMPTY, DigestReader(WORDS, "en", ZoneInfo("America/St_Johns"), str), DAY, room=ROOM
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_and_month_has_its_words(language: str) -> None:
    tally = Tally(1)
    for month in range(1, 13):
        figures = replace(
            BUSY,
            situations=dict.fromkeys(SITUATIONS, tally),
            happened={f"2018-{month:02}": tally, "2018-01-02": tally},
        )
        assert not re.search(r"[{}$]", text(figures, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worst_day_fits_into_one_message_and_into_the_caption_of_a_picture(language: str) -> None:
    most = Tally(5_500, 3_456, 6_789)
    days = [date(2018, 9, 18) - timedelta(days=n) for n in range(30)]
    worst = replace(
        BUSY,
        new=most,
        still_open=most,
        earlier=most,
        confirmed=2_345,
        reported={day.isoformat(): most for day in days[:2]},
        happened={day.isoformat(): most for day in days[:15]} | {"": most, "2018-08": most},
        regions={f"Батыс Қазақстан облысы {n}": most for n in range(20)},
        situations=dict.fromkeys(SITUATIONS, most),
        hours=(680,) * 8,
        days={day.isoformat(): most for day in days},
        corrections=tuple(DayCorrection(day, most, most) for day in days[1:15]),
    )
    repeated = ["x" * 150]
    assert utf16_length(text(worst, language, remarks=repeated)) <= ROOM
    caption = text(worst, language, remarks=repeated, room=CAPTION)
    assert utf16_length(caption) <= CAPTION
    assert caption.splitlines()[:13] == text(worst, language, remarks=repeated).splitlines()[:13]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_an_ordinary_day_the_caption_has_all_that_the_picture_shows(language: str) -> None:
    four = replace(
        BUSY, regions={region: Tally(5, 3, 6) for region in ("ulytau", "abai", "almaty", "others")}
    )
    whole = text(four, language).splitlines()
    thirty = next(n for n, line in enumerate(whole) if "20.08 – 18.09" in line)
    assert text(four, language, room=CAPTION).splitlines()[: thirty + 1] == whole[: thirty + 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_without_room_for_all_tables_keeps_the_regions_before_the_thirty_days(
    language: str,
) -> None:
    most = Tally(5_500, 3_456, 6_789)
    names = ("Алматы қаласы", "Батыс Қазақстан облысы", "Астана қаласы", "Ақтөбе облысы", "Абай облысы")
    days = [(date(2018, 9, 18) - timedelta(days=n)).isoformat() for n in range(30)]
    figures = replace(
        BUSY, new=most, still_open=most, earlier=most, regions=dict.fromkeys(names, most), hours=(680,) * 8
    )
    caption = text(replace(figures, days=dict.fromkeys(days, most)), language, room=CAPTION)
    assert caption.count("\n· ") >= 1 + 3  # the correction, and rows of regions
    assert caption.splitlines()[-1].count("680") == 8


def test_what_does_not_fit_is_added_up() -> None:
    long_names = {f"{'region' * 20} {n:02}": Tally(1, 1, 0) for n in range(40)}
    assert "· others: 28 (28 / 0)" in text(replace(BUSY, regions=long_names))


def test_the_digest_of_a_week_has_the_same_shape() -> None:
    week = text(replace(BUSY, covers_from=END - timedelta(days=7)), weekly=True)
    assert week.startswith(
        "Digest of the week that ends on 18 September 2018\n11.09 21:00 – 18.09 21:00 (UTC+6), 168 hours"
    )
    assert week.splitlines()[3:] == text().splitlines()[3:]


def test_the_channel_reads_nothing_that_is_for_coordinators() -> None:
    for language in LANGUAGES:
        assert "river lamp" not in text(language=language)


def test_the_languages_have_the_same_words() -> None:
    keys = [{key for key in WORDS.keys(language) if key.startswith("digest-")} for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]
