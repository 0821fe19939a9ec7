"""What people press about themselves: their report, phone, check-in; members also their duty and their place here."""

from typing import Any

from handlers.arguments import plain_text
from handlers.checkin import new_checkin as checkin
from handlers.checkin import running_checkin, signs
from handlers.drill import drill_offers
from handlers.drill import drill_start as drill
from handlers.duty import example_alert, own_duty, shift_changes, swaps
from handlers.emergency import bot_replacement
from handlers.hiding import hide_chat
from handlers.hiding import hiding_settings as hide_when_closed
from handlers.joining import leaving, own_addresses, start_links
from handlers.lookup import lookup_or_report
from handlers.permission import Actor
from handlers.practice import practice_form as practice
from handlers.practice import practice_offers
from handlers.proceedings import hearing_calendar
from handlers.reporting import (
    a_question,
    chat_transfer,
    consent_questions,
    drafts,
    everyday_words,
    information,
    later_answers,
    lawyer_of_their_own,
    message_reassignment,
    message_routing,
    report_choice,
    reports,
    said_to_be_out,
    sos,
    unreadable,
)
from handlers.routing import Route

BUTTONS: dict[str, Route[Any]] = {
    "hide": Route(hide_chat.on_hide_asked, Actor.ANYBODY, plain_text, in_mute=Actor.ANYBODY),
    "sos": Route(sos.on_sos, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "sees": Route(information.on_sees_asked, Actor.ANYBODY, plain_text),
    "settings": Route(hide_when_closed.on_settings_pressed, Actor.ANYBODY, plain_text),
    "later": Route(hide_when_closed.on_closing_choice, Actor.ANYBODY, plain_text),
    "rights": Route(information.on_rights_asked, Actor.ANYBODY, plain_text),
    "language": Route(everyday_words.on_language_chosen, Actor.ANYBODY, plain_text),
    "continue": Route(
        reports.on_continued, Actor.ANYBODY, drafts.own_draft, in_mute=Actor.NOBODY, unknown="draft-gone"
    ),
    "drop": Route(
        drafts.on_dropped, Actor.ANYBODY, drafts.own_draft, in_mute=Actor.NOBODY, unknown="draft-gone"
    ),
    "question": Route(
        a_question.on_said, Actor.ANYBODY, a_question.own_draft, in_mute=Actor.NOBODY, unknown="draft-gone"
    ),
    "out": Route(said_to_be_out.on_answered, Actor.ANYBODY, said_to_be_out.own_answer, in_mute=Actor.NOBODY),
    "after": Route(said_to_be_out.on_how, Actor.ANYBODY, said_to_be_out.own_answer, in_mute=Actor.NOBODY),
    "counsel": Route(
        lawyer_of_their_own.on_answered,
        Actor.ANYBODY,
        lawyer_of_their_own.own_answer,
        in_mute=Actor.NOBODY,
    ),
    "which": Route(report_choice.on_which, Actor.ANYBODY, report_choice.own_reports, in_mute=Actor.NOBODY),
    "new": Route(
        message_reassignment.on_new, Actor.ANYBODY, message_reassignment.own_words, in_mute=Actor.NOBODY
    ),
    "same": Route(
        message_reassignment.on_same, Actor.ANYBODY, message_reassignment.own_words, in_mute=Actor.NOBODY
    ),
    "consent": Route(
        consent_questions.on_answered, Actor.ANYBODY, consent_questions.own_answer, in_mute=Actor.NOBODY
    ),
    "unreadable": Route(unreadable.on_unreadable, Actor.ANYBODY, unreadable.own_report, in_mute=Actor.NOBODY),
    "report": Route(
        message_routing.on_report,
        Actor.MEMBER,
        message_routing.held_words,
        in_mute=Actor.NOBODY,
        unknown="jotted-gone",
    ),
    "answers": Route(
        later_answers.on_answer,
        Actor.ANYBODY,
        later_answers.own_question,
        in_mute=Actor.NOBODY,
        unknown="later-none",
    ),
    "move": Route(
        chat_transfer.on_transfer_answered, Actor.ANYBODY, chat_transfer.own_transfer, in_mute=Actor.NOBODY
    ),
    "checkin": Route(checkin.on_asked, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "fine": Route(
        running_checkin.on_fine,
        Actor.ANYBODY,
        running_checkin.own_checkin,
        in_mute=Actor.ANYBODY,
        unknown="checkin-none",
    ),
    "longer": Route(
        running_checkin.on_longer,
        Actor.ANYBODY,
        running_checkin.own_checkin,
        in_mute=Actor.ANYBODY,
        unknown="checkin-none",
    ),
    "well": Route(
        signs.on_answered, Actor.ANYBODY, signs.asked_of, in_mute=Actor.ANYBODY, unknown="checkin-none"
    ),
    "practice": Route(practice.on_pressed, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "drills": Route(practice_offers.on_drills_asked, Actor.MEMBER, practice_offers.drills_choice),
    "drill": Route(practice.on_answered, Actor.MEMBER, practice_offers.own_offer),
    "drilled": Route(drill.on_answered, Actor.MEMBER, drill_offers.own_offer, unknown="drill-over"),
    "duty": Route(own_duty.on_pressed, Actor.MEMBER, own_duty.pressed_act),
    "calendar": Route(hearing_calendar.on_calendar_asked, Actor.MEMBER, plain_text),
    "week": Route(shift_changes.on_week_pressed, Actor.MEMBER, shift_changes.pressed_week),
    "cannot": Route(swaps.on_cannot, Actor.MEMBER, swaps.coming_stint),
    "stint": Route(swaps.on_answered, Actor.MEMBER, swaps.own_stint),
    "swap": Route(swaps.on_taken, Actor.MEMBER, swaps.offered_stint),
    "gone": Route(
        lookup_or_report.on_gone,
        Actor.ANYBODY,
        lookup_or_report.own_lookup,
        in_mute=Actor.NOBODY,
        unknown="lookup-none",
    ),
    "join": Route(
        start_links.on_continued,
        Actor.ANYBODY,
        start_links.own_invitation,
        in_mute=Actor.NOBODY,
        unknown="invitation-gone",
    ),
    "successor": Route(bot_replacement.on_confirmed, Actor.MEMBER, bot_replacement.own_notice),
    "example": Route(example_alert.on_pressed, Actor.MEMBER, example_alert.pressed_button),
    "leave": Route(leaving.on_leave, Actor.MEMBER, leaving.leave_choice),
    "addresses": Route(
        own_addresses.on_pressed, Actor.MEMBER, own_addresses.address_press, unknown="address-gone"
    ),
}
