"""The Bot API's schema is the one that is named, and whoever checks by it refuses what it does not have, at every depth."""

import re
from pathlib import Path
from typing import Any

import pytest

from playground.bot_api.methods import METHODS
from playground.bot_api.parameters import Upload
from tests.world.bot_api import SCHEMA, VERSION, check, check_said
from tools.bot_api_schema import schema, written

ROOT = Path(__file__).parents[2]
BUTTON = {"text": "Accept", "callback_data": "a", "style": "success"}
TEXT = {"chat_id": 1, "text": "x"}
PART = Upload("a.jpg", "image/jpeg", b"x")
USER = {"id": 1, "is_bot": False, "first_name": "Made-Up"}
CHAT = {"id": 1, "type": "private", "first_name": "Made-Up"}


def markup(**more: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{**BUTTON, **more}]]}


def test_the_data_is_what_the_installed_models_give() -> None:
    file = ROOT / "tests/world/bot_api.json"
    assert file.read_text("utf-8") == written(schema()), "python -m tools.bot_api_schema"


@pytest.mark.parametrize("page", ["decisions.md", "architecture.md"])
def test_the_documents_name_its_version(page: str) -> None:
    text = (ROOT / "docs" / "develop" / page).read_text("utf-8")
    assert re.findall(r"Bot API's schema[^|]*?version (\d+\.\d+)", text) == [VERSION]


def test_it_has_what_is_used_here_with_types_and_what_is_demanded_and_how_long_it_may_be() -> None:
    assert set(METHODS) <= set(SCHEMA["methods"])
    message = SCHEMA["methods"]["sendMessage"]
    assert message["returns"] == "Message"
    assert message["parameters"]["text"] == "String, required, 1-4096 characters"
    assert message["parameters"]["chat_id"] == "Integer or String, required"
    assert SCHEMA["types"]["BotCommandScopeChat"]["type"] == "String, required, is chat"
    assert "rich_message" in SCHEMA["types"]["Message"]
    assert "disable_web_page_preview" not in message["parameters"]  # of versions long ago


def test_our_server_knows_no_parameter_that_the_bot_api_does_not_have() -> None:
    invented = {
        name: sorted(method.params - SCHEMA["methods"][name]["parameters"].keys())
        for name, method in METHODS.items()
    }
    assert {name: more for name, more in invented.items() if more} == {}


def test_good_calls_pass_as_json_or_as_strings_of_a_form() -> None:
    check("getMe", {})
    check("sendMessage", {**TEXT, "reply_markup": markup(), "protect_content": True})
    check("sendMessage", {"chat_id": "1", "text": "x", "protect_content": "true", "message_thread_id": "7"})
    check("sendPhoto", {"chat_id": 1, "photo": PART})
    check("sendDocument", {"chat_id": 1, "document": "attach://d", "d": PART})
    check("sendLocation", {"chat_id": 1, "latitude": "43.2", "longitude": 77})
    check("getUpdates", {"offset": 1, "timeout": 30, "allowed_updates": ["message"]})
    album = [{"type": "photo", "media": "attach://a"}, {"type": "video", "media": "id"}]
    check("sendMediaGroup", {"chat_id": 1, "media": album, "a": PART})
    scope = {"type": "chat", "chat_id": 7}
    check("setMyCommands", {"commands": [{"command": "help", "description": "Help"}], "scope": scope})


