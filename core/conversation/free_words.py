"""Free words read: what they answer, and what else they say.

The answer to the question that stands is read leniently, because it was asked for; everything else that is understood
is only proposed.
"""

from msgspec.structs import replace

from core.conversation import corrections, spot_words, stations
from core.conversation.answers_by_kind import READERS
from core.conversation.context import Context
from core.conversation.corrections import (
    SITUATION,
    people_put_right,
    place_put_right,
    situation_put_right,
)
from core.conversation.events import Note, Problem, Said
from core.conversation.forms import (
    IN_WORDS,
    WHEREVER,
    Answer,
    AnswerKind,
    AnswerSource,
    Question,
    Values,
    values_of,
)
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.understanding import Understood, corrects, tells_spot, understand
from core.understanding.counts import counts_more
from core.understanding.court_words import court_named
from core.understanding.fitting import is_address
from core.understanding.guesses import Guesses
from core.understanding.slips import tells_of_some
from core.values import Contact, CountKind, Moment, People, Place, Value
from core.vocabulary import MYSELF

A_LIST = 3  # names
MANY = 20  # names from which a list is worth checking
NAMING = frozenset(
    {AnswerKind.PEOPLE, AnswerKind.PLACE, AnswerKind.CONTACT, *IN_WORDS}
)  # answers in which names of anything stand
IN_PLACES = IN_WORDS - {AnswerKind.WORDS}  # kinds of answers that name a place in words
LINK, SELF = "link", "self"  # who the writer is, and that it is who is held
TELLING = 3  # words from which a text says what language the person speaks


def read_words(text: str, question: Question | None, context: Context, notes: tuple[Note, ...]) -> Said:
    """The event of typed words. ``question`` None: nothing is asked, all of it is free words."""
    answered, heard = context.state.answers, context.setting.heard
    read = _read_beside_answers(text, context)
    understood = corrections.without_takers(read, answered, text, context.setting)
    left = corrections.still_held(understood, answered, text, heard)
    asked = understood.happening and context.only_asks
    other = _people_put_right(text, understood, context) if understood is read else None
    meant = None if asked or other is not None else _question_meant(text, question, understood, context)
    elsewhere = question is not None and meant is None and question.kind in IN_WORDS
    question = meant
    first = corrections.first_counted(text, understood, question, context)
    values = first | _proposals(understood, left is not None, context) | stations.station_told(context)
    told = values.keys() & {SITUATION}  # what happens: of which kind that is, is only read from it
    answers, problem = None, None
    put_right = _place_put_right(text, context) or _time_put_right(text, understood, context)
    if put_right is not None:
        answers, values[put_right[0]] = put_right
    elif question is not None:
        proposed = values.pop(question.name, None)
        more = _tells_more(text, question, understood, bool(values), context)
        counts_takers = understood is not read and question.kind is AnswerKind.PEOPLE
        answer = None if counts_takers else READERS[question.kind](text, question, context, proposed, more)
        held = stations.answered(question, text, context)
        if held is not None:
            question, answer = held
            values.pop(question.name, None)
        elif question.kind in WHEREVER and not more:
            answer = spot_words.spot_told(answer, text, understood, values, context)
        of_some = _knows_people(question, context) and tells_of_some(text, heard, understood.language)
        if of_some or (understood.guessed and question.name == SITUATION):
            answer = (
                None  # "two of them are ill" is said of some; a guess stays one also where it is asked for
            )
        if isinstance(answer, Problem):
            problem = answer
        elif answer is not None:
            answer, beside = stations.in_town(question, answer, context)
            answers, values = question.name, {**values, **beside, question.name: answer}
        elif proposed is not None:
            values[question.name] = proposed
    if answers is None and problem is None and not values and not understood.happening:
        values |= _address(text, understood, context)
    if answers is not None and question is not None and question.kind is AnswerKind.WHEN:
        values |= _court(text, context)
    notes = (*notes, *_worth_saying(values), *_destination_notes(understood, context))
    language = understood.language if _tells_language(text, question) else None
    happened = situation_put_right(text, understood, answered, heard)
    values |= happened
    maybe = _guesses(understood, context)
    if asked:
        maybe |= {name: values.pop(name) for name in _evidenced(context) if name in values}
    recounted = _counted_again(
        left or other or corrections.more_held(understood, answered, text, heard), context
    )
    return Said(
        answers,
        values | recounted,
        notes,
        problem,
        context.corrects,
        language,
        aside=left is not None or other is not None or elsewhere,
        replaces=frozenset({*recounted, *happened}),
        guessed=frozenset(values) if asked else frozenset({SITUATION}) if understood.guessed else frozenset(),
        read=frozenset(told & {answers}) | _only_told_by_others(values),
        maybe=maybe,
    )


def _read_beside_answers(text: str, context: Context) -> Understood:
    """What the words say, without an end that is not one here, and the district of a station."""
    understood, answered, setting = _told_of_held(text, context), context.state.answers, context.setting
    if understood.situation == "over" and (
        corrections.is_held_at_home(answered, text, setting.heard)
        or (SITUATION in answered and corrections.is_rumour(text, setting))
    ):
        understood = replace(understood, situation=None, ongoing=None)
    return stations.without_district(understood, context.custody)


