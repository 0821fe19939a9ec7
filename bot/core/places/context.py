"""The words around the name of a place that say what it is: prepositions, "city", "street"."""

from bot.core.places.kinds import Role
from bot.core.places.names import Case, sound

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


def _all(text: str) -> frozenset[str]:
    return frozenset(map(sound, text.split()))


CITY_BEFORE = _all(
    "г гор город города городе городу городом пос поселок поселке поселка пгт село селе city town village"
)
CITY_AFTER = _all(
    "каласы каласында каласынан каласына каласынын каласындагы кала калада каладан city town ауылы ауылында кенти"
)
QALA_ROLES = {sound("каласында"): Role.IN, sound("каласынан"): Role.FROM, sound("каласына"): Role.TO}
_FILLERS = CITY_BEFORE | _all(
    "центре центра районе района окрестностях пригороде самой самом нашей нашем родной the downtown"
)
_STREET_BEFORE = _all(
    "улица улице улицы улицу ул проспект проспекте проспекта пр просп переулок пер бульвар бульваре мкр микрорайон "
    "микрорайоне площадь площади парк парке сквер сквере гостиница гостинице отель отеле кафе ресторан ресторане "
    "трц тц тд жк метро имени им street avenue square hotel"
)
_STREET_STEMS = tuple(
    map(
        sound,
        ("көшесі", "даңғылы", "алаңы", "саябағы", "street", "avenue", "square", "hotel", "hub", "арена"),
    )
)
_MOVING = tuple(
    map(sound, ("еду", "еде", "еха", "поех", "выех", "везут", "везли", "лечу", "летел", "направл", "собира"))
)


def is_moving(word: str) -> bool:
    """Whether it says that somebody is on the way: *еду* в Алматы is not in Алматы yet."""
    return word.startswith(_MOVING)


def is_street_before(word: str) -> bool:
    """Whether the next name is that of a street, a square, a hotel. ``word`` is a sound, as below."""
    return word in _STREET_BEFORE


def is_street_after(word: str) -> bool:
    """Whether the name before is that of a street: көшесі in any case, but not көшелерінде, "in the streets of"."""
    return word.startswith(_STREET_STEMS)


def may_stand_between(word: str) -> bool:
    """Whether it stands between a preposition and its name: в *городе* Рудный, в *центре* Астаны."""
    return word in _FILLERS
