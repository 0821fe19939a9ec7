"""Two cases became one, and somebody had each: a coordinator rings both and says who keeps it."""

from core.casework.ownership import has_case
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Card
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnCase, OnColleague
from handlers.cards import task_card
from handlers.cards.case_card import state_words
from handlers.cards.case_lists import case_line
from handlers.cards.case_loading import fed_by
from handlers.cards.stub import stub
from handlers.casework import case_holders, lifecycle
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def other_owners(tx: Transaction, case: Case) -> list[Member]:
    """Members who had a case that is now a stub of this one, and who do not have this one."""
    reports = [report.id for report in await tx.reports.by(case_id=case.id)]
    found = []
    for id in sorted((await fed_by(tx, case, reports, tx.now)).stubs):
        was = await tx.cases.get(id)
        member = await tx.members.get(was.owner_id or 0) if was is not None else None
        if member is not None and member.suspended_at is None and not has_case(case, member.id):
            found.append(member)
    return list({member.id: member for member in found}.values())


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Both with their numbers; who has it keeps it, the other takes it, or both have it."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    had = await other_owners(tx, case)
    if not had or case.state is CaseState.CLOSED:
        return await task_card.settled_view(tx, service, language, case)
    say = service.words.say
    owner = await tx.members.get(case.owner_id or 0)
    lines = [say(language, "ask-two-owners"), case_line(service, language, case)]
    lines[-1] += f" · {await state_words(tx, service, language, case)}"
    both = [member for member in (owner, *had) if member is not None]
    lines += [f"• {member.name}: {member.phone or '—'}" for member in both]
    rows: list[tuple[Button, ...]] = []
    if owner is not None:
        keeps = say(language, "button-stays", name=owner.name)
        rows.append((Button(keeps, f"stays:{case.id}", Style.SUCCESS),))
    for member in had:
        row: tuple[Button, ...] = (
            Button(say(language, "button-passes", name=member.name), f"passes:{case.id}:{member.id}"),
        )
        if owner is not None and case.second_id is None:
            row += (Button(say(language, "button-both", name=member.name), f"both:{case.id}:{member.id}"),)
        rows.append(row)
    rows.append((Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def on_stays(turn: Turn, found: OnCase) -> None:
    """Who has it keeps it."""
    await _settle_question(turn.tx, turn.service, found.case)


async def on_passed(turn: Turn, found: OnColleague) -> None:
    """The other one has it from now on."""
    tx, service, case, member = turn.tx, turn.service, found.case, found.colleague
    if member.id not in {owner.id for owner in await other_owners(tx, case)}:
        turn.reply("button-unknown")
        return
    if case.state is CaseState.ACCEPTED:
        await case_holders.hand_over(tx, service, case, member)
    else:
        await lifecycle.take(tx, service, case, member, said_to=found.member.id)
    await _settle_question(tx, service, case)


async def on_both(turn: Turn, found: OnColleague) -> None:
    """The other one is the second lawyer."""
    tx, service, case, member = turn.tx, turn.service, found.case, found.colleague
    had = member.id in {owner.id for owner in await other_owners(tx, case)}
    if not had or case.state is not CaseState.ACCEPTED or case.second_id is not None:
        turn.reply("button-unknown")
        return
    await case_holders.join(tx, service, case, member)
    await _settle_question(tx, service, case)


async def _settle_question(tx: Transaction, service: Service, case: Case) -> None:
    """What is said in its place names who has the case now."""
    now = await tx.cases.get(case.id) or case
    await tasks.settle(tx, service, now, TaskKind.TWO_OWNERS)
