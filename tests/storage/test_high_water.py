"""How far a database had come is noted beside it, and what is less far is found."""

from datetime import timedelta
from pathlib import Path

import pytest

from core.traffic import Run
from storage import inbox
from storage.database import Database
from storage.lock import hold
from storage.sqlite_notes import HighWater, Progress, read_progress
from tests.storage.samples import NOW

MINUTE = timedelta(minutes=1)
LIVED = Progress(5, 10, 1000.0)


@pytest.mark.parametrize(
    ("found", "behind"),
    [
        (LIVED, False),
        (Progress(5, 11, 900.0), False),  # a later run
        (Progress(6, 10, 1060.0), False),
        (Progress(5, 10, 1060.0), False),
        (Progress(4, 10, 1000.0), True),  # an update is missing
        (Progress(4, 11, 1060.0), True),
        (Progress(5, 10, 940.0), True),  # a sign of life is
        (Progress(5, 9, 2000.0), True),  # a run is
        (Progress(), True),
    ],
)
def test_what_was_there_and_is_missing_is_found(found: Progress, behind: bool) -> None:
    assert found.is_behind(LIVED) is behind


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_updates_and_signs_of_life_are_noted_once_they_are_committed(
    database: Database, tmp_path: Path
) -> None:
    lock = Path(f"{database.engine.url.database}.lock")
    async with hold(database):
        async with database.write(NOW) as tx:
            tx.boots.add(Run(7, NOW, NOW))
            await inbox.store(tx, "telegram", [(1, b"a"), (2, b"b")])
            assert HighWater(lock).read() is None
        assert HighWater(lock).read() == Progress(2, 7, NOW.timestamp())
        with pytest.raises(ZeroDivisionError):
            await _store_and_break(database)
        async with database.write(NOW + MINUTE) as tx:
            tx.boots.put(Run(7, NOW, NOW + MINUTE))
            await inbox.store(tx, "telegram", [(2, b"b")])  # nothing new
        was = HighWater(lock).read()
        async with database.read(NOW) as tx:
            found = await read_progress(tx)
        assert was == Progress(2, 7, (NOW + MINUTE).timestamp())
        assert found.update >= 2  # SQLite counts also what was there already
        assert not found.is_behind(was)


async def _store_and_break(database: Database) -> None:
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(3, b"c")])
        raise ZeroDivisionError


@pytest.mark.parametrize("held", ["", "{", "[]", '{"update": 1, "odd": 2}', "\0" * 120, "привет"])
def test_a_note_that_nobody_can_read_is_none_and_is_written_anew(tmp_path: Path, held: str) -> None:
    file = tmp_path / "dabyl.db.lock"
    file.write_text(held.ljust(120))
    high_water = HighWater(file)
    assert high_water.read() is None
    high_water.note(3, None)
    assert high_water.read() == Progress(3)


def test_a_place_that_cannot_be_written_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    HighWater(tmp_path / "nowhere" / "dabyl.db.lock").note(3, None)
    assert "was not noted" in caplog.text
