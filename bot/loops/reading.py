"""What a row of the inbox means, by the messenger that it came from."""

from collections.abc import Iterable

from bot.core.incoming import Incoming
from bot.core.traffic import Received
from bot.messengers.errors import Unreadable
from bot.messengers.messenger import Messenger

Meaning = Incoming | Unreadable


class Reader:
    """Those who can tell it."""

    def __init__(self, messengers: Iterable[Messenger]) -> None:
        self._of = {messenger.name: messenger for messenger in messengers}

    def __call__(self, row: Received) -> Meaning:
        """What came in, or why nobody can tell."""
        messenger = self._of.get(row.messenger)
        if messenger is None:
            return Unreadable("UnknownMessenger")
        try:
            return messenger.parse(row.raw)
        except Unreadable as error:
            return error

    def kind_of(self, row: Received) -> str:
        """What an administrator is told of a row that could not be handled: no word of it."""
        messenger = self._of.get(row.messenger)
        return messenger.kind_of(row.raw) if messenger is not None else row.messenger
