"""Something is happening, or may be, and no lawyer can be asked yet: a person sees it within a minute.

A minute after the first word that tells of it, however much is written meanwhile, the draft becomes a case that is the
coordinators': it stands on their board, is counted, is never wiped, and rings again until one of them has read it. An SOS
does so half a minute after the press, and with the first word that names no place.
Lawyers are asked as soon as a place is known, from the reporter's words or by a coordinator's button. Words of which
nobody knows whether they tell anything are shown to coordinators as a draft (drafts, core.intake.weight).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.turns import BURST
from core.conversation.everyday import is_unclear
from core.conversation.forms import Answer, Answers, AnswerSource, applying_answers
from core.conversation.step import FormStep
from core.incoming import FileKind, IncomingKind
from core.intake.court_told import court_told
from core.intake.cues import may_be_meant, read_clauses
from core.intake.unasked import told_worse
from core.intake.weight import Weight, is_idle, may_be_short_cry, weight_of
from core.model import Case, Entry, Report
from core.presentation import Presentation
from core.traffic import Timer
from core.understanding import Understood, names_police
from core.values import Place
from core.vocabulary import SOS, CaseState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import draft_card, sounds
from handlers.casework import case_opening, told_in_court
from handlers.forms import input_reading
from handlers.forms.dialogues import state_of
from handlers.forms.input_reading import read_turn, read_words
from handlers.forms.report_form import FORM, HAPPENING, may_be_urgent, may_concern_somebody
from handlers.reporting import drafts, receipt_codes
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage import draft_lines
from storage.transaction import Transaction

PAUSE = timedelta(seconds=45)  # after the first word that tells of it
LONGEST = timedelta(seconds=120)  # after the first word of all
SOS_WAIT = timedelta(seconds=30)  # after an SOS: so long a city or a pin may take
AGAIN = (5, 10, 20, 30)  # minutes until a case that no coordinator has read rings again; the last one stays
READ_ENTRIES = 30  # the first; coordinators read all
RECEIVED = {TaskKind.SUMMONS: "report-summons", TaskKind.VOICE: "report-voice"}  # what the reporter reads
OF_TODAY = timedelta(days=1)
TYPED = (IncomingKind.MESSAGE, IncomingKind.EDITED)
FOREIGN = "other"  # the language of a report that is in none of ours


async def wait_for_place(turn: Turn, report: Report, answers: Answers, step: FormStep) -> None:
    """Words or a mark told that something is happening, and no place yet; or a tap does, behind words shown already."""
    situation = answers.get("situation")
    happening = situation is not None and situation.value in HAPPENING
    heard = turn.incoming.kind is not IncomingKind.TAP or "urgent" in step.answered
    if not heard and happening:
        heard = bool(await draft_lines.all_lines(turn.tx, report.id))
    if heard and (happening or may_be_urgent(answers)):
        await _set_timer(turn, report, answers)


async def on_word(turn: Turn, report: Report, answers: Answers, said: str) -> None:
    """One more message, before anything is enough: somebody who still writes may still say what and where. ``said``: its
    words, with those just before them. What coordinators are rung about already needs no second card for it.
    """
    if report.case_id is not None:
        return
    await drafts.on_answered(turn, report)
    soon = await turn.tx.timers.get(draft_card.no_place_key(report.id)) is not None
    if not soon and _is_idle(turn, said):
        await drafts.show_to_coordinators(
            turn.tx, turn.service, report, draft_card.UNCLEAR, weight=Weight.IDLE
        )
    elif not soon and await drafts.is_rung_about(turn.tx, report):
        heard = _heard(turn)
        more = heard.happening or heard.summons or heard.foreign or turn.incoming.file is not None
        soon = (more and _is_for_a_person(turn, said)) or await _is_worse_now(turn, report)
    else:
        soon = soon or _is_for_a_person(turn, said)
    if soon:
        await _set_timer(turn, report, answers)


def wait_after_sos(turn: Turn, report: Report, waits: Timer | None) -> None:
    """An SOS was pressed, and no place is known. ``waits``: what it waited for before; pressed again it waits no longer."""
    due = turn.now + SOS_WAIT
    due = due if waits is None else min(due, waits.due_at)
    turn.tx.timers.put(Timer(draft_card.no_place_key(report.id), "no-place", due, report.id))


def is_sos(answers: Answers) -> bool:
    """Whether these are the answers of somebody who called for help."""
    urgent = answers.get("urgent")
    return urgent is not None and isinstance(urgent.value, tuple) and SOS in urgent.value


def _is_for_a_person(turn: Turn, said: str) -> bool:
    if turn.incoming.kind not in TYPED or _is_old(turn):
        return False
    file = turn.incoming.file
    if file is not None and not turn.incoming.text.strip():
        return file.kind is not FileKind.STICKER
    heard = _heard(turn)
    if heard.denied and may_be_meant(read_clauses(said, turn.service.cues)):
        return True
    known = heard.happening or heard.summons or heard.foreign or heard.situation is not None
    is_cry = is_unclear(heard, said) or may_be_short_cry(heard, said, turn.service.cues)
    is_cry = is_cry or bool(_worse(turn.service, said))
    return known or is_cry or _is_pressing(turn, said)


async def _is_worse_now(turn: Turn, report: Report) -> bool:
    """Whether worse is told than before: of each kind of news once in ten minutes."""
    told = () if _is_old(turn) else _worse(turn.service, turn.incoming.text)
    keys = [f"worse:{report.id}:{fact}" for fact in told]
    new = [key for key in keys if await turn.tx.timers.get(key) is None]
    for key in new:
        turn.tx.timers.put(Timer(key, "forget", turn.now + BURST, report.id))
    return bool(new)


def _worse(service: Service, said: str) -> tuple[str, ...]:
    return told_worse(said, service.heard, service.cues)


def _is_old(turn: Turn) -> bool:
    """Whether it is forwarded, and was written before today."""
    forwarded = turn.incoming.forwarded
    return forwarded is not None and turn.now - forwarded.at > OF_TODAY


def _is_idle(turn: Turn, said: str) -> bool:
    """Whether it is words that are invented or only a link."""
    if turn.incoming.kind not in TYPED or turn.incoming.file is not None:
        return False
    police = names_police(said, turn.service.heard)
    return is_idle(read_clauses(said, turn.service.cues), _heard(turn), names_police=police)


def _heard(turn: Turn) -> Understood:
    """What the words tell. What is forwarded claims nothing; that a person has to look at it, it may well tell."""
    if turn.incoming.forwarded is None:
        return read_turn(turn)
    return read_words(turn.service, turn.incoming.text, turn.now, turn.language)


def _is_pressing(turn: Turn, said: str) -> bool:
    """Whether a hearing is within a day, or there is no lawyer for it."""
    service, zone = turn.service, turn.service.zone
    told = court_told(said, service.heard, service.cues, turn.now, zone, turn.language)
    return told_in_court.is_pressing(told, zone, turn.now)


def settle(tx: Transaction, report: Report) -> None:
    """It was enough: those who are to be asked about the case are asked."""
    tx.timers.remove(draft_card.no_place_key(report.id))


async def _set_timer(turn: Turn, report: Report, answers: Answers) -> None:
    """Nothing that is said later puts it off."""
    key = draft_card.no_place_key(report.id)
    before = await turn.tx.timers.get(key)
    due = max(turn.now, min(turn.now + PAUSE, report.created_at + LONGEST))
    if is_sos(answers):
        if turn.incoming.kind is IncomingKind.TAP:
            return
        due = turn.now
    due = due if before is None else min(due, before.due_at)
    turn.tx.timers.put(Timer(key, "no-place", due, report.id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said what or where: coordinators read the words. Then until one of them has, they are asked again."""
    report = await tx.reports.get(timer.subject_id)
    if report is None or report.state is ReportState.EXPIRED:
        return
    if report.case_id is not None:
        await _ring_again(tx, service, report, await tx.cases.get(report.case_id), timer)
        return
    found = await tx.dialogues.by(form=FORM.name, subject_id=report.id)
    answers = applying_answers(FORM, state_of(found[-1]).answers) if found else {}
    ask = _task_kind(service, answers, await tx.entries.oldest(READ_ENTRIES, report_id=report.id), report)
    if ask is not None:
        await _open_case(tx, service, report, answers, ask)
    elif "situation" not in answers or answers["situation"].value == "trial" or may_concern_somebody(answers):
        # Nobody knows whether it tells anything: half of what the bot cannot read is a cry.
        said = input_reading.readable(await tx.entries.oldest(READ_ENTRIES, report_id=report.id))
        weight = await _weight(tx, service, report, said)
        is_worse = any(_worse(service, str(entry.payload.get("text", ""))) for entry in said)
        await drafts.show_to_coordinators(
            tx, service, report, draft_card.UNCLEAR, weight=weight, is_worse=is_worse and weight > Weight.IDLE
        )


