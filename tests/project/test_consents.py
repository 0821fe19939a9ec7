"""Nobody's name leaves, and nobody is written to, past the one function that says whether it is allowed.

Every place that reads a person's name or words, and every place that writes into a chat, is named here, with where it goes.
A new one fails until somebody has said on which side it stands.
"""

import ast
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.model import LANGUAGES
from core.resources.word_files import load_words
from core.vocabulary import ConsentUse
from handlers import routes
from handlers.casework.name_consents import QUESTIONS
from tests.project.tree import ROOT, modules

WORDS = load_words()
# Who asks what is permitted.
ASKS_PERMITS = {
    "core/papers/drafting.py:naming_bar",  # a paper names nobody who is barred, and its maker is told why
    "core/papers/parties.py:consent_group",  # who gave it, as the paper says
    "core/papers/un_papers.py:_published",  # since when it may be published, as the paper says
    "handlers/casework/consent_lines.py:_permitted",  # shows it to whoever sees the case whole
    "core/exporting/exported_case.py:confidentiality",  # marks a record of an export
    "core/exporting/exported_case.py:may_name",  # a full export, which two coordinators allowed
    "handlers/daily/previews.py:find_named",  # tells a coordinator whose name a sentence of theirs may not hold
}
ASKS_WRITTEN_TO = {
    "handlers/casework/name_consents.py:ask_reporter",
    "handlers/casework/relay.py:on_sent",
    "handlers/casework/later_questions.py:on_due",
    "handlers/casework/later_questions.py:on_wanted",
    "handlers/outbox/news.py:_write",
    "handlers/people/addresses.py:may_be_answered",
    "handlers/reporting/reports.py:_on_changed",  # what was not told yet
    "handlers/proceedings/arrest_reminders.py:_family",
}

