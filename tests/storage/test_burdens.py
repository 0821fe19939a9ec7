"""What members have to do and when they were asked last: by one statement, with what the transaction itself changed."""

from datetime import timedelta

from msgspec.structs import replace

from core.vocabulary import CaseState, OfferState
from storage.database import Database
from storage.transaction import Transaction
from storage.workload import read_workloads
from tests.storage.samples import NOW, SAMPLES

MEMBER, CASE, ALERT = SAMPLES["members"], SAMPLES["cases"], SAMPLES["alerts"]
HOUR = timedelta(hours=1)


async def hold(database: Database) -> None:
    """Two members; the first has an open offer, an older one that lapsed, and a case in hand."""
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
        tx.members.add(replace(MEMBER, suspended_at=None))
        tx.members.add(replace(MEMBER, id=70, suspended_at=None))
        tx.cases.add(replace(CASE, state=CaseState.ACCEPTED, owner_id=MEMBER.id))
        offer = replace(ALERT, case_id=CASE.id, member_id=MEMBER.id, state=OfferState.OFFERED, offered_at=NOW)
        tx.alerts.add(offer)
        tx.alerts.add(replace(offer, id=71, state=OfferState.EXPIRED, offered_at=NOW - HOUR))


async def told(tx: Transaction) -> tuple[dict[int, int], dict[int, int], dict[int, object]]:
    """By member: offers, cases in hand, when they were asked last."""
    found = await read_workloads(tx)
    return dict(+found.offers), dict(+found.held), dict(found.asked_at)


async def test_what_is_open_and_when_somebody_was_asked_last_is_one_statement(database: Database) -> None:
    await hold(database)
    async with database.read(NOW) as tx:
        before = tx.statements
        assert await told(tx) == ({MEMBER.id: 1}, {MEMBER.id: 1}, {MEMBER.id: NOW})
        assert (await read_workloads(tx)).load == {MEMBER.id: 2}
        assert tx.statements == before + 1


async def test_what_the_transaction_changed_counts_and_is_not_written_for_it(database: Database) -> None:
    await hold(database)
    async with database.write(NOW) as tx:
        await told(tx)
        offer, case = await tx.alerts.get(ALERT.id), await tx.cases.get(CASE.id)
        assert offer is not None
        assert case is not None
        tx.alerts.put(replace(offer, state=OfferState.DECLINED))
        tx.cases.put(replace(case, state=CaseState.OPEN, owner_id=None))
        tx.alerts.add(replace(offer, id=72, member_id=70, offered_at=NOW + HOUR))
        before = tx.statements
        assert await told(tx) == ({70: 1}, {}, {MEMBER.id: NOW, 70: NOW + HOUR})
        assert tx.statements == before
        assert dict(+(await read_workloads(tx)).texts) == {
            MEMBER.id: 1,
            70: 1,
        }  # what was declined just now has rung
        await tx.flush()
        assert dict(+(await read_workloads(tx)).texts) == {MEMBER.id: 1, 70: 1}
        assert await told(tx) == ({70: 1}, {}, {MEMBER.id: NOW, 70: NOW + HOUR})


async def test_who_is_suspended_is_not_told_of(database: Database) -> None:
    await hold(database)
    async with database.write(NOW) as tx:
        member = await tx.members.get(MEMBER.id)
        assert member is not None
        tx.members.put(replace(member, suspended_at=NOW))
    async with database.read(NOW) as tx:
        assert await told(tx) == ({}, {}, {})
