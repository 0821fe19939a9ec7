"""The files that ship with the program, read once at the start and handed to the pure code as values."""

from functools import cache
from pathlib import Path

from bot.core.model import LANGUAGES
from bot.core.words import Words

_HERE = Path(__file__).parent


@cache
def load_words() -> Words:
    """All words of all languages: ``bot/words/<language>/*.ftl``, each file a part of one whole."""
    return Words({language: _fluent_text(_HERE / "words" / language) for language in LANGUAGES})


def _fluent_text(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl")))
