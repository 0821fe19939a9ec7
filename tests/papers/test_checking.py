"""What is wrong in a template is told with its place and what to do, before anybody needs the paper."""

import pytest
from docx import Document as new

from core.documents.filling import fill_template
from core.papers.catalogue import sample_dossier
from tests.papers.word import NAMES, saved, with_link, with_parts, with_raw, with_table, with_text, wrong

RUN = "<w:r><w:t>{}</w:t></w:r>"
GOOD = (
    "To: {{ to.line }}",
    "{% if person.is_minor and not person.age %}A child {% elif person.born %}{{ person.born }}{% else %}x{% endif %}",
    "{%p for one in detention.places %}",
    "{{ loop.index }}. {{ one.name }}{% if not loop.last %};{% endif %}",
    "{%p endfor %}",
    "{%p if overruns or law.cpc_133_2 %}",
    "{{ law.cpc_133_2 }} {{ answers.request }}",
    "{%p endif %}",
)


def words(one: bytes | str) -> str:
    """What a case is called: bytes of a file have the time in them, so two processes would call it by two names."""
    return one if isinstance(one, str) else "file"


@pytest.mark.slow
def test_nothing_is_wrong_with_a_template_of_known_fields() -> None:
    rows = "{%tr for one in calls %}", "{{ one.when }}|{{ one.station }}", "{%tr endfor %}"
    assert wrong(with_text(*GOOD)) == ""
    assert wrong(with_table("when|where", *rows)) == ""


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (with_text("Held: {{ case.cod }}"), 'paragraph "Held: {{ case.cod }}": {{ case.cod }}: nothing is called case.cod;'),
        (with_text("Held: {{ case.cod }}"), "did you mean case.code?"),
        (with_text("{%p for one in denied %}", "{{ one.wen }}", "{%p endfor %}"), "one.wen; did you mean one.when?"),
        (with_text("{% if person.is_old %}x{% endif %}"), "person.is_old"),
        (with_text("{{ law.cpc_5 }}"), "nothing is called law.cpc_5; there are cpc_133_2"),
        (with_text("{{ rights.movement }}"), "there are none"),
        (with_text("{{ one.name }}"), "nothing is called one"),
        (with_text("{{ person }}"), "person is a group: name one of its fields: name, "),
        (with_text("{{ overruns }}"), "{%p for one in overruns %}"),
        (with_text("{{ person.is_minor }}"), "{% if person.is_minor %}…{% endif %}"),
        (with_text("{% if person %}x{% endif %}"), "person is a group, which is always there"),
        (with_text("{%p for one in person.name %}", "{%p endfor %}"), "person.name is no list"),
        (with_text("{%p for case in overruns %}", "{%p endfor %}"), "case is the name of something else"),
        (with_text("{{ person.name.upper() }}"), "not allowed: only names of fields"),
        (with_text("{{ person['name'] }}"), "not allowed"),
        (with_text("{{ person.name ~ person.sex }}"), "not allowed"),
        (with_text("{{ 7 * 7 }}"), "not allowed"),
        (with_text("{% if person.sex == 'f' %}x{% endif %}"), "not allowed"),
        (with_text("{% if person.sex == “f” %}x{% endif %}"), "not understood"),
        (with_text("{{ “person.name” }}"), "not understood"),
        (with_text("{{ }}"), "not understood"),
        (with_text("{{ person.name }} {% else if x %}"), "{% else if x %} closes nothing"),
        (with_text("{% set x = 1 %}"), "{% set x = 1 %} is no mark of a paper"),
        (with_text("{% include 'x' %}"), "is no mark of a paper"),
        (with_text("{%p\u00a0if calls %}"), "is no mark of a paper"),
        (with_text("{%- if calls %}"), "is no mark of a paper"),
        (with_text("{% if calls %}{% else %}{% else %}{% endif %}"), "it cannot be filled"),
        (with_text("{%tc for one in overruns %}"), "is no mark of a paper"),
        (with_text("{{ person.name }"), "{{ alone is no mark"),
        (with_text("person.name }}"), "}} alone is no mark"),
        (with_text("{ person.name }"), "{ person.name } alone is no mark"),
        (with_text("{{ person", ".name }}"), "{{ alone is no mark"),
        (with_text("{# note #}"), "{# alone is no mark"),
        (with_text("It {% if calls %}so"), "{% if calls %} is never closed: {% endif %} is missing"),
        (with_text("{%p for one in calls %}", "x"), "{%p for one in calls %} is never closed: {%p endfor %} is"),
        (with_text("{% if person.name %}", "x", "{% endif %}"), "is never closed"),
        (with_text("{%p if person.name %}", "x", "{% endif %}"), "closes nothing that was opened there in the same way"),
        (with_text("{%p endif %}"), "closes nothing"),
        (with_text("{%for a in calls%}{%for b in calls%}{%for c in calls%}" + "{%endfor%}" * 3), "at most 2 loops"),
        (with_text("lost {%p if person.name %}", "{%p endif %}"), "must stand alone in its paragraph"),
        (with_text("{%tr for one in overruns %}", "{%tr endfor %}"), "must stand in a row of a table"),
        (with_table("{%tr for one in overruns %}|lost", "{{ one.by }}|", "{%tr endfor %}|"), "must stand alone in its row"),
        (with_table("{{ person.nobody }}"), "person.nobody"),
        (with_raw("<w:del w:id='1'><w:r><w:delText>{{ person.name }}</w:delText></w:r></w:del>"), "Accept all changes"),
        (with_raw(f"{RUN.format('{{ per')}<w:hyperlink>{RUN.format('son.name }}')}</w:hyperlink>"), "runs through"),
        (with_raw("<w:r><w:instrText>{{ person.name }}</w:instrText></w:r>"), "where none can be"),
    ],
    ids=words,
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(template: bytes, said: str) -> None:
    assert said in wrong(template)


