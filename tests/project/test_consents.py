"""Nobody's name leaves, and nobody is written to, past the one function that says whether it is allowed.

Every place that reads a person's name or words, and every place that writes into a chat, is named here, with where it goes.
A new one fails until somebody has said on which side it stands.
"""

import ast
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.core.model import LANGUAGES
from bot.core.vocabulary import Use
from bot.resources.words import load_words
from handlers import routes
from handlers.casework.consents import QUESTIONS
from tests.project.tree import ROOT, modules

WORDS = load_words()
# Who asks what is permitted.
ASKS_PERMITS = {
    "bot/core/papers/allowing.py:barred",  # a paper names nobody who is barred, and its maker is told why
    "bot/core/papers/around.py:consent",  # who gave it, as the paper says
    "bot/core/papers/un_facts.py:_published",  # since when it may be published, as the paper says
    "handlers/cards/consent_lines.py:_may",  # shows it to whoever sees the case whole
    "bot/core/exporting/told.py:confidentiality",  # marks a record of an export
    "bot/core/exporting/told.py:may_name",  # a full export, which two coordinators allowed
    "handlers/daily/naming.py:named",  # tells a coordinator whose name a sentence of theirs may not hold
}
ASKS_WRITTEN_TO = {
    "handlers/casework/consents.py:ask",
    "handlers/calls/found.py:_tell_reporters",
    "handlers/casework/relay.py:on_sent",
    "handlers/casework/unhurried.py:on_due",
    "handlers/casework/unhurried.py:on_wanted",
    "handlers/outbox/news.py:_write",
    "handlers/people/written_to.py:may_be_answered",
    "handlers/reporting/reports.py:_on_changed",  # what was not told yet
}

