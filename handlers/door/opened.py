"""A name that nobody knows becomes a case: somebody is held there; or, where that was denied, somebody is missing.

Its report is of whoever brought the list, and closed at once: nobody is asked anything about it, and nobody hears news.
"""

from msgspec.structs import replace

from bot.core.brought import DoorList, Line
from bot.core.conversation.forms import Answer, Source
from bot.core.model import Address, Case, Entry, Report
from bot.core.understanding.flags import ADULT, understand_flags
from bot.core.understanding.seeking import MISSING
from bot.core.values import CountKind, People
from bot.core.vocabulary import PHONE, ReportState
from handlers.casework import opening
from handlers.casework.unhurried import key_of
from handlers.door import lists
from handlers.forms.report import URGENT
from handlers.people.readers import language_of
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from storage.transaction import Transaction

HELD = "other"  # the situation: somebody else was taken


async def open_case(
    tx: Transaction, service: Service, address: Address, one: DoorList, line: Line, *, many: bool
) -> Case:
    """The case. ``many``: several are opened by this list, so that coordinators see all of them first, as one card."""
    language = await language_of(tx, service, address.id)
    report = tx.reports.add(Report(tx.new_id(), address.id, ReportState.DRAFT, tx.now, language))
    tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": line.typed}))
    place, at = lists.place_of(one), tx.now
    named = line.name if line.born is None else f"{line.name}, {line.born}"
    answers = {
        "situation": Answer(MISSING if line.denied else HELD, Source.TYPED, at),
        "place": Answer(place, Source.TYPED, at),
        "who": Answer(People((named,), 1, CountKind.EXACT), Source.TYPED, at),
    }
    if urgent := _urgent(service, line, tx.now.year):
        answers["urgent"] = Answer(urgent, Source.TYPED, at)
    if not line.denied:
        answers["where"] = Answer(place.text, Source.TYPED, at)
    turn = turn_of(tx, service, address)
    case = await opening.open_case(turn, report, answers, one_of_many=many)
    opened = await tx.reports.get(report.id) or report
    tx.reports.put(replace(opened, state=ReportState.CLOSED))
    tx.timers.remove(key_of(report.id))
    return case


def _urgent(service: Service, line: Line, year: int) -> tuple[str, ...]:
    """What the remark says, as a reporter's words would; and by the year of birth, who is under age."""
    flags = set(understand_flags(line.comment, service.heard)) - {PHONE}
    if line.born is not None and year - line.born < ADULT:
        flags.add("minor")
    return tuple(sorted(flags & set(URGENT)))
