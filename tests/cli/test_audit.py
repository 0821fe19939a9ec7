"""dabyl audit: what was changed in the histories from outside is found, and one history is printed."""

import asyncio
import json
from pathlib import Path

from msgspec.structs import replace

from bot.cli.audit import audit
from core.resources.word_files import load_words
from core.timeline import TimelineKind
from core.vocabulary import CaseState
from storage import timeline
from storage.database import Database
from storage.evidence import EvidenceFlaw
from storage.sealing import Keyring
from storage.transaction import Transaction
from storage.verifying import gathered, said_of_evidence
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import NOW, SAMPLES

CASE = replace(SAMPLES["cases"], code="513-742", state=CaseState.OPEN, owner_id=None, second_id=None)


async def writes(storage_url: str, *, changed: bool = False) -> None:
    """A case with three lines; ``changed``: then the second one by hand."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(NOW) as tx:
        for name in ("addresses", "members"):
            getattr(tx, name).add(SAMPLES[name])
        tx.cases.add(CASE)
        await timeline.append(tx, CASE.id, 0, TimelineKind.OPENED, {"situation": "other"})
        await timeline.append(tx, CASE.id, 2, TimelineKind.VIEWED, {"reason": "the family rang"})
        await timeline.append(tx, CASE.id, 2, TimelineKind.NOTED, {})
    if changed:
        async with database.write(NOW) as tx:
            await _change(tx)
    await database.close()


async def _change(tx: Transaction) -> None:
    second = (await tx.timeline.by(case_id=CASE.id))[1]
    tx.timeline.put(replace(second, details={"reason": "something else"}))


async def missed(storage_url: str, noted: int) -> tuple[str, ...]:
    """What is found where there must be so many lines."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.read(NOW) as tx:
        found = await audit(tx, noted)
    await database.close()
    return found.findings


def test_whole_histories_are_whole(config: Path, storage_url: str) -> None:
    asyncio.run(writes(storage_url))
    ended = dabyl("audit", "verify", config=config)
    assert ended.code == 0
    assert ended.out.startswith(
        "Whole: 1 cases, 0 claims, 0 files, 0 papers, 4 lines.\nCovered: each case's code"
    )
    assert ended.err == "Histories: 1 of 1\n"
    assert dabyl("-q", "audit", "verify", config=config).err == ""


def test_a_history_that_was_changed_is_named_with_its_first_broken_line(
    config: Path, storage_url: str
) -> None:
    asyncio.run(writes(storage_url, changed=True))
    ended = dabyl("audit", "verify", config=config)
    assert ended.code == 1
    assert "case 513-742" in ended.out
    assert "number 2 (viewed, 2018-09-17 12:00 UTC)" in ended.out
    assert "something else" not in ended.said
    assert "number 2 (viewed" in dabyl("check", config=config).said


def test_lines_that_were_cut_off_at_the_end_are_missed(storage_url: str) -> None:
    asyncio.run(writes(storage_url))
    assert asyncio.run(missed(storage_url, 4)) == ()
    (finding,) = asyncio.run(missed(storage_url, 6))
    assert "Lines are missing in the timelines: 2" in finding


def test_of_all_histories_none_is_kept_in_memory(storage_url: str) -> None:
    async def looked_at() -> tuple[int, int]:
        database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
        async with database.read(NOW) as tx:
            await audit(tx, 3)
            kept = tx.timeline.size, tx.cases.size
        await database.close()
        return kept

    asyncio.run(writes(storage_url))
    assert asyncio.run(looked_at()) == (0, 0)


def test_a_history_is_printed_with_who_when_and_why(config: Path, storage_url: str) -> None:
    asyncio.run(writes(storage_url, changed=True))
    ended = dabyl("audit", "show", "513-742", "--language", "en", config=config)
    assert ended.code == 0
    _, removed, opened, viewed, noted, broken = ended.out.splitlines()
    assert removed.startswith("513-742: names and words were removed on ")
    assert opened.endswith("opened")
    assert viewed.startswith("⚠️ ")
    assert "something else" in viewed
    assert noted[0] != "⚠"
    assert "changed or cut from outside" in broken


def test_a_history_is_a_document_for_programs(config: Path, storage_url: str) -> None:
    asyncio.run(writes(storage_url, changed=True))
    ended = dabyl("audit", "show", "513-742", "--language", "en", "--json", config=config)
    document = json.loads(ended.out)
    assert (ended.code, document["code"], document["whole"]) == (0, "513-742", False)
    assert [line["kind"] for line in document["lines"]] == ["opened", "viewed", "noted"]
    assert [line["changed"] for line in document["lines"]] == [False, True, False]
    assert all(line["text"][0] != "⚠" for line in document["lines"])


def test_a_code_or_language_that_nobody_has_is_said_so(config: Path, storage_url: str) -> None:
    ended = dabyl("audit", "show", "lamp river 27", config=config)
    assert (ended.code, "'lamp river 27'" in ended.err) == (2, True)
    ended = dabyl("audit", "show", "lamp river 27", "--language", "fr", config=config)
    assert (ended.code, "'fr'" in ended.err) == (2, True)


def test_a_trial_of_a_backup_shows_how_far_the_histories_are(
    config: Path, storage_url: str, tmp_path: Path
) -> None:
    asyncio.run(writes(storage_url))
    (folder := tmp_path / "backups").mkdir()
    dabyl("backup", "--to", folder, config=config)
    ended = dabyl("restore", "--try", folder, config=config)
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "Histories: 1 of 1")
    assert dabyl("-q", "restore", "--try", folder, config=config).err == ""


def test_papers_of_before_papers_were_covered_are_told_in_one_line() -> None:
    papers = [
        said_of_evidence(EvidenceFlaw(code, "added", "papers", 2)) for code in ("513-742", "513-743", "")
    ]
    other = said_of_evidence(EvidenceFlaw("513-742", "changed", "papers", 1))
    kept, told = gathered([papers[0], other, *papers[1:]])
    assert kept == other
    sentence = load_words().say("en", told.key, **told.details)
    assert sentence.startswith("Papers stand in no line: 6 (cases 513-742, 513-743).")
    assert "older than 1 December 2026" in sentence
    assert gathered([other]) == [other]
