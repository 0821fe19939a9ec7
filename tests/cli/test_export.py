"""dabyl export and unseal: sealed unless told otherwise, with names only by a permit, and nothing else on the disk."""

import asyncio
import io
import resource
import tempfile
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.exports.streams import open_spools
from core.casework.claims import Claim, ReportLink, SourceKind
from core.exporting.scope import ExportPermit
from core.model import Case, Member, Report
from core.values import value_to_data
from core.vocabulary import CaseState, ConsentUse, RecordKind, ReportState, Role
from handlers.people import addresses
from storage.database import Database
from storage.sealed_files import write_export
from storage.sealing import Keyring, new_key
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import NOW

WORDS = "Made-Up words of the family"
NUMBER = 123_456


async def writes(storage_url: str) -> None:
    """One case, and a permit that another coordinator allowed a moment ago."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    now = datetime.now(UTC)
    async with database.write(now) as tx:
        address = await addresses.of_chat(tx, "77")
        case = Case(3, "513-742", RecordKind.DEPRIVATION, CaseState.OPEN, NOW, "other", "en")
        tx.cases.add(case)
        tx.reports.add(Report(4, address.id, ReportState.OPEN, NOW, "en", case.id, opened_at=NOW))
        tx.links.add(ReportLink(5, 4, case.id, 0, NOW, "opened"))
        for number, (kind, value) in enumerate([("situation", "other"), ("stated", WORDS)], start=6):
            tx.claims.add(Claim(number, None, 4, kind, value_to_data(value), SourceKind.REPORT, 4, NOW))
        for number, chat in ((20, "78"), (21, "79")):
            of = await addresses.of_chat(tx, chat)
            tx.members.add(
                Member(number, of.id, Role.COORDINATOR, "Made-Up", ("en",), ("almaty",), True, "", False, NOW)
            )
        span = NOW - timedelta(days=1), NOW + timedelta(days=1)
        tx.export_permits.add(
            ExportPermit(30, NUMBER, ConsentUse.AUTHORITIES, *span, "why", now, 20, now, 21, allowed=True)
        )
    await database.close()


@pytest.fixture
def target(storage_url: str, tmp_path: Path) -> Path:
    """Where an export goes; there is a case."""
    asyncio.run(writes(storage_url))
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder / "export.dabyl"


async def waiting(storage_url: str) -> list[str]:
    """What is to be sent."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.read(NOW) as tx:
        found = [str(row.payload) for row in await tx.outgoing.select()]
    await database.close()
    return found


def names(archive: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name.split("/")[0] for name in opened.namelist()}


def test_an_export_is_sealed_and_opened_by_the_key_alone(config: Path, target: Path) -> None:
    ended = dabyl("export", "--to", target, config=config)
    assert ended.code == 0
    assert "SHA-256 of the archive" in ended.out
    raw = target.read_bytes()
    assert b"PK\x03\x04" not in raw
    assert b"rabbit" not in raw
    assert target.stat().st_mode & 0o077 == 0
    opened = target.with_suffix(".zip")
    assert dabyl("unseal", target, "--to", opened, config=config, DABYL_KEY=new_key()).code == 2
    assert not opened.exists()
    assert dabyl("unseal", target, config=config).code == 0
    assert {"about.json", "csv", "json", "uwazi", "days.csv", "dabyl.xlsx"} <= names(opened.read_bytes())
    assert {file.name for file in target.parent.iterdir()} == {"export.dabyl", "export.zip"}


def test_it_is_shown_how_far_reading_and_writing_are_unless_quiet_was_asked_for(
    config: Path, target: Path
) -> None:
    first, written = dabyl("export", "--to", target, config=config).err.splitlines()
    assert first == "Cases: 1 of 1"
    assert written.startswith("Kilobytes written: ")
    for words in (["-q", "export"], ["export", "-q"]):
        ended = dabyl(*words, "--to", target, config=config)
        assert (ended.code, ended.err) == (0, "")
        assert str(target) in ended.out


