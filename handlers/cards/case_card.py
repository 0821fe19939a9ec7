"""How the cards of one case look to those who work on it, drawn from what is true at this moment, in their language.

    offer    before accept, and for everybody who has not: coarse (case_words), and two buttons
    case     for its owner, and for a coordinator who opened it with a reason
    stub     one line, when it is taken, declined, given back or closed

None means that the card should not be there (any more). All are protected: a message keeps what it was sent with.
"""

from msgspec.structs import replace

from bot.core.casework.holding import has, is_asked, second_is_sought
from bot.core.casework.linking import is_stub
from bot.core.casework.shown import last_to_lapse
from bot.core.model import Alert, Case, Member
from bot.core.presentation import Button, Presentation, Rows, Style
from bot.core.traffic import Card
from bot.core.vocabulary import (
    CONFLICT,
    GAVE_BACK,
    JOKE,
    REASONS,
    AlertState,
    CaseState,
    Role,
    gave_back,
)
from handlers.cards import (
    case_lines,
    clock_lines,
    consent_lines,
    file_lines,
    found_lines,
    guest_lines,
    hold_lines,
    holding_lines,
    intervention_lines,
    phone_lines,
    proceeding_lines,
    said,
    seen_lines,
    source_lines,
    stub_lines,
    telephone_lines,
    verifying_lines,
    visit_lines,
    well_lines,
)
from handlers.cards.case_buttons import hidden, more_rows
from handlers.cards.case_view import view_of
from handlers.cards.note_lines import NOTES_SHOWN, note_lines
from handlers.people.membership import addresses_of, members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def alert(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A lawyer's card: the offer, then the case or a stub."""
    found = await tx.alerts.get(card.subject_id)
    case = await tx.cases.get(found.case_id) if found else None
    if found is None or case is None:
        return None
    language = await language_of(tx, service, card.address_id)
    member = await tx.members.get(found.member_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    if member.role is Role.ADMINISTRATOR or card.address_id not in addresses_of(member):
        return stub(service, language, "case-not-yours")
    service = case_lines.for_reader(service, case, member)
    if case.state is CaseState.ACCEPTED and has(case, found.member_id):
        return await full(tx, service, language, case, member)
    if is_stub(case):
        return await stub_lines.of_lawyer(tx, service, language, case, member)
    if case.state is CaseState.CLOSED and case.outcome == JOKE:
        return None
    if case.state is CaseState.CLOSED:
        ended = case_lines.outcome(service, language, case)
        return stub(service, language, "stub-closed", code=case.code, outcome=ended)
    if case.state is CaseState.ACCEPTED and is_asked(found):
        return await holding_lines.asked(tx, service, language, found, case, member)
    if case.state is CaseState.ACCEPTED and not _for_second(found, case):
        asked = holding_lines.is_over(found) and not gave_back(found.reason)
        return stub(service, language, "stub-not-asked" if asked else "stub-taken", code=case.code)
    if found.state is AlertState.DECLINED:
        return _declined(service, language, found, case)
    if found.lapsed_at is not None and last_to_lapse(await tx.alerts.by(case_id=case.id)) == member.id:
        return _lapsed(service, language, found, case)
    well = await well_lines.said_well(tx, service, language, case)
    shown = _offer(service, language, found, case, member, well)
    if is_asked(found):
        head = await holding_lines.asked_by_name(tx, service, language, found, case)
        return replace(shown, text=f"{head}\n\n{shown.text}")
    return shown


def _for_second(found: Alert, case: Case) -> bool:
    """Whether the second place is, or was, offered to them: while it is free they still can, or say why not."""
    asked = found.state in (AlertState.OFFERED, AlertState.EXPIRED, AlertState.DECLINED)
    return second_is_sought(case) and asked and found.asked_by is None


def stub(service: Service, language: str, key: str, rows: Rows = (), **values: str) -> Presentation:
    """One line in place of what is not shown any more: an edit has no limit of time, as deleting has."""
    return Presentation(service.words.say(language, key, **values), rows, protect=True)


def _offer(
    service: Service, language: str, found: Alert, case: Case, member: Member, well: list[str]
) -> Presentation:
    say = service.words.say
    lines = [*case_lines.offered(service, language, case, member), *well]
    if elapsed := case_lines.elapsed(service, language, case, found.offered_at):
        lines.append(elapsed)
    if case.state is CaseState.ACCEPTED:
        lines.append(say(language, "offer-second"))
    elif found.state is not AlertState.OFFERED:
        lines.append(say(language, "offer-still-free"))
    lines.append(say(language, "offer-code", code=case.code))
    buttons = (
        Button(say(language, "button-accept"), f"accept:{found.id}", Style.SUCCESS),
        Button(say(language, "button-decline"), f"decline:{found.id}"),
    )
    return Presentation("\n".join(lines), (buttons,), protect=True)


def _lapsed(service: Service, language: str, found: Alert, case: Case) -> Presentation:
    """For whoever had it and did nothing: why they have it no more, and how it is theirs again."""
    say = service.words.say
    minutes = int(service.policy.first_action.total_seconds() // 60)
    lines = [say(language, "case-lapsed", code=case.code, minutes=minutes)]
    still = (Button(say(language, "button-still-mine"), f"accept:{found.id}", Style.SUCCESS),)
    decline = (Button(say(language, "button-decline"), f"decline:{found.id}"),)
    rows = (still, *visit_lines.next_row(service, language, case), decline)
    return Presentation(
        "\n".join([*lines, "", *case_lines.coarse(service, language, case)]), rows, protect=True
    )


def _declined(service: Service, language: str, found: Alert, case: Case) -> Presentation:
    say = service.words.say
    after_all = (Button(say(language, "button-accept-after-all"), f"accept:{found.id}", Style.SUCCESS),)
    if found.reason not in (None, GAVE_BACK):
        key = f"stub-{found.reason.replace('_', '-')}"
        rows: Rows = () if found.reason.endswith(CONFLICT) else (after_all,)
        if gave_back(found.reason):
            rows = (*rows, (Button(say(language, "button-tell"), f"tell:{found.id}"),))
        return stub(service, language, key, rows, code=case.code)
    reasons = [Button(say(language, f"reason-{r}"), f"why:{found.id}:{r}") for r in REASONS]
    rows = (tuple(reasons[:2]), tuple(reasons[2:]), after_all)
    why = "declined-why" if found.reason is None else "gave-back-why"
    return stub(service, language, why, rows, code=case.code)


async def opened(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A coordinator's view of a case they opened with a reason."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    members = await members_at(tx, card.address_id)
    if is_stub(case):
        return await stub_lines.opened(tx, service, language, case)
    service = case_lines.for_reader(service, case, members[0])
    return await full(tx, service, language, case, members[0])


async def full(tx: Transaction, service: Service, language: str, case: Case, reader: Member) -> Presentation:
    """The whole case, for its owner or a coordinator who opened it."""
    say = service.words.say
    entries, kinds = await said.lately(tx, case)
    own = case.state is CaseState.ACCEPTED and has(case, reader.id)
    yours = say(language, "state-second" if case.second_id == reader.id else "state-yours")
    state = yours if own else await state_words(tx, service, language, case, and_way=False)
    lines = [say(language, "case-head", code=case.code, state=state)]
    lines += await holding_lines.lines(tx, service, language, case, reader)
    lines += await hold_lines.lines(tx, service, language, case)
    view = await view_of(tx, case)
    way = visit_lines.way_of(view, case, reader.id if own else None)
    lines += await visit_lines.of_both(tx, service, language, case, view, reader.id if own else None)
    moved = await phone_lines.moves(tx, case) if kinds["moved"] else []
    taken = await phone_lines.taken(tx, case, view, moved=bool(moved))
    if taken:
        lines.append(say(language, f"case-phone-{taken}"))
    elif await hidden(tx, case):
        lines.append(say(language, "case-hidden-after"))
    if moved:
        zone = case_lines.zone_of(service, case)
        lines.append(say(language, "case-moved", time=case_lines.local(moved[-1], zone, service.zone)))
    lines += await phone_lines.changed(tx, service, language, case)
    lines += await telephone_lines.lines(tx, service, language, case, call_own=taken != "own")
    lines += await guest_lines.lines(tx, service, language, case)
    lines += await clock_lines.lines(tx, service, language, case, view)
    lines += ["", *case_lines.coarse(service, language, case)]
    lines += await source_lines.lines(tx, service, language, case, view)
    notes = await seen_lines.lines(tx, service, language, case, view)
    notes += await found_lines.lines(tx, service, language, case, view)
    notes += await file_lines.line(tx, service, language, entries) if kinds["file"] else []
    notes += await consent_lines.lines(tx, service, language, case, view)
    notes += await consent_lines.undertaking(tx, service, language, case, view)
    notes += proceeding_lines.card_lines(service, language, case, view, tx.now)
    notes += await intervention_lines.card_lines(tx, service, language, case, view)
    notes += await note_lines(tx, service, language, case, view, NOTES_SHOWN)
    notes += await verifying_lines.lines(tx, service, language, case, view, reader)
    files = await said.files(tx, case) if kinds["file"] else 0
    cut = kinds.total() > len(entries)
    lines += case_lines.full(
        service, language, case, view, entries, notes=notes, call_own=taken != "own", cut=cut
    )
    rows = await holding_lines.rows(tx, service, language, case, reader, way)
    return Presentation(
        "\n".join(lines),
        (*rows, *await more_rows(tx, service, language, case, reader, view, entries, files)),
        protect=True,
    )


async def state_words(
    tx: Transaction, service: Service, language: str, case: Case, *, and_way: bool = True
) -> str:
    """Open, taken by whom (and how far they are), or closed how. Names a member: for coordinators."""
    if is_stub(case):
        return await stub_lines.see(tx, service, language, case)
    if case.state is CaseState.CLOSED:
        return case_lines.outcome(service, language, case)
    if case.state is CaseState.ACCEPTED and case.owner_id is not None:
        owner = await tx.members.get(case.owner_id)
        said = [service.words.say(language, "state-accepted", name=owner.name if owner else "")]
        way = await visit_lines.way(tx, case) if and_way else ()
        said += [visit_lines.words(service, language, case, step) for step in way[-1:]]
        return " · ".join(said)
    return service.words.say(language, "state-open" if case.alerting else "state-record")
