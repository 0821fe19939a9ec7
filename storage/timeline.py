"""The timeline of a case: lines that are only ever appended, each with a keyed hash over itself and the line before.

To change, remove or reorder lines in the database without the keys breaks the chain. If lines are cut off at the end, it
stays whole; that there are fewer lines than were written shows it (storage.sqlite_notes).

What a line tells can be forgotten (:func:`empty`): its details and who did it are removed; its hash stays, and with it the
chain. A second keyed hash, over what stays, says that we emptied it.
"""

import json
from collections.abc import Collection, Sequence
from datetime import UTC
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.model import Case, TimelineEntry
from core.timeline import TimelineKind
from core.vocabulary import CaseState
from storage.codecs import to_json
from storage.transaction import Transaction

EMPTIED = "timeline-emptied"
START = b""  # what the first line of a case comes after
OWNING = (
    TimelineKind.ACCEPTED,
    TimelineKind.HANDED_OVER,
    TimelineKind.INHERITED,
)  # by these somebody has a case


async def append(
    tx: Transaction, case_id: int, actor_id: int, kind: TimelineKind, details: dict[str, Any]
) -> TimelineEntry:
    """A new line, now. ``actor_id`` is the member, 0 for the bot or a reporter."""
    before = await tx.timeline.by(case_id=case_id)
    previous = before[-1].hash if before else START
    as_kept = json.loads(to_json(details))  # what a later reader hashes: lists for tuples, texts for keys
    line = TimelineEntry(tx.new_id(), case_id, tx.now, actor_id, kind, as_kept, previous, b"")
    tx.new_lines += 1
    return tx.timeline.add(replace(line, hash=_hash(tx, line)))


async def empty(tx: Transaction, case: Case, *, but: Collection[TimelineKind] = ()) -> None:
    """Forget what the lines of a case tell, but of some kinds. A chain that is broken stays broken where it is."""
    broken = await first_broken_line(tx, case)
    for line in await tx.timeline.by(case_id=case.id):
        if line.emptied is None and line.kind not in but:
            left = replace(line, details={}, actor_id=0)
            whole = broken is None or broken.line is None or broken.line.id != line.id
            tx.timeline.put(replace(left, emptied=_hash(tx, left, EMPTIED) if whole else b""))


class Flaw(Struct, frozen=True):
    """Where the history of a case stops being what we wrote.

    ``line``: the first one that does not follow from the lines before it, and its number, from 1. None: all lines are whole,
    but no line is left (``is_empty``), or none says that the member who has the case, first or second, took it.
    """

    case: Case
    line: TimelineEntry | None = None
    number: int = 0
    is_empty: bool = False


async def first_broken_line(tx: Transaction, case: Case) -> Flaw | None:
    """The first line that was changed from outside, or before which one is missing; None where the chain is whole."""
    previous = START
    for number, line in enumerate(await tx.timeline.by(case_id=case.id), 1):
        if line.previous != previous or not _is_ours(tx, line):
            return Flaw(case, line, number)
        previous = line.hash
    return None


async def find_flaw(tx: Transaction, case: Case) -> Flaw | None:
    """What is wrong with the history of this case; None if it is whole and says that the members who have the case took
    it.
    """
    broken = await first_broken_line(tx, case)
    if not await tx.timeline.by(case_id=case.id):
        return Flaw(case, is_empty=True)
    if broken is not None or case.state is not CaseState.ACCEPTED:
        return broken
    owner, second = None, None
    for line in await tx.timeline.by(case_id=case.id):
        if line.kind in OWNING:
            owner = line.details.get("member", line.actor_id)
            second = None if line.kind is not TimelineKind.HANDED_OVER or second == owner else second
        elif line.kind is TimelineKind.JOINED:
            second = line.actor_id
        elif line.kind is TimelineKind.SECOND_LEFT:
            second = None
    fits = (case.owner_id, case.second_id) == (owner, second) and owner is not None
    return None if fits else Flaw(case)


async def find_flaws(tx: Transaction, portion: Sequence[Case]) -> list[Flaw]:
    """Of these cases, in one statement."""
    await tx.timeline.prefetch("case_id", [case.id for case in portion])
    return [found for case in portion if (found := await find_flaw(tx, case)) is not None]


def _is_ours(tx: Transaction, line: TimelineEntry) -> bool:
    if line.emptied is None:
        return line.hash == _hash(tx, line)
    return not line.details and line.emptied == _hash(tx, line, EMPTIED)


def _hash(tx: Transaction, line: TimelineEntry, purpose: str = "timeline") -> bytes:
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [line.id, line.case_id, at, line.actor_id, line.kind, line.details, line.previous.hex()]
    if purpose == EMPTIED:
        content.append(line.hash.hex())
    return tx.keyed_hash(purpose, json.dumps(content, sort_keys=True, separators=(",", ":")))
