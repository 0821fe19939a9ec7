"""From a citizen's message to the lawyer's alert and the coordinator's board nothing old is read."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from storage.schema import metadata
from storage.statements import ForSqlite, Values
from tests.stories.staff import reports
from tests.world.world import World

pytestmark = pytest.mark.slow

FEW = {
    "members",
    "digests",
    "alarms",
    "boots",
    "timers",
    "secrets",
    "emergency_steps",
}  # however long the bot has run
WAITING = {"ix_outbox_waiting", "ix_cards_waiting"}  # of these indexes all is wanted that is in them
ONCE = {
    "ix_timeline_case_id",
    "ix_evidence_owner_id",
}  # counted before the first note of how many lines there are


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_between_a_message_and_the_alert_no_table_that_grows_is_read_from_end_to_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.member("Marat")
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    await coordinator.writes("/cases")
    await world.settle()
    said: dict[str, Any] = {}
    prepared = ForSqlite.parameters

    def note_prepared(statement: ForSqlite, values: Values) -> list[Any]:
        said[statement.sql] = prepared(statement, values)
        return prepared(statement, values)

    def note(_: Any, __: Any, statement: str, parameters: Any, ___: Any, many: bool) -> None:
        said[statement] = parameters[0] if many else parameters

    engine = world.app.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    monkeypatch.setattr(ForSqlite, "parameters", note_prepared)
    await reports(world, "two people detained in Almaty")
    monkeypatch.undo()
    event.remove(engine, "before_cursor_execute", note)
    await coordinator.expects("Almaty")
    steps = await plans(world, said)
    assert len(steps) > 30
    scans = {
        step for step in steps if step.startswith("SCAN") and step.split()[1] in metadata.tables.keys() - FEW
    }
    assert {step for step in scans if step.split()[-1] not in WAITING | ONCE} == set()


async def plans(world: World, said: dict[str, Any]) -> list[str]:
    """How SQLite goes about each of these statements, step by step."""
    async with world.app.database.read(world.clock.now()) as tx:
        explain: Callable[..., Any] = tx.session.connection.exec_driver_sql
        found = [
            await explain(f"EXPLAIN QUERY PLAN {text}", tuple(parameters))
            for text, parameters in said.items()
            if text.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
        ]
    return [str(row[-1]) for result in found for row in result.all()]
