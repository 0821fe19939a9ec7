"""The part of ``dabyl check`` that asks signal-cli's daemon: its version, the account, its files, who can be reached.

The technician who sets the daemon up may read its answers in full, so they are shown in its own words.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from bot.cli.report import Report
from bot.cli.session import utc_now
from bot.config.connections import SignalSettings
from bot.config.settings import Settings
from bot.config.speech import network_reason
from bot.messengers.errors import MessengerError, Untrusted
from bot.messengers.signal.client import Signal
from bot.messengers.signal.daemon import RPC

CONNECT = 5.0
PATIENCE = 120.0  # seconds: it asks Signal meanwhile, and waits there for a phone that scans its code


class DaemonRefused(Exception):
    """What the daemon said; ``code`` as JSON-RPC has it, None where it did not answer as one."""

    def __init__(self, text: str, code: int | None = None) -> None:
        super().__init__(text)
        self.code = code


async def ask_daemon(url: str, method: str, **parameters: Any) -> Any:
    """The result. Raises Refused."""
    given = {name: value for name, value in parameters.items() if value is not None}
    request = {"jsonrpc": "2.0", "id": "1", "method": method, "params": given}
    timeout = httpx.Timeout(PATIENCE, connect=CONNECT)
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=timeout) as client:
            answer = (await client.post(url + RPC, json=request)).json()
    except httpx.HTTPError as error:
        raise DaemonRefused(
            f"No signal-cli daemon answers at {url}: {network_reason(type(error).__name__)}."
        ) from None
    except ValueError:
        raise DaemonRefused(f"What answers at {url} is no signal-cli daemon.") from None
    said = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(said, dict):
        raise DaemonRefused(f"signal-cli: {said.get('message')}", said.get("code"))
    if not isinstance(answer, dict) or "result" not in answer:
        raise DaemonRefused(f"What answers at {url} is no signal-cli daemon.")
    return answer["result"]


OLDEST = (0, 14)  # Signal's servers refuse clients that are older than about three months
ALIVE = "systemctl status signal-cli"
LEFT = 3600.0  # seconds: a file that is older should have been sealed and deleted


async def look_at_signal(settings: Settings, report: Report, people: Mapping[str, str]) -> None:
    """Ask about everything, if Signal is configured. ``people``: chat → who that is, as it is shown."""
    signal = settings.signal
    if not signal.url:
        return
    if await _look_at_daemon(signal, report):
        await _look_at_people(signal, report, people)
    _look_at_files(signal, report)
    for missing, what in (
        (
            not signal.name,
            "checked-signal-no-name",
        ),
        (
            not signal.link,
            "checked-signal-no-link",
        ),
    ):
        if missing:
            report.note(what, account=signal.account)


async def _look_at_daemon(signal: SignalSettings, report: Report) -> bool:
    """Whether it has our account."""
    try:
        version = str((await ask_daemon(signal.url, "version"))["version"])
        accounts = [account["number"] for account in await ask_daemon(signal.url, "listAccounts")]
    except DaemonRefused as refused:
        report.found(f"{refused} {ALIVE}; docs/run/signal.md")
        return False
    except (TypeError, LookupError):
        report.wrong("checked-signal-other", url=signal.url, command=ALIVE)
        return False
    report.ok("checked-signal-answers", version=version, url=signal.url)
    if _numbers(version) < OLDEST:
        report.note("checked-signal-old", version=version)
    if signal.account in accounts:
        report.ok("checked-signal-account", account=signal.account)
        return True
    others = report.say("checked-signal-others", accounts=", ".join(accounts)) if accounts else ""
    report.wrong("checked-signal-no-account", account=signal.account, others=others)
    return False


async def _look_at_people(signal: SignalSettings, report: Report, people: Mapping[str, str]) -> None:
    messenger, reached = Signal(signal.url, signal.account), 0
    try:
        for chat, who in people.items():
            try:
                if await messenger.reaches(chat):
                    reached += 1
                else:
                    report.wrong("checked-signal-gone", who=who)
            except Untrusted:
                report.wrong("checked-signal-untrusted", who=who)
            except MessengerError as error:
                report.wrong("checked-person-unasked", who=who, why=error)
    finally:
        await messenger.close()
    if people:
        report.ok("checked-signal-people", reached=str(reached), count=len(people))


def _look_at_files(signal: SignalSettings, report: Report) -> None:
    """What people send lies there in the clear until it is sealed here; who may write the folder may delete it."""
    folder = Path(signal.attachments)
    if not signal.attachments:
        report.wrong("checked-signal-no-attachments")
        return
    try:
        files = [file.stat() for file in folder.iterdir()]
    except OSError as error:
        report.wrong("checked-signal-closed", place=folder, why=error.strerror)
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        report.wrong("checked-signal-unwritable", place=folder)
        return
    report.ok("checked-signal-files", place=folder)
    left = sum(utc_now().timestamp() - file.st_mtime > LEFT for file in files)
    if left:
        report.note("checked-signal-left", count=left, place=folder)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split(".")[:2])
