"""All kinds of what can leave for a chat, and what becomes of each where the chat is hidden or its phone in doubt."""

import ast
from collections.abc import Iterator
from typing import cast

import pytest
from msgspec.structs import replace

from bot.loops.send_jobs import lease, perform
from bot.loops.send_results import record
from bot.messengers.telegram.client import Telegram
from core.model import Address
from core.presentation import Presentation, presentation_to_data
from core.traffic import Card, Lane, Outgoing
from handlers import routes
from handlers.outbox import sending
from handlers.outgoing import IN_SILENCE
from storage.outbox import waiting
from tests.casework.story_desk import BOOT, Desk, Person
from tests.project.tree import ROOT, modules

SECRET = "Marat has Dana's case"
# What leaves for such a chat, and how: nothing of a case can stand in it.
NEUTRAL = {
    "message": "if its writer says that it is neutral (NEUTRAL_WRITERS)",
    "delete": "takes messages out of it",
    "take-away": "the same, of older ones",
    "menu": "the commands, in words that any bot has",
    "accept": "before anything was ever said there",
    "vanish": "what was said disappears",
    "trust": "no message: the messenger believes a phone",
}
# What never does, whoever writes it: files, voices, photos, papers, older messages that would show more.
HELD = {"edit", "media", "paper", "invitation", "leave"}
NEUTRAL_WRITERS = {
    "handlers/turn.py:bland",
    "handlers/hiding/hide_chat.py:_ask_whose",
    "handlers/hiding/hide_chat.py:_say_farewell",
    "handlers/cards/live_cards.py:drop",  # an edit: held in such a chat, and kept where a member leaves
}
# Who speaks to a messenger past the outbox.
PAST_OUTBOX = {"bot/loops/trouble.py"}  # to administrators, whom the configuration names
SENDS = {"send", "send_copy", "edit", "replace"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in modules():
        yield str(path), ast.parse((ROOT / path).read_text("utf-8"))


def kinds() -> set[str]:
    """Every kind that is ever put into the outbox."""
    tree = ast.parse((ROOT / "handlers/outbox/sending.py").read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    put = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_enqueue"]
    return {ast.literal_eval(call.args[3]) for call in put}


def test_each_kind_of_the_outbox_is_neutral_or_held() -> None:
    assert set(NEUTRAL) == IN_SILENCE
    assert not set(NEUTRAL) & HELD
    assert kinds() == set(NEUTRAL) | HELD


def test_nobody_else_writes_rows_past_the_functions_of_the_outbox() -> None:
    writers = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Outgoing"
    }
    assert writers == {"handlers/outbox/sending.py"}


def test_few_say_of_a_message_that_it_may_go_into_silence() -> None:
    found = set()
    for path, tree in trees():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                words = [
                    k for node in ast.walk(function) if isinstance(node, ast.Call) for k in node.keywords
                ]
                if any(
                    k.arg == "despite_silence" and getattr(k.value, "value", False) is True for k in words
                ):
                    found.add(f"{path}:{function.name}")
    assert found == NEUTRAL_WRITERS


def test_nobody_speaks_to_a_messenger_past_the_outbox() -> None:
    found = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if path.startswith(("bot/", "handlers/"))
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SENDS
        and ast.unparse(node.func.value).rpartition(".")[2].strip("_") == "messenger"
    }
    assert found - {"bot/loops/send_jobs.py", "bot/loops/outgoing_files.py"} == PAST_OUTBOX


STATES = ("silenced_at", "doubted_at")


async def quiet(desk: Desk, state: str) -> tuple[Person, Address]:
    """A reporter's chat of which nothing is said but that one message of ours stands there."""
    rita = desk.person("Rita")
    await rita.writes("/start")
    async with desk.writing() as tx:
        address = tx.addresses.put(replace(await desk.address(rita), **{state: desk.now}))
    return rita, address


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", sorted(HELD | {"message"}))
async def test_what_tells_something_is_not_seen_in_such_a_chat(desk: Desk, state: str, kind: str) -> None:
    rita, address = await quiet(desk, state)
    before, number = dict(rita.screen.messages), max(rita.screen.messages)
    despite = kind in HELD  # even if somebody marked it so
    payload = presentation_to_data(Presentation(SECRET)) | {"despite_silence": despite, "message_id": number}
    async with desk.writing() as tx:
        tx.outgoing.add(Outgoing(tx.new_id(), address.id, Lane.REPLY, kind, payload, desk.now))
    assert rita.screen.messages == before
    assert rita.chat not in desk.phones.left


@pytest.mark.parametrize("subject", sorted(routes.CARDS))
@pytest.mark.parametrize("state", STATES)
async def test_no_card_is_drawn_there_new_or_older(desk: Desk, state: str, subject: str) -> None:
    rita, address = await quiet(desk, state)
    before, number = dict(rita.screen.messages), max(rita.screen.messages)
    async with desk.writing() as tx:
        for shown in (None, number):
            card = Card(tx.new_id(), subject, tx.new_id(), address.id, Lane.NEWS, desk.now, message_id=shown)
            tx.cards.add(card)
    assert rita.screen.messages == before


@pytest.mark.parametrize("state", STATES)
async def test_what_was_on_its_way_when_it_became_so_is_taken_out_again(desk: Desk, state: str) -> None:
    rita, address = await quiet(desk, "created_at")
    async with desk.database.write(desk.now) as tx:
        sending.send_message(tx, desk.service, address.id, Presentation(SECRET))
    async with desk.database.write(desk.now) as tx:
        jobs = [await lease(tx, desk.service, item, BOOT) for item in await waiting(tx, 9)]
    async with desk.database.write(desk.now) as tx:
        tx.addresses.put(replace(address, **{state: desk.now}))
    (result,) = [await perform(cast(Telegram, desk.phones), job) for job in jobs if job is not None]
    rita.sees(SECRET)
    async with desk.writing() as tx:
        await record(tx, desk.service, result)
    rita.sees_nothing_of(SECRET)
