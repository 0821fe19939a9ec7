"""What ran against the people of a case, and what came of it, in a letter's sentences. Pure."""

from datetime import tzinfo

from bot.core.casework.describe import CaseView
from bot.core.casework.proceedings import Course, Outcome, State, courses
from bot.core.papers.dossier import Leaf
from bot.core.papers.sentence import Idiom, sentence


def trials(view: CaseView, idiom: Idiom, zone: tzinfo) -> Leaf:
    """What ran and what came of it, one sentence a proceeding, those that ended first."""
    every = sorted(courses(view), key=lambda one: one.is_open)
    texts = [_course(one, idiom, zone, other=number > 0) for number, one in enumerate(every)]
    facts = [
        fact for one in every for fact in (one.said[-1], *(sitting.said[-1] for sitting in one.sittings))
    ]
    return sentence(" ".join(texts), view, facts)


def _course(course: Course, idiom: Idiom, zone: tzinfo, *, other: bool) -> str:
    ended = [
        one for one in course.sittings if one.hearing.outcome and one.hearing.outcome != Outcome.ADJOURNED
    ]
    last = ended[-1].hearing if ended else None
    day = last.at.astimezone(zone) if last is not None else None
    begun = course.said[0].claim
    article = course.proceeding.article
    cited = idiom.cite(article, (begun.at or begun.noted_at).astimezone(zone).date()) if article else ""
    values = {
        "sort": course.proceeding.sort,
        "article": cited or "none",
        "other": "yes" if other else "no",
        "named": "no" if course.person is None else "yes",
        "outcome": last.outcome if last is not None else "none",
        "day": str(day.day) if day is not None else "none",
        "month": day.month if day is not None else 0,
        "year": str(day.year) if day is not None else "",
    }
    state = "ended" if course.proceeding.state == State.ENDED else "open"
    text = idiom.say(f"letter-course-{state}", **values)
    return text[:1].upper() + text[1:]
