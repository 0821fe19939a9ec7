"""What coordinators' buttons do: open a case with a reason, take it, write down who was rung, ask lawyers, mute; and
what whoever sees a case whole may do: code the act, read all words, and (its owner only) have the files sent.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.casework.life import Event
from bot.core.model import Case
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import ACTS, CaseState, Line, Role
from handlers.cards import case_lines, history, tracking
from handlers.cards.case_card import said
from handlers.casework import handed_out, lifecycle, open_with_reason
from handlers.outbox import sending
from handlers.turn import Turn, id_in
from storage import timeline

MUTED_FOR = timedelta(hours=24)


async def on_open_asked(turn: Turn, argument: str) -> None:
    """*Open*: an owner sees the case; a coordinator is asked for a reason first, which the timeline keeps."""
    case = await _case(turn, argument)
    if case is None:
        return
    await open_for(turn, case)


async def open_for(turn: Turn, case: Case) -> None:
    """Show a case to those who may see it."""
    member = turn.active
    if member is None:
        turn.reply("suspended" if turn.member is not None else "case-not-yours")
    elif case.owner_id == member.id and member.role is not Role.ADMINISTRATOR:
        for alert in [one for one in await turn.tx.alerts.by(case_id=case.id) if one.member_id == member.id]:
            await tracking.renew(turn.tx, "alert", alert.id, member.address_id, Lane.REPLY, case_id=case.id)
    elif member.role is Role.COORDINATOR:
        await open_with_reason.ask_reason(turn, case)
    else:
        turn.reply("case-not-yours")


async def on_took(turn: Turn, argument: str) -> None:
    """*I take it*: a coordinator accepts a case that nobody has."""
    case = await _coordinated(turn, argument)
    if case is None or turn.coordinator is None:
        return
    if case.state is not CaseState.OPEN:
        turn.reply("accept-too-late" if case.state is CaseState.ACCEPTED else "case-is-closed")
    else:
        await lifecycle.taken(turn.tx, turn.service, case, turn.coordinator)


async def on_rung(turn: Turn, argument: str) -> None:
    """*… takes it*: a coordinator rang somebody who was asked, and writes down their yes."""
    alert = await turn.tx.alerts.get(id_in(argument) or 0)
    case = await _coordinated(turn, str(alert.case_id) if alert is not None else "")
    member = await turn.tx.members.get(alert.member_id) if alert is not None else None
    if case is None or alert is None or member is None or turn.coordinator is None:
        return
    if case.state is not CaseState.OPEN:
        turn.reply("accept-too-late" if case.state is CaseState.ACCEPTED else "case-is-closed")
    elif member.suspended_at is None and member.role is not Role.ADMINISTRATOR:
        await lifecycle.taken(turn.tx, turn.service, case, member, said_to=turn.coordinator.id)


async def on_lawyers_wanted(turn: Turn, argument: str) -> None:
    """*Ask lawyers*: for a record that woke nobody, or once more from the first step."""
    case = await _coordinated(turn, argument)
    if case is None or turn.coordinator is None:
        return
    if case.state is not CaseState.OPEN:
        turn.reply("accept-too-late" if case.state is CaseState.ACCEPTED else "case-is-closed")
        return
    await lifecycle.lawyers_wanted(turn.tx, turn.service, case, by=turn.coordinator)


async def on_reopened(turn: Turn, argument: str) -> None:
    """*Open again*: it was closed by mistake, or began anew."""
    case = await _coordinated(turn, argument)
    if case is None or turn.coordinator is None:
        return
    if lifecycle.possible(Event.REOPENED, case):
        await lifecycle.reopened(turn.tx, turn.service, case, turn.coordinator)
    else:
        turn.reply("case-is-open")


async def on_coding(turn: Turn, argument: str) -> None:
    """*Code the act*: the kinds to choose from."""
    case = await _viewed(turn, argument)
    if case is not None:
        buttons = [Button(turn.say(f"act-{act}"), f"coded:{case.id}:{act}") for act in ACTS]
        rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
        turn.reply("act-which", rows, code=case.code)


async def on_coded(turn: Turn, argument: str) -> None:
    """The kind of act, coded by a member."""
    identity, _, act = argument.partition(":")
    case = await _viewed(turn, identity)
    if case is None or turn.active is None:
        return
    if act not in ACTS:
        turn.reply("button-unknown")
        return
    turn.tx.cases.put(replace(case, act=act, act_by=turn.active.role))
    await timeline.append(turn.tx, case.id, turn.active.id, Line.CODED, {"act": act})
    await tracking.touch_case(turn.tx, case.id)
    turn.reply_in_place("act-coded", act=turn.say(f"act-{act}"), code=case.code)


async def on_still_held(turn: Turn, argument: str) -> None:
    """Called back: it is not over, and no false alarm."""
    case = await _coordinated(turn, argument)
    if case is None or turn.coordinator is None:
        return
    turn.tx.cases.put(replace(case, says_over=False, says_false=False))
    await timeline.append(turn.tx, case.id, turn.coordinator.id, Line.STILL_HELD, {})
    await tracking.touch_case(turn.tx, case.id)


async def on_words_asked(turn: Turn, argument: str) -> None:
    """All words of the reports, in as many messages as they need."""
    case = await _viewed(turn, argument)
    if case is None:
        return
    entries, _ = await said(turn.tx, case)
    zone = case_lines.zone_of(turn.service, case)
    lines = case_lines.words_lines(turn.service, turn.language, entries, zone, limit=None)
    shown = Presentation("\n".join(lines).strip() or turn.say("case-no-words"), protect=True)
    sending.message(turn.tx, turn.address.id, shown, key=handed_out.new_key(turn.tx, case))


async def on_history_asked(turn: Turn, argument: str) -> None:
    """*History*: who was asked, who took it, who opened it, when and why."""
    case = await _viewed(turn, argument)
    if case is None or turn.coordinator is None:
        return
    lines = await history.lines(turn.tx, turn.service, turn.language, case)
    shown = Presentation("\n".join(lines), protect=True)
    sending.message(turn.tx, turn.address.id, shown, key=handed_out.new_key(turn.tx, case))


async def on_files_asked(turn: Turn, argument: str) -> None:
    """The photos, voices and documents of a case: to the one who accepted only, protected from forwarding."""
    case = await _viewed(turn, argument)
    if case is None or turn.active is None:
        return
    if case.owner_id != turn.active.id:
        turn.reply("files-owner-only")
        return
    entries, _ = await said(turn.tx, case)
    turn.reply("files-care")
    for entry in entries:
        if entry.payload.get("file"):
            sending.file(turn.tx, turn.address.id, entry.payload["file"], handed_out.new_key(turn.tx, case))


async def on_muting(turn: Turn, argument: str) -> None:
    """*Mute*: a coordinator's act, with an end. The person's words are kept; they get one bland sentence."""
    case = await _viewed(turn, argument)
    if case is None or turn.coordinator is None:
        return
    until = turn.now + MUTED_FOR
    await _mute(turn, case, until)
    await timeline.append(turn.tx, case.id, turn.coordinator.id, Line.MUTED, {"until": until.isoformat()})
    turn.reply("muted", ((Button(turn.say("button-unmute"), f"unmute:{case.id}"),),))


async def on_unmuted(turn: Turn, argument: str) -> None:
    """The mute ends early."""
    case = await _viewed(turn, argument)
    if case is None or turn.coordinator is None:
        return
    await _mute(turn, case, None)
    await timeline.append(turn.tx, case.id, turn.coordinator.id, Line.UNMUTED, {})
    turn.reply_in_place("unmuted")


async def _mute(turn: Turn, case: Case, until: datetime | None) -> None:
    for report in await turn.tx.reports.by(case_id=case.id):
        address = await turn.tx.addresses.get(report.address_id)
        if address is not None:
            turn.tx.addresses.put(replace(address, muted_until=until))
    await tracking.touch_case(turn.tx, case.id)


async def _case(turn: Turn, argument: str) -> Case | None:
    case = await turn.tx.cases.get(id_in(argument) or 0)
    if case is None or turn.member is None:
        turn.reply("button-unknown")
        return None
    if turn.active is None:
        turn.reply("suspended")
        return None
    return case


async def _coordinated(turn: Turn, argument: str) -> Case | None:
    """The case, if the actor is a coordinator; else says why not."""
    case = await _case(turn, argument)
    if case is not None and turn.coordinator is None:
        turn.reply("case-not-yours")
        return None
    return case


async def _viewed(turn: Turn, argument: str) -> Case | None:
    """The case, if the actor sees it whole: its owner, or a coordinator to whom it was opened."""
    case = await _case(turn, argument)
    if case is None or turn.active is None:
        return None
    if await handed_out.may_see(turn.tx, case, turn.address.id):
        return case
    turn.reply("case-not-yours")
    return None
