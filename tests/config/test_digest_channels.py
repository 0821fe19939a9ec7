"""[digest]: one channel a language, a preview, the week's days; what contradicts itself is told."""

import pytest

from bot.config.settings import advice
from tests.config.test_configuration import Load, load_text, mistakes

__all__ = ["load_text"]

ONE, OTHER = "-1001234567890", "-1009876543210"
OWN = f'[telegram]\nchannel = "{ONE}"\n'


def channel(language: str, id: str = OTHER) -> str:
    """One [[digest.channels]]."""
    return f'[[digest.channels]]\nid = "{id}"\nlanguage = "{language}"\n'


def test_telegram_channel_is_the_channel_of_the_organisations_language(load_text: Load) -> None:
    assert load_text(OWN).channels == {"ru": ONE}
    assert load_text(f'[organisation]\nlanguage = "kk"\n{OWN}').channels == {"kk": ONE}
    assert load_text("").channels == {}


def test_each_language_has_its_channel(load_text: Load) -> None:
    assert load_text(OWN + channel("kk") + channel("en", "@made_up")).channels == {
        "ru": ONE,
        "kk": OTHER,
        "en": "@made_up",
    }
    assert load_text(channel("ru")).channels == {"ru": OTHER}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            OWN + channel("ru"),
            "digest.channels no. 1 language is 'ru': telegram.channel is the channel of this",
        ),
        (
            OWN + channel("kk", ONE),
            f"digest.channels no. 1 id is '{ONE}': this is telegram.channel, which is written in ru",
        ),
        (channel("kk") + channel("kk", ONE), "expected each language once, found twice: kk"),
        (channel("kk") + channel("en"), f"expected each id once, found twice: {OTHER}"),
        (channel("de"), "digest.channels no. 1 language is 'de': expected 'kk', 'ru' or 'en'"),
        (channel("kk", ""), "digest.channels no. 1 id is '': expected @name of a channel, or its id"),
        (channel("kk", "news"), "expected @name of a channel"),
        ('[[digest.channels]]\nlanguage = "kk"', "digest.channels no. 1 id: expected, and missing"),
        ('[digest]\nweekly = "sunny"', "digest.weekly is 'sunny': expected weekdays by name"),
        ('[digest]\nweekly = "0"', "expected weekdays by name"),
        ("[digest]\npreview_minutes = -1", "digest.preview_minutes is -1: expected 0 or more"),
        ("[digest]\npreview_minutes = 721", "expected 720 or less"),
    ],
)
def test_what_contradicts_itself_is_told(load_text: Load, text: str, told: str) -> None:
    assert told in "\n".join(mistakes(load_text, text))


def test_a_public_channel_is_told_by_its_own_key(load_text: Load) -> None:
    keys = [one.key for one in advice(load_text(OWN + channel("kk", "@made_up")))]
    assert "digest.channels" in keys
    assert "telegram.channel" not in keys
