"""Reports that the real bot handles without a network: whole ones, of any number of people, and some that are closed."""

import json
import time
from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from benchmarks.measure import LAWYERS, SAYS
from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import Settings
from bot.messengers.telegram.parsing import parse
from core.digest.figures import figures_to_data
from core.model import Digest
from core.roster.person_row import RosterRow
from core.vocabulary import OfferState, Role
from handlers import dispatch
from handlers.casework import roster
from handlers.daily import digest_figures
from storage import inbox
from storage.migrate import migrate
from storage.schema import reports as reports_table

ORIGINALS = 20  # reports that set_up leaves behind
BATCH = 32  # updates a transaction, as under load
people = count(100_000)
numbers = count(1)


async def report(app: program.App, reports: int) -> tuple[float, float]:
    """Whole reports of different people, mixed. Processor seconds and statements of one."""
    reporters = [next(people) for _ in range(reports)]
    updates = [said(person, text) for text in SAYS for person in reporters]
    begun, statements = time.process_time(), 0
    for first in range(0, len(updates), BATCH):
        statements += await handle(app, updates[first : first + BATCH])
    cpu = time.process_time() - begun
    async with app.database.read(app.clock.now()) as tx:
        opened = [
            one
            for one in await tx.reports.select(order_by=reports_table.c.id.desc(), limit=reports)
            if one.case_id
        ]
    assert len(opened) == reports, f"{len(opened)} of {reports} reports opened a case"
    return cpu / reports, statements / reports


async def handle(app: program.App, updates: Sequence[dict[str, Any]]) -> int:
    """Store, handle and mark them, as the inbox does. How many statements it took."""
    rows = [(update["update_id"], json.dumps(update).encode()) for update in updates]
    async with app.database.write(app.clock.now()) as tx:
        await inbox.store(tx, "telegram", rows)
        await tx.flush()
        statements = tx.statements
    async with app.database.write(app.clock.now()) as tx:
        found = await inbox.next_open(tx, BATCH)
        incoming = [parse(row.raw) for row in found]
        await dispatch.prefetch(tx, app.service, incoming)
        for row, one in zip(found, incoming, strict=True):
            await dispatch.handle(tx, app.service, one, row.received_at)
        await inbox.mark_done(tx, [row.id for row in found])
        await tx.flush()
        return statements + tx.statements


async def set_up(settings: Settings) -> None:
    """The roster, yesterday's digest, and a few reports that lawyers took and closed."""
    await migrate(settings.storage.url)
    async with program.open_app(settings, RealClock()) as app:
        async with app.database.write(app.clock.now()) as tx:
            row = (Role.LAWYER, "Made-up", ("ru",), ("almaty",), True, "", False)
            await roster.save_rows(tx, app.service, [RosterRow(number, *row) for number in LAWYERS])
            end = tx.now - timedelta(days=1)
            figures = figures_to_data(await digest_figures.count(tx, app.service, None, end))
            tx.digests.add(Digest(end.date(), end - timedelta(days=1), end, end, figures))
        await report(app, ORIGINALS)
        async with app.database.read(app.clock.now()) as tx:
            offers = {
                alert.case_id: alert
                for alert in await tx.alerts.select()
                if alert.state is OfferState.OFFERED
            }
            lawyers = {}
            for alert in offers.values():
                member = await tx.members.get(alert.member_id)
                assert member is not None
                address = await tx.addresses.get(member.address_id)
                assert address is not None
                lawyers[alert.id] = int(address.chat)
        for case, alert in offers.items():
            for data in (f"accept:{alert.id}", f"first:{case}:contacted", f"closed:{case}:released"):
                await handle(app, [pressed(lawyers[alert.id], data)])
        async with app.database.read(app.clock.now()) as tx:
            closed = [case.state for case in await tx.cases.select()]
            assert closed == ["closed"] * ORIGINALS, closed


def said(person: int, text: str) -> dict[str, Any]:
    """The update of a message."""
    number = next(numbers)
    chat = {"id": person, "type": "private", "first_name": "Made-up"}
    sender = {"id": person, "is_bot": False, "first_name": "Made-up", "language_code": "ru"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender, "text": text}
    return {"update_id": number, "message": message}


def pressed(person: int, data: str) -> dict[str, Any]:
    """The update of a pressed button."""
    update = said(person, "a card")
    query = {
        "id": str(update["update_id"]),
        "from": update["message"]["from"],
        "chat_instance": "1",
        "data": data,
    }
    return {"update_id": update["update_id"], "callback_query": {**query, "message": update["message"]}}
