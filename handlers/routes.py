"""The table of contents: what happens when. Every behaviour of the service is found from here.

COMMANDS   typed, in a private chat: what is done, who may, and what is read from the words behind it
BUTTONS    ``action:argument`` on inline buttons, likewise; form buttons are ``form/question:value`` and go to FORMS
FORMS      conversations and what follows from their answers
WORDS      what is done with a message that is no button and no command, by the row of core.intake.decide that takes it
PROMPTS    what was asked outside a form and waits for words: the newest that fits gets them
EVENTS     what happens without being asked for by a name: words, chats, sendings, the machine
TIMERS     what happens when a timer of this kind comes due, and when it failed for good
FILES      files that are read and not kept, by what they are for
LINES      what is said on the card of a case that somebody sees whole, and where
CARDS      how a card of this subject looks now

What a column means is said in handlers.routing. Who may do what, as tried: docs/develop/permissions.md.
"""

from functools import partial
from typing import Any

from core.casework.claim_kinds import VERIFICATIONS
from core.casework.follow_up_questions import QUESTIONS
from core.casework.interventions import InterventionKind as Sent
from core.casework.proceedings import ProceedingKind
from core.intake import prompts as waiting
from core.roster.spreadsheet import LARGEST_FILE
from core.timeline import VISITS
from core.vocabulary import ACTS, OUTCOMES, REASONS, TaskKind
from handlers import chats, commands, failures
from handlers.alerting import delivery, escalation, messenger_limits, offering, pause, tasks
from handlers.alerting import unanswered as alerting_unanswered
from handlers.arguments import (
    case,
    case_and_colleague,
    case_and_guest,
    case_and_person,
    case_and_place,
    case_and_words,
    offer,
    plain_text,
    several_offers,
)
from handlers.bulk import bulk_acts, ticked_cases
from handlers.calls import incoming_calls, round_card, rounds, station_calls
from handlers.cards import (
    board,
    case_card,
    draft_card,
    history,
    missed_card,
    offer_list,
    task_card,
    unclaimed_card,
    unread_card,
)
from handlers.cards.card_lines import CardLines, CardPart
from handlers.casework import (
    assignment,
    case_acts,
    case_handover,
    case_holders,
    case_references,
    case_search,
    changed_identity,
    closing,
    closing_together,
    consent_lines,
    court_timers,
    disclosure,
    facts,
    handback_note,
    name_consents,
    name_index,
    names_put_right,
    notes,
    offer_answers,
    opened_cases,
    partly_released,
    past_cases,
    phone_lines,
    received_files,
    relay,
    source_lines,
    still_yours,
    unhiding,
    verification,
)
from handlers.casework import later_questions as asking_later
from handlers.checkin import missed_checkin, running_checkin, signs
from handlers.checkin import new_checkin as checkin
from handlers.checkin import typed as checkin_typed
from handlers.clocks import clock_card, clock_lines, clock_warnings, law, recompute
from handlers.daily import digest, past_digests, posting, preview_actions, previews, runs, upkeep
from handlers.desk import board_filter, handover, jokes, who_is_there
from handlers.door import buttons as door_pressed
from handlers.door import claims as door_writing
from handlers.door import list_card as door_card
from handlers.door import lists as door_lists
from handlers.door import messages as door_said
from handlers.door import start as door
from handlers.door import told_lists
from handlers.door import unread_lists as door_waiting
from handlers.drill import drill_offers
from handlers.drill import drill_run as drilling
from handlers.drill import drill_start as drill
from handlers.duty import (
    duty_reminders,
    example_alert,
    own_duty,
    shift_changes,
    swaps,
    team_duty,
    typed_shifts,
    unconfirmed,
)
from handlers.emergency import bot_replacement, silence
from handlers.exporting import export_permits as export_asked
from handlers.forgetting import erasure_requests as forget
from handlers.forgetting import help_and_evidence, legal_holds
from handlers.forgetting import purge as forgetting
from handlers.forms import dialogues, held_words
from handlers.forms.form_behaviour import FormBehaviour
from handlers.hiding import chat_clearing, hide_chat, quiet_chat
from handlers.hiding import hiding_settings as hide_when_closed
from handlers.incidents import detection, incident_board
from handlers.incidents import incident_actions as incident
from handlers.incidents import incident_cases as incident_cards
from handlers.incidents import incident_list as incidents
from handlers.intake import form_answers, prompts, unanswered
from handlers.intake.prompts import PromptRoute
from handlers.interventions import answers_due as answers
from handlers.interventions import intervention_actions as intervention_form
from handlers.interventions import intervention_lines
from handlers.joining import application as joining
from handlers.joining import (
    approval,
    leaving,
    link_code,
    member_list,
    own_addresses,
    roster_file,
    start_links,
)
from handlers.joining import invitations as invited
from handlers.letters import letter_buttons as letter_acts
from handlers.letters import letter_draft as letter
from handlers.letters import letter_form as letter_typed
from handlers.letters import letter_pages as letter_page
from handlers.linking import case_owners, case_pairs
from handlers.linking import pair_card as linking
from handlers.lookup import lookup_card, lookup_form, lookup_or_report, waiting_lookups
from handlers.outbox import administrators, repeated_messages
from handlers.papers import outgoing_numbers, paper_approval, paper_drafts, paper_questions
from handlers.papers import paper_arguments as papers_about
from handlers.papers import paper_buttons as papers
from handlers.papers import paper_sources as following_papers
from handlers.permission import UNLESS_CLOSED, WHILE_CLOSED, WHILE_OPEN, Actor
from handlers.practice import practice_form as practice
from handlers.practice import practice_offers, real
from handlers.practice import practice_run as practising
from handlers.proceedings import (
    arrest_reminders,
    hearing_calendar,
    hearing_reminders,
    nondisclosure,
    proceeding_arguments,
    proceeding_lines,
    reported,
    typed_hearings,
)
from handlers.proceedings import proceeding_actions as proceeding_form
from handlers.reporting import (
    a_question,
    another_case,
    chat_transfer,
    code_entry,
    consent_questions,
    consent_withdrawals,
    drafts,
    everyday_words,
    guests,
    illegible,
    information,
    later_answers,
    lawyer_of_their_own,
    lawyer_without_case,
    member_questions,
    member_words,
    message_reassignment,
    message_routing,
    own_reports,
    owner_updates,
    passed_on,
    receipt_codes,
    report_choice,
    reporter_card,
    reports,
    said_to_be_out,
    silent_chat,
    sos,
    status,
    telephone_reports,
    unhandled,
    unreadable,
    without_place,
    words_read,
)
from handlers.routing import Act, Command, Draw, Events, FileRoute, Route, TimerRoute
from handlers.setup import digest_channel, first_administrator
from handlers.visits import (
    bad_news,
    observations,
    observed_words,
    typed_releases,
    typed_words,
    unplaced_words,
    visit_lines,
    visit_steps,
)

