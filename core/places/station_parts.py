"""The parts of which a mention of a place of detention is put together, each looked for at one word of a text: its kind, the
district or town whose it is, its number, its street, and what stands before it or behind it.
"""

from collections.abc import Sequence

from msgspec import Struct

from core.places.place_kinds import Places, Proof
from core.places.place_names import adjective_forms, russian_forms, sounds_of
from core.places.station_endings import (
    ENDINGS,
    LAST_LETTERS,
    WORDS_TOO,
    StationRole,
    is_accusative,
    kazakh_role,
    stems_of,
    without_endings,
    without_person,
)
from core.places.station_words import StationToken, StationWords

LONGEST_NAME = 3  # words of a street, or of a district
_MOST = 99  # no station has a number above it


class PlaceNamed(Struct, frozen=True):
    """A district or town as it is said, up to ``end``. ``role``: what its Kazakh ending says."""

    ids: tuple[str, ...]
    end: int
    adjective: bool
    role: StationRole | None


class KindNamed(Struct, frozen=True):
    """The kind as it is said, up to ``end``. ``force``: only the police itself; ``of_town``: the one of the town."""

    kind: str
    end: int
    role: StationRole | None
    weak: bool
    force: bool
    of_town: bool


class PlaceForms:
    """How districts and towns are called, as it sounds."""

    def __init__(self, places: Places) -> None:
        found: dict[str, dict[tuple[str, bool], None]] = {}
        for district in places.districts:
            _add(found, district.id, district.said, district.adjectives)
        for city in places.cities:
            if city.town:
                sure = [name for name, proof in city.spellings if proof < Proof.ENDING]
                _add(found, city.id, sure, city.adjectives)
        self._forms = {phrase: tuple(ids) for phrase, ids in found.items()}
        self._starts = frozenset(phrase.split(" ")[0] for phrase in self._forms)

    def ids_of(self, sound: str) -> tuple[str, ...]:
        """What may be called so."""
        return tuple(id for id, _ in self._forms.get(sound, ()))

    def at(self, tokens: Sequence[StationToken], at: int) -> PlaceNamed | None:
        """What is named there, by the longest name, a Kazakh ending taken off."""
        first = tokens[at]
        if first.sound not in self._starts and all(stem not in self._starts for stem, _ in stems_of(first)):
            return None
        for last in range(min(len(tokens), at + LONGEST_NAME), at, -1):
            if any(token.breaks for token in tokens[at + 1 : last]):
                continue
            *before, ending = (token.sound for token in tokens[at:last])
            for sound, role in ((ending, None), *stems_of(tokens[last - 1])):
                if found := self._forms.get(" ".join([*before, sound])):
                    is_adjective = all(adjective for _, adjective in found)
                    return PlaceNamed(tuple(id for id, _ in found), last, is_adjective, role)
        return None


def _add(
    found: dict[str, dict[tuple[str, bool], None]], id: str, names: Sequence[str], adjectives: Sequence[str]
) -> None:
    for name in adjectives:
        for form in adjective_forms(name):
            found.setdefault(form, {})[id, True] = None
    for name in names:
        for form in (sounds_of(name), *(form for form, _ in russian_forms(name))):
            found.setdefault(form, {})[id, False] = None


