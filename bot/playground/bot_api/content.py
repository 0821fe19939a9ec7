"""What a message may hold: text, caption, entities, a file. Checked as Telegram checks it.

Lengths are counted in UTF-16 units, as Telegram's own apps and entity offsets do. Whether its server counts an
emoji as one or two is not documented, so the stricter reading is enforced: what passes here passes there.
"""

import re
from typing import Any

from bot.playground.bot_api import pictures
from bot.playground.bot_api.errors import ApiError, bad_request
from bot.playground.bot_api.parameters import Params, Upload, integer, string
from bot.playground.files import KINDS, UPLOAD_LIMIT, Files, StoredFile

TEXT = 4096
CAPTION = 1024
ENTITIES = 100
COMMAND = re.compile(
    r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"
)  # as TDLib finds them
UNLINKED = ("code", "pre", "text_link")  # in these nothing is looked for

Json = dict[str, Any]


def units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_text(params: Params) -> Json:
    """``text`` and ``entities`` of a message."""
    text = string(params, "text").rstrip()
    if not params.get("text"):
        raise bad_request("message text is empty")
    if not text:
        raise bad_request("text must be non-empty")
    _check_length(params, text, TEXT, "message is too long")
    return {"text": text, **_entities(params, "entities", text)}


def read_caption(params: Params) -> Json:
    """``caption`` and ``caption_entities``; empty if there is none."""
    caption = string(params, "caption").rstrip()
    if not caption:
        return {}
    _check_length(params, caption, CAPTION, "message caption is too long")
    return {"caption": caption, **_entities(params, "caption_entities", caption)}


def _check_length(params: Params, text: str, limit: int, too_long: str) -> None:
    if params.get("parse_mode"):
        raise bad_request("the playground does not parse markup: send entities instead of parse_mode")
    if len(text) * 2 > limit and units(text) > limit:
        raise bad_request(too_long)


def _entities(params: Params, name: str, text: str) -> Json:
    entities = params.get(name) or []
    end = units(text)
    if not isinstance(entities, list) or len(entities) > ENTITIES:
        raise bad_request("can't parse MessageEntity: expected an Array")
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity: expected an Object with a type")
        start, length = entity.get("offset"), entity.get("length")
        if (
            not isinstance(start, int)
            or not isinstance(length, int)
            or start < 0
            or not 0 < length <= end - start
        ):
            raise bad_request("ENTITY_BOUNDS_INVALID")
    shown = [*entities, *_commands(text, [one for one in entities if one["type"] in UNLINKED])]
    return {name: shown} if shown else {}


def _commands(text: str, unlinked: list[Json]) -> list[Json]:
    """What Telegram itself makes tappable, whoever wrote it."""
    found = []
    for match in COMMAND.finditer(text) if "/" in text else ():
        start, length = units(text[: match.start()]), units(match.group())
        if not any(
            one["offset"] < start + length and start < one["offset"] + one["length"] for one in unlinked
        ):
            found.append({"type": "bot_command", "offset": start, "length": length})
    return found


def read_file(params: Params, kind: str, files: Files) -> StoredFile:
    """The file to send: an upload, ``attach://`` another part, or the id of a file of the same kind."""
    given = params.get(kind)
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        if not given.content:
            raise bad_request("file must be non-empty")
        if len(given.content) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo":
            pictures.check(given.content)
        seconds = integer(params, "duration") if "duration" in params else None
        return files.add(kind, given.content, name=given.name, mime=given.mime, duration=seconds)
    if not given:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    file = files.by_id.get(str(given))
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {KINDS[file.kind].tdlib} as {KINDS[kind].tdlib}")
    return file
