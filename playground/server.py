"""The local Bot API server: a stateful stand-in for Telegram with people on it, loopback only; Signal's daemon is beside it.

``url`` is where the bot looks for Telegram; ``control_url`` is where people and faults are driven. Both answer
everything, the page of phones too, but only ``url`` goes away when Telegram is "down". The daemon has an address of its own.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.clock.clock import Clock, RealClock, SteppedClock
from playground.bot_api.api import BotApi, OnCall
from playground.bot_api.faults import Faults
from playground.bot_api.update_delivery import Receiving
from playground.journal import Journal, Numbers, Pulse
from playground.limits import Gate, Limits
from playground.listener import Listener, guarded
from playground.signal_cli.daemon import Daemon
from playground.updates import Updates
from playground.world import Messenger, World

TOKEN = "424242:local-playground-not-a-secret"


class Server:
    """All parts, wired. ``app`` is what answers at both ports, ``messengers`` what phones there are:
    :func:`playground.serve.serve` gives them.
    """

    app: ASGIApp
    messengers: tuple[Messenger, ...] = ()

    def __init__(
        self, clock: Clock, token: str, limits: Limits, offset: timedelta, on_call: OnCall | None
    ) -> None:
        numbers = Numbers()
        self.clock = clock
        self.token = token
        self.offset = offset  # of the clock from the machine's; the bot process follows it
        self.clock_moved = Pulse()
        self.calls = Journal(numbers)
        self.updates_log = Journal(numbers)
        self.updates = Updates(clock, self.updates_log)
        self.gate = Gate(limits)
        self.faults = Faults()
        number = token.partition(":")[0]
        bot = {
            "id": int(number) if number.isdigit() else 1,
            "is_bot": True,
            "first_name": "Local bot",
            "username": "local_playground_bot",
        }
        self.world = World(clock, bot, self.updates, self.gate)
        self.receiving = Receiving(clock, self.updates)
        self.api = BotApi(token, self.world, self.receiving, self.faults, self.calls)
        self.api.on_call = on_call
        self.updates.look_at = self.api.look_at
        self.signal = Daemon(clock, self.calls, self.updates_log)
        self.told = Journal(numbers)  # what the page is told besides: a narrator's lines
        self.boot = uuid4().hex  # a page that comes back to another run of the server begins again
        self.down = False
        self.backstage: ASGIApp | None = None  # the program that runs the bot may answer /backstage/… here
        way_in = guarded(self._answer)
        self._bots = Listener(way_in)
        self._people = Listener(way_in)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)

    def tell(self, event: dict[str, Any]) -> None:
        """Put an event (JSON data with a ``type``) into the feed of every open page, for example a narrator's line."""
        self.told.add({"at": self.clock.now().isoformat(), **event})

    @property
    def url(self) -> str:
        """Where the bot finds the Bot API."""
        return self._bots.url

    @property
    def control_url(self) -> str:
        """Where people, clock and faults are driven; it answers even when Telegram is down."""
        return self._people.url

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed, and envelopes it was not given."""
        return self.updates.pending + self.signal.pending

    @property
    def broken(self) -> bool:
        """Whether a messenger is away, or calls are to fail."""
        return self.down or self.signal.broken or any(fault["left"] != 0 for fault in self.faults.listing())

    @property
    def complaints(self) -> list[str]:
        """What ``on_call`` objected to. ``serve`` raises AssertionError at its end if there is any."""
        return self.api.complaints

    async def open(self, port: int, control_port: int) -> None:
        """Begin to answer. Raises OSError if a port is taken."""
        self._bots.port, self._people.port = port, control_port
        await self._people.open()
        await self._bots.open()
        await self.signal.listener.open()

    async def close(self) -> None:
        """Hang up on everybody and give the ports back."""
        await self.receiving.delete_webhook({})
        await self.signal.listener.close()
        await self._bots.close()
        await self._people.close()

    async def set_down(self, down: bool) -> None:
        """Telegram is unreachable: open connections break, new ones are refused; or it is back on the same port."""
        if down:
            await self._bots.close(keep_port=True)
        else:
            await self._bots.open()
        self.down = down
        self.faults.changed.beat()

    def move_clock(self, to: datetime) -> None:
        """Set the time. Raises TypeError for a clock that cannot be moved."""
        if isinstance(self.clock, SteppedClock):
            self.clock.move_to(to)
            self.offset = to - datetime.now(UTC)
        elif isinstance(self.clock, RealClock):
            self.offset += to - self.clock.now()
            self.clock.shift(self.offset)
        else:
            raise TypeError(f"{type(self.clock).__name__} cannot be moved")
        self.clock_moved.beat()

    def time(self) -> dict[str, Any]:
        """The clock as JSON data: ``version``, ``now`` (ISO), ``offset_seconds`` from the machine's clock."""
        return {
            "version": self.clock_moved.version,
            "now": self.clock.now().isoformat(),
            "offset_seconds": self.offset.total_seconds(),
        }
