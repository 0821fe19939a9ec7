"""Telegram's phones, as the playground drives and draws them."""

from itertools import takewhile

from bot.playground.control.people import act
from bot.playground.messenger import Json
from bot.playground.views import show_chat, show_message, show_person
from bot.playground.world import Chat, Message, World

MOST_WAITING = 500


class Telegram:
    """See bot.playground.messenger."""

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
        return [_chat(chat) for chat in self._world.chats.values()]

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


def _chat(chat: Chat) -> Json:
    """``action``: what the bot does in it just now, and until when."""
    action = None if chat.action is None else [chat.action[0], chat.action[1].isoformat()]
    return {**show_chat(chat), "action": action}


def _line(message: Message, viewer: int) -> Json:
    """``hidden``: on whose phones it was removed."""
    return {**show_message(message, viewer), "hidden": sorted(message.hidden)}
