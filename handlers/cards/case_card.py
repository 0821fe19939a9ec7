"""How the cards of one case look to those who work on it, drawn from what is true at this moment, in their language.

    offer    before accept, and for everybody who has not: coarse (case_words), and two buttons
    case     for its owner, and for a coordinator who opened it with a reason
    stub     one line, when it is taken, declined, given back or closed

None means that the card should not be there (any more). All are protected: a message keeps what it was sent with.
"""

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.casework.ownership import (
    handing_key,
    has_case,
    is_handover_offer,
    last_lapsed_owner,
    second_is_sought,
)
from core.casework.sieves import is_untaken
from core.folding import inert_line
from core.model import Case, Member, Offer, TimelineEntry
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Card
from core.vocabulary import CONFLICT, GAVE_BACK, JOKE, REASONS, CaseState, OfferState, Role, is_given_back
from handlers.cards import case_buttons, case_lines, known_case, merged_case, visit_way
from handlers.cards.card_lines import CardPart, LineTable, lines_of_part, load_reading
from handlers.cards.court_lines import court_lines_for_asked
from handlers.cards.stub import stub
from handlers.people.membership import addresses_of, members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def offer_view(lines: LineTable, tx: Transaction, service: Service, card: Card) -> Presentation | None:
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
        return await whole_view(lines, tx, service, language, case, member, card.chosen)
    if is_stub(case):
        return await merged_case.lawyer_view(tx, service, language, case, member)
    if case.state is CaseState.CLOSED and case.outcome == JOKE:
        return None
    if case.state is CaseState.CLOSED:
        ended = case_lines.outcome_words(service, language, case)
        return stub(service, language, "stub-closed", code=case.code, outcome=ended)
    if case.state is CaseState.ACCEPTED and is_handover_offer(found):
        return await _handover_view(tx, service, language, found, case, member)
    if case.state is CaseState.ACCEPTED and not _for_second(found, case):
        asked = _was_asked_to_take_over(found) and not is_given_back(found.reason)
        return stub(service, language, "stub-not-asked" if asked else "stub-taken", code=case.code)
    if found.state is OfferState.DECLINED:
        return _declined_view(service, language, found, case)
    if found.lapsed_at is not None and last_lapsed_owner(await tx.alerts.by(case_id=case.id)) == member.id:
        return _lapsed_view(service, language, found, case)
    well = await case_lines.well_lines(tx, service, language, case)
    court = await court_lines_for_asked(tx, service, language, case)
    known = await known_case.known_case(tx, case, member)
    perhaps = [known_case.known_case_line(service, language, known)] if known is not None else []
    told = case_lines.lines_for_asked(service, language, case, member)
    shown = _open_offer_view(service, language, found, case, [*told, *perhaps, *court, *well])
    shown = replace(shown, rows=(*known_case.known_case_buttons(service, language, known), *shown.rows))
    if is_handover_offer(found):
        head = await _named_request_line(tx, service, language, found, case)
        return replace(shown, text=f"{head}\n\n{shown.text}")
    return shown


def _for_second(found: Offer, case: Case) -> bool:
    """Whether the second place is, or was, offered to them: while it is free they still can, or say why not."""
    asked = found.state in (OfferState.OFFERED, OfferState.EXPIRED, OfferState.DECLINED)
    return second_is_sought(case) and asked and found.asked_by is None


