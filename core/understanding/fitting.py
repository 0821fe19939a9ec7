"""Whether words that answer a question can be an answer to it: an exact place, a person by what they are to somebody."""

import re
from collections.abc import Sequence

from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import loosened, plain, readable
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


def tells_of_people(words: Sequence[str], heard: Heard) -> bool:
    """Whether it tells how somebody is, how old or how dressed, or numbers alone: "fever 39", "38 и 5", "six in masks"."""
    numbers = [word for word in words if word.isdecimal() or word in heard.numbers.known]
    freed = heard.people.released
    if any(_is_measured(word, heard) or spoken(word).startswith(freed) for word in words):
        return True
    dressed = any(spoken(word).startswith(heard.people.dress) for word in words)
    others = [word for word in words if word not in numbers and spoken(word) not in heard.people.and_with]
    return (bool(numbers) and dressed) or (len(numbers) > 1 and not others)


def _is_measured(word: str, heard: Heard) -> bool:
    """Whether a number beside it is of a fever or of a birth."""
    return word.startswith(heard.sentences.measured) or loosened(word).startswith(heard.clock.birth)


def _is_numbered(text: str, heard: Heard) -> bool:
    """Whether a number stands behind a word that is of no person: "температура 39" is no house."""
    words = [plain(found[0]).split()[0] for found in _NUMBERED.finditer(text)]
    of_somebody = heard.ages.whose | heard.who.him
    return any(not (_is_measured(word, heard) or word in of_somebody) for word in words)
