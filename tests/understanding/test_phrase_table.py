"""A table of phrases hears what one regular expression of all its phrases would."""

import re

import pytest

from core.model import LANGUAGES
from core.resources.word_files import WORDS, read_table
from core.understanding.phrase_table import PhraseTable, one_of, read_phrase
from core.understanding.plain import sentence
from tests.understanding.test_heard import sentences
from tests.understanding.test_messages import MESSAGES

ROWS = [
    (row, table.language)
    for table in (read_table(WORDS, language).inner("situations") for language in LANGUAGES)
    for name in table.data
    for row in table.rows(name)
]
PHRASES = [read_phrase(row.filled(), language) for row, language in ROWS]
TABLE, PATTERN = PhraseTable(PHRASES), re.compile("|".join(phrase.pattern for phrase in PHRASES))


@pytest.mark.slow
def test_every_phrase_is_heard_where_one_pattern_of_all_hears_it() -> None:
    texts = [message["text"] for message in MESSAGES]
    texts += [f"сегодня {text}, {text.replace('ь', '')}" for row, _ in ROWS for text in sentences(row)]
    for said in map(sentence, texts):
        found = [(match.span(), gaps(match)) for match in TABLE.finditer(said)]
        assert found == [(match.span(), gaps(match)) for match in PATTERN.finditer(said)], said
        assert TABLE.sub(" ,", said) == without(said, [span for span, _ in found])


def without(said: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        said = f"{said[:start]} ,{said[end:]}"
    return said


def gaps(match: re.Match[str]) -> list[str]:
    return list(filter(None, match.groups()))


def test_a_sentence_may_begin_with_a_phrase_or_have_it_later() -> None:
    table = PhraseTable([read_phrase("отпуст*", "ru"), read_phrase("!не забрали", "ru")])
    assert table.match(" отпустили и забрали ")
    assert not table.match(" их отпустили ")
    assert table.search(" их забрали ")
    assert not table.search(" не забрали ")


def test_of_two_phrases_at_one_word_the_earlier_is_heard_whatever_their_words_begin_with() -> None:
    short, long = read_phrase("а ~ б", "ru"), read_phrase("а*", "ru")
    for phrases, heard in ((short, long), " а в б"), ((long, short), " а"):
        found = PhraseTable(phrases).search(" а в б ")
        assert found is not None
        assert found.group() == heard


def test_a_phrase_may_begin_with_a_word_that_is_missing() -> None:
    table = PhraseTable([read_phrase("[уже] [почти] едет", "ru")])
    assert [bool(table.search(said)) for said in (" уже едет ", " почти едет ", " едет ", " уже ")] == [
        True,
        True,
        True,
        False,
    ]


def test_many_forms_as_one_pattern_are_these_and_no_others() -> None:
    forms = ["увез", "увезли", "увезла", "увел", "ведут", "уве", "вед"]
    pattern = re.compile(one_of(forms))
    assert all(pattern.fullmatch(form) for form in forms)
    assert not any(pattern.fullmatch(other) for other in ("увезл", "у", "веду", "увели", "увезлили"))
