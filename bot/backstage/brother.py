"""Where is my brother: a stranger asks for a name that nobody knows, a sister for a man whom a passer-by has reported.

Both read the same words, and nothing of the case. The coordinator sees that one may fit, opens it with a reason, calls back.
"""

from bot.backstage.acted import Act, Acted, Person

DANA = "dana"  # the coordinator of the scenario
SISTER, STRANGER, PASSER_BY = "Made-up Зарина", "Made-up Виктория", "Made-up Мадина"
PEOPLE = dict.fromkeys((SISTER, STRANGER, PASSER_BY), Person("ru", "Almaty"))
STEPS = (
    (Act(PASSER_BY, "Алматы, у вокзала полиция забрала Ерлана Касымова"),),
    (Act(STRANGER, "Где Данияр Бекжанов?"), Act(STRANGER, "Алматы"), Act(STRANGER, taps="Без номера")),
    (Act(SISTER, "Не знаю, где мой брат Ерлан Касымов"), Act(SISTER, "Алматы"), Act(SISTER, "+77010001122")),
    (Act(DANA, taps="Possible case 1"), Act(DANA, "his sister asks, she told his address")),
    (Act(DANA, taps="Called back"),),
)


def brother() -> Acted:
    """The scene, from its beginning."""
    return Acted("brother", PEOPLE, STEPS)
