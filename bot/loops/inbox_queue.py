"""Which open rows of the inbox are handled next: people in turn (core.fair_queue), as many as can be read in a moment. What
a row means is read by the messenger from which it came.

A look into the table finds rows that are new to us. Those that fit into one batch are handled at once; of the rest only ids
are kept, and the rows are read when their turn comes. A batch stays taken until it is marked as done, so a batch that failed
comes again.
"""

from collections.abc import Callable, Collection, Iterable

from bot.messengers.errors import Unreadable
from bot.messengers.messenger import Messenger
from core.fair_queue import FairQueue
from core.incoming import Incoming
from core.traffic import InboxUpdate
from handlers import dispatch
from handlers.forms.input_reading import BASE, MOST
from storage import inbox
from storage.transaction import Transaction

Meaning = Incoming | Unreadable


class Reader:
    """Those who can tell it."""

    def __init__(self, messengers: Iterable[Messenger]) -> None:
        self._of = {messenger.name: messenger for messenger in messengers}

    def __call__(self, row: InboxUpdate) -> Meaning:
        """What came in, or why nobody can tell."""
        messenger = self._of.get(row.messenger)
        if messenger is None:
            return Unreadable("UnknownMessenger")
        try:
            return messenger.parse(row.raw)
        except Unreadable as error:
            return error

    def kind_of(self, row: InboxUpdate) -> str:
        """What an administrator is told of a row that could not be handled: no word of it."""
        messenger = self._of.get(row.messenger)
        return messenger.kind_of(row.raw) if messenger is not None else row.messenger


BATCH = 32  # rows
ROOM = 3_000  # what the reading of one batch costs, in characters; a row costs more only if it comes alone
ROSTER = 10  # members pay so many times less, so that people who work on cases are not held up by a flood of reports
LOOK = 1_000  # rows
REMEMBERED = 50_000  # ids; what came later waits in the table
OFTEN = 64  # looks in a flood, after which one begins at the oldest: somebody may have put a parked row back


class Arrivals:
    """What waits to be handled. ``left_over``: rows that were open when we started."""

    def __init__(self, read: Callable[[InboxUpdate], Meaning]) -> None:
        self._read = read
        self._queue = FairQueue()
        self._taken: list[int] = []
        self._seen = 0
        self._more = True  # the table may have rows that no look has found
        self._looks = 0
        self._started = False
        self.left_over: set[int] = set()

    @property
    def empty(self) -> bool:
        """Whether nothing is known to wait."""
        return not (self._taken or self._queue or self._more)

    async def batch(self, tx: Transaction) -> list[tuple[InboxUpdate, Meaning]]:
        """The rows to be handled now, in the order of their arrival: those still taken, else the next ones.

        After a start those come first that were being tried when an earlier run ended; and with them others, so that none of
        them need be the first of all, which finds everything cold.
        """
        if not self._started:
            self.left_over, suspects = await inbox.all_open(tx)
            others = sorted(self.left_over.difference(suspects)) if suspects else []
            self._taken, self._started = sorted([*suspects, *others][:BATCH]), True
        if self._taken:
            if found := [(row, self._read(row)) for row in await inbox.still_open(tx, self._taken)]:
                return found
            self.done()
        new = await self._look(tx)
        if not self._queue and len(new) <= BATCH and sum(map(_cost, new.values())) <= ROOM:
            self._taken = [row.id for row in new]
            self._found(new)
            return list(new.items())
        members = await dispatch.senders_on_roster(
            tx, [incoming for incoming in new.values() if isinstance(incoming, Incoming)]
        )
        for row, meaning in new.items():
            share = ROSTER if _person(meaning) in members else 1
            self._queue.offer(row.id, "\0".join(_person(meaning)), _cost(meaning) / share)
        self._found(new)
        self._taken = sorted(self._queue.take(BATCH, ROOM))
        rows = {row.id: row for row in new}
        unread = [id for id in self._taken if id not in rows]
        rows |= {row.id: row for row in (await inbox.still_open(tx, unread) if unread else ())}
        chosen = [rows[id] for id in self._taken if id in rows]
        return [(row, new[row] if row in new else self._read(row)) for row in chosen]

    def done(self, but: Collection[int] = ()) -> None:
        """The batch was handled; these of it are to be tried again."""
        self.left_over.difference_update(id for id in self._taken if id not in but)
        self._taken = list(but)

    async def _look(self, tx: Transaction) -> dict[InboxUpdate, Meaning]:
        """Rows that no look has found, with what they mean."""
        if len(self._queue) >= REMEMBERED:
            return {}
        self._looks += 1
        from_the_oldest = not self._queue or self._looks % OFTEN == 0
        rows = await inbox.next_open(tx, LOOK, after=0 if from_the_oldest else self._seen)
        self._more = len(rows) == LOOK
        if not rows:
            self.left_over.clear()
        return {row: self._read(row) for row in rows if row.id not in self._queue}

    def _found(self, new: Collection[InboxUpdate]) -> None:
        """They are kept in mind: only now the next look may begin behind them."""
        self._seen = max([self._seen, *(row.id for row in new)])


def _person(meaning: Meaning) -> tuple[str, str]:
    return (meaning.messenger, meaning.sender) if isinstance(meaning, Incoming) else ("", "")


def _cost(meaning: Meaning) -> int:
    """Long texts are dearer than their length, and the longest come alone."""
    length = min(len(meaning.text), MOST) if isinstance(meaning, Incoming) else 0
    return BASE + length + length * length // 1000
