"""Whatever is done with the map, in whatever order, it answers as a plain dictionary of rows would."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from core.model import Address
from storage.database import Database
from storage.schema import addresses
from storage.transaction import Transaction
from tests.storage.samples import NOW

pytestmark = pytest.mark.slow

COLUMNS: dict[str, list[Any]] = {
    "messenger": ["a", "b"],
    "language": [None, "kk", "ru"],
    "private": [True, False],
    "language_chosen": [True, False],
}
KEYS = range(1, 13)
Model = dict[int, Address]


class Failed(Exception):
    """The block fails: nothing of it remains."""


class Chance:
    """Acts and questions by chance; each question is compared with the model."""

    def __init__(self, seed: int, tx: Transaction, model: Model) -> None:
        self._chance = random.Random(seed)
        self._tx = tx
        self._model = model

    async def act(self) -> None:
        """One of everything that a map can do."""
        acts: list[Callable[[], Any]] = [
            self._put,
            self._put,
            self._remove,
            self._get,
            self._by,
            self._by,
            self._load,
            self._tally,
            self._select,
            self._tx.flush,
        ]
        await self._chance.choice(acts)()

    def group(self, most: int = 3) -> dict[str, Any]:
        """Columns and the values they must have."""
        names = self._chance.sample(list(COLUMNS), self._chance.randint(1, most))
        return {name: self._chance.choice(COLUMNS[name]) for name in names}

    async def _put(self) -> None:
        key = self._chance.choice(KEYS)
        values = {name: self._chance.choice(some) for name, some in COLUMNS.items()}
        row = Address(key, b"%d" % key, chat=f"chat {key}", created_at=NOW, **values)
        self._model[key] = self._tx.addresses.put(row)

    async def _remove(self) -> None:
        key = self._chance.choice(KEYS)
        self._tx.addresses.remove(key)
        self._model.pop(key, None)

    async def _get(self) -> None:
        key = self._chance.choice(KEYS)
        assert await self._tx.addresses.get(key) == self._model.get(key)

    async def _by(self) -> None:
        group = self.group()
        assert await self._tx.addresses.by(**group) == matching(self._model, group), group

    async def _load(self) -> None:
        group = self.group(2)
        column = self._chance.choice([name for name in COLUMNS if name not in group])
        values = [value for value in COLUMNS[column] if value is not None]
        table = self._tx.addresses
        await self._tx.prefetch(
            table.want(column, values, **group), table.want("id", self._chance.sample(KEYS, 4))
        )

    async def _tally(self) -> None:
        group = self.group(2)
        column = self._chance.choice([name for name in COLUMNS if name not in group])
        counted = Counter(getattr(row, column) for row in matching(self._model, group))
        assert await self._tx.addresses.tally(column, **group) == counted

    async def _select(self) -> None:
        found = await self._tx.addresses.select(addresses.c.messenger == "a")
        assert found == matching(self._model, {"messenger": "a"})


def matching(model: Model, group: dict[str, Any]) -> list[Address]:
    """The rows of the model in this group, by key."""
    rows = [model[key] for key in sorted(model)]
    return [row for row in rows if all(getattr(row, name) == value for name, value in group.items())]


@pytest.mark.parametrize("seed", range(3))
async def test_the_map_answers_as_a_dictionary_would(database: Database, seed: int) -> None:
    chance, stored = random.Random(seed), dict[int, Address]()
    for number in range(40):
        model = dict(stored)
        try:
            async with database.write(NOW) as tx:
                doing = Chance(1000 * seed + number, tx, model)
                for _ in range(chance.randint(1, 25)):
                    await doing.act()
                if chance.random() < 0.1:
                    raise Failed
            stored = model
        except Failed:
            pass
        async with database.read(NOW) as tx:
            group = Chance(number, tx, stored).group()
            assert await tx.addresses.by(**group) == matching(stored, group)
            assert await tx.addresses.select() == matching(stored, {})
