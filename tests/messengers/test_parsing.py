"""Raw updates of every kind, well formed and not, as Incoming or Unreadable; nothing else is ever raised."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.messengers.errors import Unreadable
from bot.messengers.telegram.parsing import kind_of, parse, tap_id
from core.incoming import File, FileKind, Forwarded, Incoming, IncomingKind, Location, SharedContact
from tests.messengers.updates import CHAT, DATE, PERSON, message, raw

SENT_AT = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
PHOTOS = [
    {"file_id": "small", "file_unique_id": "1", "width": 90, "height": 90, "file_size": 1000},
    {"file_id": "large", "file_unique_id": "2", "width": 900, "height": 900, "file_size": 9000},
]


def read(**content: Any) -> Incoming:
    """What a message with this content means."""
    return parse(raw(message=message(**content)))


def test_words_come_with_who_said_them_where_and_when() -> None:
    assert read(text="Бауырымды ұстады") == Incoming(
        "telegram",
        IncomingKind.MESSAGE,
        sender="77",
        chat="77",
        chat_type="private",
        sent_at=SENT_AT,
        message_id=5,
        text="Бауырымды ұстады",
        language="kk",
    )


def test_a_correction_is_told_from_a_message() -> None:
    edited = parse(raw(edited_message=message(text="corrected", edit_date=DATE + 60)))
    assert (edited.kind, edited.text, edited.message_id, edited.sent_at) == (
        IncomingKind.EDITED,
        "corrected",
        5,
        SENT_AT,
    )


def test_an_answer_names_the_message_that_it_quotes() -> None:
    assert (
        read(text="I'll take it", reply_to_message=message(text="An alert") | {"message_id": 3}).answers == 3
    )


def test_a_tap_names_the_actor_and_the_message_it_was_on() -> None:
    bot = {"id": 1, "is_bot": True, "first_name": "Bot"}
    query = {
        "id": "900",
        "from": PERSON,
        "chat_instance": "x",
        "data": "report/situation:else",
        "message": {"message_id": 9, "from": bot, "chat": CHAT, "date": DATE, "text": "?"},
    }
    tap = parse(raw(callback_query=query))
    assert (tap.kind, tap.sender, tap.message_id, tap.data, tap.tap_id, tap.private) == (
        IncomingKind.TAP,
        "77",
        9,
        "report/situation:else",
        "900",
        True,
    )


def test_the_id_of_a_press_is_read_by_itself() -> None:
    press = {
        "update_id": 1,
        "callback_query": {"id": "77", "from": {"id": 5}, "chat_instance": "x", "data": "a:1"},
    }
    assert tap_id(json.dumps(press).encode()) == "77"


@pytest.mark.parametrize(
    "other",
    [
        b"{",
        b"[]",
        b"7",
        b"null",
        b'{"callback_query": 3}',
        b'{"callback_query": {}}',
        b'{"callback_query": {"id": "a\\nb"}}',
    ],
)
def test_what_is_no_press_has_no_such_id(other: bytes) -> None:
    assert tap_id(other) is None


def test_a_tap_on_a_message_that_telegram_no_longer_shows_is_still_a_tap() -> None:
    query = {
        "id": "900",
        "from": PERSON,
        "chat_instance": "x",
        "data": "accept:1",
        "message": {"message_id": 9, "chat": CHAT, "date": 0},
    }
    assert (parse(raw(callback_query=query)).kind, parse(raw(callback_query=query)).message_id) == (
        IncomingKind.TAP,
        9,
    )


def test_a_tap_without_a_message_is_answered_and_nothing_else() -> None:
    tap = parse(
        raw(callback_query={"id": "900", "from": PERSON, "chat_instance": "x", "inline_message_id": "q"})
    )
    assert (tap.kind, tap.tap_id) == (IncomingKind.OTHER, "900")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"photo": PHOTOS}, File(FileKind.PHOTO, "large", size=9000)),
        (
            {
                "voice": {
                    "file_id": "f",
                    "file_unique_id": "1",
                    "duration": 4,
                    "mime_type": "audio/ogg",
                    "file_size": 8,
                }
            },
            File(FileKind.VOICE, "f", "audio/ogg", 8, 4),
        ),
        (
            {"video": {"file_id": "f", "file_unique_id": "1", "width": 1, "height": 1, "duration": 4}},
            File(FileKind.VIDEO, "f", None, None, 4),
        ),
        (
            {"video_note": {"file_id": "f", "file_unique_id": "1", "length": 1, "duration": 4}},
            File(FileKind.VIDEO_NOTE, "f", None, None, 4),
        ),
        (
            {"audio": {"file_id": "f", "file_unique_id": "1", "duration": 4}},
            File(FileKind.AUDIO, "f", None, None, 4),
        ),
        (
            {"document": {"file_id": "f", "file_unique_id": "1", "mime_type": "application/pdf"}},
            File(FileKind.DOCUMENT, "f", "application/pdf"),
        ),
        (
            {
                "sticker": {
                    "file_id": "f",
                    "file_unique_id": "1",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                    "type": "regular",
                }
            },
            File(FileKind.STICKER, "f"),
        ),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
def test_a_file_of_every_kind_is_kept_with_what_is_known_of_it(
    content: dict[str, Any], expected: File
) -> None:
    assert read(**content, caption="words").file == expected
    assert read(**content, caption="words").text == "words"


def test_every_kind_of_file_that_we_know_is_read() -> None:
    for kind in FileKind:
        body: Any = {
            "file_id": "f",
            "file_unique_id": "1",
            "width": 1,
            "height": 1,
            "length": 1,
            "duration": 4,
        }
        body |= {"is_animated": False, "is_video": False, "type": "regular"}
        found = read(**{kind.value: [body] if kind is FileKind.PHOTO else body}).file
        assert found is not None
        assert found.kind is kind


def test_a_place_is_read_also_from_a_venue() -> None:
    here = {"latitude": 43.25, "longitude": 76.95}
    assert read(location=here).location == Location(43.25, 76.95)
    assert read(venue={"location": here, "title": "t", "address": "a"}).location == Location(43.25, 76.95)


def test_a_contact_may_lack_a_number_and_an_account() -> None:
    full = {"phone_number": "+77015550100", "first_name": "Dana", "last_name": "Made-Up", "user_id": 78}
    assert read(contact=full).contact == SharedContact("+77015550100", "Dana Made-Up", "78")
    assert read(contact={"phone_number": "", "first_name": "Dana"}).contact == SharedContact("", "Dana", None)


def test_a_forwarded_message_keeps_the_date_of_the_original() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "S", "date": DATE - 3600}
    assert read(text="t", forward_origin=origin).forwarded == Forwarded(
        datetime(2018, 9, 17, 5, 0, tzinfo=UTC)
    )


def test_a_block_and_a_group_that_adds_the_bot_are_membership() -> None:
    me = {"id": 1, "is_bot": True, "first_name": "Bot"}
    change = {
        "chat": CHAT,
        "from": PERSON,
        "date": DATE,
        "old_chat_member": {"user": me, "status": "member"},
        "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
    }
    found = parse(raw(my_chat_member=change))
    assert (found.kind, found.status, found.sender, found.private) == (
        IncomingKind.MEMBERSHIP,
        "kicked",
        "77",
        True,
    )


def test_a_group_that_became_a_supergroup_says_where_it_is() -> None:
    group = {"id": -10, "type": "group", "title": "G"}
    found = read(chat=group, migrate_to_chat_id=-100777)
    assert (found.kind, found.chat, found.new_chat) == (IncomingKind.MIGRATED, "-10", "-100777")


def test_nobody_speaks_in_the_post_of_a_channel() -> None:
    channel = {"id": -1005, "type": "channel", "title": "C"}
    assert read(chat=channel, sender_chat=channel, text="t").kind is IncomingKind.OTHER
    assert parse(raw(channel_post=message(chat=channel, text="t"))).kind is IncomingKind.OTHER


def test_a_kind_that_we_did_not_ask_for_is_nothing_to_us() -> None:
    bought = {"from": PERSON, "paid_media_payload": "p"}
    assert parse(raw(purchased_paid_media=bought)).kind is IncomingKind.OTHER


@pytest.mark.parametrize("update", [raw(), raw(thought_message={"text": "from the future"})])
def test_a_kind_that_nobody_knows_is_kept_for_the_operator(update: bytes) -> None:
    with pytest.raises(Unreadable, match="UnknownKind"):
        parse(update)
    assert kind_of(update) == "unknown"


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"text"',
        b"[" * 100_000,
        raw(message=None, edited_message="x"),
        raw(message={"message_id": "five"}),
        raw(message=message(date="yesterday")),
        raw(message=message(date=10**30)),
        raw(message=message(photo=5)),
        raw(message={**message(text="t"), "chat": None}),
        raw(message={**message(text="t"), "from": 7}),
        raw(message=message(location={"latitude": "north"})),
        raw(message=message(location={"latitude": float("nan"), "longitude": 76.9})),
        raw(message=message(location={"latitude": 43.2, "longitude": 200})),
        raw(message={**message(text="t"), "message_id": 2**63}),
        raw(message={**message(text="t"), "message_id": True}),
        raw(message={**message(text="t"), "chat": {**CHAT, "id": "77"}}),
        raw(message=message(voice={"file_id": "a\x00b", "file_unique_id": "u", "duration": 1})),
        raw(callback_query={"id": 1}),
        raw(my_chat_member={"chat": CHAT}),
    ],
)
def test_malformed_fields_are_unreadable_and_the_error_says_no_content(broken: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(broken)
    assert str(caught.value).isidentifier()
    assert caught.value.__cause__ is None


def test_a_strange_detail_does_not_cost_the_words() -> None:
    found = read(
        text="кого-то задержали",
        **{"from": {**PERSON, "language_code": ["kk"]}},
        document={"file_id": "f", "file_unique_id": "u", "mime_type": "a\x00b", "file_size": "large"},
    )
    assert (found.text, found.language) == ("кого-то задержали", None)
    assert found.file == File(FileKind.DOCUMENT, "f")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FIELDS = st.sampled_from(
    ["text", "from", "chat", "date", "photo", "contact", "location", "voice", "message_id"]
)


@pytest.mark.slow
@settings(deadline=None)
@given(
    kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]),
    odd=st.dictionaries(FIELDS, VALUES),
)
def test_whatever_a_field_holds_it_is_read_or_unreadable(kind: str, odd: dict[str, Any]) -> None:
    try:
        found = parse(raw(**{kind: {**message(text="t"), **odd}}))
    except Unreadable:
        return
    assert isinstance(found, Incoming)


def test_half_a_character_does_not_pass_the_border() -> None:
    update = json.dumps({"update_id": 1, "message": message(text="a \ud83d b")}).encode()
    assert parse(update).text.encode() == "a � b".encode()
    assert read(text="whole 😀").text == "whole 😀"


@pytest.mark.parametrize("kind", Update.ALL_TYPES)
def test_the_operator_is_told_the_kind_by_its_bot_api_name(kind: str) -> None:
    assert kind_of(raw(**{kind: {}})) == str(kind)


def test_a_kind_is_never_content() -> None:
    assert kind_of(b'{"Dana Made-Up": 1}') == "unknown"
    assert kind_of(b"Dana Made-Up") == "unknown"
    assert kind_of(b"5") == "unknown"