# Where names of people are read, and who sees what comes of it.
READS_NAMES = {
    "bot/cli/migrate.py:command": "the technician: how migrations are called",
    "bot/cli/paper.py:list_": "the technician: how papers are called",
    "bot/cli/roster.py:list_": "the technician: members of the roster",
    "bot/cli/roster_file.py:_person": "the technician: whom the file has",
    "bot/cli/successor.py:receipts": "the technician: members who are to be rung",
    "bot/core/casework/columns.py:columns_of": "nobody: how many have one",
    "bot/core/casework/holding.py:second_wanted": "nobody: what is urgent about one",
    "bot/core/casework/consents.py:_named_by": "nobody: who named them",
    "bot/core/casework/consents.py:_names_one": "nobody: how many they named",
    "bot/core/casework/consents.py:permits": "nobody: which of them is meant",
    "bot/core/casework/describe.py:earliest": "the view itself",
    "bot/core/casework/describe.py:names": "the view itself",
    "bot/core/casework/describe.py:of": "the view itself",
    "bot/core/casework/linking.py:_as_one": "nobody: numbers of people, who is whom",
    "bot/core/casework/linking.py:begun": "nobody: likewise",
    "bot/core/casework/linking.py:fed": "nobody: likewise",
    "handlers/linking/links.py:unlink": "nobody: likewise",
    "handlers/linking/told.py:_adds": "nobody: whether there is one more",
    "bot/core/casework/visits.py:people_of": "nobody: of whom something is said",
    "bot/core/casework/describe.py:people": "the view itself",
    "bot/core/casework/wanted.py:_said": "nobody: what is said of people, not what they are called",
    "bot/demo/finding.py:_row": "the demonstration: made-up people",
    "bot/demo/lettering.py:_ids": "the demonstration: numbers of people who have one",
    "handlers/letters/around.py:_office": "members: how offices are called",
    "handlers/letters/typed.py:_about": "nobody: in which case somebody is",
    "bot/loops/watchman.py:_note": "nobody: names of kinds of trouble",
    "handlers/cards/case_lines.py:_said": "whoever sees the case whole",
    "handlers/cards/consent_lines.py:_may": "nobody: which may be used",
    "handlers/cards/fact_lines.py:_said": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:_who": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:fact_line": "whoever sees the case whole",
    "handlers/cards/fact_lines.py:person_name": "whoever sees the case whole",
    "handlers/outbox/sending.py:document": "nobody: what a file that we made is called",
    "handlers/cards/clock_lines.py:_person": "whoever sees the case whole",
    "handlers/cards/clock_lines.py:told": "coordinators: names of clocks",
    "handlers/cards/clock_lines.py:what": "whoever has the case, coordinators: names of clocks",
    "handlers/clocks/law.py:_name": "members: names of rows of the law",
    "handlers/cards/seen_lines.py:who_words": "whoever sees the case whole",
    "handlers/cards/file_lines.py:caption": "whoever may have the file: the name that its sender gave it",
    "handlers/papers/dossiers.py:matter_of": "nobody: which of them a paper may not name",
    "handlers/interventions/buttons.py:on_begun": "nobody: how many have one",
    "handlers/interventions/screens.py:one": "whoever sees the case whole",
    "handlers/interventions/screens.py:persons": "whoever sees the case whole",
    "handlers/papers/page.py:names": "whoever sees the case whole: their names in other cases of the grammar",
    "handlers/papers/page.py:_first": "nobody: what paper is made first",
    "handlers/papers/buttons.py:on_occasion": "nobody: whether a form of a name has to be looked at",
    "bot/demo/papers.py:_form": "the demonstration: the published names",
    "handlers/papers/drafts.py:spelt": "whoever makes the paper: their name in every way in which it will stand",
    "handlers/papers/about.py:listed": "nobody: how many there are",
    "handlers/papers/about.py:new": "nobody: how many there are",
    "handlers/papers/about.py:person": "nobody: which of them is meant",
    "handlers/papers/answering.py:_claim": "nobody: somebody without one is written down",
    "handlers/papers/buttons.py:_whom": "nobody: which of them is meant",
    "handlers/papers/confirming.py:_initials": "coordinators: initials alone",
    "handlers/papers/listing.py:_whom": "whoever sees the case whole",
    "handlers/papers/listing.py:view": "whoever sees the case whole",
    "handlers/papers/offices.py:addressed": "nobody: what an office is called",
    "handlers/papers/offices.py:called": "nobody: what an office is called",
    "handlers/cards/paper_lines.py:name_of": "nobody: what a paper is called",
    "handlers/proceedings/screens.py:persons": "whoever sees the case whole",
    "handlers/proceedings/buttons.py:on_begun": "nobody: how many have one",
    "handlers/proceedings/about.py:opening": "nobody: whether it is one of the case",
    "bot/core/casework/consents.py:undertakings": "nobody: whether a promise was taken",
    "handlers/casework/name_index.py:known_of": "nobody: keyed hashes are made of them",
    "handlers/casework/search.py:_is_named": "nobody: whether somebody is called so",
    "handlers/casework/roster.py:put": "nobody: members are written down",
    "handlers/casework/sayings.py:_people": "nobody: they are written down",
    "handlers/casework/sayings.py:_persons": "nobody: they are written down",
    "handlers/door/pressed.py:_correct": "nobody: which button was pressed",
    "handlers/door/telling.py:_holders": "members of the roster",
    "handlers/door/telling.py:members": "members of the roster",
    "handlers/door/telling.py:members_corrected": "members of the roster",
    "handlers/door/waiting.py:view": "coordinators: which member brought a list",
    "handlers/door/writing.py:_write": "nobody: the number of whom a case is about",
    "handlers/forms/entries.py:file_row": "nobody: a file's name is written down",
    "handlers/forms/entries.py:_payload": "nobody: what was shared is written down",
    "handlers/forms/entries.py:words_of": "nobody: it is read again",
    "bot/loops/copies.py:copy_of": "nobody: what a file of ours is called",
    "bot/core/casework/rounds.py:last_of_each": "nobody: which stations were rung",
    "bot/core/casework/rounds.py:people_of": "nobody: who has one",
    "handlers/calls/answers.py:_claim": "nobody: what a station is called",
    "handlers/calls/found.py:_tell_reporters": "nobody: what stations are called",
    "handlers/calls/found.py:note": "nobody: what stations are called",
    "handlers/calls/answers.py:_line": "nobody: what a station is called",
    "handlers/calls/answers.py:_ask_who": "coordinators: whom strangers look for",
    "handlers/calls/round_card.py:_asked_for": "coordinators: whom strangers look for; of cases to whom they were opened",
    "handlers/calls/round_card.py:view": "nobody: what a station is called",
    "handlers/calls/rounds.py:lookups": "nobody: who has one",
    "handlers/calls/call_card.py:_value": "the coordinator who wrote the call down",
    "handlers/joining/deciding.py:_doubts": "coordinators: members of the roster",
    "handlers/joining/applicant.py:_said": "coordinators, and whoever asks to join: their own answers",
    "handlers/joining/applicant.py:lines": "coordinators, and whoever asks to join: their own answers",
    "handlers/joining/applicant.py:of": "coordinators: whoever asks to join",
    "handlers/incidents/board.py:_working": "nobody: a button",
    "handlers/incidents/stations.py:whereabouts": "nobody: how many are out",
    "handlers/incidents/typed.py:_on_ended": "coordinators: how an incident is called",
    "handlers/lookup/asked.py:_happened_to_them": "nobody: whether their answer names somebody else",
    "handlers/lookup/asked.py:_is_of_own_report": "nobody: whether they ask for whom they reported themselves",
    "handlers/lookup/asked.py:_is_the_same": "nobody: whether they ask for the same once more",
    "handlers/lookup/becoming.py:_known": "whoever asked: their own words as a report",
    "handlers/lookup/candidates.py:_sought": "nobody: which cases may fit",
    "handlers/lookup/card.py:_names": "coordinators: whom somebody asks for",
    "handlers/lookup/form.py:keep": "nobody: they are written down",
    "handlers/lookup/waiting.py:names_of": "nobody: how many one account asks for",
    "handlers/reporting/drafts.py:_names": "nobody: whether there is one",
    "handlers/reporting/whose_words.py:_named": "nobody: whether words of the same reporter name them",
    "handlers/reporting/held_again.py:_all_known": "nobody: whether words of the same reporter name somebody else",
    "handlers/pressed.py:_is_of": "nobody: whether somebody is of this case",
    "handlers/visits/panel.py:persons": "nobody: who has none",
    "handlers/visits/seen.py:_person": "nobody: somebody without one is written down",
    "handlers/visits/seen.py:on_saw": "nobody: whether somebody without one may be spoken of",
    "handlers/practice/real.py:_room": "nobody: how many words an answer has in practice",
}

