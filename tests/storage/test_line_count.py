"""The note of how many lines there are, outside the database."""

from pathlib import Path

import pytest

from storage.sqlite_notes import LineCount

KEY = b"k" * 32


@pytest.fixture
def note(tmp_path: Path) -> LineCount:
    return LineCount(tmp_path / "dabyl.db.lines", KEY)


def test_a_note_begins_with_the_first_lines_and_grows(note: LineCount) -> None:
    assert note.noted() is None
    note.add(2, of=2)
    assert note.noted() == 2
    note.add(3, of=0)
    assert note.noted() == 5


def test_a_note_that_is_gone_stays_so_until_somebody_begins_another(note: LineCount) -> None:
    note.add(2, of=40)
    assert note.noted() is None
    note.begin(40)
    note.add(2, of=0)
    assert note.noted() == 42


@pytest.mark.parametrize("text", ["", "42", "42 \n", "nonsense", "\udcff", "4" * 5000])
def test_whatever_else_stands_there_is_no_note_and_another_is_written_over_it(
    note: LineCount, tmp_path: Path, text: str
) -> None:
    (tmp_path / "dabyl.db.lines").write_text(text, "utf-8", "surrogatepass")
    assert note.noted() is None
    note.begin(7)
    assert note.noted() == 7


def test_a_note_is_not_lowered_without_the_key(note: LineCount, tmp_path: Path) -> None:
    note.begin(43)
    file = tmp_path / "dabyl.db.lines"
    file.write_text(file.read_text().replace("43 ", "42 "))
    assert note.noted() is None
    LineCount(file, b"x" * 32).begin(42)
    assert note.noted() is None


def test_a_folder_that_takes_no_note_stops_nothing(tmp_path: Path) -> None:
    note = LineCount(tmp_path / "gone" / "dabyl.db.lines", KEY)
    note.add(1, of=1)
    assert note.noted() is None
