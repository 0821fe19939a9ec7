"""dabyl witness: partners compare the lines that they kept with an export; and an export of what was edited by hand."""

import asyncio
import io
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from core.values import value_to_data
from storage.database import Database
from storage.day_lines import write_day_line
from storage.schema import claims, links, reports
from storage.sealing import Keyring, context
from tests.cli.command import KEY_VALUE, dabyl
from tests.cli.test_export import target
from tests.storage.samples import NOW

__all__ = ["target"]
DAY = date(2018, 9, 17)


async def days(storage_url: str, *wanted: date) -> list[str]:
    """The lines of these days, as they are posted."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(NOW) as tx:
        found = [(await write_day_line(tx, day)).text for day in wanted]
    await database.close()
    return found


@pytest.fixture
def posted(target: Path, storage_url: str) -> list[str]:
    return asyncio.run(days(storage_url, DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)))


@pytest.fixture
def export(config: Path, target: Path, posted: list[str]) -> Path:
    """An open one, of everything until the third day."""
    wanted = ("--as-of", "2018-09-20", "--open", "--format", "json", "--to", target)
    assert dabyl("export", *wanted, config=config).code == 0
    return target


def kept(folder: Path, *lines: str) -> Path:
    """What a partner has, among other words."""
    file = folder / "kept.txt"
    file.write_text("\n".join(("Dabyl, every evening:", *lines)), encoding="utf-8")
    return file


def test_lines_that_fit_are_counted_without_a_key_and_a_configuration(
    export: Path, posted: list[str], tmp_path: Path
) -> None:
    ended = dabyl("witness", export, kept(tmp_path, *posted, f"2018-09-25 {'0' * 64}"))
    assert (ended.code, ended.out) == (0, "Lines that fit: 3; newer than the export: 1.\n")
    ended = dabyl("witness", export, kept(tmp_path, *posted), "--json")
    assert json.loads(ended.out) == {"fit": 3, "later": [], "wrong": []}


def test_a_line_that_was_posted_otherwise_or_is_missing_is_named(
    export: Path, posted: list[str], tmp_path: Path
) -> None:
    other = posted[1][:-1] + ("0" if posted[1][-1] != "0" else "1")
    ended = dabyl("witness", export, kept(tmp_path, posted[0], other, f"2018-09-16 {'a' * 64}"))
    assert ended.code == 1
    assert "2018-09-18: another line was posted than the export has." in ended.out
    assert "2018-09-16: a line was posted, and the export has none." in ended.out
    assert dabyl("witness", export, kept(tmp_path)).code == 1  # a text without lines proves nothing


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("json/cases.jsonl", "its SHA-256 is not the one"),
        ("evidence/days.csv", "does not follow from the day"),
    ],
)
def test_a_file_of_an_export_that_was_changed_is_named(
    export: Path, posted: list[str], tmp_path: Path, name: str, said: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(export.read_bytes())) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    files[name] = files[name].replace(b"513-742", b"513-743").replace(posted[0][-64:].encode(), b"0" * 64)
    with zipfile.ZipFile(export, "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    ended = dabyl("witness", export, kept(tmp_path, *posted))
    assert (ended.code, said in ended.out) == (1, True)


def test_what_is_no_export_is_said_so(tmp_path: Path) -> None:
    file = kept(tmp_path)
    assert "is no export" in dabyl("witness", file, file).err


async def edit(storage_url: str, what: str) -> None:
    """By hand, without the program."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.engine.connect() as connection:
        if what == "a release is moved":
            await connection.execute(claims.update().values(noted_at=NOW + timedelta(days=1)))
        elif what == "what somebody said":
            sealed = database.keyring.seal(
                json.dumps(value_to_data("taken")).encode(), context("claims", "value", 6)
            )
            await connection.execute(claims.update().where(claims.c.id == 6).values(value=sealed))
        elif what == "a claim is deleted":
            await connection.execute(claims.delete().where(claims.c.id == 7))
        elif what == "another language":
            await connection.execute(reports.update().values(language="ru"))
        else:
            await connection.execute(links.update().values(rule="name"))
        await connection.commit()
    await database.close()


@pytest.mark.parametrize(
    ("what", "table"),
    [
        ("a release is moved", "claims"),
        ("what somebody said", "claims"),
        ("a claim is deleted", "claims"),
        ("another language", "reports"),
        ("another rule", "links"),
    ],
)
def test_an_export_refuses_and_says_what_is_broken_unless_told_otherwise(
    config: Path, target: Path, storage_url: str, what: str, table: str
) -> None:
    asyncio.run(edit(storage_url, what))
    ended = dabyl("export", "--open", "--format", "json", "--to", target, config=config)
    assert ended.code == 1
    assert "Case 513-742" in ended.err
    assert f"({table}, " in ended.err
    assert not target.exists()
    assert f"({table}, " in dabyl("audit", "verify", config=config).out
    ended = dabyl("export", "--despite-flaws", "--open", "--format", "json", "--to", target, config=config)
    assert ended.code == 0
    with zipfile.ZipFile(target) as archive:
        about = json.loads(archive.read("about.json"))
    assert "Case 513-742" in about["flaws"][0]
    assert "days.corrected_from_detentions" in about["not_covered"]


def test_a_permit_is_not_used_up_by_an_export_that_refuses(
    config: Path, target: Path, storage_url: str
) -> None:
    asyncio.run(edit(storage_url, "another language"))
    wanted = ("export", "--full", "--permit", 123_456, "--open", "--format", "json", "--to", target)
    assert dabyl(*wanted, config=config).code == 1
    assert dabyl(*wanted, "--despite-flaws", config=config).code == 0


def test_an_empty_database_is_said_to_be_empty(config: Path, storage_url: str, tmp_path: Path) -> None:
    ended = dabyl("export", "--open", "--to", tmp_path / "empty.zip", config=config)
    assert (ended.code, "empty.zip: 0 cases" in ended.out) == (0, True)
    assert (
        "No case is here: 0 cases, 0 claims, 0 files, 0 papers, 0 lines."
        in dabyl("audit", "verify", config=config).out
    )
