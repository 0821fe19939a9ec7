"""What the buttons on a case do that are no answer to an offer: open it with a reason, take it, ask lawyers, mute it, say
where it is (lawyers there are asked at once), write down who is ringing and who was rung.

A member who sees a case whole may also code the act, read all words, have files sent, and say that a clock's end was seen.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.casework.ownership import has_case
from core.casework.transitions import ringing_key
from core.model import Case
from core.presentation import Button, Presentation, in_button_rows
from core.sent_files import WITHOUT_CAPTION
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.values import Place
from core.vocabulary import ACTS, CaseState, Role, TaskKind
from handlers.alerting import escalation, owner_activity, second_lawyer, tasks
from handlers.arguments import OnCase, OnOffer, OnPlace
from handlers.cards import case_lines, history, live_cards, merged_case, task_card, words_and_files
from handlers.cards.case_buttons import BRIEF, OF_CASES, WHOLE, newest_place
from handlers.cards.case_loading import view_of
from handlers.cards.words_and_files import NOTES_SHOWN, files_for_reader, note_lines
from handlers.casework import disclosure, elsewhere, facts, lifecycle, opened_cases
from handlers.clocks.clock_warnings import redraw_cards
from handlers.outbox import sending
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction


async def on_clock_seen(turn: Turn, found: OnCase) -> None:
    """*Seen*: answered, by whom and when."""
    for mark in await turn.tx.clock_marks.by(case_id=found.case.id):
        if mark.goes_on and mark.answered_at is None:
            turn.tx.clock_marks.put(replace(mark, answered_at=turn.now, answered_by=found.member.id))
    if found.case.owner_id == found.member.id:
        await owner_activity.note_sign(turn.tx, turn.service, found.case)
    await live_cards.touch_case(turn.tx, found.case.id)
    await redraw_cards(turn.tx, found.case)


MUTED_FOR = timedelta(hours=24)


async def on_open_asked(turn: Turn, found: OnCase) -> None:
    """*Open*, or its code: an owner sees the case; a coordinator is asked for a reason first, which the timeline keeps."""
    case, member = found.case, found.member
    if not has_case(case, member.id):
        await opened_cases.ask_reason(turn, case)
        return
    for alert in await turn.tx.alerts.by(case_id=case.id):
        if alert.member_id == member.id:
            await live_cards.renew(turn.tx, "alert", alert.id, turn.address.id, Lane.REPLY, case_id=case.id)


LESS = "less"


async def on_whole(turn: Turn, found: OnCase) -> None:
    """*More…*, or *Less*, on the card of a case."""
    for card in await turn.tx.cards.by(case_id=found.case.id):
        if card.address_id == turn.address.id and card.subject in OF_CASES:
            chosen = BRIEF if found.word == LESS else WHOLE
            live_cards.touch_at_once(turn.tx, replace(card, chosen=chosen))


async def on_took(turn: Turn, found: OnCase) -> None:
    """*I take it*: a coordinator accepts a case that nobody has. That they do is the reason why they see it."""
    await lifecycle.take(turn.tx, turn.service, found.case, found.member, at=turn.address.id)


async def on_rung(turn: Turn, found: OnOffer) -> None:
    """*… takes it*: a coordinator rang somebody who was asked, and writes down their yes."""
    asked = await turn.tx.members.get(found.alert.member_id)
    if asked is None or asked.suspended_at is not None or asked.role is Role.ADMINISTRATOR:
        turn.reply("rung-gone", name=asked.name if asked is not None else "—")
        return
    await lifecycle.take(turn.tx, turn.service, found.case, asked, said_to=found.member.id)


async def on_lawyers_wanted(turn: Turn, found: OnCase) -> None:
    """*Ask lawyers*: for a record that woke nobody, or once more from the first step."""
    await lifecycle.ask_lawyers(turn.tx, turn.service, found.case, by=found.member)
    await tasks.settle(turn.tx, turn.service, found.case, TaskKind.OWN_LAWYER)


async def on_reopened(turn: Turn, found: OnCase) -> None:
    """*Open again*: it was closed by mistake, or it has begun again."""
    if is_stub(found.case):
        turn.reply(
            "case-is-stub", see=await merged_case.see_line(turn.tx, turn.service, turn.language, found.case)
        )
        return
    await lifecycle.reopen(turn.tx, turn.service, found.case, found.member)
    if not await turn.tx.cards.by(address_id=turn.address.id, message_id=turn.incoming.message_id):
        button = Button(turn.say("button-open"), f"open:{found.case.id}")  # a card draws itself again
        turn.reply_in_place("case-reopened", ((button,),), code=found.case.code)


async def on_coding(turn: Turn, found: OnCase) -> None:
    """*Code the act*: the kinds to choose from."""
    buttons = [Button(turn.say(f"act-{act}"), f"coded:{found.case.id}:{act}") for act in ACTS]
    rows = in_button_rows(buttons)
    turn.reply("act-which", rows, code=found.case.code)


async def on_coded(turn: Turn, found: OnCase) -> None:
    """The kind of act, coded by a member."""
    case, act = found.case, found.word
    await facts.record(
        turn.tx, turn.service, case, facts.member_claim(turn.tx, case, found.member, "act", act)
    )
    await timeline.append(turn.tx, case.id, found.member.id, TimelineKind.CODED, {"act": act})
    await live_cards.touch_case(turn.tx, case.id)
    turn.reply_in_place("act-coded", act=turn.say(f"act-{act}"), code=case.code)


async def on_still_held(turn: Turn, found: OnCase) -> None:
    """Called back: it is not over, and no false alarm."""
    case, member = found.case, found.member
    answers = [facts.member_claim(turn.tx, case, member, kind, "no") for kind in ("says_over", "says_false")]
    case = await facts.record(turn.tx, turn.service, case, *answers)
    await timeline.append(turn.tx, case.id, member.id, TimelineKind.STILL_HELD, {})
    await tasks.settle(turn.tx, turn.service, case, TaskKind.BETTER)
    await live_cards.touch_case(turn.tx, case.id)
    await escalation.go_on(turn.tx, turn.service, case, was_over=found.case.says_over)
    await second_lawyer.seek_if_wanted(turn.tx, turn.service, found.case, case)


async def on_words_asked(turn: Turn, found: OnCase) -> None:
    """All words of the reports and all notes, in as many messages as they need."""
    entries = await words_and_files.all_entries(turn.tx, found.case)
    service = case_lines.for_reader(turn.service, found.case, found.member)
    zone = case_lines.zone_of(service, found.case)
    lines = case_lines.words_lines(service, turn.language, entries, zone, limit=None)
    view = await view_of(turn.tx, found.case)
    lines += await note_lines(turn.tx, service, turn.language, found.case, view)
    text = "\n".join(lines).strip() or turn.say("case-no-words")
    disclosure.send_words(turn.tx, turn.service, found.case, turn.address.id, text)


async def on_notes_asked(turn: Turn, found: OnCase) -> None:
    """*Read* below an ask: what members wrote last, for a coordinator who need not open the case for it."""
    tx, service, view = turn.tx, turn.service, await view_of(turn.tx, found.case)
    lines = await note_lines(tx, service, turn.language, found.case, view, NOTES_SHOWN)
    await timeline.append(tx, found.case.id, found.member.id, TimelineKind.READ_NOTES, {})
    text = "\n".join((found.case.code, *lines[1:]))
    turn.show(Presentation(text, protect=True), key=disclosure.new_key(tx, None, fades=True))


async def on_pin_asked(turn: Turn, found: OnCase) -> None:
    """*On a map*: the newest place that was shared, drawn by the messenger; no map service learns of it."""
    place = newest_place(await words_and_files.all_entries(turn.tx, found.case))
    if place is None:
        turn.reply("pin-none")
        return
    disclosure.send_pin(turn.tx, turn.service, found.case, turn.address.id, place)


async def on_history_asked(turn: Turn, found: OnCase) -> None:
    """*History*: who was asked, who took it, who opened it, when and why."""
    number, at = found.case.id, turn.address.id
    card = await live_cards.renew(turn.tx, history.CARD, number, at, Lane.REPLY, case_id=number)
    turn.tx.cards.put(replace(card, page=history.NEWEST))


async def on_files_asked(turn: Turn, found: OnCase) -> None:
    """The photos, voices and documents of a case, for the member who accepted it; a coordinator gets what was spoken."""
    entries = files_for_reader(
        found.member, found.case, await words_and_files.all_entries(turn.tx, found.case)
    )
    if not entries:
        turn.reply("files-owner-only")
        return
    if not has_case(found.case, found.member.id):
        await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.LISTENED, {})
    turn.reply("files-care")
    zone = case_lines.zone_of(turn.service, found.case)
    for number, sent_file in enumerate(await words_and_files.sent_files(turn.tx, entries), start=1):
        caption = words_and_files.file_caption(turn.service, turn.language, zone, number, sent_file)
        if why := await words_and_files.why_unavailable(
            turn.tx, turn.service, sent_file, turn.address, turn.language
        ):
            disclosure.send_words(turn.tx, turn.service, found.case, turn.address.id, f"{caption}\n{why}")
            continue
        kept = sent_file.row.id if sent_file.row is not None else None
        if sent_file.file.kind in WITHOUT_CAPTION:
            disclosure.send_words(turn.tx, turn.service, found.case, turn.address.id, caption)
            caption = ""
        key = disclosure.new_key(turn.tx, found.case)
        refused = turn.say("file-refused")
        sending.send_file(
            turn.tx,
            turn.address.id,
            sent_file.file,
            caption,
            key,
            kept=kept,
            number=number,
            if_refused=refused,
        )


async def on_muting(turn: Turn, found: OnCase) -> None:
    """*Mute*: a coordinator's act, with an end. The person's words are kept; they get one bland sentence."""
    until = turn.now + MUTED_FOR
    await _mute_chats(turn, found.case, until)
    details = {"until": until.isoformat()}
    await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.MUTED, details)
    turn.reply("muted", ((Button(turn.say("button-unmute"), f"unmute:{found.case.id}"),),))


async def on_unmuted(turn: Turn, found: OnCase) -> None:
    """The mute ends early."""
    await _mute_chats(turn, found.case, None)
    await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.UNMUTED, {})
    turn.reply_in_place("unmuted")


async def _mute_chats(turn: Turn, case: Case, until: datetime | None) -> None:
    for report in await turn.tx.reports.by(case_id=case.id):
        guests = await turn.tx.guests.by(report_id=report.id)
        for address_id in (report.address_id, *(guest.address_id for guest in guests)):
            address = await turn.tx.addresses.get(address_id)
            if address is None:
                continue
            turn.tx.addresses.put(replace(address, muted_until=until))
    await live_cards.touch_case(turn.tx, case.id)


async def on_location_set(turn: Turn, found: OnPlace) -> None:
    """A place on the ask, or of two on the card: one that the words may mean, or a larger city. Lawyers there are asked, if
    nobody has it; of the other place they are not asked any more.
    """
    tx, gazetteer, case = turn.tx, turn.service.gazetteer, found.case
    city = found.place if found.place in gazetteer.cities else None
    where = Place(region=gazetteer.region_of(found.place), city=city)
    if found.place in (case.city, case.region):
        case = await elsewhere.take_back(tx, turn.service, case)
    known = tx.cases.put(replace(case, elsewhere=None))
    claim = facts.member_claim(tx, known, found.member, "place", where)
    case = await facts.record(tx, turn.service, known, claim)
    await timeline.append(tx, case.id, found.member.id, TimelineKind.PLACED, {"place": found.place})
    await tasks.settle(tx, turn.service, case, TaskKind.ELSEWHERE)
    await live_cards.touch_case(tx, case.id)
    if case.state is CaseState.OPEN:
        await lifecycle.ask_lawyers(tx, turn.service, case, by=found.member)
    elif case.region == found.case.region:
        await escalation.look(tx, turn.service, case)  # offers of a second place that nobody wants end


LASTS = timedelta(minutes=15)


async def on_ring_asked(turn: Turn, found: OnCase) -> None:
    """One case of the list of those that nobody has: whom to ring; or, pressed on that card, all who may say yes."""
    if found.word == task_card.EVERYBODY:
        turn.show(
            await task_card.who_takes_view(turn.tx, turn.service, turn.language, found.case, turn.address.id)
        )
        return
    await live_cards.renew(
        turn.tx, "ask-nobody", found.case.id, turn.address.id, Lane.REPLY, case_id=found.case.id
    )


async def on_missed_asked(turn: Turn, found: OnCase) -> None:
    """One of the list of missed check-ins: what is asked about it."""
    await live_cards.renew(
        turn.tx, "ask-check-in", found.case.id, turn.address.id, Lane.REPLY, case_id=found.case.id
    )


async def on_ringing(turn: Turn, found: OnCase) -> None:
    """*I am ringing*: the other coordinators see it, and their phones stay quiet about this case meanwhile."""
    turn.tx.timers.put(Timer(ringing_key(found.case.id), "ringing", turn.now + LASTS, found.member.id))
    await live_cards.touch_case(turn.tx, found.case.id)


async def on_ringing_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """After that time, a coordinator who is ringing says so again."""
    await live_cards.touch_case(tx, int(timer.key.rpartition("-")[2]))
