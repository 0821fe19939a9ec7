"""An answer that is due: the member who has the case is reminded once, when it has not come; coordinators are, if nobody has
the case or that member cannot be reached.

Each paper has one timer. While the answer is still to come it is ``answer``; from then on it is ``owed``, says nothing, and
the list of all that is owed is read from it. A case that is closed goes on: bodies answer after the lawyer's work is done.
Nobody is reminded of a case in which nothing was true.

``/owed``: what bodies owe longer than the law allows, over all cases, for coordinators: no names, no typed words.
"""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.casework.interventions import TrackedIntervention, overdue_answers, tracked_intervention
from core.casework.linking import is_stub
from core.model import Case, Member
from core.papers.paper_kinds import Occasion
from core.presentation import Button, Presentation, Style, in_button_rows
from core.traffic import Card, Lane, Timer
from core.values import Intervention
from core.vocabulary import UNTRUE, CaseState
from handlers.alerting import tasks
from handlers.cards import case_lines, live_cards, merged_case
from handlers.cards.case_labels import CaseLabels, load_labels
from handlers.cards.case_lines import zone_of
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.case_loading import view_of, views_of
from handlers.cards.paper_names import paper_buttons
from handlers.cards.stub import stub
from handlers.casework import disclosure
from handlers.clocks.law_signatures import unverified_rows
from handlers.interventions import intervention_lines
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import is_coordinator, is_reachable, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import timers
from storage.transaction import Transaction

ANSWER, OWED = "answer", "owed"  # kinds of timers
MORNING, EVENING = time(9), time(19)  # between them people are reminded of it, at the place
LOOKED = timedelta(days=30)  # whether what is owed still is


async def schedule_reminder(tx: Transaction, service: Service, case: Case, what: Intervention) -> None:
    """When it is due; nothing where no answer is owed, or by no time. What was over before it was told reminds nobody."""
    if what.due_at is None or not TrackedIntervention(what, None, ()).is_owed:
        tx.timers.remove(_timer_key(what.number))
    elif what.due_at <= tx.now:
        tx.timers.put(Timer(_timer_key(what.number), OWED, tx.now + LOOKED, what.number))
    else:
        due = next_working_time(what.due_at, zone_of(service, case))
        tx.timers.put(Timer(_timer_key(what.number), ANSWER, due, what.number))
    await _touch_lists(tx)


def next_working_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """That moment, or the next morning if it is past working hours."""
    here = moment.astimezone(zone)
    if MORNING <= here.time() < EVENING:
        return moment
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone).astimezone(moment.tzinfo)


