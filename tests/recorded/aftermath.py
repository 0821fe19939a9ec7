"""The properties at the end of a story on the local servers, from what stands on all phones and in the database."""

from collections.abc import Iterator
from datetime import timedelta

from tests.recorded.codes import without_codes
from tests.recorded.properties import (
    SOON,
    Message,
    claimed,
    erased_drafts,
    lost,
    silent_chats,
    told_twice,
    unanswered,
)
from tests.world.world import World

# The clock of a story runs on between its steps: the more so, the slower the machine is.
UNHURRIED = SOON + timedelta(seconds=20)


async def broken_in(world: World) -> dict[str, list[str]]:
    """Which properties do not hold, and with which words. The bot is running and at rest."""
    chats = dict(_chats(world))
    async with world.app.database.read(world.clock.now()) as tx:
        erased = await erased_drafts(tx)
        written = [
            without_codes(message.text)
            for chat, messages in chats.items()
            for message in messages
            if not message.ours and not any(draft.covers(chat, message.at) for draft in erased)
        ]
        silent = await silent_chats(tx)
        forwarded, asked = await claimed(tx)
        broken = {
            "kept": await lost(tx, written, world.app.service.gazetteer),
            "answered": [
                text
                for chat, said in chats.items()
                if chat not in silent
                for text in unanswered(said, UNHURRIED)
            ],
            "one home": await told_twice(tx),
            "forwarded": forwarded,
            "asked": asked,
        }
    return {name: list(dict.fromkeys(texts)) for name, texts in broken.items() if texts}


def _chats(world: World) -> Iterator[tuple[str, list[Message]]]:
    """Who has a phone, and what stands on it."""
    bot = world.server.world.bot["id"]
    for chat in world.server.world.chats.values():
        if chat.private:
            yield (
                str(chat.id),
                [
                    Message(message.at, message.sender == bot, message.shown.get("text", ""))
                    for _, message in sorted(chat.messages.items())
                ],
            )
    for person in world.signal.signal.people.values() if world.signal is not None else ():
        yield (
            person.id,
            [Message(bubble.at, bubble.from_bot, bubble.text) for bubble in person.bubbles.values()],
        )
