"""A process that dies at a named step of the hot path, once, exactly there.

``STEPS`` is the hot path in order: the function that is the step, where it is looked up, and inside which other step it
must happen, because a commit of the inbox is not one of the outbox. Every step can be died before and after. A function is
wrapped where it is used, so nothing in the program knows of this.

    points = Failpoints(die)      wraps all steps
    points.arm(point)             the next time it is reached the process dies: ``die`` is called, and must not return
    points.struck                 the points that were reached, so that no test passes without its crash
"""

import inspect
import pkgutil
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, NoReturn

from storage.folder import Writing

inside: ContextVar[tuple[str, ...]] = ContextVar("inside", default=())


@dataclass(frozen=True, slots=True)
class Step:
    """``place`` is ``module:name``; ``within`` the place of a step around it."""

    place: str
    within: str = ""

    def __str__(self) -> str:
        name = self.place.partition(":")[2]
        return f"{name} in {self.within.rpartition('.')[2]}" if self.within else name


POLL = "bot.loops.receiving:Polling._fetch"
BATCH = "bot.loops.inbox:Inbox._batch"
SINGLY = "bot.loops.inbox:Inbox._one_by_one"
ROUND = "bot.loops.outbox:Outbox._work"
LOOK = "bot.loops.timers:Timers._look"
RECORD = "bot.loops.file_fetching:Fetching._written"
BEGIN, FLUSH = "storage.database:begin_writing", "storage.transaction:Transaction.prepare"
TOLD, COMMIT = "storage.database:committed", "storage.database:commit"

# poll: received → stored → committed → the press answered
POLLING = (
    Step("bot.messengers.telegram.client:Telegram.fetch"),
    Step(BEGIN, POLL),
    Step("storage.inbox:store", POLL),
    Step(COMMIT, POLL),
    Step("bot.loops.receiving:Courtesy.answer"),
)
# a batch begun → rows read → loaded → handled → marked done → flushed → committed → told
HANDLING = (
    Step(BEGIN, BATCH),
    Step("storage.inbox:next_open", BATCH),
    Step("bot.loops.inbox_queue:Reader.__call__", BATCH),
    Step("handlers.dispatch:prefetch", BATCH),
    Step("handlers.dispatch:handle", BATCH),
    Step("storage.inbox:mark_done", BATCH),
    Step(FLUSH, BATCH),
    Step(TOLD, BATCH),
    Step(COMMIT, BATCH),
    Step("bot.loops.outbox:Outbox.on_commit", BATCH),
    Step("bot.loops.timers:Timers.on_commit", BATCH),
)
# the first rows after a start run singly: counted → handled
HANDLING_SINGLY = (
    Step("storage.inbox:next_open", SINGLY),
    Step("storage.inbox:count_attempt", SINGLY),
    Step("handlers.dispatch:handle", SINGLY),
    Step("storage.inbox:mark_done", SINGLY),
    Step(COMMIT, SINGLY),
    Step("bot.loops.outbox:Outbox.on_commit", SINGLY),
)
# picked → leased → committed → sent → recorded
SENDING = (
    Step("core.sending.lanes:Sender.pick"),
    Step(BEGIN, ROUND),
    Step("bot.loops.outbox:prefetch", ROUND),
    Step("bot.loops.outbox:lease", ROUND),
    Step(FLUSH, ROUND),
    Step(COMMIT, ROUND),
    Step("core.sending.lanes:Sender.started"),
    Step("bot.loops.outbox:perform"),
    Step("bot.messengers.telegram.client:Telegram.send"),
    Step("bot.loops.outbox:record", ROUND),
    Step("bot.loops.outbox:Outbox._settle", ROUND),
)
# due → begun → run → flushed → committed → told
TIMING = (
    Step("bot.loops.timers:_first", LOOK),
    Step(BEGIN, LOOK),
    Step("handlers.timing:on_timer", LOOK),
    Step(FLUSH, LOOK),
    Step(COMMIT, LOOK),
    Step("bot.loops.outbox:Outbox.on_commit", LOOK),
    Step("bot.loops.timers:Timers.on_commit", LOOK),
)
# a start: opened → locked → what was due is set → leases released
STARTING = (
    Step("storage.database:check"),
    Step("handlers.timing:on_started"),
    Step("bot.app:release_other_boots"),
    Step("bot.app:App.run"),
)
# a file that somebody sent: found → named → written → whole → recorded. No process of its own is started for these.
FETCHING = (
    Step("storage.files:list_wanted"),
    Step("bot.loops.file_fetching:Fetching._outcome"),
    Step("storage.folder:Folder.write"),
    Step("storage.folder:Writing.write"),
    Step("storage.folder:Writing.finish"),
    Step("bot.loops.file_fetching:Fetching._written"),
    Step("handlers.casework.received_files:_redraw", RECORD),
    Step(FLUSH, RECORD),
    Step(COMMIT, RECORD),
)
# a paper is made: numbered → handed out → committed → made → sent → recorded
MAKING = (
    Step("handlers.papers.outgoing_numbers:give_number", BATCH),
    Step("handlers.papers.paper_making:hand_out", BATCH),
    Step(FLUSH, BATCH),
    Step(COMMIT, BATCH),
    Step("bot.loops.outbox:lease", ROUND),
    Step("bot.loops.outgoing_files:make_paper"),
    Step("bot.messengers.telegram.client:Telegram.send_copy"),
    Step("bot.loops.outbox:record", ROUND),
    Step(COMMIT, ROUND),
)
STEPS = POLLING + HANDLING + HANDLING_SINGLY + SENDING + TIMING + STARTING
AROUND = (POLL, BATCH, SINGLY, ROUND, LOOK, RECORD)
WHEN = ("before", "after")


