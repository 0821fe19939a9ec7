"""All texts: ``bot/words/<language>/*.ftl``."""

from functools import cache
from pathlib import Path

from bot.core.model import LANGUAGES
from bot.core.words import Words

_FOLDER = Path(__file__).parents[1] / "words"


@cache
def load_words() -> Words:
    """All words of all languages: ``bot/words/<language>/*.ftl``, each file a part of one whole."""
    return Words({language: _fluent_text(_FOLDER / language) for language in LANGUAGES})


def _fluent_text(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl")))
