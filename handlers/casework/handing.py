"""A case is handed over: its owner, or a coordinator, names a colleague, says why, and the colleague accepts or does not.
Until they accept it stays with its owner. There is one such request a case at a time; the newest stands.

A lawyer is shown nobody of the roster, and types a name. Whether somebody has this name is not told: the answer is the same
at once, and the same when nobody has accepted by then. A name that is nobody's, or that of several, coordinators read of.
They may choose from the roster.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec.structs import replace

from bot.core.casework.holding import handing_key, is_asked
from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Alert, Case, Dialogue, Member
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AlertState, AskKind, CaseState, Role
from handlers.alerting import asks, offering, signs
from handlers.cards import case_lines, tracking
from handlers.casework import colleagues, handed_out, lifecycle
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import is_reachable, language_of
from handlers.people.same_name import is_name_of
from handlers.pressed import OnCase, OnColleague
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

WAITS = timedelta(minutes=10)  # for the colleague
KEEP = "keep"  # the word by which it is taken back


FORM = Form(
    "handing",
    (
        Question("whom", Kind.WORDS, required=True),
        Question("why", Kind.WORDS, ("court", "far", "tired"), required=True),
    ),
    lambda values: False,  # whoever cancels has asked nobody
)


async def on_asked(turn: Turn, found: OnCase) -> None:
    """*Hand over*: to whom? Or it is taken back."""
    case = found.case
    if case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-open")
    elif found.word == KEEP:
        await _withdraw(turn.tx, turn.service, case)
        await tracking.touch_case(turn.tx, case.id)
        turn.reply("handing-kept", code=case.code)
    else:
        dialogue = await dialogues.begin(turn, HANDING, case.id)
        if turn.coordinator is not None:
            fit = await colleagues.choosable(turn, case)
            rows = in_rows(Button(m.name, f"handto:{case.id}:{m.id}") for m in fit)
            colleagues.offer_names(turn, "handing-choice", case, rows)
        else:
            await dialogues.ask(turn, HANDING, dialogue)


async def on_chosen(turn: Turn, found: OnColleague) -> None:
    """A coordinator chose somebody: why?"""
    if found.case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-open")
        return
    dialogue = await dialogues.begin(turn, HANDING, found.case.id)
    chosen = {"whom": Answer(str(found.colleague.id), Source.TAP, turn.now)}
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(chosen)))
    await dialogues.ask(turn, HANDING, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # no report: the timeline keeps who was asked and why


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Whom and why are known: the colleague is asked, if the case still is where it was."""
    answers = state_of(dialogue).answers
    turn.tx.dialogues.remove(dialogue.id)
    case, member = await turn.tx.cases.get(dialogue.subject_id), turn.active
    whom, why = answers.get("whom"), answers.get("why")
    if whom is None or why is None or case is None:
        turn.reply("handing-cancelled")
    elif case.state is not CaseState.ACCEPTED:
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "case-is-open")
    elif member is None or not await _may(turn, case, member):
        turn.reply("case-not-yours")
    else:
        pressed = why.source is Source.TAP
        await _ask(turn, case, member, whom, {"given" if pressed else "reason": str(why.value)})


async def _may(turn: Turn, case: Case, member: Member) -> bool:
    if case.owner_id == member.id:
        return True
    return turn.coordinator is not None and await handed_out.may_see(turn.tx, case, turn.address.id)


async def _ask(turn: Turn, case: Case, member: Member, whom: Answer, why: Mapping[str, str]) -> None:
    tx, named = turn.tx, str(whom.value)
    if whom.source is Source.TAP:
        found = [one for one in [await tx.members.get(int(named))] if one is not None]
    else:
        every = await tx.members.by(suspended_at=None)
        found = [one for one in every if is_name_of(named, one.name, turn.service.name_rules)]
    colleague = found[0] if len(found) == 1 and await can_be_asked(tx, case, found[0]) else None
    if found and all(one.id == case.second_id for one in found):
        turn.reply("handing-to-second", code=case.code, name=found[0].name)
        return
    if colleague is None and turn.coordinator is not None:
        turn.reply("handing-nobody", code=case.code)
        return
    await _withdraw(tx, turn.service, case)
    if case.owner_id == member.id:
        await signs.heard(tx, turn.service, case)
    until = tx.now + WAITS
    tx.timers.put(Timer(handing_key(case.id), "handing", until, case.id))
    if colleague is not None:
        await _offer(tx, turn.service, case, member, colleague, why)
    else:
        await timeline.append(tx, case.id, member.id, Line.HANDING, {**why})
        await asks.put(tx, turn.service, case, AskKind.HAND_OVER)
    await tracking.touch_case(tx, case.id)
    time = case_lines.local(until, case_lines.zone_of(turn.service, case), turn.service.zone)
    turn.reply("handing-asked", code=case.code, time=time)


