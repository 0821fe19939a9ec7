"""Where somebody asks that a case be forgotten, what came and what has left about it goes with it; no more than that."""

import json
from typing import Any

import pytest

from handlers.forgetting import traces
from storage import inbox, schema
from tests.casework.forgotten import TOLD, closed
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow


def update(chat: object, text: str, number: int = 7) -> bytes:
    """As Telegram sends it."""
    message = {"message_id": number, "from": {"id": chat}, "chat": {"id": chat}, "text": text}
    return json.dumps({"update_id": 5, "message": message}).encode()


async def _came(desk: Desk, *raw: bytes) -> None:
    async with desk.writing() as tx:
        before = await tx.execute(schema.inbox.select())
        begin = len(before.all())
        await inbox.store(tx, "telegram", list(enumerate(raw, start=begin + 1)))
        await inbox.mark_done(tx, [row.id for row in await inbox.next_open(tx, 100)])


async def _kept(desk: Desk) -> str:
    """All that came and all that has left, opened."""
    async with desk.reading() as tx:
        came = [json.dumps(_json(row.raw), ensure_ascii=False) for row in await inbox.handled(tx, 100, 0)]
        return "\n".join([*came, *(repr(row.payload) for row in await tx.outgoing.select())])


def _json(raw: bytes) -> Any:
    return json.loads(raw) if raw.startswith(b"{") else raw.decode()


async def _asks(olga: Person, desk: Desk) -> None:
    await olga.opens(await desk.case(0))
    await olga.presses("Forget this case", "The family", "Forget it for good")
    await desk.later(minutes=2)


@pytest.mark.parametrize("portion", [1, 1000])
async def test_updates_and_texts_of_it_are_gone_minutes_after_somebody_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, portion: int
) -> None:
    monkeypatch.setattr(traces, "ROWS_AT_ONCE", portion)
    _, olga, rita = await closed(desk)
    case, chat = await desk.case(), (await desk.address(rita)).chat
    await _came(
        desk,
        update(int(chat), TOLD),
        update(990, f"/case {case.code}"),
        update(990, "Beka Made-Up waits for a lawyer"),
        f"no JSON, {case.code}".encode(),
    )
    await olga.opens(case)
    await olga.presses("Legal hold")
    await olga.writes("/cancel")
    await _asks(olga, desk)
    assert (await desk.case()).forgotten_at is not None
    kept = await _kept(desk)
    assert "Beka Made-Up" in kept
    for word in ("Dana", "theatre", "no JSON", f"/case {case.code}"):
        assert word not in kept
    olga.sees_nothing_of("Dana")
    assert sum(case.code in text for text in olga.screen.texts()) <= 1  # that it is being forgotten


async def test_what_else_was_said_in_the_same_chat_stays(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    chat = (await desk.address(rita)).chat
    async with desk.reading() as tx:
        number = next(one.message_id for one in await tx.entries.select() if one.message_id)
    await rita.writes("police took Beka Made-Up in Almaty")
    await _came(desk, update(int(chat), TOLD, number), update(int(chat), "Beka Made-Up is out", 990))
    await _asks(olga, desk)
    kept = await _kept(desk)
    assert "theatre" not in kept
    assert "Beka Made-Up is out" in kept
