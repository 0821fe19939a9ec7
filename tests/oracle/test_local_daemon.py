"""The local daemon answers as the real one does: the same table is asked of both."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.clock.clock import SteppedClock
from bot.messengers.signal.client import Signal
from playground.signal_cli.daemon import Daemon, serve
from playground.signal_cli.people import OURS
from tests.oracle import checks, shapes


@pytest.fixture
async def daemon() -> AsyncIterator[Daemon]:
    """One without an account, as the real one is that is asked the same."""
    async with serve(SteppedClock(datetime(2018, 9, 17, 6, 0, tzinfo=UTC))) as running:
        running.signal.accounts = []
        running.keep_alive = 0.001
        yield running


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
async def test_it_answers_like_signal_cli(daemon: Daemon, check: checks.Check) -> None:
    assert await checks.ask(daemon.url, check) == (check.status, check.answer)


@pytest.mark.parametrize("late", [True, False], ids=["late", "at once"])
async def test_its_stream_shows_signs_of_life_whether_headers_come_with_them_or_before(
    daemon: Daemon, late: bool
) -> None:
    daemon.late = late
    assert await checks.first_of_the_stream(daemon.url) == checks.FIRST


async def test_the_adapter_hears_through_a_stream_whose_headers_come_late(daemon: Daemon) -> None:
    daemon.signal.accounts, daemon.late = [OURS], True
    messenger = Signal(daemon.url, OURS)
    try:
        daemon.signal.writes(daemon.signal.add("Made-Up Aigul"), "hello")
        ((_, raw),) = await messenger.fetch(None, 5)
    finally:
        await messenger.close()
    assert messenger.parse(raw).text == "hello"


@pytest.mark.parametrize("name", shapes.ENVELOPES)
async def test_its_envelopes_without_words_look_as_those_of_signal_cli(daemon: Daemon, name: str) -> None:
    case, signal = shapes.ENVELOPES[name], daemon.signal
    aigul = signal.add(shapes.NAME, id=shapes.WHO) if case["known"] else None
    if aigul is None or case.get("error"):
        signal.undecrypted(aigul, case["error"])
    elif case.get("receipt"):
        signal.receipt(aigul, [shapes.SENT_AT], isDelivery=True)
    else:
        signal.arrives(aigul, signal.stamp())
    assert signal.undelivered == [shapes.event(name)]


async def test_what_a_phone_with_another_key_sends_is_not_decrypted_before_the_key_is_trusted(
    daemon: Daemon,
) -> None:
    signal = daemon.signal
    aigul = signal.add(shapes.NAME, id=shapes.WHO)
    signal.reinstalls(aigul)
    signal.writes(aigul, "words")
    assert signal.undelivered == [shapes.event("an untrusted key")]
    signal.trusts(aigul)
    assert signal.undelivered[1]["envelope"]["dataMessage"]["message"] == "words"


@pytest.mark.parametrize("name", shapes.SENDS)
async def test_its_sends_end_as_those_of_signal_cli(daemon: Daemon, name: str) -> None:
    case, aigul = shapes.SENDS[name], daemon.signal.add(shapes.NAME, id=shapes.WHO)
    daemon.signal.accounts, daemon.signal.token = [OURS], case.get("token", "")
    daemon.methods.failing[aigul.id] = [case.get("type", name)]
    sent = checks.Check(name, checks.asking("send", account=OURS, recipient=[aigul.id], message="words"))
    _, answer = await checks.ask(daemon.url, sent)
    del answer["jsonrpc"], answer["id"]
    assert answer == shapes.answer(name)


def test_every_method_of_the_local_daemon_is_in_the_table(daemon: Daemon) -> None:
    for_all = {"version", "listAccounts", "register", "verify", "startLink", "finishLink"}
    assert {*daemon.methods.names} - for_all == {*checks.METHODS}
