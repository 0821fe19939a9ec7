"""Whatever somebody has typed stands in a paper as words: never as a mark, as markup, as a field or as a break."""

import zipfile
from io import BytesIO
from time import process_time

import pytest
from docx import Document as read
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.filling import FilledDocument, fill_template, without_traces
from core.papers.dossier import Leaf
from tests.papers.word import saved, with_footnote, with_text, wrong

TEMPLATE = with_text("Before {{ person.name }} after.", "{{ case.narrative }}")


def made(name: str, narrative: str = "x") -> FilledDocument:
    """A paper with this name in it."""
    return fill_template(
        TEMPLATE, {"person": {"name": Leaf(name)}, "case": {"narrative": Leaf(narrative)}}, str
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Made-Up {{ 7*7 }}", "Made-Up {{ 7*7 }}"),
        ("{% for x in y %} {%p if z %} {# #} }}", "{% for x in y %} {%p if z %} {# #} }}"),
        ("{_{ person.name }_}", "{_{ person.name }_}"),
        ("<w:p/> & &amp; ]]> <b>", "<w:p/> & &amp; ]]> <b>"),
        ('=cmd()|" /C calc"!A0', '=cmd()|" /C calc"!A0'),
        ("Made\u202eUp\u2066\u200f", "MadeUp"),
        ("Made\x00\x07\x0c\x1bUp", "Made Up"),
        ("Made\ufffe\uffff\ufdd0\U0001ffffUp", "MadeUp"),
        ("Made\ue000999\ue001Up\ue002\ue003\ue004\uf8ff", "Made999Up"),
        ("Made\tUp\nOther\r\nThird\u2028x", "Made Up Other Third x"),
        ("Әбілқайыр Ғұмарұлы Қоңырбаев-Өтеген Үмітқызы Һ", "Әбілқайыр Ғұмарұлы Қоңырбаев-Өтеген Үмітқызы Һ"),
        ("ә" * 3000, "ә" * 3000),
        ("👩‍👧 Made-Up", "👩‍👧 Made-Up"),
    ],
)
def test_what_was_typed_stands_there_as_words(typed: str, printed: str) -> None:
    document = made(typed)
    assert document.sentences[0].text == f"Before {printed} after."
    assert document.sentences[0].paths == ("person.name",)
    assert read(BytesIO(document.content)).paragraphs[0].text == f"Before {printed} after."


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("{}%#<>&\n\t ._-аәA1\"'\\\ue000\ue001\ue0021|=\ufffe\uffff"), max_size=40))
def test_no_value_breaks_a_paper(typed: str) -> None:
    document = made(f"x{typed}x", f"y{typed}y")
    assert document.sentences[0].text.startswith("Before x")
    read(BytesIO(document.content))


def test_a_value_that_is_prose_is_several_paragraphs_and_no_other_is() -> None:
    document = made("One\nTwo", "First.\n\nSecond {{ x }}.\nThird.")
    assert [one.text for one in document.sentences] == [
        "Before One Two after.", "First.", "Second {{ x }}.", "Third.",
    ]  # fmt: skip
    assert {one.paths for one in document.sentences[1:]} == {("case.narrative",)}


def test_a_sentence_has_one_full_stop() -> None:
    template = with_text("{{ person.name }}. {{ person.name }}, {{ person.name }}|.")
    assert fill_template(template, {"person": {"name": Leaf("Ким А.")}}, str).text == "Ким А. Ким А., Ким А."


@pytest.mark.slow
def test_a_footnote_is_filled_once_however_many_sections_there_are() -> None:
    template = with_footnote("See {{ person.name }}")
    assert wrong(template) == ""
    assert "footnote, paragraph" in wrong(with_footnote("{{ person.nobody }}"))
    document = fill_template(template, {"person": {"name": Leaf("{{ person }}{_{ person }_}")}}, str)
    assert document.sentences[-1].text == "See {{ person }}{_{ person }_}"


@pytest.mark.slow
def test_nothing_of_the_template_s_author_or_time_is_in_a_paper() -> None:
    template = read(BytesIO(TEMPLATE))
    template.core_properties.last_modified_by = "Somebody"
    document = fill_template(
        saved(template), {"person": {"name": Leaf("x")}, "case": {"narrative": Leaf("")}}, str
    )
    with zipfile.ZipFile(BytesIO(document.content)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "Somebody" not in core
    assert "1980-01-01T00:00:00Z" in core


def test_a_long_word_costs_as_much_a_letter_as_a_short_one() -> None:
    began = process_time()
    assert without_traces("Ә" * 40_000) == "Ә" * 40_000
    assert process_time() - began < 1  # twelve, while each letter began a word
