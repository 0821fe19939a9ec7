"""Whether words that answer a question can be an answer to it: an exact place, a person by what they are to somebody."""

import re

from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import plain, readable
from core.understanding.situations import understand_situation

_NUMBERED = re.compile(r"[^\W\d_]{4,}\.?,? \d{1,3}(?![\d:.])")  # "Байтурсынова 5"
_NAMED = re.compile(r"([^\W\d_]{4,}),? \d{1,3}(?:/\d{1,3})?[^\W\d_]?")
ADDRESS = 5  # words of a street and a house
SHORT = 8  # words in which somebody is named by a relation: "his wife Aigerim, they live together"


def tells_spot(text: str, heard: Heard) -> bool:
    """Whether it has a word by which an exact place is told (a street, a house, something near), or a name and a number."""
    return _is_numbered(text, heard) or mentions(heard.told.spots, heard_sentence(readable(text), heard))


def corrects(text: str, heard: Heard) -> bool:
    """Whether it says that what was said before was a slip: "ой не в астане, в караганде"."""
    return mentions(heard.told.corrected, heard_sentence(readable(text), heard))


def tells_where_else(text: str, heard: Heard) -> bool:
    """Whether it may tell where somebody lives, or where a relative is, and not where somebody was taken."""
    said = heard_sentence(readable(text), heard)
    if mentions(heard.told.resides, said):
        return True
    named = not heard.people.kin.isdisjoint(map(spoken, said.split()))
    return named and understand_situation(text, heard) is None


def tells_relation(text: str, heard: Heard) -> bool:
    """Whether it is short and names a relation to the person it is about: "ask his wife"."""
    said = heard_sentence(readable(text), heard)
    words = said.split()
    if len(words) > SHORT:
        return False
    return not heard.people.kin.isdisjoint(words) or any(
        mentions(link, said) for link in heard.links.values()
    )


def is_address(text: str, heard: Heard) -> bool:
    """Whether a short text is a street and the number of a house: "Кенесары 40", "ул. Абая 12", "Абай көшесі 12"."""
    if len(text.split()) > ADDRESS or not _is_numbered(text, heard):
        return False
    named = _NAMED.fullmatch(text.strip())
    return (named is not None and named[1][0].isupper()) or mentions(
        heard.told.spots, heard_sentence(readable(text), heard)
    )


def _is_numbered(text: str, heard: Heard) -> bool:
    """Whether a number stands behind a word and measures nothing: "температура 39" is no house."""
    words = [plain(found[0]) for found in _NUMBERED.finditer(text)]
    return any(not word.startswith(heard.sentences.measured) for word in words)
