"""Words first: what frightened people type, understood as far as it can be, beside their exact words.

Pure: ``now`` (UTC), the zone and the gazetteer are arguments. Nothing here raises for what somebody typed; what is
not understood is None. Read :mod:`understood` first; each fact has a module that opens with its tables.
"""

from bot.core.understanding.ahead import AheadProblem, understand_ahead
from bot.core.understanding.clock_words import (
    CheckedMoment,
    MomentProblem,
    check_moment,
    understand_appointment,
    understand_moment,
)
from bot.core.understanding.counts import understand_people
from bot.core.understanding.fitting import corrects, tells_relation, tells_spot
from bot.core.understanding.flags import understand_flags
from bot.core.understanding.grades import Grade, grade
from bot.core.understanding.intents import understand_intent
from bot.core.understanding.language import guess_language, is_foreign
from bot.core.understanding.phones import ContactProblem, find_phones, understand_contact
from bot.core.understanding.situations import (
    names_police,
    understand_link,
    understand_ongoing,
    understand_situation,
)
from bot.core.understanding.understood import Understood, understand
from bot.core.understanding.who import understand_who_answer

__all__ = [
    "AheadProblem",
    "CheckedMoment",
    "ContactProblem",
    "Grade",
    "MomentProblem",
    "Understood",
    "check_moment",
    "corrects",
    "find_phones",
    "grade",
    "guess_language",
    "is_foreign",
    "names_police",
    "tells_relation",
    "tells_spot",
    "understand",
    "understand_ahead",
    "understand_appointment",
    "understand_contact",
    "understand_flags",
    "understand_intent",
    "understand_link",
    "understand_moment",
    "understand_ongoing",
    "understand_people",
    "understand_situation",
    "understand_who_answer",
]
