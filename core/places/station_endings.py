"""Endings of places of detention and of their names: what a Kazakh ending says, a Russian one taken off, which case "в" has.

РОВД-да · бөлімінде      at it        Алмалинское РОВД     into it, behind "в"
РОВД-ға                  to it        Алмалинском          in it
РОВД-дан                 from it      рупе · ровдда        an abbreviation with its ending written to it
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec.structs import replace

from core.places.station_words import StationToken


class StationRole(StrEnum):
    """How a station stands in its sentence."""

    AT = "at"
    TO = "to"
    FROM = "from"
    NEAR = "near"  # or on the way, or about it
    OF = "of"  # "the phone of the station"
    BARE = "bare"


_ROLES = {
    StationRole.AT: ("да", "де", "та", "те", "нда", "нде"),
    StationRole.FROM: ("дан", "ден", "тан", "тен", "нан", "нен"),
    StationRole.TO: ("га", "ге", "ка", "ке", "на", "не"),
    StationRole.OF: ("нин", "дин", "тин", "ди", "ти", "ни", "даги", "деги", "таги", "теги", "ндаги", "ндеги"),
}
ENDINGS = {ending: role for role, endings in _ROLES.items() for ending in endings}
WORDS_TOO = frozenset(
    {"та", "те", "на", "не", "ка", "ни", "да", "ти", "де"}
)  # words of their own, without a hyphen
_BY_LENGTH = sorted(ENDINGS, key=len, reverse=True)
_PERSONS = ("мин", "миз", "бин", "биз", "мын", "син")
_RUSSIAN = ("е", "а", "у", "ом")  # "в рупе"
LAST_LETTERS = ("а", "е", "и", "н", "у", "м", "з")  # with which some ending ends
_ACCUSATIVE = ("ий", "ое", "ую", "ие", "ение", "ок", "ел", "ер", "ник", "ор")
_LOCATIVE = ("ом", "ем", "ой", "их", "ам")


def kazakh_role(sound: str) -> StationRole | None:
    """What the ending of a Kazakh word says: бөлімінде, басқармасына, департаментінен."""
    for persons in ("", *_PERSONS):
        if persons and not sound.endswith(persons):
            continue
        said = sound.removesuffix(persons) if persons else sound
        ending = next(
            (ending for ending in _BY_LENGTH if len(said) > len(ending) + 2 and said.endswith(ending)), None
        )
        if ending is not None:
            return ENDINGS[ending]
    return None


def without_person(sound: str) -> str:
    """РОВД-дамыз, "we are there"."""
    return next(
        (
            sound.removesuffix(person)
            for person in _PERSONS
            if sound.endswith(person) and len(sound) > len(person) + 1
        ),
        sound,
    )


def stems_of(token: StationToken) -> Iterator[tuple[str, StationRole]]:
    """A name without a Kazakh ending: Түрксібте, Медеуге, Алмалыдамыз."""
    for person in ("", *_PERSONS):
        if person and not token.sound.endswith(person):
            continue
        said = token.sound.removesuffix(person) if person else token.sound
        for ending in _BY_LENGTH:
            if said.endswith(ending) and len(said) - len(ending) >= 3:
                yield said[: -len(ending)], ENDINGS[ending]


def without_endings(token: StationToken) -> Iterator[tuple[StationToken, StationRole | None]]:
    """ровдда, сизодан, рупе: an abbreviation with its ending written to it."""
    russian = (
        (token.sound.removesuffix(ending), None) for ending in _RUSSIAN if token.sound.endswith(ending)
    )
    for stem, role in (*stems_of(token), *russian):
        if len(stem) >= 3:
            yield replace(token, text=stem, sound=stem), role


def is_accusative(tokens: Sequence[StationToken]) -> bool:
    """Of "в": Алмалинское РОВД, отдел, but not Алмалинском, отделе."""
    first = tokens[0].sound
    if first.endswith(_LOCATIVE) or (first.endswith("е") and not first.endswith(("ое", "ие"))):
        return False
    return first.endswith(_ACCUSATIVE)
