"""What a reporter's words tell of court in a case that is open: noted, said back, and asked of a member where one has to
confirm it. A ruling is a question to who has the case, else to coordinators: one press answers it.
"""

from msgspec.structs import replace

from core.casework.arrest_terms import unanswered_rulings
from core.casework.claims import Claim
from core.casework.proceedings import tracked_hearing
from core.incoming import IncomingKind
from core.model import Case, Member, Report
from core.presentation import Button, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.values import Hearing, value_from_data
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards import case_lines, court_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts, lifecycle, own_court, told_in_court
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable, language_of
from handlers.proceedings import proceeding_arguments, proceeding_lines, typed_hearings
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

YES, NO = "yes", "no"


class ToldRuling(OnCase, frozen=True):
    """A ruling of which a reporter tells, and the claim that does."""

    claim: Claim
    ruling: Hearing


async def on_heard(turn: Turn) -> None:
    """After everything else: words that were put into the report of an open case."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    case = (
        await turn.tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None
    )
    if entry is None or report is None or case is None or turn.incoming.kind is IncomingKind.TAP:
        return
    if case.state is CaseState.CLOSED or entry.id < case.id:
        return  # words that open a case are noted with it
    if entry.corrects is not None:
        await told_in_court.withdraw_of_entry(turn.tx, report, entry.corrects)
    zone = case_lines.zone_of(turn.service, case)
    told = told_in_court.told_in_entry(turn.service, entry, report.language, zone)
    new = await told_in_court.record(turn.tx, turn.service, case, report, [told] if told is not None else [])
    if entry.corrects is not None and not new:
        await facts.record(turn.tx, turn.service, case)
    if new:
        await live_cards.touch_case(turn.tx, case.id)
        await _answer(turn, case, report, new)
        await _ask_lawyers(turn, case)


async def _answer(turn: Turn, case: Case, report: Report, new: tuple[Claim, ...]) -> None:
    """The reporter reads what was noted; a member is asked about a ruling, and about a hearing that they wrote otherwise."""
    view = await view_of(turn.tx, case)
    for claim in new:
        value = value_from_data(claim.value)
        if not isinstance(value, Hearing):
            continue
        if claim.kind == "hearing":
            before = own_court.hearing_told_before(view, report, value)
            text = own_court.hearing_words(turn, case, value, before)
            turn.show(Presentation(text), topic=f"hearing:{report.id}")
            held = tracked_hearing(view, value.number)
            if held is not None and held.otherwise is not None:
                await _ask_about_hearing(turn.tx, turn.service, case, value)
        else:
            asked = await _ask_about_ruling(turn.tx, turn.service, case, claim, value)
            what = court_lines.outcome_words(turn.service, turn.language, value)
            text = turn.say("report-ruling-noted", what=what, to="lawyer" if asked else "coordinator")
            ends = await own_court.own_end_words(turn, case, report)
            turn.show(Presentation("\n".join(filter(None, (text, ends)))), topic=f"ruling:{report.id}")


async def _ask_lawyers(turn: Turn, case: Case) -> None:
    """Nobody is held, and a hearing is near, or there is no lawyer for it."""
    zone = case_lines.zone_of(turn.service, case)
    view = await view_of(turn.tx, case)
    if case.state is not CaseState.OPEN or case.alerting or case.city is None:
        return
    if told_in_court.is_called(view, case.situation, zone, turn.now):
        await lifecycle.ask_lawyers(turn.tx, turn.service, case)
        turn.reply("report-alarm")


async def on_near(tx: Transaction, service: Service, timer: Timer) -> None:
    """A hearing is a day away, and no lawyer was asked: they are now."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.OPEN or case.alerting:
        return
    zone = case_lines.zone_of(service, case)
    if told_in_court.is_called(await view_of(tx, case), case.situation, zone, tx.now):
        await lifecycle.ask_lawyers(tx, service, case)


async def _ask_about_ruling(
    tx: Transaction, service: Service, case: Case, claim: Claim, ruling: Hearing
) -> bool:
    """Whether who has the case is asked; else coordinators are, who read no word of it before they open it."""
    owner = await holder(tx, case)
    if owner is not None:
        there = await home_address(tx, owner)
        language = await language_of(tx, service, there)
        what = court_lines.outcome_words(service, language, ruling)
        say = service.words.say
        rows = (
            (
                Button(
                    say(language, "button-ruling-right", what=what), f"ruled:{claim.id}:{YES}", Style.SUCCESS
                ),
                Button(say(language, "button-ruling-wrong"), f"ruled:{claim.id}:{NO}"),
            ),
        )
        text = say(language, "ruling-asked", code=case.code, what=what)
        shown = Presentation(text, rows, protect=True)
        sending.send_message(tx, service, there, shown, Lane.ALERT, key=disclosure.new_key(tx, case))
        return True
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "ruling-asked-unowned", code=case.code)
        opens = (Button(service.words.say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),)
        sending.send_message(tx, service, there, Presentation(text, (opens,), protect=True), Lane.NEWS)
    return False


async def _ask_about_hearing(tx: Transaction, service: Service, case: Case, hearing: Hearing) -> None:
    owner = await holder(tx, case)
    if owner is None:
        return
    there = await home_address(tx, owner)
    language = await language_of(tx, service, there)
    time = case_lines.hearing_time(service, case, hearing)
    text = f"{case.code}: {service.words.say(language, 'hearing-told-otherwise', time=time)}"
    more = (Button(service.words.say(language, "button-hearing"), f"hearing:{hearing.number}"),)
    shown = Presentation(text, (more,), protect=True)
    sending.send_message(tx, service, there, shown, Lane.ALERT, key=disclosure.new_key(tx, case))


async def holder(tx: Transaction, case: Case) -> Member | None:
    """Who has the case, if they can be reached."""
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    is_there = owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner)
    return owner if is_there else None


async def told_ruling(turn: Turn, argument: str) -> ToldRuling | None:
    """``claim:word``: a ruling of which a reporter tells, and that nobody has answered."""
    number, _, word = argument.partition(":")
    claim = await turn.tx.claims.get(id_in(number) or 0)
    found = await proceeding_arguments.case_of_claim(turn.tx, claim.id) if claim is not None else None
    if turn.member is None or claim is None or found is None or claim.kind != "ruling_told":
        return None
    value = value_from_data(claim.value)
    waiting = unanswered_rulings(await view_of(turn.tx, found))
    is_open = any(fact.claim.id == claim.id for fact in waiting)
    return (
        ToldRuling(turn.member, found, word, claim, value) if is_open and isinstance(value, Hearing) else None
    )


async def on_ruling_answered(turn: Turn, found: ToldRuling) -> None:
    """*Right*: a member says it from now on, and what follows from a ruling does. *Not so*: nothing follows from it."""
    tx, case, member = turn.tx, found.case, found.member
    what = court_lines.outcome_words(turn.service, turn.language, found.ruling)
    if found.word == NO:
        tx.claims.put(replace(found.claim, withdrawn_at=turn.now))
        await facts.record(tx, turn.service, case)
        await timeline.append(tx, case.id, member.id, TimelineKind.PROCEEDING_VOID, {"step": "ruling"})
        await live_cards.touch_case(tx, case.id)
        turn.reply_in_place("ruling-not-so", code=case.code)
        return
    await typed_hearings.record_decision(turn, case, member, found.ruling)
    term = await proceeding_lines.term_text(tx, turn.service, turn.language, case)
    text = turn.say("ruling-confirmed", code=case.code, what=what)
    disclosure.show_in_place(turn, case, Presentation("\n".join(filter(None, (text, term))), protect=True))
