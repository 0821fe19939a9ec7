"""What a member presses: asked to take a case, having it, seeing it whole; with a list of names, or about the law."""

from typing import Any

from core.casework.claim_kinds import VERIFICATIONS
from core.casework.follow_up_questions import QUESTIONS
from core.casework.interventions import InterventionKind as Sent
from core.casework.proceedings import ProceedingKind
from core.timeline import VISITS
from core.vocabulary import ACTS, OUTCOMES, REASONS
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
from handlers.casework import (
    case_acts,
    case_handover,
    case_holders,
    case_references,
    closing,
    handback_note,
    name_consents,
    names_put_right,
    notes,
    offer_answers,
    partly_released,
    past_cases,
    relay,
    still_yours,
    unhiding,
    verification,
)
from handlers.casework import later_questions as asking_later
from handlers.clocks import law
from handlers.door import buttons as door_pressed
from handlers.door import start as door
from handlers.door import unread_lists as door_waiting
from handlers.forgetting import erasure_requests as forget
from handlers.forgetting import legal_holds
from handlers.forms import held_words
from handlers.interventions import intervention_actions as intervention_form
from handlers.linking import pair_card as linking
from handlers.papers import outgoing_numbers, paper_approval
from handlers.papers import paper_arguments as papers_about
from handlers.papers import paper_buttons as papers
from handlers.permission import UNLESS_CLOSED, WHILE_CLOSED, Actor
from handlers.proceedings import nondisclosure, proceeding_arguments, reported, typed_hearings
from handlers.proceedings import proceeding_actions as proceeding_form
from handlers.reporting import chat_transfer, member_questions, member_words, message_routing, own_reports
from handlers.routing import Route
from handlers.visits import (
    bad_news,
    observations,
    observed_words,
    typed_releases,
    unplaced_words,
    visit_steps,
)

BUTTONS: dict[str, Route[Any]] = {
    # of a member who is asked to take a case
    "accept": Route(offer_answers.on_accepted, Actor.ASKED, offer),
    "decline": Route(offer_answers.on_declined, Actor.ASKED, offer),
    "bundle": Route(offer_answers.on_all_accepted, Actor.ASKED, several_offers),
    "unable": Route(offer_answers.on_all_declined, Actor.ASKED, several_offers),
    "why": Route(offer_answers.on_reason_given, Actor.ASKED, offer, words=REASONS),
    "more": Route(case_references.on_chat_asked, Actor.ASKED, offer),
    "page": Route(case_references.on_page_turned, Actor.STAFF, case_references.page_of_list),
    # of a member who has it
    "linked": Route(linking.on_pair_answered, Actor.MEMBER, linking.pressed_pair),
    "unlink": Route(linking.on_undone, Actor.MEMBER, linking.pressed_link),
    "placed": Route(case_acts.on_location_set, Actor.HOLDER_OR_COORDINATOR, case_and_place, UNLESS_CLOSED),
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
}