# Where names of people are read, and who sees what comes of it.
READS_NAMES = {
    "handlers/reporting/said_to_be_out.py:_is_all_clear": "nobody: they are counted",
    "handlers/reporting/said_to_be_out.py:_left_without": "nobody: it takes one out of those who are held",
    "handlers/reporting/said_to_be_out.py:ask_if_told": "the reporter: buttons with the names that they gave",
    "handlers/casework/one_event.py:_told_event": "nobody: it compares them",
    "handlers/casework/one_event.py:_may_be_one": "nobody: it compares them",
    "core/casework/proceedings.py:hearing_meant": "nobody: it counts them",
    "bot/cli/storage.py:migrate_database": "the technician: how migrations are called",
    "bot/cli/paper.py:list_": "the technician: how papers are called",
    "bot/cli/roster.py:list_": "the technician: members of the roster",
    "bot/cli/roster.py:_person": "the technician: whom the file has",
    "bot/cli/emergency_steps.py:show_receipts": "the technician: members who are to be rung",
    "core/casework/case_columns.py:case_columns": "nobody: how many have one",
    "core/casework/case_columns.py:case_priority": "nobody: how many there are",
    "core/casework/ownership.py:wants_second": "nobody: what is urgent about one",
    "core/casework/consents.py:_named_by": "nobody: who named them",
    "core/casework/consents.py:_names_anybody": "nobody: how many they named",
    "core/casework/consents.py:is_permitted": "nobody: which of them is meant",
    "core/casework/case_view.py:earliest": "the view itself",
    "core/casework/case_view.py:names": "the view itself",
    "core/casework/case_view.py:of": "the view itself",
    "core/casework/linking.py:_as_one": "nobody: numbers of people, who is whom",
    "core/casework/linking.py:matched_persons": "nobody: likewise",
    "core/casework/linking.py:case_feed": "nobody: likewise",
    "handlers/linking/case_links.py:unlink_cases": "nobody: likewise",
    "handlers/linking/case_links.py:_added_facts": "nobody: whether there is one more",
    "core/casework/visits.py:people_told_of": "nobody: of whom something is said",
    "core/casework/turns.py:people_left": "nobody: how many are not out",
    "handlers/casework/goes_on.py:is_denied": "nobody: whether the words name somebody who is out",
    "handlers/casework/goes_on.py:_withdraw_releases": "nobody: likewise",
    "handlers/casework/partly_released.py:_named_in": "nobody: in which reports somebody is named",
    "handlers/casework/partly_released.py:on_out": "nobody: which of them is out",
    "handlers/casework/partly_released.py:_show_people": "whoever sees the case whole: on_some_out and the route ask",
    "core/casework/case_view.py:people": "the view itself",
    "core/casework/case_columns.py:_options_said": "nobody: what is said of people, not what they are called",
    "playground/demo/findings.py:_row": "the demonstration: made-up people",
    "playground/demo/coordination.py:_case_of": "the demonstration: numbers of people who have one",
    "handlers/letters/letter_buttons.py:_oblique_names": "coordinators: names of the letter, to be written right",
    "handlers/letters/letter_content.py:_office_options": "members: how offices are called",
    "handlers/letters/letter_form.py:_case_of_person": "nobody: in which case somebody is",
    "bot/loops/watchman.py:_note": "nobody: names of kinds of trouble",
    "handlers/bulk/ticked_cases.py:view": "whoever sees the case whole, or was shown the name: a line says so",
    "handlers/cards/case_lines.py:_entry_words": "whoever sees the case whole",
    "handlers/casework/consent_lines.py:_permitted": "nobody: which may be used",
    "handlers/cards/fact_lines.py:_value_words": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:_names_words": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:_people_words": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:fact_line": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:person_name": "whoever sees the case whole",
    "handlers/outbox/sending.py:send_document": "nobody: what a file that we made is called",
    "handlers/clocks/clock_lines.py:_person": "whoever sees the case whole",
    "handlers/cards/history.py:overrun_words": "coordinators: names of clocks",
    "handlers/clocks/clock_lines.py:clock_name": "whoever has the case, coordinators: names of clocks",
    "handlers/clocks/law.py:_row_name": "members: names of rows of the law",
    "handlers/visits/visit_lines.py:who_words": "whoever sees the case whole",
    "handlers/cards/words_and_files.py:file_caption": "whoever may have the file: the name that its sender gave it",
    "handlers/papers/dossiers.py:load_inputs": "nobody: which of them a paper may not name",
    "handlers/interventions/intervention_actions.py:on_begun": "nobody: how many have one",
    "handlers/interventions/intervention_screens.py:paper_screen": "whoever sees the case whole",
    "handlers/papers/paper_page.py:name_lines": "whoever sees the case whole: their names in other cases of the grammar",
    "handlers/papers/paper_page.py:_first_buttons": "nobody: what paper is made first",
    "handlers/papers/paper_buttons.py:on_occasion": "nobody: whether a form of a name has to be looked at",
    "playground/demo/paper_folder.py:_form": "the demonstration: the published names",
    "handlers/papers/paper_drafts.py:spelt": "whoever makes the paper: their name in every way in which it will stand",
    "handlers/papers/paper_arguments.py:listing_of_case": "nobody: how many there are",
    "handlers/papers/paper_arguments.py:new_paper": "nobody: how many there are",
    "handlers/papers/paper_arguments.py:numbered_person": "nobody: which of them is meant",
    "handlers/papers/paper_questions.py:_claim": "nobody: somebody without one is written down",
    "handlers/papers/paper_buttons.py:_whom_about": "nobody: which of them is meant",
    "handlers/papers/paper_approval.py:_initials": "coordinators: initials alone",
    "handlers/papers/paper_list.py:whom_view": "whoever sees the case whole",
    "handlers/papers/paper_list.py:view": "whoever sees the case whole",
    "handlers/papers/addressees.py:addressed_as": "nobody: what an office is called",
    "handlers/papers/addressees.py:office_name": "nobody: what an office is called",
    "handlers/cards/paper_names.py:paper_name": "nobody: what a paper is called",
    "handlers/proceedings/proceeding_screens.py:persons_screen": "whoever sees the case whole",
    "handlers/proceedings/proceeding_actions.py:on_begun": "nobody: how many have one",
    "handlers/proceedings/proceeding_arguments.py:new_proceeding": "nobody: whether it is one of the case",
    "core/casework/consents.py:undertakings": "nobody: whether a promise was taken",
    "handlers/casework/meant_cases.py:cases_named": "nobody: which of the writer's cases is meant",
    "handlers/casework/names_put_right.py:find_renamed": "whoever has the case: the name that they put right",
    "handlers/casework/name_index.py:known_of": "nobody: keyed hashes are made of them",
    "handlers/casework/case_search.py:_is_named": "nobody: whether somebody is called so",
    "handlers/casework/roster.py:save_rows": "nobody: members are written down",
    "handlers/casework/report_claims.py:_people": "nobody: they are written down",
    "handlers/casework/report_claims.py:_persons": "nobody: they are written down",
    "handlers/door/buttons.py:_correct": "nobody: which button was pressed",
    "handlers/door/unread_lists.py:view": "coordinators: which member brought a list",
    "handlers/door/claims.py:_write_line": "nobody: the number of whom a case is about",
    "handlers/forms/input_reading.py:custody_in": "nobody: whether a sentence tells of somebody who is named",
    "handlers/forms/entries.py:file_row": "nobody: a file's name is written down",
    "handlers/forms/entries.py:_payload": "nobody: what was shared is written down",
    "handlers/forms/entries.py:as_incoming": "nobody: it is read again",
    "bot/loops/outgoing_files.py:copy_of": "nobody: what a file of ours is called",
    "core/casework/call_answers.py:last_of_each": "nobody: which stations were rung",
    "core/casework/call_answers.py:people_asked_for": "nobody: who has one",
    "handlers/calls/station_answers.py:_write_claim": "nobody: what a station is called",
    "handlers/calls/station_answers.py:record_found": "nobody: what stations are called",
    "handlers/calls/station_answers.py:_write_line": "nobody: what a station is called",
    "handlers/calls/station_answers.py:_ask_who": "coordinators: whom strangers look for",
    "handlers/calls/round_card.py:_sought_lines": "coordinators: whom strangers look for; of cases to whom they were opened",
    "handlers/calls/round_card.py:view": "nobody: what a station is called",
    "handlers/calls/rounds.py:lookups_in_region": "nobody: who has one",
    "handlers/forms/answers_listed.py:_answer_words": "who typed it: a coordinator's call, a member's form",
    "handlers/joining/approval.py:_doubts": "coordinators: members of the roster",
    "handlers/joining/application.py:_answer_words": "coordinators, and whoever asks to join: their own answers",
    "handlers/joining/application.py:answer_lines": "coordinators, and whoever asks to join: their own answers",
    "handlers/joining/application.py:read_applicant": "coordinators: whoever asks to join",
    "handlers/incidents/incident_board.py:_board_buttons": "nobody: a button",
    "handlers/cards/case_labels.py:_name": "whoever sees the case whole: load_labels asks",
    "handlers/cards/case_labels.py:load_labels": "whoever sees the case whole: who_may_see is asked of each",
    "handlers/cards/detention_places.py:whereabouts": "nobody: how many are out",
    "handlers/incidents/incident_actions.py:_on_ended": "coordinators: how an incident is called",
    "handlers/lookup/lookup_or_report.py:seeks_own": "nobody: whether they ask for whom they reported themselves",
    "handlers/lookup/lookup_or_report.py:_known_answers": "whoever asked: their own words as a report",
    "handlers/lookup/lookup_card.py:_people_sought": "nobody: which cases may fit",
    "handlers/lookup/lookup_card.py:_names_words": "coordinators: whom somebody asks for",
    "handlers/lookup/lookup_form.py:keep_words": "nobody: they are written down",
    "handlers/lookup/waiting_lookups.py:count_names": "nobody: how many one account asks for",
    "handlers/reporting/drafts.py:_names_somebody": "nobody: whether there is one",
    "handlers/reporting/known_reports.py:known_report": "nobody: whether words of the same reporter name them",
    "handlers/reporting/after_closing.py:_all_known": "nobody: whether words of the same reporter name somebody else",
    "handlers/arguments.py:_is_person_of_case": "nobody: whether somebody is of this case",
    "handlers/visits/observation_panel.py:person_choices": "nobody: who has none",
    "handlers/visits/typed_releases.py:ask_who_is_free": "who has the case, and is asked who of them is free",
    "handlers/visits/typed_releases.py:on_these": "nobody: who is free is a claim",
    "handlers/visits/typed_releases.py:_named": "nobody: compared with what was typed",
    "handlers/visits/observations.py:_person_meant": "nobody: somebody without one is written down",
}

