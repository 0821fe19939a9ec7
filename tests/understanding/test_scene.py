"""Where it happened: a guess, a destination and where the writer is are no place that lawyers are woken by."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Grade, Understood, grade, understand

HEARD, GAZETTEER = load_heard(), load_gazetteer("kz")
NOW = datetime(2018, 9, 18, 9, tzinfo=UTC)


def read(text: str) -> Understood:
    return understand(
        text,
        HEARD,
        load_names(),
        now=NOW,
        zone=ZoneInfo("Asia/Almaty"),
        gazetteer=GAZETTEER,
        evidence=load_evidence(),
    )


@pytest.mark.parametrize(
    "text",
    [
        "в Жаноозене задержали брата",  # one letter wrong, and no large city
        "в Бескарагае задержали брата",  # two regions have one
        "брата задержали, везут в Караганду",
        "брата задержали, Астанаға апара жатыр",
        "пишу из Алматы, брата задержали",
    ],
)
def test_what_is_not_sure_is_no_place_and_coordinators_are_asked(text: str) -> None:
    understood = read(text)
    assert understood.happening
    assert understood.place is None
    assert grade(understood) is Grade.COORDINATORS


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("в Караганде задержали брата", "karaganda-region"),
        ("в Бескарагае области Абай задержали брата", "abai-region"),
        ("в Карагонде задержали брата", "karaganda-region"),
        ("в Жаноозене Мангистауской области задержали брата", "mangystau-region"),
        ("брата задержали, увезли в Караганду", "karaganda-region"),
        ("пишу из Алматы, брата задержали в Таразе", "zhambyl-region"),
    ],
)
def test_what_is_sure_is_the_place_and_lawyers_are_asked(text: str, region: str) -> None:
    understood = read(text)
    assert understood.place is not None
    assert understood.place.region == region
    assert grade(understood) is Grade.LAWYERS


def test_who_writes_from_here_and_tells_of_abroad_is_outside() -> None:
    place = read("пишу из алматы брата в бишкеке взяли").place
    assert place is not None
    assert place.outside
