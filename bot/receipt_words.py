"""The words that codes are made of, read once at the start: ``bot/words/<language>/receipt_words.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.core.model import LANGUAGES

_FOLDER = Path(__file__).parent / "words"


@cache
def load_receipt_words() -> Mapping[str, Sequence[str]]:
    """Language → words. Case codes for staff use the English ones."""
    return {language: _words(language) for language in LANGUAGES}


def _words(language: str) -> Sequence[str]:
    text = (_FOLDER / language / "receipt_words.toml").read_text(encoding="utf-8")
    return tuple(str(word) for word in tomllib.loads(text)["words"])
