"""How things stand when a message comes, loaded for core.intake.decide: what everybody asks for in bulk (dispatch.prefetch),
and what costs a statement only where the words can need it.
"""

from collections.abc import Mapping

from core.conversation.typed_shortcuts import TypedControl
from core.intake.message import ReadMessage
from core.intake.stages.beginning import LOOKED_FOR
from core.intake.stages.turn import LEFT, is_report, tells_of_visit
from core.intake.standing import (
    AskingForm,
    GuestOf,
    HeldCase,
    KnownReport,
    Observed,
    Standing,
    Waiting,
    WaitingCheckIn,
    WrittenHearing,
)
from core.records.door_lists import DoorList
from core.records.lookups import LookUp
from core.understanding.seeking import LOOK_UP
from core.understanding.situations import GOING_ON, understand_situation
from core.vocabulary import ReportState, Role
from handlers.cards import case_lines
from handlers.casework import case_references, names_put_right, notes
from handlers.casework.past_cases import last_case
from handlers.checkin import missed_checkin, running_checkin, signs
from handlers.door import lists as door_lists
from handlers.door import told_lists
from handlers.forms import dialogues
from handlers.forms.form_behaviour import Interrupts, OpenForm
from handlers.intake.prompts import PromptRoute, waiting_prompts
from handlers.joining import roster_file
from handlers.lookup import lookup_or_report, waiting_lookups
from handlers.people.membership import held_cases
from handlers.proceedings import typed_hearings
from handlers.reporting import (
    code_entry,
    consent_withdrawals,
    guests,
    known_reports,
    message_routing,
    report_choice,
    reports,
    said_to_be_out,
)
from handlers.turn import Turn
from handlers.visits import observations, typed_words


async def standing_of(
    turn: Turn, message: ReadMessage, opened: OpenForm | None, prompts: Mapping[str, PromptRoute]
) -> Standing:
    """All that decides about the message beside its words."""
    is_file, member, is_free = message.incoming.file is not None, turn.active, opened is None
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    known = await known_reports.own_reports(turn)
    held, door_list = await _held(turn, message), await _door_list(turn, message)
    is_list = (
        door_list is not None and "\n" in message.typed.strip()
    )  # names with remarks, for the list that is open
    changed = message.read.changed_mind and not message.read.forbids and member is None
    return Standing(
        turn.now,
        member=member,
        is_administrator=turn.is_administrator,
        asking=_asking(turn, opened) if opened is not None else None,
        prompts=await waiting_prompts(turn, message, opened, prompts),
        awaits_roster=is_file and turn.is_administrator and await roster_file.is_awaited(turn),
        names_case=await case_references.named_case(turn, opened) is not None,
        code=await code_entry.code_said(turn, opened),
        allowed=await consent_withdrawals.allowed_uses(turn) if changed else frozenset(),
        reports=known,
        form_report=await _form_report(turn, opened, known),
        report_question=reports.question_beside(opened),
        guest=await _guest(turn),
        checkin=await _checkin(turn, message),
        door_list=door_list,
        told_list=await _told_list(turn),
        lookups=await _lookups(turn, message, opened),
        seeks_own=message.read.seeks == LOOK_UP
        and await lookup_or_report.seeks_own(turn, message.read.sought),
        waiting=await _waiting(turn, opened),
        askable=await said_to_be_out.askable_reports(turn, mine),
        held=held,
        is_without_case=not held and not is_list and await _is_without_case(turn, message, opened),
        written=await _written(turn, message) if is_free else None,
        observed=await _observed(turn, message) if is_free else None,
        has_newer_case=await _has_newer_case(turn, opened),
        renamed=await names_put_right.find_renamed(turn, message.typed)
        if is_free and message.is_typed
        else None,
        writes_notes=is_free and member is not None and await notes.writes_notes(turn, member),
        coded=turn.coded,
    )


def _asking(turn: Turn, opened: OpenForm) -> AskingForm:
    follow = opened.follow
    return AskingForm(
        follow.form,
        dialogues.state_of(opened.dialogue),
        opened.dialogue,
        lets_go=follow.lets_go(turn),
        hears_cries=follow.happenings is Interrupts.NOBODYS,
        hears_codes=follow.hears_codes,
        hears_everyday=follow.hears_everyday,
    )


