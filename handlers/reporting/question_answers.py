"""What is answered to a question: what its writer has told, and how far the case is.

A station or a hearing that others have told is told on only to somebody whom a member has verified. Whether there is such a
thing is not told either: who is not verified reads the same sentence in both cases. No lawyer is ever named.
"""

from core.casework.claims import SourceKind
from core.casework.proceedings import next_hearing
from core.casework.telling import may_be_told
from core.model import Case, Report
from core.understanding import understand_appointment
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.understanding.questions import asks
from core.values import Moment, Precision, value_from_data
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.forms.input_reading import READ
from handlers.reporting import information, status
from handlers.turn import Turn

LIMITS = ("minutes", "court-order")  # of the texts of rights, those that say how long somebody may be held
LOOKED_AT = 50  # of the newest messages
FOREIGN = frozenset({"forwarded", "standing"})  # words of somebody else
WHERE_HELD = frozenset({"held", "taken"})


async def known_lines(turn: Turn, topic: str, report: Report | None, case: Case | None) -> list[str]:
    """What is known for this question and may be said to its writer, beside how the case stands."""
    if topic == "law":
        return _limits(turn)
    if report is None or case is None:
        return []
    if topic == "where":
        return await _where_held(turn, report, case)
    if topic == "hearing":
        return await _hearing(turn, report, case)
    return []


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
    """A hearing that members wrote down, to somebody who is verified; else the day that the writer has named."""
    found = next_hearing(await view_of(turn.tx, case), turn.now)
    if found is not None and may_be_told("asked-hearing-known", await turn.tx.claims.by(report_id=report.id)):
        when = case_lines.hearing_time(turn.service, case, found.hearing)
        return [turn.say("asked-hearing-known", when=when, court=found.hearing.court or "none")]
    told = await _hearing_told(turn, report, case)
    if told is None or told.at is None:
        return [turn.say("asked-hearing-unknown")]
    shown = case_lines.local_time(told.at, case_lines.zone_of(turn.service, case), turn.service.zone)
    when = shown.split(" ")[0] if told.precision is Precision.DAY else shown
    return [turn.say("asked-hearing-told", when=when)]


async def _hearing_told(turn: Turn, report: Report, case: Case) -> Moment | None:
    """The day or hour that this reporter named last beside a court."""
    heard, zone = turn.service.heard, case_lines.zone_of(turn.service, case)
    for entry in reversed(await turn.tx.entries.newest(LOOKED_AT, report_id=report.id)):
        text = str(entry.payload.get("text", ""))[:READ]
        said = heard_sentence(readable(text), heard)
        is_told = mentions(heard.questions.groups["court"], said) and not asks(said, heard)
        if is_told and FOREIGN.isdisjoint(entry.payload):
            found = understand_appointment(text, heard, entry.at, zone, report.language, hearing=True)
            if found is not None:
                return found
    return None
