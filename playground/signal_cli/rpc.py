"""JSON-RPC's frame, as signal-cli reads and answers it: errors too come with status 200."""

import json
from collections.abc import Callable
from typing import Any

from playground.signal_cli.people import Json

UNREADABLE, WRONG_REQUEST = -32700, -32600
MEMBERS = {"jsonrpc", "id", "method", "params"}


class Failed(Exception):
    """An error of JSON-RPC."""

    def __init__(self, code: int, message: str, response: Json | None = None) -> None:
        super().__init__(message)
        self.error: Json = {
            "code": code,
            "message": message,
            "data": {"response": response} if response else None,
        }


def answered(content: bytes, call: Callable[[str, Json], Any]) -> Json | list[Json] | None:
    """What leaves for a request, or for several in a list; None where nobody asked for an answer."""
    if not content.strip():
        return _error(Failed(WRONG_REQUEST, "unexpected type: MISSING"), None)
    try:
        asked = json.loads(content)
    except ValueError:
        return _error(Failed(UNREADABLE, "Unexpected character"), None)
    if asked == []:
        return _error(Failed(WRONG_REQUEST, "invalid request"), None)
    if isinstance(asked, list):
        return [answer for request in asked if (answer := _single_answer(request, call)) is not None] or None
    return _single_answer(asked, call)


def _single_answer(asked: Any, call: Callable[[str, Json], Any]) -> Json | None:
    number = asked.get("id") if isinstance(asked, dict) else None
    try:
        method, params = _read(asked)
    except Failed as failed:
        return _error(failed, None if isinstance(number, dict | list) else number)
    try:
        result = call(method, params)
    except Failed as failed:
        return _error(failed, number) if "id" in asked else None
    return {"jsonrpc": "2.0", "result": result, "id": number} if "id" in asked else None


def _read(asked: Any) -> tuple[str, Json]:
    if not isinstance(asked, dict):
        raise Failed(WRONG_REQUEST, "unexpected type")
    if not asked.keys() <= MEMBERS or isinstance(asked.get("id"), dict | list):
        raise Failed(WRONG_REQUEST, "Unrecognized field, or one of another type")
    if asked.get("jsonrpc") != "2.0":
        raise Failed(WRONG_REQUEST, "only jsonrpc version 2.0 is supported")
    if not isinstance(asked.get("method"), str):
        raise Failed(WRONG_REQUEST, "method field must be set")
    params = asked.get("params") or {}
    if not isinstance(params, dict):
        raise Failed(WRONG_REQUEST, "Cannot deserialize value of type LinkedHashMap")
    return asked["method"], dict(params)


def _error(failed: Failed, number: Any) -> Json:
    return {"jsonrpc": "2.0", "error": failed.error, "id": number}
