"""The log in one short line each, as the feed tells it."""

from typing import Any

from bot.playground.world import Json

SHORT = 120  # characters of a text in a line of the log


def log_line(line: Json) -> Json:
    """A call or an update in short. The whole is at ``/playground/log/<sequence>``."""
    short = _update(line["update"]) if "update" in line else _call(line)
    if about := line.get("about"):  # a line that says itself what it is about
        short |= {**about, "text": _short(about["text"])}
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
