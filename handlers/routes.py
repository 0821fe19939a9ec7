"""The table of contents: what happens when. Every behaviour of the service is found from here.

COMMANDS   typed, in a private chat: what is done, who may, and what is read from the words behind it
BUTTONS    ``action:argument`` on inline buttons, likewise; form buttons are ``form/question:value`` and go to FORMS
FORMS      conversations and what follows from their answers
WORDS      what is done with a message that is no button and no command, by the row of core.intake.decide that takes it
PROMPTS    what was asked outside a form and waits for words: the newest that fits gets them
EVENTS     what happens without being asked for by a name: words, chats, sendings, the machine
TIMERS     what happens when a timer of this kind comes due, and when it failed for good: handlers/timers.py
FILES      files that are read and not kept, by what they are for
CARDS      how a card of this subject looks now, and what lines the card of a case has: handlers/card_views.py

What a column means is said in handlers.routing. Who may do what, as tried: docs/develop/permissions.md.
"""

from functools import partial
from typing import Any

from core.intake import prompts as waiting
from core.roster.spreadsheet import LARGEST_FILE
from handlers import (
    card_views,
    chats,
    commands,
    coordinator_buttons,
    failures,
    member_buttons,
    own_buttons,
    timers,
)
from handlers.alerting import delivery, messenger_limits
from handlers.arguments import plain_text
from handlers.bulk import bulk_acts
from handlers.calls import incoming_calls, rounds
from handlers.casework import (
    case_handover,
    case_references,
    case_search,
    changed_identity,
    closing_together,
    disclosure,
    handback_note,
    names_put_right,
    opened_cases,
    received_files,
)
from handlers.checkin import new_checkin as checkin
from handlers.checkin import running_checkin
from handlers.checkin import typed as checkin_typed
from handlers.clocks import law
from handlers.daily import past_digests, posting, preview_actions, runs, upkeep
from handlers.desk import handover, who_is_there
from handlers.door import messages as door_said
from handlers.door import start as door
from handlers.door import told_lists
from handlers.door import unread_lists as door_waiting
from handlers.drill import drill_start as drill
from handlers.duty import typed_shifts
from handlers.emergency import bot_replacement, silence
from handlers.exporting import export_permits as export_asked
from handlers.forgetting import legal_holds
from handlers.forms.form_behaviour import FormBehaviour
from handlers.hiding import hide_chat, quiet_chat
from handlers.hiding import hiding_settings as hide_when_closed
from handlers.incidents import incident_actions as incident
from handlers.incidents import incident_list as incidents
from handlers.intake import form_answers, prompts
from handlers.intake.prompts import PromptRoute
from handlers.interventions import answers_due as answers
from handlers.interventions import intervention_actions as intervention_form
from handlers.joining import application as joining
from handlers.joining import invitations as invited
from handlers.joining import leaving, link_code, member_list, own_addresses, roster_file, start_links
from handlers.letters import letter_draft as letter
from handlers.letters import letter_form as letter_typed
from handlers.linking import pair_card as linking
from handlers.lookup import lookup_form, lookup_or_report
from handlers.outbox import administrators
from handlers.papers import paper_arguments as papers_about
from handlers.papers import paper_buttons as papers
from handlers.papers import paper_questions
from handlers.papers import paper_sources as following_papers
from handlers.permission import Actor
from handlers.practice import practice_form as practice
from handlers.practice import practice_offers, real
from handlers.proceedings import proceeding_actions as proceeding_form
from handlers.proceedings import reported, typed_hearings
from handlers.reporting import (
    another_case,
    chat_transfer,
    code_entry,
    consent_questions,
    consent_withdrawals,
    everyday_words,
    guests,
    illegible,
    information,
    later_answers,
    member_questions,
    member_words,
    message_routing,
    owner_updates,
    reports,
    said_to_be_out,
    silent_chat,
    sos,
    status,
    unhandled,
    words_read,
)
from handlers.routing import Act, Command, Draw, Events, FileRoute, Route, TimerRoute
from handlers.setup import first_administrator
from handlers.visits import observations, typed_words

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
    # the others by who presses them, in the files of these names
    **own_buttons.BUTTONS,  # people about themselves, and members about their own duty and place here
    **member_buttons.BUTTONS,  # a member who is asked to take a case, has it or sees it whole; lists of names; the law
    **coordinator_buttons.BUTTONS,  # a coordinator at the desk, on the telephone, for the digest; an administrator
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
    "case-sought": case_search.on_name_asked,
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

TIMERS: dict[str, TimerRoute] = timers.TIMERS

FILES: dict[str, FileRoute[Any]] = {
    roster_file.READS: FileRoute(
        LARGEST_FILE, roster_file.read_roster, roster_file.on_roster_read, roster_file.on_file_left
    ),
}

CARDS: dict[str, Draw] = card_views.CARDS
