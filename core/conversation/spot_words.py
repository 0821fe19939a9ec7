"""What a question for any words takes, "where exactly?" above all, and what goes to another stage.

A question for a place in words ("where exactly?", "which court?") takes what names a place, also a whole sentence that says
where somebody is or was taken; people call places as nobody can list, so a few words are taken that are no sentence and tell
of nothing else. It takes nothing that tells of something else, and nothing that happens to the writer or to somebody else.
What was taken is shown back as it was typed (screen), so that a mistake is noticed.

A question that reporters answer in their own words takes what it is told, but for words that are said to us, ask, or tell
that somebody is out, and those of a phone that is being taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from core.conversation.answers_by_kind import ReadAnswer
from core.conversation.context import Context
from core.conversation.corrections import people_known
from core.conversation.forms import AnswerKind, Question, Values, values_of
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.understanding import (
    Understood,
    check_moment,
    guess_language,
    tells_spot,
    understand_appointment,
)
from core.understanding.clock_words import CheckedMoment
from core.understanding.fitting import tells_of_people
from core.understanding.flags import ages_told, understand_flags
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence, heard_tokens
from core.understanding.later import facts_told, good_news, names_person
from core.understanding.phones import without_phones
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable
from core.values import Place, Precision, Value
from core.vocabulary import MYSELF, PHONE

ANYTHING = "other"  # an intent of words in which nothing better is heard: they may be a place
MOST = 12  # words; a longer text tells more
FEW = 3  # words of a place that only belongs to somebody
BESIDE_A_PLACE = frozenset({"court", "moved"})  # facts that may be told by naming a place
HURT = frozenset({PHONE, "injured", "medicine"})  # flags that are never told by naming one
LOST = ("me", "other", "missing")  # situations of somebody who is held


def is_told_elsewhere(text: str, question: Question, understood: Understood, context: Context) -> bool:
    """Whether other stages take the words: they are no answer, and the question stands."""
    heard = context.setting.heard
    if question.kind is AnswerKind.WORDS:
        return context.form.of_reporters and _is_no_account(text, understood, context)
    said = heard_sentence(readable(text), heard)
    if _names_known(text, context) and not tells_spot(text, heard):
        return True
    facts = set(facts_told(text, heard)) - BESIDE_A_PLACE
    tells = facts or understand_flags(text, heard) & HURT or _is_good_news(text, context)
    return (
        bool(tells)
        or _is_hour(text, context)
        or _is_to_us(said, heard)
        or (not _is_writer_held(context) and _is_of_me(text, said, context))
    )


def _names_known(text: str, context: Context) -> bool:
    """Whether somebody is named who is known to be held: that tells of them."""
    known = people_known(context.state.answers)
    return known is not None and any(names_person(text, name) for name in known.names)


def may_be_place(text: str, context: Context) -> bool:
    """Whether the words are no sentence, or one that says where somebody is or was taken, and of nobody else. Of several
    clauses one that names a place is enough: "the dormitory, room 512, one enters from the yard".
    """
    heard, text = context.setting.heard, _without_contacts(text)
    language = guess_language(text, heard) or context.language
    said = heard_sentence(readable(text), heard)
    aged = ages_told(heard_tokens(readable(text), heard), heard)
    if aged or mentions(heard.sentences.also, said) or _tells_of_people(said.split(), heard):
        return False
    clauses = list(_clauses(said, heard))
    if len(clauses) > 1 and any(_is_name(clause, language, heard) for clause in clauses):
        return True
    tells = _tells(said.replace(" , ", " ").replace(" . ", " ").split(), language, heard)
    if any(not word.startswith(heard.sentences.locates[language]) for word in tells):
        return False
    is_sentence = bool(tells) or not heard.told.talk.isdisjoint(said.split())
    return not is_sentence or tells_spot(text, heard)


def _tells_of_people(words: Sequence[str], heard: Heard) -> bool:
    """Whether it tells how somebody is, and no word by which a place is told: "he has a fever, 39", "у него двое детей"."""
    if tells_of_people(words, heard):
        return True
    people, who = heard.people, heard.who
    pronouns = who.him | who.they | people.writer | people.us
    named = [i for i, word in enumerate(words) if word in pronouns or spoken(word) in people.kin]
    besides = [word for i, word in enumerate(words) if i not in named and i + 1 not in named]
    placed = Sentence(f" {' '.join(besides)} ")
    return bool(named) and not mentions(heard.told.spots, placed)


def spot_told(
    answer: ReadAnswer, text: str, understood: Understood, values: Mapping[str, Value], context: Context
) -> ReadAnswer:
    """What answers "where exactly?": any words that tell nothing else, but not those that set a hearing."""
    if answer is None:
        return text if tells_nothing_else(text, understood, values, context) else None
    first = typed_control(text.replace(",", " ").split()[0], context.setting.words)
    is_answer = first in (TypedControl.YES, TypedControl.NO)  # "yes, they are still with them"
    return (
        None if is_answer or tells_of_court(text, understood, context) or _is_hour(text, context) else answer
    )


def is_only_spot(text: str, question: Question, understood: Understood, context: Context) -> bool:
    """Whether words that were not asked for say where it is, and nothing that another stage or question takes."""
    return (
        understood.intent in (None, ANYTHING)
        and not is_told_elsewhere(text, question, understood, context)
        and may_be_place(text, context)
        and tells_nothing_else(text, understood, {}, context)
    )


def tells_nothing_else(
    text: str, understood: Understood, values: Mapping[str, Value], context: Context
) -> bool:
    """Whether the words tell nothing that has a place of its own. ``values``: what they answer besides."""
    heard, known = context.setting.heard, values_of(context.state.answers)
    said = _known_part(heard_sentence(readable(text), heard), heard)
    words = said.split()
    return len(text.split()) <= MOST and not (
        (_is_talk(said, heard) and not (tells_spot(text, heard) and may_be_place(text, context)))
        or _tells_of_somebody(understood)
        or any(not _is_same_city(value, known.get(name)) for name, value in values.items())
        or _names_only_a_place(text, known, context)
        or _tells_time(text, context)
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


def _tells_time(text: str, context: Context) -> bool:
    checked = _checked_time(text, context)
    return checked.problem is not None or checked.moment.at is not None


def _tells_ruling(said: str, heard: Heard) -> bool:
    """Whether it is what a court has decided: "the court gave him 15 days"."""
    words = heard.court
    decided = (words.units, words.fine, words.remand, words.house_arrest, words.acquitted)
    given = mentions(words.days, said) and mentions(words.gives, said)
    return given or any(mentions(table, said) for table in decided)


def _is_hour(text: str, context: Context) -> bool:
    """Whether the number behind a word is an hour, "таңғы 10-да", and no house."""
    heard = context.setting.heard
    hour = _checked_time(text, context).moment.precision in (Precision.HOUR, Precision.MINUTE)
    return hour and not mentions(heard.told.spots, heard_sentence(readable(text), heard))


def _checked_time(text: str, context: Context) -> CheckedMoment:
    heard, language = context.setting.heard, guess_language(text, context.setting.heard) or context.language
    return check_moment(text, heard, context.now, context.zone, language)


def _clauses(said: str, heard: Heard) -> Iterator[list[str]]:
    """Cut at signs, and before "where the flags are"."""
    clause: list[str] = []
    for word in said.split():
        if word in (",", ".") or (clause and word in heard.questions.ends):
            yield clause
            clause = []
        if word not in (",", "."):
            clause.append(word)
    yield clause


def _is_name(clause: Sequence[str], language: str, heard: Heard) -> bool:
    """Whether nothing is told in it."""
    return bool(clause) and not _tells(clause, language, heard) and heard.told.talk.isdisjoint(clause)


def _tells(words: Sequence[str], language: str, heard: Heard) -> list[str]:
    return [word for word in words if heard.sentences.is_verb(word, language)]


def _without_contacts(text: str) -> str:
    """Without the clauses in which a number to ring stands: "house 5, ring +7 701 …"."""
    clauses = text.split(",")
    kept = [clause for clause in clauses if without_phones(clause) == clause]
    return ",".join(kept or clauses)


def _is_no_account(text: str, understood: Understood, context: Context) -> bool:
    heard = context.setting.heard
    said = heard_sentence(readable(text), heard)
    is_taken = PHONE in understand_flags(text, heard) and understood.happening
    another = understood.situation in LOST and mentions(heard.sentences.also, said)
    return is_taken or another or _is_to_us(said, heard) or _is_good_news(text, context)


def _is_to_us(said: str, heard: Heard) -> bool:
    return mentions(heard.sentences.to_us, said)


def _is_of_me(text: str, said: str, context: Context) -> bool:
    """Whether something is told of the writer or their family; "my father's office" tells nothing."""
    heard = context.setting.heard
    is_place = len(said.split()) <= FEW and tells_spot(text, heard)
    return mentions(heard.sentences.of_me, said) and not is_place


def _is_good_news(text: str, context: Context) -> bool:
    return good_news(text, context.setting.heard, beside=not _is_writer_held(context)) is not None


def _is_writer_held(context: Context) -> bool:
    return values_of(context.state.answers).get("situation") == MYSELF