COMMANDS: dict[str, Command[Any]] = {
    "start": Command(start_links.on_start, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "report": Command(reports.on_report_asked, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "rights": Command(information.on_rights_asked, Actor.ANYBODY, plain_text),
    "sos": Command(sos.on_sos, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "checkin": Command(checkin.on_asked, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "status": Command(status.on_asked, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "practice": Command(practice.on_asked, Actor.ANYBODY, plain_text, in_mute=Actor.NOBODY),
    "drills": Command(practice_offers.on_drills_asked, Actor.MEMBER, practice_offers.drills_choice),
    "drill": Command(drill.on_asked, Actor.COORDINATOR, drill.place_asked, unknown="drill-unknown"),
    "duty": Command(typed_shifts.on_asked, Actor.MEMBER, typed_shifts.typed_words, unknown="duty-not-yours"),
    "hide": Command(hide_chat.on_hide_asked, Actor.ANYBODY, plain_text, in_mute=Actor.ANYBODY),
    "settings": Command(
        hide_when_closed.on_settings_asked,
        Actor.ANYBODY,
        hide_when_closed.typed_choice,
        unknown="settings-unknown",
    ),
    "language": Command(everyday_words.on_language_asked, Actor.ANYBODY, plain_text),
    "help": Command(commands.on_help, Actor.ANYBODY, plain_text),
    "law": Command(law.on_asked, Actor.MEMBER, plain_text),
    "id": Command(commands.on_id, Actor.ANYBODY, plain_text),
    "case": Command(case_search.on_asked, Actor.HOLDER_OR_COORDINATOR, case_search.search_terms),
    "paper": Command(papers.on_list_by_code, Actor.HOLDER_OR_COORDINATOR, papers_about.listing_by_code),
    "cases": Command(commands.on_cases, Actor.STAFF, plain_text),
    "handover": Command(handover.on_asked, Actor.COORDINATOR, plain_text),
    "owed": Command(answers.on_owed_asked, Actor.COORDINATOR, plain_text),
    "holds": Command(legal_holds.on_list, Actor.COORDINATOR, plain_text),
    "link": Command(linking.on_link_asked, Actor.COORDINATOR, linking.two_codes),
    "list": Command(door.on_asked, Actor.MEMBER, door.typed_list),
    "incident": Command(incidents.on_incident_asked, Actor.COORDINATOR, incident.typed_name),
    "incidents": Command(incidents.on_list_asked, Actor.COORDINATOR, plain_text),
    "letter": Command(letter.on_letter_asked, Actor.COORDINATOR, letter.typed_codes),
    "invite": Command(invited.on_invite, Actor.COORDINATOR, invited.whom_invited),
    "members": Command(
        member_list.on_members, Actor.COORDINATOR, member_list.roster_page, unknown="members-none"
    ),
    "leave": Command(leaving.on_leave, Actor.MEMBER, leaving.leave_choice),
    "addresses": Command(own_addresses.on_asked, Actor.MEMBER, plain_text),
    "digest": Command(past_digests.on_digests_asked, Actor.COORDINATOR, plain_text),
    "calls": Command(
        rounds.on_round_asked, Actor.COORDINATOR, rounds.case_or_region, unknown="round-unknown"
    ),
    "new": Command(incoming_calls.on_new, Actor.COORDINATOR, incoming_calls.typed_words),
    "export": Command(
        export_asked.on_export_asked, Actor.COORDINATOR, export_asked.typed_request, unknown="exports-how"
    ),
    "roster": Command(roster_file.on_roster_asked, Actor.ADMINISTRATOR, plain_text),
}

BUTTONS: dict[str, Route[Any]] = {
    "do": Route(partial(commands.on_pressed, commands=COMMANDS), Actor.ANYBODY, plain_text),
    # a person's own
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
    # of a member who is asked to take a case
    "accept": Route(offer_answers.on_accepted, Actor.ASKED, offer),
    "decline": Route(offer_answers.on_declined, Actor.ASKED, offer),
    "bundle": Route(offer_answers.on_all_accepted, Actor.ASKED, several_offers),
    "unable": Route(offer_answers.on_all_declined, Actor.ASKED, several_offers),
    "why": Route(offer_answers.on_reason_given, Actor.ASKED, offer, words=REASONS),
    "more": Route(case_references.on_chat_asked, Actor.ASKED, offer),
    "page": Route(case_references.on_page_turned, Actor.STAFF, case_references.page_of_list),
    # of a member who has it
    "first": Route(visit_steps.on_step_pressed, Actor.LAST_OWNER, case, UNLESS_CLOSED, VISITS),
    "visit": Route(
        unplaced_words.on_case_chosen, Actor.LAST_OWNER, case_and_words, UNLESS_CLOSED, unknown="jotted-gone"
    ),
    "unmeant": Route(unplaced_words.on_not_meant, Actor.KNOWS, case_and_words, unknown="jotted-gone"),
    "notthis": Route(held_words.on_not_this, Actor.MEMBER, held_words.taken_words, unknown="jotted-gone"),
    "unseen": Route(
        observed_words.on_given_back, Actor.MEMBER, held_words.taken_words, unknown="jotted-gone"
    ),
    "unheld": Route(
        typed_hearings.on_not_this,
        Actor.VIEWER,
        proceeding_arguments.numbered_hearing,
        UNLESS_CLOSED,
        ("", typed_hearings.BOTH),
    ),
    "freed": Route(
        typed_releases.on_these, Actor.VIEWER, case_and_words, UNLESS_CLOSED, unknown="jotted-gone"
    ),
    "unfreed": Route(typed_releases.on_nobody, Actor.VIEWER, case),
    "unsaid": Route(bad_news.on_undone, Actor.LAST_OWNER, case, UNLESS_CLOSED, VISITS),
    "unhurt": Route(bad_news.on_not_harmed, Actor.LAST_OWNER, case, UNLESS_CLOSED, tuple(bad_news.UNDONE)),
    "doorat": Route(door.on_begun_from_case, Actor.VIEWER, case, UNLESS_CLOSED),
    "inside": Route(visit_steps.on_still, Actor.LAST_OWNER, case, UNLESS_CLOSED),
    "back": Route(offer_answers.on_given_back, Actor.HOLDER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "tell": Route(handback_note.on_handback_note_asked, Actor.ASKED, offer),
    "mycase": Route(
        own_reports.on_taken,
        Actor.MEMBER,
        own_reports.own_case,
        in_mute=Actor.NOBODY,
        unknown="case-not-yours",
    ),
    "mine": Route(still_yours.on_mine, Actor.OWNER, case, UNLESS_CLOSED),
    "allmine": Route(still_yours.on_all_mine, Actor.MEMBER, plain_text),
    "hand": Route(
        case_handover.on_asked, Actor.OWNER_OR_VIEWER, case, UNLESS_CLOSED, ("", case_handover.KEEP)
    ),
    "handto": Route(case_handover.on_chosen, Actor.VIEWING_COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "second": Route(
        case_holders.on_second_answered, Actor.OWNER_OR_VIEWER, case, UNLESS_CLOSED, case_holders.ANSWERS
    ),
    "closing": Route(
        closing.on_close_asked, Actor.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED, ("", *OUTCOMES)
    ),
    "closed": Route(closing.on_confirmed, Actor.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED, OUTCOMES),
    "allout": Route(partly_released.on_all_out, Actor.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "someout": Route(partly_released.on_some_out, Actor.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "isout": Route(partly_released.on_out, Actor.VIEWER, case_and_person, UNLESS_CLOSED),
    "keep": Route(closing.on_kept_open, Actor.ANYBODY, plain_text),
    "clockseen": Route(case_acts.on_clock_seen, Actor.HOLDER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "open": Route(case_acts.on_open_asked, Actor.HOLDER_OR_COORDINATOR, case),
    # of a member who sees it whole
    "coding": Route(case_acts.on_coding, Actor.VIEWER, case),
    "coded": Route(case_acts.on_coded, Actor.VIEWER, case, words=ACTS),
    "verify": Route(verification.on_case, Actor.VIEWER, case, words=("", *VERIFICATIONS)),
    "source": Route(
        verification.on_source, Actor.VIEWER, verification.source_and_word, words=verification.WORDS
    ),
    "whole": Route(case_acts.on_whole, Actor.VIEWER, case, words=("", case_acts.LESS)),
    "words": Route(case_acts.on_words_asked, Actor.VIEWER, case),
    "saw": Route(observations.on_panel_pressed, Actor.VIEWER, case_and_person),
    "pin": Route(case_acts.on_pin_asked, Actor.VIEWER, case),
    "unnamed": Route(names_put_right.on_not_this, Actor.VIEWER, names_put_right.own_name, UNLESS_CLOSED),
    "note": Route(unplaced_words.on_note_placed, Actor.VIEWER, case_and_words, unknown="jotted-gone"),
    "noting": Route(
        member_questions.on_note, Actor.MEMBER, message_routing.held_words, unknown="jotted-gone"
    ),
    "told": Route(case_acts.on_notes_asked, Actor.COORDINATOR, case),
    "home": Route(member_words.on_chosen, Actor.KNOWS, case_and_words, unknown="jotted-gone"),
    "elsewhere": Route(member_words.on_not_this, Actor.KNOWS, case_and_words, unknown="jotted-gone"),
    "past": Route(notes.on_not_past, Actor.ASKED, past_cases.past_case_and_words, unknown="jotted-gone"),
    "relay": Route(
        relay.on_sent, Actor.HOLDER_OR_COORDINATOR, case_and_words, UNLESS_CLOSED, unknown="jotted-gone"
    ),
    "wants": Route(asking_later.on_wanted, Actor.VIEWER, case, UNLESS_CLOSED, ("", *QUESTIONS)),
    "consents": Route(name_consents.on_consents, Actor.VIEWING_COORDINATOR, case, words=name_consents.ACTS),
    "proceedings": Route(proceeding_form.on_list, Actor.VIEWER, case, words=proceeding_form.PAGES),
    "begin": Route(
        proceeding_form.on_begun,
        Actor.VIEWER,
        proceeding_arguments.new_proceeding,
        UNLESS_CLOSED,
        ("", *ProceedingKind),
    ),
    "proceeding": Route(
        proceeding_form.on_proceeding, Actor.VIEWER, proceeding_arguments.numbered_proceeding
    ),
    "change": Route(
        proceeding_form.on_proceeding_changed,
        Actor.VIEWER,
        proceeding_arguments.numbered_proceeding,
        UNLESS_CLOSED,
        proceeding_form.PROCEEDING_CHANGES,
    ),
    "charge": Route(
        proceeding_form.on_article_chosen,
        Actor.VIEWER,
        proceeding_arguments.proceeding_and_article,
        UNLESS_CLOSED,
    ),
    "hearing": Route(proceeding_form.on_hearing, Actor.VIEWER, proceeding_arguments.numbered_hearing),
    "sat": Route(
        proceeding_form.on_hearing_changed,
        Actor.VIEWER,
        proceeding_arguments.numbered_hearing,
        UNLESS_CLOSED,
        proceeding_form.HEARING_CHANGES,
    ),
    "ruled": Route(
        reported.on_ruling_answered,
        Actor.VIEWER,
        reported.told_ruling,
        UNLESS_CLOSED,
        (reported.YES, reported.NO),
        unknown="ruling-settled",
    ),
    "bound": Route(nondisclosure.on_nondisclosure, Actor.VIEWER, case, UNLESS_CLOSED, ("", "yes", "no")),
    "interventions": Route(intervention_form.on_list, Actor.VIEWER, case, words=intervention_form.PAGES),
    "send": Route(
        intervention_form.on_begun, Actor.VIEWER, proceeding_arguments.new_proceeding, words=("", *Sent)
    ),
    "unsent": Route(intervention_form.on_gone_on, Actor.VIEWER, intervention_form.left_form),
    "intervention": Route(intervention_form.on_paper, Actor.VIEWER, intervention_form.sent_paper),
    "reply": Route(
        intervention_form.on_changed,
        Actor.VIEWER,
        intervention_form.sent_paper,
        words=intervention_form.CHANGES,
    ),
    "papers": Route(papers.on_list, Actor.VIEWER, papers_about.paper_listing),
    "draft": Route(papers.on_begun, Actor.VIEWER, papers_about.new_paper),
    "paper": Route(papers.on_paper, Actor.VIEWER, papers_about.pressed_paper),
    "register": Route(outgoing_numbers.on_register_asked, Actor.COORDINATOR, plain_text),
    "occasion": Route(papers.on_occasion, Actor.HOLDER_OR_COORDINATOR, case, words=papers.CALLS),
    "agree": Route(paper_approval.on_answered, Actor.COORDINATOR, papers_about.asked_paper),
    "preserve": Route(legal_holds.on_pressed, Actor.VIEWING_COORDINATOR, case, words=legal_holds.WORDS),
    "forget": Route(forget.on_pressed, Actor.VIEWING_COORDINATOR, case, WHILE_CLOSED, forget.WORDS),
    "history": Route(case_acts.on_history_asked, Actor.VIEWING_COORDINATOR, case),
    "files": Route(case_acts.on_files_asked, Actor.VIEWER, case),
    "mute": Route(case_acts.on_muting, Actor.VIEWING_COORDINATOR, case),
    "unmute": Route(case_acts.on_unmuted, Actor.VIEWING_COORDINATOR, case),
    "proved": Route(chat_transfer.on_proved, Actor.VIEWING_COORDINATOR, case_and_guest),
    "answer": Route(unhiding.on_answered_again, Actor.OWNER_OR_VIEWER, case, words=unhiding.ANSWERS),
    "silence": Route(unhiding.on_silence, Actor.VIEWING_COORDINATOR, case, words=unhiding.SILENCES),
    # of a member with several cases at once
    "ticks": Route(ticked_cases.on_asked, Actor.MEMBER, ticked_cases.list_asked),
    "tick": Route(ticked_cases.on_ticked, Actor.MEMBER, ticked_cases.own_list),
    "ticked": Route(bulk_acts.on_pressed, Actor.MEMBER, ticked_cases.own_list),
    "unticked": Route(bulk_acts.on_undone, Actor.MEMBER, bulk_acts.done_lately),
    # of a member who brings a list of names, or reads it
    "door": Route(door_pressed.on_pressed, Actor.MEMBER, door_pressed.own_list, unknown="door-gone"),
    "doorread": Route(
        door_waiting.on_read, Actor.COORDINATOR, door_pressed.waiting_list, unknown="door-gone"
    ),
    # what the law says
    "law": Route(law.on_asked, Actor.MEMBER, plain_text),
    "lawrow": Route(law.on_row_asked, Actor.MEMBER, law.row_read),
    "lawsign": Route(law.on_signed, Actor.COORDINATOR, law.row_read),
    "lawrevoke": Route(law.on_revoked, Actor.COORDINATOR, law.row_read),
    # the coordinator's
    "joke": Route(jokes.on_joke, Actor.VIEWING_COORDINATOR, case, UNLESS_CLOSED, ("", jokes.CLOSE)),
    "wipe": Route(jokes.on_wiped, Actor.COORDINATOR, case, WHILE_CLOSED),
    "handover": Route(handover.on_colleague_chosen, Actor.COORDINATOR, handover.another_coordinator),
    "handback": Route(handover.on_undone, Actor.COORDINATOR, handover.given_handover),
    "handtake": Route(handover.on_accepted, Actor.COORDINATOR, handover.offered_handover),
    "sift": Route(board_filter.on_filtered, Actor.COORDINATOR, board_filter.filtered_board),
    "returned": Route(unhiding.on_member_back, Actor.COORDINATOR, unhiding.member),
    "incident": Route(incident.on_act, Actor.COORDINATOR, incident.pressed_incident),
    "undone": Route(incident.on_undone, Actor.COORDINATOR, incident.pressed_link),
    "incidents": Route(incidents.on_case_incidents_asked, Actor.COORDINATOR, case),
    "enlist": Route(
        incidents.on_added, Actor.COORDINATOR, incident.case_and_incident, words=("", incident.SURE)
    ),
    "stands": Route(opened_cases.on_reason_stands, Actor.VIEWING_COORDINATOR, case),
    "letters": Route(letter.on_begun_from_incident, Actor.COORDINATOR, letter.letter_incident),
    "letter": Route(letter_acts.on_act, Actor.COORDINATOR, letter.own_draft),
    "delist": Route(incidents.on_taken_out, Actor.COORDINATOR, incident.pressed_link),
    "take": Route(case_acts.on_took, Actor.COORDINATOR, case, WHILE_OPEN),
    "chat": Route(case_references.on_chat_asked, Actor.COORDINATOR, case),
    "all": Route(closing.on_all_asked, Actor.COORDINATOR, case),
    "allclosed": Route(closing.on_all_closed, Actor.COORDINATOR, case, words=closing.ENDS),
    "again": Route(closing_together.on_all_reopened, Actor.COORDINATOR, closing_together.closed_together),
    "ring": Route(case_acts.on_ring_asked, Actor.COORDINATOR, case, words=("", task_card.EVERYBODY)),
    "missed": Route(case_acts.on_missed_asked, Actor.COORDINATOR, case),
    "ringing": Route(case_acts.on_ringing, Actor.COORDINATOR, case, WHILE_OPEN),
    "rung": Route(case_acts.on_rung, Actor.COORDINATOR, offer, WHILE_OPEN),
    "ask": Route(case_acts.on_lawyers_wanted, Actor.COORDINATOR, case, WHILE_OPEN),
    "assign": Route(assignment.on_asked, Actor.COORDINATOR, case, WHILE_OPEN),
    "assignto": Route(assignment.on_chosen, Actor.COORDINATOR, case_and_colleague, WHILE_OPEN),
    "reopen": Route(case_acts.on_reopened, Actor.COORDINATOR, case, WHILE_CLOSED),
    "link": Route(linking.on_link_pressed, Actor.COORDINATOR, linking.one_or_two_cases),
    "linked": Route(linking.on_pair_answered, Actor.COORDINATOR, linking.pressed_pair),
    "unlink": Route(linking.on_undone, Actor.COORDINATOR, linking.pressed_link),
    "stays": Route(case_owners.on_stays, Actor.COORDINATOR, case, UNLESS_CLOSED),
    "passes": Route(case_owners.on_passed, Actor.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "both": Route(case_owners.on_both, Actor.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "placed": Route(case_acts.on_location_set, Actor.COORDINATOR, case_and_place, WHILE_OPEN),
    "still": Route(case_acts.on_still_held, Actor.COORDINATOR, case, UNLESS_CLOSED),
    "called": Route(
        lookup_card.on_called_back,
        Actor.COORDINATOR,
        lookup_or_report.waiting_lookup,
        unknown="lookup-settled",
    ),
    "vanished": Route(
        lookup_or_report.on_vanished,
        Actor.COORDINATOR,
        lookup_or_report.waiting_lookup,
        unknown="lookup-settled",
    ),
    "drillbegin": Route(drill.on_begun, Actor.COORDINATOR, drill.place_asked),
    "phone": Route(
        changed_identity.on_pressed,
        Actor.COORDINATOR,
        changed_identity.identity_answer,
        unknown="strange-phone-settled",
    ),
    "uninvite": Route(
        invited.on_withdrawn, Actor.COORDINATOR, invited.open_invitation, unknown="invitation-settled"
    ),
    "joined": Route(
        approval.on_decided, Actor.COORDINATOR, approval.pressed_decision, unknown="invitation-settled"
    ),
    "members": Route(member_list.on_members, Actor.COORDINATOR, member_list.roster_page),
    "member": Route(member_list.on_member, Actor.COORDINATOR, member_list.numbered_member),
    "suspend": Route(leaving.on_suspending, Actor.COORDINATOR, leaving.other_member),
    "suspended": Route(leaving.on_suspended, Actor.COORDINATOR, leaving.other_member),
    "reinvite": Route(member_list.on_reinvited, Actor.COORDINATOR, member_list.suspended_member),
    "team": Route(team_duty.on_pressed, Actor.COORDINATOR, team_duty.pressed_page),
    # the telephone, and calls to stations
    "calls": Route(rounds.on_case_round, Actor.VIEWING_COORDINATOR, case, UNLESS_CLOSED),
    "evidence": Route(rounds.on_evidence, Actor.VIEWING_COORDINATOR, case),
    "roundof": Route(rounds.on_region_round, Actor.COORDINATOR, rounds.region_by_id),
    "iring": Route(
        station_calls.on_ringing, Actor.COORDINATOR, station_calls.station_of_round, unknown="round-over"
    ),
    "rang": Route(station_calls.on_answered, Actor.COORDINATOR, station_calls.own_call, unknown="round-over"),
    "opencall": Route(
        incoming_calls.on_call_opened, Actor.COORDINATOR, incoming_calls.own_call, unknown="call-gone"
    ),
    "oncall": Route(
        incoming_calls.on_call_continued, Actor.COORDINATOR, incoming_calls.own_call, unknown="call-gone"
    ),
    "dropcall": Route(
        incoming_calls.on_call_dropped, Actor.COORDINATOR, incoming_calls.own_call, unknown="call-gone"
    ),
    # words that the bot did not understand
    "respond": Route(passed_on.on_answer, Actor.HOLDER_OR_COORDINATOR, verification.source_and_word),
    "wordsread": Route(words_read.on_read, Actor.COORDINATOR, words_read.draft),
    "wordsask": Route(telephone_reports.on_lawyers_wanted, Actor.COORDINATOR, words_read.draft),
    "wordscities": Route(words_read.on_cities, Actor.COORDINATOR, words_read.draft),
    "adopt": Route(telephone_reports.on_adopted, Actor.COORDINATOR, words_read.draft),
    "wordsanswer": Route(words_read.on_answer, Actor.COORDINATOR, words_read.draft),
    "wordsnot": Route(words_read.on_not_ours, Actor.COORDINATOR, words_read.draft),
    # the digest before it is posted, and its correction
    "issue": Route(preview_actions.on_posted_now, Actor.COORDINATOR, preview_actions.pressed_preview),
    "hold": Route(preview_actions.on_held, Actor.COORDINATOR, preview_actions.pressed_preview),
    "release": Route(preview_actions.on_released, Actor.COORDINATOR, preview_actions.pressed_preview),
    "remark": Route(preview_actions.on_sentence_pressed, Actor.COORDINATOR, preview_actions.sentence_pressed),
    "reissue": Route(past_digests.on_correction_asked, Actor.COORDINATOR, past_digests.posted_digest),
    "permit": Route(
        export_asked.on_decided, Actor.COORDINATOR, export_asked.waiting_permit, unknown="permit-settled"
    ),
    # the administrator's
    "channel": Route(
        digest_channel.on_chosen, Actor.ADMINISTRATOR, digest_channel.told_channel, unknown="channel-gone"
    ),
    "export": Route(roster_file.on_export, Actor.ADMINISTRATOR, plain_text),
    "import": Route(
        roster_file.on_confirmed, Actor.ADMINISTRATOR, roster_file.own_file, unknown="roster-file-gone"
    ),
    "noimport": Route(
        roster_file.on_declined, Actor.ADMINISTRATOR, roster_file.own_file, unknown="roster-file-gone"
    ),
}

FORMS: dict[str, FormBehaviour] = {
    "report": reports.REPORT,
    "opening": opened_cases.OPENING,
    "closing": closing_together.CLOSING,
    "bulk": bulk_acts.BULK,
    "answering": words_read.ANSWERING,
    "handing": case_handover.HANDING,
    "handover": handover.HANDOVER,
    "parting": handback_note.HANDBACK_NOTE,
    "checkin": checkin.CHECK_IN_FORM,
    "later": later_answers.LATER,
    "kept": said_to_be_out.KEPT,
    "practice": practice.PRACTICE_FORM,
    "lookup": lookup_form.LOOK_UP,
    "joining": joining.JOINING_FORM,
    "proceeding": proceeding_form.PROCEEDING_FORM,
    "intervention": intervention_form.INTERVENTION_FORM,
    "papers": paper_questions.QUESTION_FORM,
    "hold": preview_actions.HOLD_REASON,
    "preserving": legal_holds.LEGAL_HOLD,
    "remark": preview_actions.SENTENCE,
    "incident": incident.INCIDENT_FORM,
    "letter": letter_typed.LETTER_FORM,
    "call": incoming_calls.CALL_FORM,
}

PROMPTS: dict[str, PromptRoute] = {
    waiting.CONSENT: PromptRoute(consent_questions.find_question, consent_questions.take_answer),
    waiting.TRANSFER: PromptRoute(chat_transfer.find_question, chat_transfer.take_answer),
    waiting.HIDES_LATER: PromptRoute(hide_when_closed.find_question, hide_when_closed.take_answer),
    waiting.SHIFTS: PromptRoute(typed_shifts.find_question, typed_shifts.take_answer),
    waiting.LIST: PromptRoute(case_references.find_list, case_references.show_from_list),
}

WORDS: dict[str, Act] = {
    "silent": silent_chat.on_said,
    "practice-real": real.on_unheard,
    "practice-over": real.on_words,
    "roster": roster_file.on_said,
    "administrator-code": first_administrator.on_said,
    "link-code": link_code.on_said,
    "invitation": start_links.on_said,
    "case-code": case_references.on_case_code_said,
    "who-is-there": who_is_there.on_asked,
    "receipt-code": code_entry.on_receipt_code_said,
    "words-of-guest": code_entry.on_words_of_guest,
    "words-beside-code": code_entry.on_words_beside,
    "permission": consent_withdrawals.on_said,
    "prompt": partial(prompts.on_answered, routes=PROMPTS),
    "guest-untold": guests.on_untold,
    "guest": guests.on_said,
    "visit": typed_words.on_said,
    "visit-beside": typed_words.on_said_beside,
    "without-case": member_words.on_without_case,
    "check-in": checkin_typed.on_said,
    "cry": sos.on_cried,
    "door-list": door_said.on_said,
    "more-of-told-list": told_lists.on_more,
    "told-list": told_lists.on_list,
    "where-told-list": told_lists.on_where,
    "look-up": lookup_or_report.on_said,
    "promise": checkin.on_said,
    "happening": message_routing.on_words,
    "hides-later": hide_when_closed.on_said,
    "name": commands.on_said,
    "language": everyday_words.on_language_wished,
    "language-beside": everyday_words.on_language_beside,
    "everyday": everyday_words.on_asked,
    "everyday-beside": everyday_words.on_asked_beside,
    "elsewhere-later": later_answers.on_elsewhere,
    "told-in-form": message_routing.on_told_in_form,
    "elsewhere-in-form": another_case.on_another,
    "moved-in-form": another_case.on_moved,
    "form": form_answers.on_said,
    "control": message_routing.on_control,
    "commanded": message_routing.on_words,
    "observation": observations.on_said,
    "hearing-added": typed_hearings.on_added,
    "newer-case": member_words.on_said,
    "name-put-right": names_put_right.on_said,
    "asked-by-member": member_questions.on_said,
    "note": member_words.on_said,
    "report": message_routing.on_words,
}

EVENTS = Events(
    # what comes in
    membership=chats.on_membership,  # the bot was blocked, unblocked, added to a chat
    migrated=chats.on_migrated,
    receipt=delivery.on_receipt,  # our messages have reached a phone, or were read there
    in_a_group=chats.leave_unless_ours,
    illegible=illegible.on_illegible,  # it could not be decrypted: its sender is asked again
    illegible_told=failures.on_illegible,
    coming=hide_chat.on_coming,  # before anything is done with it: is an answer awaited whose phone is taken?
    # after it: is this phone being taken? is it news for a lawyer? does it tell of court? is a permission taken back? has it
    # taken the place of a practice, or of a check-in?
    heard=(
        hide_chat.on_heard,
        quiet_chat.on_heard,
        owner_updates.on_heard,
        reported.on_heard,
        consent_withdrawals.on_heard,
        real.hurry,
        practice.on_heard,
        running_checkin.on_heard,
        silence.on_heard,
        bot_replacement.on_heard,
    ),
    unknown_command=commands.on_unknown,
    edited=(message_routing.on_edited, message_routing.on_moved),  # the first that takes it; else it is words
    parked=unhandled.on_parked,  # an update failed for good
    # what becomes of what goes out: sent, by how its key begins
    sent={
        posting.KEY: posting.on_posted,
        disclosure.KEY: disclosure.on_arrived,
        door_waiting.FILES: door_waiting.on_arrived,
        invited.KEY: invited.on_code_sent,
        roster_file.KEY: roster_file.on_file_sent,
        changed_identity.KEY: changed_identity.on_trusted,
    },
    paper_left=following_papers.on_paper_left,
    arrived=delivery.on_arrived,  # a card, as a new message
    unreachable=chats.on_unreachable,
    untrusted=changed_identity.on_untrusted,  # another phone answers there
    limited=messenger_limits.on_limited,  # the messenger takes nothing more from us there
    served=messenger_limits.on_served,  # it has taken something
    undrawable=failures.on_undrawable,
    unshown=delivery.on_unshown,  # undrawable, or the messenger refused it
    stuck=failures.on_stuck,
    given_up=failures.on_given_up,  # it failed so often that the address counts as out of reach
    rejected=failures.on_rejected,
    # what becomes of files that were sent
    kept=received_files.on_kept,
    left=received_files.on_left,
    # the machine
    started=runs.on_started,
    clock_put_back=runs.on_clock_put_back,
    clock_jumped=runs.on_clock_jumped,
    version=upkeep.note_version,  # of the program between us and a messenger
    trouble=administrators.tell,  # what the loops and the watchman find
    administrators=administrators.chats,  # to whom it is told
    nobody_looks_after=first_administrator.offer_code,  # at a start without any administrator a code is shown
)

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

FILES: dict[str, FileRoute[Any]] = {
    roster_file.READS: FileRoute(
        LARGEST_FILE, roster_file.read_roster, roster_file.on_roster_read, roster_file.on_file_left
    ),
}

LINES: dict[CardPart, tuple[CardLines, ...]] = {
    CardPart.HEAD: (  # what a reader must know before they do anything, the most pressing first
        case_holders.holder_lines,  # whether it is theirs, and until when: next to the state of the case
        legal_holds.hold_lines,  # what may not be forgotten, before anything of what happened
        visit_lines.step_lines,  # how far the reader's own visit is, or the owner's
        phone_lines.taken_lines,  # whom not to ring, before any number is read
        phone_lines.changed_phone_lines,  # who reads nothing, likewise
        phone_lines.telephone_lines,  # the numbers, once it is known which may be rung
        source_lines.guest_lines,  # who else writes with a code, and may not be whom they say
        clock_lines.clock_lines,  # what the law leaves of time: the last of the head, so that it meets the place and hour
    ),
    CardPart.SOURCES: (  # who says it, before what they say
        source_lines.each_source,
    ),
    CardPart.NOTES: (  # what members found out and did, from the person to the paper, then what they think of it
        visit_lines.seen_lines,  # seen with their own eyes: next to what reporters told
        door_writing.found_lines,  # found or denied at a door, where nobody saw them
        received_files.file_lines,  # what was sent, before what may be done with it
        consent_lines.consent_lines,  # whether names may be used, before the papers that would name them
        proceeding_lines.ongoing_lines,  # what goes on at court, and the next hearing
        intervention_lines.owed_lines,  # what was sent because of it, and who owes an answer
        notes.newest_notes,  # members' own words, which have a heading of their own
        source_lines.reliability_lines,  # how far all this is trusted: right above the reporters' words
    ),
}

CARDS: dict[str, Draw] = {
    "alert": partial(case_card.offer_view, LINES),
    "case": partial(case_card.opened_view, LINES),
    clock_card.OWN: clock_card.owner_view,
    alerting_unanswered.ALL_CLOCKS: clock_card.coordinator_view,
    "board": board.view,
    incident_cards.CARD: incident_board.view,
    incident_cards.LIST: incidents.view,
    ticked_cases.CARD: ticked_cases.view,
    letter.CARD: letter_page.view,
    "list": offer_list.offer_list_view,
    "chat": board.chat_view,
    history.CARD: history.view,
    handover.CARD: handover.view,
    answers.OWED: answers.owed_view,
    paper_approval.CARD: paper_approval.view,
    unclaimed_card.UNCLAIMED: unclaimed_card.unclaimed_view,
    "report": reporter_card.view,
    unread_card.CARD: unread_card.view,
    **dict.fromkeys(draft_card.CARDS.values(), draft_card.view),
    running_checkin.SUBJECT: running_checkin.view,
    missed_checkin.QUESTION: signs.view,
    missed_card.CARD: missed_card.view,
    practising.CARD: practice.practice_view,
    practice_offers.CARD: practice_offers.view,
    drill_offers.CARD: drill_offers.view,
    waiting_lookups.SUBJECT: lookup_card.view,
    door_lists.CARD: door_card.view,
    door_lists.WAITING: door_waiting.view,
    previews.CARD: previews.view,
    export_asked.CARD: export_asked.permit_view,
    invited.MADE: invited.invitation_view,
    invited.ASKS: approval.view,
    swaps.OWN: swaps.stint_view,
    swaps.OFFER: swaps.swap_view,
    telephone_reports.CARD: incoming_calls.call_view,
    rounds.SUBJECT: round_card.view,
    "hidden": task_card.hidden_member_view,
    changed_identity.CARD: changed_identity.view,
    **{f"ask-{kind}": task_card.view for kind in TaskKind},
    f"ask-{TaskKind.TWO_OWNERS}": case_owners.view,
    case_pairs.CARD: linking.view,
}
