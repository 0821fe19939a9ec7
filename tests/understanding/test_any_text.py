"""Whatever is typed: nothing raises, and nothing takes long."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import (
    check_moment,
    find_phones,
    understand,
    understand_contact,
    understand_who_answer,
)
from core.understanding.plain import readable
from core.values import value_from_data, value_to_data
from tests.understanding.test_messages import MESSAGES

NOW = datetime(2018, 9, 18, 9, 0, tzinfo=UTC)
ALMATY = ZoneInfo("Asia/Almaty")
HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")

_PIECES = [word for message in MESSAGES for word in message["text"].split()] + [
    "31", "25:99", "99.99.9999", "0000", "-", "назад", "бұрын",
    "ago", "weeks", "сент", "9999 лет назад", "\u202e", "😀", "ال",
    "29 февраля", "32 января", "³", "٣", "१२", "+", "+7", "()", "\n", "\x00", "İ", "ß", "2018 жылғы", "в", "с",
]  # fmt: skip
TYPED = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789+-(). :/\n", max_size=100),
    st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=25).map("".join),
)


@pytest.mark.slow
@given(text=TYPED)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_that_is_typed_raises(text: str) -> None:
    understood = understand(
        text, HEARD, NAMES, now=NOW, zone=ALMATY, gazetteer=GAZETTEER, evidence=load_evidence()
    )
    for value in (understood.place, understood.people, understood.moment, understood.contact):
        assert value is None or value_from_data(value_to_data(value)) == value
    if understood.moment is not None:
        assert understood.moment.at is not None
        assert understood.moment.words in readable(text)
    if understood.people is not None and understood.people.count is not None:
        assert 0 < understood.people.count <= 2001  # two groups and the writer, of a thousand each at most
    who = understand_who_answer(text, HEARD, NAMES)
    assert who is None or all(name.strip() and len(name) <= 100 for name in who.names)
    checked = check_moment(text, HEARD, NOW, ALMATY)
    assert checked.problem is None or checked.moment.words
    understand_contact(text, HEARD, "KZ")
    assert all(phone.startswith("+") for phone in find_phones(text, "KZ"))


@given(text=TYPED, year=st.integers(1990, 2090))
@settings(max_examples=60, deadline=None)
def test_moments_are_never_raised_on_whatever_the_year(text: str, year: int) -> None:
    now = datetime(year, 2, 28, 23, 59, tzinfo=UTC)
    checked = check_moment(text, HEARD, now, ZoneInfo("Asia/Aqtau"))
    assert checked.moment.at is None or checked.moment.at.tzinfo is not None


ADVERSARIAL = {
    "one letter": "а" * 4096,
    "spaces": " " * 4096,
    "digits": "7" * 4096,
    "digits apart": "7 " * 2048,
    "phone-like": "+7 (701) " * 455,
    "dots": "1.2." * 1024,
    "dashes": "7-" * 2048,
    "commas": "а," * 2048,
    "and": "и и " * 1024,
    "me and": "меня и брата и " * 273,
    "not": "не не " * 680,
    "hours": "в 7 часов " * 409,
    "prepositions": "в " * 2048,
    "nights": "в ночь с " * 455,
    "taken": "задержали меня " * 273,
    "started": "не выпускают не не не " * 186,
    "twenty": "двадцать " * 455,
    "ten": "он " * 1365,
    "misspelt": "сенятбр " * 512,
    "mixed scripts": "aбvгdе" * 682,
    "right to left": "\u202eабв " * 819,
    "emoji": "👨‍👩‍👧 " * 500,
    "lines": "\n" * 4096,
    "real": (" ".join(m["text"] for m in MESSAGES))[:4096],
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_the_longest_and_oddest_message_is_read_to_its_end(name: str) -> None:
    """How long it takes is measured by benchmarks/understanding.py."""
    text = ADVERSARIAL[name]
    assert understand(
        text, HEARD, NAMES, now=NOW, zone=ALMATY, gazetteer=GAZETTEER, evidence=load_evidence()
    ).language in (
        None,
        "kk",
        "ru",
        "en",
    )
    understand_who_answer(text, HEARD, NAMES)
