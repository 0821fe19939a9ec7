"""The list from the door: a lawyer pastes names at a station; families hear, new cases open, and all of it is taken back."""

from datetime import time

from bot.backstage.acted import Act, Acted, Person

DANA, LAWYER = "dana", "ruslan"  # of the scenario
WIFE, FRIEND = "Made-up Әсел", "Made-up Денис"
PEOPLE = {WIFE: Person("kk", "Almaty"), FRIEND: Person("ru", "Almaty")}
NAMES = (
    "Список, 4 человека:\n1. Выдуманов Ерлан, 1990\n2. Vymyslova Aida\n3. майор Петров\n"
    "4. Примеров Бекзат – нужен инсулин\n5. Придуманов Тимур"
)
STEPS = (
    (
        Act(WIFE, "Алматыда полиция күйеуімді алып кетті, аты Ерлан Выдуманов", until=time(10)),
        Act(LAWYER, taps="[accept:]"),
        Act(LAWYER, taps="[first:]"),
        Act(FRIEND, "Алматы, полиция задержала друга, его зовут Бекзат Примеров"),
    ),
    (Act(LAWYER, "/list", until=time(11, 25)), Act(LAWYER, "Almaty, Medeu police station, 11:20")),
    (Act(LAWYER, NAMES),),
    (Act(LAWYER, taps="✅ Write it down (4)"), Act(WIFE), Act(FRIEND), Act(DANA)),
    (Act(DANA, taps="Take it all back"), Act(DANA, taps="Yes, take it back"), Act(WIFE), Act(LAWYER)),
)


def at_the_door() -> Acted:
    """The scene, from its beginning."""
    return Acted("names", PEOPLE, STEPS)
