"""Corrections: something known is said to be a slip, and something else is said in its place. The case keeps both, because
claims are only added.

If fewer people are let go than are known to be held, the others are still held; so is a person who is at home but not let
out. It may also be said that more people are held.
"""

from msgspec.structs import replace

from core.conversation.context import Context, Setting
from core.conversation.finer_values import names_of_both, places_contradict
from core.conversation.forms import AnswerKind, Answers, Question, values_of
from core.places.gazetteer import PlaceRole
from core.understanding import Understood
from core.understanding.count_line import count_line
from core.understanding.counts import more_told, next_told
from core.understanding.fitting import corrects, tells_where_else
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence, heard_tokens
from core.understanding.later import GoodNews, good_news, names_person
from core.understanding.name_book import NameBook
from core.understanding.plain import readable, tokens
from core.understanding.situations import understand_situation
from core.understanding.slips import (
    corrects_spelling,
    counted_by_now,
    denies,
    denies_writer,
    fuller_names,
    is_denied_there,
    name_put_right,
    number_put_right,
    opens_with_no,
    others_meant,
)
from core.understanding.takers import are_takers
from core.values import CountKind, People, Place, Value
from core.vocabulary import MYSELF

SITUATION = "situation"  # what happened, by its name in Understood and in the form
HAPPENS_TO_OTHERS = ("other", "blocked", "missing")


def place_put_right(text: str, known: Place, setting: Setting) -> Place | None:
    """Another place than the known one, where the words say that it was a slip, or that it is not there."""
    heard, gazetteer, shown = setting.heard, setting.gazetteer, readable(text)
    slip = corrects(text, heard) or _begins_with_no(text, setting)
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


def _begins_with_no(text: str, setting: Setting) -> bool:
    """Whether a "no" takes back the place that is known, and the words behind it name another: "no, in Astana"."""
    first = next(iter(setting.gazetteer.cities_named(readable(text))), None)
    before = readable(text)[: first.start] if first is not None and first.exact else ""
    no = setting.evidence.words.no
    return opens_with_no(before, no, setting.heard) and not tells_where_else(text, setting.heard)


def situation_put_right(
    text: str, understood: Understood, answers: Answers, heard: Heard
) -> dict[str, Value]:
    """What it is instead, where the words say that it is not the writer to whom it happens, or that it is after all."""
    known, told, denied = (
        values_of(answers).get(SITUATION),
        understood.situation,
        denies_writer(text, heard),
    )
    if known == MYSELF and denied:
        return {SITUATION: told if told in HAPPENS_TO_OTHERS else HAPPENS_TO_OTHERS[0]}
    if known == MYSELF and told != MYSELF and _is_writer_free(text, heard):
        happened = told if told in HAPPENS_TO_OTHERS else HAPPENS_TO_OTHERS[0]
        return {SITUATION: happened, **({"link": understood.link} if understood.link else {})}
    is_me = known in HAPPENS_TO_OTHERS and told == MYSELF and not denied and corrects(text, heard)
    return {SITUATION: MYSELF} if is_me else {}


def _is_writer_free(text: str, heard: Heard) -> bool:
    """Whether the writer was let go, and somebody else was not: news may come to them again."""
    own = heard.who.me | heard.people.writer | heard.people.me
    if good_news(text, heard, beside=False) is not GoodNews.SOME:
        return False
    said = heard_sentence(readable(text), heard).replace(" . ", " , ")
    mine = [clause for clause in said.split(" , ") if not own.isdisjoint(clause.split())]
    kept = any(not heard.people.kept.isdisjoint(clause.split()) for clause in mine)
    freed = any(good_news(clause, heard, beside=False) is GoodNews.ALL for clause in mine)
    return freed and not kept


def people_put_right(
    text: str, known: People, heard: Heard, names: NameBook, language: str | None
) -> People | None:
    """Those who are known, with a name or their number put right; None where nothing of it is."""
    if denies(text, heard) or corrects_spelling(text, heard):
        renamed = tuple(name_put_right(text, name, heard, names) or name for name in known.names)
        if renamed != known.names:
            return replace(known, names=renamed)
    fuller = fuller_names(text, known.names, names)
    if fuller != known.names:
        return replace(known, names=fuller)
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
    places = (place_put_right(text, answer, setting) for answer in known if isinstance(answer, Place))
    return any((*people, *places))


_OF_TIME = frozenset({AnswerKind.MOMENT, AnswerKind.UNTIL, AnswerKind.APPOINTMENT, AnswerKind.WHEN})


def still_held(understood: Understood, answers: Answers, text: str, heard: Heard) -> People | None:
    """Who is held still, as far as that is said; None unless some of them were let go, and not all."""
    held, told = people_known(answers), understood.people or People()
    if held is None or (understood.situation != "over" and not told.freed):
        return None
    if told.freed:
        is_known = held.count is not None and told.count is not None and len(held.names) <= told.count
        return replace(held, count=told.count, freed=held.freed + told.freed) if is_known else None
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


def without_takers(understood: Understood, answers: Answers, text: str, setting: Setting) -> Understood:
    """Without those who are counted, where they are only who came for somebody who is known: "they were 3"."""
    line = count_line(readable(text), setting.heard, understood.language)
    if people_known(answers) is None or not are_takers(line, setting.evidence.words):
        return understood
    return replace(understood, people=None, guesses=replace(understood.guesses, people=None))


def people_known(answers: Answers) -> People | None:
    """Who is held, as far as it was said."""
    return next((value for value in values_of(answers).values() if isinstance(value, People)), None)


def is_rumour(text: str, setting: Setting) -> bool:
    """Whether all that is said of an end is what others say: a person asks, and nothing is over by it."""
    shown, heard = readable(text), setting.heard
    clauses = setting.evidence.clauses(shown, heard_tokens(shown, heard, guess_language(shown, heard)))
    quoted = [clause.status_at(clause.start, clause.end) == "quoted" for clause in clauses]
    if not any(quoted):
        return False
    own = " . ".join(shown[c.start : c.end] for c, q in zip(clauses, quoted, strict=True) if not q)
    return understand_situation(own, heard) != "over"


def is_held_at_home(answers: Answers, text: str, heard: Heard) -> bool:
    """Whether nobody is let out there, and nothing is said of an end but that somebody is at home."""
    known = answers.get("situation")
    if known is None or known.value != "blocked":
        return False
    words = [token.text for token in tokens(readable(text))]
    others = [word for word in words if word not in heard.told.home]
    return len(others) < len(words) and understand_situation(" ".join(others), heard) != "over"
