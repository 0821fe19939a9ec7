"""The table of contents: what happens when. Every behaviour of the service is found from here.

COMMANDS   typed, in a private chat: what is done, who may, and what is read from the words behind it
BUTTONS    ``action:argument`` on inline buttons, likewise; form buttons are ``form/question:value`` and go to FORMS
FORMS      conversations and what follows from their answers
EVENTS     what happens without being asked for by a name: words, chats, sendings, the machine
TIMERS     what happens when a timer of this kind comes due, and when it failed for good
FILES      files that are read and not kept, by what they are for
CARDS      how a card of this subject looks now

What a column means is said in handlers.routing. Who may do what, as tried: docs/permissions.md.
"""

from typing import Any

from bot.core.casework.interventions import Sort as Sent
from bot.core.casework.proceedings import Sort
from bot.core.casework.unhurried import QUESTIONS
from bot.core.casework.verifying import VERIFICATIONS
from bot.core.roster.sheet import MOST
from bot.core.timeline import VISITS
from bot.core.vocabulary import ACTS, OUTCOMES, REASONS, AskKind
from handlers import by_name, chats, commands, failures
from handlers.alerting import (
    asks,
    bell,
    delivered,
    escalation,
    limited,
    offering,
    pause,
    undelivered,
    unheard,
    unseen,
)
from handlers.calls import asked_for, call_card, new_call, round_card, rounds, station_ringing
from handlers.cards import (
    ask_card,
    board,
    case_card,
    chat_card,
    clock_card,
    draft_card,
    hidden_card,
    history,
    missed_card,
    overviews,
    unclaimed_card,
    unread_card,
)
from handlers.casework import (
    assigning,
    bundled,
    clock_seen,
    closing,
    consents_decided,
    coordinator_buttons,
    first_action,
    handed_out,
    handing,
    keeping_files,
    lawyer_buttons,
    lists,
    name_index,
    named,
    notes,
    open_with_reason,
    other_phone,
    parting,
    placing,
    relay,
    ringing,
    same_event,
    search,
    second_lawyer,
    still_yours,
    together,
    unhiding,
    verifying,
)
from handlers.casework import unhurried as asking_later
from handlers.checkin import form as checkin
from handlers.checkin import in_words as checkin_in_words
from handlers.checkin import missed, running, signs
from handlers.checkin import typed as checkin_typed
from handlers.clocks import anew, due, following, law
from handlers.daily import (
    chains,
    clock_jumped,
    clock_put_back,
    digest,
    editions,
    holding,
    housekeeping,
    noting,
    posting,
    preview_card,
    previews,
    reissue,
    starting,
    versions,
)
from handlers.desk import handover, handover_card, jokes, sifting
from handlers.door import begun as door
from handlers.door import card as door_card
from handlers.door import lists as door_lists
from handlers.door import pressed as door_pressed
from handlers.door import said as door_said
from handlers.door import waiting as door_waiting
from handlers.door import writing as door_writing
from handlers.drill import asked_for as drill
from handlers.drill import offers as drill_offers
from handlers.drill import running as drilling
from handlers.duty import evening, example, stint_cards, swaps, team, unanswered, weekly, written
from handlers.duty import own as own_duty
from handlers.emergency import announcing, silence, succession
from handlers.exporting import asked as export_asked
from handlers.exporting import card as export_card
from handlers.exporting import permits
from handlers.forgetting import asked as forget
from handlers.forgetting import evidence, holds, singly
from handlers.forgetting import night as forgetting
from handlers.forms import dialogues
from handlers.forms.follow import Follow
from handlers.hiding import answered as hide_answered
from handlers.hiding import clearing, hide
from handlers.hiding import settings as hiding_settings
from handlers.hiding import when_closed as hide_when_closed
from handlers.incidents import about as incident
from handlers.incidents import acts as incident_acts
from handlers.incidents import board as incident_board
from handlers.incidents import listing as incidents
from handlers.incidents import membership as incident_cards
from handlers.incidents import seeking
from handlers.incidents import typed as incident_typed
from handlers.interventions import about as sent_paper
from handlers.interventions import buttons as interventions
from handlers.interventions import form as intervention_form
from handlers.interventions import owed
from handlers.interventions import waiting as answers
from handlers.joining import deciding, ending, inviting, members, opened, reached, roster_file, word
from handlers.joining import form as joining
from handlers.joining import invitations as invited
from handlers.letters import acts as letter_acts
from handlers.letters import begun as letter
from handlers.letters import draft as letter_draft
from handlers.letters import page as letter_page
from handlers.letters import typed as letter_typed
from handlers.linking import buttons as linking
from handlers.linking import card as same_case
from handlers.linking import owners, pairs
from handlers.lookup import asked, becoming, called_back, card, form, waiting
from handlers.outbox import copies, operator
from handlers.papers import about as papers_about
from handlers.papers import buttons as papers
from handlers.papers import confirming
from handlers.papers import drafts as paper_drafts
from handlers.papers import following as following_papers
from handlers.papers import questions as paper_questions
from handlers.permission import UNLESS_CLOSED, WHILE_CLOSED, WHILE_OPEN, Who
from handlers.practice import card as practice_card
from handlers.practice import form as practice
from handlers.practice import offers, real
from handlers.practice import running as practising
from handlers.pressed import (
    case,
    case_and_colleague,
    case_and_guest,
    case_and_person,
    case_and_place,
    case_and_words,
    offer,
    several_offers,
    text,
)
from handlers.proceedings import about, times
from handlers.proceedings import buttons as proceedings
from handlers.proceedings import form as proceeding_form
from handlers.reporting import (
    a_question,
    another,
    before_moving,
    by_telephone,
    case_from_draft,
    code_said,
    code_tries,
    consents,
    drafts,
    everyday,
    first_screen,
    guests,
    illegible,
    language,
    live_card,
    members_report,
    moving,
    owner_hears,
    reports,
    rights,
    silent_chat,
    sos,
    status,
    unhandled,
    unhurried,
    which_report,
    withdrawals,
    without_place,
    words_moved,
    words_placed,
    words_read,
)
from handlers.routing import Button, Command, Draw, Events, Reads, Timed
from handlers.setup import first_administrator, told_channel
from handlers.visits import acts, inside, seen, typed

