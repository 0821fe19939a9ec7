"""Kazakh and Russian typed in Latin letters or without the Kazakh ones meet the same tables; English stays English."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.word_files import load_heard
from core.understanding import (
    guess_language,
    understand_flags,
    understand_intent,
    understand_moment,
    understand_people,
    understand_situation,
)
from core.understanding.kinds import by_first_letter
from core.understanding.language import heard_sentence, heard_tokens

HEARD = load_heard()
NOW = datetime(2018, 9, 18, 9, 0, tzinfo=UTC)  # 15:00 in Almaty

LANGUAGES = {
    "inimdi ustap ketti": "kk",
    "agamdy alyp ketti kazir": "kk",
    "kuieuimdi politsiya alyp ketti almatyda": "kk",
    "агамды алып кетти": "kk",
    "агамди алип кетти": "kk",
    "инимди полиция устап жатыр": "kk",
    "талгарда он жигитти камап койды": "kk",
    "meni ұstady": "kk",
    "bot pa bul alde tiri adam ba": "kk",
    "rakhmet": "kk",
    "zaderzhali brata v Taraze": "ru",
    "muzha zabrali vchera vecherom": "ru",
    "pomogite pozhaluista syna uvezli v otdel": "ru",
    "брата забрали в таразе": "ru",
    "спасибо": "ru",
    "задержан вчера, видео https://example.org/watch/the/arrest": "ru",
    "my brother was taken in Taraz": "en",
    "police outside my door": "en",
    "which station do they use": "en",
    "they are taking men into buses": "en",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_the_language_is_known_in_any_letters(text: str) -> None:
    assert guess_language(text, HEARD) == LANGUAGES[text]


@pytest.mark.parametrize("text", ["", "Taraz", "12.05 7:30", "https://example.org/the/police", "😀"])
def test_what_has_no_words_of_a_language_has_none(text: str) -> None:
    assert guess_language(text, HEARD) is None


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("inimdi ustap ketti", "other"),
        ("meni ustady", "me"),
        ("agamdi alip ketti", "other"),
        ("агамды алып кетти", "other"),
        ("агамди алип кетти", "other"),
        ("bizdi bosatty", "over"),
        ("eshkimdi ustagan joq", None),
        ("zaderzhali brata v Taraze", "other"),
        ("menya zabrali v otdel", "me"),
        ("nikogo ne zaderzhali", None),
        ("brat propal", "missing"),
        ("otpustili brata", "over"),
    ],
)
def test_what_happened_is_heard_in_latin_letters(text: str, situation: str | None) -> None:
    assert understand_situation(text, HEARD) == situation


def test_the_other_tables_meet_latin_letters_too() -> None:
    assert understand_flags("agamdy ustady insulin joq dari kerek", HEARD) == {"medicine"}
    assert understand_flags("15 zhastagy qyzdy alyp ketti", HEARD) == {"minor"}
    assert understand_flags("zabrali brata on diabetik", HEARD) == {"medicine"}
    assert understand_intent("rakhmet sizge", HEARD) == "thanks"
    people = understand_people("eki adamdy ustap ketti", HEARD)
    assert people is not None
    assert people.count == 2


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("bugin tanerten ustap ketti", "2018-09-18 06:00"),
        ("keshe keshki sagat 8de alyp ketti", "2018-09-17 20:00"),
        ("eki sagat buryn", "2018-09-18 13:00"),
        ("zaderzhali vchera v 7 vechera", "2018-09-17 19:00"),
        ("polchasa nazad", "2018-09-18 14:30"),
        ("v noch s subboty na voskresenye", "2018-09-16 00:00"),
    ],
)
def test_the_clock_is_heard_in_latin_letters(text: str, at: str) -> None:
    zone = ZoneInfo("Asia/Almaty")
    moment = understand_moment(text, HEARD, NOW, zone)
    assert moment is not None
    assert moment.at is not None
    assert f"{moment.at.astimezone(zone):%Y-%m-%d %H:%M}" == at
    assert moment.words in text


def test_positions_and_english_stay_as_typed() -> None:
    line = heard_tokens("Shashti adam", HEARD, "kk")
    assert [(token.text, token.start, token.end) for token in line] == [("шашти", 0, 7), ("адам", 8, 12)]
    assert heard_sentence("the men are at the door", HEARD) == " the men are at the door "


def test_an_english_word_in_a_text_of_cyrillic_letters_is_english() -> None:
    assert heard_sentence("брата забрали please help zavtra", HEARD) == " брата забрали please help завтра "


def test_of_two_words_that_are_as_near_it_is_always_the_first() -> None:
    for words in (["задержал", "задержан"], ["задержан", "задержал"]):
        assert by_first_letter(words) == {"з": ("задержал", "задержан")}
