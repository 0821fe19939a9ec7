"""The words around a name that say which kind of place it is: prepositions, "city", "village", "station", "street", and the
words for districts and offices.
"""

from core.places.place_kinds import PlaceRole
from core.places.place_names import NameCase, sound_of, sounds_of

# Preposition → the case it takes → the role of its noun. English names have no cases.
_PREPOSITIONS: dict[str, dict[NameCase, PlaceRole]] = {
    "в": {NameCase.LOC: PlaceRole.IN, NameCase.ACC: PlaceRole.TO},
    "во": {NameCase.LOC: PlaceRole.IN, NameCase.ACC: PlaceRole.TO},
    "по": {NameCase.DAT: PlaceRole.IN},
    "под": {NameCase.INS: PlaceRole.IN, NameCase.ACC: PlaceRole.IN},
    "около": {NameCase.GEN: PlaceRole.IN},
    "возле": {NameCase.GEN: PlaceRole.IN},
    "близ": {NameCase.GEN: PlaceRole.IN},
    "у": {NameCase.GEN: PlaceRole.IN},
    "из": {NameCase.GEN: PlaceRole.FROM},
    "от": {NameCase.GEN: PlaceRole.FROM},
    "с": {NameCase.GEN: PlaceRole.FROM},
    "со": {NameCase.GEN: PlaceRole.FROM},
    "до": {NameCase.GEN: PlaceRole.TO},
    "к": {NameCase.DAT: PlaceRole.TO},
    "через": {NameCase.ACC: PlaceRole.TO},
    "на": {NameCase.LOC: PlaceRole.IN, NameCase.ACC: PlaceRole.TO},
    "in": {NameCase.NOM: PlaceRole.IN},
    "at": {NameCase.NOM: PlaceRole.IN},
    "near": {NameCase.NOM: PlaceRole.IN},
    "from": {NameCase.NOM: PlaceRole.FROM},
    "to": {NameCase.NOM: PlaceRole.TO},
}
PREPOSITIONS = {sound_of(word): cases for word, cases in _PREPOSITIONS.items()}
PROVING = frozenset(map(sound_of, ("в", "во", "из", "под", "in", "from", "near", "to")))
_ENGLISH = frozenset(map(sound_of, ("in", "at", "near", "from", "to")))
_NONE: dict[NameCase, PlaceRole] = {}


def governed_cases(word: str, sounded: str) -> dict[NameCase, PlaceRole]:
    """The cases that a preposition takes, with the roles of their nouns; the Russian "то" is no "to"."""
    return _NONE if sounded in _ENGLISH and not word.isascii() else PREPOSITIONS.get(sounded, _NONE)


SUFFIX_ROLES = {NameCase.AT: PlaceRole.IN, NameCase.FROM: PlaceRole.FROM, NameCase.TO: PlaceRole.TO}
PLACING = frozenset(SUFFIX_ROLES)


def sound_set(text: str) -> frozenset[str]:
    """The words, as they sound."""
    return frozenset(map(sound_of, text.split()))


STATION_BEFORE = sound_set("станция станции станцию разъезд разъезде разъезда station")
STATION_AFTER = sound_set(
    "станция станции станциясы станциясында станциясынан станциясына станса стансасы стансасында стансасынан бекети "
    "бекетинде бекетинен разъези разъезинде разъезинен вокзалы вокзалында вокзалынан вокзалда station"
)
TOWN_BEFORE = sound_set("г гор город города городе городу городом city town")
TOWN_AFTER = sound_set(
    "каласы каласында каласынан каласына каласынын каласындагы кала калада каладан city town"
)
VILLAGE_BEFORE = sound_set(
    "пос поселок поселке поселка поселку пгт село селе села селу сел аул ауле аула аулу ауыл станица village "
    "ауылы"
)
VILLAGE_AFTER = sound_set(
    "ауыл ауылы ауылында ауылынан ауылына ауылынын ауылындагы аулы аулында аулынан аулына кент кенти кентинде "
    "кентинен селосы селосында поселкеси поселкесинде village"
)
RURAL_BEFORE = VILLAGE_BEFORE | STATION_BEFORE
RURAL_AFTER = VILLAGE_AFTER | STATION_AFTER
CITY_BEFORE = TOWN_BEFORE | VILLAGE_BEFORE | STATION_BEFORE
CITY_AFTER = TOWN_AFTER | VILLAGE_AFTER | STATION_AFTER
QALA_ROLES = {
    sound_of(stem + ending): role
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
        ("нда", PlaceRole.IN),
        ("нде", PlaceRole.IN),
        ("нан", PlaceRole.FROM),
        ("нен", PlaceRole.FROM),
        ("на", PlaceRole.TO),
    )
}
_FILLERS = CITY_BEFORE | sound_set(
    "центре центра районе района окрестностях пригороде самой самом нашей нашем родной the downtown"
)

