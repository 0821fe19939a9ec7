"""Kazakh writes a case ending behind a time, by how its last number is read."""

import pytest

from core.kazakh_endings import kazakh_from, kazakh_to
from core.resources.word_files import load_words


@pytest.mark.parametrize(
    ("time", "to", "since"),
    [
        ("03:00", "03:00-ге", "03:00-ден"),  # нөл
        ("00:01", "00:01-ге", "00:01-ден"),  # бір
        ("00:02", "00:02-ге", "00:02-ден"),  # екі
        ("00:03", "00:03-ке", "00:03-тен"),  # үш
        ("00:04", "00:04-ке", "00:04-тен"),  # төрт
        ("00:05", "00:05-ке", "00:05-тен"),  # бес
        ("00:06", "00:06-ға", "00:06-дан"),  # алты
        ("00:07", "00:07-ге", "00:07-ден"),  # жеті
        ("00:08", "00:08-ге", "00:08-ден"),  # сегіз
        ("00:09", "00:09-ға", "00:09-дан"),  # тоғыз
        ("18:10", "18:10-ға", "18:10-нан"),  # он
        ("18:20", "18:20-ға", "18:20-дан"),  # жиырма
        ("18:30", "18:30-ға", "18:30-дан"),  # отыз
        ("18:40", "18:40-қа", "18:40-тан"),  # қырық
        ("18:50", "18:50-ге", "18:50-ден"),  # елу
        ("18.09 21:43", "18.09 21:43-ке", "18.09 21:43-тен"),
    ],
)
def test_the_ending_follows_how_the_last_number_is_read(time: str, to: str, since: str) -> None:
    assert (kazakh_to(time), kazakh_from(time)) == (to, since)


@pytest.mark.parametrize("day", ["18.09", "18.09.2026", "2026-09-18"])
def test_a_day_without_an_hour_takes_the_ending_on_the_word_for_day(day: str) -> None:
    assert (kazakh_to(day), kazakh_from(day)) == (f"{day} күніне", f"{day} күнінен")


@pytest.mark.parametrize(
    "time", ["18.09 21:43 UTC+5", "18.09 21:43 UTC+5:30", "09:00-18:00", "ертең таңертең"]
)
def test_what_ends_with_no_hour_takes_the_ending_on_the_word_for_time(time: str) -> None:
    assert (kazakh_to(time), kazakh_from(time)) == (f"{time} уақытына", f"{time} уақытынан")


def test_a_card_writes_the_ending_behind_its_hours() -> None:
    words = load_words()
    assert words.say("kk", "handing-until", time="00:03") == "⏳ 00:03-ке дейін жауап беріңізші."
    assert "18.09 03:00-ден бері" in words.say(
        "kk", "clock-counts", time="18.09 03:00", span="2 сағ", what="…"
    )
