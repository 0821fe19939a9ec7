"""A case is handed over: its owner, or a coordinator, names a colleague, says why, and the colleague accepts or does not.

Until they accept it stays with its owner. Each case has one such request at a time; the newest counts. A lawyer is shown
nobody of the roster, and types a name. Whether somebody has this name is not told: the answer is the same at once, and the
same when nobody has accepted by then. Coordinators read of a name that is nobody's or that of several people, and may choose
from the roster.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec.structs import replace

from core.casework.ownership import handing_key, is_conflict_of_interest, is_handover_offer
from core.conversation.forms import Answer, AnswerKind, AnswerSource, Form, Question, answers_to_data
from core.conversation.step import StepOutcome
from core.model import Case, Dialogue, Member, Offer
from core.presentation import Button, ButtonRows, Presentation, in_button_rows
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, OfferState, Role, TaskKind
from handlers.alerting import offering, owner_activity, tasks
from handlers.arguments import OnCase, OnColleague
from handlers.cards import case_lines, live_cards
from handlers.casework import disclosure, lifecycle
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.outbox import sending
from handlers.people import on_call
from handlers.people.membership import home_address, is_name_of
from handlers.people.readers import is_reachable, language_of, unreachable_ids
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

SHOWN = 8  # to choose from


def offer_names(turn: Turn, key: str, case: Case, rows: ButtonRows) -> None:
    """Names of the roster to choose from: they are removed from the chat of somebody who is no longer a coordinator."""
    shown = Presentation(turn.say(key, code=case.code), rows, protect=True)
    turn.show(shown, key=disclosure.new_key(turn.tx, None))


async def choosable_colleagues(turn: Turn, case: Case) -> list[Member]:
    """Who can be asked, those on duty and of this region first."""
    everybody = await turn.tx.members.by(suspended_at=None)
    gone = await unreachable_ids(turn.tx, everybody)
    planned = on_call.schedule_of(turn.service, everybody, gone)
    members, _ = on_call.with_duty_at(
        planned, [m for m in everybody if m.id != case.owner_id], turn.now, case.region
    )
    region_of = turn.service.gazetteer.region_of
    known = turn.service.gazetteer.knows

    def rank(member: Member) -> tuple[bool, bool, str]:
        here = any(known(city) and region_of(city) == case.region for city in member.cities)
        return not member.on_duty, not here, member.name

    fit = [m for m in members if m.id not in gone and m.role is not Role.ADMINISTRATOR]
    fit = [m for m in fit if not await has_conflict(turn.tx, case, m)]
    return sorted(fit, key=rank)[:SHOWN]


async def has_conflict(tx: Transaction, case: Case, member: Member) -> bool:
    """Whether the member said that this case is not for them at all."""
    return any(
        a.member_id == member.id and is_conflict_of_interest(a) for a in await tx.alerts.by(case_id=case.id)
    )


WAITS = timedelta(minutes=10)  # for the colleague
KEEP = "keep"  # the word by which it is taken back


FORM = Form(
    "handing",
    (
        Question("whom", AnswerKind.WORDS, required=True),
        Question("why", AnswerKind.WORDS, ("court", "far", "tired"), required=True),
    ),
    lambda values: False,  # somebody who cancels has asked nobody
)


async def on_asked(turn: Turn, found: OnCase) -> None:
    """*Hand over*: to whom? Or it is taken back."""
    case = found.case
    if case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-open")
    elif found.word == KEEP:
        await _withdraw(turn.tx, turn.service, case)
        await live_cards.touch_case(turn.tx, case.id)
        turn.reply("handing-kept", code=case.code)
    else:
        dialogue = await dialogues.begin(turn, HANDING, case.id)
        if turn.coordinator is not None:
            fit = await choosable_colleagues(turn, case)
            rows = in_button_rows(Button(m.name, f"handto:{case.id}:{m.id}") for m in fit)
            offer_names(turn, "handing-choice", case, rows)
        else:
            await dialogues.ask_question(turn, HANDING, dialogue)


async def on_chosen(turn: Turn, found: OnColleague) -> None:
    """A coordinator chose somebody, and is asked why."""
    if found.case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-open")
        return
    dialogue = await dialogues.begin(turn, HANDING, found.case.id)
    chosen = {"whom": Answer(str(found.colleague.id), AnswerSource.TAP, turn.now)}
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(chosen)))
    await dialogues.ask_question(turn, HANDING, dialogue)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Whom and why are known: the colleague is asked, if the case still is where it was."""
    answers = state_of(dialogue).answers
    turn.tx.dialogues.remove(dialogue.id)
    case, member = await turn.tx.cases.get(dialogue.subject_id), turn.active
    whom, why = answers.get("whom"), answers.get("why")
    if whom is None or why is None or case is None:
        turn.reply("handing-cancelled")
    elif case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "case-is-open")
    elif member is None or not await _may_ask(turn, case, member):
        turn.reply("case-not-yours")
    else:
        pressed = why.source is AnswerSource.TAP
        await _ask_colleague(turn, case, member, whom, {"given" if pressed else "reason": str(why.value)})


async def _may_ask(turn: Turn, case: Case, member: Member) -> bool:
    if case.owner_id == member.id:
        return True
    return turn.coordinator is not None and await disclosure.may_see(turn.tx, case, turn.address.id)