def test_a_sealed_export_that_was_changed_or_cut_off_is_not_opened(config: Path, target: Path) -> None:
    dabyl("export", "--to", target, config=config)
    raw = target.read_bytes()
    changed = raw[:-20] + bytes([raw[-20] ^ 1]) + raw[-19:]
    for wrong, code in ((raw[:-1], 1), (changed, 1), (b"PK\x03\x04", 2), (b"", 2)):
        target.write_bytes(wrong)
        assert dabyl("unseal", target, config=config).code == code
        assert not target.with_suffix(".zip").exists()


def test_a_disk_that_is_full_is_named_by_its_place(target: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with open_spools(("acts",)) as kept, pytest.raises(OSError, match=r"File too large") as aside:
            kept["acts"].add([(f"made-up {number} " * 20,) for number in range(1_000)])
        with pytest.raises(OSError, match="File too large") as itself:
            write_export(target, [b"x" * 20_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (aside.value.filename, itself.value.filename) == (tempfile.gettempdir(), str(target))
    assert not target.exists()


def test_an_open_one_is_a_zip_of_the_wanted_formats(config: Path, target: Path) -> None:
    assert dabyl("export", "--open", "--format", "json", "--to", target, config=config).code == 0
    raw = target.read_bytes()
    assert names(raw) == {"about.json", "evidence", "json", "SHA256SUMS"}
    assert WORDS.encode() not in zipfile.ZipFile(io.BytesIO(raw)).read("json/acts.jsonl")


@pytest.mark.slow
def test_the_same_moment_gives_the_same_hash(config: Path, target: Path) -> None:
    first, second = (
        dabyl("export", "--as-of", "2018-09-18", "--to", target, config=config) for _ in range(2)
    )
    assert first.out == second.out
    assert first.code == 0


@pytest.mark.slow
def test_a_permit_opens_names_once_and_administrators_hear_of_it(
    config: Path, target: Path, storage_url: str
) -> None:
    config.write_text(config.read_text().replace("[telegram]", "[telegram]\nadministrators = [70]"))
    with_permit = ("export", "--full", "--permit", NUMBER, "--open", "--format", "json", "--to", target)
    assert dabyl(*with_permit, config=config).code == 0
    assert WORDS.encode() in zipfile.ZipFile(target).read("json/acts.jsonl")
    (told,) = asyncio.run(waiting(storage_url))
    assert f"по разрешению {NUMBER}" in told
    again = dabyl(*with_permit, config=config)
    assert again.code == 2
    assert f"There is no permit {NUMBER} that can be used" in again.err


def test_an_export_that_could_not_be_written_does_not_use_the_permit_up(config: Path, target: Path) -> None:
    nowhere = target.parent / "nothing" / "export.dabyl"
    assert dabyl("export", "--full", "--permit", NUMBER, "--to", nowhere, config=config).code == 1
    assert dabyl("export", "--full", "--permit", NUMBER, "--to", target, config=config).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xml"], "--format is xml"),
        (["--language", "de"], "--language is de"),
        (["--full"], "--full needs --permit"),
        (["--permit", "5"], "--full needs --permit"),
        (["--full", "--permit", "5"], "no permit 5"),
        (["--case", "513-742"], "--case needs --permit"),
        (["--case", "513-742", "--permit", "123456"], "no permit 123456"),
        (["--full", "--permit", "5", "--since", "2018-09-01"], "do not go with a permit"),
        (["--as-of", "yesterday"], "--as-of is 'yesterday'"),
        (["--as-of", "2018-02-31"], "--as-of is '2018-02-31'"),
        (["--as-of", "9999-12-31"], "--as-of is '9999-12-31'"),
        (["--as-of", "2999-01-01"], "nobody knows yet"),
        (["--since", "2018-09-18T25:00"], "--since is"),
        (["--since", "2018-09-19", "--as-of", "2018-09-18"], "--since must be before"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    config: Path, target: Path, arguments: list[str], said: str
) -> None:
    ended = dabyl("export", *arguments, "--to", target, config=config)
    assert ended.code == 2
    assert said in ended.err
    assert [*target.parent.iterdir()] == []