async def _form_report(
    turn: Turn, opened: OpenForm | None, known: tuple[KnownReport, ...]
) -> KnownReport | None:
    if opened is None or not opened.follow.hears_everyday:
        return None
    for own in known:
        if own.id == opened.dialogue.subject_id:
            return own
    report = await turn.tx.reports.get(opened.dialogue.subject_id)
    return await known_reports.known_report(turn, report) if report is not None else None


async def _guest(turn: Turn) -> GuestOf | None:
    came = await guests.current_guest_of(turn)
    return GuestOf(came[0], await known_reports.known_report(turn, came[1])) if came is not None else None


async def _checkin(turn: Turn, message: ReadMessage) -> WaitingCheckIn | None:
    checkin = await running_checkin.latest_of_chat(turn.tx, turn.address.id)
    if checkin is None or await missed_checkin.is_closed(turn.tx, checkin):
        return None
    asked = message.control is TypedControl.NO and await signs.is_asked(turn.tx, checkin)
    return WaitingCheckIn(checkin, asked)


async def _door_list(turn: Turn, message: ReadMessage) -> DoorList | None:
    brings = turn.active is not None and (message.whole or message.incoming.file is not None)
    return await door_lists.current_list(turn.tx, turn.active) if brings and turn.active else None


async def _told_list(turn: Turn) -> DoorList | None:
    return await told_lists.told_list_of(turn.tx, turn.address) if turn.active is None else None


async def _waiting(turn: Turn, opened: OpenForm | None) -> Waiting | None:
    mine = await message_routing.among_others(turn, opened)
    return await report_choice.waiting_words(turn, mine) if len(mine) > 1 else None


async def _lookups(turn: Turn, message: ReadMessage, opened: OpenForm | None) -> tuple[LookUp, ...]:
    """Those to which something can be added still."""
    is_other = opened is not None and opened.follow.form.name != LOOKED_FOR
    if is_other or turn.active is not None or not message.text.strip():
        return ()
    waiting = await waiting_lookups.of_account(turn.tx, turn.address.id)
    return tuple([each for each in waiting if await turn.tx.dialogues.get(each.dialogue_id) is not None])


async def _held(turn: Turn, message: ReadMessage) -> tuple[HeldCase, ...]:
    if turn.active is None or not message.is_typed or not tells_of_visit(message, turn.now):
        return ()
    return await typed_words.held_now(turn, turn.active, message.typed)


async def _is_without_case(turn: Turn, message: ReadMessage, opened: OpenForm | None) -> bool:
    """Whether a lawyer's words want a person, and no case of theirs has room for them."""
    member = turn.active
    if member is None or member.role is not Role.LAWYER or not message.is_typed or not message.text.strip():
        return False
    told = message.told_by_member(turn.now, message.setting.zone)
    reported = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)
    happens = understand_situation(message.text, turn.service.heard) in GOING_ON
    in_form = opened is not None  # what else is told is told there
    wants = told.is_grave or (not in_form and (told.many or (happens and not reported)))
    return bool(wants) and not await held_cases(turn.tx, member) and await last_case(turn.tx, member) is None


async def _has_newer_case(turn: Turn, opened: OpenForm | None) -> bool:
    member = turn.active
    if opened is None or member is None or not is_report(opened.follow.form.name):
        return False
    asked = opened.dialogue.updated_at
    cases = await held_cases(turn.tx, member)
    return any(turn.now - asked >= LEFT or (case.accepted_at or asked) > asked for case in cases)


async def _written(turn: Turn, message: ReadMessage) -> WrittenHearing | None:
    if turn.active is None or not message.is_typed:
        return None
    told = message.tells_of_court(turn.now, turn.service.zone)
    if not told.court and told.time is None:
        return None
    return await typed_hearings.written_hearing(turn, corrected=told.corrects)


async def _observed(turn: Turn, message: ReadMessage) -> Observed | None:
    asked = await observations.waiting_question(turn) if turn.active is not None else None
    if asked is None or not message.is_typed:
        return None
    return Observed(asked.what, case_lines.zone_of(turn.service, asked.case))
