"""Scenes about people who report.

Two messengers: a report comes by Signal; the lawyer can no longer be reached by Telegram, and her Signal rings at once.

Where is my brother: a stranger asks for a name that nobody knows, and a sister for a man whom a passer-by has reported. Both
read the same words, and nothing of the case. The coordinator sees that one may fit, opens it with a reason, and calls back.

Five reports of one arrest: a wife, a colleague and three passers-by, in three spellings. The coordinator links them into one
case by taps, the lawyer hears what each source adds, and one tap undoes the last link.

Check-in missed: somebody goes to a meeting and does not write; a coordinator rings in vain and has lawyers asked.

Phone taken and back: a reporter hides the chat in time; anyone who holds the phone then reads the same one sentence, no
matter what they write. The reporter comes back by the code, from a friend's phone, and first reads what that does to the old
phone.
"""

from playground.host.scripted_scene import Act, ScriptedPerson, ScriptedScene

BOTH_LAWYER = "saule"  # of the scenario
BOTH_ON_SIGNAL, BOTH_BROTHER = "Made-up Saule", "Made-up Азамат"
BOTH_PEOPLE = {
    BOTH_ON_SIGNAL: ScriptedPerson("ru", "Astana", messenger="signal", role="lawyer"),
    BOTH_BROTHER: ScriptedPerson("ru", "Astana", messenger="signal"),
}
BOTH_STEPS = (
    (
        Act(BOTH_LAWYER, "/addresses"),
        Act(BOTH_LAWYER, taps="[addresses:add]"),
        Act(BOTH_ON_SIGNAL, word_of=BOTH_LAWYER),
        Act(BOTH_LAWYER, taps="[addresses:yes:]"),
        Act(BOTH_ON_SIGNAL),
    ),
    (Act(BOTH_LAWYER, blocks=True),),
    (Act(BOTH_BROTHER, "Астана, полиция забрала моего брата Ерлана"),),
    (Act(BOTH_ON_SIGNAL),),
    (Act(BOTH_ON_SIGNAL, taps="Беру"), Act(BOTH_BROTHER)),
)


def two_messengers() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("both", BOTH_PEOPLE, BOTH_STEPS)


BROTHER_DANA = "dana"  # the coordinator of the scenario
BROTHER_SISTER, BROTHER_STRANGER, BROTHER_PASSER_BY = "Made-up Зарина", "Made-up Виктория", "Made-up Мадина"
BROTHER_PEOPLE = dict.fromkeys(
    (BROTHER_SISTER, BROTHER_STRANGER, BROTHER_PASSER_BY), ScriptedPerson("ru", "Almaty")
)
BROTHER_STEPS = (
    (Act(BROTHER_PASSER_BY, "Алматы, у вокзала полиция забрала Ерлана Касымова"),),
    (
        Act(BROTHER_STRANGER, "Где Данияр Бекжанов?"),
        Act(BROTHER_STRANGER, "Алматы"),
        Act(BROTHER_STRANGER, taps="Без номера"),
    ),
    (
        Act(BROTHER_SISTER, "Не знаю, где мой брат Ерлан Касымов"),
        Act(BROTHER_SISTER, "Алматы"),
        Act(BROTHER_SISTER, "+77010001122"),
    ),
    (Act(BROTHER_DANA, taps="Possible case 1"), Act(BROTHER_DANA, "his sister asks, she told his address")),
    (Act(BROTHER_DANA, taps="Called back"),),
)


def where_is_my_brother() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("brother", BROTHER_PEOPLE, BROTHER_STEPS)


