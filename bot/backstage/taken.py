"""Phone taken and back: a reporter hides the chat in time; whoever holds the phone reads one sentence, whatever they write.

The reporter comes back by the code, from a friend's phone, and reads first what that does to the other one.
"""

from bot.backstage.acted import Act, Acted, Person

LAWYER = "saule"  # of the scenario
REPORTER, FRIENDS_PHONE = "Made-up Алия", "Made-up Света"
PEOPLE = dict.fromkeys((REPORTER, FRIENDS_PHONE), Person("ru", "Astana"))
STEPS = (
    (Act(REPORTER, "Астана, из дома увезли моего брата, полиция"), Act(LAWYER, taps="[accept:]")),
    (Act(REPORTER, "/hide"),),
    (Act(REPORTER, "Кому ты писала?"), Act(REPORTER, "/status", after=2)),
    (Act(FRIENDS_PHONE, code_of=REPORTER, after=20), Act(FRIENDS_PHONE, "Астана")),
    (Act(FRIENDS_PHONE, taps="Продолжить здесь"),),
    (Act(FRIENDS_PHONE, "брата держат в отделе на Сарыарка"), Act(LAWYER), Act(REPORTER)),
)


def taken() -> Acted:
    """The scene, from its beginning."""
    return Acted("taken", PEOPLE, STEPS)
