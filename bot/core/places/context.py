"""The words around the name of a place that say what it is: prepositions, "city", "village", "street", "police"."""

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
    "до": {Case.GEN: Role.TO},
    "к": {Case.DAT: Role.TO},
    "на": {Case.ACC: Role.TO},
    "in": {Case.NOM: Role.IN},
    "at": {Case.NOM: Role.IN},
    "near": {Case.NOM: Role.IN},
    "from": {Case.NOM: Role.FROM},
    "to": {Case.NOM: Role.TO},
}
PREPOSITIONS = {sound(word): cases for word, cases in _PREPOSITIONS.items()}
PROVING = frozenset(map(sound, ("в", "во", "из", "под", "in", "from", "near")))
SUFFIX_ROLES = {Case.AT: Role.IN, Case.FROM: Role.FROM, Case.TO: Role.TO}
PLACING = frozenset(SUFFIX_ROLES)
_NO_CASE: frozenset[Case] = frozenset()
_NOM = frozenset({Case.NOM})
_IN, _OF, _TO, _BY = (frozenset({c}) for c in (Case.LOC, Case.GEN, Case.DAT, Case.INS))


def _all(text: str) -> frozenset[str]:
    return frozenset(map(sound, text.split()))


TOWN_BEFORE = _all("г гор город города городе городу городом city town")
TOWN_AFTER = _all("каласы каласында каласынан каласына каласынын каласындагы кала калада каладан city town")
VILLAGE_BEFORE = _all(
    "пос поселок поселке поселка поселку пгт село селе села селу сел аул ауле аула аулу ауыл станица village "
    "станция станции ауылы"
)
VILLAGE_AFTER = _all(
    "ауыл ауылы ауылында ауылынан ауылына ауылынын ауылындагы аулы аулында аулынан аулына кент кенти кентинде "
    "кентинен селосы селосында поселкеси поселкесинде village"
)
CITY_BEFORE = TOWN_BEFORE | VILLAGE_BEFORE
CITY_AFTER = TOWN_AFTER | VILLAGE_AFTER
QALA_ROLES = {
    sound(stem + ending): role
    for stem in ("қаласы", "ауылы", "аулы", "кенті", "селосы")
    for ending, role in (
        ("нда", Role.IN),
        ("нде", Role.IN),
        ("нан", Role.FROM),
        ("нен", Role.FROM),
        ("на", Role.TO),
    )
}
_FILLERS = CITY_BEFORE | _all(
    "центре центра районе района окрестностях пригороде самой самом нашей нашем родной the downtown"
)

# ---- what makes a name that of a district ----

_POSSESSED = {
    "": _NOM,
    "нда": frozenset({Case.AT}),
    "нан": frozenset({Case.FROM}),
    "на": frozenset({Case.TO}),
    "ның": _NO_CASE,
    "н": _NO_CASE,
    "ндағы": _NO_CASE,
}


def possessed(word: str) -> dict[str, frozenset[Case]]:
    """облысы, облысында, облысынан …"""
    return {sound(word + ending): cases for ending, cases in _POSSESSED.items()}


_RAION = {"район": _NOM, "района": _OF, "району": _TO, "районе": _IN, "районом": _BY, "р н": _NO_CASE}
AREA_BEFORE = {sounds(word): cases for word, cases in _RAION.items()}
AREA_AFTER = AREA_BEFORE | possessed("ауданы") | {sound("district"): _NOM}
OFFICE_AFTER = _all(
    "рувд ровд роп руп рп рпу овд увд уп оп пб ииб аииб аупб упп полиция полициа полиции police суд суда суде сот соты "
    "сотында прокуратура прокуратуры прокуратуре аудандык "
    "районный районного районном районная районной районное районого отдел отдела отделе отделение отделения отделении "
    "отделением управление управления управлении акимат акимата акимате акимдиги"
)
OFFICE_BEFORE = _all("рувд ровд роп руп овд увд уп оп полиции полиция police")
DISTRICT_OFFICE = _all(
    "рувд ровд роп руп рпу аииб аупб аудандык районный районного районном районная районной районное"
)
_STREET_BEFORE = _all(
    "улица улице улицы улицу ул проспект проспекте проспекта пр просп переулок пер бульвар бульваре мкр микрорайон "
    "микрорайоне площадь площади парк парке сквер сквере гостиница гостинице отель отеле кафе ресторан ресторане "
    "трц тц тд жк метро имени им street avenue square hotel шоссе трасса трассе трассу автобус автобусе поезд поезде "
    "рейс рейсом магазин магазина банк вокзал клуб стадион стадиона"
)
_SHORT_STREETS = _all("пр мкр ул")  # пр-т, мкр-н, ул-ца
_STREET_STEMS = tuple(
    map(
        sound,
        ("көшесі", "даңғылы", "алаңы", "саябағы", "street", "avenue", "square", "hotel", "hub", "арена"),
    )
)
_MOVING = tuple(
    map(
        sound,
        (
            "еду",
            "еде",
            "еха",
            "поех",
            "выех",
            "везут",
            "везли",
            "везл",
            "лечу",
            "летел",
            "направл",
            "собира",
            "ехал",
        ),
    )
)


def is_moving(word: str) -> bool:
    """Whether it says that somebody is on the way: *еду* в Алматы is not in Алматы yet."""
    return word.startswith(_MOVING)


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
