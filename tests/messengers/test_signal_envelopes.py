"""Envelopes that people's phones do not send, and what Signal tells that is nothing to anybody: no report, no receipt."""

import json
from typing import Any

import pytest

from bot.messengers.errors import RetryLater, Unreachable, Unreadable
from bot.messengers.signal import client, parsing
from core.incoming import IncomingKind

WHO = "00000000-0000-4000-8000-000000000001"


def raw(**envelope: Any) -> bytes:
    """An envelope as it is kept."""
    return json.dumps({"envelope": {"sourceUuid": WHO, "timestamp": 7, **envelope}}).encode()


@pytest.mark.parametrize("told", [{"isExpirationUpdate": True}, {"remoteDelete": {"timestamp": 1}}])
def test_a_timer_that_was_set_and_a_message_taken_back_are_no_words(told: dict[str, Any]) -> None:
    assert parsing.parse(raw(dataMessage={"message": None, **told})).kind is IncomingKind.OTHER


def test_a_receipt_that_says_neither_counts_as_none() -> None:
    said = {"timestamps": [5], "isDelivery": False, "isRead": False, "isViewed": False}
    assert parsing.parse(raw(receiptMessage=said)).kind is IncomingKind.OTHER
    heard = parsing.parse(raw(receiptMessage={**said, "isViewed": True}))
    assert (heard.kind, heard.status, heard.about) == (IncomingKind.RECEIPT, "read", (5,))


@pytest.mark.parametrize(
    "wrong",
    [
        {"sourceUuid": ""},
        {"sourceUuid": "a\nb"},
        {"sourceUuid": 7},
        {"timestamp": -1},
        {"timestamp": 2**63},
        {"timestamp": "7"},
        {"timestamp": True},
    ],
)
def test_whoever_has_no_id_or_no_time_is_not_read(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        parsing.parse(raw(dataMessage={"message": "words"}, **wrong))


@pytest.mark.parametrize("number", [-1, 2**63, "7", None])
def test_what_cannot_be_counted_is_kept_all_the_same(number: Any) -> None:
    event = {"envelope": {"sourceUuid": WHO, "timestamp": number}}
    assert parsing.is_kept(event)
    assert parsing.raw_of(event)[0] == 0
    assert parsing.is_kept("no envelope")
    assert parsing.raw_of("no envelope") == (0, b'"no envelope"')


@pytest.mark.parametrize(
    ("card", "phone", "name"),
    [
        (
            {
                "name": {"given": "Aida", "family": "Made-Up"},
                "phone": [{"value": "+77010000001"}, {"value": "1"}],
            },
            "+77010000001",
            "Aida Made-Up",
        ),
        ({"name": {"given": "Aida", "family": None}, "phone": None}, "", "Aida"),
        ({}, "", ""),
    ],
)
def test_a_contact_is_read_as_far_as_it_goes(card: dict[str, Any], phone: str, name: str) -> None:
    contact = parsing.parse(raw(dataMessage={"message": None, "contacts": [card]})).contact
    assert contact is not None
    assert (contact.phone, contact.name) == (phone, name)


def test_a_file_without_a_name_or_a_kind_is_a_file() -> None:
    found = parsing.parse(raw(dataMessage={"attachments": [{"id": None}, {"id": "a.bin", "size": -1}]}))
    assert found.file is not None
    assert (found.text, found.file.file_id, found.file.name, found.file.size) == ("", "a.bin", "", None)


def test_what_became_of_the_one_recipient_counts_although_the_call_worked() -> None:
    with pytest.raises(Unreachable):
        client._sent({"timestamp": 1, "results": [{"type": "SUCCESS"}, {"type": "UNREGISTERED_FAILURE"}]})
    with pytest.raises(RetryLater):
        client._sent({"timestamp": None, "results": []})
