"""Methods that change or remove what is already there."""

from collections.abc import Set
from datetime import timedelta

from playground.bot_api.access import count_send, known_chat, own_message, writable
from playground.bot_api.content import read_caption, read_file, read_inline, read_text
from playground.bot_api.errors import CANNOT_DELETE, NOT_MODIFIED, ApiError, bad_request
from playground.bot_api.parameters import Params, integer
from playground.world import Chat, Json, Message, World

DELETABLE = timedelta(hours=48)
DELETE_AT_ONCE = 100
EDITABLE = frozenset(
    {"text", "entities", "caption", "caption_entities", "reply_markup", "link_preview_options"}
)
MEDIA = frozenset({"animation", "audio", "document", "photo", "video"})


def edit_message_text(world: World, params: Params) -> Json:
    """editMessageText. Without ``reply_markup`` the inline keyboard goes away, as on Telegram."""
    message = own_message(world, params, writable(world, params))
    new = read_text(params)
    if "text" not in message.shown:
        raise bad_request("there is no text in the message to edit")
    if params.get("link_preview_options"):
        new["link_preview_options"] = params["link_preview_options"]
    return _edit(world, message, params, new)


def edit_message_caption(world: World, params: Params) -> Json:
    """The Bot API's editMessageCaption: refused for a message of text alone."""
    message = own_message(world, params, writable(world, params))
    if "text" in message.shown:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, message, params, read_caption(params))


def edit_message_media(world: World, params: Params) -> Json:
    """editMessageMedia: another file of a kind that can be edited, or one in place of a text. No limit of time."""
    message = own_message(world, params, writable(world, params), "message media can't be edited")
    given = params.get("media")
    if not isinstance(given, dict) or given.get("type") not in MEDIA:
        raise bad_request("can't parse InputMedia: type must be animation, audio, document, photo or video")
    if not (MEDIA | {"text"}) & message.shown.keys():
        raise bad_request("message media can't be edited")
    kind = given["type"]
    file = read_file({**params, kind: given.get("media")}, kind, world.files)
    return _edit(
        world, message, params, {**world.files.content(file), **read_caption(given)}, EDITABLE | MEDIA
    )


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """editMessageReplyMarkup: the words stay."""
    message = own_message(world, params, writable(world, params))
    kept = {name: value for name, value in message.shown.items() if name in EDITABLE - {"reply_markup"}}
    return _edit(world, message, params, kept)


def _edit(world: World, message: Message, params: Params, new: Json, changes: Set[str] = EDITABLE) -> Json:
    """What stood in ``changes`` goes, and the new comes in its place; a refusal leaves the message as it was."""
    inline = read_inline(params.get("reply_markup"))
    if inline is not None:
        new["reply_markup"] = inline
    if new == {name: value for name, value in message.shown.items() if name in changes}:
        raise bad_request(NOT_MODIFIED)
    count_send(world, message.chat)
    kept = {name: value for name, value in message.shown.items() if name not in changes}
    message.shown = {**kept, "edit_date": int(world.clock.now().timestamp()), **new}
    world.touch(message)
    return message.shown


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage: also what a person wrote to the bot; at most 48 hours old."""
    chat = known_chat(world, params)
    message = chat.messages.get(integer(params, "message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, message)
    world.delete(message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages: up to 100; those that are not there are skipped."""
    chat = known_chat(world, params)
    numbers = params.get("message_ids")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > DELETE_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(number, int) for number in numbers):
        raise bad_request("message identifier must be a Number")
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    for message in found:
        if not message.deleted:
            world.delete(message)
    return True


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    own = message.sender == world.bot["id"]
    allowed = chat.private or own or chat.bot == "administrator"
    if not allowed or world.clock.now() - message.at > DELETABLE:
        raise ApiError(400, f"Bad Request: {CANNOT_DELETE}")
