"""Words first: what frightened people type, understood as far as it can be, beside their exact words.

Pure: ``now`` (UTC), the zone and the gazetteer are arguments. Nothing that somebody types makes this code raise; if it is
not understood, there is no result. Read :mod:`understood` first; each fact has a module that opens with its tables.
"""

from core.understanding.ahead import AheadProblem, understand_ahead
from core.understanding.clock_words import (
    CheckedMoment,
    MomentProblem,
    check_moment,
    understand_appointment,
    understand_moment,
)
from core.understanding.counts import understand_people
from core.understanding.fitting import corrects, tells_relation, tells_spot
from core.understanding.flags import understand_flags
from core.understanding.happenings import understand_intent
from core.understanding.language import guess_language, is_foreign
from core.understanding.phones import ContactProblem, find_phones, understand_contact
from core.understanding.situations import (
    names_police,
    understand_ongoing,
    understand_situation,
)
from core.understanding.understood import Grade, Understood, grade, understand
from core.understanding.who import understand_who_answer

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
    "understand_moment",
    "understand_ongoing",
    "understand_people",
    "understand_situation",
    "understand_who_answer",
]
