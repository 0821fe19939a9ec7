"""Rounds of calls to stations, and the calls: one frozen class a table, one field a column.

What a station answered is evidence, and so a claim of each case that it is about (kind ``call``); the rows here say who
rings which station now, so that two never ring one, and what was rung in a region.
"""

from datetime import datetime

from msgspec import Struct

from core.vocabulary import StationAnswer


class CallRound(Struct, frozen=True):
    """Stations of a region are asked: for the people of a case, or for all who are looked for there."""

    id: int
    region: str
    started_by: int  # the member
    started_at: datetime
    case_id: int | None = None  # None: for all of the region
    ended_at: datetime | None = None  # they are found


class StationCall(Struct, frozen=True):
    """A member rings a station; without an answer it is theirs to ring, for some minutes."""

    id: int
    round_id: int
    station: str
    member_id: int
    began_at: datetime
    answer: StationAnswer | None = None
    answered_at: datetime | None = None
    again_at: datetime | None = None  # when they want to be rung again
