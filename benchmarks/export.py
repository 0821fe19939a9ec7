"""An export of 100,000 cases: .venv/bin/python -m benchmarks.export [--cases 100000] [--format json --format csv]

SQLite in a temporary folder, the rows written by the bot's own maps: of each case a report with ten claims and three
messages, of every fifth two, three claims of members and a history of five lines; every tenth is one of an incident. Then
``dabyl export`` is run as a process of its own, sealed, and looked at: seconds by the clock and of the processor, the most
memory it had, and the size of the file.
"""

import argparse
import asyncio
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, load
from core.casework.claims import Claim, ReportLink, SourceKind
from core.model import Case, Entry, Person, Report
from core.records.incidents import Incident, IncidentLink, IncidentRule
from core.timeline import TimelineKind
from core.values import (
    Consent,
    Contact,
    CountKind,
    Moment,
    People,
    Place,
    Precision,
    Value,
    value_to_data,
)
from core.vocabulary import CaseState, RecordKind, ReportState
from handlers.people import addresses
from playground.server import TOKEN as TOKEN_VALUE
from storage import timeline
from storage.migrate import migrate
from storage.sealing import new_key
from storage.transaction import Transaction

PORTION = 1_000
MINUTE = timedelta(minutes=30)
WORDS = (
    "police took Dana Made-Up in front of the monument",
    "the second station, I think",
    "nobody tells us anything",
)
HISTORY = (
    TimelineKind.OPENED,
    TimelineKind.ACCEPTED,
    TimelineKind.CONTACTED,
    TimelineKind.NOTED,
    TimelineKind.CLOSED,
)
CONFIG = """\
[storage]
url = "sqlite+aiosqlite:///{file}"
"""


@dataclass(frozen=True)
class Took:
    """One export."""

    formats: str
    seconds: float
    processor: float
    megabytes: float  # of memory at most
    file: float


def said(at: datetime, cities: Sequence[str]) -> list[tuple[str, Value]]:
    """What one report says."""
    started = Moment(at - timedelta(hours=2), Precision.MINUTE, exact=True)
    return [
        ("situation", "other"),
        ("place", Place(random.choice(cities), text="at the made-up monument")),
        ("count", People(count=random.choice((1, 2, 3)), kind=CountKind.EXACT)),
        ("started", started),
        ("ongoing", "yes"),
        ("contact", Contact("+77000000001")),
        ("link", random.choice(("relative", "witness"))),
        ("publication", Consent(random.choice(("yes", "no")), 1, "ru")),
        ("taken", "to the made-up station"),
    ]


async def write(tx: Transaction, moments: Sequence[datetime], cities: Sequence[str], incident: int) -> None:
    """A case at each moment, with what hangs on it."""
    for number, at in enumerate(moments):
        case_id = tx.new_id()
        tx.cases.add(
            Case(case_id, f"code {case_id}", RecordKind.DEPRIVATION, CaseState.OPEN, at, "other", "ru")
        )
        for _ in range(1 + (number % 5 == 0)):
            address = await addresses.of_chat(tx, str(tx.new_id()))
            report = Report(tx.new_id(), address.id, ReportState.OPEN, at, "ru", case_id, opened_at=at)
            person = Person(tx.new_id(), None, report.id, at)
            tx.reports.add(report)
            tx.persons.add(person)
            tx.links.add(ReportLink(tx.new_id(), report.id, case_id, 0, at, "opened"))
            for words in WORDS:
                tx.entries.add(Entry(tx.new_id(), report.id, at, "words", {"text": words}))
            for kind, value in [*said(at, cities), ("name", f"Made-up Dana {number}")]:
                when = value.at if isinstance(value, Moment) else None
                tx.claims.add(
                    Claim(tx.new_id(), None, report.id, kind, value_to_data(value), SourceKind.REPORT, report.id, at,
                          person_id=person.id if kind == "name" else None, at=when)
                )  # fmt: skip
        for kind, value in (("alarm", "yes"), ("act", "detention"), ("verification", "likely")):
            tx.claims.add(
                Claim(
                    tx.new_id(), case_id, None, kind, value_to_data(value), SourceKind.MEMBER, 1, at + MINUTE
                )
            )
        for line in HISTORY:
            await timeline.append(tx, case_id, 0, line, {"reason": "made up"})
        if number % 10 == 0:
            tx.incident_links.add(IncidentLink(tx.new_id(), incident, case_id, 1, at, IncidentRule.HAND))


async def store(config: Path, wanted: int, environment: dict[str, str]) -> None:
    """So many cases, over ten years."""
    settings = load(config, environment)
    await migrate(settings.storage.url)
    async with program.open_app(settings, RealClock()) as app:
        now = app.clock.now()
        cities = [city.id for city in app.service.gazetteer.places.cities]
        incident = 0
        async with app.database.write(now) as tx:
            incident = tx.new_id()
            tx.incidents.add(
                Incident(incident, "a made-up one", IncidentRule.HAND, now - timedelta(days=3650), 1)
            )
        for first in range(0, wanted, PORTION):
            apart = timedelta(days=3650) / wanted
            moments = [
                now - apart * (wanted - number) for number in range(first, min(first + PORTION, wanted))
            ]
            async with app.database.write(now) as tx:
                await write(tx, moments, cities, incident)


def export(config: Path, formats: Sequence[str], environment: dict[str, str]) -> Took:
    """One run of the command."""
    target = config.parent / "export.dabyl"
    command = [sys.executable, "-c", "from bot.cli.main import main; main()", "export"]
    command += ["--config", str(config), "--to", str(target)]
    command += [part for name in formats for part in ("--format", name)]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, resident(process.pid))
        time.sleep(0.1)
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.returncode == 0, process.returncode
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = target.stat().st_size / 1e6
    target.unlink()
    return Took(" ".join(formats) or "all", seconds, used, most / 1e6, size)


def resident(process: int) -> int:
    """The most memory that this process has had, in bytes; 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(peak.split()[1]) * 1024


def main(cases: int, formats: Sequence[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="dabyl-export-") as folder:
        config = Path(folder, "config.toml")
        config.write_text(CONFIG.format(file=Path(folder, "dabyl.db")))
        environment = {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()}
        asyncio.run(store(config, cases, environment))
        print(f"{cases} cases are stored", flush=True)
        for some in [formats] if formats else [["json", "csv"], []]:
            print(export(config, some, environment), flush=True)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--cases", type=int, default=100_000, help="how many cases (default: 100,000)")
    arguments.add_argument("--format", action="append", default=[], help="json, csv, uwazi, days, xlsx")
    given = arguments.parse_args()
    main(given.cases, given.format)