def _open_offer_view(
    service: Service, language: str, found: Offer, case: Case, lines: list[str]
) -> Presentation:
    say = service.words.say
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
    """For the lawyer who had it and did nothing: why they have it no more, and how it is theirs again."""
    say = service.words.say
    minutes = int(service.policy.first_action.total_seconds() // 60)
    lines = [say(language, "case-lapsed", code=case.code, minutes=minutes)]
    still = (Button(say(language, "button-still-mine"), f"accept:{found.id}", Style.SUCCESS),)
    decline = (Button(say(language, "button-decline"), f"decline:{found.id}"),)
    rows = (still, *visit_way.next_buttons(service, language, case), decline)
    lines += ["", *case_lines.coarse_lines(service, language, case)]
    return Presentation("\n".join(lines), rows, protect=True)


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


async def _handover_view(
    tx: Transaction, service: Service, language: str, found: Offer, case: Case, member: Member
) -> Presentation:
    """Somebody wants to hand their case over to this member: who, and why. No more is shown than of any offer."""
    say = service.words.say
    by = await tx.members.get(found.asked_by or 0)
    handing = [line for line in await tx.timeline.by(case_id=case.id) if line.kind is TimelineKind.HANDING]
    why = why_handed_over(service, language, handing[-1]) if handing else ""
    head = say(language, "handing-offer", name=by.name if by else "—", why=why)
    shown = [head, "", *case_lines.lines_for_asked(service, language, case, member)]
    if due := await tx.timers.get(handing_key(case.id)):
        until = case_lines.local_time(due.due_at, case_lines.zone_of(service, case), service.zone)
        shown.append(say(language, "handing-until", time=until))
    shown.append(say(language, "offer-code", code=case.code))
    accept = Button(say(language, "button-accept"), f"accept:{found.id}", Style.SUCCESS)
    no = [Button(say(language, f"handing-no-{reason}"), f"why:{found.id}:{reason}") for reason in REASONS]
    return Presentation("\n".join(shown), ((accept,), tuple(no[:2]), tuple(no[2:])), protect=True)


async def _named_request_line(
    tx: Transaction, service: Service, language: str, found: Offer, case: Case
) -> str:
    """Above an offer: which coordinator asks this member, and nobody else, until when."""
    by = await tx.members.get(found.asked_by or 0)
    due = await tx.timers.get(handing_key(case.id))
    until = due.due_at if due is not None else tx.now
    time = case_lines.local_time(until, case_lines.zone_of(service, case), service.zone)
    return service.words.say(language, "assign-offer", name=by.name if by else "—", time=time)


def _was_asked_to_take_over(found: Offer) -> bool:
    """Whether the member was asked to take a case over and is not any more."""
    return found.asked_by is not None and found.state in (
        OfferState.WITHDRAWN,
        OfferState.EXPIRED,
        OfferState.DECLINED,
        OfferState.UNREACHABLE,
    )


async def opened_view(lines: LineTable, tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A coordinator's view of a case they opened with a reason."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    members = await members_at(tx, card.address_id)
    if is_stub(case):
        return await merged_case.coordinator_view(tx, service, language, case)
    service = case_lines.for_reader(service, case, members[0])
    return await whole_view(lines, tx, service, language, case, members[0], card.chosen)


async def whole_view(
    lines: LineTable,
    tx: Transaction,
    service: Service,
    language: str,
    case: Case,
    reader: Member,
    chosen: str = case_buttons.BRIEF,
) -> Presentation:
    """The case for its owner or a coordinator who opened it: how it stands in some lines, what is known, and what comes
    next. ``chosen``: of *More…*, with all words, clocks and buttons.
    """
    reading = await load_reading(tx, service, language, case, reader, brief=chosen != case_buttons.WHOLE)
    yours = reading.say("state-second" if case.second_id == reader.id else "state-yours")
    state = (
        yours if reading.has_case else await state_words(tx, service, language, case, with_last_step=False)
    )
    text = [reading.say("case-head", code=case.code, state=state)]
    text += case_lines.state_lines(service, language, case)
    text += [*await lines_of_part(lines, CardPart.HEAD, reading), ""]
    text += await lines_of_part(lines, CardPart.SOURCES, reading)
    notes = await lines_of_part(lines, CardPart.NOTES, reading)
    cut = sum(reading.kinds.values()) > len(reading.entries)
    most = case_lines.WORDS_BRIEFLY if reading.brief else case_lines.WORDS_SHOWN
    text += case_lines.whole_lines(reading, reading.entries, notes=notes, cut=cut, most=most)
    steps = visit_way.steps_of(reading.view, case, reader.id if reading.has_case else None)
    return Presentation("\n".join(text), await case_buttons.case_rows(reading, steps, chosen), protect=True)


async def state_words(
    tx: Transaction, service: Service, language: str, case: Case, *, with_last_step: bool = True
) -> str:
    """Open, taken by whom (and how far they are), or closed how. Names a member: for coordinators."""
    if is_stub(case):
        return await merged_case.see_line(tx, service, language, case)
    if case.state is CaseState.CLOSED:
        return case_lines.outcome_words(service, language, case)
    if case.state is CaseState.ACCEPTED and case.owner_id is not None:
        owner = await tx.members.get(case.owner_id)
        said = [service.words.say(language, "state-accepted", name=owner.name if owner else "")]
        way = await visit_way.load_steps(tx, case) if with_last_step else ()
        said += [visit_way.step_words(service, language, case, step) for step in way[-1:]]
        return " · ".join(said)
    unsought = "state-unasked" if is_untaken(case) else "state-record"
    return service.words.say(language, "state-open" if case.alerting else unsought)


def why_handed_over(service: Service, language: str, handing: TimelineEntry) -> str:
    """Why somebody wants to hand their case over: what they pressed, in the reader's language, or their words."""
    if "given" in handing.details:
        return service.words.say(language, f"handing-why-{handing.details['given']}")
    return inert_line(str(handing.details.get("reason", "")))
