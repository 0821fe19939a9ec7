"""A roster file in whatever a spreadsheet writes: every usual encoding, XLSX, and what only pretends to be one."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from core.roster.csv_file import COLUMNS, parse_roster
from core.roster.person_row import BadRoster
from core.roster.spreadsheet import LARGEST_FILE, PARTS, ROWS, UNPACKED, table_text
from core.vocabulary import Role

RUSSIAN = "1000003,lawyer,Вымышленный Игорь,ru,Астана;Караганда,yes,+77000000003,no,,\n"
KAZAKH = "1000002,lawyer,Ойдан Шыққан Әлия Қуанғұлқызы,kk ru,Алматы;Талдықорған,yes,+77000000002,no,,\n"
HEADER = ",".join(COLUMNS) + "\n"


def told(data: bytes) -> str:
    """What is wrong with it."""
    with pytest.raises(BadRoster) as raised:
        table_text(data)
    (mistake,) = raised.value.mistakes
    return mistake.key


def sheet(*rows: tuple[Any, ...]) -> bytes:
    """An XLSX file."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "kz1048", "koi8_r", "mac_cyrillic"]
)
def test_russian_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert table_text((HEADER + RUSSIAN).encode(encoding)) == HEADER + RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_kazakh_is_read_in_every_encoding_that_has_its_letters(encoding: str) -> None:
    assert table_text((HEADER + KAZAKH * 3).encode(encoding)) == HEADER + KAZAKH * 3


def test_a_sheet_is_read_as_it_was_typed() -> None:
    rows = (
        COLUMNS,
        (1000001, "lawyer", "Ойдан\nШыққан", "kk ru", "almaty", True, 77000000001, "no", None, "advocate"),
        (),
        (1000002.0, "coordinator", "Made-up Dana", "ru", None, "да", "+7 700 000 00 02", False),
    )
    first, second = parse_roster(table_text(sheet(*rows)), lambda city: city, "KZ")
    assert (first.telegram_id, first.name, first.on_duty, first.phone) == (
        1000001,
        "Ойдан Шыққан",
        True,
        "+77000000001",
    )
    assert (second.telegram_id, second.role, second.escalation) == (1000002, Role.COORDINATOR, False)


def test_cells_far_to_the_right_and_below_that_nobody_filled_are_no_mistake() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(COLUMNS)
    book.active.append((1, "coordinator", "A", "ru", "", "yes", "", "no", "", ""))
    book.active.cell(row=200, column=50).font = openpyxl.styles.Font(bold=True)
    book.save(out)
    assert len(parse_roster(table_text(out.getvalue()), lambda city: city, "KZ")) == 1


def test_what_is_no_table_is_told_so() -> None:
    assert told(b"") == told(b"%PDF-1.7\n\x00\x01") == told(b"\x89PNG\r\n\x1a\n\x00\x00") == "file"
    assert told(b"PK\x03\x04 broken") == "file"
    assert told(sheet(COLUMNS)[:-30]) == "file"
    assert told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "old-sheet"
    assert told(b"x" * (LARGEST_FILE + 1)) == "big"


@pytest.mark.slow
def test_a_file_that_is_much_larger_inside_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (UNPACKED + 1))
    assert len(out.getvalue()) < LARGEST_FILE
    assert told(out.getvalue()) == "big"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number in range(PARTS + 1):
            packed.writestr(str(number), b"")
    assert told(out.getvalue()) == "big"


@pytest.mark.slow
def test_a_sheet_with_too_many_rows_is_refused_not_cut() -> None:
    assert told(sheet(*[("x",)] * (ROWS + 1))) == "big"


def test_a_document_type_of_its_own_is_refused() -> None:
    good = sheet(COLUMNS)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
                content = (
                    content[: content.index(b"<worksheet")] + bomb + content[content.index(b"<worksheet") :]
                )
            after.writestr(part, content)
    assert told(out.getvalue()) == "file"
