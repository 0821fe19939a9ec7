"""What may run in one chat beside its reports: somebody is waited for, somebody practises. One frozen class a table."""

from datetime import datetime, timedelta

from msgspec import Struct

from core.vocabulary import CheckInState

BEFORE = timedelta(minutes=10)  # the first reminder
WELL_CARD = "well"  # the subject of the card that asks whether they are well (handlers.checkin.signs)


class CheckIn(Struct, frozen=True):
    """Somebody will write that they are fine by ``due``; if not, coordinators are asked. Its dialogue has what it tells."""

    id: int
    address_id: int
    dialogue_id: int
    state: CheckInState
    created_at: datetime
    due: datetime
    region: str | None = None
    report_id: int | None = None  # what it became when it was missed


class Practice(Struct, frozen=True):
    """Somebody tries out how it is to report; its dialogue has what they answer. Nothing of it stays when it ends."""

    id: int
    address_id: int
    began_at: datetime
    asked_at: datetime | None = None  # when it was enough to ask somebody
    reached: int = 0  # how many a true report would have asked then
    asked: int = 0  # how many were, who agreed to be drilled
    accepted_at: datetime | None = None
    accepted_by: int | None = None  # the member; None: the bot played one
