"""What the control API tells about people, chats and messages."""

from bot.playground.world import Chat, Json, Message, Person


def show_person(person: Person) -> Json:
    """A person with what only the playground knows."""
    return {
        **person.user(),
        "phone": person.phone,
        "blocked": person.blocked,
        "offline": person.offline is not None,
        "messenger": "telegram",
        "buttons": True,
    }


def show_chat(chat: Chat) -> Json:
    """A chat with what only the playground knows."""
    return {
        **chat.shown,
        "bot": chat.bot,
        "members": sorted(chat.members),
        "migrated_to": chat.migrated_to,
        "pinned": chat.pinned,
    }


def show_message(message: Message, viewer: int) -> Json:
    """A message with its history, as this person's phone has it (0: nobody's)."""
    return {
        "id": message.id,
        "version": message.version,
        "sender": message.sender,
        "deleted": message.deleted or viewer in message.hidden,
        "silent": message.silent,
        "keyboard": message.keyboard,
        "message": message.shown,
    }
