"""The words around the name of a place that say what it is: prepositions, "city", "village", "station", "street"."""

from bot.core.places.kinds import Role
from bot.core.places.names import Case, sound, sounds

# Preposition → the case it takes → the role of its noun. English names have no cases.
_PREPOSITIONS: dict[str, dict[Case, Role]] = {
    "в": {Case.LOC: Role.IN, Case.ACC: Role.TO},
    "во": {Case.LOC: Role.IN, Case.ACC: Role.TO},
    "по": {Case.DAT: Role.IN},
    "под": {Case.INS: Role.IN, Case.ACC: Role.IN},
    "около": {Case.GEN: Role.IN},
    "возле": {Case.GEN: Role.IN},
    "близ": {Case.GEN: Role.IN},
    "у": {Case.GEN: Role.IN},
    "из": {Case.GEN: Role.FROM},
    "от": {Case.GEN: Role.FROM},
    "с": {Case.GEN: Role.FROM},
    "со": {Case.GEN: Role.FROM},
    "до": {Case.GEN: Role.TO},
    "к": {Case.DAT: Role.TO},
    "через": {Case.ACC: Role.TO},
    "на": {Case.LOC: Role.IN, Case.ACC: Role.TO},
    "in": {Case.NOM: Role.IN},
    "at": {Case.NOM: Role.IN},
    "near": {Case.NOM: Role.IN},
    "from": {Case.NOM: Role.FROM},
    "to": {Case.NOM: Role.TO},
}
PREPOSITIONS = {sound(word): cases for word, cases in _PREPOSITIONS.items()}
PROVING = frozenset(map(sound, ("в", "во", "из", "под", "in", "from", "near", "to")))
_ENGLISH = frozenset(map(sound, ("in", "at", "near", "from", "to")))
_NONE: dict[Case, Role] = {}


def governs(word: str, sounded: str) -> dict[Case, Role]:
    """The cases that a preposition takes, with the roles of their nouns; the Russian "то" is no "to"."""
    return _NONE if sounded in _ENGLISH and not word.isascii() else PREPOSITIONS.get(sounded, _NONE)


SUFFIX_ROLES = {Case.AT: Role.IN, Case.FROM: Role.FROM, Case.TO: Role.TO}
PLACING = frozenset(SUFFIX_ROLES)


def all_of(text: str) -> frozenset[str]:
    """The words, as they sound."""
    return frozenset(map(sound, text.split()))


STATION_BEFORE = all_of("станция станции станцию разъезд разъезде разъезда station")
STATION_AFTER = all_of(
    "станция станции станциясы станциясында станциясынан станциясына станса стансасы стансасында стансасынан бекети "
    "бекетинде бекетинен разъези разъезинде разъезинен вокзалы вокзалында вокзалынан вокзалда station"
)
TOWN_BEFORE = all_of("г гор город города городе городу городом city town")
TOWN_AFTER = all_of("каласы каласында каласынан каласына каласынын каласындагы кала калада каладан city town")
VILLAGE_BEFORE = all_of(
    "пос поселок поселке поселка поселку пгт село селе села селу сел аул ауле аула аулу ауыл станица village "
    "ауылы"
)
VILLAGE_AFTER = all_of(
    "ауыл ауылы ауылында ауылынан ауылына ауылынын ауылындагы аулы аулында аулынан аулына кент кенти кентинде "
    "кентинен селосы селосында поселкеси поселкесинде village"
)
RURAL_BEFORE = VILLAGE_BEFORE | STATION_BEFORE
RURAL_AFTER = VILLAGE_AFTER | STATION_AFTER
CITY_BEFORE = TOWN_BEFORE | VILLAGE_BEFORE | STATION_BEFORE
CITY_AFTER = TOWN_AFTER | VILLAGE_AFTER | STATION_AFTER
QALA_ROLES = {
    sound(stem + ending): role
    for stem in (
        "қаласы",
        "ауылы",
        "аулы",
        "кенті",
        "селосы",
        "станциясы",
        "стансасы",
        "вокзалы",
        "бекеті",
        "разъезі",
    )
    for ending, role in (
        ("нда", Role.IN),
        ("нде", Role.IN),
        ("нан", Role.FROM),
        ("нен", Role.FROM),
        ("на", Role.TO),
    )
}
_FILLERS = CITY_BEFORE | all_of(
    "центре центра районе района окрестностях пригороде самой самом нашей нашем родной the downtown"
)

_STREET_BEFORE = all_of(
    "улица улице улицы улицу ул проспект проспекте проспекта пр просп переулок пер бульвар бульваре мкр микрорайон "
    "микрорайоне площадь площади парк парке сквер сквере гостиница гостинице отель отеле кафе ресторан ресторане "
    "трц тц тд жк имени им street avenue square hotel шоссе трасса трассе трассу автобус автобусе поезд поезде "
    "рейс рейсом магазин магазина банк вокзал клуб стадион стадиона"
)
SQUARE = all_of("площадь площади square")  # whose name does not decline, is the city's: на площади Алматы
_SHORT_STREETS = all_of("пр мкр ул")  # пр-т, мкр-н, ул-ца
_STREET_STEMS = tuple(
    map(
        sound,
        ("көшесі", "даңғылы", "алаңы", "саябағы", "street", "avenue", "square", "hotel", "hub", "арена"),
    )
)
NEXT_TO = frozenset(
    {
        sounds(words)
        for words in ("под", "около", "возле", "близ", "рядом с", "недалеко от", "near", "by", "next to")
    }
)
NEXT_TO_IT = all_of("жанындағы жанында маңындағы маңында қасындағы қасында түбіндегі түбінде")

_ENGLISH_STREETS = all_of("street avenue square park hotel metro")
_ARTICLES = all_of("the a an our my this that")


def ends_an_english_street(before: str, word: str) -> bool:
    """republic *square*, rixos *hotel*: the name of the street stands before the word, and the city may follow."""
    return word in _ENGLISH_STREETS and before not in PREPOSITIONS.keys() | _ARTICLES


def is_street_before(word: str) -> bool:
    """Whether the next name is that of a street, a square, a hotel. ``word`` is a sound, as below."""
    return word in _STREET_BEFORE


def is_short_for_street(word: str, end: str) -> bool:
    """пр-т, мкр-н: the name behind it is that of a street."""
    return word in _SHORT_STREETS and len(end) <= 3


def is_street_after(word: str) -> bool:
    """Whether the name before is that of a street: көшесі in any case, but not көшелерінде, "in the streets of"."""
    return word.startswith(_STREET_STEMS)


def may_stand_between(word: str) -> bool:
    """Whether it stands between a preposition and its name: в *городе* Рудный, в *центре* Астаны."""
    return word in _FILLERS
