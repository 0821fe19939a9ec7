"""Somebody with Signal on their phone, in a story."""

import re
from collections.abc import AsyncGenerator
from typing import Any

from bot.messengers.signal.client import Signal
from playground.signal_cli.daemon import Daemon
from playground.signal_cli.people import Bubble, SignalPerson


class SignalPhone:
    """What its owner does, and what is to be read on it. Nothing can be pressed there: a sign of the list is typed."""

    def __init__(self, daemon: Daemon, name: str) -> None:
        self._signal = daemon.signal
        self.person: SignalPerson = self._signal.add(name)

    @property
    def id(self) -> str:
        """Of the account."""
        return self.person.id

    async def writes(self, *texts: str, **more: Any) -> None:
        """Messages to the bot, one after the other."""
        for text in texts:
            self._signal.writes(self.person, text, **more)

    def sends(self, content: bytes, mime: str, *, size: int | None = None, **more: Any) -> None:
        """A file to the bot. ``size``: what is said of it, if that is not so."""
        self._signal.sends(self.person, content, mime, **more)
        if size is not None:
            (about,) = self._signal.undelivered[-1]["envelope"]["dataMessage"]["attachments"]
            about["size"] = size

    async def chooses(self, label: str) -> None:
        """Types the sign that stands before the choice with this label, in the newest list that has it."""
        await self.writes(self.sign(label))

    def sign(self, label: str) -> str:
        """What stands before the choice with this label."""
        for text in reversed(self.person.texts()):
            for choice in reversed(re.split(r"\n| · ", text)):
                sign, _, words = choice.partition(" ")
                if label in words and (sign.isdecimal() or len(sign) == 1):
                    return sign
        raise AssertionError(f"no choice {label!r} on the phone:\n{self.screen()}")

    def screen(self) -> str:
        """All that is to be read."""
        return "\n---\n".join(self.person.texts())

    def message(self, *parts: str) -> Bubble:
        """The newest message of the bot that has all parts in it."""
        for bubble in reversed(self.person.bubbles.values()):
            if bubble.from_bot and not bubble.deleted and all(part in bubble.text for part in parts):
                return bubble
        raise AssertionError(f"{self.person.name} does not see {parts}, but:\n{self.screen()}")

    async def expects(self, *parts: str) -> str:
        """The same, as text. The world has come to rest."""
        return self.message(*parts).text


class Taken:
    """How far a bot is with what the daemon has handed over: it is done with all once it asks for more."""

    def __init__(self, daemon: Daemon, messenger: Signal) -> None:
        self._daemon = daemon
        self._messenger = messenger
        self._before = daemon.handed  # to an earlier run
        self._taken = self._done = 0
        self._events, self._fetch = messenger._stream._daemon.events, messenger.fetch
        messenger._stream._daemon.events = self._counted  # type: ignore[method-assign]
        messenger.fetch = self._asked  # type: ignore[method-assign]

    @property
    def all(self) -> bool:
        """Whether nothing is on its way, neither at Signal nor here."""
        return not self._daemon.pending and self._daemon.handed - self._before == self._done

    async def _counted(self) -> AsyncGenerator[Any, None]:
        async for event in self._events():
            self._taken += event is not None
            yield event

    async def _asked(self, offset: int | None, timeout: int = 50) -> list[tuple[int, bytes]]:
        if not self._messenger._stream.unfetched:
            self._done = self._taken
        return await self._fetch(offset, timeout)
