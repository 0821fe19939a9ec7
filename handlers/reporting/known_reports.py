"""What is known of a report, as core.intake asks for it."""

from msgspec.structs import replace

from core.casework.turns import asked_out_key
from core.intake.belonging import FIRST
from core.intake.standing import KnownReport
from core.model import Case, Report
from core.understanding.later import good_news
from core.vocabulary import ReportState
from handlers.casework import relay
from handlers.forms import dialogues, input_reading
from handlers.forms.message_reading import message_of
from handlers.forms.report_form import FORM
from handlers.turn import Turn, id_in


async def known_report(turn: Turn, report: Report, *, names: bool = False) -> KnownReport:
    """What was told in it is loaded where the words of now name a place, or tell that somebody is out. ``names``: always,
    and of whom, and whether a member waits for an answer.
    """
    tx, message = turn.tx, message_of(turn)
    begun = await tx.dialogues.by(form=FORM.name, subject_id=report.id)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    known = KnownReport(
        report,
        case,
        dialogues.state_of(begun[-1]).answers if begun else None,
        asked_out=await tx.timers.get(asked_out_key(report.id)) is not None,
    )
    if names or good_news(message.text, turn.service.heard) is not None:
        said = input_reading.readable(await tx.entries.by(report_id=report.id))
    elif message.place is not None:
        said = await tx.entries.oldest(FIRST, report_id=report.id)
    else:
        return known
    known = replace(known, said=tuple(str(entry.payload.get("text", "")) for entry in said))
    if not names:
        return known
    claims = await tx.claims.by(report_id=report.id)
    people = tuple(str(c.value) for c in claims if c.kind == "name" and c.withdrawn_at is None)
    return replace(known, names=people, asked_back=await relay.asked_back_at(tx, report))


async def own_report_of_case(turn: Turn, argument: str) -> tuple[Report, Case, str] | None:
    """``number`` or ``number:word``: the actor's report of that number with its case, and the word."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None or report.address_id != turn.address.id:
        return None
    return report, case, word


LOADED = (ReportState.OPEN, ReportState.DRAFT)


async def own_reports(turn: Turn) -> tuple[KnownReport, ...]:
    """The actor's, oldest first. Of those that are over only the newest is looked at."""
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    closed = [report.id for report in mine if report.state is ReportState.CLOSED][-1:]
    several = sum(report.state in LOADED for report in mine) > 1
    return tuple(
        [
            await known_report(turn, report, names=several)
            if report.state in LOADED or report.id in closed
            else KnownReport(report)
            for report in mine
        ]
    )
