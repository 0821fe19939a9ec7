"""How a chat may be written to: the table, row by row, and what of a report tells where its writer is."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from msgspec.structs import replace

from core.casework.answering import Way, WriterSituation, is_at_risk, told_by, way
from core.casework.claim_kinds import SITUATIONS, Certainty
from core.casework.claims import Claim, Json, SourceKind
from handlers.forms.report_form import LINKS, URGENT

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
REPORT, MEMBER = 10, 20
ELSEWHERE = WriterSituation(frozenset({"other"}), "relative")
THERE = WriterSituation(frozenset({"me"}), "self")
PHONE_TAKEN = WriterSituation(frozenset({"other"}), "relative", flags=frozenset({"phone"}))

NEWS, QUIETLY, NOTHING = Way.NEWS, Way.QUIETLY, Way.NOTHING
TABLE = [
    # answered, told, silent, how they are written to
    ("", ELSEWHERE, False, NEWS),
    ("yes", ELSEWHERE, False, NEWS),
    ("no", ELSEWHERE, False, NOTHING),
    ("", THERE, False, QUIETLY),
    ("yes", THERE, False, NEWS),
    ("no", THERE, False, NOTHING),
    ("", PHONE_TAKEN, False, NEWS),
    ("yes", PHONE_TAKEN, False, NEWS),
    ("no", PHONE_TAKEN, False, NOTHING),
]


@pytest.mark.parametrize(("answer", "told", "is_silent", "expected"), TABLE)
def test_how_somebody_who_wrote_is_written_to(
    answer: str, told: WriterSituation, is_silent: bool, expected: Way
) -> None:
    assert way(answer, told, is_silent=is_silent) is expected


@pytest.mark.parametrize(
    ("answer", "told"), list(product(("", "yes", "no"), (ELSEWHERE, THERE, PHONE_TAKEN, WriterSituation())))
)
def test_to_a_silent_chat_nothing_leaves_whatever_was_allowed(answer: str, told: WriterSituation) -> None:
    assert way(answer, told, is_silent=True) is NOTHING


@pytest.mark.parametrize(
    ("situations", "link", "said", "flags", "expected"),
    [
        ("other", None, False, "", False),  # who tells of somebody else is elsewhere
        ("missing", None, False, "", False),
        ("other", "witness", True, "", False),
        ("", None, False, "", True),  # a voice, "help us": nobody knows who it is
        ("", "relative", False, "", False),
        ("me", None, False, "", True),
        ("me", "self", False, "", True),
        ("other", "self", True, "", True),  # until they say otherwise
        ("me", "relative", False, "", True),  # "they took me and my brother", then of the brother
        ("me", "relative", True, "", False),  # they have said who they are
        ("me over", None, False, "", True),  # whoever holds the phone may write that it is over
        ("blocked", None, False, "", True),
        ("blocked", "other", False, "", False),
        ("other", None, False, "raid", True),
        ("other", None, False, "sos", True),
        ("other", "relative", False, "sos raid", False),
        ("other", "relative", True, "phone", False),  # another phone: one's own hides the chat
        ("other", None, False, "minor injured", False),
    ],
)
def test_who_is_at_risk_by_a_sound(
    situations: str, link: str | None, said: bool, flags: str, expected: bool
) -> None:
    told = WriterSituation(frozenset(situations.split()), link, said, frozenset(flags.split()))
    assert is_at_risk(told) is expected


AT_RISK = [
    (situation, link, flag)
    for situation, link, flag in product(SITUATIONS, (None, *LINKS), ("none", *URGENT))
    if link == "self" or (situation == "me" and link is None)
]


@pytest.mark.parametrize(("situation", "link", "flag"), AT_RISK)
def test_who_said_that_they_are_held_gets_no_news_unasked(
    situation: str, link: str | None, flag: str
) -> None:
    told = WriterSituation(frozenset({situation}), link, link is not None, frozenset({flag}))
    assert way("", told, is_silent=False) is QUIETLY


# --- out of the claims of a report


def claims(*said: tuple[str, Json, Certainty]) -> list[Claim]:
    """What a report says, each a minute after the one before."""
    return [
        Claim(
            number,
            None,
            REPORT,
            kind,
            value,
            SourceKind.REPORT,
            REPORT,
            NOON + timedelta(minutes=number),
            certainty,
        )
        for number, (kind, value, certainty) in enumerate(said, start=1)
    ]


def test_the_newest_link_and_flags_count_and_every_situation_that_was_told() -> None:
    said = claims(
        ("situation", "me", Certainty.UNDERSTOOD),
        ("link", "self", Certainty.GUESSED),
        ("urgent", ["phone", "minor"], Certainty.SAID),
        ("situation", "over", Certainty.UNDERSTOOD),
        ("link", "relative", Certainty.SAID),
        ("urgent", ["minor"], Certainty.SAID),
    )
    expected = WriterSituation(
        frozenset({"me", "over"}), "relative", link_is_said=True, flags=frozenset({"minor"})
    )
    assert told_by(reversed(said)) == expected


def test_what_was_taken_back_and_what_members_say_tells_nothing_of_the_writer() -> None:
    me, link = claims(("situation", "me", Certainty.SAID), ("link", "self", Certainty.SAID))
    taken_back = replace(me, withdrawn_at=NOON + timedelta(hours=1))
    by_member = replace(link, source_kind=SourceKind.MEMBER, source_id=MEMBER)
    assert told_by([taken_back, by_member]) == WriterSituation()


def test_what_was_only_guessed_tells_nothing_of_the_writer() -> None:
    (guessed,) = claims(("situation", "other", Certainty.GUESSED))
    assert told_by([guessed]) == WriterSituation()
    assert is_at_risk(told_by([guessed]))
