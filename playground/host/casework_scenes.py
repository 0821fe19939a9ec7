"""The list from the door: a lawyer pastes names at a station, a coordinator compares them; families hear, new cases open,
and all of it is taken back.

From the clock to the paper: a term is over, one tap makes the demand, what is missing is asked, and it was sent.

48 hours of one detention: the terms of its law, the visit, papers, a hearing, a correction, an overrun, the release.

A night on duty: a week in one message, confirmed in the evening; an alert, the list, a term of the law, a hand over.
"""

from datetime import time

from playground.host.scripted_scene import Act, ScriptedPerson, ScriptedScene

DOOR_DANA, DOOR_LAWYER = "dana", "ruslan"  # of the scenario
DOOR_WIFE, DOOR_FRIEND = "Made-up Әсел", "Made-up Денис"
DOOR_PEOPLE = {DOOR_WIFE: ScriptedPerson("kk", "Almaty"), DOOR_FRIEND: ScriptedPerson("ru", "Almaty")}
DOOR_NAMES = (
    "Список, 4 человека:\n1. Выдуманов Ерлан, 1990\n2. Vymyslova Aida\n3. майор Петров\n"
    "4. Примеров Бекзат – нужен инсулин\n5. Придуманов Тимур"
)
DOOR_STEPS = (
    (
        Act(DOOR_WIFE, "Алматыда полиция күйеуімді алып кетті, аты Ерлан Выдуманов", until=time(10)),
        Act(DOOR_LAWYER, taps="[accept:]"),
        Act(DOOR_LAWYER, taps="[first:]"),
        Act(DOOR_LAWYER, taps="Verify"),  # the wife: only who was verified hears what others tell
        Act(DOOR_LAWYER, taps="Source 1"),
        Act(DOOR_LAWYER, taps="very reliable"),
        Act(DOOR_FRIEND, "Алматы, полиция задержала друга, его зовут Бекзат Примеров"),
    ),
    (Act(DOOR_LAWYER, "/list", until=time(11, 25)), Act(DOOR_LAWYER, "Almaty, Medeu police station, 11:20")),
    # What the names match is for coordinators: one goes on with a list that was left.
    (Act(DOOR_LAWYER, DOOR_NAMES), Act(DOOR_DANA, taps="Read it", after=31)),
    (Act(DOOR_DANA, taps="✅ Write it down (4)"), Act(DOOR_WIFE), Act(DOOR_FRIEND), Act(DOOR_LAWYER)),
    (
        Act(DOOR_DANA, taps="Take it all back"),
        Act(DOOR_DANA, taps="Yes, take it back"),
        Act(DOOR_WIFE),
        Act(DOOR_LAWYER),
    ),
)


def list_from_the_door() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("names", DOOR_PEOPLE, DOOR_STEPS)


DEMAND_DANA, DEMAND_LAWYER = "dana", "saule"  # of the scenario
DEMAND_WIFE = "Made-up Жанар"
DEMAND_PEOPLE = {DEMAND_WIFE: ScriptedPerson("ru", "Astana")}
DEMAND_STEPS = (
    (
        Act(DEMAND_WIFE, "Астана, в 9:00 полиция забрала мужа, его зовут Арман Выдуманный", until=time(10)),
        Act(DEMAND_LAWYER, taps="[accept:]"),
        Act(DEMAND_LAWYER, taps="📞 Связь есть"),
    ),
    (Act(DEMAND_LAWYER, taps="[occasion:]", until=time(12, 14)),),
    (
        Act(DEMAND_LAWYER, "ИВС Выдуманного района"),
        Act(DEMAND_LAWYER, "№ 17 выдуманный"),
        Act(DEMAND_LAWYER, "9:40"),
    ),
    (
        Act(DEMAND_LAWYER, taps="Не проверено"),
        Act(DEMAND_LAWYER, taps="☑️ Всё"),
        Act(DEMAND_LAWYER, taps="‹ Этот документ"),
        Act(DEMAND_LAWYER, taps="✅ Составить"),
        Act(DEMAND_LAWYER),
    ),
    (
        Act(DEMAND_LAWYER, taps="📮 Отправлено", after=20),
        Act(DEMAND_LAWYER, taps="сегодня"),
        Act(DEMAND_LAWYER, "Ж-17, выдуманный"),
    ),
    (
        Act(DEMAND_DANA, case_of=DEMAND_LAWYER),
        Act(DEMAND_DANA, "the demand was sent, I look for its answer"),
        Act(DEMAND_DANA, taps="[history:]"),
        Act(DEMAND_DANA, taps="◀"),
    ),
)