# Who draws people's words, and members' notes.
DRAWS_WORDS = {
    "handlers/casework/notes.py:newest_notes": "whoever sees the case whole",
    "handlers/casework/case_acts.py:on_notes_asked": "coordinators: what members wrote; the history says so",
    "handlers/cards/case_lines.py:whole_lines": "whoever sees the case whole",
    "handlers/casework/case_acts.py:on_words_asked": "whoever sees the case whole",
    "handlers/cards/draft_card.py:_words": "a coordinator who has read them: a line says so",
    "handlers/reporting/words_read.py:_hand_out": "likewise",
}

# Who writes into a chat.
WRITES = {
    # to reporters who have not just written: these ask
    "handlers/casework/name_consents.py:ask_reporter": "asks",
    "handlers/casework/relay.py:_send_to_reporter": "on_sent asks",
    "handlers/casework/later_questions.py:on_due": "asks",
    "handlers/casework/later_questions.py:on_wanted": "asks",
    "handlers/outbox/news.py:_write": "asks",
    "handlers/reporting/unreadable.py:on_unreadable": "who wrote words that the reporter cannot read",
    "handlers/reporting/words_read.py:_send": "_on_ended asks: an answer to what they wrote, until they say no",
    # to reporters, and why these need not
    "handlers/casework/received_files.py:on_left": "an answer: the file that they sent could not be copied",
    "handlers/practice/practice_run.py:_say": "whoever practises, and members who agreed to",
    "handlers/failures.py:on_update_parked": "an answer: what they wrote could not be read",
    "handlers/reporting/drafts.py:_offer_back": "what they began half an hour ago; nothing of it is told, no case is open",
    "handlers/hiding/hide_chat.py:_ask_whose": "an answer: whose phone is taken, and nothing else",
    "handlers/hiding/hide_chat.py:_say_farewell": "an answer, the last one before silence",
    "handlers/reporting/chat_transfer.py:_note_transfer": "a warning that their report is in another chat",
    "handlers/turn.py:bland": "an answer",
    "handlers/emergency/silence.py:end": "that answers come again, and that some of them may be old",
    "handlers/emergency/silence.py:on_heard": "an answer: that none can be given, and the number to ring",
    "handlers/emergency/bot_replacement.py:announce": "members: the name of the second bot",
    "handlers/reporting/lawyer_without_case.py:send_words": "coordinators: what a member writes of bad news",
    "handlers/emergency/bot_replacement.py:_tell_coordinators": "coordinators",
    "handlers/emergency/seized_phone.py:shut_out_member": "coordinators",
    "handlers/turn.py:show": "an answer",
    # to members and administrators
    "handlers/casework/held_unvisited.py:tell_if_many": "coordinators: a lawyer's name and codes",
    "handlers/casework/closing_together.py:_tell": "who had a case, and coordinators: codes alone",
    "handlers/papers/paper_making.py:hand_out": "whoever sees the case whole, asked again as it leaves and as it arrives",
    "handlers/papers/paper_sources.py:on_paper_left": "likewise",
    "handlers/papers/paper_approval.py:_tell_asker": "whoever asked a second coordinator, while they see the case whole",
    "handlers/interventions/answers_due.py:_tell_holder": "whoever has the case",
    "handlers/interventions/answers_due.py:_tell_coordinator": "coordinators: a code, a sort of paper and a time",
    "handlers/proceedings/hearing_reminders.py:_tell_holder": "whoever has the case",
    "handlers/proceedings/hearing_reminders.py:_tell_coordinator": "coordinators: a code and a time",
    "handlers/proceedings/reported.py:_ask_about_ruling": "whoever has the case, else coordinators: a code",
    "handlers/proceedings/reported.py:_ask_about_hearing": "whoever has the case",
    "handlers/proceedings/arrest_reminders.py:_tell_lawyer": "whoever has the case, else coordinators: a code",
    "handlers/proceedings/arrest_reminders.py:_write": "_family asks",
    "handlers/casework/case_opening.py:_tell_asked": "lawyers who were asked: a city",
    "handlers/casework/name_consents.py:on_consents": "a coordinator who has opened the case",
    "handlers/casework/case_acts.py:on_files_asked": "whoever has the case",
    "handlers/casework/disclosure.py:draft_words": "a coordinator who has read the words",
    "handlers/casework/disclosure.py:send_pin": "whoever sees the case whole",
    "handlers/casework/disclosure.py:send_words": "whoever sees the case whole",
    "handlers/casework/disclosure.py:show": "whoever sees the case whole",
    "handlers/casework/notes.py:_tell_holder": "whoever has the case",
    "handlers/casework/interrogations.py:on_due": "whoever has the case, else coordinators: a code and a time",
    "handlers/visits/unplaced_words.py:on_due": "the member who wrote, of their own case",
    "handlers/linking/case_links.py:_send": "whoever has the case",
    "handlers/linking/pair_card.py:_tell_coordinators": "coordinators: what was linked, by codes",
    "handlers/calls/station_answers.py:record_found": "whoever has the case: code and station; a coordinator who opened it",
    "handlers/calls/incoming_calls.py:on_call_opened": "the coordinator who wrote the call down: its code, once",
    "handlers/casework/relay.py:say_reached": "whoever sees the case whole: the number to ring",
    "handlers/casework/case_handover.py:tell_asker": "whoever asked a colleague to take it over",
    "handlers/casework/relay.py:tell_answered": "the member who has asked",
    "handlers/casework/roster.py:_welcome": "a member",
    "handlers/alerting/reachability.py:tell_coverage_gap": "coordinators",
    "handlers/duty/own_duty.py:send_calendar": "an answer: a member's own times",
    "handlers/duty/unconfirmed.py:send_lines": "coordinators",
    "handlers/duty/shift_changes.py:tell_member": "a member",
    "handlers/duty/own_duty.py:on_tap_ending": "a member",
    "handlers/duty/shift_changes.py:save_shifts": "a member",
    "handlers/daily/digest.py:_tell_coordinators": "coordinators: numbers alone",
    "handlers/daily/posting.py:post_digest": "channels: numbers, and a coordinator's sentence that names nobody unasked",
    "handlers/drill/drill_run.py:tell_coordinators": "coordinators: how members answered; nobody is held",
    "handlers/door/notifications.py:_send": "members: codes to whoever has these cases, to coordinators how many",
    "handlers/door/unread_lists.py:hand_out_files": "a coordinator: the list that they read",
    "handlers/joining/approval.py:on_decided": "whoever asked to join: the answer to it",
    "handlers/joining/leaving.py:_tell_coordinators": "coordinators",
    "handlers/duty/example_alert.py:show_example": "a member",
    "handlers/joining/application.py:on_form_left": "whoever was invited and left the form half an hour ago",
    "handlers/joining/invitations.py:_send_code": "the coordinator who invites",
    "handlers/joining/invitations.py:on_invitation_due": "whoever opened an invitation that is over",
    "handlers/joining/start_links.py:_tell_leaked": "the coordinator who invited",
    "handlers/joining/link_code.py:_on_code": "the member whose word was sent from another chat",
    "handlers/joining/link_code.py:on_confirmed": "the member, at the address that they have added",
    "handlers/joining/link_code.py:tell_coordinators": "coordinators",
    "handlers/joining/roster_file.py:on_export": "administrators",
    "handlers/joining/roster_file.py:on_file_left": "administrators",
    "handlers/joining/roster_file.py:on_roster_read": "administrators",
    "handlers/outbox/administrators.py:tell": "administrators",
    "handlers/reporting/receipt_codes.py:_alarm_coordinators": "coordinators",
    "handlers/setup/first_administrator.py:_become_administrator": "coordinators",
    "handlers/forgetting/erasure_requests.py:_tell_stopped": "coordinators",
    "handlers/setup/digest_channel.py:_send": "coordinators and administrators",
    "handlers/setup/digest_channel.py:on_channel_told": "administrators",
    "handlers/reporting/heard_at_once.py:_sound_at": "whoever has the case",
    "handlers/reporting/passed_on.py:_sound_at": "whoever has the case",
    "handlers/reporting/unhandled.py:_is_shown": "coordinators: that more messages could not be handled",
    "handlers/visits/visit_steps.py:_ask_if_out": "whoever has the case",
}

