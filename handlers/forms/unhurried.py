"""The questions of stage B as a form. Which of them are asked is decided when it begins: the others are skipped before."""

from bot.core.casework import unhurried
from bot.core.conversation.forms import Form, Kind, Question

DECISIONS = ("shown", "refused", "unasked", "unknown")
PERPETRATORS = ("police", "special", "guard", "security", "officials", "private", "plain", "unknown")
PROPERTY = ("things", "phone", "unlock", "sign")
ACKNOWLEDGED = ("contact", "shut", "concealed", "denied", "unknown")
TRAITS = (
    "defender",
    "journalist",
    "union",
    "party",
    "religious",
    "relative",
    "demonstrator",
    "bystander",
    "disability",
    "migrant",
)

_QUESTIONS = {
    "delivered": Question("delivered", Kind.MOMENT, ("unknown",)),
    "protocol": Question("protocol", Kind.MOMENT, ("unknown",)),
    "decision": Question("decision", Kind.CHOICE, DECISIONS),
    "perpetrators": Question("perpetrators", Kind.CHOICES, PERPETRATORS),
    "property": Question("property", Kind.CHOICES, PROPERTY),
    "acknowledged": Question("acknowledged", Kind.CHOICE, ACKNOWLEDGED),
    "traits": Question("traits", Kind.CHOICES, TRAITS),
}

FORM = Form(
    "later",
    tuple(_QUESTIONS.get(name, Question(name, Kind.WORDS)) for name in unhurried.QUESTIONS),
    bool,
)
