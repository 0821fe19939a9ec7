"""*I do not read this*, below a member's words in another language: coordinators look for somebody who speaks with the
reporter, and the member who wrote the words hears it.
"""

from core.model import Report
from core.presentation import Presentation
from core.traffic import Lane, Timer
from core.vocabulary import ReportState, TaskKind
from handlers.alerting import tasks
from handlers.casework import disclosure, relay
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.reporting import drafts
from handlers.turn import Turn, id_in

PERSON = "person"  # why coordinators are shown a draft: its writer needs a person


async def own_report(turn: Turn, argument: str) -> Report | None:
    """The report with this number, if it is the actor's and still open."""
    report = await turn.tx.reports.get(id_in(argument) or 0)
    is_open = report is not None and report.state in (ReportState.OPEN, ReportState.DRAFT)
    return report if report is not None and is_open and report.address_id == turn.address.id else None


async def on_unreadable(turn: Turn, report: Report) -> None:
    """Pressed again it asks nobody twice."""
    turn.reply("unreadable-noted")
    pressed = f"unreadable:{report.id}"
    if await turn.tx.timers.get(pressed) is not None:
        return
    turn.tx.timers.put(Timer(pressed, "forget", turn.now + relay.WAITS, report.id))
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        await drafts.show_to_coordinators(turn.tx, turn.service, report, PERSON)
    else:
        await tasks.ask_coordinators_once(turn.tx, turn.service, case, TaskKind.LANGUAGE)
    member = await relay.who_waits(turn.tx, report)
    if member is None:
        return
    there = await home_address(turn.tx, member)
    language, code = await language_of(turn.tx, turn.service, there), f"{case.code} · " if case else ""
    shown = Presentation(turn.service.words.say(language, "relay-unread", code=code), protect=True)
    key = disclosure.new_key(turn.tx, case) if case is not None else None
    sending.send_message(turn.tx, turn.service, there, shown, Lane.ALERT, key=key)