# Who draws people's words, and members' notes.
DRAWS_WORDS = {
    "handlers/cards/case_card.py:full": "whoever sees the case whole",
    "handlers/cards/case_lines.py:full": "whoever sees the case whole",
    "handlers/casework/coordinator_buttons.py:on_words_asked": "whoever sees the case whole",
    "handlers/cards/draft_card.py:_words": "a coordinator who has read them: a line says so",
    "handlers/reporting/words_read.py:_hand_out": "likewise",
}

# Who writes into a chat.
WRITES = {
    # to reporters who have not just written: these ask
    "handlers/casework/consents.py:ask": "asks",
    "handlers/casework/relay.py:_send": "on_sent asks",
    "handlers/casework/unhurried.py:on_due": "asks",
    "handlers/casework/unhurried.py:on_wanted": "asks",
    "handlers/outbox/news.py:_write": "asks",
    "handlers/reporting/words_read.py:_send": "_on_ended asks: an answer to what they wrote, until they say no",
    # to reporters, and why these need not
    "handlers/casework/keeping_files.py:on_left": "an answer: the file that they sent could not be copied",
    "handlers/practice/running.py:_say": "whoever practises, and members who agreed to",
    "handlers/failures.py:on_update_parked": "an answer: what they wrote could not be read",
    "handlers/reporting/drafts.py:_offer_back": "what they began half an hour ago; nothing of it is told, no case is open",
    "handlers/hiding/hide.py:_farewell": "an answer, the last one before silence",
    "handlers/reporting/moving.py:_note": "a warning that their report was taken to another chat, on conditions of its own",
    "handlers/turn.py:bland": "an answer",
    "handlers/emergency/silence.py:end": "that answers come again, and that some of them may be old",
    "handlers/emergency/silence.py:on_heard": "an answer: that none can be given, and the number to ring",
    "handlers/emergency/announcing.py:announce": "members: the name of the second bot",
    "handlers/emergency/announcing.py:_tell": "coordinators",
    "handlers/emergency/phone.py:taken": "coordinators",
    "handlers/turn.py:show": "an answer",
    # to members and administrators
    "handlers/papers/making.py:hand_out": "whoever sees the case whole, asked again as it leaves and as it arrives",
    "handlers/papers/following.py:on_left": "likewise",
    "handlers/papers/confirming.py:_tell": "whoever asked a second coordinator, while they see the case whole",
    "handlers/interventions/waiting.py:_tell": "whoever has the case",
    "handlers/interventions/waiting.py:_tell_coordinator": "coordinators: a code, a sort of paper and a time",
    "handlers/proceedings/times.py:_tell": "whoever has the case",
    "handlers/proceedings/times.py:_tell_coordinator": "coordinators: a code and a time",
    "handlers/casework/consents_decided.py:on_consents": "a coordinator who has opened the case",
    "handlers/casework/coordinator_buttons.py:on_files_asked": "whoever has the case",
    "handlers/casework/handed_out.py:draft_words": "a coordinator who has read the words",
    "handlers/casework/handed_out.py:pin": "whoever sees the case whole",
    "handlers/casework/handed_out.py:words": "whoever sees the case whole",
    "handlers/casework/handed_out.py:show": "whoever sees the case whole",
    "handlers/casework/notes.py:_tell": "whoever has the case",
    "handlers/linking/told.py:_write": "whoever has the case",
    "handlers/calls/found.py:_tell_reporters": "asks",
    "handlers/calls/found.py:note": "whoever has the case: its code and a station; a coordinator who has opened it",
    "handlers/calls/new_call.py:on_opened": "the coordinator who wrote the call down: its code, once",
    "handlers/casework/relay.py:say_reached": "whoever sees the case whole: the number to ring",
    "handlers/casework/handing.py:tell": "whoever asked a colleague to take it over",
    "handlers/casework/relay.py:answered": "the member who has asked",
    "handlers/casework/roster.py:_welcome": "a member",
    "handlers/alerting/left_alone.py:tell": "coordinators",
    "handlers/duty/calendar.py:send": "an answer: a member's own times",
    "handlers/duty/unanswered.py:send": "coordinators",
    "handlers/duty/exceptions.py:tell": "a member",
    "handlers/duty/own.py:on_ending": "a member",
    "handlers/duty/weekly.py:save": "a member",
    "handlers/daily/digest.py:_tell_coordinators": "coordinators: numbers alone",
    "handlers/daily/posting.py:post": "channels: numbers, and a sentence of a coordinator's that names nobody unasked",
    "handlers/drill/report.py:tell": "coordinators: how members answered; nobody is held",
    "handlers/door/telling.py:_write": "members: codes to whoever has these cases, to coordinators how many",
    "handlers/door/waiting.py:hand_out": "a coordinator: the list that they read",
    "handlers/joining/deciding.py:on_decided": "whoever asked to join: the answer to it",
    "handlers/joining/ending.py:_tell": "coordinators",
    "handlers/duty/example.py:show": "a member",
    "handlers/joining/form.py:on_left": "whoever was invited and left the form half an hour ago",
    "handlers/joining/invitations.py:_pass_on": "the coordinator who invites",
    "handlers/joining/invitations.py:on_due": "whoever opened an invitation that is over",
    "handlers/joining/opened.py:_leaked": "the coordinator who invited",
    "handlers/joining/word.py:_on_word": "the member whose word was sent from another chat",
    "handlers/joining/word.py:on_confirmed": "the member, at the address that they have added",
    "handlers/joining/word.py:tell": "coordinators",
    "handlers/joining/roster_file.py:on_export": "administrators",
    "handlers/joining/roster_file.py:on_left": "administrators",
    "handlers/joining/roster_file.py:on_read": "administrators",
    "handlers/outbox/operator.py:tell": "administrators",
    "handlers/reporting/code_tries.py:_alarm": "coordinators",
    "handlers/setup/first_administrator.py:_become": "coordinators",
    "handlers/forgetting/asked.py:_tell_stopped": "coordinators",
    "handlers/setup/told_channel.py:_say": "coordinators and administrators",
    "handlers/setup/told_channel.py:on_told": "administrators",
    "handlers/reporting/owner_hears.py:_sound": "whoever has the case",
    "handlers/reporting/unhandled.py:_is_shown": "coordinators: that more messages could not be handled",
    "handlers/visits/inside.py:_ask": "whoever has the case",
}

