"""Who the bot may write to, and which message is meant: the refusals come in Telegram's order and words."""

from playground.bot_api.errors import NO_VOICE, ApiError, bad_request, forbidden, retry_after
from playground.bot_api.parameters import Params, integer
from playground.files import KINDS
from playground.world import Chat, Json, Message, World

SPOKEN = frozenset({"voice", "video_note"})  # one switch of a person's privacy is for both
CALLED = {"text": "text messages", "voice": "voice notes", "audio": "music"}  # other kinds by their name
CHAT_NAMES = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def known_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat of the call: an id or ``@username``. A person who never pressed start is "chat not found" too."""
    given = params.get(name)
    if given is None or given == "":
        raise bad_request(f"{name} is empty")
    try:
        chat = world.chats.get(int(given))
    except (TypeError, ValueError):
        chat = world.by_username.get(str(given).removeprefix("@").lower())
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable(world: World, params: Params) -> Chat:
    """The chat, if the bot may send, edit and pin there."""
    chat = known_chat(world, params)
    if chat.person is not None:
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    present(chat)
    if chat.type == "channel" and chat.bot != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    return chat


def present(chat: Chat) -> None:
    """Raise unless the bot is in the group or channel."""
    if chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {CHAT_NAMES[chat.type]}")
    if chat.bot == "left":
        raise forbidden(f"bot is not a member of the {CHAT_NAMES[chat.type]}")


def check_kind(chat: Chat, content: Json) -> None:
    """Raise where what is sent is of a kind that this person, group or channel does not take."""
    kind = next((kind for kind in KINDS if kind in content), "text")
    if chat.private:
        if kind in SPOKEN and chat.forbids & SPOKEN:
            raise bad_request(NO_VOICE)
    elif kind in chat.forbids:
        called = CALLED.get(kind, kind.replace("_", " ") + "s")
        raise bad_request(f"not enough rights to send {called} to the chat")


def count_send(world: World, chat: Chat) -> None:
    """Take one send from the limits, or 429. Last, so that a refused call costs nothing."""
    wait = world.gate.wait(chat.id, group=not chat.private, now=world.clock.now().timestamp())
    if wait:
        raise retry_after(wait)


def message_of(chat: Chat, number: int, what: str) -> Message:
    """The message with this id, not deleted; ``what`` begins the refusal ("message to edit")."""
    message = chat.messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def own_message(
    world: World, params: Params, chat: Chat, refusal: str = "message can't be edited"
) -> Message:
    """The message that the bot wants to edit. Only its own, and none that came with a reply keyboard."""
    message = message_of(chat, integer(params, "message_id"), "message to edit")
    if message.sender != world.bot["id"] or message.keyboard is not None:
        raise bad_request(refusal)
    return message
