"""The timeline of a case: lines that are only ever appended, each with a keyed hash over itself and the line before.

Whoever changes, removes or reorders lines in the database without the keys breaks the chain. Lines cut off at the end are
not noticed by the chain alone.
"""

import json
from dataclasses import replace
from datetime import UTC
from typing import Any

from bot.core.model import Happening
from bot.core.vocabulary import Line
from storage.layout import to_json
from storage.transaction import Transaction

START = b""  # what the first line of a case comes after


async def append(
    tx: Transaction, case_id: int, actor_id: int, kind: Line, details: dict[str, Any]
) -> Happening:
    """A new line, now. ``actor_id`` is the member, 0 for the bot or a reporter."""
    before = await tx.timeline.by(case_id=case_id)
    previous = before[-1].hash if before else START
    as_kept = json.loads(to_json(details))  # what a later reader hashes: lists for tuples, texts for keys
    line = Happening(tx.new_id(), case_id, tx.now, actor_id, kind, as_kept, previous, b"")
    return tx.timeline.add(replace(line, hash=_hash(tx, line)))


async def verify(tx: Transaction, case_id: int) -> bool:
    """Whether the chain of this case is whole."""
    previous = START
    for line in await tx.timeline.by(case_id=case_id):
        if line.previous != previous or line.hash != _hash(tx, line):
            return False
        previous = line.hash
    return True


def _hash(tx: Transaction, line: Happening) -> bytes:
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [line.id, line.case_id, at, line.actor_id, line.kind, line.details, line.previous.hex()]
    return tx.keyed_hash("timeline", json.dumps(content, sort_keys=True, separators=(",", ":")))
