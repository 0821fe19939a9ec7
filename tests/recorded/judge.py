"""Watches a conversation while it is played: which of the properties does it break, and with which words?"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from storage.transaction import Transaction
from tests.recorded.phones import Shown
from tests.recorded.properties import Message, claimed, lost, silent_chats, told_twice, unanswered
from tests.recorded.script import Script
from tests.world.world import World

GUARDS = frozenset({"escalation", "first-action", "check-in"})  # timers that make that somebody is asked


class Judge:
    """Of one conversation. ``broken``: the name of a property, and the words where it does not hold."""

    def __init__(self, world: World, script: Script) -> None:
        self._world = world
        self._citizens = {person.name for person in script.people if person.role == "citizen"}
        self._chats: dict[str, str] = {}
        self._messages: dict[str, list[Message]] = {}
        self._ended: list[str] = []
        self._dropped: list[str] = []
        self._lost: list[str] = []

    def enters(self, who: str, chat: str) -> None:
        """Somebody takes part, from this chat."""
        self._chats[who] = chat
        self._messages[who] = []

    def shown(self, who: str, new: Sequence[Shown]) -> None:
        """New messages of the bot on somebody's phone."""
        if who in self._messages:
            self._messages[who] += [Message(shown.at, True, shown.text) for shown in new]

    @asynccontextmanager
    async def watching(self, who: str, words: str) -> AsyncIterator[None]:
        """Somebody has written this (empty: they pressed); inside, it is answered."""
        if not words:
            yield
            return
        self._messages[who].append(Message(self._world.clock.now(), False, words))
        guards, questions = await self._waiting()
        yield
        guards_left, questions_left = await self._waiting()
        async with self._world.app.database.read(self._world.clock.now()) as tx:
            self._lost += await lost(tx, [words], self._world.app.service.gazetteer)
        if who in self._citizens and guards - guards_left:
            self._ended.append(words)
        if len(questions - questions_left) > 1:
            self._dropped.append(words)

    async def _waiting(self) -> tuple[set[str], set[int]]:
        """The guards of open cases and of check-ins, and the questions that are open."""
        async with self._world.app.database.read(self._world.clock.now()) as tx:
            open_cases = {case.id for case in await tx.cases.select() if case.closed_at is None}
            timers = [timer for timer in await tx.timers.select() if timer.kind in GUARDS]
            dialogues = await tx.dialogues.select()
        guards = {timer.key for timer in timers if timer.kind == "check-in" or timer.subject_id in open_cases}
        return guards, {dialogue.id for dialogue in dialogues if dialogue.state == "active"}

    def _is_delivered(self, text: str) -> bool:
        """Whether another phone shows it: an answer to who has asked is kept by whom it was sent to."""
        return any(text in each.text for said in self._messages.values() for each in said if each.ours)

    async def verdict(self, tx: Transaction) -> dict[str, list[str]]:
        """What does not hold, at the end."""
        silent = await silent_chats(tx)
        forwarded, asked = await claimed(tx)
        talking = [self._messages[who] for who, chat in self._chats.items() if chat not in silent]
        broken = {
            "kept": [text for text in self._lost if not self._is_delivered(text)],
            "answered": [text for messages in talking for text in unanswered(messages)],
            "one home": await told_twice(tx),
            "forwarded": forwarded,
            "asked": asked,
            "timers": self._ended,
            "prompts": self._dropped,
        }
        return {name: list(dict.fromkeys(texts)) for name, texts in broken.items() if texts}
