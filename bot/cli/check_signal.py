"""The part of ``dabyl check`` that asks signal-cli's daemon: its version, the account, its files, who can be reached.

The technician who sets the daemon up may read its answers in full, so they are shown in its own words.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from bot.cli.output import Report
from bot.cli.session import utc_now
from bot.config.connections import SignalSettings
from bot.config.settings import Settings
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
        raise DaemonRefused(f"No signal-cli daemon answers at {url} ({type(error).__name__}).") from None
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
            "signal.name is empty: people see no name, and Signal asks accounts without one for captchas sooner",
        ),
        (
            not signal.link,
            f"signal.link is empty: people begin by the number {signal.account}, and so know it",
        ),
    ):
        if missing:
            report.note(f"Signal: {what}.")


async def _look_at_daemon(signal: SignalSettings, report: Report) -> bool:
    """Whether it has our account."""
    try:
        version = str((await ask_daemon(signal.url, "version"))["version"])
        accounts = [account["number"] for account in await ask_daemon(signal.url, "listAccounts")]
    except DaemonRefused as refused:
        report.wrong(f"{refused} {ALIVE}; docs/signal.md")
        return False
    except (TypeError, LookupError):
        report.wrong(f"What answers at {signal.url} is no signal-cli daemon. {ALIVE}")
        return False
    report.ok(f"signal-cli {version} answers at {signal.url}.")
    if _numbers(version) < OLDEST:
        report.note(
            f"Signal refuses old clients sooner or later: renew signal-cli {version} (docs/signal.md)."
        )
    if signal.account in accounts:
        report.ok(f"The daemon has the account {signal.account}.")
        return True
    others = f" It has {', '.join(accounts)}." if accounts else ""
    report.wrong(
        f"The daemon does not have the account {signal.account}: dabyl signal register, or dabyl signal link.{others}"
    )
    return False


async def _look_at_people(signal: SignalSettings, report: Report, people: Mapping[str, str]) -> None:
    messenger, reached = Signal(signal.url, signal.account), 0
    try:
        for chat, who in people.items():
            try:
                if await messenger.reaches(chat):
                    reached += 1
                else:
                    report.wrong(f"{who} is not at Signal any more.")
            except Untrusted:
                report.wrong(
                    f"{who} has another phone, or Signal anew: nothing is sent there until a coordinator has rung them "
                    "and trusts it."
                )
            except MessengerError as error:
                report.wrong(f"{who} could not be asked about: {error}")
    finally:
        await messenger.close()
    if people:
        report.ok(f"{reached} of {len(people)} people can be reached by Signal.")


def _look_at_files(signal: SignalSettings, report: Report) -> None:
    """What people send lies there in the clear until it is sealed here; who may write the folder may delete it."""
    folder = Path(signal.attachments)
    if not signal.attachments:
        report.wrong(
            "signal.attachments is not set: what people send stays in the daemon's folder for good, unsealed."
        )
        return
    try:
        files = [file.stat() for file in folder.iterdir()]
    except OSError as error:
        report.wrong(f"{folder}: {error.strerror}; its files cannot be deleted: docs/signal.md")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        report.wrong(f"{folder} cannot be written, so what people send stays there unsealed: docs/signal.md")
        return
    report.ok(f"What people send can be deleted from {folder}.")
    left = sum(utc_now().timestamp() - file.st_mtime > LEFT for file in files)
    if left:
        report.note(
            f"{left} files lie in {folder} for more than an hour, unsealed: dabyl status, or delete them."
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split(".")[:2])
