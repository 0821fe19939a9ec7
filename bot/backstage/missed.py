"""Check-in missed: somebody goes to a meeting and does not write; a coordinator rings in vain and has lawyers asked."""

from bot.backstage.acted import Act, Acted, Person

DANA, LAWYER = "dana", "saule"  # of the scenario
ABSENT = "Made-up Бекзат"
PEOPLE = {ABSENT: Person("kk", "Astana")}
STEPS = (
    (
        Act(ABSENT, "/checkin"),
        Act(ABSENT, taps="[checkin/until:h1]"),
        Act(ABSENT, "Астана"),
        Act(ABSENT, "әкімдік алдындағы жиналысқа барамын"),
        Act(ABSENT, "+77010003344"),
    ),
    (Act(ABSENT, taps="[checkin/review:!confirm]"),),
    (Act(ABSENT, after=61),),
    (Act(DANA, after=11),),
    (Act(DANA, taps="[open:]"), Act(DANA, "missed check-in, nobody answers the phone")),
    (Act(DANA, taps="Ask lawyers"), Act(LAWYER)),
    (Act(LAWYER, taps="[accept:]"),),
)


def missed() -> Acted:
    """The scene, from its beginning."""
    return Acted("missed", PEOPLE, STEPS)
