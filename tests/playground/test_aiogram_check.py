"""The second opinion refuses what the Bot API does not have, at every depth."""

from typing import Any

import pytest

from bot.playground.bot_api.parameters import Upload
from tests.world.aiogram_check import check

BUTTON = {"text": "Accept", "callback_data": "a", "style": "success"}


def markup(**more: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{**BUTTON, **more}]]}


def test_good_calls_pass_as_json_or_as_strings_of_a_form() -> None:
    check("getMe", {})
    check("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": markup(), "protect_content": True})
    check("sendMessage", {"chat_id": "1", "text": "x", "protect_content": "true"})
    check("sendPhoto", {"chat_id": 1, "photo": Upload("a.jpg", "image/jpeg", b"x")})
    check("sendDocument", {"chat_id": 1, "document": "attach://d", "d": Upload("a", "a/b", b"x")})
    check("getUpdates", {"offset": 1, "timeout": 30, "allowed_updates": ["message"]})


@pytest.mark.parametrize(
    ("method", "params", "names"),
    [
        ("sendMesage", {}, "no such method"),
        ("sendMessage", {"chat_id": 1, "text": "x", "shout": True}, r"sendMessage\.shout"),
        ("sendMessage", {"chat_id": 1}, "text"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": markup(colour="red")},
            r"\[0\]\[0\]\.colour",
        ),
        ("sendMessage", {"chat_id": 1, "text": "x", "link_preview_options": {"disabled": True}}, "disabled"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": markup(callback_data=5)},
            "reply_markup",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "entities": [{"type": "bold", "offset": 0, "len": 1}]},
            "length",
        ),
    ],
)
def test_wrong_calls_are_refused_by_name(method: str, params: dict[str, Any], names: str) -> None:
    with pytest.raises(AssertionError, match=names):
        check(method, params)
