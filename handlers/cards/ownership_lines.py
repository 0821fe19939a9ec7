"""What stands on the card of whoever has a case about having it: who else does, whether it is still theirs, who is asked
to take it over; and the offer to somebody whom they ask.
"""

from collections.abc import Sequence

from core.casework.ownership import asked_still_key, handing_key, second_is_sought
from core.casework.transitions import first_action_key
from core.casework.visits import VisitStep
from core.folding import inert_line
from core.model import Case, Member, Offer, TimelineEntry
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.vocabulary import REASONS, CaseState, OfferState
from handlers.cards import case_lines, visit_lines
from handlers.cards.case_buttons import coordinator_rows, owner_rows
from handlers.service import Service
from storage.transaction import Transaction


async def card_lines(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member
) -> list[str]:
    """Under the head of the whole card, for whoever has the case and for coordinators."""
    say, told = service.words.say, []
    if case.state is not CaseState.ACCEPTED:
        return []
    due = await tx.timers.get(first_action_key(case.id)) if case.owner_id == reader.id else None
    if due is not None:
        until = case_lines.local_time(due.due_at, case_lines.zone_of(service, case), service.zone)
        soon = due.due_at - tx.now <= service.policy.first_action / 3
        told.append(say(language, "case-first-action-soon" if soon else "case-first-action", time=until))
    if case.owner_id == reader.id and await tx.timers.get(asked_still_key(case.id)):
        told.append(say(language, "holding-still"))
    if asked := await tx.timers.get(handing_key(case.id)):
        until = case_lines.local_time(asked.due_at, case_lines.zone_of(service, case), service.zone)
        own = "yes" if case.owner_id == reader.id else "no"
        told.append(say(language, "holding-handing", time=until, own=own))
    other = case.owner_id if case.second_id == reader.id else case.second_id
    member = await tx.members.get(other or 0)
    if member is not None:
        key = "holding-first" if other == case.owner_id else "holding-second"
        told.append(say(language, key, name=member.name, phone=member.phone or "—"))
    elif second_is_sought(case):
        told.append(say(language, "holding-sought"))
    return told


async def buttons(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member, way: Sequence[VisitStep]
) -> ButtonRows:
    """What the reader may do: the owner, the second lawyer, who closes nothing, or a coordinator. ``way``: what the
    reader has said of it.
    """
    holding = await _handover_buttons(tx, service, language, case, reader)
    if case.state is CaseState.ACCEPTED and case.second_id == reader.id:
        return (*visit_lines.next_buttons(service, language, case, way), *holding)
    if case.state is CaseState.ACCEPTED and case.owner_id == reader.id:
        first = owner_rows(service, language, case, way)
        if await tx.timers.get(asked_still_key(case.id)):
            mine = Button(service.words.say(language, "button-mine"), f"mine:{case.id}", Style.SUCCESS)
            first = ((mine,), *first)
        return (*first, *holding)
    return (*coordinator_rows(service, language, case), *holding)


async def _handover_buttons(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member
) -> ButtonRows:
    say, number = service.words.say, case.id
    if case.state is not CaseState.ACCEPTED:
        return ()
    if case.second_id == reader.id:
        return ((Button(say(language, "button-back"), f"back:{number}"),),)
    asked = await tx.timers.get(handing_key(number)) is not None
    hand = Button(
        say(language, f"button-hand-{'keep' if asked else 'over'}"), f"hand:{number}{':keep' * asked}"
    )
    wants = "no" if case.wants_second and case.second_id is None else "yes"
    second = Button(say(language, f"button-second-{wants}"), f"second:{number}:{wants}")
    return ((hand,) if case.second_id is not None else (hand, second),)


def why_handed_over(service: Service, language: str, handing: TimelineEntry) -> str:
    """Why somebody wants to hand their case over: what they pressed, in the reader's language, or their words."""
    if "given" in handing.details:
        return service.words.say(language, f"handing-why-{handing.details['given']}")
    return inert_line(str(handing.details.get("reason", "")))


async def handover_offer(
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


async def named_request_line(
    tx: Transaction, service: Service, language: str, found: Offer, case: Case
) -> str:
    """Above an offer: which coordinator asks this member, and nobody else, until when."""
    by = await tx.members.get(found.asked_by or 0)
    due = await tx.timers.get(handing_key(case.id))
    until = due.due_at if due is not None else tx.now
    time = case_lines.local_time(until, case_lines.zone_of(service, case), service.zone)
    return service.words.say(language, "assign-offer", name=by.name if by else "—", time=time)


def is_over(found: Offer) -> bool:
    """Whether the member was asked to take a case over and is not any more."""
    return found.asked_by is not None and found.state in (
        OfferState.WITHDRAWN,
        OfferState.EXPIRED,
        OfferState.DECLINED,
        OfferState.UNREACHABLE,
    )