# Who reads a card of this subject.
CARDS = {
    "alert": "a lawyer",
    "case": "a coordinator",
    "board": "staff",
    "ticks": "staff: names of cases that its reader sees whole, or for a reason in each history",
    "list": "a lawyer",
    "history": "coordinators",
    "handover": "coordinators",
    "owed": "coordinators: codes, places and sorts of papers",
    "chat": "coordinators",
    "unclaimed": "coordinators",
    "unread": "coordinators: times, languages and cities alone",
    "same-case": "coordinators: codes and places, no names",
    "hidden": "coordinators",
    "changed-phone": "coordinators",
    "look-up": "coordinators",
    "two-people": "coordinators: which paper, whom it names by initials, what the family allowed",
    "brought": "whoever brought the list or reads it",
    "brought-waits": "coordinators: that a list waits, no names",
    "permit": "coordinators: who asks for a full export, and why",
    "preview": "coordinators: numbers, and a sentence of theirs",
    "incident": "coordinators: codes, places and numbers, no names",
    "incidents": "coordinators: how incidents are called",
    "letter": "the coordinator who makes it: what would be printed, so names by consent alone",
    "invitation": "the coordinator who made it",
    "joining": "coordinators",
    "practice": "whoever practises",
    "clock": "whoever has the case: its clock, no names",
    "clocks": "coordinators: codes and clocks, no names",
    "drilled": "members who agreed: a case that is none",
    "drill": "a member who agreed to be drilled",
    "report": "its reporter, as an answer; edited, and nothing is told to who said no",
    "stint": "a member: their own duty",
    "swap": "a lawyer: that a colleague cannot come, and not who",
    "round": "coordinators: names of cases only to whom they were opened",
    "call": "the coordinator who wrote it down, until it is a case",
    "reminder": "whoever set it, who asked for the reminder",
    "well": "who set the check-in, and is asked how they are",
    "missed": "coordinators: codes and places, no names",
}

