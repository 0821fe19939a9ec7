"""Whether words speak of somebody who was named before: by a part of the name, or by what they are to the writer."""

from bot.core.understanding.heard import Heard
from bot.core.understanding.heard_people import spoken
from bot.core.understanding.name_book import name_sound
from bot.core.understanding.plain import Token, readable, tokens

READ = 1000  # characters
_LEAST = 3  # letters that two forms of one word share
_CASE = 4  # letters by which they may differ behind these: Айдос, Айдостан; брат, братом


def names_person(text: str, name: str) -> bool:
    """Whether a part of the name stands in the text, in whatever case."""
    said = [name_sound(token.text) for token in _words(text)]
    parts = [name_sound(token.text) for token in _words(name)]
    return any(is_form(part, word) for part in parts for word in said)


def names_kin(text: str, before: str, heard: Heard) -> bool:
    """Whether the text speaks of a relative of whom the words ``before`` speak too."""
    return any(is_form(a, b) for a in _kin(text, heard) for b in _kin(before, heard))


def _kin(text: str, heard: Heard) -> set[str]:
    return {word for token in _words(text) if (word := spoken(token.text)) in heard.people.kin}


def _words(text: str) -> list[Token]:
    return [token for token in tokens(readable(text[:READ])) if token.kind == "word"]


def is_form(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    if min(len(one), len(other)) < _LEAST:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if shared is None:
        return abs(len(one) - len(other)) <= min(_CASE, min(len(one), len(other)) - 1)
    ends = len(one) - shared, len(other) - shared
    return shared >= _LEAST and min(ends) == 1 and max(ends) <= _CASE - 1
