"""Of those who are known to be held, fewer are said to be let go: the others are held still. So is who is not let out of
their home, and said to be at home. Or more are said to be held.
"""

from msgspec.structs import replace

from bot.core.conversation.context import Context
from bot.core.conversation.finer_values import names_of_both
from bot.core.conversation.forms import Answers, Kind, Question, values_of
from bot.core.understanding import Understood
from bot.core.understanding.count_more import more_told, next_told
from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import readable, tokens
from bot.core.understanding.same_person import names_person
from bot.core.understanding.situations import understand_situation
from bot.core.understanding.slips import counted_by_now
from bot.core.values import CountKind, People

_OF_TIME = frozenset({Kind.MOMENT, Kind.UNTIL, Kind.APPOINTMENT, Kind.WHEN})


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
    open_ones = (q for q in context.form.questions if q.kind is Kind.PEOPLE and q.applies(values_of(answers)))
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