class StationLine:
    """The words of one text, while stations are looked for in it."""

    def __init__(self, tokens: Sequence[StationToken], words: StationWords, places: PlaceForms) -> None:
        self.tokens, self._words, self._places = tokens, words, places

    def goes_on(self, at: int) -> bool:
        """Whether a word stands there in the clause of the one before it."""
        return at < len(self.tokens) and not self.tokens[at].breaks

    def ends_at(self, name: str, at: int) -> int | None:
        """Behind the phrase of that table that begins there, in the clause of the word before it."""
        found = self._words.list_of(name).at(self.tokens, at) if self.goes_on(at) else None
        return found[1] if found is not None else None

    def begins_before(self, name: str, at: int) -> int | None:
        """The beginning of the phrase of that table that ends before that word, in its clause."""
        if not at or self.tokens[at].breaks:
            return None
        found = self._words.list_of(name).before(self.tokens, at)
        return found[1] if found is not None else None

    # ---- kinds ----

    def kind_at(self, at: int, *, weak: bool) -> KindNamed | None:
        """The kind that is said there, with its ending: РОВД-да, рупе, ҰҚК ғимаратына."""
        tokens, phrases = self.tokens, self._words.weak if weak else self._words.kinds
        found = phrases.phrase_at(tokens, at)
        if found is not None:
            phrase, end = found
            rest = tokens[end - 1].sound.removeprefix(phrase.words[-1].sound)
            kazakh = phrase.words[-1].begins and (phrase.language == "kk" or rest in ENDINGS)
            behind, role = self.ending_at(end, kazakh_role(tokens[end - 1].sound) if kazakh else None)
            return self._named(phrase.means, at, end, behind, role, weak=weak)
        if not weak and tokens[at].sound.endswith(LAST_LETTERS):
            for stem, role in without_endings(tokens[at]):
                if (kind := phrases.at([stem], 0)) is not None:
                    return self._named(kind[0], at, at + 1, at + 1, role, weak=False)
        return None

    def _named(
        self, kind: str, at: int, end: int, behind: int, role: StationRole | None, *, weak: bool
    ) -> KindNamed:
        force, of_town = (self._words.list_of(name).at(self.tokens, at) for name in ("force", "of_town"))
        is_force = force is not None and force[1] >= end
        return KindNamed(kind, behind, role, weak, is_force, of_town is not None)

    def ending_at(self, at: int, role: StationRole | None) -> tuple[int, StationRole | None]:
        """An ending typed as a word of its own, with a hyphen or without, or the word for a building."""
        if (building := self.ends_at("building", at)) is not None:
            return building, kazakh_role(self.tokens[building - 1].sound)
        if not self.goes_on(at):
            return at, role
        token = self.tokens[at]
        ending = ENDINGS.get(without_person(token.sound))
        if ending is None or not (token.hyphen or (not token.latin and token.sound not in WORDS_TOO)):
            return at, role
        return at + 1, ending

    # ---- numbers ----

    def number_at(self, at: int) -> tuple[int, int] | None:
        """№ 5 · No. 5 · ОП-4 · "station 5" where nothing follows: "30 minutes", "9:00", "2nd floor" are no numbers."""
        mark = self._words.list_of("mark").at(self.tokens, at)
        here = mark[1] if mark is not None else at
        if (
            here >= len(self.tokens)
            or self.tokens[here].ends
            or (found := _number(self.tokens[here])) is None
        ):
            return None
        token, is_last = self.tokens[here], not self.goes_on(here + 1)
        apart = here + 1 == len(self.tokens) or self.tokens[here + 1].start > token.end + 1
        is_station = mark is not None or token.hyphen or (is_last and apart and not token.breaks)
        follows = self.goes_on(here + 1) and self.place_behind(here + 1) is not None
        return (found, here + 1) if is_station or follows else None

    def number_before(self, at: int) -> tuple[int, int] | None:
        """5-м · 5-ші · 3rd · пятом · бесінші, before the kind."""
        first = at - 1
        if first and self.ends_at("ordinal", first) == at and _number(self.tokens[first - 1]) is not None:
            first -= 1
        if (found := _number(self.tokens[first])) is not None:
            marked = self.begins_before("mark", first)
            return found, marked if marked is not None else first
        word = self._words.numbers.before(self.tokens, at)
        return (int(word[0]), word[1]) if word is not None else None

    # ---- places ----

    def place_at(self, at: int) -> PlaceNamed | None:
        """The district or town that begins there."""
        return self._places.at(self.tokens, at)

    def place_before(self, at: int) -> tuple[PlaceNamed, int] | None:
        """The same before that word, and where it begins."""
        for first in range(max(0, at - LONGEST_NAME), at):
            named = self.place_at(first)
            if named is not None and named.end == at:
                return named, first
        return None

    def place_behind(self, at: int) -> PlaceNamed | None:
        """Медеуского района · of Almaly district · города Алматы · г. Караганды · , Zhetysu district."""
        here = at
        while here < len(self.tokens) and (beside := self._words.list_of("beside").at(self.tokens, here)):
            here = beside[1]
        if here >= len(self.tokens) or self.tokens[here].ends:
            return None
        named = self.place_at(here)
        area = self.ends_at("area", named.end) if named is not None else None
        if named is None or (area is None and self.tokens[at].breaks):
            return None
        return PlaceNamed(named.ids, area or named.end, named.adjective, named.role)

    def street_at(self, at: int, towns: frozenset[str]) -> tuple[frozenset[str], int] | None:
        """на Тимирязева · on Karasay batyr · на ул. Масанчи: what has a capital, or a street's word beside it."""
        here = self.ends_at("street", at)
        if here is None:
            return None
        named_street = self.ends_at("streets", here)
        first = named_street or here
        if first >= len(self.tokens) or not (named_street or self.tokens[first].text[0].isupper()):
            return None
        town = self.place_at(first)
        if named_street is None and town is not None and towns.intersection(town.ids):
            return None
        end = first + 1
        while end < min(len(self.tokens), first + LONGEST_NAME) and self._is_of_street(end):
            end += 1
        said = frozenset(token.sound for token in self.tokens[first:end])
        return said, self.ends_at("streets", end) or end

    def _is_of_street(self, at: int) -> bool:
        is_street = self.ends_at("streets", at) is not None
        named = self.goes_on(at) and self.tokens[at].text[0].isupper()
        return not is_street and (named or self.ends_at("street_parts", at) is not None)

    def street_before(self, at: int) -> tuple[frozenset[str], int] | None:
        """Абай көшесіндегі полиция бөлімі."""
        word = self.begins_before("street_before", at)
        return (frozenset({self.tokens[word - 1].sound}), word - 1) if word else None

    # ---- what stands around it ----

    def beside_before(self, at: int) -> int | None:
        """Where a word between a name and its kind begins; before them English "in" and "of" are prepositions."""
        if any(self.begins_before(name, at) is not None for name in ("at", "to", "from", "near")):
            return None
        return self.begins_before("beside", at)

    def role_of(
        self, first: int, behind: int, ending: StationRole | None, *, adjective: bool
    ) -> tuple[StationRole, int]:
        """How what stands there is meant in its sentence, and its first word with what stands before it."""
        if self.ends_at("near_behind", behind) is not None:
            return StationRole.NEAR, first
        start = first
        while (article := self.begins_before("articles", start)) is not None:
            start = article
        for name, role in (
            ("near", StationRole.NEAR),
            ("towards", StationRole.NEAR),
            ("from", StationRole.FROM),
        ):
            if (found := self.begins_before(name, start)) is not None:
                return role, found
        into, within = self.begins_before("to", start), self.begins_before("at", start)
        if into is not None and (within is None or is_accusative(self.tokens[first:behind])):
            return StationRole.TO, into
        if within is not None:
            return StationRole.AT, within
        if ending is not None:
            return ending, first
        genitive = adjective and self.tokens[first].sound.endswith(("ого", "его"))
        return (StationRole.OF, first) if genitive else (StationRole.BARE, start)


def _number(token: StationToken) -> int | None:
    return int(token.text) if token.text.isdecimal() and 0 < int(token.text) <= _MOST else None
