"""Which of the places that a text names is the scene.

*In* a city comes before a city merely named, then *from*, then *to*; among equals an exact name before a guessed one, a
city or district before a region, the first before the later. A region gives way to a city or district inside it, a
district to a city inside it; a city to the district of another region: "Алматы, Талгарский район".

The place where the writer is, or where somebody lives or works, is not the scene if another place is told of the person
taken:

я живу в Алматы, мужа забрали в Актау           in Aktau
Im in Almaty. They arrested my mum in Astana    in Astana
Сестра поехала в Талдыкорган, там её задержали  in Taldykorgan: *there* is the place before
я в Алматы, нас задержали, мама в Астане        in Almaty: who is taken is where the writer is
адвокат в Алматы есть? мужа держат в Астане      in Astana: where one is told of who was taken, no other is the scene
родом из Тараза, прописан в Туркестане           from there
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from core.places.context_words import (
    CITY_AFTER,
    CITY_BEFORE,
    NEXT_TO,
    NEXT_TO_IT,
    PREPOSITIONS,
    sound_set,
)
from core.places.hits import PlaceHit
from core.places.place_kinds import City, District, PlaceLevel, PlaceMatch, PlaceRole, Proof
from core.places.place_names import SoundedWord, sound_of, sounds_of, without_person
from core.places.sentence import is_taking

_ENGLISH = sound_set("i im we me us am m re are was were")  # which sound like Russian words: "и", "им"
_I = sound_set("я мы сам сама сами нахожусь находимся мен біз өзім өзіміз i im we")
_MEANWHILE = sound_set(
    "сейчас щас тут пока уже сегодня живу now currently here right қазір am m are re was were"
)
_LIVES = sound_set(
    "живу живем живет живут проживаю проживает работаю работает работают учусь учится live lives living lived work "
    "works working study studies based тұрам тұрамын тұрамыз тұрады тұратын істейді істейтін оқиды оқимын"
)
_MINE = sound_set("живу живем проживаю работаю учусь тұрам тұрамын тұрамыз оқимын")
_KAZAKH_WORK = sound_of("жұмыс")  # жұмыс істейді
_ME = sound_set("меня нас me us мені бізді здесь тут here осында мұнда")
_BORN = sound_set("родом родился родилась прописан прописана born raised registered туып туған тіркелген")
_POINTING = sound_set("его ее их там him her them there оны оларды сонда жерде")
_THERE = sound_set("там there сонда жақта arrival прилете прилету приезде прибытии")
_TOOK = sound_set(
    "алып grabbed seized nabbed took picked locked повязали скрутили увели приняли держат держит удерживают"
)
_BETWEEN = sound_set("полиция полицейские менты омон police cops сегодня вчера бүгін кеше today yesterday")
_NEXT_TO_WORDS = (1, 2, 3)  # of which "near", "not far from" consist
_GONE = (PlaceRole.FROM, PlaceRole.TO, PlaceRole.BROUGHT)


def set_homes_apart(
    tokens: list[SoundedWord], hits: list[PlaceHit], is_abroad: Callable[[list[SoundedWord]], bool]
) -> list[PlaceHit]:
    """The hits, in the order of the text: a home is the writer's place then, and what "there" means a scene. ``is_abroad``:
    whether a clause names a place outside.
    """
    if not hits:
        return hits
    text = _Clauses(tokens)
    hits = [_from_there(text, hit) for hit in _pointed_at(text, hits)]
    tells_of_himself = _any_is(tokens, _ME)
    scenes = {hit.first for hit in hits if hit.role is PlaceRole.IN and text.taking(text.around(hit.first))}
    told = bool(scenes) or any(
        is_abroad([tokens[at] for at in span]) for span in text.all() if text.taking(span)
    )
    return [
        replace(hit, role=PlaceRole.WRITER)
        if _is_only_home(text, hit, hits, tells_of_himself)
        or (told and hit.first not in scenes and _is_beside(text, hit, tells_of_himself))
        else hit
        for hit in hits
    ]


def is_where_writer_is(tokens: list[SoundedWord], first: int) -> bool:
    """Whether only the writer is in a place, and who is taken is somebody else: "I am in Germany, they took my father"."""
    if _any_is(tokens, _ME):
        return False
    lives = False
    for at in range(first - 1, -1, -1):
        if _is_among(tokens[at], _I):
            return True
        lives = lives or _is_among(tokens[at], _MINE)
        if not _is_among(tokens[at], _MEANWHILE | _LIVES) and tokens[at].sound not in PREPOSITIONS:
            break
    return lives or tokens[first].sound != without_person(tokens[first].sound)


class _Clauses:
    """The words, and in which clause each stands; a dash begins one too."""

    def __init__(self, tokens: list[SoundedWord]) -> None:
        self.tokens = tokens
        dash = (at for at, token in enumerate(tokens) if set(token.gap) & set("-–—") and " " in token.gap)
        commas = (at for at, token in enumerate(tokens) if token.in_a_new_clause)
        self._starts = sorted({0, *dash, *commas})

    def around(self, at: int) -> range:
        """The clause of a word."""
        number = bisect_right(self._starts, at)
        return range(
            self._starts[number - 1], self._starts[number] if number < len(self._starts) else len(self.tokens)
        )

    def all(self) -> list[range]:
        """The clauses of the text, in order."""
        return [self.around(start) for start in self._starts if start < len(self.tokens)]

    def behind(self, at: int) -> range:
        """The clause after that."""
        end = self.around(at).stop
        return self.around(end) if end < len(self.tokens) else range(0)

    def taking(self, clause: range) -> list[int]:
        """The words in it that say that somebody is taken."""
        return [at for at in clause if _is_taking_word(self.tokens[at])]


def _is_only_home(text: _Clauses, hit: PlaceHit, hits: list[PlaceHit], tells_of_himself: bool) -> bool:
    if hit.role is not PlaceRole.IN or len({hit.form.id for hit in hits}) < 2:
        return False
    lives = _lives(text, hit, _LIVES)
    if not lives and (tells_of_himself or not _is_here(text, hit)):
        return False
    others = [other for other in hits if other.form.id != hit.form.id and other.role <= PlaceRole.BARE]
    if any(_is_told_of(text, other, hit) for other in others):
        return True
    return not lives and any(_lives(text, other, _LIVES - _MINE) for other in others)


def _is_beside(text: _Clauses, hit: PlaceHit, tells_of_himself: bool) -> bool:
    """Whether nobody is taken in this place by the words around it: адвокат наш в Уральске, his mum is in Shymkent."""
    return hit.role is PlaceRole.IN and not (tells_of_himself and _is_here(text, hit))


def _from_there(text: _Clauses, hit: PlaceHit) -> PlaceHit:
    return replace(hit, role=PlaceRole.FROM) if hit.role is PlaceRole.IN and _lives(text, hit, _BORN) else hit


def _is_here(text: _Clauses, hit: PlaceHit) -> bool:
    """я сейчас в Алматы, I'm in Almaty, мен Алматыдамын: no word between tells of anything else."""
    last = text.tokens[hit.last - 1].sound
    if without_person(last) != last:
        return True
    for at in range(hit.first - 1, text.around(hit.first).start - 1, -1):
        if _is_among(text.tokens[at], _I):
            return True
        if not _is_among(text.tokens[at], _MEANWHILE) and text.tokens[at].sound not in PREPOSITIONS:
            return False
    return False


