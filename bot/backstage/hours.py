"""48 hours of one detention: the terms of its law, the visit, papers, a hearing, a correction, an overrun, the release."""

from datetime import time

from bot.backstage.acted import Act, Acted, Person

DANA, LAWYER = "dana", "saule"  # of the scenario
WIFE = "Made-up Жанна"
PEOPLE = {WIFE: Person("ru", "Astana")}
STEPS = (
    (
        Act(WIFE, "Астана, полиция забрала мужа, его зовут Арман Выдуманный", until=time(10)),
        Act(LAWYER, taps="[accept:]"),
    ),
    (
        Act(LAWYER, taps="🚗 Еду", after=5),
        Act(LAWYER, taps="🚪 У входа", after=30),
        Act(LAWYER, taps="⛔ Не пустили"),
        Act(DANA),
    ),
    (Act(LAWYER, taps="✅ Пустили", after=25), Act(LAWYER, taps="🚶 Уже снаружи", after=40)),
    (
        Act(LAWYER, taps="Держат с"),
        Act(LAWYER, "9:10"),
        Act(LAWYER, taps="Протокол"),
        Act(LAWYER, "11:30"),
        Act(LAWYER, taps="Справка о доставлении"),
        Act(LAWYER, taps="нет"),
        Act(LAWYER, taps="Звонок близким"),
        Act(LAWYER, taps="нет"),
    ),
    (
        Act(LAWYER, taps="⚖️ Производства"),
        Act(LAWYER, taps="➕ Новое"),
        Act(LAWYER, taps="административное"),
        Act(LAWYER, taps="Вид задержания"),
        Act(LAWYER, taps="правонарушение, за которое возможен арест"),
        Act(LAWYER, taps="➕ Заседание"),
        Act(LAWYER, "завтра 11:00"),
        Act(LAWYER, "Выдуманный суд, зал 2"),
        Act(LAWYER, "/skip"),
        Act(LAWYER, "/skip"),
    ),
    (Act(LAWYER, taps="[mine:]", until=time(15, 45)),),
    (Act(LAWYER, until=time(19, 30)), Act(WIFE, "его взяли раньше, в 8:40"), Act(LAWYER)),
    (Act(LAWYER, taps="[clockseen:]", until=time(8, 45)),),
    (
        Act(LAWYER, until=time(10, 5)),
        Act(LAWYER, taps="[hearing:]", until=time(11, 50)),
        Act(LAWYER, taps="штраф"),
        Act(LAWYER, "20 МРП"),
    ),
    (
        Act(LAWYER, taps="📋 Что увидено", until=time(12, 30)),
        Act(LAWYER, taps="Как освободили"),
        Act(LAWYER, taps="освобождён"),
    ),
    (
        Act(LAWYER, taps="⚖️ Производства", until=time(9, 30)),
        Act(LAWYER, taps="[proceeding:]"),
        Act(LAWYER, taps="Что произошло"),
        Act(LAWYER, taps="копия постановления вручена"),
        Act(LAWYER, taps="Сейчас"),
        Act(LAWYER),
    ),
    (
        Act(DANA, case_of=LAWYER),
        Act(DANA, "a complaint about the term that was overrun"),
        Act(DANA, taps="[history:]"),
    ),
    (Act(LAWYER, taps="Отпустили", until=time(10)), Act(LAWYER, taps="[closed:]"), Act(WIFE)),
)


def hours() -> Acted:
    """The scene, from its beginning."""
    return Acted("hours", PEOPLE, STEPS)
