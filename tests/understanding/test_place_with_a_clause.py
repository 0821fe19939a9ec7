"""A clause that only says which place was named asks nothing: "near the hotel, where the deputies met people"."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.questions import topic_of

HEARD = load_heard()


def topic(text: str) -> str | None:
    """What the text asks about."""
    return topic_of(heard_sentence(readable(text), HEARD), HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "Возле отеля «Риксос», где депутаты Европарламента встречались с людьми",
        "у здания суда, где сегодня встреча с депутатами",
        "на площади, где был митинг",
        "near the Rixos hotel, where the deputies met people",
        "outside the theatre, where we were to meet the journalists",
    ],
)
def test_where_behind_a_place_says_which_one(text: str) -> None:
    assert topic(text) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("возле отделения, где он сейчас", "where"),
        ("стою у суда, где мой муж", "where"),
        ("стою у отделения, где адвокат", "status"),
        ("I am at the police station, where is he", "where"),
        ("we are outside the court, where is my husband", "where"),
        ("возле отеля, где депутаты встречались с людьми, можно с ним увидеться?", "visit"),
    ],
)
def test_where_somebody_is_stays_asked(text: str, about: str) -> None:
    assert topic(text) == about