# Who reads a card of this subject.
CARDS = {
    "alert": "a lawyer",
    "case": "a coordinator",
    "board": "staff",
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
    assert where(calls("permits", "consents.permits"), "bot", "handlers") == ASKS_PERMITS
    assert where(calls("way_to"), "handlers") == ASKS_WRITTEN_TO


def test_everybody_who_writes_into_a_chat_is_known() -> None:
    ways = calls("sending.message", "sending.file", "sending.invitation", "sending.document", "sending.paper")
    found = where(ways, "handlers")
    assert found ^ WRITES.keys() == set()
    assert where(calls("Outgoing"), "handlers", "bot/loops", "bot/cli") == {"handlers/outbox/sending.py:_put"}


def test_every_card_is_known_by_its_reader() -> None:
    asks = {subject for subject in routes.CARDS if subject.startswith(("ask-", "draft"))}  # coordinators
    assert routes.CARDS.keys() - asks == CARDS.keys()


def test_everybody_who_reads_a_name_is_known() -> None:
    found = where(
        reads_names, "handlers", "bot/core/casework", "bot/core/digest", "bot/loops", "bot/cli", "bot/demo"
    )
    assert found ^ READS_NAMES.keys() == set()


def test_everybody_who_draws_what_people_said_is_known() -> None:
    drawn = calls("words_lines", "case_lines.words_lines", "note_lines")
    assert where(drawn, "handlers", "bot") == DRAWS_WORDS.keys()


def test_the_digest_reads_no_view_of_a_case() -> None:
    texts = [(ROOT / path).read_text("utf-8") for path in modules() if "digest" in path.as_posix()]
    assert texts
    assert not any("view_of" in text or "CaseView" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("use", Use)
def test_who_changes_what_people_answer_gives_it_a_new_version(use: Use, language: str) -> None:
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
        calls("sending.message", "sending.file"),
        "async def tell(tx):\n    sending.message(tx, service, address, shown)",
    ),
    (reads_names, "def paper(view):\n    return [person.names for person in view.persons]"),
    (reads_names, "def paper(view):\n    return view.people"),
    (reads_names, 'def paper(claims):\n    return [c for c in claims if c.kind == "name"]'),
]


@pytest.mark.parametrize(("is_one", "source"), SLIPS)
def test_a_new_place_is_seen(is_one: Callable[[ast.AST], bool], source: str) -> None:
    assert any(is_one(node) for node in ast.walk(ast.parse(source)))
