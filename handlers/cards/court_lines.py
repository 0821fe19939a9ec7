"""What is known of courts, in lines: for those who are asked only times, and nothing that was typed; for those who see the
case whole also what a reporter tells of a ruling, and when an arrest ends.
"""

from core.casework.arrest_terms import ArrestTerm, TermEnd, arrest_term, term_of_ruling, unanswered_rulings
from core.casework.case_view import CaseView
from core.casework.claim_kinds import Certainty
from core.casework.proceedings import TrackedHearing, next_hearing, tracked_hearings
from core.clocks.clock_rows import ClockRow, Law
from core.folding import inert_line
from core.model import Case
from core.presentation import Button, Style
from core.values import Hearing
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import shorten
from handlers.service import Service
from storage.transaction import Transaction

SHORT = 30  # UTF-16 units of what was typed
A_NUMBER = 2  # words: "15 days"
NONE, TRIAL = "none", "trial"
FROM_RULING = ("ruling",)  # where the country's law says nothing of it


async def court_lines_for_asked(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """The next hearing, and that there is no lawyer for it."""
    view, say = await view_of(tx, case), service.words.say
    ahead = next_hearing(view, tx.now, told=True)
    lines = []
    if ahead is not None:
        time = case_lines.hearing_time(service, case, ahead.hearing)
        lines.append(say(language, "offer-hearing", time=time, perhaps="yes" if is_perhaps(ahead) else "no"))
    if lacks_lawyer_in_court(case, view):
        lines.append(say(language, "offer-no-lawyer"))
    return lines


def lacks_lawyer_in_court(case: Case, view: CaseView) -> bool:
    """Whether it is told of a case that is in court: "no lawyer, no phone, nothing" is a cry from a station too."""
    return bool(view.history("no_lawyer")) and (
        case.situation == TRIAL or bool(tracked_hearings(view, told=True))
    )


def is_perhaps(sitting: TrackedHearing) -> bool:
    """Whether nobody has stated the hearing."""
    return all(fact.claim.certainty is Certainty.GUESSED for fact in sitting.said)


def outcome_words(service: Service, language: str, hearing: Hearing) -> str:
    """What came of a hearing, and how much: days in the reader's language, unless more was typed."""
    if hearing.days and len(hearing.measure.split()) <= A_NUMBER:
        return service.words.say(language, "hearing-arrest-days", days=hearing.days)
    came = service.words.say(language, f"hearing-{hearing.outcome.replace('_', '-')}")
    return f"{came}: {shorten(inert_line(hearing.measure), SHORT)}" if hearing.measure else came


def ruling_lines(service: Service, language: str, view: CaseView) -> list[str]:
    """What a reporter tells of a ruling, and nobody has confirmed."""
    told = [fact.value for fact in unanswered_rulings(view)[-1:] if isinstance(fact.value, Hearing)]
    return [
        service.words.say(language, "ruling-told", what=outcome_words(service, language, hearing))
        for hearing in told
    ]


def ruling_buttons(service: Service, language: str, view: CaseView) -> tuple[tuple[Button, ...], ...]:
    """*Right* and *Not so*, for the newest of these."""
    say = service.words.say
    return tuple(
        (
            Button(
                say(language, "button-ruling-right", what=outcome_words(service, language, fact.value)),
                f"ruled:{fact.claim.id}:yes",
                Style.SUCCESS,
            ),
            Button(say(language, "button-ruling-wrong"), f"ruled:{fact.claim.id}:no"),
        )
        for fact in unanswered_rulings(view)[-1:]
        if isinstance(fact.value, Hearing)
    )


def arrest_row(law: Law) -> ClockRow | None:
    """The row of the country's law that says how the days of an arrest are counted."""
    return next((row for row in law if row.serves), None)


def term_of(service: Service, view: CaseView) -> ArrestTerm | None:
    """The arrest that a court has given, by the country's law."""
    row = arrest_row(service.law)
    return arrest_term(view, row.serves if row is not None else FROM_RULING)


def told_term(service: Service, view: CaseView, ruling: Hearing) -> ArrestTerm | None:
    """The arrest of a ruling that somebody tells, by the country's law."""
    row = arrest_row(service.law)
    return term_of_ruling(view, ruling, row.serves if row is not None else FROM_RULING)


def term_line(service: Service, language: str, case: Case, term: ArrestTerm, *, checked: bool) -> str:
    """When it ends, counted from what, and that nobody has checked how. ``checked``: a lawyer has signed the row."""
    return service.words.say(
        language,
        "arrest-term",
        perhaps="no" if term.report is None else "yes",
        days=term.days,
        counted=term.first.counted_from,
        checked="yes" if checked else "no",
        **term_ends(service, case, term),
    )


def term_ends(service: Service, case: Case, term: ArrestTerm) -> dict[str, str]:
    """The earliest end, and the latest where it is on another day or hour."""
    first, last = (_end_words(service, case, end) for end in (term.ends[0], term.ends[-1]))
    return {"first": first, "last": last if last != first else NONE}


def _end_words(service: Service, case: Case, end: TermEnd) -> str:
    zone = case_lines.zone_of(service, case)
    shown = case_lines.local_time(end.at, zone, service.zone)
    return shown if end.by_hour else f"{end.at.astimezone(zone):%d.%m}"
