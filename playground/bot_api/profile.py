"""Methods about the bot itself and about chats and their members."""

import json
import re
from collections.abc import Callable
from typing import Any

from playground.bot_api.access import known_chat, present
from playground.bot_api.errors import bad_request
from playground.bot_api.parameters import Params, integer, string
from playground.world import Json, World, member

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMANDS = 100
COMMAND_DESCRIPTION = 256
LENGTHS = {"name": 64, "description": 512, "short_description": 120}

FULL_INFO: Json = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


def get_me(world: World, params: Params) -> Json:
    """The Bot API's getMe: the bot, and what it may do in groups."""
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _key(what: str, params: Params) -> tuple[str, str, str]:
    scope = params.get("scope") or {"type": "default"}
    return what, json.dumps(scope, sort_keys=True), string(params, "language_code")


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands, per scope and language."""
    commands = params.get("commands")
    if not isinstance(commands, list) or len(commands) > COMMANDS:
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    for command in commands:
        if not isinstance(command, dict) or not COMMAND.fullmatch(
            str(command.get("command", "")).removeprefix("/")
        ):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if commands:
        world.profile[_key("commands", params)] = commands
    else:  # nothing is written about it, so it is taken for the worse: there is no list, and the next scope has one
        world.profile.pop(_key("commands", params), None)
    world.changed.beat()
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """The Bot API's getMyCommands: the menu of one scope and language; empty if none was set."""
    found: list[Json] = world.profile.get(_key("commands", params), [])
    return found


def delete_my_commands(world: World, params: Params) -> bool:
    """The Bot API's deleteMyCommands: the menu of one scope and language is removed."""
    world.profile.pop(_key("commands", params), None)
    world.changed.beat()
    return True


def set_my(what: str) -> Callable[[World, Params], bool]:
    """setMyName, setMyDescription, setMyShortDescription, per language."""

    def change(world: World, params: Params) -> bool:
        text = string(params, what)
        if len(text) > LENGTHS[what]:
            raise bad_request(f"BOT_{'TITLE' if what == 'name' else 'DESCRIPTION'}_INVALID")
        world.profile[_key(what, params)] = text
        world.changed.beat()
        return True

    return change


def get_my(what: str) -> Callable[[World, Params], Json]:
    """getMyName and the other two; without a text of its own a language has that of no language."""

    def show(world: World, params: Params) -> Json:
        text = world.profile.get(_key(what, params)) or world.profile.get(_key(what, {}), "")
        return {what: text or (world.bot["first_name"] if what == "name" else "")}

    return show


def get_chat(world: World, params: Params) -> Json:
    """The chat as the Bot API describes it: a ChatFullInfo."""
    chat = known_chat(world, params)
    if not chat.private and chat.migrated_to is None:
        present(chat)
    return {**chat.shown, **FULL_INFO}


def get_chat_member(world: World, params: Params) -> Any:
    """getChatMember, of a person or of the bot itself."""
    chat = known_chat(world, params)
    if not chat.private:
        present(chat)
    user = integer(params, "user_id")
    if user == world.bot["id"]:
        return member(world.bot, chat.bot)
    person = world.people.get(user)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    inside = user in chat.members or user == chat.id
    return member(person.user(), "member" if inside else "left")
