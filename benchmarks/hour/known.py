"""What a bot still knows after the hour, read from its own files once it has stopped."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from benchmarks.contestants import Running
from core.records.lookups import PairAnswer
from storage.database import Database
from storage.transaction import Transaction


@dataclass
class Known:
    """``answers``: questions by person. ``cases``: whose report opened a case, by the number on an offer's button.
    ``opened``: when the update came in that opened it, ``made``: when it was there. ``pairs``: two persons whose cases may
    be one, the answer, and when. ``asked``: of each person's case what became of each who was asked, and when.
    """

    answers: dict[int, set[str]]
    cases: dict[int, int] | None = None
    opened: dict[int, float] = field(default_factory=dict)
    made: dict[int, float] = field(default_factory=dict)
    pairs: list[tuple[int, int, str, float]] = field(default_factory=list)
    digest: dict[str, Any] | None = None
    asked: dict[int, list[tuple[str, float]]] = field(default_factory=dict)

    def linked(self, until: float = math.inf) -> list[tuple[int, int]]:
        """The pairs of which a coordinator had said that they are one."""
        said = (pair for pair in self.pairs if pair[2] == PairAnswer.SAME and pair[3] < until)
        return [(one, other) for one, other, _, _ in said]


async def known(running: Running, program: str, now: datetime) -> Known:
    """All of it."""
    if program != "dabyl":
        return Known(await running.kept())
    database = await running.database()
    try:
        async with database.read(now) as tx:
            return await _of_dabyl(tx)
    finally:
        await database.close()


async def _of_dabyl(tx: Transaction) -> Known:
    chats = {address.id: int(address.chat) for address in await tx.addresses.select()}
    answers: dict[int, set[str]] = {}
    for dialogue in await tx.dialogues.select():
        answers.setdefault(chats[dialogue.address_id], set()).update(dialogue.answers)
    reports = {one.id: one for one in await tx.reports.select()}
    persons: dict[int, int] = {}  # who reported what opened a case
    first: set[int] = set()
    for link in sorted(await tx.links.select(), key=lambda link: link.id):
        if link.report_id not in first:
            first.add(link.report_id)
            persons[link.case_id] = chats[reports[link.report_id].address_id]
    opened = {
        chats[one.address_id]: one.opened_by_update_at.timestamp()
        for one in reports.values()
        if one.opened_by_update_at is not None
    }
    made = {persons[one.id]: one.opened_at.timestamp() for one in await tx.cases.select()}
    pairs = [
        (
            persons[pair.case_id],
            persons[pair.other_id],
            str(pair.answer or ""),
            pair.answered_at.timestamp() if pair.answered_at is not None else 0.0,
        )
        for pair in await tx.pairs.select()
    ]
    digests = sorted(await tx.digests.select(), key=lambda one: one.day)
    cases: dict[int, int] = {}
    asked: dict[int, list[tuple[str, float]]] = {}
    for alert in await tx.alerts.select():
        cases[alert.id] = person = persons[alert.case_id]
        asked.setdefault(person, []).append((str(alert.state), alert.offered_at.timestamp()))
    return Known(answers, cases, opened, made, pairs, digests[-1].figures if digests else None, asked)


class Pairs:
    """Whether the cases of a pair are about one detention, for coordinators who know who was meant. Dabyl runs beside."""

    def __init__(self, database: Database, detention: dict[int, int]) -> None:
        self._database = database
        self._detention = detention  # of each person
        self._known: dict[int, int] = {}  # of each case

    async def same(self, number: int, now: datetime) -> bool:
        """Of the pair with this number."""
        async with self._database.read(now) as tx:
            pair = await tx.pairs.get(number)
            assert pair is not None  # its buttons are on a card
            return len({await self._of(tx, case) for case in (pair.case_id, pair.other_id)}) == 1

    async def _of(self, tx: Transaction, case: int) -> int:
        if case not in self._known:
            first = min(await tx.links.by(case_id=case), key=lambda link: link.id)
            report = await tx.reports.get(first.report_id)
            assert report is not None  # the link is its
            address = await tx.addresses.get(report.address_id)
            assert address is not None  # the report is theirs
            self._known[case] = self._detention[int(address.chat)]
        return self._known[case]


def groups(pairs: Iterable[tuple[int, int]]) -> int:
    """How many persons' cases become one with another: by how much their number shrinks."""
    into: dict[int, int] = {}

    def root(one: int) -> int:
        while into.get(one, one) != one:
            one = into[one]
        return one

    joined = 0
    for one, other in pairs:
        here, there = root(one), root(other)
        joined += here != there
        into[here] = there
    return joined