def _only_told_by_others(values: Values) -> frozenset[str]:
    """The questions about a time that are answered by words alone."""
    return frozenset(
        name
        for name, value in values.items()
        if isinstance(value, Moment) and value.at is None and value.words
    )


def _question_meant(
    text: str, question: Question | None, understood: Understood, context: Context
) -> Question | None:
    """The question, unless the words are kept and go their own way: who was let go is no answer to who was held, nor what
    another stage takes one to a question for words.
    """
    if question is None or (understood.situation == "over" and _knows_people(question, context)):
        return None
    if question.kind in IN_WORDS and spot_words.is_told_elsewhere(text, question, understood, context):
        return None
    return None if question.kind in IN_PLACES and not spot_words.may_be_place(text, context) else question


def _tells_more(
    text: str, question: Question, understood: Understood, besides: bool, context: Context
) -> bool:
    """Whether the words ask, or tell something besides an answer; what else a place tells of is seen by ``spot_words``."""
    counted = _knows_people(question, context) and counts_more(
        text, context.setting.heard, understood.language
    )
    if question.kind in WHEREVER:
        return _asks(text) or understood.intent not in (None, spot_words.ANYTHING)
    told = understood.intent is not None or besides or understood.happening
    return _asks(text) or told or counted


def _told_of_held(text: str, context: Context) -> Understood:
    """What is told, less how the writer is, where it is known that somebody else is held."""
    understood = _understood(text, context)
    known = values_of(context.state.answers)
    if not understood.of_writer or known.get(LINK) in (None, SELF) or known.get(SITUATION) == MYSELF:
        return understood
    flags, guesses = understood.flags - understood.of_writer, understood.guesses
    guesses = replace(guesses, flags=guesses.flags - understood.of_writer)
    return replace(understood, flags=flags, guesses=guesses)


def _evidenced(context: Context) -> list[str]:
    """The questions whose values are no facts without evidence."""
    return [q.name for q in context.form.questions if q.part in Guesses.__struct_fields__]


def _guesses(understood: Understood, context: Context) -> dict[str, Value]:
    """What may be so, by the questions that it would answer."""
    found = {
        question.name: usable_value(question, getattr(understood.guesses, question.part))
        for question in context.form.questions
        if question.part in Guesses.__struct_fields__
    }
    return {name: value for name, value in found.items() if value is not None}


def _knows_people(question: Question, context: Context) -> bool:
    answer = context.state.answers.get(question.name)
    return question.kind is AnswerKind.PEOPLE and answer is not None and isinstance(answer.value, People)


def _counted_again(held: People | None, context: Context) -> dict[str, Value]:
    """Who is held now, by the questions that know of more, or of fewer. An edited message was counted when it came."""
    if held is None or context.corrects is not None:
        return {}
    known = values_of(context.state.answers)
    return {name: held for name, value in known.items() if isinstance(value, People)}


def _understood(text: str, context: Context) -> Understood:
    read = context.read
    if read is not None and (read.text, read.zone) == (text, context.zone):
        return read.understood
    return understand(
        text,
        context.setting.heard,
        context.setting.names,
        now=context.now,
        zone=context.zone,
        gazetteer=context.setting.gazetteer,
        evidence=context.setting.evidence,
        region=context.setting.region,
        language=context.language,
    )


def _people_put_right(text: str, understood: Understood, context: Context) -> People | None:
    """Those who are known, as they are known now where the words say that it was a slip."""
    known = corrections.people_known(context.state.answers)
    if known is None or understood.situation == "over":
        return None
    setting = context.setting
    return people_put_right(
        text, known, setting.heard, setting.names, understood.language or context.language
    )


def _place_put_right(text: str, context: Context) -> tuple[str, Value] | None:
    """Another place than the known one, where the words say that it was a slip, and the question that it answers."""
    for question in context.form.questions:
        answer = context.state.answers.get(question.name)
        if question.kind is not AnswerKind.PLACE or answer is None or not isinstance(answer.value, Place):
            continue
        place = place_put_right(text, answer.value, context.setting)
        if place is not None:
            return question.name, place
    return None


def _time_put_right(text: str, understood: Understood, context: Context) -> tuple[str, Value] | None:
    """Another time than the known one: "no, today at nine"."""
    words = text.replace(",", " ").split()
    slip = words[1:] and typed_control(words[0], context.setting.words) is TypedControl.NO
    told = understood.happening or understood.situation or understood.ongoing  # the time may be of that
    if told or not (slip or corrects(text, context.setting.heard)):
        return None
    for question in context.form.questions:
        known = context.state.answers.get(question.name)
        if question.kind is AnswerKind.MOMENT and known is not None and isinstance(known.value, Moment):
            moment = usable_value(question, understood.moment)
            if isinstance(moment, Moment) and moment != known.value:
                return question.name, moment
    return None


