"""The tables of ``core/words/<language>/stations.toml`` as they are looked for: how places of detention are named, and what
is told of somebody in one. Every mistake is said with its file and row.

A phrase is compared by how its words sound. A single word of two letters or three, and all English ones, meet only what is
typed in their own letters: the Russian "уп" is no "locked up".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from core.places.place_names import sound_of

SHORT = 3  # letters up to which a word is met only in its own letters
_OPENING = 2
_SECTIONS: Mapping[str, tuple[str, ...] | None] = {
    "kinds": None,
    "weak": None,
    "words": (
        "beside", "area", "of_town", "building", "force", "others", "numbers", "mark", "ordinal", "articles", "at", "to",
        "from", "near", "towards", "near_behind", "street", "street_before", "streets", "street_parts",
    ),
    "evidence": (
        "holding", "bringing", "seizing", "kept", "shut_out", "whom", "me", "elsewhere", "absent", "visiting", "own",
    ),
}  # fmt: skip
KINDS = (
    "police",
    "department",
    "temporary",
    "remand",
    "reception",
    "distributor",
    "security",
    "transport",
    "post",
)


class BadStationWords(ValueError):
    """A table that cannot be used."""


class StationToken(Struct, frozen=True):
    """A word or number of a text. ``ends``: a sentence ends before it; ``breaks``: a clause does."""

    text: str
    sound: str
    start: int
    end: int
    latin: bool
    ends: bool
    breaks: bool
    hyphen: bool


_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_ENDS, _BREAKS = re.compile(r"[.!?…\n]"), re.compile(r"[,;:()«»\"“”!?…\n]|[.](?=\s)| [-–—] ")
_SHORTENED = frozenset({"г", "ул", "рн", "но"})  # with a full stop behind, as they sound


def station_tokens(text: str) -> list[StationToken]:
    """The words and numbers of a cleaned text. A full stop behind "г." and "ул." ends nothing."""
    found: list[StationToken] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        before = found[-1].sound if found else ""
        short = before in _SHORTENED and gap.strip() == "."
        found.append(
            StationToken(
                match.group(), sound_of(match.group()), match.start(), match.end(), match.group()[0].isascii(),
                not short and _ENDS.search(gap) is not None, not short and _BREAKS.search(gap) is not None, gap == "-",
            )
        )  # fmt: skip
        end = match.end()
    return found


class WordPattern(Struct, frozen=True):
    """One word of a phrase, or the beginning of one."""

    sound: str
    begins: bool
    latin: bool
    own_letters: bool

    def meets(self, token: StationToken) -> bool:
        if self.own_letters and token.latin is not self.latin:
            return False
        return token.sound.startswith(self.sound) if self.begins else token.sound == self.sound


class Phrase(Struct, frozen=True):
    """Words in their order; ``means`` is what the table has it for."""

    words: tuple[WordPattern, ...]
    means: str
    language: str

    def end_at(self, tokens: Sequence[StationToken], at: int) -> int | None:
        """The token behind it, if it stands there in one clause."""
        for step, pattern in enumerate(self.words):
            if at + step >= len(tokens) or not pattern.meets(tokens[at + step]):
                return None
            if step and tokens[at + step].breaks:
                return None
        return at + len(self.words)


class PhraseList:
    """Phrases found by the first letters of their first word, the longest first."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_opening: dict[str, list[Phrase]] = {}
        for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
            self._by_opening.setdefault(phrase.words[0].sound[:_OPENING], []).append(phrase)

    def at(self, tokens: Sequence[StationToken], at: int) -> tuple[str, int] | None:
        """What the longest phrase that begins there means, and the token behind it."""
        found = self.phrase_at(tokens, at)
        return (found[0].means, found[1]) if found is not None else None

    def phrase_at(self, tokens: Sequence[StationToken], at: int) -> tuple[Phrase, int] | None:
        """The same phrase itself."""
        sound = tokens[at].sound
        found = [*self._by_opening.get(sound[:_OPENING], ()), *self._by_opening.get(sound[:1], ())]
        if len(sound) == 1:
            found = self._by_opening.get(sound, [])
        for phrase in sorted(found, key=lambda phrase: -len(phrase.words)) if len(found) > 1 else found:
            if (end := phrase.end_at(tokens, at)) is not None:
                return phrase, end
        return None

    def before(self, tokens: Sequence[StationToken], at: int) -> tuple[str, int] | None:
        """What the longest phrase that ends before there means, and its first token."""
        for first in range(max(0, at - 4), at):
            found = self.at(tokens, first)
            if found is not None and found[1] == at:
                return found[0], first
        return None

    def spots(self, tokens: Sequence[StationToken]) -> Iterator[tuple[int, int]]:
        """Where any of them stands."""
        for at in range(len(tokens)):
            if (found := self.at(tokens, at)) is not None:
                yield at, found[1]


class StationWords:
    """All languages together."""

    def __init__(self, tables: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]) -> None:
        self.kinds = PhraseList(_kinds_in(tables, "kinds"))
        self.weak = PhraseList(_kinds_in(tables, "weak"))
        self._lists = {
            name: PhraseList(_phrases_in(tables, section, name))
            for section, names in _SECTIONS.items()
            for name in names or ()
        }
        self.numbers = PhraseList(_numbers_in(tables))

    def list_of(self, name: str) -> PhraseList:
        """The phrases of *words* or *evidence* of that name."""
        return self._lists[name]


def check_station_words(file: str, table: Mapping[str, object]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The table of one file. Raises BadStationWords."""
    checked: dict[str, Mapping[str, Sequence[str]]] = {}
    for section, names in _SECTIONS.items():
        rows = table.get(section)
        known = KINDS if names is None else names
        if not isinstance(rows, dict) or not set(rows) <= set(known):
            raise BadStationWords(f"{file}: [{section}] may have {', '.join(known)}, found {rows!r:.60}")
        for name, phrases in rows.items():
            if not isinstance(phrases, list) or not all(_is_phrase(phrase) for phrase in phrases):
                raise BadStationWords(f'{file}: [{section}] {name}: expected phrases as in ["…", "…"]')
            if len(phrases) > len(set(phrases)):
                raise BadStationWords(
                    f"{file}: [{section}] {name}: the same phrase stands there twice; leave it once"
                )
        checked[section] = rows
    if unknown := set(table) - set(_SECTIONS):
        raise BadStationWords(f"{file}: nothing reads {', '.join(sorted(unknown))}")
    return checked


def _is_phrase(phrase: object) -> bool:
    return isinstance(phrase, str) and bool(phrase.strip("* "))


def _kinds_in(
    tables: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]], section: str
) -> Iterator[Phrase]:
    for language, table in tables.items():
        for kind, phrases in table[section].items():
            for text in phrases:
                yield _phrase(text, language, kind)


def _phrases_in(
    tables: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]], section: str, name: str
) -> Iterator[Phrase]:
    for language, table in tables.items():
        for text in table[section].get(name, ()):
            yield _phrase(text, language, name)


def _numbers_in(tables: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]) -> Iterator[Phrase]:
    for language, table in tables.items():
        for number, text in enumerate(table["words"].get("numbers", ()), start=1):
            yield _phrase(text, language, str(number))


def _phrase(text: str, language: str, means: str) -> Phrase:
    typed = text.replace("'", " ").replace("-", " ").split()
    latin, words = language == "en", []
    for word in typed:
        sound = sound_of(word.rstrip("*"))
        own = latin or (len(typed) == 1 and len(sound) <= SHORT)
        words.append(WordPattern(sound, word.endswith("*"), latin, own))
    return Phrase(tuple(words), means, language)