@pytest.mark.parametrize(
    ("method", "params", "names"),
    [
        ("sendMesage", {}, "no such method"),
        # unknown
        ("sendMessage", {**TEXT, "shout": True}, r"sendMessage\.shout: unknown"),
        ("sendMessage", {**TEXT, "reply_markup": markup(colour="red")}, r"\[0\]\[0\]\.colour: unknown"),
        (
            "sendMessage",
            {**TEXT, "link_preview_options": {"disabled": True}},
            r"options\.disabled: unknown",
        ),
        ("sendMessage", {**TEXT, "disable_web_page_preview": True}, "disable_web_page_preview: unknown"),
        # missing
        ("sendMessage", {"chat_id": 1}, r"sendMessage\.text: missing"),
        ("sendMessage", {**TEXT, "entities": [{"type": "bold", "offset": 0}]}, r"\[0\]\.length: missing"),
        ("sendMessage", {**TEXT, "reply_markup": {"inline_keyboard": [[{}]]}}, r"\[0\]\.text: missing"),
        ("setMyCommands", {"commands": [{"command": "help"}]}, r"commands\[0\]\.description: missing"),
        ("sendDocument", {"chat_id": 1, "document": "attach://d"}, "attach://d: no such part"),
        # of another type
        ("sendMessage", {"chat_id": 1.5, "text": "x"}, r"chat_id: expected"),
        ("sendMessage", {"chat_id": 1, "text": 5}, r"text: expected String"),
        ("sendMessage", {"chat_id": 1, "text": None}, r"text: expected String"),
        ("sendMessage", {**TEXT, "protect_content": "perhaps"}, "protect_content: expected Boolean"),
        ("sendMessage", {**TEXT, "protect_content": 1}, "protect_content: expected Boolean"),
        ("sendMessage", {**TEXT, "message_thread_id": True}, "message_thread_id: expected Integer"),
        ("sendMessage", {**TEXT, "reply_markup": markup(callback_data=5)}, "callback_data: expected String"),
        ("sendMessage", {**TEXT, "reply_markup": {"inline_keyboard": [BUTTON]}}, r"\[0\]: expected an array"),
        ("sendMessage", {**TEXT, "reply_markup": "none"}, "reply_markup: expected an object"),
        ("sendMessage", {**TEXT, "entities": {"type": "bold"}}, "entities: expected an array"),
        (
            "sendMessage",
            {**TEXT, "entities": [{"type": "bold", "offset": "0", "length": 1}]},
            r"entities\[0\]\.offset: expected Integer",
        ),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo"}] * 2}, r"media\[0\]\.media: missing"),
        (
            "sendMediaGroup",
            {"chat_id": 1, "media": [{"type": "photo", "media": "x", "loud": 1}] * 2},
            r"media\[0\]\.loud: unknown",
        ),
        # another value
        ("setMyCommands", {"commands": [], "scope": {"type": "chatt", "chat_id": 7}}, "scope.type: expected"),
        # too long, or too short
        ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, "text: 4097, expected 1-4096 characters"),
        ("sendMessage", {"chat_id": 1, "text": ""}, "text: 0, expected 1-4096 characters"),
        ("sendMessage", {**TEXT, "reply_markup": markup(callback_data="қ" * 33)}, "66, expected 1-64 bytes"),
        ("sendPhoto", {"chat_id": 1, "photo": "id", "caption": "x" * 1025}, "caption: 1025"),
        ("deleteMessages", {"chat_id": 1, "message_ids": list(range(101))}, "101, expected 1-100 items"),
        ("getUpdates", {"limit": 101}, "limit: 101, expected values 1-100"),
    ],
)
def test_wrong_calls_are_refused_by_name(method: str, params: dict[str, Any], names: str) -> None:
    with pytest.raises(AssertionError, match=names):
        check(method, params)


def test_of_a_file_in_an_album_the_part_must_be_there() -> None:
    with pytest.raises(AssertionError, match="attach://a: no such part"):
        check("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "attach://a"}] * 2})


def test_what_is_said_to_the_bot_is_looked_at_too() -> None:
    message = {"message_id": 1, "date": 0, "chat": CHAT, "from": USER, "text": "x"}
    check_said("update", {"update_id": 1, "message": message})
    rich = {"blocks": [{"type": "paragraph", "text": ["a", {"type": "bold", "text": "b"}]}]}
    check_said("update", {"update_id": 1, "message": {**message, "rich_message": rich}})
    check_said("sendMessage", message)
    check_said("deleteMessages", True)
    for wrong, names in (
        ({"update_id": 1, "mesage": message}, r"update\.mesage: unknown"),
        ({"message": message}, r"update\.update_id: missing"),
        ({"update_id": 1, "message": {**message, "date": "0"}}, r"update\.message\.date: expected Integer"),
        ({"update_id": 1, "message": {**message, "from": {"id": 1}}}, "first_name: missing"),
        (
            {"update_id": 1, "message": {**message, "rich_message": {"blocks": [{"type": "made-up"}]}}},
            "blocks",
        ),
    ):
        with pytest.raises(AssertionError, match=names):
            check_said("update", wrong)
    with pytest.raises(AssertionError, match="deleteMessages: expected Boolean"):
        check_said("deleteMessages", 1)


def test_lengths_do_not_count_where_our_server_is_to_refuse_them() -> None:
    check("sendMessage", {"chat_id": 1, "text": "x" * 4097}, sizes=False)
    with pytest.raises(AssertionError, match="unknown"):
        check("sendMessage", {**TEXT, "shout": True}, sizes=False)
