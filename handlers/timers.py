"""What happens when a timer of this kind comes due, and when it failed for good."""

from handlers.alerting import delivery, escalation, offering, pause, tasks
from handlers.alerting import unanswered as alerting_unanswered
from handlers.bulk import ticked_cases
from handlers.calls import incoming_calls, station_calls
from handlers.casework import (
    assignment,
    case_acts,
    case_holders,
    case_pairs,
    court_timers,
    disclosure,
    facts,
    interrogations,
    name_index,
    notes,
    offer_answers,
    opened_cases,
    still_yours,
)
from handlers.casework import later_questions as asking_later
from handlers.checkin import new_checkin as checkin
from handlers.checkin import running_checkin
from handlers.clocks import clock_warnings, recompute
from handlers.daily import digest, previews, upkeep
from handlers.desk import handover
from handlers.door import claims as door_writing
from handlers.door import unread_lists as door_waiting
from handlers.drill import drill_run as drilling
from handlers.drill import drill_start as drill
from handlers.duty import duty_reminders, own_duty, shift_changes, unconfirmed
from handlers.emergency import bot_replacement
from handlers.exporting import export_permits as export_asked
from handlers.forgetting import erasure_requests as forget
from handlers.forgetting import help_and_evidence
from handlers.forgetting import purge as forgetting
from handlers.forms import dialogues, held_words
from handlers.hiding import chat_clearing
from handlers.hiding import hiding_settings as hide_when_closed
from handlers.incidents import detection
from handlers.intake import unanswered
from handlers.interventions import answers_due as answers
from handlers.interventions import intervention_actions as intervention_form
from handlers.joining import application as joining
from handlers.joining import invitations as invited
from handlers.joining import link_code, roster_file
from handlers.lookup import lookup_form, waiting_lookups
from handlers.outbox import repeated_messages
from handlers.papers import paper_approval, paper_drafts, paper_questions
from handlers.practice import practice_run as practising
from handlers.proceedings import arrest_reminders, hearing_reminders, reported
from handlers.proceedings import proceeding_actions as proceeding_form
from handlers.reporting import (
    consent_questions,
    drafts,
    heard_at_once,
    lawyer_without_case,
    receipt_codes,
    report_choice,
    said_to_be_out,
    without_place,
)
from handlers.routing import TimerRoute
from handlers.setup import digest_channel, first_administrator
from handlers.visits import unplaced_words, visit_steps

