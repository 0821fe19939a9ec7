"""What was drawn by lot, wherever it stands in a text, and is no words of anybody: receipt codes, codes of cases, the words
of an invitation or of a second address with the link to us above them.
"""

import re
from collections.abc import Callable

from core.records.invitations import ADMIN_START, CODE_ALPHABET, INVITATION_START, LINK_START
from core.resources.word_files import load_code_words, load_receipt_words

WORDS = "|".join(sorted(load_code_words().union(*load_receipt_words().values())))
LINK = re.compile(
    rf"(?:https?://\S+\s+)?(?<!\w)(?:{INVITATION_START}|{LINK_START}|{ADMIN_START})[{CODE_ALPHABET}-]+(?!\w)",
    re.IGNORECASE,
)
CODE = re.compile(rf"(?<!\w)(?:(?:{WORDS})[ -](?:{WORDS})[ -]\d\d|[1-9]\d\d-[1-9]\d\d)(?!\w)", re.IGNORECASE)


def code_in(text: str) -> str | None:
    """The first code of a text."""
    found = CODE.search(text)
    return found[0] if found else None


def named_codes(text: str, name: Callable[[str], str]) -> str:
    """The text with other names for its codes."""
    return CODE.sub(lambda found: name(found[0].casefold()), text)


def without_codes(text: str) -> str:
    """What stands beside them."""
    return LINK.sub("", CODE.sub("", text)).strip(" .,")
