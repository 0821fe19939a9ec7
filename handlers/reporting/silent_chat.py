"""What a silent chat says: stored, shown to the member who has the case, and answered with one bland sentence.

An open report takes the words as they are, unread: the phone may be in other hands, and no case is called off by them. It
becomes urgent; the member who has the case, and coordinators, hear that the phone is taken. Without an open report, a draft
takes the words, and coordinators see it again. If its person hid the chat, words that are enough open the case quietly; a
chat that a coordinator muted is left to the coordinators.
"""

from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerSource, answers_to_data, applying_answers, values_of
from core.conversation.keyboard import button_data
from core.incoming import IncomingKind
from core.model import Report
from core.timeline import TimelineKind
from core.understanding.later import good_news
from core.vocabulary import PHONE, DialogueState, ReportState
from handlers.cards import live_cards
from handlers.casework import case_opening
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import FORM
from handlers.outbox import sending
from handlers.reporting import code_entry, consent_withdrawals, drafts, guests, owner_updates, reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn
from storage import timeline

ENDS = ("delete", "wrong", "false")  # what is asked or said so that nobody comes
MARKED = button_data(FORM.name, "urgent", f"+{PHONE}")  # the button of the form that says it


async def mark_phone_taken(turn: Turn, report: Report) -> None:
    """It is urgent now, and the member who has the case reads that the phone is taken."""
    found = await turn.tx.dialogues.by(form=FORM.name, subject_id=report.id)
    question = FORM.question("urgent")
    if not found or question is None:
        return
    answers = dialogues.state_of(found[-1]).answers
    if question.applies(values_of(answers)):
        before = answers[question.name].value if question.name in answers else ()
        marked = {PHONE, *(before if isinstance(before, tuple) else ())}
        chosen = tuple(option for option in question.options if option in marked)
        answers = {**answers, question.name: Answer(chosen, AnswerSource.TAP, turn.now)}
        turn.tx.dialogues.put(replace(found[-1], answers=answers_to_data(answers)))
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await timeline.append(turn.tx, case.id, 0, TimelineKind.HIDDEN, {})
        await case_opening.follow_report(turn.tx, turn.service, case, report, applying_answers(FORM, answers))
        await live_cards.touch_case(turn.tx, case.id)
        await owner_updates.ring_of_phone(turn.tx, turn.service, case)


async def ring_if_perhaps_taken(turn: Turn) -> None:
    """A phone is being taken, perhaps this one: who has the cases of this chat, and coordinators, hear it at once."""
    tx = turn.tx
    for report in await tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN):
        case = await tx.cases.get(report.case_id) if report.case_id is not None else None
        if case is not None:
            await owner_updates.ring_of_phone(tx, turn.service, case)
    for draft in await tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await drafts.show_to_coordinators(tx, turn.service, draft, again=True)


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Anything from a silenced or muted chat."""
    if await code_entry.brings_back(turn):
        return
    await keep(turn)
    if turn.address.untrusted_since is None:
        turn.bland()


async def keep(turn: Turn) -> None:
    """In the open report, that of which this chat is a guest, or a draft."""
    mine = await reports.open_reports(turn)
    if mine:
        await entries.keep(turn, mine[-1].id)
        if mine[-1].case_id is not None:
            await live_cards.touch_case(turn.tx, mine[-1].case_id)
            if _is_in_other_hands(turn) and _are_words(turn):
                await owner_updates.ring_unread(turn.tx, turn.service, mine[-1])
            await consent_withdrawals.pass_on_from_silence(turn, mine[-1].case_id)
    elif not await _join_as_guest(turn):
        await _join_draft(turn)
    await _delete_what_was_under_way(turn)


def _is_in_other_hands(turn: Turn) -> bool:
    """Whether the chat is silent for that, and not because a coordinator muted it."""
    return turn.address.silenced_at is not None or turn.address.doubted_at is not None


def _are_words(turn: Turn) -> bool:
    """Whether it was written or sent, and is no press and no place that moves on."""
    kind = turn.incoming.kind
    moves = kind is IncomingKind.EDITED and turn.incoming.location is not None
    return kind in (IncomingKind.MESSAGE, IncomingKind.EDITED) and not moves


def is_left_unread(turn: Turn) -> bool:
    """Whether these words would end something: somebody else may be writing them."""
    text, heard = turn.incoming.text, turn.service.heard
    told = read_turn(turn)
    is_end = good_news(text, heard) is not None or told.situation == "over"
    return is_end or told.intent in ENDS or bool(told.forbids) or told.changed_mind


async def keep_unread(turn: Turn) -> None:
    """They stand on the card; who has the case, else coordinators, hear that there are some. Nothing else follows."""
    for report in (await reports.open_reports(turn))[-1:]:
        await entries.keep(turn, report.id)
        await owner_updates.ring_unread(turn.tx, turn.service, report)


async def _join_as_guest(turn: Turn) -> bool:
    """Whether the report of this chat has gone to another, and takes the words there."""
    guest = await guests.current_guest(turn)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    if guest is None or report is None or report.state is not ReportState.OPEN:
        return False
    if await guests.copied_untold(turn, guest, report):
        return False
    await guests.keep_words(turn, guest, report)
    return True


async def _join_draft(turn: Turn) -> None:
    """The newest draft, or a new one. Every word puts off its wiping and shows it again, unless it is a case now."""
    tx, address = turn.tx, turn.address
    hidden = address.silenced_at is not None or address.untrusted_since is not None
    found = await tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    draft = found[-1] if found else tx.reports.add(reports.new_report(turn))
    if hidden and turn.incoming.kind is IncomingKind.MESSAGE:
        await _read_into_draft(turn, draft)
    else:
        await entries.keep(turn, draft.id)
    draft = await tx.reports.get(draft.id) or draft
    if draft.state is ReportState.DRAFT:
        await drafts.show_to_coordinators(
            tx, turn.service, draft, again=hidden and turn.incoming.kind is not IncomingKind.TAP
        )


async def _read_into_draft(turn: Turn, draft: Report) -> None:
    dialogue = await reports.dialogue_of(turn, draft.id)
    if dialogue is None:
        begun = await dialogues.begin(turn, REPORT, draft.id)
        # Nothing is asked, and nothing offered back.
        dialogue = dialogues.finish(turn, begun, DialogueState.FINISHED)
    await dialogues.proceed(turn, REPORT, dialogue, quiet=True)


async def _delete_what_was_under_way(turn: Turn) -> None:
    """A message written before the chat was hidden and read after it."""
    incoming, hidden = turn.incoming, turn.address.silenced_at
    before = hidden is not None and incoming.sent_at is not None and incoming.sent_at <= hidden
    theirs = turn.service.abilities[turn.address.messenger].deletes_theirs
    if theirs and before and incoming.kind is IncomingKind.MESSAGE and incoming.message_id is not None:
        sending.delete_messages(turn.tx, turn.address.id, [incoming.message_id])
