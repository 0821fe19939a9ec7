"""The end of an arrest by the days that a court has given: the evening before to the lawyer, on the day to the lawyer and to
the family, who are asked whether the person is out. If nobody has the case, coordinators hear of it.

Of the family those read the end whom a member has verified (core.casework.telling). Who told the same days themselves reads
when they do what follows from their own words, and is asked on that day too.
"""

from core.casework.answering import Way
from core.casework.arrest_terms import ArrestTerm
from core.casework.telling import may_be_told
from core.model import Case, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Lane, Timer
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.cards import case_lines, court_lines
from handlers.cards.case_loading import view_of
from handlers.casework import court_timers, disclosure, own_court
from handlers.casework.court_timers import ARREST, next_term_moment, term_moments
from handlers.outbox import sending
from handlers.people.addresses import way_to
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable, language_of
from handlers.proceedings import proceeding_lines
from handlers.service import Service
from storage.transaction import Transaction

TOMORROW, TODAY = "tomorrow", "today"
ENDS = "arrest-family"


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It ends tomorrow, or today. Of a closed case nobody is told, and the timer goes on."""
    case = await tx.cases.get(timer.subject_id)
    term = court_lines.term_of(service, await view_of(tx, case)) if case is not None else None
    if case is None or term is None:
        return
    zone = case_lines.zone_of(service, case)
    following = next_term_moment(term, zone, tx.now)
    if following is not None:
        tx.timers.put(Timer(timer.key, ARREST, following, case.id))
    passed = [moment for moment in term_moments(term, zone) if moment <= tx.now]
    if not passed or case.state is CaseState.CLOSED:
        return
    which = TOMORROW if len(passed) == 1 else TODAY
    await _tell_lawyer(tx, service, case, which)
    if which == TODAY:
        await _ask_family(tx, service, case, term)


async def on_promised_day(tx: Transaction, service: Service, timer: Timer) -> None:
    """The day has come on which somebody is to be free, as a member has written."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and case.state is not CaseState.CLOSED:
        await _tell_lawyer(tx, service, case, court_timers.PROMISED)


async def _tell_lawyer(tx: Transaction, service: Service, case: Case, which: str) -> None:
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    if owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner):
        there = await home_address(tx, owner)
        language = await language_of(tx, service, there)
        say = service.words.say
        term = await proceeding_lines.term_text(tx, service, language, case)
        rows = [(Button(say(language, "button-open"), f"open:{case.id}"),)]
        if which != TOMORROW:
            out = Button(say(language, "button-released"), f"closing:{case.id}:released", Style.SUCCESS)
            rows = [(out,), *rows]
        text = say(language, f"arrest-{which}", code=case.code, term=term)
        shown = Presentation(text, tuple(rows), protect=True)
        sending.send_message(tx, service, there, shown, Lane.NEWS, key=disclosure.new_key(tx, case))
        return
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        say = service.words.say
        opens = (
            Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),
            Button(say(language, "button-take"), f"take:{case.id}"),
        )
        text = say(language, f"arrest-unowned-{which}", code=case.code)
        sending.send_message(tx, service, there, Presentation(text, (opens,), protect=True), Lane.NEWS)


async def tell_family(tx: Transaction, service: Service, case: Case) -> None:
    """A member has said that a court has given an arrest: when it ends."""
    term = court_lines.term_of(service, await view_of(tx, case))
    if term is None or term.report is not None:
        return
    ends = court_lines.term_ends(service, case, term)
    for report in await _family(tx, case):
        if may_be_told(ENDS, await tx.claims.by(report_id=report.id)):
            await _write(tx, service, report, ENDS, (), days=term.days, **ends)


async def _ask_family(tx: Transaction, service: Service, case: Case, term: ArrestTerm) -> None:
    """Whether the person is out, with the buttons of somebody who writes that they are. Who told the same days is asked
    too, and reads of no other end.
    """
    view = await view_of(tx, case)
    end = (
        court_lines.term_ends(service, case, term)["last"] if term.ends[-1].at > tx.now else court_lines.NONE
    )
    for report in await _family(tx, case):
        is_told = term.report is None and may_be_told(ENDS, await tx.claims.by(report_id=report.id))
        own = own_court.ruling_told_by(view, report)
        if not is_told and (own is None or own.days != term.days):
            continue
        last = end if is_told else court_lines.NONE
        language = await language_of(tx, service, report.address_id)
        say = service.words.say
        rows = tuple(
            (Button(say(language, f"out-{word}"), f"out:{report.id}:{word}"),)
            for word in ("all", "some", "none")
        )
        await _write(tx, service, report, "arrest-family-today", rows, days=term.days, last=last)


async def _family(tx: Transaction, case: Case) -> list[Report]:
    """Who may be written to with a sound."""
    every = await tx.reports.by(case_id=case.id)
    return [report for report in every if await way_to(tx, report) is Way.NEWS]


async def _write(
    tx: Transaction, service: Service, report: Report, key: str, rows: ButtonRows, **said: str | int
) -> None:
    language = await language_of(tx, service, report.address_id)
    text = service.with_hotline(language, service.words.say(language, key, **said))
    sending.send_message(
        tx, service, report.address_id, Presentation(text, rows), Lane.NEWS, topic=f"arrest:{report.id}"
    )
