"""How the feed words what it tells: chats, messages, and the log in one short line each."""

from typing import Any

from bot.playground.views import show_chat, show_message
from bot.playground.world import Chat, Json, Message

SHORT = 120  # characters of a text in a line of the log
MOST_WAITING = 500


def shown_chat(chat: Chat) -> Json:
    """A chat, and what the bot does in it just now (``action``: what, until when)."""
    action = None if chat.action is None else [chat.action[0], chat.action[1].isoformat()]
    return {**show_chat(chat), "action": action}


def shown_message(message: Message) -> Json:
    """A message, and on whose phones it was removed."""
    return {**show_message(message, 0), "hidden": sorted(message.hidden)}


def waiting_messages(waiting: list[tuple[int, Any]]) -> list[list[int]]:
    """Chat and message id of what people wrote and the bot has not confirmed."""
    found = []
    for _, update in waiting[:MOST_WAITING]:
        message = update.get("message") if isinstance(update, dict) else None
        if isinstance(message, dict) and "message_id" in message:
            found.append([message["chat"]["id"], message["message_id"]])
    return found


def log_line(line: Json) -> Json:
    """A call or an update in short. The whole is at ``/playground/log/<sequence>``."""
    short = _update(line["update"]) if "update" in line else _call(line)
    return {"sequence": line["sequence"], "at": line["at"], **short}


def _call(line: Json) -> Json:
    params, answer = line["params"], line["answer"]
    error = answer.get("description", "") if isinstance(answer, dict) and answer.get("ok") is False else ""
    return {
        "kind": "call",
        "name": line["method"],
        "chat_id": params.get("chat_id"),
        "text": _short(params.get("text") or params.get("caption") or params.get("action")),
        "status": line["status"],
        "fault": line.get("fault"),
        "error": error,
    }


def _update(update: Any) -> Json:
    if not isinstance(update, dict):
        return {"kind": "update", "name": "?", "chat_id": None, "text": _short(update)}
    name = next((key for key in update if key != "update_id"), "?")
    body = update.get(name)
    body = body if isinstance(body, dict) else {}
    message = body.get("message", body)
    chat = message.get("chat") if isinstance(message, dict) else None
    text = body.get("data") or body.get("text") or body.get("caption")
    return {
        "kind": "update",
        "name": name,
        "chat_id": chat.get("id") if isinstance(chat, dict) else None,
        "text": _short(text),
    }


def _short(text: Any) -> str:
    return "" if text is None else str(text)[:SHORT]
