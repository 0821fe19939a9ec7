"""How people name events, read once at the start: ``bot/words/events.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from bot.core.casework.same_event import EventWords, event_words

_FILE = Path(__file__).parents[1] / "words" / "events.toml"


@cache
def load_event_words() -> EventWords:
    """The beginnings of words that name an event."""
    return event_words(tomllib.loads(_FILE.read_text(encoding="utf-8")))
