"""The pages for people: what is printed of them, and that the buttons and commands that they name are there."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from bot.cli.sheets import Reader, SheetLanguage, printed, sheet
from handlers.routes import COMMANDS
from tests.cli.command import NOT_SET, dabyl, written
from tests.project.tree import ROOT

PAGES = [(reader, language) for reader in Reader for language in SheetLanguage]
LABEL = re.compile(r"^[\w-]+ = (?:[^\w\s{]+ )?(.+)$", re.MULTILINE)


def labels(language: str) -> set[str]:
    """All short words of the bot in one language, without the picture that stands before them."""
    files = (ROOT / "core" / "words" / language).glob("*.ftl")
    return {label for file in files for label in LABEL.findall(file.read_text("utf-8"))} | {"SOS"}


@pytest.mark.parametrize(("reader", "language"), PAGES)
def test_every_button_and_command_that_a_page_names_is_there(reader: Reader, language: SheetLanguage) -> None:
    text = sheet(reader, language)
    assert {*re.findall(r"\*\*(.+?)\*\*", text)} - labels(language) == set()
    assert {*re.findall(r"(?<![\w/])/([a-z]+)", text)} - {
        *COMMANDS,
        "revoke",
    } == set()  # revoke: said to BotFather


def test_the_pages_say_the_same_in_three_languages() -> None:
    for reader in Reader:
        shapes = [
            [re.match(r"[#*|]|\d\. |", line)[0] for line in sheet(reader, language).splitlines()]  # type: ignore[index]
            for language in SheetLanguage
        ]
        assert shapes[0] == shapes[1] == shapes[2], reader


def all_text(content: bytes) -> str:
    """Of a DOCX: its paragraphs and the cells of its tables."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize(("reader", "language"), PAGES)
def test_a_printed_sheet_has_no_marks_of_the_page_and_tells_nobody_that_the_hotline_is_theirs(
    reader: Reader, language: SheetLanguage
) -> None:
    text = all_text(printed(reader, language, "@made_up_notes_bot", "+7 727 000 00 00"))
    assert re.findall(r"[*`]|\]\(", text) == []
    assert ("+7 727 000 00 00" in text) == (
        reader is Reader.CITIZEN
    )  # a coordinator or administrator has another


@pytest.mark.parametrize(
    ("language", "left"), [("en", "a line for"), ("ru", "оставлена строка"), ("kk", "бос жол")]
)
def test_a_name_that_was_not_given_is_left_to_write_and_said(
    language: str, left: str, tmp_path: Path
) -> None:
    config, words = written(tmp_path, ""), {**NOT_SET, "DABYL_LANGUAGE": language}
    sheets = ("sheets", tmp_path / "out", "--language", language)
    assert left in dabyl(*sheets, config=config, **words).out
    assert left not in dabyl(*sheets, "--bot", "@made_up_notes_bot", config=config, **words).out


@pytest.mark.slow
def test_sheets_are_printed_with_the_numbers_of_the_organisation_each_on_one_page(tmp_path: Path) -> None:
    config = written(tmp_path, '[organisation]\nname = "Made-Up Bureau"\nhotline = "+7 727 000 00 00"\n')
    done = dabyl("sheets", tmp_path / "out", "--bot", "@made_up_notes_bot", config=config, **NOT_SET)
    assert done.code == 0, done.err
    made = sorted((tmp_path / "out").iterdir())
    assert len(made) == len(PAGES)
    for file in made:
        text = all_text(file.read_bytes())
        assert "@…" not in text
        if not file.name.startswith((Reader.DECIDING, Reader.THREATS, Reader.EMERGENCY)):
            assert "@made_up_notes_bot" in text
        assert ("+7 727 000 00 00" in text) == file.name.startswith(Reader.CITIZEN)
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice here: apt-get install libreoffice-writer-nogui fonts-liberation")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    to_pdf = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*to_pdf, *map(str, made)], check=True, capture_output=True, timeout=300)
    pages = {file.stem: len(PdfReader(file).pages) for file in tmp_path.glob("*.pdf")}
    assert {name for name, count in pages.items() if count != 1} == set()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    done = dabyl("sheets", tmp_path / "out", config=written(tmp_path, ""), **NOT_SET)
    assert done.code == 2
    assert "cannot be written" in done.err
