"""Two messengers: a report by Signal; the lawyer cannot be reached by Telegram any more, and her Signal rings at once."""

from bot.backstage.acted import Act, Acted, Person

LAWYER = "saule"  # of the scenario
ON_SIGNAL, BROTHER = "Made-up Saule", "Made-up Азамат"
PEOPLE = {
    ON_SIGNAL: Person("ru", "Astana", messenger="signal", role="lawyer"),
    BROTHER: Person("ru", "Astana", messenger="signal"),
}
STEPS = (
    (
        Act(LAWYER, "/addresses"),
        Act(LAWYER, taps="[addresses:add]"),
        Act(ON_SIGNAL, word_of=LAWYER),
        Act(LAWYER, taps="[addresses:yes:]"),
        Act(ON_SIGNAL),
    ),
    (Act(LAWYER, blocks=True),),
    (Act(BROTHER, "Астана, полиция забрала моего брата Ерлана"),),
    (Act(ON_SIGNAL),),
    (Act(ON_SIGNAL, taps="Беру"), Act(BROTHER)),
)


def both() -> Acted:
    """The scene, from its beginning."""
    return Acted("both", PEOPLE, STEPS)
