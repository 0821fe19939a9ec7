"""The methods that the server knows: what runs, and which parameters it takes. Anything else is recorded as unknown."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from playground.bot_api import editing, profile, sending
from playground.bot_api.parameters import Params
from playground.world import World


class Method(Struct, frozen=True):
    """``run``: None for a method that waits (receiving updates)."""

    run: Callable[[World, Params], Any] | None
    params: frozenset[str] = frozenset()


def _method(run: Callable[[World, Params], Any] | None, params: str = "", *, sends: bool = False) -> Method:
    return Method(run, frozenset(params.split()) | (sending.OPTIONS if sends else frozenset()))


_CAPTION = "caption caption_entities parse_mode"
_SHOWN = f"{_CAPTION} show_caption_above_media has_spoiler"
_FILES = {  # by the kind of file, besides the file itself
    "photo": _SHOWN,
    "voice": f"{_CAPTION} duration",
    "video": f"{_SHOWN} duration width height thumbnail cover start_timestamp supports_streaming",
    "video_note": "duration length thumbnail",
    "audio": f"{_CAPTION} duration performer title thumbnail",
    "document": f"{_CAPTION} thumbnail disable_content_type_detection",
    "animation": f"{_SHOWN} duration width height thumbnail",
    "sticker": "emoji",
}

METHODS: dict[str, Method] = {
    "getMe": _method(profile.get_me),
    "getUpdates": _method(None, "offset limit timeout allowed_updates"),
    "setWebhook": _method(
        None, "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token"
    ),
    "deleteWebhook": _method(None, "drop_pending_updates"),
    "getWebhookInfo": _method(None),
    "logOut": _method(None),
    "sendMessage": _method(sending.send_message, "text entities parse_mode link_preview_options", sends=True),
    **{
        "send" + "".join(map(str.title, kind.split("_"))): _method(
            sending.send_file(kind), f"{kind} {more}", sends=True
        )
        for kind, more in _FILES.items()
    },
    "sendLocation": _method(sending.send_location, "latitude longitude horizontal_accuracy", sends=True),
    "copyMessage": _method(
        sending.copy_message, "from_chat_id message_id caption caption_entities parse_mode", sends=True
    ),
    "forwardMessage": _method(
        sending.forward_message,
        "chat_id message_thread_id from_chat_id message_id disable_notification protect_content message_effect_id",
    ),
    "sendChatAction": _method(sending.send_chat_action, "chat_id message_thread_id action"),
    "editMessageText": _method(
        editing.edit_message_text,
        "chat_id message_id text entities parse_mode link_preview_options reply_markup",
    ),
    "editMessageCaption": _method(
        editing.edit_message_caption,
        "chat_id message_id caption caption_entities parse_mode show_caption_above_media reply_markup",
    ),
    "editMessageMedia": _method(editing.edit_message_media, "chat_id message_id media reply_markup"),
    "editMessageReplyMarkup": _method(editing.edit_message_reply_markup, "chat_id message_id reply_markup"),
    "deleteMessage": _method(editing.delete_message, "chat_id message_id"),
    "deleteMessages": _method(editing.delete_messages, "chat_id message_ids"),
    "answerCallbackQuery": _method(
        sending.answer_callback_query, "callback_query_id text show_alert url cache_time"
    ),
    "getFile": _method(sending.get_file, "file_id"),
    "pinChatMessage": _method(sending.pin_chat_message, "chat_id message_id disable_notification"),
    "unpinChatMessage": _method(sending.unpin_chat_message, "chat_id message_id"),
    "leaveChat": _method(sending.leave_chat, "chat_id"),
    "getChat": _method(profile.get_chat, "chat_id"),
    "getChatMember": _method(profile.get_chat_member, "chat_id user_id"),
    "setMyCommands": _method(profile.set_my_commands, "commands scope language_code"),
    "getMyCommands": _method(profile.get_my_commands, "scope language_code"),
    "deleteMyCommands": _method(profile.delete_my_commands, "scope language_code"),
    "setMyName": _method(profile.set_my("name"), "name language_code"),
    "getMyName": _method(profile.get_my("name"), "language_code"),
    "setMyDescription": _method(profile.set_my("description"), "description language_code"),
    "getMyDescription": _method(profile.get_my("description"), "language_code"),
    "setMyShortDescription": _method(profile.set_my("short_description"), "short_description language_code"),
    "getMyShortDescription": _method(profile.get_my("short_description"), "language_code"),
}

BY_LOWER_NAME = {name.lower(): name for name in METHODS}  # Telegram does not care about capitals
