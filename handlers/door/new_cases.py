"""A name that nobody knows becomes a case: somebody is held there; or, where that was denied, somebody is missing.

Its report belongs to the member who brought the list and is closed at once: nobody is asked anything about it, and nobody
gets news.
"""

from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerSource
from core.model import Address, Case, Entry, Report
from core.records.door_lists import DoorList, DoorListLine
from core.understanding.flags import ADULT, understand_flags
from core.understanding.seeking import MISSING
from core.values import CountKind, People
from core.vocabulary import PHONE, ReportState
from handlers.casework import case_opening
from handlers.casework.later_questions import later_timer_key
from handlers.door import lists
from handlers.forms.report_form import URGENT
from handlers.people.readers import language_of
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from storage.transaction import Transaction

HELD = "other"  # the situation: somebody else was taken


async def open_case(
    tx: Transaction,
    service: Service,
    address: Address,
    door_list: DoorList,
    line: DoorListLine,
    *,
    many: bool,
) -> Case:
    """The case. ``many``: several are opened by this list, so that coordinators see all of them first, as one card."""
    language = await language_of(tx, service, address.id)
    report = tx.reports.add(Report(tx.new_id(), address.id, ReportState.DRAFT, tx.now, language))
    tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": line.typed}))
    place, at = lists.place_of(door_list), tx.now
    named = line.name if line.born is None else f"{line.name}, {line.born}"
    answers = {
        "situation": Answer(MISSING if line.denied else HELD, AnswerSource.TYPED, at),
        "place": Answer(place, AnswerSource.TYPED, at),
        "who": Answer(People((named,), 1, CountKind.EXACT), AnswerSource.TYPED, at),
    }
    if urgent := _urgent_signs(service, line, tx.now.year):
        answers["urgent"] = Answer(urgent, AnswerSource.TYPED, at)
    if not line.denied:
        answers["where"] = Answer(place.text, AnswerSource.TYPED, at)
    turn = turn_of(tx, service, address)
    case = await case_opening.open_case(turn, report, answers, one_of_many=many)
    opened = await tx.reports.get(report.id) or report
    tx.reports.put(replace(opened, state=ReportState.CLOSED))
    tx.timers.remove(later_timer_key(report.id))
    return case


def _urgent_signs(service: Service, line: DoorListLine, year: int) -> tuple[str, ...]:
    """What the remark says, as a reporter's words would; and by the year of birth, who is under age."""
    flags = set(understand_flags(line.comment, service.heard)) - {PHONE}
    if line.born is not None and year - line.born < ADULT:
        flags.add("minor")
    return tuple(sorted(flags & set(URGENT)))
