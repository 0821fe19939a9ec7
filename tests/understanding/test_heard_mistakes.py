"""A ``heard.toml`` that cannot be used is told by file, table, row and reason; nothing of it is guessed."""

from pathlib import Path

import pytest

from core.resources.word_files import load_heard
from core.understanding import guess_language, understand_situation
from core.understanding.rows import HeardMistake


def written(folder: Path, text: str) -> Path:
    """A folder of words in which Kazakh and English say nothing, and Russian says this."""
    for language in ("kk", "ru", "en"):
        (folder / language).mkdir()
        (folder / language / "heard.toml").write_text(text if language == "ru" else "", encoding="utf-8")
    return folder


MISTAKES = {
    "no TOML": ("[situations]\nover = отпустили", "line 2, column 8"),
    "an unknown table": (
        '[sitations]\nover = ["отпустили"]',
        "sitations: nothing reads it; did you mean situations?",
    ),
    "an unknown name": (
        '[situations]\nended = ["отпустили"]',
        "situations.ended: nothing reads it; there are over",
    ),
    "an unknown name of the clock": ('[clock.months]\nmai = ["май"]', "clock.months.mai: nothing reads it"),
    "rows where a table is expected": ('situations = ["отпустили"]', "situations: expected a table"),
    "a table where rows are expected": ("[situations.over]", "situations.over: expected rows in [ ]"),
    "text where rows are expected": ('[situations]\nover = "ушел"', "situations.over: expected rows in [ ]"),
    "a row that is no text": (
        '[situations]\nover = ["ушел", 5]',
        "situations.over, row 2: expected text in quotes",
    ),
    "a row beside something unknown": (
        '[situations]\nover = [{ row = "ушел", note = "?" }]',
        "situations.over, row 1: expected text in quotes, or { row",
    ),
    "an empty row": ('[situations]\nover = ["ушел", " "]', "situations.over, row 2 « »: it is empty"),
    "a row twice": (
        '[denial]\nbefore = ["не", "ни", "Не"]',
        "denial.before, row 3 «Не»: it is there already, as row 1",
    ),
    "a gap before the first word": (
        '[situations]\nover = ["~ ушел"]',
        "row 1 «~ ушел»: ~ stands behind a word",
    ),
    "a phrase of a guard alone": ('[situations]\nover = ["!не"]', "row 1 «!не»: a phrase needs a word"),
    "a phrase of what may be missing": (
        '[situations]\nover = ["[уже] ~"]',
        "row 1 «[уже] ~»: a phrase needs a word",
    ),
    "an alternative of nothing": (
        '[situations]\nover = ["ушел||ушла"]',
        "row 1 «ушел||ушла»: «» is no single word",
    ),
    "a bracket left open": ('[situations]\nover = ["ушел [сам"]', "«[сам» is no single word"),
    "a star inside a word": ('[situations]\nover = ["уш*ел"]', "«уш*ел» is no single word"),
    "a phrase with a mark": ('[situations]\nover = ["ушел, сам"]', "«ушел,» is no single word"),
    "a word of two": (
        '[denial]\nbefore = ["да не"]',
        "denial.before, row 1 «да не»: «да не» is no single word",
    ),
    "a beginning without its star": (
        '[ages]\nyears = ["лет"]',
        "ages.years, row 1 «лет»: a beginning is written with *",
    ),
    "an ending without its star": (
        '[clock]\nverb_ends = ["ли"]',
        "clock.verb_ends, row 1 «ли»: an ending is written",
    ),
    "no number": ('[numbers.cardinal]\nsix = ["шесть"]', "numbers.cardinal.six: expected a number"),
    "a number for two": (
        '[numbers.cardinal]\n6 = ["шесть"]\n7 = ["шесть"]',
        "numbers.cardinal.7, row 1 «шесть»: it already stands for 6",
    ),
    "a month for two": (
        '[clock.months]\nmay = ["май"]\njune = ["май"]',
        "clock.months.june, row 1 «май»: it already stands for 5",
    ),
    "an unknown group": (
        '[links]\nother = ["мой {friends}"]',
        "there are no 'friends' in [groups] of this file",
    ),
    "a group of nothing": ('[groups]\nkin = []\n[people]\nkin = ["{kin}"]', "there are no 'kin' in [groups]"),
    "a group of itself": (
        '[groups]\nkin = ["{kin}"]',
        "groups.kin, row 1 «{kin}»: there are no 'kin' in [groups]",
    ),
    "a whole message of which every word may be missing": (
        '[offers]\ntake = ["[беру]"]',
        "offers.take, row 1 «[беру]»: «» is no single word",
    ),
    "a group of two words": (
        '[groups]\nkin = ["сын соседа"]',
        "groups.kin, row 1 «сын соседа»: a group is of single words",
    ),
    "a letter of two": (
        '[language]\nletters = ["ой"]',
        "language.letters, row 1 «ой»: expected one small letter",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_by_file_table_row_and_reason(name: str, tmp_path: Path) -> None:
    text, reason = MISTAKES[name]
    with pytest.raises(HeardMistake) as error:
        load_heard(written(tmp_path, text))
    assert str(error.value).startswith(f"{tmp_path / 'ru' / 'heard.toml'}: ")
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (written(tmp_path, "") / "ru" / "heard.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(HeardMistake, match=r"ru.heard\.toml: "):
        load_heard(tmp_path)


def test_a_language_may_say_nothing_of_a_kind_and_is_then_never_heard(tmp_path: Path) -> None:
    heard = load_heard(written(tmp_path, '[situations]\nover = ["отпустили"]'))
    assert understand_situation("его отпустили", heard) == "over"
    assert understand_situation("задержали и не отпускают", heard) is None


def test_of_two_phrases_that_begin_at_one_word_the_earlier_language_is_heard(tmp_path: Path) -> None:
    denied = '[denial]\nundone_after = ["жоқ"]\n[situations]\nother = ["адвокат"]'
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert understand_situation("адвокат жоқ", load_heard(written(tmp_path / "one", denied))) is None
    folder = written(tmp_path / "two", denied)
    (folder / "kk" / "heard.toml").write_text('[situations]\nother = ["адвокат жоқ"]', encoding="utf-8")
    assert understand_situation("адвокат жоқ", load_heard(folder)) == "other"


def test_a_group_stands_for_each_of_its_words(tmp_path: Path) -> None:
    heard = load_heard(
        written(
            tmp_path,
            '[groups]\nkin = ["брат", "сестра"]\nends = ["а", "у"]\n'
            '[links]\nrelative = ["мой|моя {kin}"]\n[people]\nkin = ["сестр{ends}"]',
        )
    )
    assert heard.links["relative"].search(" моя сестра ")
    assert heard.people.kin == {"сестра", "сестру"}


def test_a_stem_stands_for_each_of_its_forms_in_a_group_in_a_phrase_and_among_words(tmp_path: Path) -> None:
    heard = load_heard(
        written(
            tmp_path,
            '[groups]\npast = ["-", "ла", "ли"]\ntook = ["увез{past}", "забрал*"]\n'
            '[situations]\nother = ["{took}", "[уже] вез{past}|ушел домой"]\n[people]\nkin = ["вез{past}"]',
        )
    )
    for form in ("увез", "увезла", "увезли", "забрала", "вез домой", "уже везли домой", "ушел домой"):
        assert understand_situation(form, heard) == "other", form
    for other in ("увезти", "увезло", "вела дом"):
        assert understand_situation(other, heard) is None, other
    assert heard.people.kin == {"вез", "везла", "везли"}


def test_a_message_or_a_saying_may_have_a_word_of_several_and_one_that_is_missing(tmp_path: Path) -> None:
    heard = load_heard(
        written(
            tmp_path,
            '[groups]\ncase = ["дело", "его"]\n[offers]\ntake = ["беру|возьму [{case}]"]\n'
            '[clock.days]\nyesterday = ["вчера|вчерашнего [дня]"]',
        )
    )
    taken = {"беру", "возьму", "беру дело", "возьму дело", "беру его", "возьму его"}
    assert heard.offers.take == taken
    assert set(heard.clock.days) == {("вчера",), ("вчера", "дня"), ("вчерашнего",), ("вчерашнего", "дня")}


def test_words_that_stand_in_one_languages_rows_alone_tell_the_language(tmp_path: Path) -> None:
    folder = written(
        tmp_path, '[groups]\nkin = ["брат"]\n[people]\nkin = ["{kin}а"]\n[links]\nother = ["адвокат|суд"]'
    )
    (folder / "kk" / "heard.toml").write_text('[links]\nother = ["заңгер адвокат"]', encoding="utf-8")
    heard = load_heard(folder)
    languages = {text: guess_language(text, heard) for text in ("брата", "суд", "зангер", "адвокат", "брат")}
    assert languages == {"брата": "ru", "суд": "ru", "зангер": "kk", "адвокат": None, "брат": None}


def test_the_vocabulary_is_compiled_once_for_the_whole_program() -> None:
    assert load_heard() is load_heard()