TIMERS: dict[str, TimerRoute] = {
    "escalation": TimerRoute(escalation.on_escalation_due, on_parked=offer_answers.on_timer_parked),
    "returned": TimerRoute(delivery.on_heard_again),
    "check-in": TimerRoute(running_checkin.on_due),
    "check-in-left": TimerRoute(checkin.on_form_left),
    "practice": TimerRoute(practising.on_due),
    "look-up": TimerRoute(waiting_lookups.on_due),
    "look-up-answer": TimerRoute(lookup_form.on_answer_due),
    "look-up-left": TimerRoute(dialogues.on_left),
    "invitation": TimerRoute(invited.on_invitation_due),
    link_code.CODE_OVER: TimerRoute(link_code.on_code_over),
    "joining-left": TimerRoute(joining.on_form_left),
    digest_channel.KIND: TimerRoute(digest_channel.on_unchosen),
    first_administrator.KIND: TimerRoute(first_administrator.on_expired),
    "import-left": TimerRoute(roster_file.on_unconfirmed),
    "export-over": TimerRoute(roster_file.on_file_over),
    "look-up-wiped": TimerRoute(waiting_lookups.on_wipe_due),
    name_index.SAME_CASE: TimerRoute(case_pairs.on_comparison_due),
    "name-index": TimerRoute(name_index.on_rebuilding),
    "reminder": TimerRoute(offer_answers.on_reminder_due),
    door_waiting.LATE: TimerRoute(door_waiting.on_copied_late),
    "brought-left": TimerRoute(door_waiting.on_list_left),
    "brought-waits": TimerRoute(door_waiting.on_due),
    "brought-writing": TimerRoute(door_writing.on_due),
    "pause": TimerRoute(pause.on_due),
    "unheard": TimerRoute(alerting_unanswered.on_wait_over),
    "morning": TimerRoute(escalation.on_morning),
    offering.UNDELIVERED: TimerRoute(delivery.on_reach_due),
    "bell": TimerRoute(alerting_unanswered.on_delayed_sound),
    "hush": TimerRoute(tasks.on_hush_over),
    heard_at_once.KIND: TimerRoute(heard_at_once.on_minute_over),
    "ringing": TimerRoute(case_acts.on_ringing_over),
    "still-yours": TimerRoute(still_yours.on_due),
    "mine-unanswered": TimerRoute(still_yours.on_answer_due),
    handover.CARD: TimerRoute(handover.on_unaccepted),
    "handing": TimerRoute(assignment.on_due),
    "second-gone": TimerRoute(case_holders.on_second_gone),
    recompute.CLOCK_TIMER: TimerRoute(clock_warnings.on_clock_due),
    recompute.RECOMPUTE_TIMER: TimerRoute(recompute.on_due, wall_clock=recompute.schedule),
    "first-action": TimerRoute(offer_answers.on_first_action_due, on_parked=offer_answers.on_timer_parked),
    "inside": TimerRoute(visit_steps.on_leaving_due),
    "inside-unanswered": TimerRoute(visit_steps.on_unanswered),
    "consents": TimerRoute(consent_questions.on_due),
    "draft": TimerRoute(drafts.on_draft_due),
    "lapsed-station": TimerRoute(station_calls.on_lapsed),
    "again-station": TimerRoute(station_calls.on_call_again),
    "unopened-call": TimerRoute(incoming_calls.on_call_left),
    "reason": TimerRoute(opened_cases.on_left),
    "wipe": TimerRoute(drafts.on_wipe_due),
    drafts.UNREAD: TimerRoute(drafts.on_unread_due),
    "no-place": TimerRoute(without_place.on_due),
    unanswered.KIND: TimerRoute(unanswered.on_due),
    "which": TimerRoute(report_choice.on_which_due),
    "unhurried": TimerRoute(asking_later.on_due),
    "unhurried-left": TimerRoute(dialogues.on_left),
    said_to_be_out.KIND: TimerRoute(said_to_be_out.on_unanswered),
    "said-out-left": TimerRoute(dialogues.on_left),
    "hearing": TimerRoute(hearing_reminders.on_due),
    court_timers.NEAR: TimerRoute(reported.on_near),
    court_timers.ARREST: TimerRoute(arrest_reminders.on_due),
    court_timers.PROMISED: TimerRoute(arrest_reminders.on_promised_day),
    interrogations.KIND: TimerRoute(interrogations.on_due),
    **dict.fromkeys((answers.ANSWER, answers.OWED), TimerRoute(answers.on_answer_due)),
    "unmade-paper": TimerRoute(paper_drafts.on_draft_left),
    "unallowed-paper": TimerRoute(paper_approval.on_unanswered),
    "unanswered-paper": TimerRoute(paper_questions.on_question_left),
    "sending-left": TimerRoute(intervention_form.on_form_left),
    "typing-left": TimerRoute(proceeding_form.on_form_left),
    facts.SAME_EVENT: TimerRoute(detection.on_case_changed),
    "together-left": TimerRoute(dialogues.on_left),
    "missive-left": TimerRoute(dialogues.on_left),
    "missive-forgotten": TimerRoute(help_and_evidence.on_letter_left),
    "note": TimerRoute(notes.on_forgotten),
    held_words.UNPLACED: TimerRoute(unplaced_words.on_due),
    lawyer_without_case.KIND: TimerRoute(lawyer_without_case.on_due),
    ticked_cases.OVER: TimerRoute(ticked_cases.on_over),
    "copies": TimerRoute(repeated_messages.on_due),
    "fade": TimerRoute(disclosure.on_fading),
    "emptying": TimerRoute(chat_clearing.on_emptying_due),
    "wish": TimerRoute(hide_when_closed.on_hiding_due),
    "forget": TimerRoute(receipt_codes.on_forgotten),
    "tap-ends": TimerRoute(own_duty.on_tap_ending),
    "shifts-typed": TimerRoute(shift_changes.on_typing_over),
    "stints-unanswered": TimerRoute(unconfirmed.on_due),
    duty_reminders.EVENING_TIMER: TimerRoute(
        duty_reminders.on_evening, wall_clock=duty_reminders.schedule_evening
    ),
    duty_reminders.WEEK_TIMER: TimerRoute(duty_reminders.on_week, wall_clock=duty_reminders.schedule_week),
    bot_replacement.RECEIPTS: TimerRoute(bot_replacement.on_receipts_due),
    export_asked.PERMIT_OVER: TimerRoute(export_asked.on_permit_over),
    "digest": TimerRoute(digest.on_digest_due, wall_clock=digest.schedule),
    previews.SOON: TimerRoute(previews.on_preview_due),
    previews.OVER: TimerRoute(previews.on_day_over),
    "unexplained-left": TimerRoute(dialogues.on_left),
    forget.ERASURE: TimerRoute(forget.on_erasure_due),
    forgetting.FORGETTING: TimerRoute(
        forgetting.on_night_due, forgetting.on_piece_parked, forgetting.schedule_night, deletes=True
    ),
    forgetting.SINGLY: TimerRoute(forgetting.on_single_case_due),
    "withheld-left": TimerRoute(dialogues.on_left),
    "sentence-left": TimerRoute(dialogues.on_left),
    "drill": TimerRoute(drilling.on_due),
    drilling.UNHEARD: TimerRoute(drilling.on_unheard),
    "weekly-drill": TimerRoute(drill.on_weekly, wall_clock=drill.schedule),
    upkeep.AGED_PROGRAM: TimerRoute(upkeep.on_program_aged),
    "housekeeping": TimerRoute(
        upkeep.on_housekeeping_due, wall_clock=upkeep.schedule_housekeeping, deletes=True
    ),
    "chains": TimerRoute(upkeep.on_chains_due, wall_clock=upkeep.schedule_chains),
}
