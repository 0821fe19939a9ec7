"""What a seal holds cannot be told from its length: the answers of one question are sealed alike."""

from msgspec.structs import replace
from sqlalchemy import select

from core.casework.claim_kinds import SITUATIONS
from core.vocabulary import DialogueState
from storage.database import Database
from storage.schema import claims, dialogues, entries
from tests.storage.samples import NOW, SAMPLES

BEFORE = ("addresses", "members", "cases", "reports")


async def test_the_situations_have_seals_of_one_length(database: Database) -> None:
    async with database.write(NOW) as tx:
        for name in BEFORE:
            getattr(tx, name).add(SAMPLES[name])
        for n, situation in enumerate(SITUATIONS, start=100):
            said = {"data": f"report/situation:{situation}"}
            answers = {
                "situation": {"value": situation, "source": "tap", "at": NOW.isoformat(), "entry": None}
            }
            tx.claims.add(replace(SAMPLES["claims"], id=n, value=situation, entry_id=None))
            tx.entries.add(replace(SAMPLES["entries"], id=n, payload=said))
            tx.dialogues.add(
                replace(SAMPLES["dialogues"], id=n, state=DialogueState.FINISHED, answers=answers)
            )
    async with database.read(NOW) as tx:
        for column in (claims.c.value, entries.c.payload, dialogues.c.answers):
            sealed = (await tx.execute(select(column))).scalars().all()
            assert len(sealed) == len(SITUATIONS) > 5
            assert len({len(one) for one in sealed}) == 1, column
        assert {claim.value for claim in await tx.claims.select()} == set(SITUATIONS)