async def _weight(tx: Transaction, service: Service, report: Report, said: Sequence[Entry]) -> Weight:
    """The greatest of all that was written; what its writer calls a question is one, unless it has a sign of need."""
    is_question = await tx.timers.get(draft_card.question_key(report.id)) is not None
    found = [Weight.IDLE]
    for entry in said:
        text = str(entry.payload.get("text", ""))
        if text and entry.kind == "words":
            told = read_words(service, text, entry.at, report.language)
            police = names_police(text, service.heard)
            clauses = read_clauses(text, service.cues)
            found.append(weight_of(clauses, told, names_police=police, is_question=is_question))
            found += [Weight.POSSIBLE] * bool(is_question and _worse(service, text))
    return max(found) if len(found) > 1 else Weight.POSSIBLE


def _task_kind(service: Service, answers: Answers, said: Sequence[Entry], report: Report) -> TaskKind | None:
    """What coordinators are asked about it; None if nobody knows whether it tells anything."""
    own = input_reading.readable([entry for entry in said if "forwarded" not in entry.payload])
    words = [(str(text), e.at) for e in own if (text := e.payload.get("text"))]
    heard = [(read_words(service, text, at, report.language), text) for text, at in words]
    situation = answers.get("situation")
    if situation is not None and situation.value == "summons":
        return TaskKind.SUMMONS
    if any(entry.payload.get("file") for entry in own) and not any(
        _tells_of_file(*heard_words) for heard_words in heard
    ):
        return TaskKind.VOICE
    happening = situation is not None and situation.value in HAPPENING
    told = happening or may_be_urgent(answers) or any(reading.happening for reading, _ in heard)
    if told or _is_in_court(service, words, report):
        return TaskKind.UNCLEAR if "place" in answers else TaskKind.NO_PLACE
    return TaskKind.LANGUAGE if any(reading.foreign for reading, _ in heard) else None