@dataclass(frozen=True, slots=True)
class Point:
    """Before or after a step; ``nth`` time that it is reached."""

    step: Step
    when: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.when} {self.step}" + (f" ({self.nth})" if self.nth > 1 else "")


class Failpoints:
    """All steps, wrapped; ``undo`` takes the wrapping off."""

    def __init__(self, die: Callable[[], NoReturn]) -> None:
        self._die = die
        self._armed: Point | None = None
        self._left = 0
        self.struck: list[Point] = []
        self.dead = False
        self._originals: list[tuple[Any, str, Any]] = []
        for place in dict.fromkeys((*AROUND, *(step.place for step in STEPS + FETCHING + MAKING))):
            self._wrap(place)

    def arm(self, point: Point) -> None:
        """From now on, the point is deadly."""
        self._armed, self._left, self.dead = point, point.nth, False

    def revive(self) -> None:
        """Another process begins, and nothing is deadly in it."""
        self._armed, self.dead = None, False

    def undo(self) -> None:
        """Everything as it was."""
        for owner, name, original in reversed(self._originals):
            setattr(owner, name, original)

    def _reach(self, place: str, when: str) -> None:
        if self.dead:
            self._die()  # nothing more happens in this process, whoever runs beside
        point = self._armed
        if point is None or (point.step.place, point.when) != (place, when):
            return
        if point.step.within and point.step.within not in inside.get():
            return
        self._left -= 1
        if self._left == 0:
            self.dead = True
            self.struck.append(point)
            self._die()

    def _wrap(self, place: str) -> None:
        module, _, path = place.partition(":")
        owner_path, _, name = path.rpartition(".")
        owner = pkgutil.resolve_name(f"{module}:{owner_path}" if owner_path else module)
        act = getattr(owner, name)
        self._originals.append((owner, name, act))

        @wraps(act)
        def plain(*args: Any, **named: Any) -> Any:
            self._reach(place, "before")
            result = act(*args, **named)
            try:
                self._reach(place, "after")
            except BaseException:
                if isinstance(result, Writing):
                    result._file.close()  # as the kernel does for who is dead
                raise
            return result

        @wraps(act)
        async def awaited(*args: Any, **named: Any) -> Any:
            token = inside.set((*inside.get(), place))
            try:
                self._reach(place, "before")
                result = await act(*args, **named)
                self._reach(place, "after")
                return result
            finally:
                inside.reset(token)

        setattr(owner, name, awaited if inspect.iscoroutinefunction(act) else plain)
