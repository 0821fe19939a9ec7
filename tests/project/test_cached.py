"""What is read at the start is kept ready beside the compiled modules, and is never another than what would be read."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from core.model import LANGUAGES
from core.places.gazetteer import Gazetteer
from core.resources import file_cache as module
from core.resources.file_cache import cached
from core.resources.place_files import load_gazetteer, load_places, load_station_words
from core.resources.word_files import WORDS, heard_table, load_heard
from core.understanding.happenings import happening_of
from core.understanding.heard import Heard
from core.understanding.kinds import compiled
from tests.project.test_image import STEPS
from tests.project.tree import ROOT

SAID = "задержали двух человек в Алматы"
NOTHING_ELSE = (2018, frozenset[str](), False)


class Reader:
    """How often was it read?"""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[str]:
        self.times += 1
        return ["read", str(self.times)]


class Book:
    """Remembers its last answers, as a gazetteer does."""

    def __init__(self) -> None:
        self.asked = 0
        self.look = lru_cache(4)(self._look)

    def _look(self, word: str) -> str:
        self.asked += 1
        return word.upper()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Path]:
    for room in ("core", "documents", "jurisdictions", "words", "resources/__pycache__"):
        (tmp_path / room).mkdir(parents=True)
    (tmp_path / "core" / "reading.py").write_text("old")
    module._state.cache_clear()
    yield tmp_path
    module._state.cache_clear()


@pytest.fixture(autouse=True)
def writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module, "not_kept", set())


def file_of(program: Path) -> Path:
    (file,) = (program / "resources" / "__pycache__").iterdir()
    return file


def test_what_was_read_once_is_not_read_again(program: Path) -> None:
    read = Reader()
    assert cached("x", read, program) == cached("x", read, program) == ["read", "1"]
    assert cached("y", read, program) == ["read", "2"]


@pytest.mark.parametrize(
    "room",
    [
        "core/reading.py",
        "documents/filling.py",
        "words/new.toml",
        "jurisdictions/kz.tsv",
        "jurisdictions/en.txt",
    ],
)
def test_once_a_file_of_the_program_is_another_all_is_read_again(program: Path, room: str) -> None:
    read = Reader()
    cached("x", read, program)
    (program / room).write_text("another")
    module._state.cache_clear()  # as in the next process
    assert cached("x", read, program) == cached("x", read, program) == ["read", "2"]


def test_what_python_leaves_there_changes_nothing(program: Path) -> None:
    read = Reader()
    cached("x", read, program)
    (program / "core" / "reading.pyc").write_text("compiled")
    module._state.cache_clear()
    assert cached("x", read, program) == ["read", "1"]


@pytest.mark.parametrize("kept", [slice(0), slice(-1), slice(10)], ids=["empty", "cut", "of its head a part"])
def test_a_damaged_file_is_read_again_and_written_anew(program: Path, kept: slice) -> None:
    read = Reader()
    cached("x", read, program)
    file_of(program).write_bytes(file_of(program).read_bytes()[kept])
    assert cached("x", read, program) == cached("x", read, program) == ["read", "2"]


def test_everybody_who_can_read_the_program_can_read_it(program: Path) -> None:
    cached("x", Reader(), program)
    assert file_of(program).stat().st_mode & 0o777 == 0o644


def test_where_nothing_can_be_written_it_is_read_each_time(program: Path) -> None:
    read = Reader()
    (program / "resources" / "__pycache__").rmdir()
    (program / "resources" / "__pycache__").write_text("no folder")
    assert cached("x", read, program) == ["read", "1"]
    assert cached("x", read, program) == ["read", "2"]


def test_python_that_is_told_to_write_no_bytecode_writes_none_of_it(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    cached("x", Reader(), program)
    assert list((program / "resources" / "__pycache__").iterdir()) == []
    assert "x" in module.not_kept  # which the check tells


def test_who_remembers_answers_remembers_them_afterwards_and_its_own(program: Path) -> None:
    cached("book", Book, program)
    book = cached("book", Book, program)
    assert (book.look("a"), book.look("a"), book.asked) == ("A", "A", 1)


def test_words_and_places_are_the_same_read_and_kept() -> None:
    load_heard.cache_clear()
    load_gazetteer.cache_clear()
    kept = load_heard()
    read = compiled(Heard, [heard_table(WORDS, language) for language in LANGUAGES])
    assert happening_of(SAID, kept, *NOTHING_ELSE) == happening_of(SAID, read, *NOTHING_ELSE)
    assert (
        load_gazetteer("kz").find(SAID)
        == Gazetteer(load_places("kz"), load_station_words()).find(SAID)
        is not None
    )


def test_the_image_reads_ahead_where_its_user_cannot_write() -> None:
    runs = [run for name, run in STEPS if name == "RUN"]
    assert "PYTHONDONTWRITEBYTECODE= python -m core.resources" in runs[-1]


def test_the_documented_installation_does_too() -> None:
    for page in ("first-steps", "operations"):
        told = (ROOT / "docs" / "run" / f"{page}.md").read_text("utf-8")
        assert "/opt/dabyl/bin/python -P -m core.resources" in told