def from_clock_to_paper() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("demand", DEMAND_PEOPLE, DEMAND_STEPS)


HOURS_DANA, HOURS_LAWYER = "dana", "saule"  # of the scenario
HOURS_WIFE = "Made-up Жанна"
HOURS_PEOPLE = {HOURS_WIFE: ScriptedPerson("ru", "Astana")}
HOURS_STEPS = (
    (
        Act(HOURS_WIFE, "Астана, полиция забрала мужа, его зовут Арман Выдуманный", until=time(10)),
        Act(HOURS_LAWYER, taps="[accept:]"),
    ),
    (
        Act(HOURS_LAWYER, taps="🚗 Еду", after=5),
        Act(HOURS_LAWYER, taps="🚪 У входа", after=30),
        Act(HOURS_LAWYER, taps="⛔ Не пустили"),
        Act(HOURS_DANA),
    ),
    (Act(HOURS_LAWYER, taps="✅ Пустили", after=25), Act(HOURS_LAWYER, taps="🚶 Уже снаружи", after=40)),
    (
        Act(HOURS_LAWYER, taps="Держат с"),
        Act(HOURS_LAWYER, "9:10"),
        Act(HOURS_LAWYER, taps="Протокол"),
        Act(HOURS_LAWYER, "11:30"),
        Act(HOURS_LAWYER, taps="Справка о доставлении"),
        Act(HOURS_LAWYER, taps="нет"),
        Act(HOURS_LAWYER, taps="Звонок близким"),
        Act(HOURS_LAWYER, taps="нет"),
    ),
    (
        Act(HOURS_LAWYER, taps="⚖️ Производства"),
        Act(HOURS_LAWYER, taps="➕ Новое"),
        Act(HOURS_LAWYER, taps="административное"),
        Act(HOURS_LAWYER, taps="Вид задержания"),
        Act(HOURS_LAWYER, taps="правонарушение, за которое возможен арест"),
        Act(HOURS_LAWYER, taps="➕ Заседание"),
        Act(HOURS_LAWYER, "завтра 11:00"),
        Act(HOURS_LAWYER, "Выдуманный суд, зал 2"),
        Act(HOURS_LAWYER, "/skip"),
        Act(HOURS_LAWYER, "/skip"),
    ),
    (Act(HOURS_LAWYER, taps="[mine:]", until=time(15, 45)),),
    (
        Act(HOURS_LAWYER, until=time(19, 30)),
        Act(HOURS_WIFE, "его взяли раньше, в 8:40"),
        Act(HOURS_LAWYER, taps="Держат с"),
        Act(HOURS_LAWYER, "8:40"),
    ),
    (Act(HOURS_LAWYER, taps="[clockseen:]", until=time(8, 45)),),
    (
        Act(HOURS_LAWYER, until=time(10, 5)),
        Act(HOURS_LAWYER, taps="[hearing:]", until=time(11, 50)),
        Act(HOURS_LAWYER, taps="штраф"),
        Act(HOURS_LAWYER, "20 МРП"),
    ),
    (
        Act(HOURS_LAWYER, taps="📋 Что увидено", until=time(12, 30)),
        Act(HOURS_LAWYER, taps="Как освободили"),
        Act(HOURS_LAWYER, taps="освобождён"),
    ),
    (
        Act(HOURS_LAWYER, taps="⚖️ Производства", until=time(9, 30)),
        Act(HOURS_LAWYER, taps="[proceeding:]"),
        Act(HOURS_LAWYER, taps="Что произошло"),
        Act(HOURS_LAWYER, taps="копия постановления вручена"),
        Act(HOURS_LAWYER, taps="Сейчас"),
        Act(HOURS_LAWYER),
    ),
    (
        Act(HOURS_DANA, case_of=HOURS_LAWYER),
        Act(HOURS_DANA, "a complaint about the term that was overrun"),
        Act(HOURS_DANA, taps="[history:]"),
    ),
    (
        Act(HOURS_LAWYER, taps="Отпустили", until=time(10)),
        Act(HOURS_LAWYER, taps="[closed:]"),
        Act(HOURS_WIFE),
    ),
)


