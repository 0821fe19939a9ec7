"""Who asks where a person is, and by what people in cases are found: one frozen class a table, one field a column."""

from datetime import datetime

from msgspec import Struct

from bot.core.vocabulary import LookUpState


class LookUp(Struct, frozen=True):
    """Somebody asks where a person is. The city and the number to call back stand in its dialogue."""

    id: int
    address_id: int
    dialogue_id: int
    state: LookUpState
    created_at: datetime
    names: tuple[str, ...] = ()  # sealed
    words: tuple[str, ...] = ()  # sealed; all that was typed, in its order
    settled_at: datetime | None = None
    settled_by: int | None = None  # the member; None also where the person reports it themselves
    report_id: int | None = None  # what it became


class NameBlock(Struct, frozen=True):
    """One hash by which a person of a case is found, or the case by a phone (bot.core.matching.blocks).

    ``through``: the pass; ``key``: tells which key made the hash.
    """

    id: int
    case_id: int
    person_id: int | None
    through: str
    hash: bytes
    key: bytes
