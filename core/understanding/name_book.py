"""The known names and the words around them, made ready for looking up. The data is ``core/words/names.toml``.

A name is known by its sound, so that Қайрат, Кайрат, Kairat and Qairat are one entry; case endings of Russian and
Kazakh are taken off until a known name is left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from msgspec import Struct

from core.character_map import exchange_letters
from core.places.place_names import sound_of
from core.understanding.plain import plain

Data = Mapping[str, Mapping[str, str]]

_ALIKE = (("й", "и"), ("я", "иа"), ("ю", "иу"), ("'", ""))
_NOTHING: frozenset[str] = frozenset()
_TWICE = re.compile(r"(.)\1+")
_SOFT_L = re.compile("ли(?=[ау])")
_PERSONS_CASES = frozenset(("а", "у", "ом", "ни", "ди", "ти", "нин", "дин", "тин"))  # of a place's name
_KAZAKH_FATHER = frozenset(("ули", "кизи"))
_KAZAKH_WHOM = frozenset(("ни", "ди", "ти"))
_SURE = 4  # letters, above which a word in small letters may be a name
_LONGEST_CASE = 7
LONGEST = 30  # letters; a longer word is nobody's name


def name_sound(word: str) -> str:
    """How a name's words sound: Cyrillic small letters, й as и, doubled letters once."""
    return _SOFT_L.sub("л", _TWICE.sub(r"\1", exchange_letters(sound_of(word), _ALIKE)))


class Meanings(Struct, frozen=True):
    """What words mean, by their list: whole words, and beginnings where any ending may follow."""

    whole: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    longest: int

    def of(self, word: str) -> frozenset[str]:
        """The names of all lists in which the word is."""
        found = self.whole.get(word, _NOTHING)
        for n in range(2, min(self.longest, len(word)) + 1):
            if (more := self.beginnings.get(word[:n])) is not None:
                found = found | more
        return found


def meanings(lists: Mapping[str, str]) -> Meanings:
    """The lists of a table made ready; ``брат*`` stands for every word that begins so."""
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in plain(words).split():
            known = beginnings if word.endswith("*") else whole
            known.setdefault(word.removesuffix("*"), set()).add(name)
    return Meanings(_frozen(whole), _frozen(beginnings), max(map(len, beginnings)))


def _frozen(known: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in known.items()}


class NameBook(Struct, frozen=True):
    """Everything that is known of names, by sound, and the lists of words by their meaning."""

    listed: frozenset[str]  # given names that stand in the file
    given: frozenset[str]  # these and the compounds
    surnames: frozenset[str]  # whole ones
    stems: frozenset[str]  # what stands before -ов, -ев, -ин
    endings: frozenset[str]  # of words of both languages
    instead: Mapping[str, tuple[str, ...]]  # an ending and what a name in the nominative has in its place
    surname_ends: tuple[str, ...]
    weak_ends: tuple[str, ...]  # those that ordinary words have too
    surname_cases: frozenset[str]
    father_ends: tuple[str, ...]
    ordinary: tuple[str, ...]  # endings of verbs and adjectives
    also: frozenset[str]  # sounds of given names that are ordinary words too
    both: frozenset[str]  # sounds of places that are given names too
    words: Meanings

    def is_given(self, key: str) -> bool:
        """Whether the sound is that of a known given name, in any grammatical case."""
        if key in self.given:
            return True
        for n in range(1, min(7, len(key) - 1)):
            stem, ending = key[:-n], key[-n:]
            if ending in self.endings and len(stem) > 2 and stem in self.given:
                return True
            if any(stem + put in self.given for put in self.instead.get(ending, ())):
                return True
        return False

    def is_listed(self, key: str) -> bool:
        """Whether it stands in the file, or does in Russian as one asks "whom": "Серика" but not "алаңында"."""
        return key in self.listed or (len(key) > 5 and key[-1] in "ау" and key[:-1] in self.listed)

    def is_told(self, key: str) -> bool:
        """Whether it stands in the file and is long enough for small letters, or does so as one asks "whom"."""
        whole = self.is_listed(key) and len(key) > _SURE
        return whole or (key[-2:] in _KAZAKH_WHOM and len(key) > _SURE + 2 and key[:-2] in self.listed)

    def is_whom(self, key: str) -> bool:
        """Whether it is a place's name that people have too, in a case in which nobody speaks of places: "Астану"."""
        return key[-1] == "у" and key[:-1] + "а" in self.both

    def is_both(self, key: str) -> bool:
        """Whether the sound is a place that people are named after, in a case in which one speaks of people."""
        return key in self.both or any(
            key[-n:] in _PERSONS_CASES and (key[:-n] in self.both or key[:-n] + "а" in self.both)
            for n in (1, 2, 3)
        )

    def is_patronymic(self, key: str) -> bool:
        """Whether it is a father's name; of -ұлы and -қызы only behind a known name, for Russian verbs end so too."""
        return any(
            end not in _KAZAKH_FATHER
            or self.is_given(stem)
            or self.is_given(stem + "к")  # Серікқызы: one к is heard
            for stem, end in _stems(key, self.father_ends, self.endings)
        )

    def has_surname_end(self, key: str) -> bool:
        """Whether it ends in -ов, -ев and the like, in any grammatical case."""
        return any(_stems(key, self.surname_ends, self.surname_cases))

    def surname_weight(self, key: str) -> int:
        """2: certainly a surname, no matter what is beside it; 1: it may be one; 0: it does not look like one."""
        if key in self.surnames:
            return 1 if len(key) < 4 else 2
        stems = [stem for stem, _ in _stems(key, self.surname_ends, self.surname_cases)]
        if stems:
            return (
                2
                if any(s in self.stems or s + "и" in self.stems or s + "а" in self.stems for s in stems)
                else 1
            )
        weak = [stem for stem, _ in _stems(key, self.weak_ends, self.surname_cases)]
        if weak:
            return 2 if any(len(s) > 3 and s in self.stems for s in weak) else 1
        return 1 if any(key[:-n] in self.surnames and key[-n:] in self.endings for n in (1, 2, 3)) else 0


