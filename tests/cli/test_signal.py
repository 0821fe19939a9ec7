"""dabyl signal: an account without JSON by hand, at the local daemon; and what dabyl check says of Signal."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.clock.clock import RealClock
from handlers.people import addresses
from playground.signal_cli.daemon import Daemon, serve
from playground.signal_cli.methods import CODE
from playground.signal_cli.people import OURS
from storage.database import Database
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, Ended, beside, dabyl, written
from tests.cli.conftest import closed_port

CAPTCHA = "signalcaptcha://made-up"
NOW = datetime.now(UTC)


@dataclass
class Bench:
    """A daemon, its folder of files, and a configuration that names both."""

    daemon: Daemon
    folder: Path
    url: str

    @property
    def attachments(self) -> Path:
        """Where the daemon keeps what people send."""
        return self.folder / "attachments"

    def configure(self, **changes: str) -> Path:
        """The configuration; a change replaces a value."""
        values = {
            "url": self.url,
            "account": OURS,
            "name": "Notes",
            "link": "notes.42",
            "attachments": str(self.attachments),
            **changes,
        }
        return written(
            self.folder, "[signal]\n" + "".join(f'{key} = "{value}"\n' for key, value in values.items())
        )

    async def says(self, *words: str, typed: str | None = None, **changes: str) -> Ended:
        """Run dabyl signal …"""
        return await beside("signal", *words, config=self.configure(**changes), typed=typed)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with serve(RealClock()) as daemon:
        made = Bench(daemon, tmp_path, daemon.url)
        made.attachments.mkdir()
        yield made


async def test_a_number_is_registered_with_a_captcha_and_a_code(bench: Bench) -> None:
    bench.daemon.signal.accounts = []
    first = await bench.says("register")
    assert first.code == 1
    assert "signalcaptchas.org/registration/generate.html" in first.err
    assert "dabyl signal register --captcha 'signalcaptcha://…'" in first.err
    assert (await bench.says("register", "--captcha", "no captcha")).code == 2
    asked = await bench.says("register", "--captcha", CAPTCHA)
    assert (asked.code, f"sends a code to {OURS}" in asked.out) == (0, True)
    assert "403" in (await bench.says("verify", "000-000")).err
    done = await bench.says("verify", f"{CODE[:3]}-{CODE[3:]}")
    assert (done.code, f"{OURS} is registered" in done.out) == (0, True)
    assert bench.daemon.signal.accounts == [OURS]


async def test_a_number_that_has_a_pin_asks_for_it_and_does_not_show_it(bench: Bench) -> None:
    bench.daemon.signal.accounts, bench.daemon.signal.pin = [], "4711"
    await bench.says("register", "--captcha", CAPTCHA, "--voice")
    assert "Once more with --pin" in (await bench.says("verify", CODE)).err
    ended = await bench.says("verify", CODE, "--pin", typed="4711\n")
    assert (ended.code, "4711" in ended.said) == (0, False)


async def test_a_phone_scans_the_code_and_the_number_that_differs_is_said(bench: Bench) -> None:
    bench.daemon.signal.accounts = []
    assert "timed out" in (await bench.says("link")).err
    bench.daemon.signal.scanned = True
    ended = await bench.says("link", account="+77000000009")
    assert ended.code == 0
    assert f'signal.account = "{OURS}"' in ended.out
    assert bench.daemon.signal.accounts == [OURS]


async def test_an_account_gets_a_pin_a_username_and_a_hidden_number(bench: Bench) -> None:
    ended = await bench.says("protect", "--username", "notes", typed="4711\n4711\n")
    assert (ended.code, "4711" in ended.said) == (0, False)
    assert 'signal.link = "https://signal.me/' in ended.out
    assert bench.daemon.signal.pin == "4711"
    _, given = bench.daemon.methods.calls[-1]
    assert given == {"username": "notes", "discoverableByNumber": False, "numberSharing": False}


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_riddle_of_signal_is_answered_with_its_token_and_a_captcha(
    bench: Bench, storage_url: str
) -> None:
    bench.daemon.signal.token = "made-up-challenge"
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(NOW) as tx:
        address = await addresses.of_chat(tx, "made-up", messenger="signal")
        tx.addresses.put(replace(address, limited_until=NOW + timedelta(days=1)))
    config = bench.configure()
    config.write_text(f'{config.read_text("utf-8")}[storage]\nurl = "{storage_url}"\n', encoding="utf-8")

    async def says(*words: str) -> Ended:
        return await beside("signal", "challenge", *words, config=config)

    where = await says("made-up-challenge")
    assert "signalcaptchas.org/challenge/generate.html" in where.out
    assert "dabyl signal challenge made-up-challenge 'signalcaptcha://…'" in where.out
    wrong = await says("another", CAPTCHA)
    assert (wrong.code, "generate.html" in wrong.err) == (1, True)
    assert (await says("made-up-challenge", CAPTCHA)).code == 0
    assert bench.daemon.signal.token == ""
    async with database.read(NOW) as tx:
        assert (await addresses.of_chat(tx, "made-up", messenger="signal")).limited_until is None
    await database.close()


def test_without_signal_in_the_configuration_it_says_where_to_read(tmp_path: Path) -> None:
    ended = dabyl("signal", "status", config=written(tmp_path, ""))
    assert (ended.code, "docs/run/signal.md" in ended.err) == (2, True)


async def test_when_all_is_well_the_status_says_so(bench: Bench) -> None:
    ended = await bench.says("status")
    assert ended.code == 0
    assert {line.split()[0] for line in ended.out.splitlines()} == {"ok"}
    for part in ("signal-cli 0.14.6", f"has the account {OURS}", "can be deleted from"):
        assert part in ended.out


async def test_what_is_wrong_with_signal_is_told_line_by_line(bench: Bench) -> None:
    old = bench.attachments / "made-up.jpg"
    old.touch()
    os.utime(old, (0, 0))
    bench.daemon.methods.version = "0.13.19"
    ended = await bench.says("status", account="+77000000009", name="", link="")
    assert ended.code == 1
    for part in (
        "wrong The daemon does not have the account +77000000009",
        f"It has {OURS}.",
        "note  Signal refuses old clients sooner or later: renew signal-cli 0.13.19",
        "note  1 files lie in",
        "note  Signal: signal.name is empty",
        "note  Signal: signal.link is empty",
    ):
        assert part in ended.out
    assert "wrong signal.attachments is not set" in (await bench.says("status", attachments="")).out
    assert "No such file" in (await bench.says("status", attachments="/made-up")).out
    gone = await bench.says("status", url=f"http://127.0.0.1:{closed_port()}")
    assert (gone.code, "No signal-cli daemon answers" in gone.out) == (1, True)
