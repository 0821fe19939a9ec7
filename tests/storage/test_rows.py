"""The transaction is a map: what it knows it does not ask, and what it writes it sees."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.model import Dialogue
from core.traffic import Card, Lane, Timer
from core.vocabulary import DialogueState
from storage.database import Database
from storage.layout import Layout, Plain
from storage.schema import addresses
from storage.sealing import Keyring
from tests.storage.samples import NOW, SAMPLES, address, without_own_lines


def dialogue(number: int, address_id: int, state: DialogueState = DialogueState.OPEN) -> Dialogue:
    return Dialogue(number, address_id, "report", 0, state, NOW, NOW)


def timer(key: str, minutes: int = 0) -> Timer:
    return Timer(key, "test", NOW + timedelta(minutes=minutes))


@pytest.fixture
async def ten(database: Database) -> Database:
    """Ten addresses, each with a finished dialogue, the even ones with an open one too."""
    async with database.write(NOW) as tx:
        for number in range(1, 11):
            tx.addresses.add(address(number, b"%d" % number))
            tx.dialogues.add(dialogue(100 + number, number, DialogueState.FINISHED))
            if number % 2 == 0:
                tx.dialogues.add(dialogue(200 + number, number))
    return database


async def test_every_table_gives_back_what_it_took(database: Database) -> None:
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    async with database.read(NOW) as tx:
        for name, row in SAMPLES.items():
            assert without_own_lines(await getattr(tx, name).select()) == [row], name


async def test_rows_may_be_added_in_any_order(database: Database) -> None:
    async with database.write(NOW) as tx:
        for name, row in reversed(SAMPLES.items()):
            getattr(tx, name).add(row)
    async with database.read(NOW) as tx:
        assert await tx.entries.count() == 1


async def test_half_a_surrogate_pair_and_odd_letters_come_back(database: Database) -> None:
    words = "\ud83d \u202e <b>ә</b> \x00"
    async with database.write(NOW) as tx:
        for name in ("addresses", "members", "cases", "reports"):
            getattr(tx, name).add(SAMPLES[name])
        tx.entries.add(replace(SAMPLES["entries"], payload={"text": words}))
        tx.claims.add(replace(SAMPLES["claims"], value=[words, {"of": words}]))
    async with database.read(NOW) as tx:
        assert (await tx.entries.select())[0].payload == {"text": words}
        assert (await tx.claims.select())[0].value == [words, {"of": words}]


async def test_a_row_is_asked_for_once_even_when_it_is_not_there(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        for _ in range(3):
            assert (await tx.addresses.get(1)) is not None
            assert await tx.addresses.get(999) is None
        assert tx.statements == 2


async def test_a_group_is_asked_for_once_even_when_it_is_empty(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        for _ in range(3):
            assert [d.id for d in await tx.dialogues.by(address_id=2, state=DialogueState.OPEN)] == [202]
            assert await tx.dialogues.by(address_id=1, state=DialogueState.OPEN) == []
        assert tx.statements == 2


async def test_a_row_that_came_with_another_group_is_not_opened_again(
    ten: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    unseal = Layout.unseal

    def counted(layout: Layout[Any], record: Sequence[Any], keyring: Keyring) -> Plain:
        opened.append(record)
        return unseal(layout, record, keyring)

    monkeypatch.setattr(Layout, "unseal", counted)
    async with ten.read(NOW) as tx:
        assert [one.id for one in await tx.dialogues.by(address_id=2)] == [102, 202]
        assert [one.id for one in await tx.dialogues.by(form="report", state=DialogueState.OPEN)] == [
            202, 204, 206, 208, 210,
        ]  # fmt: skip
    assert len(opened) == 6


async def test_nobody_asks_for_what_belongs_to_an_id_that_was_made_here(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        new = tx.new_id()
        assert await tx.dialogues.by(address_id=new, state=DialogueState.OPEN) == []
        await tx.cards.prefetch("subject_id", [new], subject="list")
        assert await tx.timers.get(f"draft:{new}") is None
        tx.timers.remove(f"pause:case-{new}")
        tx.timers.put(timer(f"draft:{new}"))
        await tx.flush()
        assert tx.statements == 1  # the INSERT
        tx.timers.put(timer(f"draft:{new}", minutes=1))
        await tx.flush()
        tx.timers.put(timer(f"note:{new}"))
    async with ten.write(NOW) as tx:
        assert await tx.timers.by(kind="test") == [timer(f"draft:{new}", minutes=1), timer(f"note:{new}")]
        tx.timers.remove(f"note:{new}")
        tx.timers.put(timer(f"draft:{new}", minutes=2))
    async with ten.read(NOW) as tx:
        assert await tx.timers.by(kind="test") == [timer(f"draft:{new}", minutes=2)]


async def test_a_row_that_was_made_and_written_here_can_go_again(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        key = f"draft:{tx.new_id()}"
        tx.timers.put(timer(key))
        await tx.flush()
        tx.timers.remove(key)
        await tx.flush()
        assert await tx.timers.get(key) is None
    async with ten.read(NOW) as tx:
        assert await tx.timers.get(key) is None


async def test_prefetch_asks_once_for_many_groups_and_the_empty_ones_too(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        await tx.dialogues.prefetch("address_id", range(1, 11), state=DialogueState.OPEN)
        await tx.dialogues.prefetch("address_id", [1, 2], state=DialogueState.OPEN)
        found = [len(await tx.dialogues.by(address_id=n, state=DialogueState.OPEN)) for n in range(1, 11)]
        assert found == [0, 1] * 5
        await tx.addresses.prefetch("id", [*range(1, 11), 999])
        assert await tx.addresses.get(999) is None
        assert await tx.addresses.get(5) is not None
        assert tx.statements == 2


async def test_a_prefetch_of_more_values_than_a_statement_takes(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        await tx.addresses.prefetch("id", range(1, 12_001))
        assert tx.statements == 3
        assert await tx.addresses.get(10) is not None


async def test_a_group_sees_what_this_transaction_wrote_in_both_directions(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        assert await tx.dialogues.by(address_id=1, state=DialogueState.OPEN) == []
        new = tx.dialogues.add(dialogue(300, 1))
        assert await tx.dialogues.by(address_id=1, state=DialogueState.OPEN) == [new]
        tx.dialogues.put(replace(new, state=DialogueState.CANCELLED))
        assert await tx.dialogues.by(address_id=1, state=DialogueState.OPEN) == []
        # also in a group that is loaded only after the writing
        old = await tx.dialogues.get(202)
        assert old is not None
        tx.dialogues.put(replace(old, state=DialogueState.CANCELLED))
        assert await tx.dialogues.by(address_id=2, state=DialogueState.OPEN) == []
        tx.dialogues.remove(104)
        assert [d.id for d in await tx.dialogues.by(address_id=4)] == [204]


async def test_groups_are_sorted_by_key(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        tx.dialogues.add(dialogue(50, 2, DialogueState.EXPIRED))
        assert [d.id for d in await tx.dialogues.by(address_id=2)] == [50, 102, 202]


async def test_a_group_by_nothing_finds_the_empty_values(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        assert len(await tx.addresses.by(language=None)) == 10
        assert await tx.addresses.by(language="kk") == []


async def test_a_group_by_an_enum_finds_its_rows(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        card = tx.cards.add(Card(1, "alert", 1, 1, Lane.EDIT, NOW))
    async with ten.read(NOW) as tx:
        assert await tx.cards.by(lane=Lane.EDIT) == [card]
        assert await tx.cards.by(lane=Lane.ALERT) == []


async def test_a_sealed_column_cannot_be_looked_up(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        with pytest.raises(ValueError, match=r"addresses\.chat is sealed"):
            await tx.addresses.by(chat="1")


async def test_a_select_sees_what_is_pending_and_what_the_map_knows_wins(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        known = await tx.addresses.get(1)
        assert known is not None
        changed = tx.addresses.put(replace(known, language="kk"))
        found = await tx.addresses.select(addresses.c.language == "kk")
        assert found == [changed]
        assert found[0] is changed
        assert await tx.addresses.count(addresses.c.language.is_(None)) == 9


async def test_a_select_obeys_its_order_and_limit(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        found = await tx.addresses.select(order_by=addresses.c.id.desc(), limit=2)
        assert [row.id for row in found] == [10, 9]


async def test_putting_a_row_that_was_never_read_replaces_or_creates_it(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.timers.put(timer("a"))
    async with database.write(NOW) as tx:
        tx.timers.put(timer("a", 5))
        tx.timers.put(timer("b"))
    async with database.read(NOW) as tx:
        assert await tx.timers.select() == [timer("a", 5), timer("b")]


async def test_a_removed_row_is_gone_and_may_come_again(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.timers.put(timer("a"))
        tx.timers.put(timer("b"))
    async with database.write(NOW) as tx:
        tx.timers.remove("a")  # never read
        tx.timers.remove("nobody has this")
        assert await tx.timers.get("a") is None
        assert await tx.timers.get("b") is not None
        tx.timers.remove("b")
        tx.timers.add(timer("b", 7))
        assert await tx.timers.select() == [timer("b", 7)]
    async with database.write(NOW) as tx:
        assert await tx.timers.get("b") is not None
        tx.timers.remove("b")
        await tx.flush()
        tx.timers.add(timer("b", 8))
    async with database.read(NOW) as tx:
        assert await tx.timers.select() == [timer("b", 8)]


async def test_a_row_that_came_and_went_costs_nothing(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.timers.add(timer("a"))
        tx.timers.remove("a")
        await tx.flush()
        assert tx.statements == 0


async def test_adding_a_known_row_is_a_mistake(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        await tx.addresses.get(1)
        with pytest.raises(ValueError, match="already"):
            tx.addresses.add(address(1, b"x"))


async def test_a_row_put_unchanged_is_not_written(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        row = await tx.dialogues.get(202)
        assert row is not None
        tx.dialogues.put(replace(row, answers=dict(row.answers)))
        before = tx.statements
        await tx.flush()
        assert tx.statements == before


async def test_a_dict_changed_in_place_is_written_when_its_row_is_put(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        row = await tx.dialogues.get(202)
        assert row is not None
        row.answers["who"] = "me"
        tx.dialogues.put(row)
    async with ten.read(NOW) as tx:
        row = await tx.dialogues.get(202)
        assert row is not None
        assert row.answers == {"who": "me"}


async def test_one_dialogue_may_end_and_the_next_begin_in_one_transaction(ten: Database) -> None:
    async with ten.write(NOW) as tx:
        (old,) = await tx.dialogues.by(address_id=2, state=DialogueState.OPEN)
        tx.dialogues.add(dialogue(400, 2))
        tx.dialogues.put(replace(old, state=DialogueState.FINISHED))
        tx.dialogues.remove(204)
        tx.dialogues.add(dialogue(401, 4))
    async with ten.read(NOW) as tx:
        assert [d.id for d in await tx.dialogues.by(state=DialogueState.OPEN)] == [206, 208, 210, 400, 401]


async def test_a_reader_cannot_write(ten: Database) -> None:
    async with ten.read(NOW) as tx:
        with pytest.raises(RuntimeError, match="reading transaction"):
            tx.addresses.add(address(77, b"77"))
