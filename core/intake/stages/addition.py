"""Words for a report or a case that is there."""

from datetime import datetime, timedelta

from core.intake.belonging import Belonging, belonging
from core.intake.message import ReadMessage
from core.intake.standing import GuestOf, Standing
from core.model import Guest
from core.vocabulary import GuestStanding, ReportState

TO_PROVE = timedelta(minutes=30)  # after the code; later a place is a word like others
SHORT = 6  # words of an answer


def copied_for_guest(message: ReadMessage, standing: Standing) -> bool:
    """Nobody here was told that the code is right: its report has a copy of the words, which go on as they would."""
    return standing.guest is not None and standing.guest.guest.standing is GuestStanding.UNTOLD


def is_of_guest(message: ReadMessage, standing: Standing) -> bool:
    """Words of a guest for the report that they are a guest of: its code is what was said last here. Later the chat's own
    reports come first; members write notes, and only answer where they were asked.
    """
    came = standing.guest
    if came is None or came.guest.standing is GuestStanding.UNTOLD or standing.asking is not None:
        return False
    guest = came.guest
    asked = guest.standing is not GuestStanding.EARLIER and standing.now - guest.since <= TO_PROVE
    if standing.member is not None:
        return asked and proving_place(message, guest, standing.now) is not None
    return (asked or not standing.open_reports) and not _is_another(message, came)


def proving_place(message: ReadMessage, guest: Guest, now: datetime) -> str | None:
    """The place in a short answer to the question where it happened; None for all other words."""
    if guest.standing is not GuestStanding.BY_CODE or now - guest.since > TO_PROVE or not message.is_typed:
        return None
    if message.number_of_words > SHORT or message.read.happening or message.place is None:
        return None
    return message.place.city or message.place.region


def _is_another(message: ReadMessage, came: GuestOf) -> bool:
    """Whether an earlier chat tells of something new. A chat that has only the code is not checked: the answer would
    tell where the report is; it has a button.
    """
    if came.guest.standing is not GuestStanding.EARLIER:
        return False
    if came.known.report.state is ReportState.CLOSED:
        return message.read.happening
    return belonging(message, came.known, by_member=False) is Belonging.ANOTHER


def is_note(message: ReadMessage, standing: Standing) -> bool:
    """All else that a member writes."""
    return standing.writes_notes