async def can_be_asked(tx: Transaction, case: Case, member: Member) -> bool:
    """Somebody who takes cases, reads what we write, and has no conflict of interest."""
    if member.suspended_at is not None or member.role is Role.ADMINISTRATOR or member.id == case.owner_id:
        return False
    return await is_reachable(tx, member) and not await colleagues.has_conflict(tx, case, member)


async def _offer(
    tx: Transaction, service: Service, case: Case, by: Member, colleague: Member, why: Mapping[str, str]
) -> None:
    offer = offering.anew(await lifecycle.offer_of(tx, case, colleague), tx.now)
    offer = tx.alerts.put(replace(offer, asked_by=by.id))
    details = {"member": colleague.id, **why}
    await timeline.append(tx, case.id, by.id, Line.HANDING, details)
    await offering.show(tx, service, offer, colleague)


async def _withdraw(tx: Transaction, service: Service, case: Case) -> None:
    """Nobody is asked any more, coordinators neither."""
    await asks.settle(tx, service, case, AskKind.HAND_OVER)
    tx.timers.remove(handing_key(case.id))
    for alert in await tx.alerts.by(case_id=case.id):
        if is_asked(alert):
            tx.alerts.put(replace(alert, state=AlertState.WITHDRAWN, answered_at=tx.now))


async def declined(tx: Transaction, service: Service, case: Case, alert: Alert, reason: str | None) -> None:
    """The colleague cannot: whoever asked hears it, and why. The case is where it was."""
    tx.alerts.put(replace(alert, state=AlertState.DECLINED, reason=reason, answered_at=tx.now))
    tx.timers.remove(handing_key(case.id))
    details = {"member": alert.member_id, "reason": reason or ""}
    await timeline.append(tx, case.id, alert.member_id, Line.NOT_HANDED, details)
    colleague = await tx.members.get(alert.member_id)
    name = colleague.name if colleague is not None else ""
    await tell(tx, service, case, alert.asked_by, "handing-declined", name=name, reason=reason or "none")
    await tracking.touch_case(tx, case.id)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has accepted in time, or the colleague cannot be reached: the same words for both."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED:
        return
    asked = [a for a in await tx.alerts.by(case_id=case.id) if a.asked_by is not None]
    newest = max(asked, key=lambda alert: alert.offered_at, default=None)
    lines = [line for line in await tx.timeline.by(case_id=case.id) if line.kind is Line.HANDING]
    if newest is not None and is_asked(newest):
        tx.alerts.put(replace(newest, state=AlertState.EXPIRED, answered_at=tx.now))
    member = lines[-1].details.get("member")
    await timeline.append(tx, case.id, 0, Line.NOT_HANDED, {"member": member} if member else {})
    await tell(tx, service, case, lines[-1].actor_id, "handing-unanswered")
    await tracking.touch_case(tx, case.id)


async def accepted(tx: Transaction, service: Service, case: Case, alert: Alert, member: Member) -> None:
    """Whoever asked hears that the case is in other hands."""
    await tell(tx, service, case, alert.asked_by, "handing-done", name=member.name)


async def tell(
    tx: Transaction, service: Service, case: Case, asked_by: int | None, key: str, **values: str
) -> None:
    """Whoever asked hears what became of it."""
    asker = await tx.members.get(asked_by or 0)
    if asker is None or asker.suspended_at is not None:
        return
    there = await home(tx, asker)
    language = await language_of(tx, service, there)
    own = "yes" if case.owner_id == asker.id else "no"
    text = service.words.say(language, key, code=case.code, own=own, **values)
    sending.message(tx, service, there, Presentation(text, protect=True), Lane.ALERT)


HANDING = Follow(FORM, "reason", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
