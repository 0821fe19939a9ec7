"""What a press or a typed command is about in this room. None: nothing of ours is named."""

from msgspec import Struct

from bot.core.incidents import Incident, IncidentLink
from bot.core.model import Member
from handlers import pressed
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in

SURE = "sure"
WORDS = (
    "show", "confirm", "unconfirm", "refuse", "unrefuse", "add", "none", "case", "out", "name", "pattern", "end", "reopen",
)  # fmt: skip


class OnIncident(Struct, frozen=True):
    """``member`` is the actor; ``word`` says what is wanted."""

    member: Member
    incident: Incident
    word: str


class OnDecision(OnIncident, frozen=True):
    """What was said of one of its cases, and perhaps of others with the same press."""

    link: IncidentLink


class OnBoth(OnCase, frozen=True):
    """A case, and an incident."""

    incident: Incident


async def one(turn: Turn, argument: str) -> OnIncident | None:
    """``number:word``: the incident of that number."""
    number, _, word = argument.partition(":")
    found = await turn.tx.incidents.get(id_in(number) or 0)
    if turn.member is None or found is None or word not in WORDS:
        return None
    return OnIncident(turn.member, found, word)


async def decision(turn: Turn, argument: str) -> OnDecision | None:
    """``number:standing``: the link of that number, as it stood when the button was made."""
    number, _, word = argument.partition(":")
    link = await turn.tx.incident_links.get(id_in(number) or 0)
    found = await turn.tx.incidents.get(link.incident_id) if link is not None else None
    if turn.member is None or link is None or found is None:
        return None
    return OnDecision(turn.member, found, word, link)


async def both(turn: Turn, argument: str) -> OnBoth | None:
    """``case:incident`` or ``case:incident:sure``."""
    number, _, rest = argument.partition(":")
    of, _, word = rest.partition(":")
    found, incident = await pressed.case(turn, number), await turn.tx.incidents.get(id_in(of) or 0)
    if found is None or incident is None or word not in ("", SURE):
        return None
    return OnBoth(found.member, found.case, word, incident)


async def name(turn: Turn, argument: str) -> str:
    """How a new incident is to be called; or nothing."""
    return " ".join(argument.split())