async def on_answer_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It should have been answered by now: somebody hears so, and it is owed until something comes of it."""
    case = await case_of_paper(tx, timer.subject_id)
    found = tracked_intervention(await view_of(tx, case), timer.subject_id) if case is not None else None
    if case is None or found is None or not found.is_overdue(tx.now):
        return
    tx.timers.put(Timer(_timer_key(found.number), OWED, tx.now + LOOKED, found.number))
    if timer.kind == ANSWER and case.outcome not in UNTRUE:
        await _tell_holder(tx, service, case, found)
        await live_cards.touch_case(tx, case.id)
        await _touch_lists(tx)


async def case_of_paper(tx: Transaction, number: int) -> Case | None:
    """The case of this paper; if its reports were all linked away, the case that they feed now."""
    claim = await tx.claims.get(number)
    case = await tx.cases.get(claim.case_id) if claim is not None and claim.case_id is not None else None
    return await merged_case.merged_into(tx, case) if case is not None and is_stub(case) else case


async def awaited_papers(tx: Transaction) -> list[int]:
    """The numbers of papers whose answers are, or may be, owed by now."""
    soon = (timers.c.kind == ANSWER) & (timers.c.due_at <= tx.now + timedelta(days=1))
    return [timer.subject_id for timer in await tx.timers.select((timers.c.kind == OWED) | soon)]


async def _tell_holder(tx: Transaction, service: Service, case: Case, found: TrackedIntervention) -> None:
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    if owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner):
        there = await home_address(tx, owner)
        language = await language_of(tx, service, there)
        unsigned = await unverified_rows(tx, service.law)
        line = intervention_lines.paper_line(service, language, case, found, tx.now, unsigned)
        shown = Presentation(
            service.words.say(language, "answer-due", code=case.code, line=line),
            (
                *intervention_lines.answer_buttons(service, language, found),
                *paper_buttons(service, language, case, Occasion.SILENT),
            ),
            protect=True,
        )
        key = disclosure.new_key(tx, case)
        sending.send_message(tx, service, there, shown, Lane.REMINDER, key=key)
        return
    for member in await tasks.coordinators(tx):
        await _tell_coordinator(tx, service, case, found, member)


async def _tell_coordinator(
    tx: Transaction, service: Service, case: Case, found: TrackedIntervention, member: Member
) -> None:
    """Nobody is there for the case: no word that was typed, only which case, what and when; it opens with a reason."""
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    due = intervention_lines.due_words(service, language, case, found)
    text = say(
        language,
        "answer-due-unowned" if case.state is not CaseState.CLOSED else "answer-due-closed",
        code=case.code,
        sort=intervention_lines.sort_words(service, language, found.what.sort),
        time=due,
    )
    opens = Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY)
    take = Button(say(language, "button-take"), f"take:{case.id}")
    rows = ((opens, take),) if case.state is CaseState.OPEN else ((opens,),)
    sending.send_message(tx, service, there, Presentation(text, rows, protect=True), Lane.REMINDER)


async def _touch_lists(tx: Transaction) -> None:
    for card in await tx.cards.by(subject=OWED, subject_id=0):
        live_cards.touch(tx, card)


def _timer_key(number: int) -> str:
    return f"{ANSWER}:{number}"


async def on_owed_asked(turn: Turn, argument: str) -> None:
    """One message, which follows what is owed."""
    await live_cards.renew(turn.tx, OWED, 0, turn.address.id, Lane.REPLY)


async def owed_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A line a paper, the longest over first; the buttons open the cases, with a reason."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    register = (Button(service.words.say(language, "button-register"), "register"),)
    every = await owed_papers(tx)
    if not every:
        return Presentation(service.words.say(language, "owed-none"), (register,))
    shown, unsigned = lines_on_page(every, card), await unverified_rows(tx, service.law)
    head = service.words.say(
        language, "owed-head", count=len(every), cases=len({case.id for case, _ in every})
    )
    cases = list({case.id: case for case, _ in shown}.values())
    labels = await load_labels(tx, service, language, cases, card.address_id)
    lines = [
        head,
        "",
        *(_owed_line(tx, service, language, *each, unsigned, labels) for each in shown),
    ]
    opens = in_button_rows(Button(labels.button(case), f"open:{case.id}") for case in cases)
    return Presentation("\n".join(lines), (*opens, *page_buttons(len(every), card), register), protect=True)


async def owed_papers(tx: Transaction) -> list[tuple[Case, TrackedIntervention]]:
    """What bodies owe an answer to, the longest over first."""
    numbers = await awaited_papers(tx)
    await tx.claims.prefetch("id", numbers)
    known = [await case_of_paper(tx, number) for number in numbers]
    cases = {case.id: case for case in known if case is not None and case.outcome not in UNTRUE}
    views = await views_of(tx, list(cases.values()), ("intervention",))
    found = [
        (cases[id], intervention)
        for id, view in views.items()
        for intervention in overdue_answers(view, tx.now)
    ]
    return sorted(found, key=lambda row: (-row[1].over(tx.now), row[1].number))


def _owed_line(
    tx: Transaction,
    service: Service,
    language: str,
    case: Case,
    intervention: TrackedIntervention,
    unsigned: Collection[str],
    labels: CaseLabels,
) -> str:
    sort = intervention_lines.sort_words(service, language, intervention.what.sort)
    place = case_lines.place_name(service, language, case)
    owed = intervention_lines.owed_words(service, language, case, intervention, tx.now, unsigned)
    return f"• {labels.title(case)} · {place} · {sort}: {owed}"
