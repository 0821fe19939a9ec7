"""Proceedings in words: one line a proceeding, one a hearing, one a step. For those who see the case whole."""

from core.casework.case_view import CaseView
from core.casework.claims import Fact
from core.casework.proceedings import TrackedHearing, TrackedProceeding, next_hearing, tracked_proceedings
from core.folding import inert_line
from core.model import Case
from core.resources.law_files import charge_of
from core.values import Hearing, Moment, Precision
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.fact_lines import person_name, shorten
from handlers.service import Service

WHOLE, SHORT = (
    120,
    30,
)  # UTF-16 units of what was typed: a court, a judge; where there are many, so that they fit one screen
ON_CARD = 3  # proceedings


async def ongoing_lines(reading: CardReading) -> list[str]:
    """The newest proceedings that go on, and the next hearing; nothing if no proceedings go on."""
    service, language, case, view = reading.service, reading.language, reading.case, reading.view
    going_on = [course for course in tracked_proceedings(view) if course.is_open][-ON_CARD:]
    if not going_on:
        return []
    titles = [f"• {title(service, language, view, course)}" for course in going_on]
    ahead = next_hearing(view, reading.tx.now)
    hearing = [f"📅 {hearing_line(service, language, case, ahead)}"] if ahead is not None else []
    return ["", service.words.say(language, "proceedings-card"), *titles, *hearing]


def title(service: Service, language: str, view: CaseView, course: TrackedProceeding) -> str:
    """What sort, under which article, against whom where not all are meant, and whether it has ended."""
    say = service.words.say
    proceeding = course.proceeding
    charge = charge_of(service.jurisdiction, proceeding.article)
    parts = [say(language, f"sort-{proceeding.sort}")]
    if proceeding.article:
        parts.append(charge.text[language] if charge is not None else _shorten_typed(proceeding.article))
    if proceeding.part:
        parts.append(say(language, "proceedings-part", part=_shorten_typed(proceeding.part)))
    if course.person is not None:
        parts.append(_shorten_typed(person_name(language, service, view, course.person)))
    if not course.is_open:
        parts.append(say(language, "proceedings-ended"))
    return " · ".join(parts)


def hearing_line(
    service: Service, language: str, case: Case, sitting: TrackedHearing, limit: int = WHOLE
) -> str:
    """When, where, before whom, about what; and what came of it. ``limit``: of each word that was typed."""
    hearing = sitting.hearing
    typed = (_shorten_typed(text, limit) for text in (hearing.court, hearing.judge, hearing.subject) if text)
    parts = [case_lines.hearing_time(service, case, hearing), *typed]
    if hearing.off:
        parts.append(service.words.say(language, "hearing-off"))
    elif hearing.outcome:
        parts.append(outcome_words(service, language, hearing))
    return " · ".join(parts)


def outcome_words(service: Service, language: str, hearing: Hearing) -> str:
    """What came of it, and how much."""
    came = service.words.say(language, f"hearing-{hearing.outcome.replace('_', '-')}")
    return f"{came}: {_shorten_typed(hearing.measure)}" if hearing.measure else came


def step_line(service: Service, language: str, case: Case, step: Fact) -> str:
    """What happened, and when as far as it is known; or how the appeal ended."""
    what = service.words.say(language, f"step-{step.claim.kind.replace('_', '-')}")
    if isinstance(step.value, Moment):
        zone = case_lines.zone_of(service, case)
        when = step.value
        if when.at is None:
            return what
        exact = when.precision in (Precision.MINUTE, Precision.HOUR)
        clock = case_lines.local_time(when.at, zone, service.zone)
        return f"{what}: {clock if exact else f'{when.at.astimezone(zone):%d.%m}'}"
    return f"{what}: {service.words.say(language, f'result-{step.value}')}"


def _shorten_typed(text: str, limit: int = SHORT) -> str:
    return shorten(inert_line(text), limit)