def _lives(text: _Clauses, hit: PlaceHit, words: frozenset[str]) -> bool:
    """живёт в Алматы, в Алматы живёт, Алматыда жұмыс істейді"""
    clause = text.around(hit.first)
    before = hit.first - 1
    if before in clause and text.tokens[before].sound in PREPOSITIONS:
        before -= 1
    behind = hit.last
    if behind in clause and text.tokens[behind].sound == _KAZAKH_WORK:
        behind += 1
    return any(at in clause and _is_among(text.tokens[at], words) for at in (before, behind))


def _is_told_of(text: _Clauses, other: PlaceHit, home: PlaceHit) -> bool:
    """Whether somebody is taken at the other place: in its clause, or in the next one, which points at who is there."""
    clause, taking = text.around(other.first), text.taking(text.around(other.first))
    if home.first in clause:  # nothing parts them: the word stands between the two, or right behind the other
        low, high = sorted((home, other), key=lambda hit: hit.first)
        return any(low.last <= at < high.first for at in taking) or _right_behind(text, other) in taking
    following = text.behind(other.first)
    points = other.role is PlaceRole.BARE or _any_is((text.tokens[at] for at in following), _POINTING)
    return bool(taking) or (points and home.first not in following and bool(text.taking(following)))


def _right_behind(text: _Clauses, hit: PlaceHit) -> int:
    at = hit.last
    while at < len(text.tokens) and _is_among(text.tokens[at], _BETWEEN):
        at += 1
    return at


def _pointed_at(text: _Clauses, hits: list[PlaceHit]) -> Iterable[PlaceHit]:
    """Where somebody is taken "there", it is the place before, be it one to which they had gone."""
    there = [
        at
        for at, token in enumerate(text.tokens)
        if _is_among(token, _THERE) and text.taking(text.around(at))
    ]
    meant = {max((hit.first for hit in hits if hit.last <= at), default=None) for at in there}
    for hit in hits:
        is_meant = hit.first in meant and hit.form.kind is PlaceLevel.CITY and hit.role in _GONE
        yield replace(hit, role=PlaceRole.IN) if is_meant else hit


def _is_taking_word(token: SoundedWord) -> bool:
    return is_taking(token.sound) or token.sound in _TOOK


def _any_is(tokens: Iterable[SoundedWord], words: frozenset[str]) -> bool:
    return any(_is_among(token, words) for token in tokens)


def _is_among(token: SoundedWord, words: frozenset[str]) -> bool:
    return token.sound in words and (token.sound not in _ENGLISH or token.words.isascii())


