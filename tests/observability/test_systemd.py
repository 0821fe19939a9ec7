"""What systemd is told, over a real datagram socket, and when it is not told that all is well."""

import logging
import os
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.observability.process import Supervisor
from core.watch.audit import AuditFinding, is_loop_stuck
from tests.storage.samples import NOW


def finding(kind: str, name: str) -> AuditFinding:
    return AuditFinding(kind, 1, (name,), NOW)


class Socket:
    """systemd's end. ``name`` is what NOTIFY_SOCKET says."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._way = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._way.bind("\0" + name[1:] if name.startswith("@") else name)
        self._way.setblocking(False)

    def heard(self) -> list[str]:
        """The lines of one datagram; none when nothing has come."""
        try:
            return self._way.recv(4096).decode().splitlines()
        except BlockingIOError:
            return []

    def close(self) -> None:
        """Nobody listens any more."""
        self._way.close()


@pytest.fixture(params=["in a folder", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Socket]:
    """Both sorts that systemd gives."""
    made = Socket(f"{tmp_path}/notify" if request.param == "in a folder" else f"@dabyl-{os.getpid()}")
    yield made
    made.close()


def test_it_is_told_of_each_turn_in_a_life(systemd: Socket) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": systemd.name})
    supervisor.waits()
    assert systemd.heard()[0] == "READY=1"  # a standby does not time out
    supervisor.ready("running")
    assert systemd.heard() == ["READY=1", "STATUS=running", "WATCHDOG=1"]
    supervisor.alive()
    assert systemd.heard() == ["WATCHDOG=1"]
    supervisor.found([finding("adrift", "river lamp 42"), finding("deaf", "telegram")])
    assert systemd.heard() == ["STATUS=running; found: adrift, deaf"]
    supervisor.found([])
    assert systemd.heard() == ["STATUS=running; all is well"]
    supervisor.stopping()
    assert systemd.heard()[0] == "STOPPING=1"


def test_without_systemd_and_when_it_does_not_listen_nothing_breaks(systemd: Socket) -> None:
    Supervisor({}).alive()
    systemd.close()
    Supervisor({"NOTIFY_SOCKET": systemd.name}).alive()
    Supervisor({"NOTIFY_SOCKET": "vsock:2:1234"}).alive()


def test_a_watchdog_that_bites_before_the_next_audit_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Supervisor({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "300000000"})
        Supervisor({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"})
        assert caplog.text == ""
        short = Supervisor({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000"})
    assert short.watchdog == timedelta(seconds=30)
    assert "three minutes or more" in caplog.text


def test_a_loop_hangs_when_the_same_stood_first_at_the_audit_before() -> None:
    stuck, other = finding("overdue", "escalation:3"), finding("overdue", "escalation:4")
    assert is_loop_stuck([stuck], [stuck])
    assert not is_loop_stuck([stuck], [])
    assert not is_loop_stuck([other], [stuck])  # it goes on, if slowly
    assert not is_loop_stuck(
        [finding("deaf", "telegram")], [finding("deaf", "telegram")]
    )  # a restart mends no network
    assert not is_loop_stuck([finding("unsent", "message 1")], [finding("unsent", "message 1")])