async def _ask_colleague(
    turn: Turn, case: Case, member: Member, whom: Answer, why: Mapping[str, str]
) -> None:
    tx, named = turn.tx, str(whom.value)
    if whom.source is AnswerSource.TAP:
        found = [member for member in [await tx.members.get(int(named))] if member is not None]
    else:
        every = await tx.members.by(suspended_at=None)
        found = [member for member in every if is_name_of(named, member.name, turn.service.name_rules)]
    colleague = found[0] if len(found) == 1 and await can_be_asked(tx, case, found[0]) else None
    if found and all(member.id == case.second_id for member in found):
        turn.reply("handing-to-second", code=case.code, name=found[0].name)
        return
    if colleague is None and turn.coordinator is not None:
        turn.reply("handing-nobody", code=case.code)
        return
    await _withdraw(tx, turn.service, case)
    if case.owner_id == member.id:
        await owner_activity.note_sign(tx, turn.service, case)
    until = tx.now + WAITS
    tx.timers.put(Timer(handing_key(case.id), "handing", until, case.id))
    if colleague is not None:
        await _make_offer(tx, turn.service, case, member, colleague, why)
    else:
        await timeline.append(tx, case.id, member.id, TimelineKind.HANDING, {**why})
        await tasks.ask_coordinators(tx, turn.service, case, TaskKind.HAND_OVER)
    await live_cards.touch_case(tx, case.id)
    time = case_lines.local_time(until, case_lines.zone_of(turn.service, case), turn.service.zone)
    turn.reply("handing-asked", code=case.code, time=time)


async def can_be_asked(tx: Transaction, case: Case, member: Member) -> bool:
    """Somebody who takes cases, reads what we write, and has no conflict of interest."""
    if member.suspended_at is not None or member.role is Role.ADMINISTRATOR or member.id == case.owner_id:
        return False
    return await is_reachable(tx, member) and not await has_conflict(tx, case, member)


async def _make_offer(
    tx: Transaction, service: Service, case: Case, by: Member, colleague: Member, why: Mapping[str, str]
) -> None:
    offer = offering.made_again(await lifecycle.offer_of(tx, case, colleague), tx.now)
    offer = tx.alerts.put(replace(offer, asked_by=by.id))
    details = {"member": colleague.id, **why}
    await timeline.append(tx, case.id, by.id, TimelineKind.HANDING, details)
    await offering.show(tx, service, offer, colleague)


async def _withdraw(tx: Transaction, service: Service, case: Case) -> None:
    """Nobody is asked any more, coordinators neither."""
    await tasks.settle(tx, service, case, TaskKind.HAND_OVER)
    tx.timers.remove(handing_key(case.id))
    for alert in await tx.alerts.by(case_id=case.id):
        if is_handover_offer(alert):
            tx.alerts.put(replace(alert, state=OfferState.WITHDRAWN, answered_at=tx.now))


async def tell_declined(
    tx: Transaction, service: Service, case: Case, alert: Offer, reason: str | None
) -> None:
    """The colleague cannot take it: the member who asked hears it, and why. The case is where it was."""
    tx.alerts.put(replace(alert, state=OfferState.DECLINED, reason=reason, answered_at=tx.now))
    tx.timers.remove(handing_key(case.id))
    details = {"member": alert.member_id, "reason": reason or ""}
    await timeline.append(tx, case.id, alert.member_id, TimelineKind.NOT_HANDED, details)
    colleague = await tx.members.get(alert.member_id)
    name = colleague.name if colleague is not None else ""
    await tell_asker(
        tx, service, case, alert.asked_by, "handing-declined", name=name, reason=reason or "none"
    )
    await live_cards.touch_case(tx, case.id)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has accepted in time, or the colleague cannot be reached: the same words for both."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED:
        return
    asked = [a for a in await tx.alerts.by(case_id=case.id) if a.asked_by is not None]
    newest = max(asked, key=lambda alert: alert.offered_at, default=None)
    lines = [line for line in await tx.timeline.by(case_id=case.id) if line.kind is TimelineKind.HANDING]
    if newest is not None and is_handover_offer(newest):
        tx.alerts.put(replace(newest, state=OfferState.EXPIRED, answered_at=tx.now))
    member = lines[-1].details.get("member")
    await timeline.append(tx, case.id, 0, TimelineKind.NOT_HANDED, {"member": member} if member else {})
    await tell_asker(tx, service, case, lines[-1].actor_id, "handing-unanswered")
    await live_cards.touch_case(tx, case.id)


async def tell_accepted(tx: Transaction, service: Service, case: Case, alert: Offer, member: Member) -> None:
    """The member who asked hears that the case is in other hands."""
    await tell_asker(tx, service, case, alert.asked_by, "handing-done", name=member.name)


async def tell_asker(
    tx: Transaction, service: Service, case: Case, asked_by: int | None, key: str, **values: str
) -> None:
    """The member who asked hears what became of it."""
    asker = await tx.members.get(asked_by or 0)
    if asker is None or asker.suspended_at is not None:
        return
    there = await home_address(tx, asker)
    language = await language_of(tx, service, there)
    own = "yes" if case.owner_id == asker.id else "no"
    text = service.words.say(language, key, code=case.code, own=own, **values)
    sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.ALERT)


async def _take_back_words(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """Nobody is asked any more. None: a colleague has taken the case over already, or it is closed."""
    case = await turn.tx.cases.get(taken.subject)
    if case is None or turn.active is None or not await _may_ask(turn, case, turn.active):
        return None
    if case.state is CaseState.ACCEPTED and taken.question == "why":
        await _withdraw(turn.tx, turn.service, case)
        await live_cards.touch_case(turn.tx, case.id)
    return taken


HANDING = FormBehaviour(
    FORM,
    "reason",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back=dict.fromkeys(("whom", "why"), _take_back_words),
)
