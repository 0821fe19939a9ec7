"""Telegram's phones, as the playground drives and draws them.

What people do with them is a table of acts. An act changes the world and queues what the bot would get. Each act takes the
person and JSON data, so that a web page, a test and a phone that was offline all use the same. Missing data raises KeyError;
what a phone could not do raises ControlError.
"""

import base64
import re
from collections.abc import Callable
from itertools import takewhile

from playground.bot_api.content import CAPTION, TEXT, units
from playground.bot_api.errors import ControlError
from playground.bot_api.sending import UNCOPIED, origin_of
from playground.updates import QUERY_LIFE
from playground.world import Chat, Json, Message, Person, World, show_chat, show_message, show_person

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]+)?")


def act(world: World, person: Person, name: str, body: Json) -> Json:
    """Carry out an act by name, or keep it for later if the phone is offline."""
    if name == "online":
        return online(world, person)
    if person.offline is not None and name != "offline":
        ACTS[name]  # an unknown act is refused at once
        person.offline.append((name, body))
        return {"waiting": len(person.offline)}
    return ACTS[name](world, person, body)


def offline(world: World, person: Person, body: Json) -> Json:
    """The phone loses its network: what is done from now on waits."""
    person.offline = person.offline or []
    world.changed.beat()
    return {"waiting": len(person.offline)}


def online(world: World, person: Person) -> Json:
    """All that waited arrives in a burst; Telegram dates it when it arrives."""
    waited, person.offline = person.offline or [], None
    world.changed.beat()
    return {"done": [act(world, person, name, body) for name, body in waited]}


def write(world: World, person: Person, body: Json) -> Json:
    """``text``; optionally ``chat_id`` and ``reply_to`` (a message id)."""
    text = body["text"]
    if not isinstance(text, str) or not 1 <= units(text) <= TEXT:
        raise ControlError(400, f"a message has 1 to {TEXT} characters")
    return _says(world, person, body, {"text": text, **_command(text)})


def write_rich(world: World, person: Person, body: Json) -> Json:
    """A rich message: its ``blocks`` (RichBlock of the Bot API); like Telegram's it has no text."""
    return _says(world, person, body, {"rich_message": {"blocks": body["blocks"]}})


def _command(text: str) -> Json:
    found = COMMAND.match(text)
    return {"entities": [{"type": "bot_command", "offset": 0, "length": found.end()}]} if found else {}


def start(world: World, person: Person, body: Json) -> Json:
    """The start button: takes back a block, then sends /start, with ``payload`` if a link had one."""
    if person.blocked:
        unblock(world, person, {})
    payload = body.get("payload", "")
    return write(world, person, {"text": f"/start {payload}".strip()})


def tap(world: World, person: Person, body: Json) -> Json:
    """``message_id`` and ``data`` of an inline button. The data may be forged, the message old or gone."""
    chat = _chat(world, person, body)
    message = chat.messages.get(int(body["message_id"]))
    if message is None:
        raise ControlError(404, "no such message")
    shown = {"chat": chat.shown, "message_id": message.id, "date": 0} if message.deleted else message.shown
    number = str(4_000_000_000 + world.updates.next_id)
    now = world.clock.now()
    while world.queries and next(iter(world.queries.values()))[1] <= now:
        world.queries.popitem(last=False)
    world.queries[number] = (person.id, now + QUERY_LIFE)
    query = {"id": number, "from": person.user(), "chat_instance": str(chat.id), "data": body["data"]}
    world.updates.add("callback_query", {**query, "message": shown})
    return {"query_id": number}


