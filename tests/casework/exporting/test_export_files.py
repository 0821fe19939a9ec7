"""Files that spreadsheets and Uwazi open: what people typed stays text, and does nothing."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from bot.exports.material import AT_ONCE
from bot.exports.table_files import csv_cell, csv_table
from bot.exports.xlsx import SHEETS
from core.exporting.table_columns import TABLES
from core.folding import clean_text
from core.values import Moment, Precision
from core.vocabulary import ConsentUse
from tests.casework.exported import Export, exported
from tests.casework.exporting.test_export_full import family, says
from tests.casework.story_desk import Desk

EVIL = [
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "  =1+1",
    "＝1+1",
    "{{ config }}",
    "<b>& Timur</b>",
    "\u202eruomiT\u2066",
    "\x00\x07Timur\ufffe",
    "Timur\uffff",
    'a "quoted", name;\nsecond line',
]


CALC = Path(shutil.which("soffice") or "soffice").resolve().parent / "libsclo.so"


async def sheets(found: Export) -> dict[str, list[list[Any]]]:
    """The workbook, as a spreadsheet reads it."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(found.files["dabyl.xlsx"]))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("evil", EVIL)
async def test_what_people_typed_is_text_in_every_file(desk: Desk, evil: str) -> None:
    await family(desk)
    await says(desk, "taken", evil)
    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    (row,) = [row for row in found.rows("csv/places.csv") if row["held_as"] == "taken"]
    assert not row["text"].lstrip().startswith(("=", "+", "-", "@", "＝", "\t"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", found.text)
    with zipfile.ZipFile(io.BytesIO(found.files["dabyl.xlsx"])) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)
            ElementTree.fromstring(book.read(name))  # what is no character is no XML
    places = (await sheets(found))["Places"]
    typed = {str(cell) for line in places[1:] for cell in line}
    assert any(cell.strip() == csv_cell(evil).removeprefix("'").strip() for cell in typed)
    (record,) = [one for one in found.records("places") if one["held_as"] == "taken"]
    assert record["text"] == clean_text(evil)  # as it was typed, but for what nobody sees


async def test_the_workbook_has_words_where_records_have_values(desk: Desk) -> None:
    await family(desk)
    found = await sheets(await exported(desk, "xlsx", purpose=ConsentUse.PUBLICATION))
    assert len(found) == len(SHEETS) + 1
    head, line = found["Cases"]
    case = dict(zip(head, line, strict=True))
    assert case["What is said"] == "somebody is detained"
    assert case["Place"] == "Almaty"
    assert case["Named"] == 1
    assert case["Reported"] == datetime.fromisoformat("2018-09-17T12:00")  # by the clock of the place


async def test_the_workbook_opens_in_what_people_analyse_with(desk: Desk) -> None:
    """openpyxl, and so pandas, refuses what spreadsheets forgive."""
    await family(desk)
    found = await exported(desk, "xlsx", purpose=ConsentUse.PUBLICATION)
    book = openpyxl.load_workbook(io.BytesIO(found.files["dabyl.xlsx"]))
    assert len(book.sheetnames) == len(SHEETS) + 1
    head, line = book["Cases"].iter_rows()
    case = {name.value: cell.value for name, cell in zip(head, line, strict=True)}
    assert (case["Place"], case["Named"]) == ("Almaty", 1)
    assert case["Reported"] == datetime.fromisoformat("2018-09-17T12:00")  # by the clock of the place
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert all(sheet.column_dimensions["A"].width > 10 for sheet in book)
    assert [cell.font.b for cell in (head[0], line[0])] == [True, False]
    read = {
        sheet.title: [
            ["" if one is None else one for one in row] for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    }
    assert read == await sheets(found)


@pytest.mark.slow
@pytest.mark.skipif(not CALC.exists(), reason="LibreOffice has no spreadsheets here")
async def test_libreoffice_reads_the_workbook_with_its_dates(desk: Desk, tmp_path: Path) -> None:
    await family(desk)
    found = await exported(desk, "xlsx", purpose=ConsentUse.PUBLICATION)
    (tmp_path / "dabyl.xlsx").write_bytes(found.files["dabyl.xlsx"])
    text = converted(tmp_path)
    assert "2018-09-17 12:00" in text
    assert "Almaty" in text


def converted(folder: Path) -> str:
    """All sheets as LibreOffice shows them."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    asked = ["soffice", profile, "--headless", "--convert-to", "html", "--outdir", str(folder)]
    subprocess.run([*asked, str(folder / "dabyl.xlsx")], check=True, capture_output=True, timeout=300)
    return (folder / "dabyl.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("precision", "record", "book", "day", "imported"),
    [
        (Precision.MONTH, "2018-08", "2018-08", "2018-08", ""),
        (Precision.DAY, "2018-08-01", datetime.fromisoformat("2018-08-01"), "2018-08-01", "2018-08-01"),
        (
            Precision.MINUTE,
            "2018-08-01T12:30:00+06:00",
            datetime.fromisoformat("2018-08-01T12:30"),
            "2018-08-01",
            "2018-08-01",
        ),
    ],
)
async def test_a_moment_is_told_as_finely_as_it_is_known(
    desk: Desk, precision: Precision, record: str, book: Any, day: str, imported: str
) -> None:
    """The end of August is no first of August."""
    await family(desk)
    await says(desk, "started", Moment(datetime(2018, 8, 1, 6, 30, tzinfo=UTC), precision))
    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    (case,) = found.records("cases")
    assert (case["started_at"], case["started_precision"], case["happened_on"]) == (record, precision, day)
    head, line = (await sheets(found))["Cases"]
    shown = dict(zip(head, line, strict=True))[head[4]]
    assert shown in (book, book.date() if isinstance(book, datetime) else book)
    _, rows = uwazi(found, "cases")
    assert (rows[0]["Started"], rows[0]["Started at"]) == (imported, record)


async def test_incidents_can_be_told_apart(desk: Desk) -> None:
    olga = await desk.coordinator()
    await family(desk)
    await olga.writes("/incident First")
    await olga.writes("/incident Second")
    case = await desk.case()
    async with desk.reading() as tx:
        first, second = await tx.incidents.select()
    await olga.presses_data(f"enlist:{case.id}:{first.id}")
    for purpose, called in ((ConsentUse.PUBLICATION, "First"), (None, "")):
        found = await exported(desk, purpose=purpose)
        assert [row["cases"] for row in found.records("incidents")] == [1, 0]
        _, events = uwazi(found, "events")
        titles = [row["Title"] for row in events]
        assert len({title.rpartition(" · ")[0] for title in titles}) == (2 if purpose else 1)
        assert titles[0].startswith("2018-09-17 · ")
        assert called in titles[0]
        assert titles[1].endswith(f"I{second.id:x}")
        _, cases = uwazi(found, "cases")
        assert cases[0]["Incidents"] == titles[0]
        read = await sheets(found)
        assert read["Incidents"][1][0] == titles[0]


async def test_csv_has_a_mark_for_excel_and_every_promised_column(desk: Desk) -> None:
    await family(desk)
    found = await exported(desk, "csv")
    for table, columns in TABLES.items():
        raw = found.files[f"csv/{table}.csv"]
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.decode("utf-8-sig").splitlines()[0] == ",".join(columns)
        assert all(None not in row for row in found.rows(f"csv/{table}.csv"))


# --- Uwazi: what its import takes, written down from its own rules and not from what we write

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{4}")
LANGUAGES = ("kk", "ru", "en")
LABELS = {"en": "English", "kk": "Kazakh", "ru": "Russian"}  # as Uwazi's own list of languages calls them


def uwazi(found: Export, template: str) -> tuple[list[str], list[dict[str, str]]]:
    """Head and rows of ``import.csv``, which lies alone in the archive of a template."""
    with zipfile.ZipFile(io.BytesIO(found.files[f"uwazi/{template}.zip"])) as archive:
        assert archive.namelist() == ["import.csv"]
        text = archive.read("import.csv").decode()
    rows = [*csv.DictReader(io.StringIO(text, newline=""))]
    return text.splitlines()[0].split(","), rows


def properties(found: Export, template: str) -> dict[str, str]:
    """What the page says must be created: property → sort."""
    lines = found.files["uwazi/READ ME.txt"].decode().splitlines()
    begin = lines.index(f"{template}.zip") + 1
    named = [line.strip("- ").split(": ") for line in lines[begin:]]
    end = next(number for number, one in enumerate(named) if one == [""])
    return {one[0]: one[1] for one in named[:end]}


def terms(found: Export, language: str) -> set[str]:
    """All terms of the thesauri in a language."""
    return {
        row[LABELS[language]]
        for name in found.files
        if name.startswith("uwazi/thesauri/")
        for row in found.rows(name)
    }


async def test_what_uwazi_imports_keeps_its_rules(desk: Desk) -> None:
    olga = await desk.coordinator()
    await family(desk)
    await says(desk, "urgent", ("minor", "journalist"))
    await olga.writes("/incident Madeup | visit")
    case = await desk.case()
    async with desk.reading() as tx:
        (incident,) = await tx.incidents.select()
    await olga.presses_data(f"enlist:{case.id}:{incident.id}")
    found = await exported(desk, "uwazi", purpose=ConsentUse.PUBLICATION, language="ru")
    titles: dict[str, set[str]] = {}
    for template in ("events", "cases", "persons"):
        head, rows = uwazi(found, template)
        wanted = properties(found, template)
        assert head[0] == "Title"
        for column in head[1:]:
            name, _, language = column.partition("__")
            assert name in wanted
            assert not language or language in LANGUAGES
        titles[template] = {row["Title"] for row in rows}
        assert len(titles[template]) == len(rows)
        for row in rows:
            _keeps(found, row, wanted)
    _, cases = uwazi(found, "cases")
    assert cases[0]["Title"] == case.code
    assert set(cases[0]["Incidents"].split("|")) <= titles["events"]
    assert len(cases[0]["Urgent"].split("|")) == 2
    assert {cases[0][f"Place__{language}"] for language in LANGUAGES} == {"Алматы", "Almaty"}
    _, persons = uwazi(found, "persons")
    assert {row["Case"] for row in persons} <= titles["cases"]
    _, events = uwazi(found, "events")
    assert "|" not in events[0]["Name"]  # it would be two values


def _keeps(found: Export, row: dict[str, str], wanted: dict[str, str]) -> None:
    assert row["Title"]
    for column, cell in row.items():
        sort = wanted.get(column.partition("__")[0], "")
        if not cell or not sort:
            continue
        if sort == "date":
            assert DAY.fullmatch(cell), (column, cell)  # whole days, no hours
        elif sort == "numeric":
            assert cell.isdigit()
        elif sort == "select":
            assert cell in terms(found, "ru")
        elif sort == "multiselect":
            assert set(cell.split("|")) <= terms(found, "ru")
        elif sort == "text":
            assert "|" not in cell


@pytest.mark.parametrize(
    ("language", "head"),
    [("kk", "Kazakh,Russian,English"), ("ru", "Russian,Kazakh,English"), ("en", "English,Kazakh,Russian")],
)
async def test_thesauri_have_a_column_a_language_as_uwazi_calls_it_the_default_one_first(
    desk: Desk, language: str, head: str
) -> None:
    """Uwazi finds a column by the English name of the language; of other heads it imports the first and no translation."""
    await family(desk)
    found = await exported(desk, "uwazi", language=language)
    thesauri = [name for name in found.files if name.startswith("uwazi/thesauri/")]
    assert len(thesauri) == 11
    for name in thesauri:
        assert found.files[name].decode().splitlines()[0] == head, name
        rows = found.rows(name)
        assert rows, name
        for label in LABELS.values():
            column = [row[label] for row in rows]
            assert len(set(column)) == len(rows), (name, label)
            assert not [one for one in column if one.startswith("-")], name  # that would nest it
            no_value = {"", "n/a", "null", "undefined"}
            assert not no_value & {one.lower() for one in column}, name
    page = found.files["uwazi/READ ME.txt"].decode()
    assert all(label in page for label in LABELS.values())


async def test_a_table_that_one_sheet_cannot_hold_has_several(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.exports.xlsx.MOST_ROWS", 3)  # with the head
    for number in range(3):
        await desk.reports("police took a man in Almaty", name=f"Reporter {number}")
    found = await sheets(await exported(desk, "xlsx"))
    assert [len(found["Cases"]), len(found["Cases 2"])] == [3, 2]
    assert len({line[0] for line in found["Cases"][1:] + found["Cases 2"][1:]}) == 3


def test_a_table_is_written_while_it_is_read() -> None:
    read = []

    def rows() -> Iterator[tuple[int]]:
        for number in range(10 * AT_ONCE):
            read.append(number)
            yield (number,)

    pieces = csv_table(("number",), rows())
    next(pieces)
    next(pieces)
    assert len(read) == AT_ONCE  # and the rest is nowhere yet
