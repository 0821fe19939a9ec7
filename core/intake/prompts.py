"""What was asked in a chat and waits for words. Several may wait at once: the newest that the words can answer gets them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from core.conversation.typed_shortcuts import TypedControl
from core.intake.message import ReadMessage


class Prompt(Struct, frozen=True):
    """``kind``: its row in routes.PROMPTS; ``since``: when it was asked (UTC); ``about``: what it is about."""

    kind: str
    since: datetime
    about: Any = None


def newest_first(prompts: Iterable[Prompt]) -> Iterator[Prompt]:
    """In the order in which they are asked whether words answer them."""
    return iter(sorted(prompts, key=lambda prompt: prompt.since, reverse=True))


def is_yes_or_no(message: ReadMessage) -> bool:
    """Whether all of it is a plain yes or no, in the sender's own words. "Ok" may only say that something was read."""
    return message.is_words and message.control in (TypedControl.YES, TypedControl.NO)


def is_typed_words(message: ReadMessage) -> bool:
    """Whether it is a new message of the sender's own words."""
    return message.is_words
