"""A messenger as the playground has it: who has a phone there, what stands on it, what they do. The control API and the
page's feed know no more of one; a message's JSON is what phones draw, whatever wrote it.
"""

from typing import Any, Protocol

from bot.playground.pulse import Pulse

Json = dict[str, Any]


class Messenger(Protocol):
    """``changed`` beats when a phone may look otherwise."""

    name: str
    changed: Pulse

    @property
    def version(self) -> int:
        """Grows with whatever a phone, or who has it, shows otherwise."""
        ...

    def has(self, id: int) -> bool:
        """Whether a person or a chat is there."""
        ...

    def people(self) -> list[Json]:
        """Everybody with a phone."""
        ...

    def chats(self) -> list[Json]:
        """Every chat that there is."""
        ...

    def lines(self, chat: int, after: int, viewer: int = 0) -> list[Json]:
        """The messages that have changed since a version, the oldest change first, as this person's phone has them."""
        ...

    def notices(self, person: int) -> list[Json]:
        """What a phone has shown for a moment, oldest first."""
        ...

    def waiting(self) -> list[list[int]]:
        """Chat and message id of what people sent and the bot has not got."""
        ...

    def add(self, about: Json) -> Json:
        """Somebody new. Raises TypeError for what nobody has there."""
        ...

    def act(self, person: int, name: str, body: Json) -> Json:
        """What somebody does with their phone. Raises KeyError for what is no act, ControlError if it cannot be."""
        ...

    def file(self, id: str) -> tuple[bytes, str] | None:
        """The bytes and the kind of a file that a message has."""
        ...
