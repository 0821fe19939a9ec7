"""What a lawyer is asked to say of what they saw: nothing of it is obligatory, and each answer is a claim.

A button carries a screen ("menu"), a question ("medical"), or a question and its answer ("medical-no"; "protocol-30":
the protocol names a time half an hour ago). They are short: two numbers stand before them.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.core.casework.visits import RELEASED, STATUSES

YES, NO, UNSEEN = "yes", "no", "unseen"


class Seen(StrEnum):
    """A question."""

    STARTED = "started"  # since when they are not free to go
    DELIVERED = "delivered"
    STATUS = "is"
    FREED = "freed"
    PROTOCOL = "protocol"
    DELIVERY = "delivery"
    MEDICAL = "medical"
    NOTICE = "notice"
    RELEASE = "release"
    PRIVATE = "private"
    HARM = "harm"
    MOVED = "moved"


SINCE = "since"  # when the status that was said last became so
OPEN, MENU, WHO = "open", "menu", "who"
PAPERS: Mapping[Seen, str] = {  # and the kinds of claim
    Seen.PROTOCOL: "protocol_seen",
    Seen.DELIVERY: "delivery_certificate",
    Seen.MEDICAL: "medical_examination",
    Seen.NOTICE: "phone_notice",
    Seen.RELEASE: "release_certificate",
}
KINDS: Mapping[Seen, str] = {**PAPERS, Seen.PRIVATE: "met_privately", Seen.HARM: "ill_treatment"}
CLOCKED: Mapping[Seen, str] = {  # their answer is a time
    Seen.STARTED: "started",
    Seen.DELIVERED: "delivered",
    Seen.PROTOCOL: "protocol",
    Seen.MOVED: "transferred",
}
AGO = ("0", "30", "60", "120")  # minutes
ANSWERS: Mapping[str, tuple[str, ...]] = {
    Seen.STARTED: AGO,
    Seen.DELIVERED: AGO,
    Seen.STATUS: (*STATUSES, *RELEASED),
    Seen.FREED: (),  # how: an answer to the status
    Seen.PROTOCOL: (*AGO, NO, UNSEEN),
    Seen.DELIVERY: (YES, NO, UNSEEN),
    Seen.MEDICAL: (YES, NO, UNSEEN),
    Seen.NOTICE: (YES, NO, UNSEEN),
    Seen.RELEASE: (YES, NO, UNSEEN),
    Seen.PRIVATE: (YES, NO),
    Seen.HARM: (YES, NO),
    Seen.MOVED: AGO,
    SINCE: AGO,
}


def is_carried(word: str) -> bool:
    """Whether a button of ours can carry it."""
    question, dash, answer = word.partition("-")
    if not dash:
        return word in (OPEN, MENU, WHO, *Seen)
    return answer in ANSWERS.get(question, ())
