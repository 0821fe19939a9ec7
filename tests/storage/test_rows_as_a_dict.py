"""Whatever is done in whatever order, the map behaves as a plain dict would."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.traffic import Timer
from storage.database import Database
from storage.schema import timers
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.storage.samples import NOW

pytestmark = pytest.mark.slow

KEYS = st.sampled_from("abcd")
KINDS = st.sampled_from(["x", "y"])
STEP = st.one_of(
    st.tuples(st.just("put"), KEYS, KINDS, st.integers(0, 3)),
    st.tuples(st.just("remove"), KEYS),
    st.tuples(st.just("get"), KEYS),
    st.tuples(st.just("by"), KINDS),
    st.tuples(st.just("prefetch"), st.lists(KINDS)),
    st.tuples(st.just("prefetch keys"), st.lists(KEYS)),
    st.tuples(st.just("select"), KINDS),
    st.tuples(st.just("tally"), st.integers(0, 3)),
    st.tuples(st.just("flush")),
    st.tuples(st.just("commit")),
    st.tuples(st.just("fail")),
)


class Failed(Exception):
    """The block raised."""


async def step(tx: Transaction, model: dict[str, Timer], what: tuple[object, ...]) -> None:
    match what:
        case ("put", str(key), str(kind), int(minutes)):
            row = Timer(key, kind, NOW + timedelta(minutes=minutes))
            if key in model or minutes % 2:  # every other new one by add
                tx.timers.put(row)
            elif await tx.timers.get(key) is None:
                tx.timers.add(row)
            model[key] = row
        case ("remove", str(key)):
            tx.timers.remove(key)
            model.pop(key, None)
        case ("get", str(key)):
            assert await tx.timers.get(key) == model.get(key)
        case ("by", str(kind)):
            assert await tx.timers.by(kind=kind) == of_kind(model, kind)
        case ("select", str(kind)):
            assert await tx.timers.select(timers.c.kind == kind) == of_kind(model, kind)
            assert await tx.timers.count(timers.c.kind == kind) == len(of_kind(model, kind))
        case ("tally", int(minutes)):
            due = NOW + timedelta(minutes=minutes)
            expected = Counter(row.kind for row in model.values() if row.due_at == due)
            assert await tx.timers.tally("kind", due_at=due) == expected  # Counters: no entry is a zero
        case ("prefetch", list(kinds)):
            await tx.timers.prefetch("kind", kinds)
        case ("prefetch keys", list(keys)):
            await tx.timers.prefetch("key", keys)
        case ("flush",):
            await tx.flush()
        case ("fail",):
            raise Failed


def of_kind(model: dict[str, Timer], kind: str) -> list[Timer]:
    return [model[key] for key in sorted(model) if model[key].kind == kind]


@pytest.fixture(scope="module")
def opened(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[asyncio.Runner, Database]]:
    file = tmp_path_factory.mktemp("dict") / "dict.db"
    file.write_bytes(sqlite_template.read_bytes())
    with asyncio.Runner() as runner:
        database = runner.run(Database.open(f"sqlite:///{file}", Keyring([b"k" * 32])))
        yield runner, database
        runner.run(database.close())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=25))
def test_the_map_behaves_as_a_dict(
    opened: tuple[asyncio.Runner, Database], steps: list[tuple[object, ...]]
) -> None:
    runner, database = opened

    async def play() -> None:
        async with database.write(NOW) as tx:
            for row in await tx.timers.select():
                tx.timers.remove(row.key)
            stored = {key: tx.timers.put(Timer(key, "x", NOW)) for key in "abc"}
        left = list(steps)
        while left:
            model = {key: replace(row) for key, row in stored.items()}
            try:
                async with database.write(NOW) as tx:
                    while left and (what := left.pop(0)) != ("commit",):
                        await step(tx, model, what)
                stored = model
            except Failed:
                pass
            async with database.read(NOW) as tx:
                assert await tx.timers.select() == [stored[key] for key in sorted(stored)]

    runner.run(play())
