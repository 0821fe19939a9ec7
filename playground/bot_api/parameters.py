"""The parameters of a call, however they came: JSON, form or multipart (all three are the Bot API's).

In a form everything is a string; those that the Bot API calls JSON-serialized are decoded, by name. The text of a
message is never decoded.
"""

import json
from dataclasses import dataclass, field
from email.message import Message as Headers
from email.parser import HeaderParser
from typing import Any
from urllib.parse import parse_qsl

from playground.bot_api.errors import bad_request

Params = dict[str, Any]

SERIALIZED = frozenset(
    [
        "reply_markup",
        "entities",
        "caption_entities",
        "link_preview_options",
        "reply_parameters",
        "allowed_updates",
        "message_ids",
        "commands",
        "scope",
        "media",
        "permissions",
    ]
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    content: bytes = field(repr=False)


def read(content_type: str, query: bytes, body: bytes) -> Params:
    """All parameters by name. Raises ApiError (400) if the body is not what its type says."""
    params = _form(query) if query else {}
    if not body:
        return params
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            found = json.loads(body)
            if not isinstance(found, dict):
                raise bad_request("can't parse request JSON: Object expected")
            params.update(found)
        elif kind == "multipart/form-data":
            params.update(_multipart(content_type, body))
        else:
            params.update(_form(body))
    except ValueError as error:
        raise bad_request(f"can't parse request: {error}") from error
    return params


def _form(body: bytes) -> Params:
    pairs = parse_qsl(body.decode(), keep_blank_values=True)
    return {name: _value(name, value) for name, value in pairs}


def _value(name: str, value: str) -> Any:
    if name not in SERIALIZED or not value:
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        what = "reply keyboard markup" if name == "reply_markup" else name
        raise bad_request(f"can't parse {what} JSON object") from error


def _multipart(content_type: str, body: bytes) -> Params:
    """RFC 7578, whole in memory: parts between ``--boundary`` lines."""
    boundary = _headers(f"Content-Type: {content_type}").get_param("boundary")
    if not isinstance(boundary, str):
        raise bad_request("multipart without a boundary")
    params: Params = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = _headers(head.decode())
        name = headers.get_param("name", header="content-disposition")
        if not isinstance(name, str):
            raise bad_request("multipart field without a name")
        filename = headers.get_filename()
        if filename is None:
            params[name] = _value(name, content.decode())
        else:
            params[name] = Upload(filename, headers.get_content_type(), content)
    return params


def _headers(text: str) -> Headers:
    return HeaderParser().parsestr(text)


def integer(params: Params, name: str, default: int = 0) -> int:
    """A whole number, from a number or its digits; what cannot be read is ``default``, as on Telegram."""
    value = params.get(name, default)
    try:
        return int(value)
    except (TypeError, ValueError):
        return default


def degrees(params: Params, name: str, most: int) -> float:
    """A coordinate, from a number or its digits. Raises ApiError where it is missing or out of range."""
    try:
        value = float(params[name])
    except (KeyError, TypeError, ValueError):
        raise bad_request(f"{name} must be non-empty") from None
    if not abs(value) <= most:
        raise bad_request(f"wrong {name} specified")
    return value


def flag(params: Params, name: str) -> bool:
    """True, or a word that Telegram takes for it."""
    return str(params.get(name, "")).lower() in ("true", "yes", "1")


def string(params: Params, name: str) -> str:
    """A string; empty when missing."""
    value = params.get(name, "")
    return value if isinstance(value, str) else json.dumps(value)


def loggable(params: Params) -> Params:
    """The same for the log: a file by name and size only."""
    if any(isinstance(value, Upload) for value in params.values()):
        return {
            name: {"file": value.name, "mime": value.mime, "bytes": len(value.content)}
            if isinstance(value, Upload)
            else value
            for name, value in params.items()
        }
    return params
