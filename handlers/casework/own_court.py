"""What a reporter has told of court, as it is said back to them: nothing in it comes from what others tell."""

from datetime import UTC

from msgspec.structs import replace

from core.casework.arrest_terms import ArrestTerm
from core.casework.case_view import CaseView, view_case
from core.casework.claims import Fact, SourceKind, learning_order
from core.casework.proceedings import tracked_hearing
from core.folding import inert_line
from core.model import Case, Report
from core.values import Hearing, Precision
from handlers.cards import case_lines, court_lines
from handlers.cards.case_loading import view_of
from handlers.turn import Turn


def hearing_told_by(view: CaseView, report: Report) -> Hearing | None:
    """The hearing of which this report told last."""
    return _hearing_in(_last_told(view, report, "hearing"))


def hearing_told_before(view: CaseView, report: Report, hearing: Hearing) -> Hearing | None:
    """The same hearing, as this report told of it before the last time."""
    held = tracked_hearing(view, hearing.number)
    said = (
        [fact.value for fact in held.said if fact.claim.source == (SourceKind.REPORT, report.id)]
        if held
        else []
    )
    told = [value for value in said if isinstance(value, Hearing)]
    return told[-2] if len(told) > 1 else None


def ruling_told_by(view: CaseView, report: Report) -> Hearing | None:
    """The ruling of which this report told last."""
    return _hearing_in(_last_told(view, report, "ruling_told"))


def _hearing_in(fact: Fact | None) -> Hearing | None:
    return fact.value if fact is not None and isinstance(fact.value, Hearing) else None


def _last_told(view: CaseView, report: Report, kind: str) -> Fact | None:
    said = [
        fact
        for (name, _), facts in view.said.items()
        for fact in facts
        if name == kind and fact.claim.source == (SourceKind.REPORT, report.id)
    ]
    return max(said, key=learning_order, default=None)


def hearing_words(turn: Turn, case: Case, hearing: Hearing, before: Hearing | None = None) -> str:
    """What a reporter reads of a hearing that they told of; ``before``: when it was by what they told until now."""
    when = case_lines.hearing_time(turn.service, case, hearing)
    was = case_lines.hearing_time(turn.service, case, before) if before is not None else when
    return turn.say(
        "report-hearing-noted",
        when=when,
        court=inert_line(hearing.court) or "none",
        before=was if was != when else "none",
    )


async def told_at_first(turn: Turn, case: Case, report: Report) -> list[str]:
    """What the words that open a case tell of court."""
    hearing = hearing_told_by(await view_of(turn.tx, case), report)
    noted = hearing_words(turn, case, hearing) if hearing is not None else ""
    return [line for line in (noted, await own_end_words(turn, case, report)) if line]


async def own_end_words(turn: Turn, case: Case, report: Report) -> str:
    """When the days of the arrest end that the writer tells of; empty where they tell of none."""
    own = view_case(
        [c for c in await turn.tx.claims.by(report_id=report.id) if c.source_kind is SourceKind.REPORT],
        turn.now,
    )
    told = _last_told(own, report, "ruling_told")
    term = _term(turn, case, own, told) if told is not None else None
    if told is None or term is None or not isinstance(told.value, Hearing):
        return ""
    what = court_lines.outcome_words(turn.service, turn.language, told.value)
    return turn.say("asked-release-told", what=what, **court_lines.term_ends(turn.service, case, term))


def _term(turn: Turn, case: Case, own: CaseView, told: Fact) -> ArrestTerm | None:
    """Counted from the hearing as the writer told of it; else from the day on which they told what came of it."""
    if not isinstance(told.value, Hearing):
        return None
    hearing = tracked_hearing(own, told.value.number)
    if hearing is not None:
        at, precision = hearing.hearing.at, hearing.hearing.precision
    else:
        day = told.claim.noted_at.astimezone(case_lines.zone_of(turn.service, case))
        at = day.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        precision = Precision.DAY
    return court_lines.told_term(turn.service, own, replace(told.value, at=at, precision=precision))