class Ranking:
    """Makes matches of what was found in a text."""

    def __init__(
        self,
        cities: Mapping[str, City],
        districts: Mapping[str, District],
        is_abroad: Callable[[list[SoundedWord]], bool],
    ) -> None:
        self._cities = cities
        self._is_abroad = is_abroad
        self._districts = districts
        self._short = {
            (district.city, sounds_of(name)): district.id
            for district in districts.values()
            if district.city is not None and not district.shared
            for name in district.said
        }

    def ranked(self, text: str, tokens: list[SoundedWord], hits: Iterable[PlaceHit]) -> list[PlaceMatch]:
        """One match a place, the likeliest scene first."""
        sure = _without_namesakes(tokens, sorted(hits, key=lambda hit: hit.first))
        placed = list(_next_to_larger(tokens, sure))
        hits = set_homes_apart(tokens, placed, self._is_abroad)
        regions = {hit.form.region for hit in hits if hit.form.kind is PlaceLevel.CITY}
        by_place: dict[str, PlaceMatch] = {}
        for hit in sorted(hits, key=lambda h: (h.role, not h.exact, _breadth(h, regions), h.first)):
            match = self._match(text, tokens, hit)
            place = match.city or match.district or match.region
            known = by_place.setdefault(place, match)
            if known.district is None and match.district is not None:
                by_place[place] = replace(known, district=match.district)
        return list(self._without_the_larger(list(by_place.values())))

    def _without_the_larger(self, matches: list[PlaceMatch]) -> Iterable[PlaceMatch]:
        regions = {
            match.region
            for match in matches
            if match.role < PlaceRole.FROM and (match.city or match.district)
        }
        districts = {
            self._cities[match.city].district
            for match in matches
            if match.city and match.role <= PlaceRole.FROM
        }
        for match in matches:
            larger = match.district in districts if match.district else match.region in regions
            if match.city or not larger:
                yield match

    def _match(self, text: str, tokens: list[SoundedWord], hit: PlaceHit) -> PlaceMatch:
        form = hit.form
        city = form.id if form.kind is PlaceLevel.CITY else None
        district = form.id if form.kind is PlaceLevel.DISTRICT else None
        if district:
            city = self._districts[district].city
        elif city:
            district = self._short_name_beside(city, tokens, hit)
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        return PlaceMatch(form.region, city, district, hit.role, hit.exact, text[start:end], start, end)

    def _short_name_beside(self, city: str, tokens: list[SoundedWord], hit: PlaceHit) -> str | None:
        """Алматы, Медеу: a district's short name next to its city."""
        after, before = tokens[hit.last : hit.last + 2], tokens[max(0, hit.first - 2) : hit.first]
        for words in (after[:1], after, before[-1:], before):
            district = self._short.get((city, " ".join(t.sound for t in words)))
            if district is not None:
                return district
        return None


def _without_namesakes(tokens: list[SoundedWord], hits: list[PlaceHit]) -> list[PlaceHit]:
    """Where another city is named, Aksay with a town hall is its microdistrict; a "town of Aksay" is the town."""

    def is_called_town(hit: PlaceHit) -> bool:
        before = tokens[hit.first - 1].sound if hit.first else ""
        return before in CITY_BEFORE or (hit.last < len(tokens) and tokens[hit.last].sound in CITY_AFTER)

    cities = [hit for hit in hits if hit.form.kind is PlaceLevel.CITY and hit.form.proof is not Proof.CITY]
    return [hit for hit in hits if not cities or hit.form.proof is not Proof.CITY or is_called_town(hit)]


def _next_to_larger(tokens: list[SoundedWord], hits: list[PlaceHit]) -> Iterable[PlaceHit]:
    """затобольск под костанаем, Қостанай маңындағы Тобыл: the larger place only says where the smaller one is."""
    roles = [hit.role for hit in hits]
    for at, hit in enumerate(hits):  # "near Astana, in the village of Kosshy"
        near = any(
            " ".join(token.sound for token in tokens[max(0, hit.first - k) : hit.first]) in NEXT_TO
            for k in _NEXT_TO_WORDS
        )
        others = (other for other in hits if other.form.kind is PlaceLevel.CITY)
        if near and any(other.form.id != hit.form.id and other.role <= PlaceRole.BARE for other in others):
            roles[at] = max(hit.role, PlaceRole.FROM)
    for at, (before, after) in enumerate(pairwise(hits)):
        if before.form.kind is not PlaceLevel.CITY or after.form.kind is not PlaceLevel.CITY:
            continue
        between = " ".join(token.sound for token in tokens[before.last : after.first])
        if between in NEXT_TO:
            roles[at + 1] = max(roles[at], roles[at + 1], PlaceRole.BARE)
        elif between in NEXT_TO_IT:
            roles[at] = max(roles[at], roles[at + 1], PlaceRole.FROM)
    return [replace(hit, role=role) for hit, role in zip(hits, roles, strict=True)]


def _breadth(hit: PlaceHit, regions: set[str]) -> int:
    if hit.form.kind is PlaceLevel.REGION:
        return 2
    return 0 if hit.form.kind is PlaceLevel.DISTRICT and hit.form.region not in regions else 1
