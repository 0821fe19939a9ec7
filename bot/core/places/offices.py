"""The words of districts and of offices: what makes a name that of a district, and what has a town's name beside it."""

from bot.core.places.context import all_of
from bot.core.places.names import Case, sound, sounds

_NO_CASE: frozenset[Case] = frozenset()
_NOM = frozenset({Case.NOM})
_IN, _OF, _TO, _BY = (frozenset({c}) for c in (Case.LOC, Case.GEN, Case.DAT, Case.INS))

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

OFFICE_AFTER = all_of(
    "рувд ровд роп руп рп рпу овд увд уп оп пб ииб аииб аупб упп полиция полициа полиции police суд суда суде сот соты "
    "сотында прокуратура прокуратуры прокуратуре аудандык рополиции райполиции райотдел райотделе райотдела "
    "районный районного районном районная районной районное районого отдел отдела отделе отделение отделения отделении "
    "отделением управление управления управлении акимат акимата акимате акимдиги"
)
OFFICE_BEFORE = all_of("рувд ровд роп руп овд увд уп оп полиции полиция police")
DISTRICT_OFFICE = all_of(
    "рувд ровд роп руп рпу аииб аупб аудандык районный районного районном районная районной районное рополиции "
    "райполиции райотдел райотделе райотдела"
)
TOWN_OFFICE = all_of(
    "городской городского городском городская городское городскую гувд говд гоп гополиции горотдел горотделе горотдела "
    "горсуд горсуде горсуда калалык"
)

# ---- offices with the name of their town beside them ----

OFFICE_LETTERS = all_of("сизо ивс ик увд гувд говд ровд роп дп уип ииб кииб пд спецприемник")
OF_THE_TOWN = frozenset(
    form
    for word in (
        "полициясы", "соты", "прокуратурасы", "изоляторы", "түрмесі", "абақтысы", "әкімдігі", "әкімшілігі", "бөлімшесі",
        "СИЗО-сы", "вокзалы",
    )
    for form in possessed(word)
)  # fmt: skip
OFFICE_BESIDE = (
    OFFICE_AFTER
    | OFFICE_LETTERS
    | TOWN_OFFICE
    | OF_THE_TOWN
    | all_of("изолятор изолятора изоляторе тюрьма тюрьме тюрьмы колония колонии jail prison court")
)
UNIT_BESIDE = TOWN_OFFICE | all_of(
    "отдел отдела отделе отделение отделения отделении управление управления управлении"
)
_OF_POLICE = all_of("полиции police")
_UNIT = all_of(
    "отдел отдела отделе отделение отделения отделении управление управления управлении департамент департамента"
)
_LETTERS_BEFORE = OFFICE_LETTERS | all_of("изолятор изоляторе изолятора горотдел горотделе горотдела")


def is_office_before(earlier: str, before: str) -> bool:
    """Whether the two words before a name are an office whose town may follow: сизо, отдел полиции."""
    return before in _LETTERS_BEFORE or (before in _OF_POLICE and earlier in _UNIT)
