"""How the cards of one case look to those who work on it, drawn from what is true at this moment, in their language.

    offer    before accept, and for everybody who has not: coarse (case_words), and two buttons
    case     for its owner, and for a coordinator who opened it with a reason
    stub     one line, when it is taken, declined, given back or closed

None means that the card should not be there (any more). All are protected: a message keeps what it was sent with.
"""

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.casework.ownership import has_case, is_handover_offer, last_lapsed_owner, second_is_sought
from core.model import Case, Member, Offer
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Card
from core.vocabulary import CONFLICT, GAVE_BACK, JOKE, REASONS, CaseState, OfferState, Role, is_given_back
from handlers.cards import (
    case_lines,
    clock_lines,
    consent_lines,
    intervention_lines,
    legal_hold,
    merged_case,
    ownership_lines,
    phone_lines,
    proceeding_lines,
    source_lines,
    station_lines,
    visit_lines,
    well_lines,
    words_and_files,
)
from handlers.cards.case_buttons import hidden_chats, more_rows
from handlers.cards.case_loading import view_of
from handlers.cards.words_and_files import NOTES_SHOWN, note_lines
from handlers.people.membership import addresses_of, members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def offer_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
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
    if case.state is CaseState.ACCEPTED and has_case(case, found.member_id):
        return await whole_view(tx, service, language, case, member)
    if is_stub(case):
        return await merged_case.lawyer_view(tx, service, language, case, member)
    if case.state is CaseState.CLOSED and case.outcome == JOKE:
        return None
    if case.state is CaseState.CLOSED:
        ended = case_lines.outcome_words(service, language, case)
        return stub(service, language, "stub-closed", code=case.code, outcome=ended)
    if case.state is CaseState.ACCEPTED and is_handover_offer(found):
        return await ownership_lines.handover_offer(tx, service, language, found, case, member)
    if case.state is CaseState.ACCEPTED and not _for_second(found, case):
        asked = ownership_lines.is_over(found) and not is_given_back(found.reason)
        return stub(service, language, "stub-not-asked" if asked else "stub-taken", code=case.code)
    if found.state is OfferState.DECLINED:
        return _declined_view(service, language, found, case)
    if found.lapsed_at is not None and last_lapsed_owner(await tx.alerts.by(case_id=case.id)) == member.id:
        return _lapsed_view(service, language, found, case)
    well = await well_lines.said_well(tx, service, language, case)
    shown = _open_offer_view(service, language, found, case, member, well)
    if is_handover_offer(found):
        head = await ownership_lines.named_request_line(tx, service, language, found, case)
        return replace(shown, text=f"{head}\n\n{shown.text}")
    return shown


def _for_second(found: Offer, case: Case) -> bool:
    """Whether the second place is, or was, offered to them: while it is free they still can, or say why not."""
    asked = found.state in (OfferState.OFFERED, OfferState.EXPIRED, OfferState.DECLINED)
    return second_is_sought(case) and asked and found.asked_by is None


def stub(service: Service, language: str, key: str, rows: ButtonRows = (), **values: str) -> Presentation:
    """One line in place of what is not shown any more: an edit has no limit of time, as deleting has."""
    return Presentation(service.words.say(language, key, **values), rows, protect=True)


def _open_offer_view(
    service: Service, language: str, found: Offer, case: Case, member: Member, well: list[str]
) -> Presentation:
    say = service.words.say
    lines = [*case_lines.lines_for_asked(service, language, case, member), *well]
    if elapsed := case_lines.elapsed_time(service, language, case, found.offered_at):
        lines.append(elapsed)
    if case.state is CaseState.ACCEPTED:
        lines.append(say(language, "offer-second"))
    elif found.state is not OfferState.OFFERED:
        lines.append(say(language, "offer-still-free"))
    lines.append(say(language, "offer-code", code=case.code))
    buttons = (
        Button(say(language, "button-accept"), f"accept:{found.id}", Style.SUCCESS),
        Button(say(language, "button-decline"), f"decline:{found.id}"),
    )
    return Presentation("\n".join(lines), (buttons,), protect=True)


