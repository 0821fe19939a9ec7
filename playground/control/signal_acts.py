"""What people do with Signal on their phones, as a table of acts. What they send becomes an envelope for the bot.

A message is named by its place on the phone, the first is 1. Missing data raises KeyError.
"""

import base64
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playground.bot_api.errors import ControlError
from playground.signal_cli.people import Bubble, SignalNetwork, SignalPerson
from playground.world import Json

TEXT = 2000  # characters; a longer one travels as a file
SEVENTIES = datetime(1970, 1, 2, tzinfo=UTC)
MIMES = {"photo": "image/jpeg", "voice": "audio/aac", "video": "video/mp4"}
Find = Callable[[SignalPerson, int], Bubble]
Act = Callable[[SignalNetwork, SignalPerson, Json, Find], Json]


def write(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """``text``; optionally ``reply_to``."""
    text = body["text"]
    if not isinstance(text, str) or not 1 <= len(text) <= TEXT:
        raise ControlError(400, f"a message has 1 to {TEXT} characters")
    quote = find(person, int(body["reply_to"])).number if body.get("reply_to") else None
    signal.writes(person, text, quote=quote)
    return {}


def start(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """The first message: there is no button for it. ``payload``: the word that an invitation asks for."""
    person.blocked = False
    return write(signal, person, {"text": body.get("payload") or "/start"}, find)


def react(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """``emoji`` on ``message_id``; the same again takes it away."""
    bubble = find(person, int(body["message_id"]))
    again = bubble.reaction == body["emoji"]
    signal.reacts(person, bubble.number, body["emoji"], remove=again)
    return {}


def file(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """``kind``, ``content`` (base64); optionally ``name``, ``mime``, ``caption``."""
    mime = body.get("mime") or MIMES.get(body["kind"], "application/octet-stream")
    content = base64.b64decode(body["content"])
    signal.sends(person, content, mime, name=body.get("name", ""), text=body.get("caption", ""))
    return {}


def contact(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """A card: ``phone_number`` (may be empty), ``first_name``."""
    number = body.get("phone_number")
    card = {"name": {"given": body.get("first_name", "")}, "phone": [{"value": number}] if number else []}
    signal.writes(person, "", contacts=[card])
    return {}


def edit(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """New ``text`` for an own message."""
    signal.corrects(person, _own_bubble(person, body, find), body["text"])
    return {}


def delete(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """An own message is deleted for both; one of the bot's only here, of which nobody hears."""
    bubble = find(person, int(body["message_id"]))
    if bubble.from_bot:
        del person.bubbles[bubble.number]
    else:
        signal.takes_back(person, bubble)
    return {}


def read(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """They look at the chat; a phone that tells so does."""
    signal.reads(person)
    return {}


def block(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """What we send is shown no more; nobody is told."""
    person.blocked = True
    return {}


def unblock(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """Let the bot write again."""
    person.blocked = False
    return {}


def reinstall(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """Signal is installed again: the chat is empty, and the phone has another key."""
    signal.reinstalls(person)
    return {}


def leave(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """The account is deleted, or there again."""
    person.registered = not person.registered
    return {}


def clock(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """The phone's clock is in 1970, or right again."""
    person.skew = timedelta() if person.skew else SEVENTIES - signal.clock.now()
    return {}


def disappear(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """After how many ``seconds`` new messages disappear on both sides; 0: never."""
    person.disappearing = int(body["seconds"])
    at = signal.stamp(person.skew)
    changed = {"timestamp": at, "message": None, "expiresInSeconds": person.disappearing}
    signal.arrives(person, at, dataMessage={**changed, "isExpirationUpdate": True})
    return {}


def offline(signal: SignalNetwork, person: SignalPerson, body: Json, find: Find) -> Json:
    """No network: what comes waits at Signal."""
    person.online = False
    return {}


def _own_bubble(person: SignalPerson, body: Json, find: Find) -> Bubble:
    bubble = find(person, int(body["message_id"]))
    if bubble.from_bot or bubble.deleted:
        raise ControlError(409, "only own messages can be edited")
    return bubble


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        *(write, start, react, file, contact, edit, delete, read),
        *(block, unblock, reinstall, leave, clock, disappear, offline),
    )
}
