"""How a card of this subject looks now, and what is said on the card of a case that somebody sees whole."""

from functools import partial

from core.records.check_ins import WELL_CARD
from core.vocabulary import TaskKind
from handlers.alerting import unanswered as alerting_unanswered
from handlers.bulk import ticked_cases
from handlers.calls import incoming_calls, round_card, rounds
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
    case_holders,
    case_pairs,
    changed_identity,
    consent_lines,
    notes,
    phone_lines,
    received_files,
    source_lines,
)
from handlers.checkin import running_checkin, signs
from handlers.clocks import clock_card, clock_lines
from handlers.daily import previews
from handlers.desk import handover
from handlers.door import claims as door_writing
from handlers.door import list_card as door_card
from handlers.door import lists as door_lists
from handlers.door import unread_lists as door_waiting
from handlers.drill import drill_offers
from handlers.duty import swaps
from handlers.exporting import export_permits as export_asked
from handlers.forgetting import legal_holds
from handlers.incidents import incident_board
from handlers.incidents import incident_cases as incident_cards
from handlers.incidents import incident_list as incidents
from handlers.interventions import answers_due as answers
from handlers.interventions import intervention_lines
from handlers.joining import approval
from handlers.joining import invitations as invited
from handlers.letters import letter_draft as letter
from handlers.letters import letter_pages as letter_page
from handlers.linking import case_owners
from handlers.linking import pair_card as linking
from handlers.lookup import lookup_card, waiting_lookups
from handlers.papers import paper_approval
from handlers.practice import practice_form as practice
from handlers.practice import practice_offers
from handlers.practice import practice_run as practising
from handlers.proceedings import proceeding_lines
from handlers.reporting import reporter_card, telephone_reports
from handlers.routing import Draw
from handlers.visits import visit_lines

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
    WELL_CARD: signs.view,
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
