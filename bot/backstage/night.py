"""A night on duty: a week in one message, confirmed in the evening; an alert, the list, a term of the law, a hand over."""

from datetime import time

from bot.backstage.acted import Act, Acted, Person

DANA, BY_NIGHT, BY_DAY, NEXT_REGION = "dana", "alma", "ruslan", "bolat"  # of the scenario
SISTER, FRIEND, UNCLE, MOTHER = (f"Made-up {name}" for name in ("Гүлнар", "Антон", "Нұрлан", "Ирина"))
KAZAKH, RUSSIAN = Person("kk", "Almaty"), Person("ru", "Almaty")
PEOPLE = {SISTER: KAZAKH, FRIEND: RUSSIAN, UNCLE: KAZAKH, MOTHER: RUSSIAN}
STEPS = (
    (Act(BY_NIGHT, "/duty күн сайын 22-8"), Act(BY_DAY, "/duty mon-sun 8-22")),
    (Act(BY_DAY, taps="[stint:]", until=time(19, 2)), Act(BY_NIGHT, taps="[stint:]"), Act(DANA)),
    (Act(DANA, until=time(20, 1)),),
    (Act(SISTER, "Алматы, Республика алаңында інімді полиция ұстады", until=time(22, 40)), Act(BY_NIGHT)),
    (
        Act(FRIEND, "Алматы, площадь Республики, друга увезли в автобусе"),
        Act(UNCLE, "Алматы, Республика алаңында бауырымды алып кетті"),
        Act(MOTHER, "Алматы, полиция забрала моего сына, ему 15 лет"),
        Act(BY_NIGHT),
    ),
    (
        Act(BY_NIGHT, taps="[accept:]"),
        Act(BY_NIGHT, taps="[first:]"),
        Act(BY_NIGHT, taps="[accept:]"),
        Act(BY_NIGHT, taps="[first:]"),
    ),
    (
        Act(NEXT_REGION, taps="[accept:]", after=12),
        Act(NEXT_REGION, taps="[first:]"),
        Act(NEXT_REGION, taps="[accept:]"),
        Act(NEXT_REGION, taps="[first:]"),
        Act(NEXT_REGION, taps="[accept:]"),
    ),
    (Act(BY_NIGHT, taps="[clockseen:]", until=time(1, 42)),),
    (
        Act(BY_NIGHT, taps="[hand:]", until=time(8, 2)),
        Act(BY_NIGHT, "Made-up Ruslan"),
        Act(BY_NIGHT, taps="[handing/why:tired]"),
        Act(BY_DAY),
    ),
    (Act(BY_DAY, taps="[accept:]"), Act(BY_DAY, taps="[first:]"), Act(BY_NIGHT, taps="[mine:]")),
    (Act(DANA, "/cases", until=time(9, 1)),),
)


def night() -> Acted:
    """The scene, from its beginning."""
    return Acted("night", PEOPLE, STEPS)
