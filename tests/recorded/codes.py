"""Receipt codes and codes of cases, wherever they stand in a text: they are drawn by lot, and are no words of anybody."""

import re
from collections.abc import Callable

from core.resources.word_files import load_code_words, load_receipt_words

WORDS = "|".join(sorted(load_code_words().union(*load_receipt_words().values())))
CODE = re.compile(rf"(?<!\w)(?:{WORDS})[ -](?:{WORDS})[ -]\d\d(?!\w)", re.IGNORECASE)


def code_in(text: str) -> str | None:
    """The first code of a text."""
    found = CODE.search(text)
    return found[0] if found else None


def named_codes(text: str, name: Callable[[str], str]) -> str:
    """The text with other names for its codes."""
    return CODE.sub(lambda found: name(found[0].casefold()), text)


def without_codes(text: str) -> str:
    """What stands beside them."""
    return CODE.sub("", text).strip(" .,")
