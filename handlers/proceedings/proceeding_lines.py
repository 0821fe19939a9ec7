"""Proceedings in words: one line a proceeding, one a hearing, one a step. For those who see the case whole."""

from core.casework.arrest_terms import AS_SAID
from core.casework.case_view import CaseView
from core.casework.claims import Fact
from core.casework.proceedings import TrackedHearing, TrackedProceeding, next_hearing, tracked_proceedings
from core.folding import inert_line
from core.model import Case
from core.resources.law_files import charge_of
from core.values import Moment, Precision
from handlers.cards import case_lines, court_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import person_name, shorten
from handlers.clocks.law_signatures import checked_by, load_signatures
from handlers.service import Service
from storage.transaction import Transaction

WHOLE, SHORT = (
    120,
    30,
)  # UTF-16 units of what was typed: a court, a judge; where there are many, so that they fit one screen
ON_CARD = 3  # proceedings


async def ongoing_lines(reading: CardReading) -> list[str]:
    """The newest proceedings that go on, the next hearing, what a reporter tells of a ruling, and when an arrest ends."""
    service, language, case, view = reading.service, reading.language, reading.case, reading.view
    going_on = [course for course in tracked_proceedings(view) if course.is_open and course.said][-ON_CARD:]
    lines = [f"• {title(service, language, view, course)}" for course in going_on]
    ahead = next_hearing(view, reading.tx.now, told=True)
    if ahead is not None:
        lines.append(f"📅 {hearing_line(service, language, case, ahead)}")
        if ahead.otherwise is not None:
            time = case_lines.hearing_time(service, case, ahead.otherwise)
            lines.append(reading.say("hearing-told-otherwise", time=time))
    if court_lines.lacks_lawyer_in_court(case, view):
        lines.append(reading.say("offer-no-lawyer"))
    lines += court_lines.ruling_lines(service, language, view)
    lines += filter(None, [await term_text(reading.tx, service, language, case, view)])
    return ["", reading.say("proceedings-card"), *lines] if lines else []


async def term_text(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView | None = None
) -> str:
    """When an arrest ends, and whether a lawyer has signed how its days are counted; empty where no court has given any."""
    term = court_lines.term_of(service, view or await view_of(tx, case))
    if term is None:
        return ""
    row = court_lines.arrest_row(service.law)
    checked = term.first.counted_from == AS_SAID or (
        row is not None and checked_by(tx, row, await load_signatures(tx)) is not None
    )
    return court_lines.term_line(service, language, case, term, checked=checked)


def title(service: Service, language: str, view: CaseView, course: TrackedProceeding) -> str:
    """What sort, under which article, against whom where not all are meant, and whether it has ended."""
    say = service.words.say
    proceeding = course.proceeding
    charge = charge_of(proceeding.article, *service.sheets)
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
    if not sitting.is_confirmed:
        parts.append(service.words.say(language, "hearing-told-only"))
    if hearing.off:
        parts.append(service.words.say(language, "hearing-off"))
    elif hearing.outcome:
        parts.append(court_lines.outcome_words(service, language, hearing))
    return " · ".join(parts)


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
