"""When something of ours is in other hands: what was done, who was told and has confirmed it; and the keys that seal."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class EmergencyKind(StrEnum):
    """What was done. The first three last until they are ended; the others are only written down."""

    SILENCE = "silence"  # nothing is sent but one sentence to people who write
    ANNOUNCED = "announced"  # members are told of the second bot, and confirm it
    SUCCEEDED = (
        "succeeded"  # another bot writes now; each chat is ours again when its person presses start there
    )
    PHONE = "phone"
    TOKEN = "token"
    ROTATED = "rotated"


class EmergencyStep(Struct, frozen=True):
    """One step, since when and until when."""

    id: int
    step: EmergencyKind
    at: datetime
    ended_at: datetime | None = None


class Notice(Struct, frozen=True):
    """Somebody has to know of a step; ``confirmed_at``: when they said, or showed, that they do."""

    id: int
    step_id: int  # EmergencyStep
    address_id: int
    told_at: datetime
    confirmed_at: datetime | None = None


class SealingKey(Struct, frozen=True):
    """A key that was put in front by ``dabyl keys rotate``; nothing of it but the id by which it is known."""

    key: str
    since: datetime
    alone_since: datetime | None = None  # since when nothing needs an earlier one