def _is_in_court(service: Service, words: Sequence[tuple[str, datetime]], report: Report) -> bool:
    told = (
        (court_told(text, service.heard, service.cues, at, service.zone, report.language), at)
        for text, at in words
    )
    return any(told_in_court.is_pressing(found, service.zone, at) for found, at in told)


def _tells_of_file(heard: Understood, text: str) -> bool:
    """Whether words beside a file say anything of it: "thanks" and "any news?" do not."""
    known = heard.situation or heard.happening or heard.summons or heard.foreign or heard.alarms
    return bool(known or heard.denied) or is_unclear(heard, text)


async def _open_case(
    tx: Transaction, service: Service, report: Report, answers: Answers, ask: TaskKind
) -> None:
    address = await tx.addresses.get(report.address_id)
    if address is None:
        return
    turn = turn_of(tx, service, address)
    assumed = {
        "situation": Answer("other", AnswerSource.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), AnswerSource.IMPLIED, tx.now),
    }
    if ask is TaskKind.LANGUAGE:
        report = replace(report, language=FOREIGN)
    report, code = await receipt_codes.give_code(turn, report)
    case = await case_opening.open_case(turn, report, {**assumed, **answers}, ask=ask)
    if ask is not TaskKind.SUMMONS:
        tx.timers.put(
            Timer(
                draft_card.no_place_key(report.id),
                "no-place",
                tx.now + timedelta(minutes=AGAIN[0]),
                report.id,
            )
        )
    if address.silenced_at is None and case.state is CaseState.OPEN:
        key = RECEIVED.get(ask, "report-without-place" if case.region is None else "report-unread")
        turn.show(Presentation(service.with_other_ways(turn.language, turn.say(key, code=code))))


async def _ring_again(
    tx: Transaction, service: Service, report: Report, case: Case | None, timer: Timer
) -> None:
    if case is None or case.state is not CaseState.OPEN or case.alerting:
        return
    if await tx.cards.by(subject="case", subject_id=case.id):
        return  # a coordinator has opened it
    kinds = (TaskKind.NO_PLACE, TaskKind.UNCLEAR, TaskKind.VOICE, TaskKind.LANGUAGE)
    asked = [kind for kind in kinds if await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id)]
    quietly = await tx.timers.get(sounds.RANG_AGAIN) is not None
    for kind in asked:
        await tasks.ask_coordinators(tx, service, case, kind, again=True, quietly=quietly)
        for card in await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id):
            sounds.note_rung_again(tx, card)
    if not asked:  # it stands on the one card of a chat that reports very much
        await tasks.put_chat(tx, service, case, report.address_id, TaskKind.NO_PLACE)
    tx.timers.put(Timer(timer.key, "no-place", _next_time(tx, case.opened_at), timer.subject_id))


def _next_time(tx: Transaction, since: datetime) -> datetime:
    """Later each time."""
    waited = (tx.now - since) / timedelta(minutes=1)
    return tx.now + timedelta(minutes=next((minutes for minutes in AGAIN if minutes > waited), AGAIN[-1]))
