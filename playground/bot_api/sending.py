"""Methods that put something new into a chat."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playground.bot_api.access import check_kind, count_send, known_chat, message_of, present, writable
from playground.bot_api.content import read_caption, read_file, read_markup, read_text
from playground.bot_api.errors import QUERY_TOO_OLD, bad_request
from playground.bot_api.parameters import Params, degrees, flag, integer, string
from playground.files import DOWNLOAD_LIMIT
from playground.world import Chat, Json, Message, World

ACTION_LIFE = timedelta(seconds=5)
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
OPTIONS = frozenset(
    [
        "chat_id",
        "message_thread_id",
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "message_effect_id",
        "reply_parameters",
        "reply_markup",
    ]
)
CARRIED = ("link_preview_options", "message_thread_id")  # said with the message, shown with it
UNCOPIED = frozenset({"message_id", "from", "sender_chat", "chat", "date", "edit_date", "reply_to_message"})


def send_message(world: World, params: Params) -> Json:
    """The Bot API's sendMessage: a message of text alone."""
    chat = writable(world, params)
    return _send(world, chat, params, read_text(params)).shown


def send_file(kind: str) -> Callable[[World, Params], Json]:
    """sendPhoto, sendVoice and the rest: one rule, the parameter is named by the kind."""

    def send(world: World, params: Params) -> Json:
        chat = writable(world, params)
        caption = read_caption(params)
        file = read_file(params, kind, world.files)
        return _send(world, chat, params, {**world.files.content(file), **caption}).shown

    return send


def send_location(world: World, params: Params) -> Json:
    """sendLocation: a pin that the app draws on its own map."""
    chat = writable(world, params)
    place = {name: degrees(params, name, most) for name, most in (("latitude", 90), ("longitude", 180))}
    return _send(world, chat, params, {"location": place}).shown


def copy_message(world: World, params: Params) -> Json:
    """copyMessage: the content only, no word of where it came from."""
    source, chat = _source(world, params, "message to copy")
    content = {
        name: value for name, value in source.shown.items() if name not in UNCOPIED | {"forward_origin"}
    }
    content.pop("reply_markup", None)
    return {"message_id": _send(world, chat, params, {**content, **read_caption(params)}).id}


def forward_message(world: World, params: Params) -> Json:
    """forwardMessage: the content with its origin."""
    source, chat = _source(world, params, "message to forward")
    if source.shown.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    content = {name: value for name, value in source.shown.items() if name not in UNCOPIED}
    content.pop("reply_markup", None)
    content.setdefault("forward_origin", origin_of(source))
    return _send(world, chat, params, content).shown


def origin_of(message: Message) -> Json:
    """The Bot API's MessageOrigin of a message."""
    if message.chat.type == "channel":
        return {
            "type": "channel",
            "chat": message.chat.shown,
            "message_id": message.id,
            "date": message.shown["date"],
        }
    return {"type": "user", "sender_user": message.shown["from"], "date": message.shown["date"]}


def _source(world: World, params: Params, what: str) -> tuple[Message, Chat]:
    chat = writable(world, params)
    return message_of(known_chat(world, params, "from_chat_id"), integer(params, "message_id"), what), chat


def _send(world: World, chat: Chat, params: Params, content: Json) -> Message:
    inline, keyboard = read_markup(params.get("reply_markup"))
    for name in CARRIED:
        if params.get(name):
            content[name] = params[name]
    if flag(params, "protect_content"):
        content["has_protected_content"] = True
    if params.get("reply_parameters"):
        content.update(_reply(chat, params["reply_parameters"]))
    if inline is not None:
        content["reply_markup"] = inline
    check_kind(chat, content)
    count_send(world, chat)
    message = world.post(chat, None, content)
    message.keyboard = keyboard
    message.silent = flag(params, "disable_notification")
    return message


def _reply(chat: Chat, reply: Any) -> Json:
    if not isinstance(reply, dict):
        raise bad_request("object expected as reply parameters")
    replied = chat.messages.get(integer(reply, "message_id"))
    if replied is not None and not replied.deleted:
        return {"reply_to_message": {k: v for k, v in replied.shown.items() if k != "reply_to_message"}}
    if flag(reply, "allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction: "typing" for five seconds."""
    chat = writable(world, params)
    action = string(params, "action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action = (action, world.clock.now() + ACTION_LIFE)
    world.changed.beat()
    return True


def get_file(world: World, params: Params) -> Json:
    """getFile: where to download it, up to 20 MB."""
    file = world.files.by_id.get(string(params, "file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**file.description(), "file_path": file.path}


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: the words are shown on the phone of the one who pressed."""
    found = world.queries.get(string(params, "callback_query_id"))
    if found is None or found[1] <= world.clock.now():
        raise bad_request(QUERY_TOO_OLD)
    text = string(params, "text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if text:
        notice = {"text": text, "alert": flag(params, "show_alert"), "at": world.clock.now().isoformat()}
        world.people[found[0]].notices.append(notice)
        world.changed.beat()
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    """The Bot API's pinChatMessage: in a group only an administrator may."""
    chat = writable(world, params)
    message = message_of(chat, integer(params, "message_id"), "message to pin")
    if chat.type != "private" and chat.bot != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        world.changed.beat()
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """unpinChatMessage: the one named, else the newest."""
    chat = writable(world, params)
    number = integer(params, "message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.changed.beat()
    return True


def leave_chat(world: World, params: Params) -> bool:
    """The Bot API's leaveChat: refused for private chats."""
    chat = known_chat(world, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    present(chat)
    old, chat.bot = chat.bot, "left"
    world.notify_member(chat, world.bot, old, "left")
    return True
