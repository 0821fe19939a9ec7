"""What is done with several ticked cases at once: one reason, one press to take it back within the hour, and one message to
each who must hear.

What was done is kept in the dialogue that asked for the reason, so that exactly that is undone.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.casework.claim_kinds import VERIFICATIONS
from core.casework.claims import SourceKind
from core.casework.ownership import handing_key, has_case
from core.conversation.forms import Answer, AnswerKind, AnswerSource, Form, Question, answers_to_data
from core.conversation.step import StepOutcome
from core.model import Case, Dialogue, Member
from core.presentation import Button, ButtonRows, in_button_rows
from core.records.incidents import IncidentPhase, IncidentStanding
from core.timeline import TimelineKind
from core.values import Moment, Precision
from core.vocabulary import CaseState, DialogueState, OfferState, Role
from handlers.alerting import escalation
from handlers.arguments import OnColleague
from handlers.bulk import ticked_cases
from handlers.bulk.ticked_cases import (
    NAMES,
    OF_LAWYERS,
    OFFERED,
    RELEASED,
    TOGETHER,
    TRANSFERRED,
    VERIFIED,
    TickList,
)
from handlers.cards import live_cards
from handlers.casework import (
    assignment,
    case_handover,
    closing_together,
    facts,
    lifecycle,
    partly_released,
    standing_reason,
)
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, change_nothing, keep_nothing
from handlers.incidents import incident_cases
from handlers.incidents.incident_cases import incident_title
from handlers.turn import Turn, id_in
from storage import timeline
from storage.schema import incidents

UNDONE_FOR = timedelta(hours=1)
ACT, WITH, CASES = "act", "with", "cases"  # kept beside the answers; WITH: to whom, how sure, which incident
OFFERED_INCIDENTS = 8

FORM = Form(
    "bulk",
    (
        Question(
            "where", AnswerKind.WORDS, applies=lambda values: values.get(ACT) == TRANSFERRED, required=True
        ),
        Question(
            "reason", AnswerKind.WORDS, applies=lambda values: values.get(ACT) != TRANSFERRED, required=True
        ),
    ),
    lambda values: False,  # somebody who cancels has done nothing
)


class BulkAct(Struct, frozen=True):
    """What is done, by whom, with which of the ticked cases. ``given``: the reason, or where they were taken."""

    member: Member
    cases: list[Case]
    given: str
    argument: str


Done = list[Case]  # with which it was done; the others are left out


async def on_pressed(turn: Turn, found: TickList) -> None:
    """*Released*, *Offer to…*: what more it needs is asked, and then why."""
    act, _, argument = found.word.partition("-")
    if act == NAMES:
        await _show_names(turn, found)
        return
    if act not in ACTS or (found.member.role is not Role.COORDINATOR and act not in OF_LAWYERS):
        turn.reply("button-unknown")
        return
    cases = await ticked_cases.ticked(turn.tx, turn.service, found.card, found.member)
    if not cases:
        turn.reply("ticks-nothing")
        return
    choices = await _choices(turn, found, act, cases[0])
    if choices is not None and argument not in {value for value, _ in choices}:
        buttons = [Button(label, f"ticked:{found.card.id}:{act}-{value}") for value, label in choices]
        rows: ButtonRows = in_button_rows(buttons)
        turn.reply(f"ticks-{act}-which", rows, count=len(cases))
        return
    await _ask_reason(turn, found, act, argument, cases)


async def _choices(turn: Turn, found: TickList, act: str, case: Case) -> list[tuple[str, str]] | None:
    """What there is to choose from, each with its label; None where nothing is to be chosen."""
    if act == OFFERED:
        return [(str(m.id), m.name) for m in await case_handover.choosable_colleagues(turn, case)]
    if act == VERIFIED:
        return [(of, turn.say(f"verification-{of}")) for of in VERIFICATIONS]
    if act == TOGETHER:
        open_ones = await turn.tx.incidents.select(
            incidents.c.ended_at.is_(None), order_by=incidents.c.id.desc()
        )
        return [
            (str(incident.id), incident_title(turn.service, turn.language, incident))
            for incident in open_ones
            if incident.phase is IncidentPhase.OPEN and incident.id != found.card.subject_id
        ][:OFFERED_INCIDENTS]
    return None


async def _ask_reason(turn: Turn, found: TickList, act: str, argument: str, cases: Sequence[Case]) -> None:
    begun = await dialogues.begin(turn, BULK, found.card.id)
    said = {ACT: act, WITH: argument, CASES: ",".join(str(case.id) for case in cases)}
    known = {name: Answer(value, AnswerSource.TAP, turn.now) for name, value in said.items()}
    begun = dialogues.save(turn, BULK, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, BULK, begun)


async def _show_names(turn: Turn, found: TickList) -> None:
    reason = await standing_reason.reason_of(turn.tx, found.member, found.card.subject_id)
    if reason:
        await _note_names(turn, found.member, found.card.subject_id, reason)
    else:
        await _ask_reason(
            turn,
            found,
            NAMES,
            "",
            await ticked_cases.cases_of(turn.tx, turn.service, found.card, found.member),
        )


async def _note_names(turn: Turn, member: Member, incident: int, reason: str) -> None:
    """One line in the history of each case whose names are shown now."""
    for card in await turn.tx.cards.by(
        subject=ticked_cases.CARD, subject_id=incident, address_id=turn.address.id
    ):
        cases = await ticked_cases.cases_of(turn.tx, turn.service, card, member)
        for case in cases:
            await standing_reason.note_seen(turn.tx, case, member, reason)
        if cases:
            standing_reason.begin(turn.tx, member, [incident], cases[0])
        live_cards.touch_at_once(turn.tx, card)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Why is said: it is done. Who may not any more does nothing."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    member, card = turn.active, await turn.tx.cards.get(dialogue.subject_id)
    given = said.get("where") or said.get("reason")
    if outcome is StepOutcome.CANCELLED or member is None or card is None or not given:
        turn.tx.dialogues.remove(dialogue.id)
        turn.reply("ticks-cancelled")
        return
    if said[ACT] == NAMES:
        turn.tx.dialogues.remove(dialogue.id)
        await _note_names(turn, member, card.subject_id, given)
        return
    wanted = said[CASES].split(",")
    listed = await ticked_cases.cases_of(turn.tx, turn.service, card, member)
    cases = [case for case in listed if str(case.id) in wanted]
    done = await ACTS[said[ACT]](turn, BulkAct(member, cases, given, said[WITH]))
    ids = Answer(",".join(str(case.id) for case in done), AnswerSource.TAP, turn.now)
    answers = {**state_of(dialogue).answers, CASES: ids}
    kept = replace(dialogue, answers=answers_to_data(answers), updated_at=turn.now, revisiting=None)
    turn.tx.dialogues.put(replace(kept, state=DialogueState.FINISHED))
    ticked_cases.untick(turn.tx, card)
    undo = (Button(turn.say("button-incident-undo"), f"unticked:{dialogue.id}"),)
    turn.reply(
        "ticks-done",
        (undo,) if done else (),
        count=len(done),
        what=turn.say(f"ticks-did-{said[ACT]}"),
        left=len(wanted) - len(done),
    )


BULK = FormBehaviour(
    FORM, "together-left", Interrupts.STRANGERS, keep_nothing, change_nothing, _on_ended, reviewed=False
)


async def _release(turn: Turn, act: BulkAct) -> Done:
    """Closed, but not where more people are told of, or somebody who is kept: that is asked case by case."""
    clear = [case for case in act.cases if not await partly_released.is_asked_first(turn, case)]
    ids = [case.id for case in clear]
    return await closing_together.close_together(turn, act.member, ids, RELEASED, act.given)


async def _transfer(turn: Turn, act: BulkAct) -> Done:
    now = Moment(turn.now, Precision.MINUTE)
    for case in act.cases:
        said = (
            facts.member_claim(turn.tx, case, act.member, "transferred", now),
            facts.member_claim(turn.tx, case, act.member, "taken", act.given),
        )
        await facts.record(turn.tx, turn.service, case, *said)
        await live_cards.touch_case(turn.tx, case.id)
    await closing_together.tell_owners(turn, act.member, act.cases, "ticks-did-transferred")
    return act.cases


async def _verify(turn: Turn, act: BulkAct) -> Done:
    verification = act.argument
    new = [case for case in act.cases if case.verification != verification]
    for case in new:
        claim = facts.member_claim(turn.tx, case, act.member, "verification", verification)
        await facts.record(turn.tx, turn.service, case, claim)
        details = {"verification": verification, "reason": act.given}
        await timeline.append(turn.tx, case.id, act.member.id, TimelineKind.VERIFIED, details)
        await live_cards.touch_case(turn.tx, case.id)
    return new


async def _offer(turn: Turn, act: BulkAct) -> Done:
    colleague = await turn.tx.members.get(id_in(act.argument) or 0)
    if colleague is None:
        return []
    done = []
    for case in act.cases:
        if case.state is CaseState.OPEN and await case_handover.can_be_asked(turn.tx, case, colleague):
            await assignment.ask_colleague(
                turn.tx, turn.service, OnColleague(act.member, case, "", colleague), act.given
            )
            done.append(case)
    return done


async def _put_together(turn: Turn, act: BulkAct) -> Done:
    incident = await turn.tx.incidents.get(id_in(act.argument) or 0)
    if incident is None:
        return []
    links = [
        await incident_cases.add(turn.tx, turn.service, incident, case, act.member) for case in act.cases
    ]
    await incident_cases.touch_boards(turn.tx, incident)
    return [case for case, link in zip(act.cases, links, strict=True) if link is not None]


ACTS: dict[str, Callable[[Turn, BulkAct], Awaitable[Done]]] = {
    RELEASED: _release,
    TRANSFERRED: _transfer,
    OFFERED: _offer,
    VERIFIED: _verify,
    TOGETHER: _put_together,
}


async def done_lately(turn: Turn, argument: str) -> Dialogue | None:
    """What this member did with several cases within the hour."""
    dialogue = await turn.tx.dialogues.get(id_in(argument) or 0)
    if dialogue is None or dialogue.form != FORM.name or dialogue.address_id != turn.address.id:
        return None
    lately = dialogue.state is DialogueState.FINISHED and turn.now - dialogue.updated_at <= UNDONE_FOR
    return dialogue if lately else None


async def on_undone(turn: Turn, dialogue: Dialogue) -> None:
    """*Undo*: nothing of it was done. Once."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    ids = [id for number in said[CASES].split(",") if (id := id_in(number)) is not None]
    found = [case for id in ids if (case := await turn.tx.cases.get(id)) is not None]
    member = turn.active
    turn.tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED))
    assert member is not None  # the route asks
    told: set[int] = set()
    for case in found:
        if said[ACT] == RELEASED:
            if case.state is CaseState.CLOSED:
                await lifecycle.reopen(turn.tx, turn.service, case, member, told=told)
        elif said[ACT] == OFFERED:
            await _withdraw_offer(turn, case, member)
        elif said[ACT] == TOGETHER:
            await _take_out(turn, case, member, id_in(said[WITH]) or 0, dialogue)
        elif member.role is Role.COORDINATOR or has_case(case, member.id):
            await _withdraw_claims(turn, case, member, dialogue)
    turn.reply_in_place("ticks-undone", count=len(found))


