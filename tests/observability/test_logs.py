"""The log as text and as JSON: ids and classes, never a person's words, whoever wrote the line."""

import asyncio
import io
import json
import logging
import os
import sys
from pathlib import Path

import pytest

from bot.observability.logs import JsonFormatter, TextFormatter, goes_to_journal, priority

WORDS = "Dana Made-Up, 87015550177"
FORMS = [
    TextFormatter(journal=False),
    TextFormatter(journal=True),
    JsonFormatter(journal=False),
    JsonFormatter(journal=True),
]


def record(name: str, text: object, *arguments: object, level: int = logging.ERROR) -> logging.LogRecord:
    """A line of the log; with what is being handled."""
    error = sys.exc_info()
    return logging.LogRecord(name, level, __file__, 1, text, arguments, error if error[0] else None)


def broken() -> logging.LogRecord:
    """One of ours with an exception in whose text somebody's words are."""
    try:
        raise ValueError(WORDS)
    except ValueError:
        return record("bot.loops.inbox", "row %d failed", 7)


@pytest.mark.parametrize("form", FORMS)
def test_of_an_exception_the_class_and_the_place_are_written_and_no_more(form: logging.Formatter) -> None:
    said = form.format(broken())
    assert "row 7 failed: ValueError at observability/test_logs.py:" in said
    assert "Dana" not in said
    assert "\n" not in said


@pytest.mark.parametrize("form", FORMS)
def test_of_what_others_write_arguments_and_further_lines_are_left_out(form: logging.Formatter) -> None:
    said = form.format(record("sqlalchemy.pool", "Exception with %s", WORDS))
    said += form.format(record("asyncio", f"Task exception was never retrieved\nfuture: <Task {WORDS}>"))
    assert "Dana" not in said
    assert "Task exception was never retrieved" in said


@pytest.mark.parametrize("form", FORMS)
async def test_a_task_that_nobody_waited_for_is_told_without_its_words(form: logging.Formatter) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(form)
    logger = logging.getLogger("asyncio")
    logger.addHandler(handler)

    async def breaks() -> None:
        raise ValueError(WORDS)

    try:
        task = asyncio.create_task(breaks())
        await asyncio.wait([task])
        del task
    finally:
        logger.removeHandler(handler)
    assert "ValueError" in stream.getvalue()
    assert "Dana" not in stream.getvalue()


def test_a_line_of_json_is_one_object_with_its_time_level_and_logger() -> None:
    said = json.loads(JsonFormatter(journal=False).format(record("bot.app", "running", level=logging.INFO)))
    assert (said["level"], said["logger"], said["message"]) == ("info", "bot.app", "running")
    assert said["at"].endswith("+00:00")
    assert set(said) == {"at", "level", "logger", "message"}


def test_the_journal_gets_its_priorities_and_no_second_time() -> None:
    line = TextFormatter(journal=True).format(record("bot.app", "running", level=logging.INFO))
    assert line == "<6>INFO bot.app running"
    levels = (logging.CRITICAL, logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG)
    assert [priority(level) for level in levels] == [2, 3, 4, 6, 7]


def test_the_journal_is_known_by_the_file_that_it_reads(tmp_path: Path) -> None:
    with (tmp_path / "journal").open("w") as file:
        status = os.fstat(file.fileno())
        assert goes_to_journal(file, {"JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino}"})
        assert not goes_to_journal(file, {"JOURNAL_STREAM": "8:1"})
        assert not goes_to_journal(file, {})
    assert not goes_to_journal(io.StringIO(), {"JOURNAL_STREAM": "8:1"})