def _stems(key: str, ends: tuple[str, ...], cases: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What stands before an ending of names, and the ending, once a case has been taken off."""
    for n in range(min(_LONGEST_CASE, len(key) - 3), -1, -1):
        body = key[: len(key) - n]
        if (n == 0 or key[-n:] in cases) and body.endswith(ends):
            for end in ends:
                if body.endswith(end) and len(body) - len(end) >= 2:
                    yield body.removesuffix(end), end


def name_book(data: Data) -> NameBook:
    """The book made of the tables of ``names.toml``. KeyError: a table is missing."""
    endings, surnames = data["endings"], data["surnames"]
    given = {*_sounds(data["given"].values())}
    parts = data["parts"]
    made = product(_sounds([parts["first"]]), _sounds([parts["last"]]))
    compounds = {a + b if a[-1] != b[0] else a + b[1:] for a, b in made if len(a + b) > 4}
    case = set(_sounds([endings["kazakh_case"]]))
    own = set(_sounds([endings["kazakh_possessive"]]))
    russian = set(_sounds([endings["russian"]]))
    all_endings = russian | case | own | {a + b for a, b in product(own, case)}
    known = given | compounds
    return NameBook(
        listed=frozenset(given),
        given=frozenset(known),
        surnames=frozenset(_sounds([surnames["whole"]])),
        stems=frozenset({*_sounds([surnames["stems"]]), *known}),
        endings=frozenset(all_endings),
        instead=_instead(endings["instead"]),
        surname_ends=tuple(_sounds([surnames["endings"]])),
        weak_ends=tuple(_sounds([surnames["weak"]])),
        surname_cases=frozenset({*_sounds([endings["surname"]]), *case}),
        father_ends=tuple(_sounds([surnames["patronymics"]])),
        also=frozenset(_sounds([data["words"]["also"]])),
        both=frozenset(_sounds([data["places"]["both"]])),
        words=meanings(
            {
                **data["words"],
                "places": data["places"]["words"],
                "streets": data["places"]["streets"],
                "apart": surnames["apart"],
            }
        ),
        ordinary=tuple(plain(data["endings"]["ordinary"]).split()),
    )


def _sounds(texts: Iterable[str]) -> list[str]:
    return name_sound(" ".join(texts)).split()


def _instead(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table.split():
        ending, put = row.split(":")
        found[ending] = (*found.get(ending, ()), put)
    return found