def location(world: World, person: Person, body: Json) -> Json:
    """``latitude`` and ``longitude``, degrees."""
    place = {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
    return _says(world, person, body, {"location": place})


def contact(world: World, person: Person, body: Json) -> Json:
    """A contact card: ``phone_number`` (may be empty), ``first_name``, optionally ``last_name`` and ``user_id``."""
    card = {
        name: body[name] for name in ("phone_number", "first_name", "last_name", "user_id") if name in body
    }
    return _says(world, person, body, {"contact": {"phone_number": "", "first_name": "", **card}})


def file(world: World, person: Person, body: Json) -> Json:
    """``kind``, ``content`` (base64); optionally ``name``, ``mime``, ``duration`` (seconds), ``caption``."""
    caption = body.get("caption", "")
    if units(caption) > CAPTION:
        raise ControlError(400, f"a caption has at most {CAPTION} characters")
    stored = world.files.add(
        body["kind"],
        base64.b64decode(body["content"]),
        name=body.get("name", ""),
        mime=body.get("mime", ""),
        duration=body.get("duration"),
    )
    content = world.files.content(stored)
    return _says(world, person, body, {**content, **({"caption": caption} if caption else {})})


def forward(world: World, person: Person, body: Json) -> Json:
    """``message_id`` of the chat ``from_chat_id`` (default: the chat with the bot), or ``text`` from elsewhere.

    From elsewhere it has ``date`` (Unix seconds) and ``name`` of the writer, whose account is hidden, unless
    ``user`` (a person's id) is given.
    """
    if "message_id" in body:
        source = world.chats[int(body.get("from_chat_id", person.id))].messages[int(body["message_id"])]
        if source.shown.get("has_protected_content"):
            raise ControlError(409, "this message is protected and cannot be forwarded")
        content = {
            key: value for key, value in source.shown.items() if key not in UNCOPIED | {"reply_markup"}
        }
        return _says(world, person, body, {"forward_origin": origin_of(source), **content})
    origin: Json = {
        "type": "hidden_user",
        "sender_user_name": body.get("name", "?"),
        "date": int(body["date"]),
    }
    if "user" in body:
        writer = world.people[int(body["user"])].user()
        origin = {"type": "user", "sender_user": writer, "date": int(body["date"])}
    return _says(world, person, body, {"forward_origin": origin, "text": body["text"]})


def edit(world: World, person: Person, body: Json) -> Json:
    """New ``text`` (or caption) for an own message ``message_id``."""
    chat = _open_chat(world, person, body)
    message = chat.messages[int(body["message_id"])]
    if message.sender != person.id or message.deleted:
        raise ControlError(409, "only own messages can be edited")
    field = "text" if "text" in message.shown else "caption"
    kept = {key: value for key, value in message.shown.items() if key not in ("entities", "caption_entities")}
    changed = {"edit_date": int(world.clock.now().timestamp()), field: body["text"], **_command(body["text"])}
    message.shown = {**kept, **changed}
    world.touch(message)
    _tell(world, chat, message, "edited_")
    return {"message_id": message.id}


def delete(world: World, person: Person, body: Json) -> Json:
    """``message_id`` disappears from this phone. No update reaches a bot, and the bot's side keeps it."""
    message = _chat(world, person, body).messages[int(body["message_id"])]
    message.hidden.add(person.id)
    world.touch(message)
    return {}


def block(world: World, person: Person, body: Json) -> Json:
    """The person blocks the bot."""
    if not person.blocked:
        person.blocked = True
        world.notify_member(world.private_chat(person), person.user(), "member", "kicked")
    return {}


def unblock(world: World, person: Person, body: Json) -> Json:
    """Let the bot write again."""
    if person.blocked:
        person.blocked = False
        world.notify_member(world.private_chat(person), person.user(), "kicked", "member")
    return {}


def _chat(world: World, person: Person, body: Json) -> Chat:
    chat_id = int(body.get("chat_id") or person.id)
    if chat_id == person.id:
        return world.private_chat(person)
    chat = world.chats.get(chat_id)
    if chat is None or person.id not in chat.members:
        raise ControlError(409, "this person is not in that chat")
    return chat


def _open_chat(world: World, person: Person, body: Json) -> Chat:
    chat = _chat(world, person, body)
    if chat.private and person.blocked:
        raise ControlError(409, "this person has blocked the bot")
    if chat.migrated_to is not None:
        raise ControlError(409, "this group is now a supergroup")
    return chat


def _says(world: World, person: Person, body: Json, content: Json) -> Json:
    chat = _open_chat(world, person, body)
    if body.get("reply_to"):
        replied = chat.messages[int(body["reply_to"])]
        content["reply_to_message"] = {k: v for k, v in replied.shown.items() if k != "reply_to_message"}
    message = world.post(chat, person, content)
    _tell(world, chat, message)
    return {"message_id": message.id}


def _tell(world: World, chat: Chat, message: Message, prefix: str = "") -> None:
    """Queue the update, if the bot sees it: in groups only as administrator, or commands and replies to it."""
    shown = message.shown
    if not chat.private:
        replied = shown.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]
        addressed = replied or shown.get("text", "").startswith("/")
        if chat.bot != "administrator" and not (chat.bot == "member" and addressed):
            return
    world.updates.add(prefix + ("channel_post" if chat.type == "channel" else "message"), shown)


Act = Callable[[World, Person, Json], Json]
ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        write,
        write_rich,
        start,
        tap,
        location,
        contact,
        file,
        forward,
        edit,
        delete,
        block,
        unblock,
        offline,
    )
}


MOST_WAITING = 500


class TelegramPhones:
    """See playground.world."""

    name = "telegram"

    def __init__(self, world: World) -> None:
        self._world = world
        self.changed = world.changed

    @property
    def version(self) -> int:
        return self.changed.version

    def has(self, id: int) -> bool:
        return id in self._world.people or id in self._world.chats

    def people(self) -> list[Json]:
        return [show_person(person) for person in self._world.people.values()]

    def chats(self) -> list[Json]:
        return [_chat_as_json(chat) for chat in self._world.chats.values()]

    def lines(self, chat: int, after: int, viewer: int = 0) -> list[Json]:
        found = self._world.chats.get(chat)
        newest_first = reversed(found.messages.values()) if found else iter(())
        changed = list(takewhile(lambda message: message.version > after, newest_first))
        return [_line(message, viewer) for message in reversed(changed)]

    def notices(self, person: int) -> list[Json]:
        return self._world.people[person].notices

    def waiting(self) -> list[list[int]]:
        found = []
        for _, update in self._world.updates.waiting()[:MOST_WAITING]:
            message = update.get("message") if isinstance(update, dict) else None
            if isinstance(message, dict) and "message_id" in message:
                found.append([message["chat"]["id"], message["message_id"]])
        return found

    def add(self, about: Json) -> Json:
        return show_person(self._world.add_person(**about))

    def act(self, person: int, name: str, body: Json) -> Json:
        return act(self._world, self._world.people[person], name, body)

    def file(self, id: str) -> tuple[bytes, str] | None:
        found = self._world.files.by_id.get(id)
        return (found.content, found.mime) if found is not None else None


def _chat_as_json(chat: Chat) -> Json:
    """``action``: what the bot does in it just now, and until when."""
    action = None if chat.action is None else [chat.action[0], chat.action[1].isoformat()]
    return {**show_chat(chat), "action": action}


def _line(message: Message, viewer: int) -> Json:
    """``hidden``: on whose phones it was removed."""
    return {**show_message(message, viewer), "hidden": sorted(message.hidden)}
