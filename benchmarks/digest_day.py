"""The digest of a day on which 5,500 were detained, with more and more years stored: python -m benchmarks.digest_day

SQLite in a temporary folder, the rows written by the bot's own maps: cases, the reports that feed them, three offers each.
Processor time: of counting the day, of wording and drawing it in one language, and of what coordinators read.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, load
from core.casework.claims import ReportLink
from core.digest.figures import figures_to_data
from core.model import Case, Digest, Offer, Report
from core.roster.person_row import RosterRow
from core.values import Precision
from core.vocabulary import CaseState, OfferState, RecordKind, ReportState, Role
from handlers.casework import roster
from handlers.daily import digest_figures
from handlers.daily.edition import coordinators_part, make_edition
from handlers.people import addresses
from playground.server import TOKEN as TOKEN_VALUE
from storage.migrate import migrate
from storage.sealing import new_key
from storage.transaction import Transaction

WORST, A_DAY, A_YEAR = 5_500, 30, 365
YEARS = (0, 1, 3, 10)
TIMES = 5
DAY = timedelta(days=1)
PORTION = 5_000
CONFIG = """\
[storage]
url = "sqlite+aiosqlite:///{file}"
"""


@dataclass(frozen=True)
class Took:
    """Milliseconds of the processor, all threads together; the median of TIMES."""

    stored: int
    counted: float
    edition: float
    private: float
    units: int


def moments(now: datetime, years: Sequence[int]) -> Iterator[datetime]:
    """When the cases of these years were opened; of no year the worst day, which ends now."""
    for year in years:
        if not year:
            yield from (now - DAY * random.random() for _ in range(WORST))
            continue
        for day in range((year - 1) * A_YEAR + 1, year * A_YEAR + 1):
            yield from (now - day * DAY - DAY * random.random() for _ in range(A_DAY))


async def write(tx: Transaction, member: int, regions: Sequence[str], opened: Sequence[datetime]) -> None:
    """A case at each moment, with what hangs on it; what is older than a week is closed."""
    for at in opened:
        old = tx.now - at > 7 * DAY
        case = Case(
            tx.new_id(),
            f"code {tx.new_id()}",
            RecordKind.DEPRIVATION,
            CaseState.CLOSED if old else CaseState.OPEN,
            at,
            "other",
            "ru",
            alerting=True,
            region=random.choice(regions),
            started_at=at,
            started_precision=Precision.HOUR,
            happened_on=at.date(),
            identified=random.randrange(2),
            unidentified_min=random.randrange(3),
            closed_at=at + DAY if old else None,
            outcome="released" if old else None,
        )
        address = await addresses.of_chat(tx, str(case.id))
        report = Report(tx.new_id(), address.id, ReportState.OPEN, at, "ru", case.id, opened_at=at)
        tx.cases.add(case)
        tx.reports.add(report)
        tx.links.add(ReportLink(tx.new_id(), report.id, case.id, 0, at, "opened"))
        for _ in range(3):
            tx.alerts.add(Offer(tx.new_id(), case.id, member, 0, 0, OfferState.EXPIRED, at))


async def measure(app: program.App, stored: int) -> Took:
    """The digest of today."""
    times: list[tuple[float, float, float]] = []
    found = None
    for _ in range(TIMES):
        now = app.clock.now()
        today = now.astimezone(app.service.zone).date()
        async with app.database.write(now) as tx:
            begun = time.process_time()
            last = await digest_figures.newest_digest(tx)
            figures = await digest_figures.count(tx, app.service, last, now)
            counted = time.process_time()
            tx.digests.add(Digest(today + DAY, figures.covers_from, now, figures=figures_to_data(figures)))
            found = await make_edition(tx, app.service, today + DAY, "ru")
            drawn = time.process_time()
            await coordinators_part(tx, app.service, figures, today, "ru")
            times.append((counted - begun, drawn - counted, time.process_time() - drawn))
            added = await tx.digests.get(today + DAY)
            assert added is not None
            tx.digests.remove(added.day)
            assert figures.new.detentions == WORST, figures.new
    assert found is not None
    counting_it, drawing_it, private = (1000 * statistics.median(one) for one in zip(*times, strict=True))
    return Took(stored, counting_it, drawing_it, private, len(found.text))


async def main() -> None:
    """Measure with each number of years before."""
    with tempfile.TemporaryDirectory(prefix="dabyl-digest-") as folder:
        config = Path(folder, "config.toml")
        config.write_text(CONFIG.format(file=Path(folder, "dabyl.db")))
        settings = load(config, {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()})
        await migrate(settings.storage.url)
        async with program.open_app(settings, RealClock()) as app:
            now = app.clock.now()
            async with app.database.write(now) as tx:
                row = RosterRow(7, Role.LAWYER, "Made-up", ("ru",), ("almaty",), True, "", False)
                await roster.save_rows(tx, app.service, [row])
                end = now - DAY - timedelta(minutes=5)
                figures = await digest_figures.count(tx, app.service, None, end)
                tx.digests.add(Digest(end.date(), end - DAY, end, end, figures_to_data(figures)))
            async with app.database.read(now) as tx:
                member = (await tx.members.select())[0].id
            stored, before = 0, -1
            for years in YEARS:
                opened = list(moments(now, range(before + 1, years + 1)))
                before = years
                for first in range(0, len(opened), PORTION):
                    async with app.database.write(now) as tx:
                        await write(
                            tx, member, list(app.service.gazetteer.regions), opened[first : first + PORTION]
                        )
                stored += len(opened)
                print(await measure(app, stored), flush=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