async def _withdraw_claims(turn: Turn, case: Case, member: Member, dialogue: Dialogue) -> None:
    """What the member said of it in that moment."""
    for claim in await turn.tx.claims.by(case_id=case.id):
        if claim.source == (SourceKind.MEMBER, member.id) and claim.noted_at == dialogue.updated_at:
            turn.tx.claims.put(replace(claim, withdrawn_at=turn.now))
    case = await facts.record(turn.tx, turn.service, case)
    await live_cards.touch_case(turn.tx, case.id)


async def _withdraw_offer(turn: Turn, case: Case, member: Member) -> None:
    asked = [
        offer
        for offer in await turn.tx.alerts.by(case_id=case.id)
        if offer.asked_by == member.id and offer.state is OfferState.OFFERED
    ]
    for offer in asked:
        turn.tx.alerts.put(replace(offer, state=OfferState.WITHDRAWN, answered_at=turn.now))
    if asked and case.state is CaseState.OPEN:
        turn.tx.timers.remove(handing_key(case.id))
        await live_cards.touch_case(turn.tx, case.id)
        await escalation.look(turn.tx, turn.service, case, from_start=True)


async def _take_out(turn: Turn, case: Case, member: Member, number: int, dialogue: Dialogue) -> None:
    incident = await turn.tx.incidents.get(number)
    if incident is None:
        return
    for link in await incident_cases.links_of(turn.tx, incident, IncidentStanding.IN):
        if link.case_id == case.id and (link.at, link.by) == (dialogue.updated_at, member.id):
            await incident_cases.undo(turn.tx, turn.service, incident, link, member)
    await incident_cases.touch_boards(turn.tx, incident)
