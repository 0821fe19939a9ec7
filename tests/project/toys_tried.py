"""Tries every toy in the tree in which it is built. Run there; prints as JSON what became of each: empty, or what failed.

Everything is real but the network: words, places, dispatch, cards, transactions on SQLite.
"""

import asyncio
import json
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from bot.building import build_service
from bot.config.settings import load
from bot.loops.inbox import Inbox
from core import model
from core.casework.case_view import view_case
from core.resources.paper_checks import paper_mistakes
from core.resources.paper_files import Papers
from core.resources.station_files import load_stations
from handlers import timing
from handlers.casework import facts
from handlers.people import addresses
from storage import inbox
from storage.database import Database
from storage.migrate import migrate
from storage.schema import outbox
from storage.sealing import Keyring, new_key
from tests.casework.exported import exported
from tests.casework.exporting import test_export_codes
from tests.casework.story_desk import Desk
from tests.dispatch.matrix import forgotten
from tests.dispatch.stage import CONFIG
from tests.storage.samples import SAMPLES

HELD_IN_ALMATY = "police took Dana Made-Up in Almaty"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a toy is tried."""

    desk: Desk
    folder: Path
    file: Path  # of the database


async def question(place: Place) -> None:
    """Its words are found, a tap is its answer, the answer is a claim, and stands on the card."""
    desk = place.desk
    marat, rita = await desk.lawyer(), await desk.reports(HELD_IN_ALMATY)
    for _ in range(15):
        if rita.count("Was it filmed?"):
            break
        await rita.presses(desk.service.words.say("en", "form-skip"))
    await rita.presses("On film")
    async with desk.reading() as tx:
        claims = await tx.claims.by(report_id=(await desk.report()).id)
    assert view_case(claims, desk.now).value("filmed") == "yes"
    await marat.presses("I'll take it")
    marat.sees("Film: On film")


async def kind(place: Place) -> None:
    """What somebody claims stands on the card."""
    desk = place.desk
    marat = await desk.lawyer()
    await desk.reports(HELD_IN_ALMATY)
    await marat.presses("I'll take it")
    case, member = await desk.case(), await desk.membership(marat)
    async with desk.writing() as tx:
        said = facts.member_claim(tx, case, member, "guarded", "two men")
        await facts.record(tx, desk.service, case, said)
    await marat.writes("/cases")
    await marat.writes(f"/case {case.code}")
    marat.sees("Guarded by: two men")


async def export(place: Place) -> None:
    """It stands in its column, its value in the codebook, and the handbook names both."""
    await question(place)
    made = await exported(place.desk)
    (record,) = made.records("cases")
    assert record["filmed"] == "yes"
    assert [row["en"] for row in made.rows("csv/codebook.csv") if row["field"] == "filmed"] == [
        "On film",
        "Unseen",
    ]
    test_export_codes.test_the_handbook_names_every_table_and_column()


async def command(place: Place) -> None:
    """Those who may are answered, others are refused, the matrix tries it."""
    olga, rita = await place.desk.coordinator(), place.desk.person()
    await olga.writes("/shout hello")
    olga.sees("HELLO!")
    await rita.writes("/shout hello")
    rita.sees_nothing_of("HELLO")
    assert forgotten() == []


async def button(place: Place) -> None:
    """It is on the card; whoever may is answered, whoever may not is refused; the matrix tries it."""
    desk = place.desk
    marat, aida = await desk.lawyer(), await desk.lawyer("Aida")
    await desk.reports(HELD_IN_ALMATY)
    await marat.presses("I'll take it", "Wave")
    case = await desk.case()
    marat.sees(f"You waved at {case.code}.")
    await aida.presses_data(f"wave:{case.id}")
    aida.sees(desk.service.words.say("en", "case-not-yours"))
    aida.sees_nothing_of("You waved")
    assert forgotten() == []


async def line(place: Place) -> None:
    """Whoever has the case reads it below its facts; whoever is only asked does not."""
    desk = place.desk
    marat = await desk.lawyer()
    await desk.reports(HELD_IN_ALMATY)
    marat.sees_nothing_of("Rain at")
    await marat.presses("I'll take it")
    marat.sees(f"Rain at {(await desk.case()).code}\n\n{desk.service.words.say('en', 'case-words')}")


async def timer(place: Place) -> None:
    """A start sets it, and it comes every day."""
    desk = place.desk
    marat = await desk.lawyer()
    async with desk.writing() as tx:
        await timing.on_started(tx, desk.service)
    await desk.later(hours=49)
    assert marat.count("Stretch.") == 2


async def form(place: Place) -> None:
    """A command begins it, a tap answers, and what follows follows; left alone it ends."""
    rita, sam = place.desk.person(), place.desk.person("Sam")
    await rita.writes("/survey")
    await sam.writes("/survey")
    await rita.presses("Good")
    rita.sees("So you are good.")
    await place.desk.later(hours=1)
    await sam.presses("Bad")
    sam.sees_nothing_of("So you are")
    assert forgotten() == []


async def table(place: Place) -> None:
    """A row comes back as it was; in the file its words are not to be read."""
    desk, remark = place.desk, SAMPLES["remarks"]
    await desk.reports(HELD_IN_ALMATY)
    case = await desk.case()
    remark = replace(remark, case_id=case.id)
    async with desk.database.write(desk.now) as tx:
        tx.remarks.add(remark)  # type: ignore[attr-defined]  # of the toy
    async with desk.database.read(desk.now) as tx:
        assert await tx.remarks.by(case_id=case.id) == [remark]  # type: ignore[attr-defined]
    assert type(remark) is model.Remark  # type: ignore[attr-defined]
    with sqlite3.connect(place.file) as raw:
        ((kept,),) = raw.execute("SELECT words FROM remarks").fetchall()
    raw.close()
    assert remark.words.encode() not in kept


async def word(place: Place) -> None:
    """It is heard."""
    await place.desk.reports("my brother went up in smoke, Almaty")
    assert (await place.desk.case()).situation == "missing"


async def country(place: Place) -> None:
    """The settings take it, and a report from there finds its city and its lawyer."""
    file = place.folder / "kg.toml"
    config = CONFIG.replace('language = "en"', 'language = "en"\njurisdiction = "kg"')
    file.write_text(config.format(technician=1, folder=place.folder), encoding="utf-8")
    desk = Desk(place.desk.database, build_service(load(file, required=(), environ={})))
    marat = await desk.lawyer(cities=("toyville",))
    await desk.reports("police took Dana Made-Up in Toyville")
    case = await desk.case()
    assert (case.city, case.region) == ("toyville", "toyland")
    marat.sees("Toyville")
    (station,) = load_stations("kg", desk.service.gazetteer)
    assert (station.names["en"], station.city) == ("Toy Station", "toyville")
    assert paper_mistakes(Papers("kg")) == []
    assert [*Papers("kg").kinds] == ["greeting"]
    (place.folder / "greeting.ru.docx").write_bytes(b"no document")
    assert paper_mistakes(Papers("kg", place.folder))


async def messenger(place: Place) -> None:
    """The inbox reads its updates, and what they say opens a case; the answer waits for its address."""
    desk = place.desk
    main: Any = SimpleNamespace(name="telegram", abilities=desk.service.abilities["telegram"])
    clock: Any = SimpleNamespace(now=lambda: desk.now, elapsed=timedelta)
    operator: Any = None
    letters = import_module("bot.messengers.letters.client").Letters()
    loop = Inbox(desk.database, (main, letters), desk.service, clock, operator)
    async with desk.database.write(desk.now) as tx:
        await inbox.store(tx, "letters", [(1, f"box 7|{HELD_IN_ALMATY}".encode())])
    assert await loop._batch() == 1
    assert (await desk.case()).city == "almaty"
    async with desk.database.read(desk.now) as tx:
        address = await addresses.of_chat(tx, "box 7", messenger="letters")
        assert await tx.outgoing.select(outbox.c.address_id == address.id)
    assert desk.service.everywhere.text == 1000


TRIES: dict[str, Callable[[Place], Awaitable[None]]] = {
    "A question": question,
    "A kind of claim": kind,
    "An answer in the export": export,
    "A command": command,
    "A member's button": button,
    "A line on the card of a case": line,
    "A timer": timer,
    "A form": form,
    "A table with sealed columns": table,
    "A word in a language": word,
    "A country": country,
    "A messenger": messenger,
}


async def tried(folder: Path, template: Path, heading: str) -> str:
    """What failed; empty if nothing did."""
    config, file = folder / "config.toml", folder / f"{list(TRIES).index(heading)}.db"
    config.write_text(CONFIG.format(technician=1, folder=folder), encoding="utf-8")
    shutil.copy(template, file)
    database = await Database.open(f"sqlite:///{file}", Keyring.parse(new_key()))
    try:
        service = build_service(load(config, required=(), environ={}))
        await TRIES[heading](Place(Desk(database, service), folder, file))
    except Exception:  # noqa: BLE001 - whatever it is, the test shows it
        return traceback.format_exc()
    finally:
        await database.close()
    return ""


def main(folder: Path) -> None:
    """Try all of them in a folder."""
    template = folder / "template.db"
    asyncio.run(migrate(f"sqlite:///{template}"))
    found = {heading: asyncio.run(tried(folder, template, heading)) for heading in TRIES}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
