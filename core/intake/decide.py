"""One decision for every message: the rows of STAGES, asked one after the other; the first that takes it ends it.

0 silent      a hidden or muted chat: it may be another hand
1 safety      the sender's own phone is being taken, a practice that turns out to be real
2 code        codes, and files that are read
3 answer      something that was asked: the newest prompt that the words can answer, the form that is open
4 turn        in an open case, unasked: for the worse, for the better, a permission taken back
5 question    what is asked of us
6 correction  what a member wrote before is put right; an edited message is asked before (routes.EVENTS.edited)
7 beginning   something happens, and no open case fits
8 addition    words for a case
9 unclear     everything else

What a row takes stands in core.intake.stages, what is done then in routes.WORDS, by the name of the row.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from msgspec import Struct

from core.intake import home
from core.intake.message import ReadMessage
from core.intake.stages import addition, answer, beginning, code, desk, question, safety, told_list, turn
from core.intake.standing import Standing


class Stage(IntEnum):
    """See above."""

    SILENT = 0
    SAFETY = 1
    CODE = 2
    ANSWER = 3
    TURN = 4
    QUESTION = 5
    CORRECTION = 6
    BEGINNING = 7
    ADDITION = 8
    UNCLEAR = 9


class Row(Struct, frozen=True):
    """``takes``: what the message is here, or nothing; ``why`` it stands at this place; ``passes_on``: what is done leaves
    words for the rows behind it.
    """

    stage: Stage
    name: str
    takes: Callable[[ReadMessage, Standing], Any]
    why: str
    passes_on: bool = False


class Fate(Struct, frozen=True):
    """The row that takes a message, and what the message is there."""

    row: Row
    found: Any


STAGES: tuple[Row, ...] = (
    Row(
        Stage.SILENT,
        "silent",
        safety.is_silent,
        "it may be another hand: all of it goes to the report or a draft, and only a code to come back is read",
    ),
    Row(
        Stage.SAFETY,
        "practice-real",
        safety.ends_practice_unheard,
        "who practises may have begun to cry for help: nothing else is asked first",
    ),
    Row(Stage.SAFETY, "practice-over", safety.ends_practice, "the same", passes_on=True),
    Row(Stage.CODE, "roster", code.is_roster, "a roster would else lie among the files of a case"),
    Row(
        Stage.CODE,
        "administrator-code",
        code.administrator_code,
        "a code answers nothing, and nobody else may read it",
    ),
    Row(Stage.CODE, "link-code", code.link_code, "the same"),
    Row(Stage.CODE, "invitation", code.invitation, "the same"),
    Row(Stage.CODE, "case-code", code.names_case, "a member names a case: it opens"),
    Row(
        Stage.QUESTION,
        "who-is-there",
        desk.who_is_there,
        "a member asks for a list: that is no note and no report",
    ),
    Row(Stage.QUESTION, "case-sought", desk.case_sought, "the same of somebody's case"),
    Row(Stage.CODE, "receipt-code", code.is_receipt_code, "a code answers nothing"),
    Row(
        Stage.CODE,
        "words-of-guest",
        code.stands_beside_code,
        "the words beside a code are a guest's: kept before any test of the place",
    ),
    Row(
        Stage.CODE,
        "words-beside-code",
        code.goes_on_without_code,
        "somebody who reads them could come back by it",
        passes_on=True,
    ),
    Row(
        Stage.TURN,
        "permission",
        turn.takes_back,
        "a no to what may be done holds at once, also while something else is asked",
    ),
    Row(Stage.ANSWER, "prompt", answer.prompt_answered, "the newest prompt that they can answer"),
    Row(
        Stage.ADDITION,
        "guest-untold",
        addition.copied_for_guest,
        "its report has a copy of the words",
        passes_on=True,
    ),
    Row(
        Stage.ADDITION,
        "guest",
        addition.is_of_guest,
        "words of a chat that came by a code are for that report",
    ),
    Row(
        Stage.TURN,
        "visit",
        turn.visit_told,
        "a member's way, and bad news of it, is no answer to an older question, nor by when they are back",
    ),
    Row(
        Stage.TURN,
        "visit-beside",
        turn.bad_news_told,
        "a question for free words takes them too",
        passes_on=True,
    ),
    Row(
        Stage.TURN,
        "without-case",
        turn.wants_person,
        "a lawyer who has no case asks for a person: no case's card would ring",
    ),
    Row(Stage.ANSWER, "check-in", answer.answers_checkin, "somebody is waited for: a sign of life, or a cry"),
    Row(Stage.BEGINNING, "cry", beginning.cries, "a cry is no answer to a form"),
    Row(
        Stage.ANSWER,
        "door-list",
        answer.is_for_door_list,
        "names from the door go to the list that asks for them",
    ),
    Row(Stage.ANSWER, "more-of-told-list", told_list.adds_names, "a long list comes in several messages"),
    Row(
        Stage.BEGINNING,
        "told-list",
        told_list.is_list_of_names,
        "many names by themselves are no people of the writer's, and no words that nobody understands",
    ),
    Row(
        Stage.BEGINNING,
        "look-up",
        beginning.asks_where,
        "who asks where somebody is may be telling that they vanished",
    ),
    Row(Stage.BEGINNING, "promise", beginning.promises, "who says by when they write asks to be waited for"),
    Row(Stage.BEGINNING, "happening", beginning.happens, "something happens: a form of another kind lets go"),
    Row(Stage.QUESTION, "hides-later", question.hides_later, "a wish of the bot"),
    Row(Stage.QUESTION, "name", question.thing_named, "a language or the menu, called by its name"),
    Row(Stage.QUESTION, "language", question.language_asked, "a wish of the bot"),
    Row(
        Stage.QUESTION,
        "language-beside",
        question.language_besides,
        "what tells something too goes on",
        passes_on=True,
    ),
    Row(
        Stage.QUESTION,
        "everyday",
        question.everyday_asked,
        "what is asked is answered, and claims nothing below",
    ),
    Row(
        Stage.QUESTION,
        "everyday-beside",
        question.asked_beside,
        "what it tells goes on without it",
        passes_on=True,
    ),
    Row(
        Stage.BEGINNING,
        "elsewhere-later",
        beginning.happens_beside_later,
        "what happens elsewhere has hurry",
    ),
    Row(Stage.TURN, "told-in-form", turn.told_in_form, "what became of somebody belongs to their report"),
    Row(
        Stage.BEGINNING,
        "elsewhere-in-form",
        beginning.is_of_another_report,
        "what happens elsewhere is no answer of this report's form",
    ),
    Row(
        Stage.TURN,
        "moved-in-form",
        beginning.is_moved,
        "a coordinator reads it, and the form goes on",
        passes_on=True,
    ),
    Row(
        Stage.ANSWER,
        "where-told-list",
        told_list.says_where,
        "where a list was read is said in any words that tell nothing else",
    ),
    Row(
        Stage.ADDITION,
        "newer-case",
        turn.is_of_newer_case,
        "a report that asked long ago has no words of the case that its writer works on now",
    ),
    Row(Stage.ANSWER, "form", answer.is_for_form, "the form that is open takes what nothing above has taken"),
    Row(Stage.ANSWER, "control", answer.is_control, "back, skip and cancel outside any form"),
    Row(Stage.BEGINNING, "commanded", beginning.is_commanded, "words behind a command that begins a report"),
    Row(Stage.ANSWER, "observation", answer.answers_observation, "a member was asked what they saw"),
    Row(
        Stage.TURN,
        "hearing-added",
        turn.adds_to_hearing,
        "the court or the hour of a hearing that a member has just told would else be a note",
    ),
    Row(
        Stage.CORRECTION,
        "name-put-right",
        turn.puts_name_right,
        "else both names would stand, and the right one in a note",
    ),
    Row(
        Stage.QUESTION,
        "asked-by-member",
        question.asked_by_member,
        "how something is done here is answered beside the note",
    ),
    Row(Stage.ADDITION, "note", addition.is_note, "all else that a member writes is a note"),
    Row(
        Stage.ADDITION,
        "report",
        home.home_of,
        "all else joins a report, begins one, or is read by a coordinator",
    ),
)


def decide(message: ReadMessage, standing: Standing, rows: Iterable[Row] = STAGES) -> Fate:
    """What becomes of it: the first of the rows that takes it. The last one takes everything."""
    for row in rows:
        found = row.takes(message, standing)
        if found:
            return Fate(row, found)
    raise AssertionError("the last row takes everything")
