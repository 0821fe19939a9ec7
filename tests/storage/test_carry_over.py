"""What the version before claims held becomes claims: nothing lost, nothing twice, whatever breaks it off."""

import asyncio
import signal
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, column, select, table, text

from bot.core.casework.claims import Certainty, SourceKind
from bot.core.casework.columns import columns_of
from bot.core.casework.describe import CaseView, describe
from bot.core.model import Case
from bot.core.values import Moment, Precision
from bot.resources.places import load_gazetteer
from storage import carry_over
from storage.database import Database
from storage.errors import KeyNeeded, NewerDatabase, NotMigrated, WrongKey
from storage.migrate import migrate
from storage.revision import revisions
from storage.sealing import Keyring, new_key
from storage.transaction import Transaction
from tests.storage import before_claims
from tests.storage.before_claims import KEY, run

KEYRING = Keyring.parse(KEY)
ROWS = {"claims": 72, "persons": 5, "links": 11}  # that come out of it
NOW = datetime.fromisoformat("2018-09-18T12:00:00+00:00")
GAZETTEER, ZONE = load_gazetteer("kz"), ZoneInfo("Asia/Almaty")
ROWS = {"claims": 72, "persons": 5, "links": 11}  # that come out of it


@pytest.fixture
async def before(empty_url: str) -> str:
    """A database of the version before claims."""
    await before_claims.make(empty_url)
    return empty_url


async def _view(tx: Transaction, case: Case) -> CaseView:
    links = await tx.links.by(case_id=case.id)
    claims = await tx.claims.by(case_id=case.id)
    for link in links:
        claims += await tx.claims.by(report_id=link.report_id)
    return describe(claims, NOW)


async def _all(url: str) -> dict[str, tuple[Case, CaseView]]:
    database = await Database.open(url, KEYRING)
    async with database.read(NOW) as tx:
        found = {case.code: (case, await _view(tx, case)) for case in await tx.cases.select()}
    await database.close()
    return found


LATER = ("wanted", "wants_second")  # columns that older cases get with their next claim


def _follows(view: CaseView) -> dict[str, Any]:
    """What an earlier version stored of these."""
    found = columns_of(view, GAZETTEER, ZONE).items()
    return {name: value for name, value in found if name not in LATER}


async def test_every_column_follows_from_the_claims_as_it_was_stored(before: str) -> None:
    await migrate(before, keyring=KEYRING)
    assert await run(before, _counted) == ROWS
    found = await _all(before)
    for case, view in found.values():
        assert _follows(view) == {name: getattr(case, name) for name in _follows(view)}
        assert view.not_understood == ()


async def test_answers_keep_their_times_their_words_and_who_said_them(before: str) -> None:
    await migrate(before, keyring=KEYRING)
    case, view = (await _all(before))["sled spring 88"]
    assert view.people.names == ("Дана Придуманная", "Ерлан Выдуманный")
    assert (view.value("where"), view.value("taken")) == ("у придуманного памятника", "в придуманный участок")
    started, place, link = view.fact("started"), view.fact("place"), view.fact("link")
    assert started is not None
    assert place is not None
    assert link is not None
    assert isinstance(started.value, Moment)
    assert (started.claim.at, started.claim.precision) == (started.value.at, Precision.HOUR)
    assert started.claim.noted_at > case.opened_at
    assert started.claim.entry_id is not None
    assert (place.claim.certainty, link.claim.certainty) == (Certainty.UNDERSTOOD, Certainty.SAID)
    assert place.claim.noted_at == case.opened_at
    assert link.source[0] is SourceKind.REPORT
    act, outcome = view.fact("act"), view.fact("outcome")
    assert act is not None
    assert outcome is not None
    assert act.value == "kettling"
    assert [fact.value for fact in view.history("act")] == ["detention", "kettling"]
    assert (outcome.source, outcome.claim.noted_at) == ((SourceKind.MEMBER, case.owner_id), case.closed_at)
    assert act.source[1] not in (0, case.owner_id)


async def test_what_a_quieter_word_of_the_reporter_could_not_change_is_kept_beside_it(before: str) -> None:
    await migrate(before, keyring=KEYRING)
    found = await _all(before)
    _, called_back = found["lesson sail 30"]
    assert called_back.value("ongoing") == "yes"
    assert [fact.value for fact in called_back.marks["ongoing"]] == ["no"]
    _, saw = found["trout sunset 30"]
    assert [fact.value for fact in saw.marks["situation"]] == ["saw"]
    _, trial = found["saddle balcony 10"]
    assert trial.people.names == ("Асель Небывалова",)  # of whom no row was stored before


async def test_who_accepted_and_then_did_nothing_is_noted_at_the_offer(before: str) -> None:
    await migrate(before, keyring=KEYRING)
    database = await Database.open(before, KEYRING)
    async with database.read(NOW) as tx:
        lapsed = [alert for alert in await tx.alerts.select() if alert.lapsed_at is not None]
        lines = [line for line in await tx.timeline.select() if line.kind == "no_first_action"]
    await database.close()
    assert [(alert.member_id, alert.lapsed_at) for alert in lapsed] == [
        (line.details["member"], line.at) for line in lines
    ]
    assert len(lapsed) == 1


@pytest.mark.parametrize(("keyring", "error"), [(None, KeyNeeded), (Keyring.parse(new_key()), WrongKey)])
async def test_without_the_key_nothing_is_changed_and_the_message_says_what_to_do(
    before: str, keyring: Keyring | None, error: type[Exception]
) -> None:
    with pytest.raises(error, match="DABYL_KEY"):
        await migrate(before, keyring=keyring)
    assert (
        await run(before, lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar())
        == "0004"
    )
    assert await run(before, lambda c: c.execute(text("SELECT count(*) FROM detainees")).scalar()) == 4
    await migrate(before, keyring=KEYRING)


DIES = """
import asyncio, os, signal, sys
from storage import carry_over
from storage.migrate import migrate
from storage.sealing import Keyring
carry_over.PORTION = 2
def die(done, total):
    if done == 4:
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(migrate(sys.argv[1], keyring=Keyring.parse(sys.argv[2]), progress=die))
"""


async def test_killed_in_its_middle_it_goes_on_and_nothing_is_lost_or_doubled(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", DIES, before, KEY)
    assert await process.wait() == -signal.SIGKILL
    with pytest.raises(NotMigrated, match="Run `dabyl migrate` again"):
        await Database.open(before, KEYRING)
    with pytest.raises(KeyNeeded):
        await migrate(before)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(carry_over, "PORTION", 3)
    await migrate(before, keyring=KEYRING, progress=lambda done, total: told.append((done, total)))
    assert told == [(4, 11), (7, 11), (10, 11), (11, 11)]
    assert (await run(before, _counted)) == ROWS
    for case, view in (await _all(before)).values():
        assert _follows(view) == {name: getattr(case, name) for name in _follows(view)}


def _counted(connection: Connection) -> dict[str, int]:
    names = ("claims", "persons", "links")
    return {
        name: len(connection.execute(select(column("id")).select_from(table(name))).all()) for name in names
    }


async def test_an_earlier_program_refuses_what_has_claims(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await migrate(before, keyring=KEYRING)
    earlier = revisions()[revisions().index("0004") :]
    monkeypatch.setattr("storage.revision.revisions", lambda: earlier)
    with pytest.raises(NewerDatabase):
        await Database.open(before, KEYRING)
    with pytest.raises(NewerDatabase):
        await migrate(before, keyring=KEYRING)
