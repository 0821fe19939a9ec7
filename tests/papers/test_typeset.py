"""A template in plain text becomes pages: each sort of line has its style, a signature never stands alone."""

from io import BytesIO

import pytest
from docx import Document as read
from docx.document import Document
from PIL import Image

from core.documents.filling import fill_template
from core.documents.template_checks import template_mistakes
from core.documents.typeset import typeset_template
from core.papers.catalogue import sample_dossier
from core.papers.dossier import Leaf
from core.resources.paper_files import Papers
from tests.papers.word import wrong

SOURCE = """// a note
> {{ to.line }}
# Demand
## Facts
- one point
**I demand:**
1. first
{% if person.is_minor %}2{% else %}3{% endif %}. third
Almaty, {{ paper.date }}
Signature: ____________ {{ lawyer.name }}
| when | what |
| {%tr for one in case.chronology %} |
| {{ one.when }} | **{{ one.what }}** |
| {%tr endfor %} |
"""


def pages(source: str = SOURCE, language: str = "en") -> Document:
    """The template, as Word opens it."""
    return read(BytesIO(typeset_template(source, language)))


def test_each_sort_of_line_has_a_style_of_its_own() -> None:
    assert [(one.style.name, one.text) for one in pages().paragraphs if one.style] == [
        ("Paper addressee", "{{ to.line }}"),
        ("Paper title", "Demand"),
        ("Paper heading", "Facts"),
        ("Paper point", "–\tone point"),
        ("Paper heading", "I demand:"),
        ("Paper number", "1.\tfirst"),
        ("Paper number", "{% if person.is_minor %}2{% else %}3{% endif %}.\tthird"),
        ("Paper date", "Almaty, {{ paper.date }}"),
        ("Paper signature", "Signature: \t {{ lawyer.name }}"),
        ("Normal", ""),
    ]


def test_a_signature_keeps_what_stands_before_it_on_its_page() -> None:
    kept = [one.text for one in pages().paragraphs if one.paragraph_format.keep_with_next]
    assert kept == ["{% if person.is_minor %}2{% else %}3{% endif %}.\tthird", "Almaty, {{ paper.date }}"]


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_no_row_is_torn() -> None:
    rows = [one._tr.xml for one in pages().tables[0].rows]
    assert ["w:tblHeader" in row for row in rows] == [True, False, False, False]
    assert all("w:cantSplit" in row for row in rows)


def test_columns_are_as_wide_as_the_line_below_the_head_says() -> None:
    cells = pages("| when | what |\n| -- | ---- |\n| x | y |").tables[0].rows[1].cells
    assert [cell.text for cell in cells] == ["x", "y"]
    assert [round((cell.width or 0) / 360_000, 1) for cell in cells] == [5.5, 11.0]


def test_a_table_whose_first_row_says_how_wide_has_no_head() -> None:
    rows = pages("| - | --- |\n| Name | {{ person.name }} |\n| Born | x |").tables[0].rows
    assert [len(rows), "w:tblHeader" in rows[0]._tr.xml, rows[0].cells[0].paragraphs[0].runs[0].bold] == [
        2,
        False,
        None,
    ]


def test_pages_have_a_number_a_face_for_all_scripts_and_their_language() -> None:
    document = pages("x", "kk")
    assert "NUMPAGES" in document.sections[0].footer._element.xml
    normal = document.styles["Normal"].element.xml
    assert normal.count('="Times New Roman"') == 4
    assert 'w:val="kk-KZ"' in normal


def test_as_text_a_line_for_a_signature_is_a_line_and_a_row_is_a_row() -> None:
    said = fill_template(
        typeset_template(SOURCE),
        {
            "paper": {"date": Leaf("2026")}, "to": {"line": Leaf("To you")}, "person": {"is_minor": False},
            "lawyer": {"name": Leaf("Made-Up")},
            "case": {"chronology": ({"when": Leaf("15:00"), "what": Leaf("taken")},)},
        },
        str,
    )  # fmt: skip
    assert said.text.split("\n\n") == [
        "To you", "Demand", "Facts", "– one point", "I demand:", "1. first", "3. third", "Almaty, 2026",
        "Signature: ________ Made-Up", "when | what", "15:00 | taken",
    ]  # fmt: skip


