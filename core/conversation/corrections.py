"""Corrections: something known is said to be a slip, and something else is said in its place. The case keeps both, because
claims are only added.

If fewer people are let go than are known to be held, the others are still held; so is a person who is at home but not let
out. It may also be said that more people are held.
"""

from msgspec.structs import replace

from core.conversation.context import Context, Setting
from core.conversation.finer_values import names_of_both, places_contradict
from core.conversation.forms import AnswerKind, Answers, Question, values_of
from core.places.gazetteer import Gazetteer, PlaceRole
from core.understanding import Understood
from core.understanding.counts import more_told, next_told
from core.understanding.fitting import corrects, tells_where_else
from core.understanding.heard import Heard
from core.understanding.later import names_person
from core.understanding.name_book import NameBook
from core.understanding.plain import readable, tokens
from core.understanding.situations import understand_situation
from core.understanding.slips import (
    corrects_spelling,
    counted_by_now,
    denies,
    is_denied_there,
    name_put_right,
    number_put_right,
    others_meant,
)
from core.values import CountKind, People, Place


def place_put_right(text: str, known: Place, heard: Heard, gazetteer: Gazetteer) -> Place | None:
    """Another place than the known one, where the words say that it was a slip, or that it is not there."""
    slip, shown = corrects(text, heard), readable(text)
    if not slip and not denies(text, heard):
        return None
    said, denied = [], False
    for match in gazetteer.cities_named(shown):
        place = Place(match.city, match.district, match.region)
        taken_back = is_denied_there(shown, match.start, match.end, heard)
        if not places_contradict(known, place):
            denied = denied or taken_back
        elif match.exact and not taken_back and (slip or match.role < PlaceRole.TO):
            said.append(place)
    return said[0] if said and (slip or (denied and not tells_where_else(text, heard))) else None


def people_put_right(
    text: str, known: People, heard: Heard, names: NameBook, language: str | None
) -> People | None:
    """Those who are known, with a name or their number put right; None where nothing of it is."""
    if denies(text, heard) or corrects_spelling(text, heard):
        renamed = tuple(name_put_right(text, name, heard, names) or name for name in known.names)
        if renamed != known.names:
            return replace(known, names=renamed)
    if known.count is None:
        number = counted_by_now(text, heard, language)
    else:
        number = number_put_right(text, known.count, heard, language)
    if number is None and (others := others_meant(text, heard, language)):
        number = None if known.count is None else max(known.count, others)
    if number is None:
        return None
    return replace(known, count=max(number, len(known.names)), kind=CountKind.EXACT)


def puts_right(text: str, answers: Answers, setting: Setting, language: str) -> bool:
    """Whether anything that is known is put right, so that "oops" and "a mistake" mean no wrong number."""
    heard, known = setting.heard, values_of(answers).values()
    people = (
        people_put_right(text, answer, heard, setting.names, language)
        for answer in known
        if isinstance(answer, People)
    )
    places = (
        place_put_right(text, answer, heard, setting.gazetteer)
        for answer in known
        if isinstance(answer, Place)
    )
    return any((*people, *places))


_OF_TIME = frozenset({AnswerKind.MOMENT, AnswerKind.UNTIL, AnswerKind.APPOINTMENT, AnswerKind.WHEN})


def still_held(understood: Understood, answers: Answers, text: str, heard: Heard) -> People | None:
    """Who is held still, as far as that is said; None unless some of them were let go, and not all."""
    held = people_known(answers)
    if held is None or understood.situation != "over":
        return None
    told = understood.people or People()
    named = [name for name in held.names if names_person(text, name)]
    count = more_told(text, heard, understood.language, happened=True) or told.count or 0
    freed = max(count, len(told.names), len(named))
    number = max(held.count or 0, len(held.names), 2 if held.kind is CountKind.SEVERAL else 0)
    if not 0 < freed < number:
        return None
    left = tuple(name for name in held.names if name not in named)
    counted = None if held.count is None else max(held.count - freed, len(left))
    return replace(held, names=left, count=counted, freed=held.freed + freed)


def more_held(understood: Understood, answers: Answers, text: str, heard: Heard) -> People | None:
    """Those who are known, and so many more: "и ещё двоих"; None unless that is said, and how many they were is known.

    Once some were let go, "и мужа тоже" may be said of that: then it tells nothing.
    """
    held = people_known(answers)
    if held is None or held.count is None or understood.situation == "over":
        return None
    if held.freed and not understood.happening:
        return None
    names = names_of_both(held, understood.people or People())
    new = [name for name in names if name not in held.names and name in text]
    nth = next_told(text, heard, understood.language) == held.count + 1
    more = nth or more_told(text, heard, understood.language, happened=understood.happening, names=new)
    return replace(held, names=names, count=max(held.count + more, len(names))) if more else None


def first_counted(
    text: str, understood: Understood, question: Question | None, context: Context
) -> dict[str, People]:
    """How many they are by now, where nobody has counted them yet and no time is asked for: "like three so far"."""
    answers = context.state.answers
    asked_when = question is not None and question.kind in _OF_TIME
    if asked_when or "situation" not in answers or people_known(answers) is not None:
        return {}
    number = counted_by_now(text, context.setting.heard, understood.language)
    counted = People((), number, CountKind.EXACT)
    open_ones = (
        q for q in context.form.questions if q.kind is AnswerKind.PEOPLE and q.applies(values_of(answers))
    )
    return {} if number is None else {question.name: counted for question in open_ones}


def people_known(answers: Answers) -> People | None:
    """Who is held, as far as it was said."""
    return next((value for value in values_of(answers).values() if isinstance(value, People)), None)


def is_held_at_home(answers: Answers, text: str, heard: Heard) -> bool:
    """Whether nobody is let out there, and nothing is said of an end but that somebody is at home."""
    known = answers.get("situation")
    if known is None or known.value != "blocked":
        return False
    words = [token.text for token in tokens(readable(text))]
    others = [word for word in words if word not in heard.told.home]
    return len(others) < len(words) and understand_situation(" ".join(others), heard) != "over"
