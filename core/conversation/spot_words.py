"""Words that answer "where exactly?": how people call a place nobody can list, so a few words are taken that
are no sentence and tell of nothing else.

What was taken is shown back as it was typed (screen), so that a mistake is noticed.
"""

import re
from collections.abc import Mapping

from core.conversation.answers_by_kind import ReadAnswer
from core.conversation.context import Context
from core.conversation.forms import Values, values_of
from core.understanding import Understood, check_moment, understand_appointment
from core.understanding.clock_words import CheckedMoment
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import facts_told
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable
from core.values import Place, Precision, Value

MOST = 12  # words; a longer text tells more


def spot_told(
    answer: ReadAnswer, text: str, understood: Understood, values: Mapping[str, Value], context: Context
) -> ReadAnswer:
    """What answers "where exactly?": any words that tell nothing else, but not those that set a hearing."""
    if answer is None:
        return text if tells_nothing_else(text, understood, values, context) else None
    return (
        None if tells_of_court(text, understood, context) or _is_hour(text, understood, context) else answer
    )


def tells_nothing_else(
    text: str, understood: Understood, values: Mapping[str, Value], context: Context
) -> bool:
    """Whether the words tell nothing that has a place of its own. ``values``: what they answer besides."""
    heard, known = context.setting.heard, values_of(context.state.answers)
    said = _known_part(heard_sentence(readable(text), heard), heard)
    words = said.split()
    return len(text.split()) <= MOST and not (
        _is_talk(said, heard)
        or _tells_of_somebody(understood)
        or any(not _is_same_city(value, known.get(name)) for name, value in values.items())
        or _names_only_a_place(text, known, context)
        or _tells_time(text, understood, context)
        or facts_told(text, heard)
        or _tells_ruling(said, heard)
        or not heard.who.elsewhere.isdisjoint((*words[:1], *words[-1:]))  # "вы где" asks, without its sign
    )


def tells_of_court(text: str, understood: Understood, context: Context) -> bool:
    """Whether a court is named with the time of a hearing, or with what it has decided, and not as the place."""
    if _tells_ruling(heard_sentence(readable(text), context.setting.heard), context.setting.heard):
        return True
    heard, language = context.setting.heard, understood.language or context.language
    return understood.situation == "trial" and (
        understand_appointment(text, heard, context.now, context.zone, language, hearing=True) is not None
    )


def _known_part(said: Sentence, heard: Heard) -> Sentence:
    """Without the clauses that only say that something is not known: "near Orbita, I do not remember the house"."""
    clauses = [clause.strip() for clause in re.split("[,.]", said)]
    known = [
        clause for clause in clauses if clause and not mentions(heard.who.unknown, Sentence(f" {clause} "))
    ]
    return said if len(known) == len(list(filter(None, clauses))) else Sentence(f" {' , '.join(known)} ")


def _is_talk(said: str, heard: Heard) -> bool:
    """Whether it is a sentence, or several: "battery 4%" and "they ask for phones" are no places."""
    words = said.split()
    clauses = said.strip(" .").count(".")
    ends = [clause.split()[-1] for clause in said.split(",") if clause.strip()]
    told = not heard.told.talk.isdisjoint(words) or any(word.endswith(heard.told.tells) for word in ends)
    return told or clauses > 0 or not words


def _tells_of_somebody(understood: Understood) -> bool:
    happens = understood.happening or understood.summons or understood.situation or understood.denied
    more = understood.ongoing or understood.alarms or understood.forbids or understood.changed_mind
    maybe = understood.guesses.people
    counted = maybe is not None and not maybe.names  # "Tole Bi, Baizakova" are streets
    return bool(happens or more or counted or understood.seeks or understood.link or understood.foreign)


def _is_same_city(value: Value, known: Value | None) -> bool:
    """Whether a place is named again: "TSUM in Almaty"."""
    return isinstance(value, Place) and isinstance(known, Place) and value.city == known.city


def _names_only_a_place(text: str, known: Values, context: Context) -> bool:
    """Whether it is a city or a district, or another city is named."""
    gazetteer = context.setting.gazetteer
    found = gazetteer.answer(text)
    cities = {value.city for value in known.values() if isinstance(value, Place)}
    named = gazetteer.cities_named(text)
    return (found is not None and found.exact) or any(match.city not in cities for match in named)


def _tells_time(text: str, understood: Understood, context: Context) -> bool:
    checked = _checked_time(text, understood, context)
    return checked.problem is not None or checked.moment.at is not None


def _tells_ruling(said: str, heard: Heard) -> bool:
    """Whether it is what a court has decided: "the court gave him 15 days"."""
    words = heard.court
    decided = (words.units, words.fine, words.remand, words.house_arrest, words.acquitted)
    given = mentions(words.days, said) and mentions(words.gives, said)
    return given or any(mentions(table, said) for table in decided)


def _is_hour(text: str, understood: Understood, context: Context) -> bool:
    """Whether the number behind a name is an hour, "таңғы 10-да", and no house."""
    heard = context.setting.heard
    hour = _checked_time(text, understood, context).moment.precision in (Precision.HOUR, Precision.MINUTE)
    return hour and not mentions(heard.told.spots, heard_sentence(readable(text), heard))


def _checked_time(text: str, understood: Understood, context: Context) -> CheckedMoment:
    heard, language = context.setting.heard, understood.language or context.language
    return check_moment(text, heard, context.now, context.zone, language)