# What people answered, by version: the beginning of the SHA-256 of the text. Whoever changes a text raises its version in
# the three languages, and adds a line; no line is ever changed.
WORDINGS = {
    ("report-consent", 1): {"kk": "739e3a12c1e8", "ru": "b51127804dab", "en": "c99b2c02079c"},
    ("consent-authorities", 1): {"kk": "0cf60db0a536", "ru": "c4db56efc130", "en": "216a93ae24c5"},
    ("consent-authorities", 2): {"kk": "4ac6e742f703", "ru": "6a990e332d84", "en": "551829e81851"},
    ("consent-publication", 1): {"kk": "4a2503e7fb27", "ru": "a88a4ced698c", "en": "8c37ffca2a8a"},
}


def functions(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """The functions of a module, each with its name."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node


def where(is_one: Callable[[ast.AST], bool], *folders: str) -> set[str]:
    """``file:function`` of all functions in these folders in which such a node stands."""
    return {
        f"{path.as_posix()}:{name}"
        for path in modules()
        if path.as_posix().startswith(folders)
        for name, node in functions(path)
        if any(is_one(inner) for inner in ast.walk(node))
    }


def calls(*names: str) -> Callable[[ast.AST], bool]:
    """Whether a node calls one of these, written so."""
    return lambda node: isinstance(node, ast.Call) and ast.unparse(node.func) in names


def reads_names(node: ast.AST) -> bool:
    """``.names``, ``.persons`` or ``.people`` of anything but the vocabulary, or the kind of claim itself."""
    if isinstance(node, ast.Attribute) and node.attr in ("names", "persons", "people"):
        return not ast.unparse(node).startswith(("heard.", "service.", "self._names", "turn.service"))
    return isinstance(node, ast.Constant) and node.value == "name"


def test_everybody_who_asks_what_is_permitted_is_known() -> None:
    assert where(calls("is_permitted", "consents.is_permitted"), "bot", "core", "handlers") == ASKS_PERMITS
    assert where(calls("way_to"), "handlers") == ASKS_WRITTEN_TO


def test_everybody_who_writes_into_a_chat_is_known() -> None:
    ways = calls(
        "sending.send_message",
        "sending.send_file",
        "sending.send_invitation",
        "sending.send_document",
        "sending.send_paper",
    )
    found = where(ways, "handlers")
    assert found ^ WRITES.keys() == set()
    assert where(calls("Outgoing"), "handlers", "bot/loops", "bot/cli") == {
        "handlers/outbox/sending.py:_enqueue"
    }


def test_every_card_is_known_by_its_reader() -> None:
    asks = {subject for subject in routes.CARDS if subject.startswith(("ask-", "draft"))}  # coordinators
    assert routes.CARDS.keys() - asks == CARDS.keys()


def test_everybody_who_reads_a_name_is_known() -> None:
    found = where(
        reads_names, "handlers", "core/casework", "core/digest", "bot/loops", "bot/cli", "playground/demo"
    )
    assert found ^ READS_NAMES.keys() == set()


def test_everybody_who_draws_what_people_said_is_known() -> None:
    drawn = calls("words_lines", "case_lines.words_lines", "note_lines")
    assert where(drawn, "handlers", "core", "bot") == DRAWS_WORDS.keys()


def test_the_digest_reads_no_view_of_a_case() -> None:
    texts = [(ROOT / path).read_text("utf-8") for path in modules() if "digest" in path.as_posix()]
    assert texts
    assert not any("view_of" in text or "CaseView" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("use", ConsentUse)
def test_who_changes_what_people_answer_gives_it_a_new_version(use: ConsentUse, language: str) -> None:
    text = WORDS.say(language, QUESTIONS[use])
    version = int(WORDS.say(language, f"{QUESTIONS[use]}-version"))
    assert WORDINGS[QUESTIONS[use], version][language] == fingerprint(text)


def test_versions_are_numbered_without_a_gap_and_no_two_are_alike() -> None:
    for key in {key for key, _ in WORDINGS}:
        versions = {version: texts for (of, version), texts in WORDINGS.items() if of == key}
        assert sorted(versions) == list(range(1, len(versions) + 1))
        assert len({tuple(texts.values()) for texts in versions.values()}) == len(versions)


def fingerprint(text: str) -> str:
    """The beginning of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


SLIPS = [
    (
        calls("sending.send_message", "sending.send_file"),
        "async def tell(tx):\n    sending.send_message(tx, service, address, shown)",
    ),
    (reads_names, "def paper(view):\n    return [person.names for person in view.persons]"),
    (reads_names, "def paper(view):\n    return view.people"),
    (reads_names, 'def paper(claims):\n    return [c for c in claims if c.kind == "name"]'),
]


@pytest.mark.parametrize(("is_one", "source"), SLIPS)
def test_a_new_place_is_seen(is_one: Callable[[ast.AST], bool], source: str) -> None:
    assert any(is_one(node) for node in ast.walk(ast.parse(source)))
