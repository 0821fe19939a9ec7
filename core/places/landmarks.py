"""The names of streets, squares and buildings at which something happens, by which two people may tell of one event.

"у метро Алмалы", "Кенесары көшесінде", "near Gandhi park": a word with a capital, or beside a word for such a place, that
stands behind a preposition or before *жанында*. What is compared so is asked of a person; it fills no place of a case.
"""

import re
from collections.abc import Collection, Iterator

from core.places.context_words import (
    AREA_AFTER,
    NEXT_TO_IT,
    OFFICE_AFTER,
    PREPOSITIONS,
    ends_an_english_street,
    is_street_after,
    is_street_before,
    sound_set,
)
from core.places.place_names import sound_of
from core.places.same_words import is_among
from core.places.spots import tells_apart

_WORD = re.compile(r"[^\W_]+|[.!?,;:()\n]")
_BEHIND = PREPOSITIONS.keys() | sound_set("напротив перед рядом близко outside by behind opposite on")
_BEFORE = NEXT_TO_IT | sound_set("алдында алдындагы алдынан алдына")
_PLACES = sound_set("метро дома дом номер metro park mall")
_OFFICES = OFFICE_AFTER | AREA_AFTER.keys()
_REACH = 3  # words from the preposition
_KAZAKH_AT = tuple(map(sound_of, ("да", "де", "та", "те", "дан", "ден", "тан", "тен")))
_SHORTEST = 4


def landmarks_in(text: str, besides: Collection[str]) -> frozenset[str]:
    """As they sound. ``besides``: names that tell nothing of where: of the town, of people."""
    known = {sound_of(word) for name in besides for word in re.findall(r"[^\W_]+", name)}
    words = _WORD.findall(text)
    sounds = [sound_of(word) for word in words]
    found = {sounds[at] for at in _placed(words, sounds) if tells_apart(sounds[at])}
    return frozenset(word for word in found if not is_among(word, known))


def _placed(words: list[str], sounds: list[str]) -> Iterator[int]:
    """Where in the row they are."""
    without_capitals = not any(word[:1].isupper() for word in words[1:])
    reach = 0
    for at, sound in enumerate(sounds):
        before, after = (sounds[at - 1] if at else ""), sounds[at + 1 : at + 3]
        reach = _REACH if sound in _BEHIND else reach - 1
        if not words[at].isalpha():
            reach = 0
        if len(sound) < _SHORTEST or not words[at].isalpha() or _is_of_office(after):
            continue
        is_street = any(map(is_street_after, after)) or ends_an_english_street(sound, "".join(after[:1]))
        beside = is_street_before(before) or before in _PLACES or is_street
        is_at = reach >= 0 or not _BEFORE.isdisjoint(after) or sound.endswith(_KAZAKH_AT)
        if (words[at][:1].isupper() and (beside or (is_at and at > 0))) or (without_capitals and beside):
            yield at


def _is_of_office(after: list[str]) -> bool:
    """Whether it is the name of a district or of its station: too large, or compared by itself."""
    return "".join(after[:1]) in _OFFICES