def hours_48() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("hours", HOURS_PEOPLE, HOURS_STEPS)


NIGHT_DANA, NIGHT_BY_NIGHT, NIGHT_BY_DAY, NIGHT_NEXT_REGION = (
    "dana",
    "alma",
    "ruslan",
    "bolat",
)  # of the scenario
NIGHT_SISTER, NIGHT_FRIEND, NIGHT_UNCLE, NIGHT_MOTHER = (
    f"Made-up {name}" for name in ("Гүлнар", "Антон", "Нұрлан", "Ирина")
)
NIGHT_KAZAKH, NIGHT_RUSSIAN = ScriptedPerson("kk", "Almaty"), ScriptedPerson("ru", "Almaty")
NIGHT_PEOPLE = {
    NIGHT_SISTER: NIGHT_KAZAKH,
    NIGHT_FRIEND: NIGHT_RUSSIAN,
    NIGHT_UNCLE: NIGHT_KAZAKH,
    NIGHT_MOTHER: NIGHT_RUSSIAN,
}
NIGHT_STEPS = (
    (Act(NIGHT_BY_NIGHT, "/duty күн сайын 22-8"), Act(NIGHT_BY_DAY, "/duty mon-sun 8-22")),
    (
        Act(NIGHT_BY_DAY, taps="[stint:]", until=time(19, 2)),
        Act(NIGHT_BY_NIGHT, taps="[stint:]"),
        Act(NIGHT_DANA),
    ),
    (Act(NIGHT_DANA, until=time(20, 1)),),
    (
        Act(NIGHT_SISTER, "Алматы, Республика алаңында інімді полиция ұстады", until=time(22, 40)),
        Act(NIGHT_BY_NIGHT),
    ),
    (
        Act(NIGHT_FRIEND, "Алматы, площадь Республики, друга увезли в автобусе"),
        Act(NIGHT_MOTHER, "Алматы, полиция забрала моего сына, ему 15 лет"),
        Act(NIGHT_UNCLE, "Алматы, Республика алаңында бауырымды алып кетті"),
        Act(NIGHT_BY_NIGHT),
    ),
    (
        Act(NIGHT_BY_NIGHT, taps="[accept:]"),
        Act(NIGHT_BY_NIGHT, taps="[first:]"),
        Act(NIGHT_BY_NIGHT, taps="[accept:]"),
        Act(NIGHT_BY_NIGHT, taps="[first:]"),
    ),
    (
        Act(NIGHT_NEXT_REGION, taps="[accept:]", after=12),
        Act(NIGHT_NEXT_REGION, taps="[first:]"),
        Act(NIGHT_NEXT_REGION, taps="[accept:]"),
        Act(NIGHT_NEXT_REGION, taps="[first:]"),
        Act(NIGHT_NEXT_REGION, taps="[accept:]"),
    ),
    (Act(NIGHT_BY_NIGHT, taps="[clockseen:]", until=time(1, 42)),),
    (
        Act(NIGHT_BY_NIGHT, taps="[mine:]", until=time(8, 2)),
        Act(NIGHT_BY_NIGHT, taps="[hand:]"),
        Act(NIGHT_BY_NIGHT, "Made-up Ruslan"),
        Act(NIGHT_BY_NIGHT, taps="[handing/why:tired]"),
        Act(NIGHT_BY_DAY),
    ),
    (
        Act(NIGHT_BY_DAY, taps="[accept:]"),
        Act(NIGHT_BY_DAY, taps="[first:]"),
        Act(NIGHT_BY_NIGHT),
    ),
    (Act(NIGHT_DANA, "/cases", until=time(9, 1)),),
)


def night_on_duty() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("night", NIGHT_PEOPLE, NIGHT_STEPS)
