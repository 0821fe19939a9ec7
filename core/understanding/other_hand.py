"""Whether the words themselves say that somebody else now writes with this phone.

OFFICIAL  an official or a guard says who they are and that they have it, or in whose name they write
STRANGER  they speak of the phone's owner, found it, or have it now
THEIRS    "her phone" is with them: this one, where its person told of nobody else
KIN       somebody close to its owner says that they have it, or write in their stead
PERHAPS   a phone is with them, or an official is named: it may be another phone, or an answer
NAMED     only that they are close to somebody
"""

from collections.abc import Sequence
from enum import IntEnum

from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import says
from core.understanding.plain import plain, readable

NAME = 2  # words that may stand behind who it is: "this is captain Kim"


class Hand(IntEnum):
    """See above."""

    NO = 0
    NAMED = 1
    PERHAPS = 2
    THEIRS = 3
    KIN = 4
    STRANGER = 5
    OFFICIAL = 6


def other_hand(clauses: Sequence[str], heard: Heard) -> Hand:
    """What the stated clauses of a message say of it."""
    hand = heard.other_hand
    said = [heard_sentence(readable(clause), heard) for clause in clauses]

    def names(table: PhraseTable, *, proper: bool = False) -> bool:
        return any(
            _names_writer(table, *pair, heard, proper=proper) for pair in zip(clauses, said, strict=True)
        )

    def tells(table: PhraseTable) -> bool:
        return any(says(table, clause, heard.denial) for clause in said)

    is_kin, cannot = names(hand.kin), tells(hand.cannot)
    has_now = any(_is_all(hand.has_it_now, clause) for clause in said)
    has_it = has_now or any(_is_all(hand.has_it, clause) for clause in said)
    if names(hand.signs) or (has_it and names(hand.officials)):
        return Hand.OFFICIAL
    if has_it and is_kin:
        return Hand.KIN
    if (has_now and not cannot) or tells(hand.owner):
        return Hand.STRANGER
    if has_it and cannot:
        return Hand.KIN
    if has_it and tells(heard.own_phone.others):
        return Hand.THEIRS
    if has_it or names(hand.officials, proper=True):
        return Hand.PERHAPS
    return Hand.NAMED if is_kin else Hand.NO


def _names_writer(table: PhraseTable, clause: str, said: str, heard: Heard, *, proper: bool) -> bool:
    """Whether the clause says who writes, and behind it at most a name: "it is captain Kim who took him" tells of another.
    ``proper``: a name is written as one.
    """
    words = [word.strip(",.!?:;") for word in readable(clause).split()]
    for match in table.finditer(said):
        behind = said[match.end() :].replace(",", "").replace(".", "").split()
        name = words[len(words) - len(behind) :] if behind else []
        known = (plain(word) in heard.every_known_word or proper for word in name)
        if len(name) <= NAME and all(
            word[:1].isupper() or not is_known for word, is_known in zip(name, known, strict=True)
        ):
            return True
    return False


def _is_all(table: PhraseTable, said: str) -> bool:
    """Whether it says that and nothing else: "the phone that I have is running low" tells of no hand."""
    return any(
        not (said[: match.start()] + said[match.end() :]).strip(" ,.") for match in table.finditer(said)
    )
