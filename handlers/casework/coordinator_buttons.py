"""What coordinators' buttons do: open a case with a reason, take it, write down who was rung, ask lawyers, mute; and
what whoever sees a case whole may do: code the act, read all words, and have files sent.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.casework.holding import has
from bot.core.casework.linking import is_stub
from bot.core.keeping import WITHOUT_CAPTION
from bot.core.model import Case
from bot.core.presentation import Button, in_rows
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import ACTS, AskKind, Role
from handlers.alerting import asks, escalation, second
from handlers.cards import case_lines, file_lines, history, said, stub_lines, tracking
from handlers.cards.case_buttons import newest_place
from handlers.cards.case_view import view_of
from handlers.cards.files_for import files_for
from handlers.cards.note_lines import note_lines
from handlers.casework import facts, handed_out, lifecycle, open_with_reason
from handlers.outbox import sending
from handlers.pressed import OnCase, OnOffer
from handlers.turn import Turn
from storage import timeline

MUTED_FOR = timedelta(hours=24)


async def on_open_asked(turn: Turn, found: OnCase) -> None:
    """*Open*, or its code: an owner sees the case; a coordinator is asked for a reason first, which the timeline keeps."""
    case, member = found.case, found.member
    if not has(case, member.id):
        await open_with_reason.ask_reason(turn, case)
        return
    for alert in await turn.tx.alerts.by(case_id=case.id):
        if alert.member_id == member.id:
            await tracking.renew(turn.tx, "alert", alert.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def on_took(turn: Turn, found: OnCase) -> None:
    """*I take it*: a coordinator accepts a case that nobody has, and would see it whole: why comes first."""
    if not await handed_out.may_see(turn.tx, found.case, turn.address.id):
        await open_with_reason.ask_reason(turn, found.case, taking=True)
        return
    await lifecycle.taken(turn.tx, turn.service, found.case, found.member, at=turn.address.id)


async def on_rung(turn: Turn, found: OnOffer) -> None:
    """*… takes it*: a coordinator rang somebody who was asked, and writes down their yes."""
    asked = await turn.tx.members.get(found.alert.member_id)
    if asked is None or asked.suspended_at is not None or asked.role is Role.ADMINISTRATOR:
        turn.reply("rung-gone", name=asked.name if asked is not None else "—")
        return
    await lifecycle.taken(turn.tx, turn.service, found.case, asked, said_to=found.member.id)


async def on_lawyers_wanted(turn: Turn, found: OnCase) -> None:
    """*Ask lawyers*: for a record that woke nobody, or once more from the first step."""
    await lifecycle.lawyers_wanted(turn.tx, turn.service, found.case, by=found.member)
    await asks.settle(turn.tx, turn.service, found.case, AskKind.OWN_LAWYER)


async def on_reopened(turn: Turn, found: OnCase) -> None:
    """*Open again*: it was closed by mistake, or began anew."""
    if is_stub(found.case):
        turn.reply("case-is-stub", see=await stub_lines.see(turn.tx, turn.service, turn.language, found.case))
        return
    await lifecycle.reopened(turn.tx, turn.service, found.case, found.member)
    if not await turn.tx.cards.by(address_id=turn.address.id, message_id=turn.incoming.message_id):
        button = Button(turn.say("button-open"), f"open:{found.case.id}")  # a card draws itself anew
        turn.reply_in_place("case-reopened", ((button,),), code=found.case.code)


async def on_coding(turn: Turn, found: OnCase) -> None:
    """*Code the act*: the kinds to choose from."""
    buttons = [Button(turn.say(f"act-{act}"), f"coded:{found.case.id}:{act}") for act in ACTS]
    rows = in_rows(buttons)
    turn.reply("act-which", rows, code=found.case.code)


async def on_coded(turn: Turn, found: OnCase) -> None:
    """The kind of act, coded by a member."""
    case, act = found.case, found.word
    await facts.note(turn.tx, turn.service, case, facts.by_member(turn.tx, case, found.member, "act", act))
    await timeline.append(turn.tx, case.id, found.member.id, Line.CODED, {"act": act})
    await tracking.touch_case(turn.tx, case.id)
    turn.reply_in_place("act-coded", act=turn.say(f"act-{act}"), code=case.code)


async def on_still_held(turn: Turn, found: OnCase) -> None:
    """Called back: it is not over, and no false alarm."""
    case, member = found.case, found.member
    answers = [facts.by_member(turn.tx, case, member, kind, "no") for kind in ("says_over", "says_false")]
    case = await facts.note(turn.tx, turn.service, case, *answers)
    await timeline.append(turn.tx, case.id, member.id, Line.STILL_HELD, {})
    await tracking.touch_case(turn.tx, case.id)
    await escalation.go_on(turn.tx, turn.service, case, was_over=found.case.says_over)
    await second.follow(turn.tx, turn.service, found.case, case)


async def on_words_asked(turn: Turn, found: OnCase) -> None:
    """All words of the reports and all notes, in as many messages as they need."""
    entries = await said.everything(turn.tx, found.case)
    service = case_lines.for_reader(turn.service, found.case, found.member)
    zone = case_lines.zone_of(service, found.case)
    lines = case_lines.words_lines(service, turn.language, entries, zone, limit=None)
    view = await view_of(turn.tx, found.case)
    lines += await note_lines(turn.tx, service, turn.language, found.case, view)
    text = "\n".join(lines).strip() or turn.say("case-no-words")
    handed_out.words(turn.tx, turn.service, found.case, turn.address.id, text)


async def on_pin_asked(turn: Turn, found: OnCase) -> None:
    """*On a map*: the newest place that was shared, drawn by the messenger; no map service learns of it."""
    place = newest_place(await said.everything(turn.tx, found.case))
    if place is None:
        turn.reply("pin-none")
        return
    handed_out.pin(turn.tx, turn.service, found.case, turn.address.id, place)


async def on_history_asked(turn: Turn, found: OnCase) -> None:
    """*History*: who was asked, who took it, who opened it, when and why."""
    number, at = found.case.id, turn.address.id
    card = await tracking.renew(turn.tx, history.CARD, number, at, Lane.REPLY, case_id=number)
    turn.tx.cards.put(replace(card, page=history.NEWEST))


async def on_files_asked(turn: Turn, found: OnCase) -> None:
    """The photos, voices and documents of a case, to whoever accepted it; to a coordinator what was spoken."""
    entries = files_for(found.member, found.case, await said.everything(turn.tx, found.case))
    if not entries:
        turn.reply("files-owner-only")
        return
    if not has(found.case, found.member.id):
        await timeline.append(turn.tx, found.case.id, found.member.id, Line.LISTENED, {})
    turn.reply("files-care")
    zone = case_lines.zone_of(turn.service, found.case)
    for number, one in enumerate(await file_lines.sent(turn.tx, entries), start=1):
        caption = file_lines.caption(turn.service, turn.language, zone, number, one)
        if why := await file_lines.why_not(turn.tx, turn.service, one, turn.address, turn.language):
            handed_out.words(turn.tx, turn.service, found.case, turn.address.id, f"{caption}\n{why}")
            continue
        kept = one.row.id if one.row is not None else None
        if one.file.kind in WITHOUT_CAPTION:
            handed_out.words(turn.tx, turn.service, found.case, turn.address.id, caption)
            caption = ""
        key = handed_out.new_key(turn.tx, found.case)
        refused = turn.say("file-refused")
        sending.file(
            turn.tx, turn.address.id, one.file, caption, key, kept=kept, number=number, if_refused=refused
        )


async def on_muting(turn: Turn, found: OnCase) -> None:
    """*Mute*: a coordinator's act, with an end. The person's words are kept; they get one bland sentence."""
    until = turn.now + MUTED_FOR
    await _mute(turn, found.case, until)
    details = {"until": until.isoformat()}
    await timeline.append(turn.tx, found.case.id, found.member.id, Line.MUTED, details)
    turn.reply("muted", ((Button(turn.say("button-unmute"), f"unmute:{found.case.id}"),),))


async def on_unmuted(turn: Turn, found: OnCase) -> None:
    """The mute ends early."""
    await _mute(turn, found.case, None)
    await timeline.append(turn.tx, found.case.id, found.member.id, Line.UNMUTED, {})
    turn.reply_in_place("unmuted")


async def _mute(turn: Turn, case: Case, until: datetime | None) -> None:
    for report in await turn.tx.reports.by(case_id=case.id):
        guests = await turn.tx.guests.by(report_id=report.id)
        for address_id in (report.address_id, *(guest.address_id for guest in guests)):
            address = await turn.tx.addresses.get(address_id)
            if address is None:
                continue
            turn.tx.addresses.put(replace(address, muted_until=until))
    await tracking.touch_case(turn.tx, case.id)