@pytest.mark.slow
def test_what_is_typeset_passes_the_check() -> None:
    assert wrong(typeset_template(SOURCE)) == ""
    assert typeset_template(SOURCE) == typeset_template(SOURCE)


PAPERS = Papers("kz")


def letterhead(language: str, **house: str) -> list[str]:
    """What stands above a letter of a house of which this is known."""
    fields = {"name": "Бюро «Выдумка»", "address": "", "mail": "", "phone": "", "signatory": "", "office": ""}
    known = {name: Leaf(text, ("organisation",)) for name, text in (fields | house).items()}
    dossier = {**sample_dossier(PAPERS.names("open_letter")), "organisation": known}
    made = fill_template(PAPERS.shipped("open_letter", language), dossier, str).text.split("\n\n")
    return made[
        : next(at for at, line in enumerate(made) if line in ("Ашық хат", "Открытое письмо", "Open letter"))
    ]


@pytest.mark.parametrize(("language", "reference"), [("kk", "Шығыс №"), ("ru", "Исх. №"), ("en", "Ref.")])
def test_a_letter_begins_with_who_writes_it_and_its_number(language: str, reference: str) -> None:
    address = "Алматы, Ешкім көшесі, 1"
    assert letterhead(language, address=address, mail="bureau@example.org", phone="+7 700 000 00 00") == [
        "Бюро «Выдумка»",
        address,
        "+7 700 000 00 00 · bureau@example.org",
        f"{reference} paper.number, paper.date",
    ]
    assert letterhead(language) == ["Бюро «Выдумка»", f"{reference} paper.number, paper.date"]


def test_a_logo_stands_above_the_letterhead_and_is_in_the_file_itself() -> None:
    picture_file = BytesIO()
    Image.new("RGB", (4, 1)).save(picture_file, "PNG")
    plain, with_logo = Papers("kz"), Papers("kz", logo=picture_file.getvalue())
    document = read(BytesIO(with_logo.shipped("open_letter", "ru")))
    (picture,) = document.inline_shapes
    assert (picture.height.cm, picture.width.cm) == (1.6, 6.4)
    assert document.paragraphs[0]._p.xpath(".//w:drawing")
    assert not read(BytesIO(plain.shipped("open_letter", "ru"))).inline_shapes
    assert template_mistakes(with_logo.shipped("open_letter", "ru"), plain.names("open_letter")) == []


def test_addressees_stay_on_one_page() -> None:
    letter = read(BytesIO(PAPERS.shipped("open_letter", "ru")))
    addressee, last = [line for line in letter.paragraphs if "one.line" in line.text]
    assert last.text.endswith(".")
    assert last.style is not None
    assert not last.style.paragraph_format.keep_with_next  # the letter itself may begin on the next page
    assert addressee.style is not None
    assert addressee.style.name == "Paper addressee point"
    assert addressee.style.paragraph_format.keep_with_next
    assert pages().styles["Paper addressee"].paragraph_format.keep_with_next


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_points_of_a_list_end_with_stops_of_which_there_is_never_a_second(language: str) -> None:
    rows = {
        name: tuple(
            {field: Leaf(text, ("answer",))}
            for text in ("Бірінші", "до 3 декабря 2026 г.", "Прекратить.", "Last;")
        )
        for name, field in (("violated", "text"), ("addressees", "line"), ("demands", "text"))
    }
    dossier = {**sample_dossier(PAPERS.names("open_letter")), **rows}
    text = fill_template(PAPERS.shipped("open_letter", language), dossier, str).text
    assert text.count("Бірінші;\n") == text.count("до 3 декабря 2026 г.;\n") == 3
    assert text.count("Прекратить;\n") == text.count("Last.\n") == 3
    assert text.endswith("Last.") or ".;" not in text.replace("г.;", "")


def test_whoever_signs_a_letter_stands_with_their_office() -> None:
    made = fill_template(
        PAPERS.shipped("open_letter", "ru"), sample_dossier(PAPERS.names("open_letter")), str
    )
    assert made.text.endswith("Подпись: ________ organisation.signatory, organisation.office")
