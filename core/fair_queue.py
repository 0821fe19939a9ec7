"""Whose message is read next, of all that wait: people come in turn, no matter what they send.

    cost        what a message takes to read; people on the roster pay a part of it
    a person    has their messages in order; each that is read moves the next one back by its cost
    first       is the person whose next message would be finished first: who has used little and wrote little
    a newcomer  starts beside those who have waited longest, neither before them nor behind what others have used

So ten thousand messages of one person delay another person's message by only one of them, a thousand long messages of a
thousand people hardly delay a short one, and nobody waits for ever. When nothing waits, the accounts are cleared.
"""

from collections import deque
from heapq import heappop, heappush

from msgspec import Struct


class _WaitingPerson(Struct):
    used: float
    waiting: deque[tuple[int, float]]  # id, cost


class FairQueue:
    """What waits, by its id."""

    def __init__(self) -> None:
        self._people: dict[str, _WaitingPerson] = {}  # also who has used something since anything waits
        self._next: list[
            tuple[float, int, str]
        ] = []  # when it would be over, id, person: of each who waits one
        self._ids: set[int] = set()
        self._least: float | None = 0.0  # what those have used of whom least was read; None: to be looked up

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: int) -> bool:
        return id in self._ids

    def offer(self, id: int, person: str, cost: float) -> None:
        """One more message of a person, behind their others."""
        known = self._people.get(person)
        if known is None or not known.waiting:
            started = max(known.used if known is not None else 0.0, self._least_used())
            known = self._people[person] = _WaitingPerson(started, deque())
        known.waiting.append((id, cost))
        self._ids.add(id)
        if len(known.waiting) == 1:
            self._enter(person)

    def take(self, most: int, room: float) -> list[int]:
        """The next ones: at most so many, whose costs together fit in ``room``; one at least, if any waits."""
        taken: list[int] = []
        while self._next and len(taken) < most:
            person = self._people[self._next[0][2]]
            id, cost = person.waiting[0]
            if taken and cost > room:
                break
            room -= cost
            _, _, name = heappop(self._next)
            person.waiting.popleft()
            person.used += cost
            taken.append(id)
            self._ids.discard(id)
            if person.waiting:
                self._enter(name)
        if not self._ids:
            self._people.clear()
        self._least = None
        return taken

    def _enter(self, name: str) -> None:
        person = self._people[name]
        id, cost = person.waiting[0]
        heappush(self._next, (person.used + cost, id, name))

    def _least_used(self) -> float:
        if self._least is None:
            self._least = min((self._people[name].used for *_, name in self._next), default=0.0)
        return self._least
