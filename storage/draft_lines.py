"""What coordinators did with words of which no case was made: lines that are only ever appended, each with a keyed hash over
itself and the line before, as those of a case (storage.timeline). When a case is made of the words, its timeline tells it.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC

from msgspec.structs import replace

from core.timeline import TimelineKind
from core.unread import Act, DraftLine
from storage import timeline
from storage.schema import draft_lines
from storage.transaction import Transaction

TOLD = (Act.READ, Act.ANSWERED)


async def append(tx: Transaction, report_id: int, actor_id: int, kind: Act) -> DraftLine:
    """A new line, now. ``actor_id`` is the member, 0 for the bot."""
    before = await all_lines(tx, report_id)
    previous = before[-1].hash if before else timeline.START
    line = DraftLine(tx.new_id(), report_id, tx.now, actor_id, kind, previous, b"")
    return tx.draft_lines.add(replace(line, hash=_hash(tx, line)))


async def all_lines(tx: Transaction, report_id: int) -> list[DraftLine]:
    """All lines of a draft, oldest first."""
    return await tx.draft_lines.by(report_id=report_id)


async def move(tx: Transaction, report_id: int, case_id: int) -> None:
    """A case is made of the draft: who has read it, and who has answered, stands in the timeline from now on."""
    for line in await all_lines(tx, report_id):
        if line.kind in TOLD:
            kind = TimelineKind.READ_BEFORE if line.kind is Act.READ else TimelineKind.ANSWERED_BEFORE
            await timeline.append(tx, case_id, line.actor_id, kind, {"at": line.at.isoformat()})
        tx.draft_lines.remove(line.id)


async def changed(tx: Transaction) -> int:
    """Of how many drafts the lines are not as we wrote them."""
    every: defaultdict[int, list[DraftLine]] = defaultdict(list)
    for line in await tx.draft_lines.select(order_by=draft_lines.c.id):
        every[line.report_id].append(line)
    return sum(not is_whole(tx, lines) for lines in every.values())


def is_whole(tx: Transaction, lines: Sequence[DraftLine]) -> bool:
    """Whether every line of one draft is as we wrote it, and none is missing before another."""
    previous = timeline.START
    for line in lines:
        if line.previous != previous or line.hash != _hash(tx, line):
            return False
        previous = line.hash
    return True


def _hash(tx: Transaction, line: DraftLine) -> bytes:
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [line.id, line.report_id, at, line.actor_id, line.kind, line.previous.hex()]
    return tx.keyed_hash("line of a draft", json.dumps(content, separators=(",", ":")))
