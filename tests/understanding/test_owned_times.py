"""A time belongs to what its clause tells: the arrest, or a fever, medicine, a meal, a birthday, a visit, a call."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from core.places.gazetteer import Gazetteer
from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Understood, understand

NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)  # a Thursday, 23:00 in Almaty
HOME = ZoneInfo("Asia/Almaty")
OTHERS = {
    "my husband is held, he has had fever since morning",
    "they arrested him, he takes his pills at 8 in the morning and at night",
    "my brother was arrested, I visited him at 3 pm but they did not let me in",
    "he was arrested. the doctor came at 5",
    "my brother is held. he turned 19 on monday",
    "they took my mother, her birthday is 6 march",
    "муж задержан, с утра температурит",
    "отца задержали, таблетки пьёт в 8 утра и на ночь",
    "брата задержали, я была у него в 15 часов, не пустили",
    "его задержали. врач был в 5",
    "брат задержан. ему в понедельник исполнилось 19",
    "забрали маму, день рождения 6 марта",
    "күйеуім ұсталды, таңнан бері қызуы бар",
    "әкемді ұстады, таңғы 8-де және түнде дәрі ішеді",
    "оны ұстады. дәрігер 5-те келді",
    "інім ұсталды. дүйсенбіде 19-ға толды",
    "анамды алып кетті, туған күні 6 наурыз",
}
DOUBTFUL = {
    "інімді ұстады, мен сағат 3-те бардым, кіргізбеді",
    "they arrested him, shop opens at 9",
    "my brother is held, mother has been crying since yesterday",
    "задержали его, магазин открывается в 9",
    "брат в отделе, мама плачет со вчерашнего дня",
    "інім бөлімде, анам кешеден бері жылап отыр",
}
OF_THE_ARREST = {
    "he was detained at 7 pm, the lawyer came at 9 pm": (26, 19),
    "I was at work till 5, they took my wife at 4 pm": (26, 16),
    "he is 26. since yesterday they keep him at the station": (25, 0),
    "задержали в 19:00, адвокат приехал в 21:00": (26, 19),
    "я была на работе до 17, жену брата забрали в 16:00": (26, 16),
    "ему 26. со вчерашнего дня держат в отделе": (25, 0),
    "19:00-де ұстады, адвокат 21:00-де келді": (26, 19),
    "мен 5-ке дейін жұмыста болдым, келінімді 16:00-де алып кетті": (26, 16),
    "жасы 26-да. кешеден бері бөлімде ұстап отыр": (25, 0),
}


@cache
def places() -> Gazetteer:
    return load_gazetteer("kz")


def read(text: str) -> Understood:
    return understand(
        text,
        load_heard(),
        load_names(),
        now=NOW,
        zone=HOME,
        gazetteer=places(),
        evidence=load_evidence(),
    )


@pytest.mark.parametrize("text", sorted(OTHERS))
def test_the_time_of_something_else_is_no_beginning(text: str) -> None:
    understood = read(text)
    assert understood.happening
    assert understood.moment is None
    assert understood.guesses.moment is None


@pytest.mark.parametrize("text", sorted(DOUBTFUL))
def test_the_time_of_a_clause_with_a_verb_of_its_own_is_only_perhaps_one(text: str) -> None:
    understood = read(text)
    assert understood.happening
    assert understood.moment is None


@pytest.mark.parametrize(("text", "day_and_hour"), sorted(OF_THE_ARREST.items()))
def test_the_time_of_the_clause_that_says_the_taking_is_the_beginning(
    text: str, day_and_hour: tuple[int, int]
) -> None:
    moment = read(text).moment
    assert moment is not None
    assert moment.at is not None
    local = moment.at.astimezone(HOME)
    assert (local.day, local.hour) == day_and_hour
