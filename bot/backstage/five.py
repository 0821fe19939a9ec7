"""Five reports of one arrest: a wife, a colleague and three passers-by, in three spellings. The coordinator makes one case
of them by taps, the lawyer hears what each source adds, and one tap undoes the last.
"""

from bot.backstage.acted import Act, Acted, Person

DANA, LAWYER = "dana", "saule"  # of the scenario
WIFE, COLLEAGUE = "Made-up Айгерим", "Made-up Виктор"
PASSERS_BY = ("Made-up Мадина", "Made-up Aida", "Made-up Серік")
PEOPLE = {
    WIFE: Person("kk", "Astana"),
    COLLEAGUE: Person("ru", "Astana"),
    PASSERS_BY[0]: Person("ru", "Astana"),
    PASSERS_BY[1]: Person("en", "Astana"),
    PASSERS_BY[2]: Person("kk", "Astana"),
}
STEPS = (
    (Act(WIFE, "Астанада полиция күйеуім Ерлан Придуманныйды алып кетті"), Act(LAWYER, taps="[accept:]")),
    (Act(COLLEAGUE, "В Астане задержали Ерлана Придуманного, ему нужен инсулин"),),
    (
        Act(PASSERS_BY[0], "Астана, у вокзала полиция забрала Ерлана Придуманного", after=1),
        Act(PASSERS_BY[1], "police took Erlan Pridumanny in Astana"),
        Act(PASSERS_BY[2], "Астанада полиция Ерлан Придуманныйды ұстады"),
    ),
    (Act(DANA, after=1), Act(DANA, taps="[linked:]")),
    # What was linked is compared anew a little later: only then the card has the next question.
    (Act(LAWYER), *(Act(DANA, taps="[linked:]", after=1),) * 3, Act(LAWYER)),
    (Act(DANA, taps="[unlink:]"),),
)


def five() -> Acted:
    """The scene, from its beginning."""
    return Acted("five", PEOPLE, STEPS)