def test_all_mistakes_are_told_at_once() -> None:
    assert (
        len(
            wrong(
                with_text("{{ person.nobody }}", "{{ nobody.name }} {% if case.x %}{% endif %}")
            ).splitlines()
        )
        == 3
    )


@pytest.mark.slow
def test_a_mark_that_word_has_split_into_pieces_is_whole() -> None:
    template = with_text("{|{ per|son.na|me }|} {|% if person.bo|rn %}{{ person.born }}{% end|if %|}")
    assert wrong(template) == ""
    assert "person.name" in fill_template(template, sample_dossier(NAMES), str).text


@pytest.mark.slow
@pytest.mark.parametrize("holder", ["header", "footer"])
def test_marks_of_headers_and_footers_are_checked_and_filled(holder: str) -> None:
    document = new()
    paragraph = getattr(document.sections[0], holder).paragraphs[0]
    paragraph.text = "{{ organisation.nobody }}"
    assert f'{holder}, paragraph "{{{{ organisation.nobody }}}}"' in wrong(saved(document))
    paragraph.text = "{{ organisation.name }}"
    assert wrong(saved(document)) == ""
    assert fill_template(saved(document), sample_dossier(NAMES), str).sentences[-1].paths == (
        "organisation.name",
    )


def test_marks_where_nothing_is_filled_are_refused() -> None:
    document = new()
    document.core_properties.title = "{{ person.name }}"
    assert "marks work in the text, headers, footers and footnotes only" in wrong(saved(document))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no DOCX"),
        (b"PK\x03\x04 cut off", "no DOCX"),
        (b"x" * 5_000_001, "more than 5 MB"),
        (with_parts(word__vbaProject_bin=b"x"), "carries a program or another file (word/vbaProject.bin)"),
        (with_parts(word__embeddings__x_xlsx=b"x"), "carries a program"),
        (with_parts(word__more_xml=b"0" * 3_000_001), "too large for a letter"),
        (with_parts(lambda name, part: part + b" " * 800_000 * (name == "word/document.xml")), "too large for a letter"),
        (with_parts(word__more_png=b"0" * 30_000_001), "too large for a letter"),
        (with_parts(word__more_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "declares entities"),
        (with_parts(word__more_xml='<?xml version="1.0"?><x>я</x>'.encode("cp1251")), "not UTF-8"),
        (with_parts(word__more_xml="<x/>".encode("utf-16")), "not UTF-8"),
        (with_parts(lambda name, part: part.replace(b".document.main", b".macroEnabled.main")), "may carry macros"),
        (with_parts(lambda name, part: b"<w:p" if name == "word/document.xml" else part), "do not fit together"),
        (with_parts(lambda name, part: part.replace(b"<w:body>", b"<w:body>\xee\x80\x80")), "private use area"),
        (with_link("attachedTemplate", "file:///C:/x.dotm"), "outside of the file (attachedTemplate: file:///C:/x.dotm)"),
        (with_link("image", "https://made.up/x.png"), "outside of the file (image: https://made.up/x.png)"),
        (with_link("hyperlink", "file://made.up/x"), "outside of the file"),
        (with_raw("<w:r><w:instrText>INCLUDETEXT http://made.up/x</w:instrText></w:r>"), "takes something from elsewhere"),
    ],
    ids=words,
)  # fmt: skip
def test_a_file_that_is_no_letter_is_not_read(content: bytes, said: str) -> None:
    assert said in wrong(content)


@pytest.mark.slow
def test_a_link_to_a_page_is_harmless() -> None:
    assert wrong(with_link("hyperlink", "https://made.up/")) == ""


@pytest.mark.slow
def test_a_cell_keeps_a_paragraph_whatever_is_left_out() -> None:
    document = new()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "{%p if calls %}"
    cell.add_paragraph("x")
    cell.add_paragraph("{%p endif %}")
    assert "the cell needs one more paragraph" in wrong(saved(document))
    cell.add_paragraph("")
    assert wrong(saved(document)) == ""
