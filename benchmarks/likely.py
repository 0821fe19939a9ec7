"""What it costs to look for cases that may be about one person: .venv/bin/python -m benchmarks.likely [--cases 100000]

SQLite in a temporary folder. The cases are made-up ones with a name and a city, of days one after the other, 300 a day, and
the last day is the one of tests.matching.day: of each of its people one report is a case, and the others are looked for.
Printed: processor time, statements and cases opened a look, at a tenth of the cases and at all of them, in one run.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from bot.building import build_service
from bot.config.settings import KEY, TOKEN, Settings, load
from core.casework.claims import Claim, ReportLink, SourceKind
from core.matching.name_tokens import name_tokens
from core.matching.search_blocks import KnownPerson
from core.model import Address, Case, Person, Report
from core.values import Place, value_to_data
from core.vocabulary import CaseState, RecordKind, ReportState
from handlers.cards.case_loading import view_of
from handlers.casework import name_index
from handlers.service import Service
from playground.server import TOKEN as TOKEN_VALUE
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from storage.transaction import Transaction
from tests.matching.day import DAY, Told, reports

PEOPLE = 1_500  # of the last day, about whom it is asked
A_DAY = 300  # cases of the days before
CHUNK = 500
LOOKS = 400


def settings_in(folder: str) -> Settings:
    """Of a bot that sends nothing."""
    file = Path(folder, "config.toml")
    file.write_text(f'[storage]\nurl = "sqlite:///{folder}/dabyl.db"\n', encoding="utf-8")
    return load(file, {TOKEN: TOKEN_VALUE, KEY: new_key()}, ())


def cases_of(count: int, seed: int) -> Iterator[Told]:
    """So many of the days before, the newest last."""
    for number, one in enumerate(islice(reports(count, each=1, seed=seed), count)):
        yield replace(one, day=DAY - timedelta(days=1 + number // A_DAY))


async def fill(database: Database, service: Service, told: Sequence[Told]) -> None:
    """A case of each."""
    for first in range(0, len(told), CHUNK):
        async with database.write(datetime.now(UTC)) as tx:
            for one in told[first : first + CHUNK]:
                await _case(tx, service, one)


async def _case(tx: Transaction, service: Service, one: Told) -> None:
    at = datetime.combine(one.day, datetime.min.time(), UTC) + timedelta(hours=6)
    case_id, report_id, address_id, person_id = (tx.new_id() for _ in range(4))
    tx.addresses.add(Address(address_id, tx.lookup("telegram", str(address_id)), "telegram", "1", True, at))
    case = Case(
        case_id, str(case_id), RecordKind.DEPRIVATION, CaseState.OPEN, at, "other", "ru", city=one.city
    )
    case = tx.cases.add(replace(case, happened_on=one.day))
    tx.reports.add(Report(report_id, address_id, ReportState.OPEN, at, "ru", case_id))
    tx.links.add(ReportLink(tx.new_id(), report_id, case_id, 0, at, "opened"))
    tx.persons.add(Person(person_id, case_id, None, at))
    said = {
        "situation": "other",
        "place": value_to_data(Place(one.city)),
        "link": "relative",
        "ongoing": "yes",
    }
    for kind, value in (*said.items(), ("name", one.name)):
        person = person_id if kind == "name" else None
        claim = Claim(
            tx.new_id(), None, report_id, kind, value, SourceKind.REPORT, report_id, at, person_id=person
        )
        tx.claims.add(claim)
    await name_index.update(tx, service, case, await view_of(tx, case))


async def look(database: Database, service: Service, asked: Sequence[Told]) -> tuple[list[float], float]:
    """Milliseconds of processor time of each look, and the statements of one."""
    times, statements = [], 0
    for one in asked:
        async with database.read(datetime.now(UTC)) as tx:
            begun = time.process_time()
            await name_index.find_likely_cases(tx, service, _known(service, one))
            times.append(1000 * (time.process_time() - begun))
            statements += tx.statements
    return times, statements / len(asked)


def _known(service: Service, one: Told) -> KnownPerson:
    days: tuple[date, ...] = (one.day,)
    return KnownPerson(name_tokens(one.name, service.name_rules), one.city, days)


async def main(count: int) -> None:
    """Fill, look, fill, look, print."""
    last = reports(PEOPLE, each=2)
    seen: set[int] = set()
    kept = [one for one in last if not (one.person in seen or seen.add(one.person))]  # type: ignore[func-returns-value]
    asked = [one for one in last if one not in kept][:LOOKS]
    before = list(cases_of(count - len(kept), seed=7))
    with tempfile.TemporaryDirectory(prefix="dabyl-likely-") as folder:
        settings = settings_in(folder)
        await migrate(settings.storage.url)
        service = build_service(settings)
        assert settings.key is not None
        database = await Database.open(settings.storage.url, Keyring.parse(settings.key.get_secret_value()))
        await fill(database, service, kept)
        tenth = count // 10 - len(kept)
        for part in (before[-tenth:], before[:-tenth]):
            await fill(database, service, part)
            times, statements = await look(database, service, asked)
            async with database.read(datetime.now(UTC)) as tx:
                stored = await tx.cases.count()
            print(
                f"{stored} cases: median {statistics.median(times):.1f} ms, "
                f"p95 {sorted(times)[len(times) * 95 // 100]:.1f} ms of processor time, "
                f"{statements:.1f} statements"
            )
        await database.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--cases", type=int, default=100_000, help="how many (default: 100,000)")
    asyncio.run(main(arguments.parse_args().cases))