_STREET_BEFORE = sound_set(
    "улица улице улицы улицу ул проспект проспекте проспекта пр просп переулок пер бульвар бульваре мкр микрорайон "
    "микрорайоне площадь площади парк парке сквер сквере гостиница гостинице отель отеле кафе ресторан ресторане "
    "трц тц тд жк имени им street avenue square hotel шоссе трасса трассе трассу автобус автобусе поезд поезде "
    "рейс рейсом магазин магазина банк вокзал клуб стадион стадиона"
)
SQUARE = sound_set("площадь площади square")  # whose name does not decline, is the city's: на площади Алматы
_SHORT_STREETS = sound_set("пр мкр ул")  # пр-т, мкр-н, ул-ца
_STREET_STEMS = tuple(
    map(
        sound_of,
        ("көшесі", "даңғылы", "алаңы", "саябағы", "street", "avenue", "square", "hotel", "hub", "арена"),
    )
)
NEXT_TO = frozenset(
    {
        sounds_of(words)
        for words in ("под", "около", "возле", "близ", "рядом с", "недалеко от", "near", "by", "next to")
    }
)
NEXT_TO_IT = sound_set("жанындағы жанында маңындағы маңында қасындағы қасында түбіндегі түбінде")

_ENGLISH_STREETS = sound_set("street avenue square park hotel metro")
_ARTICLES = sound_set("the a an our my this that")


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


_NO_CASE: frozenset[NameCase] = frozenset()
_NOM = frozenset({NameCase.NOM})
_IN, _OF, _TO, _BY = (frozenset({c}) for c in (NameCase.LOC, NameCase.GEN, NameCase.DAT, NameCase.INS))

_POSSESSED = {
    "": _NOM,
    "нда": frozenset({NameCase.AT}),
    "нан": frozenset({NameCase.FROM}),
    "на": frozenset({NameCase.TO}),
    "ның": _NO_CASE,
    "н": _NO_CASE,
    "ндағы": _NO_CASE,
}


def possessed_forms(word: str) -> dict[str, frozenset[NameCase]]:
    """облысы, облысында, облысынан …"""
    return {sound_of(word + ending): cases for ending, cases in _POSSESSED.items()}


_RAION = {"район": _NOM, "района": _OF, "району": _TO, "районе": _IN, "районом": _BY, "р н": _NO_CASE}
AREA_BEFORE = {sounds_of(word): cases for word, cases in _RAION.items()}
AREA_AFTER = AREA_BEFORE | possessed_forms("ауданы") | {sound_of("district"): _NOM}

OFFICE_AFTER = sound_set(
    "рувд ровд роп руп рп рпу овд увд уп оп пб ииб аииб аупб упп полиция полициа полиции police суд суда суде сот соты "
    "сотында прокуратура прокуратуры прокуратуре аудандык рополиции райполиции райотдел райотделе райотдела "
    "районный районного районном районная районной районное районого отдел отдела отделе отделение отделения отделении "
    "отделением управление управления управлении акимат акимата акимате акимдиги"
)
OFFICE_BEFORE = sound_set("рувд ровд роп руп овд увд уп оп полиции полиция police")
DISTRICT_OFFICE = sound_set(
    "рувд ровд роп руп рпу аииб аупб аудандык районный районного районном районная районной районное рополиции "
    "райполиции райотдел райотделе райотдела"
)
TOWN_OFFICE = sound_set(
    "городской городского городском городская городское городскую гувд говд гоп гополиции горотдел горотделе горотдела "
    "горсуд горсуде горсуда калалык"
)

# ---- offices with the name of their town beside them ----

OFFICE_LETTERS = sound_set("сизо ивс ик увд гувд говд ровд роп дп уип ииб кииб пд спецприемник")
OF_THE_TOWN = frozenset(
    form
    for word in (
        "полициясы", "соты", "прокуратурасы", "изоляторы", "түрмесі", "абақтысы", "әкімдігі", "әкімшілігі", "бөлімшесі",
        "СИЗО-сы", "вокзалы",
    )
    for form in possessed_forms(word)
)  # fmt: skip
OFFICE_BESIDE = (
    OFFICE_AFTER
    | OFFICE_LETTERS
    | TOWN_OFFICE
    | OF_THE_TOWN
    | sound_set("изолятор изолятора изоляторе тюрьма тюрьме тюрьмы колония колонии jail prison court")
)
UNIT_BESIDE = TOWN_OFFICE | sound_set(
    "отдел отдела отделе отделение отделения отделении управление управления управлении"
)
_OF_POLICE = sound_set("полиции police")
_UNIT = sound_set(
    "отдел отдела отделе отделение отделения отделении управление управления управлении департамент департамента"
)
_LETTERS_BEFORE = OFFICE_LETTERS | sound_set("изолятор изоляторе изолятора горотдел горотделе горотдела")


def is_office_before(earlier: str, before: str) -> bool:
    """Whether the two words before a name are an office whose town may follow: сизо, отдел полиции."""
    return before in _LETTERS_BEFORE or (before in _OF_POLICE and earlier in _UNIT)