FIVE_DANA, FIVE_LAWYER = "dana", "saule"  # of the scenario
FIVE_WIFE, FIVE_COLLEAGUE = "Made-up Айгерим", "Made-up Виктор"
FIVE_PASSERS_BY = ("Made-up Мадина", "Made-up Aida", "Made-up Серік")
FIVE_PEOPLE = {
    FIVE_WIFE: ScriptedPerson("kk", "Astana"),
    FIVE_COLLEAGUE: ScriptedPerson("ru", "Astana"),
    FIVE_PASSERS_BY[0]: ScriptedPerson("ru", "Astana"),
    FIVE_PASSERS_BY[1]: ScriptedPerson("en", "Astana"),
    FIVE_PASSERS_BY[2]: ScriptedPerson("kk", "Astana"),
}
FIVE_STEPS = (
    (
        Act(FIVE_WIFE, "Астанада полиция күйеуім Ерлан Придуманныйды алып кетті"),
        Act(FIVE_LAWYER, taps="[accept:]"),
    ),
    (Act(FIVE_COLLEAGUE, "В Астане задержали Ерлана Придуманного, ему нужен инсулин"),),
    (
        Act(FIVE_PASSERS_BY[0], "Астана, у вокзала полиция забрала Ерлана Придуманного", after=1),
        Act(FIVE_PASSERS_BY[1], "police took Erlan Pridumanny in Astana"),
        Act(FIVE_PASSERS_BY[2], "Астанада полиция Ерлан Придуманныйды ұстады"),
    ),
    (Act(FIVE_DANA, after=1), Act(FIVE_DANA, taps="[linked:]")),
    # Linked cases are compared again a little later: only then the card has the next question.
    (Act(FIVE_LAWYER), *(Act(FIVE_DANA, taps="[linked:]", after=1),) * 3, Act(FIVE_LAWYER)),
    (Act(FIVE_DANA, taps="[unlink:]"),),
)


def five_reports() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("five", FIVE_PEOPLE, FIVE_STEPS)


MISSED_DANA, MISSED_LAWYER = "dana", "saule"  # of the scenario
MISSED_ABSENT = "Made-up Бекзат"
MISSED_PEOPLE = {MISSED_ABSENT: ScriptedPerson("kk", "Astana")}
MISSED_STEPS = (
    (
        Act(MISSED_ABSENT, "/checkin"),
        Act(MISSED_ABSENT, taps="[checkin/until:h1]"),
        Act(MISSED_ABSENT, "Астана"),
        Act(MISSED_ABSENT, "әкімдік алдындағы жиналысқа барамын"),
        Act(MISSED_ABSENT, "+77010003344"),
    ),
    (Act(MISSED_ABSENT, taps="[checkin/review:!confirm]"),),
    (Act(MISSED_ABSENT, after=61),),
    (Act(MISSED_DANA, after=11),),
    (Act(MISSED_DANA, taps="[open:]"), Act(MISSED_DANA, "missed check-in, nobody answers the phone")),
    (Act(MISSED_DANA, taps="Ask lawyers"), Act(MISSED_LAWYER)),
    (Act(MISSED_LAWYER, taps="[accept:]"),),
)


def check_in_missed() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("missed", MISSED_PEOPLE, MISSED_STEPS)


TAKEN_LAWYER = "saule"  # of the scenario
TAKEN_REPORTER, TAKEN_FRIENDS_PHONE = "Made-up Алия", "Made-up Света"
TAKEN_PEOPLE = dict.fromkeys((TAKEN_REPORTER, TAKEN_FRIENDS_PHONE), ScriptedPerson("ru", "Astana"))
TAKEN_STEPS = (
    (Act(TAKEN_REPORTER, "Астана, из дома увезли моего брата, полиция"), Act(TAKEN_LAWYER, taps="[accept:]")),
    (Act(TAKEN_REPORTER, "/hide"),),
    (Act(TAKEN_REPORTER, "Кому ты писала?"), Act(TAKEN_REPORTER, "/status", after=2)),
    (Act(TAKEN_FRIENDS_PHONE, code_of=TAKEN_REPORTER, after=20), Act(TAKEN_FRIENDS_PHONE, "Астана")),
    (Act(TAKEN_FRIENDS_PHONE, taps="Продолжить здесь"),),
    (Act(TAKEN_FRIENDS_PHONE, "брата держат в отделе на Сарыарка"), Act(TAKEN_LAWYER), Act(TAKEN_REPORTER)),
)


def phone_taken() -> ScriptedScene:
    """The scene, from its beginning."""
    return ScriptedScene("taken", TAKEN_PEOPLE, TAKEN_STEPS)
