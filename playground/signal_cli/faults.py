"""What can go wrong at Signal, as a table: what becomes of the next sends, and of the stream."""

from collections.abc import Callable

from playground.signal_cli.daemon import Daemon
from playground.signal_cli.people import Json

ANYBODY = "*"
UNTIL_HEALED = 1000
RIDDLE = "made-up-challenge"


def _sends(kind: str, token: str = "") -> Callable[[Daemon, int], None]:
    """The next so many sends end so."""

    def begin(daemon: Daemon, times: int) -> None:
        daemon.signal.token = token
        daemon.methods.failing.setdefault(ANYBODY, []).extend([kind] * times)

    return begin


def _breaks(when: str) -> Callable[[Daemon, int], None]:
    def begin(daemon: Daemon, times: int) -> None:
        daemon.drop = when

    return begin


def _twice(daemon: Daemon, times: int) -> None:
    daemon.twice = True


KINDS: dict[str, Callable[[Daemon, int], None]] = {
    "network": _sends("NETWORK_FAILURE"),
    "rate_limit": _sends("RATE_LIMIT_FAILURE"),
    "no_keys": _sends("INVALID_PRE_KEY_FAILURE"),
    "captcha": _sends("RATE_LIMIT_FAILURE", RIDDLE),
    "drop_before": _breaks("before"),
    "drop_after": _breaks("after"),
    "twice": _twice,
}


def begin(daemon: Daemon, kind: str, times: int | None) -> None:
    """Switch a fault on. Raises KeyError for an unknown one."""
    KINDS[kind](daemon, UNTIL_HEALED if times is None else times)
    daemon.signal.changed.beat()


def heal(daemon: Daemon) -> None:
    """Everything works again."""
    daemon.methods.failing.clear()
    daemon.drop, daemon.twice, daemon.signal.token = "", False, ""
    daemon.signal.changed.beat()


def shown(daemon: Daemon) -> Json:
    """As the page has it: whether the daemon is away, and how much is to fail."""
    left = sum(map(len, daemon.methods.failing.values()))
    return {"down": daemon.down, "left": left, "stream": daemon.drop or ("twice" if daemon.twice else "")}