def _address(text: str, understood: Understood, context: Context) -> dict[str, Value]:
    """A street and a house, or what is near, is the exact place if the city is known, no matter which question is asked."""
    answers, form = context.state.answers, context.form
    known = any(isinstance(a.value, Place) and a.value.city for a in answers.values())
    for question in form.questions:
        is_open = question.kind is AnswerKind.SPOT and question.name not in answers
        if known and is_open and question.applies(values_of(answers)):
            heard = context.setting.heard
            is_spot = tells_spot(text, heard) and spot_words.is_only_spot(text, question, understood, context)
            return {question.name: text} if is_spot or is_address(text, heard) else {}
    return {}


def _court(text: str, context: Context) -> dict[str, Value]:
    """Which court a hearing is in, where it is said beside its time and not known."""
    answers = context.state.answers
    for question in context.form.questions:
        is_open = question.kind is AnswerKind.COURT and question.name not in answers
        if is_open and question.applies(values_of(answers)):
            court = court_named(text, context.setting.heard, context.language)
            return {question.name: court} if court else {}
    return {}


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?")


def _tells_language(text: str, question: Question | None) -> bool:
    """A Kazakh name or street in a Russian conversation does not make it a Kazakh one."""
    names = question is not None and question.kind in NAMING
    return not names and len(text.split()) >= TELLING


def _proposals(understood: Understood, some_let_go: bool, context: Context) -> dict[str, Value]:
    """What was understood, by the questions that it can answer."""
    answers = context.state.answers
    derived = values_of({n: a for n, a in answers.items() if a.source is AnswerSource.IMPLIED})
    known = values_of({n: a for n, a in answers.items() if a.source is not AnswerSource.IMPLIED})
    found: dict[str, Value] = {}
    turned: dict[str, Value] = {}  # what was known and is otherwise now
    # In the order of the form: the situation, known or just said, decides what else can be asked.
    for question in context.form.questions:
        now = turned if question.kind is AnswerKind.CHOICES else {}  # who it is, is known already
        if question.part and question.applies({**derived, **found, **known, **now}):
            value = usable_value(question, _part(understood, question.part, known, some_let_go))
            by_the_way = not (understood.happening or _is_list(value)) and _has_names(
                answers.get(question.name)
            )
            if value is not None and not (isinstance(value, People) and by_the_way):
                found[question.name] = value
                if question.name in known and question.evolves(known[question.name], value):
                    turned[question.name] = value
    return found


def _is_list(value: Value | None) -> bool:
    """Whether so many are named that they are who is held, and nobody named by the way."""
    return isinstance(value, People) and len(value.names) >= A_LIST


def _has_names(answer: Answer | None) -> bool:
    """Whether somebody was named already: who else is named by the way is a relative, an official, anybody."""
    return answer is not None and isinstance(answer.value, People) and bool(answer.value.names)


def _part(understood: Understood, part: str, known: Values, some_let_go: bool) -> object:
    """The value proposed for a part: a summons is a situation too, and something that was over and happens now goes on.

    A report of something that is over tells of it too: only what goes on, or happens again, is something else. What is told
    of another year says nothing about the known case. If only some people were let go, the others are still held.
    """
    if understood.past and "situation" in known and part in ("situation", "ongoing", "moment"):
        return None
    if some_let_go and part in ("situation", "ongoing", "people"):
        return None
    was_over = known.get("situation") == "over"
    if part == "situation" and was_over:
        return (understood.situation or "other") if understood.ongoing == "yes" else None
    if part == "situation" and understood.summons:
        return "summons"
    goes_on = understood.happening and not understood.phone_kept
    if part == "ongoing" and goes_on and known.get(part) == "no" and not was_over:
        return "yes"
    return getattr(understood, part)


def usable_value(question: Question, value: object) -> Value | None:
    """The value if it says something that the question can take; else None."""
    match value:
        case Place():
            return value if value.is_city else None
        case People():
            says = value.names or value.count is not None or value.kind is not CountKind.UNKNOWN
            return value if says or value.withheld else None
        case Moment():
            return value if value.at is not None else None
        case Contact():
            return value if value.phone else None
        case str():
            return value if value in question.options else None
        case tuple() | frozenset():
            chosen = tuple(option for option in question.options if option in value)
            return chosen if chosen and question.kind is AnswerKind.CHOICES else None
        case _:
            return None


def _destination_notes(understood: Understood, context: Context) -> list[Note]:
    """Where they are being taken is not where they are."""
    place = next((q for q in context.form.questions if q.kind is AnswerKind.PLACE), None)
    if understood.destination is None or place is None or place.name in context.state.answers:
        return []
    return [Note("note-destination", {place.name: understood.destination})]


def _worth_saying(values: dict[str, Value]) -> list[Note]:
    notes = []
    if any(isinstance(v, People) and len(v.names) >= MANY for v in values.values()):
        notes.append(Note("note-many"))
    if any(isinstance(v, Place) and v.outside for v in values.values()):
        notes.append(Note("note-place-outside"))
    return notes
