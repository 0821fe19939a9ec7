"""The words that codes are made of, read once at the start: ``bot/words/<language>/receipt_words.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.core.model import LANGUAGES
from bot.core.receipt_codes import known_words

_FOLDER = Path(__file__).parents[1] / "words"


@cache
def load_receipt_words() -> Mapping[str, Sequence[str]]:
    """Language → words. Case codes for staff use those of the organisation's language."""
    return {language: _words(language) for language in LANGUAGES}


@cache
def load_code_words() -> frozenset[str]:
    """The same words as :func:`bot.core.receipt_codes.normalise_code` compares them."""
    return known_words(load_receipt_words().values())


def _words(language: str) -> Sequence[str]:
    text = (_FOLDER / language / "receipt_words.toml").read_text(encoding="utf-8")
    return tuple(str(word) for word in tomllib.loads(text)["words"])
