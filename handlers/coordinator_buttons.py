"""What a coordinator presses: at the desk, on the telephone, for the digest; and what is an administrator's."""

from typing import Any

from handlers.arguments import case, case_and_colleague, offer, plain_text
from handlers.calls import incoming_calls, rounds, station_calls
from handlers.cards import task_card
from handlers.casework import (
    assignment,
    case_acts,
    case_references,
    changed_identity,
    closing,
    closing_together,
    opened_cases,
    unhiding,
    verification,
)
from handlers.daily import past_digests, preview_actions
from handlers.desk import board_filter, handover, jokes
from handlers.drill import drill_start as drill
from handlers.duty import team_duty
from handlers.exporting import export_permits as export_asked
from handlers.incidents import incident_actions as incident
from handlers.incidents import incident_list as incidents
from handlers.joining import approval, leaving, member_list, roster_file
from handlers.joining import invitations as invited
from handlers.letters import letter_buttons as letter_acts
from handlers.letters import letter_draft as letter
from handlers.linking import case_owners
from handlers.linking import pair_card as linking
from handlers.lookup import lookup_card, lookup_or_report
from handlers.permission import UNLESS_CLOSED, WHILE_CLOSED, WHILE_OPEN, Actor
from handlers.reporting import passed_on, telephone_reports, words_read
from handlers.routing import Route
from handlers.setup import digest_channel

BUTTONS: dict[str, Route[Any]] = {
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
    "stays": Route(case_owners.on_stays, Actor.COORDINATOR, case, UNLESS_CLOSED),
    "passes": Route(case_owners.on_passed, Actor.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "both": Route(case_owners.on_both, Actor.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
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
    # an administrator's
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
