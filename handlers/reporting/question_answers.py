"""What is answered to a question: what its writer has told, and how far the case is.

A station or a hearing that others have told is told on only to somebody whom a member has verified. Whether there is such a
thing is not told either: who is not verified reads the same sentence in both cases. No lawyer is ever named.
"""

from core.casework.claims import SourceKind
from core.casework.proceedings import next_hearing
from core.casework.telling import may_be_told
from core.folding import inert_line
from core.model import Case, Report
from core.values import Precision, value_from_data
from handlers.cards import case_lines, court_lines
from handlers.cards.case_loading import view_of
from handlers.casework import own_court
from handlers.reporting import information, status
from handlers.turn import Turn

LIMITS = ("minutes", "court-order")  # of the texts of rights, those that say how long somebody may be held
OF_END = frozenset(
    {"release", "law", "daycount"}
)  # how long they hold somebody: after a ruling, until its days end
OF_PLACE = frozenset({"where", "whither"})  # where somebody is held, and where to go for them
WHERE_HELD = frozenset({"held", "taken"})


async def known_lines(turn: Turn, topic: str, report: Report | None, case: Case | None) -> list[str]:
    """What is known for this question and may be said to its writer, beside how the case stands."""
    if report is None or case is None:
        return _limits(turn) if topic == "law" else []
    if topic in OF_PLACE:
        return await _where_held(turn, report, case)
    if topic == "hearing":
        return await _hearing(turn, report, case)
    end = await _end_of_arrest(turn, report, case) if topic in OF_END else []
    return end or (_limits(turn) if topic == "law" else [])


def _limits(turn: Turn) -> list[str]:
    """The texts of the law, as they are shown under *Know your rights*; none where none may be shown."""
    today = turn.now.astimezone(turn.service.zone).date()
    found = [right for right in turn.service.rights if right.id in LIMITS and right.holds(today)]
    return [information.right_words(turn, right) for right in found]


async def _where_held(turn: Turn, report: Report, case: Case) -> list[str]:
    found = await status.found_sentence(turn, case, report)
    own = [
        value_from_data(claim.value)
        for claim in await turn.tx.claims.by(report_id=report.id)
        if claim.kind in WHERE_HELD and claim.source_kind is SourceKind.REPORT and claim.withdrawn_at is None
    ]
    said = [turn.say("asked-where-told", place=str(own[-1]))] if own else []
    return [found] if found else said or [turn.say("asked-where-unknown")]


async def _hearing(turn: Turn, report: Report, case: Case) -> list[str]:
    """A hearing that members wrote down, to somebody who is verified; else what the writer has told of one."""
    view = await view_of(turn.tx, case)
    found = next_hearing(view, turn.now)
    if found is not None and may_be_told("asked-hearing-known", await turn.tx.claims.by(report_id=report.id)):
        when = case_lines.hearing_time(turn.service, case, found.hearing)
        return [turn.say("asked-hearing-known", when=when, court=found.hearing.court or "none")]
    told = own_court.hearing_told_by(view, report)
    if told is None:
        return [turn.say("asked-hearing-unknown")]
    zone, is_day = case_lines.zone_of(turn.service, case), told.precision is Precision.DAY
    day = case_lines.day_words(told.at, zone, turn.language)
    hour = "none" if is_day else case_lines.hour_words(told.at, zone, turn.service.zone)
    return [turn.say("asked-hearing-told", day=day, hour=hour, court=inert_line(told.court) or "none")]


async def _end_of_arrest(turn: Turn, report: Report, case: Case) -> list[str]:
    """What members say of it, to somebody who is verified; else by the days that the writer has told of."""
    view = await view_of(turn.tx, case)
    term = court_lines.term_of(turn.service, view)
    may = may_be_told("asked-release-known", await turn.tx.claims.by(report_id=report.id))
    if term is not None and term.report is None and may:
        return [
            turn.say("asked-release-known", days=term.days, **court_lines.term_ends(turn.service, case, term))
        ]
    own = await own_court.own_end_words(turn, case, report)
    return [own] if own else []