def _lapsed_view(service: Service, language: str, found: Offer, case: Case) -> Presentation:
    """For whoever had it and did nothing: why they have it no more, and how it is theirs again."""
    say = service.words.say
    minutes = int(service.policy.first_action.total_seconds() // 60)
    lines = [say(language, "case-lapsed", code=case.code, minutes=minutes)]
    still = (Button(say(language, "button-still-mine"), f"accept:{found.id}", Style.SUCCESS),)
    decline = (Button(say(language, "button-decline"), f"decline:{found.id}"),)
    rows = (still, *visit_lines.next_buttons(service, language, case), decline)
    return Presentation(
        "\n".join([*lines, "", *case_lines.coarse_lines(service, language, case)]), rows, protect=True
    )


def _declined_view(service: Service, language: str, found: Offer, case: Case) -> Presentation:
    say = service.words.say
    after_all = (Button(say(language, "button-accept-after-all"), f"accept:{found.id}", Style.SUCCESS),)
    if found.reason not in (None, GAVE_BACK):
        key = f"stub-{found.reason.replace('_', '-')}"
        rows: ButtonRows = () if found.reason.endswith(CONFLICT) else (after_all,)
        if is_given_back(found.reason):
            rows = (*rows, (Button(say(language, "button-tell"), f"tell:{found.id}"),))
        return stub(service, language, key, rows, code=case.code)
    reasons = [Button(say(language, f"reason-{r}"), f"why:{found.id}:{r}") for r in REASONS]
    rows = (tuple(reasons[:2]), tuple(reasons[2:]), after_all)
    why = "declined-why" if found.reason is None else "gave-back-why"
    return stub(service, language, why, rows, code=case.code)


async def opened_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A coordinator's view of a case they opened with a reason."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    members = await members_at(tx, card.address_id)
    if is_stub(case):
        return await merged_case.coordinator_view(tx, service, language, case)
    service = case_lines.for_reader(service, case, members[0])
    return await whole_view(tx, service, language, case, members[0])


async def whole_view(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member
) -> Presentation:
    """The whole case, for its owner or a coordinator who opened it."""
    say = service.words.say
    entries, kinds = await words_and_files.recent_entries(tx, case)
    own = case.state is CaseState.ACCEPTED and has_case(case, reader.id)
    yours = say(language, "state-second" if case.second_id == reader.id else "state-yours")
    state = yours if own else await state_words(tx, service, language, case, and_way=False)
    lines = [say(language, "case-head", code=case.code, state=state)]
    lines += await ownership_lines.card_lines(tx, service, language, case, reader)
    lines += await legal_hold.hold_lines(tx, service, language, case)
    view = await view_of(tx, case)
    way = visit_lines.steps_of(view, case, reader.id if own else None)
    lines += await visit_lines.both_visits(tx, service, language, case, view, reader.id if own else None)
    moved = await phone_lines.moved_at(tx, case) if kinds["moved"] else []
    taken = await phone_lines.whose_phone_is_taken(tx, case, view, moved=bool(moved))
    if taken:
        lines.append(say(language, f"case-phone-{taken}"))
    elif await hidden_chats(tx, case):
        lines.append(say(language, "case-hidden-after"))
    if moved:
        zone = case_lines.zone_of(service, case)
        lines.append(say(language, "case-moved", time=case_lines.local_time(moved[-1], zone, service.zone)))
    lines += await phone_lines.changed_phone_lines(tx, service, language, case)
    lines += await phone_lines.telephone_lines(tx, service, language, case, call_own=taken != "own")
    lines += await source_lines.unproved_guests(tx, service, language, case)
    lines += await clock_lines.card_lines(tx, service, language, case, view)
    lines += ["", *case_lines.coarse_lines(service, language, case)]
    lines += await source_lines.each_source(tx, service, language, case, view)
    notes = await visit_lines.seen_lines(tx, service, language, case, view)
    notes += await station_lines.found_lines(tx, service, language, case, view)
    notes += await words_and_files.files_line(tx, service, language, entries) if kinds["file"] else []
    notes += await consent_lines.name_lines(tx, service, language, case, view)
    notes += await consent_lines.undertaking_lines(tx, service, language, case, view)
    notes += proceeding_lines.card_lines(service, language, case, view, tx.now)
    notes += await intervention_lines.card_lines(tx, service, language, case, view)
    notes += await note_lines(tx, service, language, case, view, NOTES_SHOWN)
    notes += await source_lines.reliability_lines(tx, service, language, case, view, reader)
    files = await words_and_files.count_files(tx, case) if kinds["file"] else 0
    cut = kinds.total() > len(entries)
    lines += case_lines.whole_lines(
        service, language, case, view, entries, notes=notes, call_own=taken != "own", cut=cut
    )
    rows = await ownership_lines.buttons(tx, service, language, case, reader, way)
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
        return await merged_case.see_line(tx, service, language, case)
    if case.state is CaseState.CLOSED:
        return case_lines.outcome_words(service, language, case)
    if case.state is CaseState.ACCEPTED and case.owner_id is not None:
        owner = await tx.members.get(case.owner_id)
        said = [service.words.say(language, "state-accepted", name=owner.name if owner else "")]
        way = await visit_lines.load_steps(tx, case) if and_way else ()
        said += [visit_lines.step_words(service, language, case, step) for step in way[-1:]]
        return " · ".join(said)
    return service.words.say(language, "state-open" if case.alerting else "state-record")
