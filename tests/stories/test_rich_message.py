"""A rich message has no text of its own: its words are taken from its blocks, and it is heard like any other."""

import pytest

from bot.messengers.telegram.rich import flatten
from core.incoming import FileKind
from tests.stories.citizens import texts
from tests.stories.sent_files import rows
from tests.world.world import World


async def test_an_arrest_told_in_a_rich_message_wakes_a_lawyer(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    photo = world.server.world.files.content(world.server.world.files.add("photo", b"\xff\xd8\xff a face"))
    await citizen.writes_rich(
        {"type": "heading", "size": 1, "text": "Help"},
        {
            "type": "paragraph",
            "text": ["police took ", {"type": "bold", "text": "Dana Made-Up"}, " in Almaty"],
        },
        {"type": "photo", **photo},
    )
    await world.settle()
    await lawyer.expects("Almaty")
    assert await texts(world) == ["Help\npolice took Dana Made-Up in Almaty"]
    assert [row.kind for row in await rows(world)] == [FileKind.PHOTO]


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([{"type": "paragraph", "text": "one"}, {"type": "divider"}, {"type": "pre", "text": "two"}], "one\ntwo"),
        (
            [
                {
                    "type": "list",
                    "items": [
                        {"label": "1.", "blocks": [{"type": "paragraph", "text": "first"}]},
                        {"label": "2.", "blocks": [{"type": "paragraph", "text": ["sec", {"type": "code", "text": "ond"}]}]},
                    ],
                }
            ],
            "first\nsecond",
        ),
        (
            [{"type": "table", "cells": [[{"text": "a"}, {"text": "b"}], [{}, {"text": "c"}]], "caption": "names"}],
            "names\na | b\nc",
        ),
        (
            [
                {"type": "details", "summary": "what", "blocks": [{"type": "paragraph", "text": "they beat him"}]},
                {"type": "blockquote", "blocks": [{"type": "paragraph", "text": "we will wait"}], "credit": "an officer"},
                {"type": "map", "caption": {"text": "here", "credit": "me"}},
            ],
            "what\nthey beat him\nwe will wait\nan officer\nhere\nme",
        ),
        (
            [
                {
                    "type": "paragraph",
                    "text": [
                        {"type": "custom_emoji", "custom_emoji_id": "1", "alternative_text": "🙏"},
                        {"type": "button", "button": {"text": " press"}},
                        {"type": "anchor", "name": "x"},
                    ],
                },
                {"type": "mathematical_expression", "expression": "x^2"},
            ],
            "🙏 press\nx^2",
        ),
        ([7, None, {"type": "paragraph"}, {"type": "paragraph", "text": {"type": "made-up"}}], ""),
    ],
)  # fmt: skip
def test_each_block_is_read_in_its_place(blocks: list[object], text: str) -> None:
    message: dict[str, object] = {"rich_message": {"blocks": blocks}}
    flatten(message)
    assert message["text"] == text


def test_what_has_no_blocks_or_a_text_is_left_alone() -> None:
    for message in ({"rich_message": 7}, {"rich_message": {"blocks": "x"}}, {"text": "own"}):
        before = dict(message)
        flatten(message)
        assert message == before
    said = {"text": "own", "rich_message": {"blocks": [{"type": "paragraph", "text": "other"}]}}
    flatten(said)
    assert said["text"] == "own"
