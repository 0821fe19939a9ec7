"""People in cases are found without their names being read: the hashes follow what is said, and go with the case."""

from datetime import timedelta

from sqlalchemy import delete

from core.matching.name_tokens import name_tokens
from core.matching.search_blocks import KnownPerson, blocks_to_store
from core.model import Case
from core.resources.name_files import load_name_rules
from handlers import timing
from handlers.casework import name_index
from storage import key_rotation
from storage.database import Database
from storage.schema import cases
from storage.sealing import Keyring, new_key
from storage.transaction import Transaction
from tests.casework.story_desk import Desk

TOLD = "Police took Yerlan Kassymov in Almaty an hour ago"
RULES = load_name_rules()


async def found(tx: Transaction, name: str, place: str = "almaty", phone: str = "") -> set[int]:
    """The cases that have a hash of this name, as it is looked for on the day of the tests."""
    (case, *_) = await tx.cases.select()
    day = (case.happened_on or case.opened_at.date(),)
    known = KnownPerson(name_tokens(name, RULES), place, day, (phone,) if phone else ())
    hashes = {name_index.hash_of(tx, through, text) for through, text in blocks_to_store(known)}
    rows = [row for row in await tx.name_blocks.select() if row.hash in hashes]
    return {row.case_id for row in rows}


async def test_whoever_is_named_is_found_in_any_spelling(desk: Desk) -> None:
    await desk.reports(TOLD)
    async with desk.reading() as tx:
        case = (await desk.case()).id
        assert await found(tx, "Касымов Ерлан") == {case}
        assert await found(tx, "Ерлан") == {case}
        assert await found(tx, "Айдос Сапаров") == set()
        assert await found(tx, "Ерлан", "aktau") == set()


async def test_a_corrected_name_and_another_city_are_followed(desk: Desk) -> None:
    rita = await desk.reports(TOLD)
    await rita.corrects(1, "Police took Aidos Saparov in Aktau an hour ago")
    async with desk.reading() as tx:
        case = (await desk.case()).id
        assert await found(tx, "Айдос Сапаров", "aktau") == {case}
        assert await found(tx, "Ерлан Касымов") == set()


async def test_a_phone_finds_the_case(desk: Desk) -> None:
    await desk.reports(f"{TOLD}, call +77010001122")
    async with desk.reading() as tx:
        assert await found(tx, "", phone="+77010001122") == {(await desk.case()).id}


async def test_nothing_of_a_name_stands_in_a_hash_and_another_key_makes_others(desk: Desk) -> None:
    await desk.reports(TOLD)
    async with desk.reading() as tx:
        rows = await tx.name_blocks.select()
        assert all(len(row.hash) == 32 and b"ARLN" not in row.hash for row in rows)
        assert tx.name_hash("A\0ARLN KZM") != tx.keyed_hash("A", "ARLN KZM")
        assert {row.key for row in rows} == {tx.names_key}


async def test_with_the_case_all_of_it_goes(desk: Desk) -> None:
    await desk.reports(TOLD)
    case: Case = await desk.case()
    async with desk.database.write(desk.now) as tx:
        for table in ("claims", "links", "alerts", "timeline"):
            rows = getattr(tx, table)
            for row in await rows.by(case_id=case.id):
                rows.remove(row.id)
        for report in await tx.reports.by(case_id=case.id):
            for entry in await tx.entries.by(report_id=report.id):
                for message in await tx.messages.by(entry_id=entry.id):
                    tx.messages.remove(message.id)
                tx.entries.remove(entry.id)
            for claim in await tx.claims.by(report_id=report.id):
                tx.claims.remove(claim.id)
            for person in await tx.persons.by(report_id=report.id):
                tx.persons.remove(person.id)
            for link in await tx.links.by(report_id=report.id):
                tx.links.remove(link.id)
            tx.reports.remove(report.id)
        await tx.flush()
        await tx.execute(delete(cases).where(cases.c.id == case.id))
    async with desk.reading() as tx:
        assert not await tx.name_blocks.select()


async def test_after_a_rotation_the_hashes_are_made_anew_at_the_next_start(
    desk: Desk, keyring: Keyring
) -> None:
    for name in ("Yerlan Kassymov", "Aidos Saparov", "Dana Isayeva"):
        await desk.reports(f"Police took {name} in Almaty an hour ago")
    async with desk.reading() as tx:
        before = {row.hash for row in await tx.name_blocks.select()}
    newest = new_key()
    url = str(desk.database.engine.url)
    await desk.database.close()
    desk.database = await Database.open(url, _with(keyring, newest))
    await key_rotation.reseal(desk.database, desk.now)
    await desk.database.close()
    desk.database = await Database.open(url, _with(keyring, newest))
    async with desk.database.write(desk.now) as tx:
        await timing.on_started(tx, desk.service)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        rows = await tx.name_blocks.select()
        assert {row.key for row in rows} == {tx.names_key}
        assert before.isdisjoint({row.hash for row in rows})
        assert len(await found(tx, "Ерлан Касымов")) >= 1
    await desk.database.close()


async def test_cases_of_an_earlier_version_are_found_after_the_next_start(desk: Desk) -> None:
    await desk.reports(TOLD)
    async with desk.database.write(desk.now) as tx:
        for row in await tx.name_blocks.select():
            tx.name_blocks.remove(row.id)
    async with desk.database.write(desk.now) as tx:
        await timing.on_started(tx, desk.service)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        assert await found(tx, "Ерлан Касымов") == {(await desk.case()).id}
    desk.now += timedelta(minutes=1)


def _with(keyring: Keyring, newest: str) -> Keyring:
    ring = Keyring.parse(newest)
    ring._ring.update(keyring._ring)
    return ring
