"""What a member writes down of proceedings: claims with their source and time; nothing is ever overwritten.

What a form has written so far is withdrawn and said again with each answer that comes: it is one line of the history.
"""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim
from core.casework.proceedings import (
    STEP_OF,
    HearingOutcome,
    TrackedHearing,
    TrackedProceeding,
)
from core.model import Case, Member
from core.timeline import TimelineKind
from core.values import Hearing, Moment, Proceeding, Value, value_to_data
from handlers.cards import live_cards
from handlers.casework import facts
from handlers.turn import Turn
from storage import timeline


async def open_proceeding(turn: Turn, case: Case, member: Member, sort: str, person: int | None) -> int:
    """Proceedings against one person, or against all (None); their number."""
    claim = _new_claim(turn, case, member, "proceeding", Proceeding(sort), person)
    await _write_claims(turn, case, member, replace(claim, proceeding_id=claim.id))
    return claim.id


async def record_change(
    turn: Turn, case: Case, member: Member, course: TrackedProceeding, *, again: bool = False, **changes: str
) -> Claim:
    """Another article, part or state. ``again``, here and below: the history has a line of it."""
    claim = _proceeding_claim(turn, case, member, course, "proceeding", replace(course.proceeding, **changes))
    await _write_claims(turn, case, member, claim, again=again)
    return claim


async def record_step(
    turn: Turn, case: Case, member: Member, course: TrackedProceeding, kind: str, value: Moment | str
) -> Claim:
    """A step at a moment; how the appeal ended; what sort of detention it is."""
    claim = _proceeding_claim(turn, case, member, course, kind, value)
    await _write_claims(turn, case, member, claim)
    return claim


async def record_hearing(
    turn: Turn,
    case: Case,
    member: Member,
    course: TrackedProceeding,
    hearing: Hearing,
    *,
    again: bool = False,
) -> Claim:
    """A hearing, with its reminders if it is still to come. As long as its number is 0 it becomes that of its claim."""
    claim = _proceeding_claim(turn, case, member, course, "hearing", "")
    hearing = replace(hearing, number=hearing.number or claim.id)
    claim = replace(claim, value=value_to_data(hearing))
    await _write_claims(turn, case, member, claim, again=again)
    return claim


async def record_hearing_change(
    turn: Turn, case: Case, member: Member, sitting: TrackedHearing, *, again: bool = False, **changes: Any
) -> Claim:
    """It moved, is cancelled, or something came of it: the reminders follow."""
    hearing = replace(sitting.hearing, **changes)
    claim = _new_claim(turn, case, member, "hearing", hearing, sitting.person)
    claim = replace(claim, proceeding_id=sitting.proceeding)
    await _write_claims(turn, case, member, claim, again=again)
    return claim


async def withdrawn(turn: Turn, number: int | None) -> Claim | None:
    """What was said a moment ago is not said any more; the caller says something else, or takes it back."""
    claim = await turn.tx.claims.get(number or 0)
    if claim is None or claim.withdrawn_at is not None:
        return None
    return turn.tx.claims.put(replace(claim, withdrawn_at=turn.now))


async def taken_back(turn: Turn, case: Case, member: Member, claim: Claim) -> None:
    """Nothing is said instead of what was withdrawn: the case, and what reminds of a hearing, are as they were before it."""
    await facts.record(turn.tx, turn.service, case)
    await timeline.append(turn.tx, case.id, member.id, TimelineKind.PROCEEDING_VOID, {"step": claim.kind})
    await live_cards.touch_case(turn.tx, case.id)


async def record_outcome(
    turn: Turn,
    case: Case,
    member: Member,
    course: TrackedProceeding,
    sitting: TrackedHearing,
    outcome: HearingOutcome,
    *,
    measure: str = "",
    days: int = 0,
    until: datetime | None = None,
) -> None:
    """What came of a hearing; a ruling or a remand order was then announced in it, unless that was said already."""
    await take_back_guess(turn, case, sitting)
    hearing = replace(sitting.hearing, outcome=outcome.value, measure=measure, days=days, until=until)
    claims = [_proceeding_claim(turn, case, member, course, "hearing", hearing)]
    step = STEP_OF.get(outcome)
    said = {step.claim.kind for step in course.steps if step.claim.certainty is not Certainty.GUESSED}
    if step is not None and step not in said:
        guess = _proceeding_claim(turn, case, member, course, step, Moment(hearing.at, hearing.precision))
        claims.append(replace(guess, certainty=Certainty.GUESSED))
    await _write_claims(turn, case, member, *claims)


async def record_nondisclosure(turn: Turn, case: Case, member: Member, answer: str) -> None:
    """A promise not to disclose was taken from somebody in the case; "no": that was a mistake."""
    await _write_claims(turn, case, member, facts.member_claim(turn.tx, case, member, "undertaking", answer))


async def take_back_guess(turn: Turn, case: Case, sitting: TrackedHearing) -> None:
    """What followed from another outcome of this hearing."""
    for claim in await turn.tx.claims.by(case_id=case.id):
        guessed = claim.kind in STEP_OF.values() and claim.certainty is Certainty.GUESSED
        of_it = claim.proceeding_id == sitting.proceeding and claim.at == sitting.hearing.at
        if guessed and of_it and claim.withdrawn_at is None:
            turn.tx.claims.put(replace(claim, withdrawn_at=turn.now))


async def _write_claims(turn: Turn, case: Case, member: Member, *claims: Claim, again: bool = False) -> None:
    await facts.record(turn.tx, turn.service, case, *claims)
    for claim in claims:
        if claim.certainty is Certainty.SAID and not again:
            details = {"step": claim.kind}
            await timeline.append(turn.tx, case.id, member.id, TimelineKind.PROCEEDING, details)
    await live_cards.touch_case(turn.tx, case.id)


def _proceeding_claim(
    turn: Turn, case: Case, member: Member, course: TrackedProceeding, kind: str, value: Value
) -> Claim:
    claim = _new_claim(turn, case, member, kind, value, course.person)
    return replace(claim, proceeding_id=course.number)


def _new_claim(turn: Turn, case: Case, member: Member, kind: str, value: Value, person: int | None) -> Claim:
    return facts.member_claim(turn.tx, case, member, kind, value, person=person)
