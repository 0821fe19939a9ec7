"""What was asked in a chat and waits for words. Several may wait at once: the newest that the words can answer gets them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from core.conversation.typed_shortcuts import TypedControl, nearest_label
from core.intake.message import ReadMessage

CONSENT, TRANSFER = "consent", "transfer"
HIDES_LATER, SHIFTS, LIST = "closing", "shifts", "list"
HERE, THERE = "here", "there"  # the two answers to where a report goes on
NUMBER = re.compile(r"[№#]?\s*(\d{1,3})\.?")
_LABELS = {"button-move": HERE, "button-move-not": THERE}
_TYPED = {
    TypedControl.YES: HERE,
    TypedControl.OK: HERE,
    TypedControl.NO: THERE,
    TypedControl.CANCEL: THERE,
}


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


def where_it_goes_on(message: ReadMessage) -> str | None:
    """HERE or THERE, as a yes, a no, or what one of the two buttons says."""
    if not message.is_new or not message.text.strip():
        return None
    words = message.setting.words
    labels = {words.say(of, key): answer for key, answer in _LABELS.items() for of in words.languages}
    control = message.control
    return _TYPED.get(control) if control is not None else nearest_label(message.text, labels)


def number_typed(message: ReadMessage) -> int | None:
    """The number of a line, as a list shows it, if nothing else is said."""
    found = NUMBER.fullmatch(message.text.strip()) if message.is_words else None
    return int(found[1]) if found is not None else None


FITS: Mapping[str, Callable[[ReadMessage], Any]] = {  # what can answer each of them
    CONSENT: is_yes_or_no,
    TRANSFER: where_it_goes_on,
    HIDES_LATER: is_yes_or_no,
    SHIFTS: lambda message: message.is_words,
    LIST: number_typed,
}


def newest_fitting(message: ReadMessage, prompts: Iterable[Prompt]) -> Prompt | None:
    """The one that these words answer. What is older stays open."""
    return next((prompt for prompt in newest_first(prompts) if FITS[prompt.kind](message)), None)