COMMANDS: dict[str, Command[Any]] = {
    "start": Command(opened.on_start, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "report": Command(reports.on_report_asked, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "rights": Command(rights.on_asked, Who.ANYBODY, text),
    "sos": Command(sos.on_sos, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "checkin": Command(checkin.on_asked, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "status": Command(status.on_asked, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "practice": Command(practice.on_asked, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "drills": Command(offers.on_drills_asked, Who.MEMBER, offers.choice),
    "drill": Command(drill.on_asked, Who.COORDINATOR, drill.place, unknown="drill-unknown"),
    "duty": Command(written.on_asked, Who.MEMBER, written.asked, unknown="duty-not-yours"),
    "hide": Command(hide.on_hide_asked, Who.ANYBODY, text, in_mute=Who.ANYBODY),
    "settings": Command(
        hiding_settings.on_asked, Who.ANYBODY, hiding_settings.typed, unknown="settings-unknown"
    ),
    "language": Command(language.on_language_asked, Who.ANYBODY, text),
    "help": Command(commands.on_help, Who.ANYBODY, text),
    "law": Command(law.on_asked, Who.MEMBER, text),
    "id": Command(commands.on_id, Who.ANYBODY, text),
    "case": Command(search.on_asked, Who.HOLDER_OR_COORDINATOR, search.sought),
    "paper": Command(papers.on_code, Who.HOLDER_OR_COORDINATOR, papers_about.by_code),
    "cases": Command(commands.on_cases, Who.STAFF, text),
    "handover": Command(handover.on_asked, Who.COORDINATOR, text),
    "owed": Command(owed.on_asked, Who.COORDINATOR, text),
    "holds": Command(holds.on_list, Who.COORDINATOR, text),
    "link": Command(linking.on_link_asked, Who.COORDINATOR, linking.two_codes),
    "list": Command(door.on_asked, Who.MEMBER, door.typed),
    "incident": Command(incidents.on_asked, Who.COORDINATOR, incident.name),
    "incidents": Command(incidents.on_list_asked, Who.COORDINATOR, text),
    "letter": Command(letter.on_asked, Who.COORDINATOR, letter.typed),
    "invite": Command(inviting.on_invite, Who.COORDINATOR, inviting.whom),
    "members": Command(members.on_members, Who.COORDINATOR, members.page, unknown="members-none"),
    "leave": Command(ending.on_leave, Who.MEMBER, ending.choice),
    "addresses": Command(reached.on_asked, Who.MEMBER, text),
    "digest": Command(editions.on_asked, Who.COORDINATOR, text),
    "calls": Command(asked_for.on_asked, Who.COORDINATOR, asked_for.sought, unknown="round-unknown"),
    "new": Command(new_call.on_new, Who.COORDINATOR, new_call.said),
    "export": Command(export_asked.on_asked, Who.COORDINATOR, export_asked.typed, unknown="exports-how"),
    "roster": Command(roster_file.on_asked, Who.ADMINISTRATOR, text),
}

BUTTONS: dict[str, Button[Any]] = {
    # a person's own
    "hide": Button(hide.on_hide_asked, Who.ANYBODY, text, in_mute=Who.ANYBODY),
    "sos": Button(sos.on_sos, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "sees": Button(first_screen.on_sees_asked, Who.ANYBODY, text),
    "settings": Button(hiding_settings.on_pressed, Who.ANYBODY, text),
    "later": Button(hide_when_closed.on_chosen, Who.ANYBODY, text),
    "rights": Button(rights.on_asked, Who.ANYBODY, text),
    "language": Button(language.on_language_chosen, Who.ANYBODY, text),
    "continue": Button(
        reports.on_continued, Who.ANYBODY, drafts.own, in_mute=Who.NOBODY, unknown="draft-gone"
    ),
    "drop": Button(drafts.on_dropped, Who.ANYBODY, drafts.own, in_mute=Who.NOBODY, unknown="draft-gone"),
    "question": Button(
        a_question.on_said, Who.ANYBODY, a_question.own, in_mute=Who.NOBODY, unknown="draft-gone"
    ),
    "which": Button(which_report.on_which, Who.ANYBODY, which_report.own_reports, in_mute=Who.NOBODY),
    "new": Button(words_moved.on_new, Who.ANYBODY, words_moved.own_words, in_mute=Who.NOBODY),
    "same": Button(words_moved.on_same, Who.ANYBODY, words_moved.own_words, in_mute=Who.NOBODY),
    "consent": Button(consents.on_answered, Who.ANYBODY, consents.own, in_mute=Who.NOBODY),
    "report": Button(
        members_report.on_report,
        Who.MEMBER,
        members_report.held_words,
        in_mute=Who.NOBODY,
        unknown="jotted-gone",
    ),
    "answers": Button(
        unhurried.on_answer, Who.ANYBODY, unhurried.own, in_mute=Who.NOBODY, unknown="later-none"
    ),
    "move": Button(before_moving.on_answered, Who.ANYBODY, before_moving.own, in_mute=Who.NOBODY),
    "checkin": Button(checkin.on_asked, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "fine": Button(running.on_fine, Who.ANYBODY, running.own, in_mute=Who.ANYBODY, unknown="checkin-none"),
    "longer": Button(
        running.on_longer, Who.ANYBODY, running.own, in_mute=Who.ANYBODY, unknown="checkin-none"
    ),
    "well": Button(
        signs.on_answered, Who.ANYBODY, signs.asked_of, in_mute=Who.ANYBODY, unknown="checkin-none"
    ),
    "practice": Button(practice.on_pressed, Who.ANYBODY, text, in_mute=Who.NOBODY),
    "drills": Button(offers.on_drills_asked, Who.MEMBER, offers.choice),
    "drill": Button(practice.on_answered, Who.MEMBER, offers.asked),
    "drilled": Button(drill.on_answered, Who.MEMBER, drill_offers.asked, unknown="drill-over"),
    "duty": Button(own_duty.on_pressed, Who.MEMBER, own_duty.pressed),
    "week": Button(weekly.on_pressed, Who.MEMBER, weekly.week),
    "cannot": Button(swaps.on_cannot, Who.MEMBER, swaps.coming),
    "stint": Button(swaps.on_answered, Who.MEMBER, swaps.own),
    "swap": Button(swaps.on_taken, Who.MEMBER, swaps.offered),
    "gone": Button(becoming.on_gone, Who.ANYBODY, becoming.own, in_mute=Who.NOBODY, unknown="lookup-none"),
    "join": Button(
        opened.on_continued, Who.ANYBODY, opened.own, in_mute=Who.NOBODY, unknown="invitation-gone"
    ),
    "successor": Button(announcing.on_known, Who.MEMBER, announcing.own),
    "example": Button(example.on_pressed, Who.MEMBER, example.word),
    "leave": Button(ending.on_leave, Who.MEMBER, ending.choice),
    "addresses": Button(reached.on_pressed, Who.MEMBER, reached.pressed, unknown="address-gone"),
    # of whoever is asked to take a case
    "accept": Button(lawyer_buttons.on_accepted, Who.ASKED, offer),
    "decline": Button(lawyer_buttons.on_declined, Who.ASKED, offer),
    "bundle": Button(bundled.on_all_accepted, Who.ASKED, several_offers),
    "unable": Button(bundled.on_all_declined, Who.ASKED, several_offers),
    "why": Button(lawyer_buttons.on_reason_given, Who.ASKED, offer, words=REASONS),
    "more": Button(lists.on_chat_asked, Who.ASKED, offer),
    "page": Button(lists.on_page_turned, Who.STAFF, lists.page),
    # of whoever has it
    "first": Button(acts.on_act, Who.LAST_OWNER, case, UNLESS_CLOSED, VISITS),
    "visit": Button(typed.on_chosen, Who.LAST_OWNER, case_and_words, UNLESS_CLOSED, unknown="jotted-gone"),
    "doorat": Button(door.on_from_case, Who.VIEWER, case, UNLESS_CLOSED),
    "inside": Button(inside.on_still, Who.LAST_OWNER, case, UNLESS_CLOSED),
    "back": Button(lawyer_buttons.on_given_back, Who.HOLDER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "tell": Button(parting.on_asked, Who.ASKED, offer),
    "mine": Button(still_yours.on_mine, Who.OWNER, case, UNLESS_CLOSED),
    "hand": Button(handing.on_asked, Who.OWNER_OR_VIEWER, case, UNLESS_CLOSED, ("", handing.KEEP)),
    "handto": Button(handing.on_chosen, Who.VIEWING_COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "second": Button(second_lawyer.on_said, Who.OWNER_OR_VIEWER, case, UNLESS_CLOSED, second_lawyer.ANSWERS),
    "closing": Button(closing.on_closing, Who.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED, ("", *OUTCOMES)),
    "closed": Button(closing.on_closed, Who.OWNER_OR_COORDINATOR, case, UNLESS_CLOSED, OUTCOMES),
    "keep": Button(closing.on_kept, Who.ANYBODY, text),
    "clockseen": Button(clock_seen.on_seen, Who.HOLDER_OR_COORDINATOR, case, UNLESS_CLOSED),
    "open": Button(coordinator_buttons.on_open_asked, Who.HOLDER_OR_COORDINATOR, case),
    # of whoever sees it whole
    "coding": Button(coordinator_buttons.on_coding, Who.VIEWER, case),
    "coded": Button(coordinator_buttons.on_coded, Who.VIEWER, case, words=ACTS),
    "verify": Button(verifying.on_case, Who.VIEWER, case, words=("", *VERIFICATIONS)),
    "source": Button(verifying.on_source, Who.VIEWER, verifying.source, words=verifying.WORDS),
    "words": Button(coordinator_buttons.on_words_asked, Who.VIEWER, case),
    "saw": Button(seen.on_saw, Who.VIEWER, case_and_person),
    "pin": Button(coordinator_buttons.on_pin_asked, Who.VIEWER, case),
    "note": Button(notes.on_noted, Who.VIEWER, case_and_words, unknown="jotted-gone"),
    "relay": Button(relay.on_sent, Who.VIEWER, case_and_words, UNLESS_CLOSED, unknown="jotted-gone"),
    "wants": Button(asking_later.on_wanted, Who.VIEWER, case, UNLESS_CLOSED, ("", *QUESTIONS)),
    "consents": Button(
        consents_decided.on_consents, Who.VIEWING_COORDINATOR, case, words=consents_decided.ACTS
    ),
    "proceedings": Button(proceedings.on_list, Who.VIEWER, case, words=proceedings.PAGES),
    "begin": Button(proceedings.on_begun, Who.VIEWER, about.opening, UNLESS_CLOSED, ("", *Sort)),
    "proceeding": Button(proceedings.on_one, Who.VIEWER, about.one),
    "change": Button(proceedings.on_changed, Who.VIEWER, about.one, UNLESS_CLOSED, proceedings.CHANGES),
    "charge": Button(proceedings.on_charged, Who.VIEWER, about.charge, UNLESS_CLOSED),
    "hearing": Button(proceedings.on_hearing, Who.VIEWER, about.hearing),
    "sat": Button(proceedings.on_sat, Who.VIEWER, about.hearing, UNLESS_CLOSED, proceedings.SAT),
    "bound": Button(proceedings.on_bound, Who.VIEWER, case, UNLESS_CLOSED, ("", "yes", "no")),
    "interventions": Button(interventions.on_list, Who.VIEWER, case, words=interventions.PAGES),
    "send": Button(interventions.on_begun, Who.VIEWER, about.opening, words=("", *Sent)),
    "intervention": Button(interventions.on_one, Who.VIEWER, sent_paper.one),
    "reply": Button(interventions.on_changed, Who.VIEWER, sent_paper.one, words=interventions.CHANGES),
    "papers": Button(papers.on_list, Who.VIEWER, papers_about.listing),
    "draft": Button(papers.on_begun, Who.VIEWER, papers_about.new),
    "paper": Button(papers.on_paper, Who.VIEWER, papers_about.paper),
    "occasion": Button(papers.on_occasion, Who.HOLDER_OR_COORDINATOR, case, words=papers.CALLS),
    "agree": Button(confirming.on_answered, Who.COORDINATOR, papers_about.asked),
    "preserve": Button(holds.on_pressed, Who.VIEWING_COORDINATOR, case, words=holds.WORDS),
    "forget": Button(forget.on_pressed, Who.VIEWING_COORDINATOR, case, WHILE_CLOSED, forget.WORDS),
    "history": Button(coordinator_buttons.on_history_asked, Who.VIEWING_COORDINATOR, case),
    "files": Button(coordinator_buttons.on_files_asked, Who.VIEWER, case),
    "mute": Button(coordinator_buttons.on_muting, Who.VIEWING_COORDINATOR, case),
    "unmute": Button(coordinator_buttons.on_unmuted, Who.VIEWING_COORDINATOR, case),
    "proved": Button(moving.on_proved, Who.VIEWING_COORDINATOR, case_and_guest),
    "answer": Button(unhiding.on_answered_again, Who.VIEWING_COORDINATOR, case, words=unhiding.ANSWERS),
    "silence": Button(unhiding.on_silence, Who.VIEWING_COORDINATOR, case, words=unhiding.SILENCES),
    # of whoever brings a list of names, or reads it
    "door": Button(door_pressed.on_pressed, Who.MEMBER, door_pressed.own, unknown="door-gone"),
    "doorread": Button(door_waiting.on_read, Who.COORDINATOR, door_pressed.waits, unknown="door-gone"),
    # what the law says
    "law": Button(law.on_asked, Who.MEMBER, text),
    "lawrow": Button(law.on_row_asked, Who.MEMBER, law.row),
    "lawsign": Button(law.on_signed, Who.COORDINATOR, law.row),
    "lawrevoke": Button(law.on_revoked, Who.COORDINATOR, law.row),
    # the coordinator's
    "joke": Button(jokes.on_joke, Who.VIEWING_COORDINATOR, case, UNLESS_CLOSED, ("", jokes.CLOSE)),
    "wipe": Button(jokes.on_wiped, Who.COORDINATOR, case, WHILE_CLOSED),
    "handover": Button(handover.on_chosen, Who.COORDINATOR, handover.colleague),
    "handback": Button(handover.on_undone, Who.COORDINATOR, handover.given),
    "handtake": Button(handover.on_accepted, Who.COORDINATOR, handover.offered),
    "sift": Button(sifting.on_sifted, Who.COORDINATOR, sifting.board),
    "returned": Button(unhiding.on_member_back, Who.COORDINATOR, unhiding.member),
    "incident": Button(incident_acts.on_act, Who.COORDINATOR, incident.one),
    "undone": Button(incident_acts.on_undone, Who.COORDINATOR, incident.decision),
    "incidents": Button(incidents.on_case_asked, Who.COORDINATOR, case),
    "enlist": Button(incidents.on_added, Who.COORDINATOR, incident.both, words=("", incident.SURE)),
    "letters": Button(letter.on_begun, Who.COORDINATOR, letter.incident),
    "letter": Button(letter_acts.on_act, Who.COORDINATOR, letter_draft.one),
    "delist": Button(incidents.on_taken_out, Who.COORDINATOR, incident.decision),
    "take": Button(coordinator_buttons.on_took, Who.COORDINATOR, case, WHILE_OPEN),
    "chat": Button(lists.on_chat_asked, Who.COORDINATOR, case),
    "all": Button(together.on_all_asked, Who.COORDINATOR, case),
    "allclosed": Button(together.on_all_closed, Who.COORDINATOR, case, words=together.ENDS),
    "again": Button(together.on_all_reopened, Who.COORDINATOR, together.closed_with),
    "ring": Button(ringing.on_ring_asked, Who.COORDINATOR, case),
    "missed": Button(ringing.on_missed_asked, Who.COORDINATOR, case),
    "ringing": Button(ringing.on_ringing, Who.COORDINATOR, case, WHILE_OPEN),
    "rung": Button(coordinator_buttons.on_rung, Who.COORDINATOR, offer, WHILE_OPEN),
    "ask": Button(coordinator_buttons.on_lawyers_wanted, Who.COORDINATOR, case, WHILE_OPEN),
    "assign": Button(assigning.on_asked, Who.COORDINATOR, case, WHILE_OPEN),
    "assignto": Button(assigning.on_chosen, Who.COORDINATOR, case_and_colleague, WHILE_OPEN),
    "reopen": Button(coordinator_buttons.on_reopened, Who.COORDINATOR, case, WHILE_CLOSED),
    "linked": Button(linking.on_said, Who.COORDINATOR, linking.pair),
    "unlink": Button(linking.on_undone, Who.COORDINATOR, linking.link),
    "stays": Button(owners.on_stays, Who.COORDINATOR, case, UNLESS_CLOSED),
    "passes": Button(owners.on_passed, Who.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "both": Button(owners.on_both, Who.COORDINATOR, case_and_colleague, UNLESS_CLOSED),
    "placed": Button(placing.on_placed, Who.COORDINATOR, case_and_place, WHILE_OPEN),
    "still": Button(coordinator_buttons.on_still_held, Who.COORDINATOR, case, UNLESS_CLOSED),
    "called": Button(called_back.on_called_back, Who.COORDINATOR, becoming.waits, unknown="lookup-settled"),
    "vanished": Button(becoming.on_vanished, Who.COORDINATOR, becoming.waits, unknown="lookup-settled"),
    "drillbegin": Button(drill.on_begun, Who.COORDINATOR, drill.place),
    "phone": Button(
        other_phone.on_pressed, Who.COORDINATOR, other_phone.asked, unknown="strange-phone-settled"
    ),
    "uninvite": Button(
        inviting.on_withdrawn, Who.COORDINATOR, inviting.under_way, unknown="invitation-settled"
    ),
    "joined": Button(deciding.on_decided, Who.COORDINATOR, deciding.asked, unknown="invitation-settled"),
    "members": Button(members.on_members, Who.COORDINATOR, members.page),
    "member": Button(members.on_member, Who.COORDINATOR, members.one),
    "suspend": Button(ending.on_suspending, Who.COORDINATOR, ending.other),
    "suspended": Button(ending.on_suspended, Who.COORDINATOR, ending.other),
    "reinvite": Button(members.on_reinvited, Who.COORDINATOR, members.suspended),
    "team": Button(team.on_pressed, Who.COORDINATOR, team.pressed),
    # the telephone, and calls to stations
    "calls": Button(asked_for.on_case, Who.VIEWING_COORDINATOR, case, UNLESS_CLOSED),
    "evidence": Button(asked_for.on_evidence, Who.VIEWING_COORDINATOR, case),
    "roundof": Button(asked_for.on_region, Who.COORDINATOR, asked_for.region),
    "iring": Button(
        station_ringing.on_ringing, Who.COORDINATOR, station_ringing.station, unknown="round-over"
    ),
    "rang": Button(station_ringing.on_answered, Who.COORDINATOR, station_ringing.own, unknown="round-over"),
    "opencall": Button(new_call.on_opened, Who.COORDINATOR, new_call.own, unknown="call-gone"),
    "oncall": Button(new_call.on_continued, Who.COORDINATOR, new_call.own, unknown="call-gone"),
    "dropcall": Button(new_call.on_dropped, Who.COORDINATOR, new_call.own, unknown="call-gone"),
    # words that the bot did not understand
    "wordsread": Button(words_read.on_read, Who.COORDINATOR, words_read.draft),
    "wordsask": Button(case_from_draft.on_lawyers_wanted, Who.COORDINATOR, words_read.draft),
    "wordscities": Button(words_read.on_cities, Who.COORDINATOR, words_read.draft),
    "adopt": Button(case_from_draft.on_adopted, Who.COORDINATOR, words_read.draft),
    "wordsanswer": Button(words_read.on_answer, Who.COORDINATOR, words_read.draft),
    "wordsnot": Button(words_read.on_not_ours, Who.COORDINATOR, words_read.draft),
    # the digest before it is posted, and its correction
    "issue": Button(holding.on_issued, Who.COORDINATOR, holding.one),
    "hold": Button(holding.on_held, Who.COORDINATOR, holding.one),
    "release": Button(holding.on_released, Who.COORDINATOR, holding.one),
    "remark": Button(noting.on_pressed, Who.COORDINATOR, noting.asked),
    "reissue": Button(reissue.on_asked, Who.COORDINATOR, reissue.asked),
    "permit": Button(export_card.on_decided, Who.COORDINATOR, export_card.waiting, unknown="permit-settled"),
    # the administrator's
    "channel": Button(told_channel.on_chosen, Who.ADMINISTRATOR, told_channel.told, unknown="channel-gone"),
    "export": Button(roster_file.on_export, Who.ADMINISTRATOR, text),
    "import": Button(
        roster_file.on_confirmed, Who.ADMINISTRATOR, roster_file.own, unknown="roster-file-gone"
    ),
    "noimport": Button(
        roster_file.on_declined, Who.ADMINISTRATOR, roster_file.own, unknown="roster-file-gone"
    ),
}

FORMS: dict[str, Follow] = {
    "report": reports.REPORT,
    "opening": open_with_reason.OPENING,
    "answering": words_read.ANSWERING,
    "handing": handing.HANDING,
    "handover": handover.HANDOVER,
    "parting": parting.PARTING,
    "checkin": checkin.CHECK_IN,
    "later": unhurried.LATER,
    "practice": practice.FOLLOW,
    "lookup": form.LOOK_UP,
    "joining": joining.FOLLOW,
    "proceeding": proceeding_form.TYPED,
    "intervention": intervention_form.TYPED,
    "papers": paper_questions.ASKED,
    "hold": holding.HOLDING,
    "preserving": holds.PRESERVING,
    "remark": noting.NOTING,
    "incident": incident_typed.TYPED,
    "letter": letter_typed.TYPED,
    "call": new_call.TAKEN,
}

EVENTS = Events(
    # what comes in
    membership=chats.on_membership,  # the bot was blocked, unblocked, added to a chat
    migrated=chats.on_migrated,
    receipt=delivered.on_receipt,  # our messages have reached a phone, or were read there
    in_a_group=chats.leave_unless_ours,
    silent=silent_chat.on_said,  # anything from a chat that is hidden or muted
    illegible=illegible.on_illegible,  # it could not be decrypted: its sender is asked again
    illegible_told=failures.on_illegible,
    # after it: is this phone being taken? is it news for a lawyer? is a permission taken back? has it taken the place of a
    # practice, or of a check-in?
    heard=(
        hide.on_heard,
        owner_hears.on_heard,
        withdrawals.on_heard,
        real.hurry,
        practice.on_heard,
        running.on_heard,
        silence.on_heard,
        succession.on_heard,
    ),
    unknown_command=commands.on_unknown,
    edited=(words_placed.on_edited, words_placed.on_moved),  # the first that takes it; else it is words
    before_words=real.on_words,  # of somebody who practises: are they real?
    words=(
        hide_answered.on_said,
        roster_file.on_said,
        first_administrator.on_said,
        word.on_said,
        opened.on_said,
        named.on_code_said,
        code_said.on_code_said,
        withdrawals.on_said,
        guests.on_said,
        consents.on_said,
        checkin_typed.on_said,
        sos.on_cried,
        door_said.on_said,
        asked.on_said,
        checkin_in_words.on_said,
        written.on_said,
        typed.on_said_in_form,
        words_placed.on_happening,
        hide_when_closed.on_said,
        by_name.on_said,
        everyday.on_asked,
        unhurried.on_said,
        words_placed.on_told_in_form,
        another.on_another,
    ),  # before the form that is open
    # when none is
    words_outside=(
        words_placed.on_control,
        members_report.on_commanded,
        lists.on_number_said,
        seen.on_said,
        typed.on_said,
        notes.on_said,
        words_placed.on_said,
    ),
    parked=unhandled.on_parked,  # an update failed for good
    # what becomes of what goes out: sent, by how its key begins
    sent={
        posting.KEY: posting.on_posted,
        handed_out.KEY: handed_out.on_arrived,
        door_waiting.FILES: door_waiting.on_arrived,
        invited.KEY: invited.on_sent,
        roster_file.KEY: roster_file.on_sent,
        other_phone.KEY: other_phone.on_trusted,
    },
    paper_left=following_papers.on_left,
    arrived=delivered.on_arrived,  # a card, as a new message
    unreachable=chats.on_unreachable,
    untrusted=other_phone.on_untrusted,  # another phone answers there
    limited=limited.on_limited,  # the messenger takes nothing more from us there
    served=limited.on_served,  # it has taken something
    undrawable=failures.on_undrawable,
    unshown=unseen.on_unshown,  # undrawable, or the messenger refused it
    stuck=failures.on_stuck,
    given_up=failures.on_given_up,  # it failed so often that the address counts as out of reach
    rejected=failures.on_rejected,
    # what becomes of files that were sent
    kept=keeping_files.on_kept,
    left=keeping_files.on_left,
    # the machine
    started=starting.on_started,
    clock_put_back=clock_put_back.on_clock_put_back,
    clock_jumped=clock_jumped.on_clock_jumped,
    version=versions.seen,  # of the program between us and a messenger
    trouble=operator.tell,  # whatever the loops and the watchman find
    administrators=operator.chats,  # to whom it is told
    nobody_looks_after=first_administrator.offered,  # a start, and there is none: a code is shown
)

TIMERS: dict[str, Timed] = {
    "escalation": Timed(escalation.on_escalation_due, on_parked=first_action.on_parked),
    "returned": Timed(unseen.on_heard_again),
    "check-in": Timed(running.on_due),
    "check-in-left": Timed(checkin.on_left),
    "practice": Timed(practising.on_due),
    "look-up": Timed(waiting.on_due),
    "look-up-answer": Timed(form.on_answer_due),
    "look-up-left": Timed(dialogues.on_left),
    "invitation": Timed(invited.on_due),
    word.KIND: Timed(word.on_over),
    "joining-left": Timed(joining.on_left),
    told_channel.KIND: Timed(told_channel.on_due),
    first_administrator.KIND: Timed(first_administrator.on_expired),
    "import-left": Timed(roster_file.on_forgotten),
    "export-over": Timed(roster_file.on_over),
    "look-up-wiped": Timed(waiting.on_wiped),
    name_index.SAME: Timed(pairs.on_due),
    "name-index": Timed(name_index.on_rebuilding),
    "reminder": Timed(first_action.on_reminder_due),
    door_waiting.LATE: Timed(door_waiting.on_late),
    "brought-left": Timed(door_waiting.on_left),
    "brought-waits": Timed(door_waiting.on_due),
    "brought-writing": Timed(door_writing.on_due),
    "pause": Timed(pause.on_due),
    "unheard": Timed(unheard.on_due),
    "morning": Timed(escalation.on_morning),
    offering.UNDELIVERED: Timed(undelivered.on_due),
    "bell": Timed(bell.on_due),
    "hush": Timed(asks.on_hush_over),
    "ringing": Timed(ringing.on_over),
    "still-yours": Timed(still_yours.on_due),
    "mine-unanswered": Timed(still_yours.on_answer_due),
    handover_card.CARD: Timed(handover.on_due),
    "handing": Timed(assigning.on_due),
    "second-gone": Timed(second_lawyer.on_gone),
    following.KIND: Timed(due.on_due),
    anew.KIND: Timed(anew.on_due, wall_clock=anew.schedule),
    "first-action": Timed(first_action.on_first_action_due, on_parked=first_action.on_parked),
    "inside": Timed(inside.on_due),
    "inside-unanswered": Timed(inside.on_unanswered),
    "consents": Timed(consents.on_due),
    "draft": Timed(drafts.on_draft_due),
    "lapsed-station": Timed(station_ringing.on_lapsed),
    "again-station": Timed(station_ringing.on_again),
    "unopened-call": Timed(new_call.on_left),
    "reason": Timed(open_with_reason.on_left),
    "wipe": Timed(drafts.on_wipe_due),
    drafts.UNREAD: Timed(drafts.on_unread_due),
    "no-place": Timed(without_place.on_due),
    "which": Timed(which_report.on_which_due),
    "unhurried": Timed(asking_later.on_due),
    "unhurried-left": Timed(dialogues.on_left),
    "hearing": Timed(times.on_due),
    **dict.fromkeys((answers.ANSWER, answers.OWED), Timed(answers.on_due)),
    "unmade-paper": Timed(paper_drafts.on_left),
    "unallowed-paper": Timed(confirming.on_unanswered),
    "unanswered-paper": Timed(paper_questions.on_left),
    "sending-left": Timed(intervention_form.on_left),
    "typing-left": Timed(proceeding_form.on_left),
    same_event.KIND: Timed(seeking.on_due),
    "together-left": Timed(dialogues.on_left),
    "missive-left": Timed(dialogues.on_left),
    "missive-forgotten": Timed(evidence.on_letter_left),
    "note": Timed(notes.on_forgotten),
    "copies": Timed(copies.on_due),
    "fade": Timed(handed_out.on_fading),
    "emptying": Timed(clearing.on_emptying_due),
    "wish": Timed(hide_when_closed.on_due),
    "forget": Timed(code_tries.on_forgotten),
    "tap-ends": Timed(own_duty.on_ending),
    "shifts-typed": Timed(weekly.on_forgotten),
    "stints-unanswered": Timed(unanswered.on_due),
    evening.ASKED: Timed(evening.on_evening, wall_clock=evening.schedule_evening),
    evening.TOLD: Timed(evening.on_week, wall_clock=evening.schedule_week),
    announcing.KIND: Timed(announcing.on_due),
    permits.KIND: Timed(permits.on_over),
    "digest": Timed(digest.on_digest_due, wall_clock=digest.schedule),
    previews.SOON: Timed(previews.on_soon),
    previews.OVER: Timed(previews.on_day_over),
    "unexplained-left": Timed(dialogues.on_left),
    forget.KIND: Timed(forget.on_due),
    forgetting.KIND: Timed(forgetting.on_due, singly.on_parked, forgetting.schedule, deletes=True),
    singly.KIND: Timed(singly.on_due),
    "withheld-left": Timed(dialogues.on_left),
    "sentence-left": Timed(dialogues.on_left),
    "drill": Timed(drilling.on_due),
    drilling.UNHEARD: Timed(drilling.on_unheard),
    "weekly-drill": Timed(drill.on_weekly, wall_clock=drill.schedule),
    versions.KIND: Timed(versions.on_due),
    "housekeeping": Timed(housekeeping.on_housekeeping_due, wall_clock=housekeeping.schedule, deletes=True),
    "chains": Timed(chains.on_chains_due, wall_clock=chains.schedule),
}

FILES: dict[str, Reads[Any]] = {
    roster_file.READS: Reads(MOST, roster_file.read, roster_file.on_read, roster_file.on_left),
}

CARDS: dict[str, Draw] = {
    "alert": case_card.alert,
    "case": case_card.opened,
    clock_card.OWN: clock_card.own,
    clock_card.ALL: clock_card.every,
    "board": board.view,
    incident_cards.CARD: incident_board.view,
    incident_cards.LIST: incidents.view,
    letter_draft.CARD: letter_page.view,
    "list": overviews.offers,
    "chat": chat_card.view,
    history.CARD: history.view,
    handover_card.CARD: handover_card.view,
    answers.OWED: owed.view,
    confirming.CARD: confirming.view,
    unclaimed_card.CARD: unclaimed_card.view,
    "report": live_card.view,
    unread_card.CARD: unread_card.view,
    **dict.fromkeys(draft_card.CARDS.values(), draft_card.view),
    running.SUBJECT: running.view,
    missed.QUESTION: signs.view,
    missed_card.CARD: missed_card.view,
    practising.CARD: practice_card.view,
    offers.CARD: offers.view,
    drill_offers.CARD: drill_offers.view,
    waiting.SUBJECT: card.view,
    door_lists.CARD: door_card.view,
    door_lists.WAITING: door_waiting.view,
    previews.CARD: preview_card.view,
    permits.CARD: export_card.view,
    invited.MADE: inviting.view,
    invited.ASKS: deciding.view,
    swaps.OWN: stint_cards.view,
    swaps.OFFER: stint_cards.offer_view,
    by_telephone.CARD: call_card.view,
    rounds.SUBJECT: round_card.view,
    "hidden": hidden_card.view,
    other_phone.CARD: other_phone.view,
    **{f"ask-{kind}": ask_card.ask for kind in AskKind},
    f"ask-{AskKind.TWO_OWNERS}": owners.view,
    pairs.CARD: same_case.view,
}
