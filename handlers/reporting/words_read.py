"""A coordinator reads words of which no case was made, and says what becomes of them. No reason is asked; every reading is a
line that the other coordinators see (storage.draft_lines). Who has not read them decides nothing: the press reads.
"""

from msgspec import Struct
from msgspec.structs import replace

from core import unread
from core.casework.ownership import has_case
from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import StepOutcome
from core.model import Dialogue, Member, Report
from core.presentation import utf16_length
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Timer
from core.unread import Act
from core.vocabulary import DialogueState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import case_lines, draft_card, live_cards, unread_card
from handlers.casework import disclosure, relay
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, change_nothing, keep_nothing
from handlers.outbox import sending
from handlers.people.addresses import may_be_answered
from handlers.people.readers import language_of
from handlers.reporting import drafts, reports
from handlers.turn import Turn, id_in
from storage import draft_lines, timeline

FORM = Form(
    "answering", (Question("words", AnswerKind.WORDS, required=True),), lambda values: "words" in values
)


class OnDraft(Struct, frozen=True):
    """``member`` is the actor, a coordinator; ``word`` stands behind the number of the report: a place, or nothing."""

    member: Member
    report: Report
    word: str


async def draft(turn: Turn, argument: str) -> OnDraft | None:
    """``number`` or ``number:word``: the report of that number, to a coordinator."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    if turn.coordinator is None or report is None:
        return None
    return OnDraft(turn.coordinator, report, word)


async def on_read(turn: Turn, found: OnDraft) -> None:
    """*Read*: all words in place, in this coordinator's copy."""
    if await _is_draft(turn, found.report):
        await _read(turn, found)


async def has_read(turn: Turn, found: OnDraft) -> bool:
    """Whether the words are still there and this coordinator has read them; else they are shown now, and nothing follows."""
    if not await _is_draft(turn, found.report):
        return False
    if found.member.id in unread.readers(await draft_lines.all_lines(turn.tx, found.report.id)):
        return True
    await _read(turn, found)
    return False


async def _is_draft(turn: Turn, report: Report) -> bool:
    if report.state is ReportState.DRAFT and report.case_id is None:
        return True
    if report.case_id is None:
        turn.reply("draft-wiped")
    else:
        await draft_card.touch(turn.tx, report.id)
        turn.show(await draft_card.of_case(turn.tx, turn.service, turn.language, report))
    return False


async def _read(turn: Turn, found: OnDraft) -> None:
    tx, report, here = turn.tx, found.report, turn.address.id
    alone = len(await unread_card.all_unclear(tx)) == 1
    await drafts.has_read(tx, turn.service, report, found.member)
    pressed = await tx.cards.by(address_id=here, message_id=turn.incoming.message_id)
    own = [card for card in pressed if _is_of(card, report)]
    if own:
        live_cards.touch_at_once(tx, own[0])
    elif pressed and pressed[0].subject == unread_card.CARD and alone:
        for old in await tx.cards.by(subject=draft_card.CARDS[draft_card.UNCLEAR], subject_id=report.id):
            if old.address_id == here:
                tx.cards.remove(old.id)
        subject = draft_card.CARDS[draft_card.UNCLEAR]
        live_cards.touch_at_once(tx, replace(pressed[0], subject=subject, subject_id=report.id, page=0))
    else:
        await live_cards.renew(tx, draft_card.CARDS[draft_card.UNCLEAR], report.id, here, Lane.REPLY)
    await _hand_out(turn, report)


def _is_of(card: Card, report: Report) -> bool:
    return card.subject in draft_card.CARDS.values() and card.subject_id == report.id


async def _hand_out(turn: Turn, report: Report) -> None:
    """What a card has no room for, in as many messages as it needs."""
    said = await turn.tx.entries.by(report_id=report.id)
    zone = turn.service.zone
    text = "\n".join(case_lines.words_lines(turn.service, turn.language, said, zone)).strip()
    if utf16_length(text) > turn.service.everywhere.text - draft_card.HEAD:
        disclosure.draft_words(turn.tx, turn.service, report.id, turn.address.id, text)


async def on_cities(turn: Turn, found: OnDraft) -> None:
    """*Another city*: all that there are buttons for."""
    if await has_read(turn, found):
        for card in await turn.tx.cards.by(address_id=turn.address.id, message_id=turn.incoming.message_id):
            if _is_of(card, found.report):
                live_cards.touch_at_once(turn.tx, replace(card, chosen=draft_card.CITIES))


async def on_not_ours(turn: Turn, found: OnDraft) -> None:
    """*Not for us*: nothing follows, and the words go a day after they were read."""
    if await has_read(turn, found):
        await draft_lines.append(turn.tx, found.report.id, found.member.id, Act.NOT_OURS)
        await draft_card.touch(turn.tx, found.report.id)


async def on_answer(turn: Turn, found: OnDraft) -> None:
    """*Answer*: what is written next goes to the writer of the words."""
    if await has_read(turn, found):
        dialogue = await dialogues.begin(turn, ANSWERING, found.report.id)
        await dialogues.ask_question(turn, ANSWERING, dialogue)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """It is sent, if nobody else may be reading there; the member who sent it hears when there is an answer."""
    given = state_of(dialogue).answers.get("words")
    turn.tx.dialogues.remove(dialogue.id)
    report = await turn.tx.reports.get(dialogue.subject_id)
    member = await _who_answers(turn, report) if report is not None else None
    if given is None or report is None or member is None:
        turn.reply("answering-cancelled")
        return
    words = (turn.incoming.typed or turn.incoming.text).strip()
    if turn.incoming.file is not None or not words:
        turn.reply("answering-words-only")
    elif not await may_be_answered(turn.tx, report):
        turn.reply("answering-nobody")
    else:
        await _send(turn, report, member, words)
        turn.reply("answering-sent")


async def _who_answers(turn: Turn, report: Report) -> Member | None:
    """The actor: a coordinator, or a lawyer who has the case of this report."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    holds = turn.active is not None and case is not None and has_case(case, turn.active.id)
    return turn.active if holds else turn.coordinator


async def _send(turn: Turn, report: Report, member: Member, words: str) -> None:
    tx = turn.tx
    language = await language_of(tx, turn.service, report.address_id)
    shown = relay.relayed(turn.service, language, report, words, "relay-answer")
    sending.send_message(tx, turn.service, report.address_id, shown)
    relay.wait_for(tx, report, member)
    if report.case_id is not None:
        await timeline.append(tx, report.case_id, member.id, TimelineKind.ASKED_BACK, {})
        if (case := await tx.cases.get(report.case_id)) is not None:
            await tasks.settle(tx, turn.service, case, TaskKind.QUESTION)
        return
    await draft_lines.append(tx, report.id, member.id, Act.ANSWERED)
    await _take_up(turn, report)
    await draft_card.touch(tx, report.id)


async def _take_up(turn: Turn, report: Report) -> None:
    """The next words from there belong to the draft, unless another form has been begun."""
    dialogue = await reports.dialogue_of(turn, report.id)
    others = await turn.tx.dialogues.by(address_id=report.address_id, state=DialogueState.OPEN)
    if dialogue is None or any(other.id != dialogue.id for other in others):
        return
    turn.tx.dialogues.put(replace(dialogue, state=DialogueState.OPEN, updated_at=turn.now))
    due = turn.now + relay.WAITS
    turn.tx.timers.put(Timer(dialogues.timer_key(dialogue), reports.REPORT.left, due, dialogue.id))


ANSWERING = FormBehaviour(
    FORM, "reason", Interrupts.STRANGERS, keep_nothing, change_nothing, _on_ended, reviewed=False
)
