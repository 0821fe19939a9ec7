"""One message, several languages: a line begins with kk:, ru: or en:, and what follows belongs to it. Pure."""

import re

from bot.core.model import LANGUAGES
from bot.core.texts import Texts

LONGEST = 1500  # characters of one language
_BEGINS = re.compile(r"^\s*(kk|kz|қаз|каз|ru|рус|en|eng|анг)\s*[:：]\s*", re.IGNORECASE | re.MULTILINE)
_CALLED = {"kz": "kk", "қаз": "kk", "каз": "kk", "рус": "ru", "eng": "en", "анг": "en"}


def in_languages(text: str, language: str) -> dict[str, str]:
    """Language → what was written in it. What stands before any mark is in the writer's ``language``."""
    parts = _BEGINS.split(text)
    pairs = [(language, parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    found: dict[str, str] = {}
    for mark, said in pairs:
        words = " ".join(said.split())[:LONGEST]
        if words:
            found[_CALLED.get(mark.lower(), mark.lower())] = words
    return found


def added(before: Texts, written: dict[str, str]) -> Texts:
    """With these; what nobody wrote anew stays."""
    return Texts(**{one: written.get(one, before.of(one)) for one in LANGUAGES})
