"""From the clock to the paper: a term is over, one tap makes the demand, what is missing is asked, and it was sent."""

from datetime import time

from bot.backstage.acted import Act, Acted, Person

DANA, LAWYER = "dana", "saule"  # of the scenario
WIFE = "Made-up Жанар"
PEOPLE = {WIFE: Person("ru", "Astana")}
STEPS = (
    (
        Act(WIFE, "Астана, в 9:00 полиция забрала мужа, его зовут Арман Выдуманный", until=time(10)),
        Act(LAWYER, taps="[accept:]"),
        Act(LAWYER, taps="📞 Связь есть"),
    ),
    (Act(LAWYER, taps="[occasion:]", until=time(12, 14)),),
    (Act(LAWYER, "ИВС Выдуманного района"), Act(LAWYER, "№ 17 выдуманный"), Act(LAWYER, "9:40")),
    (
        Act(LAWYER, taps="Не проверено"),
        Act(LAWYER, taps="☑️ Всё"),
        Act(LAWYER, taps="‹ Этот документ"),
        Act(LAWYER, taps="✅ Составить"),
        Act(LAWYER),
    ),
    (
        Act(LAWYER, taps="📮 Отправлено", after=20),
        Act(LAWYER, taps="сегодня"),
        Act(LAWYER, "Ж-17, выдуманный"),
    ),
    (
        Act(DANA, case_of=LAWYER),
        Act(DANA, "a demand was sent, was it answered?"),
        Act(DANA, taps="[history:]"),
        Act(DANA, taps="◀"),
    ),
)


def demand() -> Acted:
    """The scene, from its beginning."""
    return Acted("demand", PEOPLE, STEPS)
