"""What a message may hold: text, caption, entities, a file. Checked as Telegram checks it.

Lengths are counted in UTF-16 units, as Telegram's own apps and entity offsets do. Whether its server counts an
emoji as one or two is not documented, so the stricter reading is enforced: what passes here passes there.

Keyboards under messages, checked as Telegram checks them.

At most 100 buttons and 8 a row; ``callback_data`` is 1 to 64 **bytes**. Telegram's server draws more than 8 a row
as it likes; here that is refused like too many buttons.

Which uploads Telegram takes as a photo: JPEG, PNG and WebP, of 10 MB, 10,000 pixels in all and a ratio of 20 at most.
"""

import re
from typing import Any

from playground.bot_api.errors import ApiError, bad_request
from playground.bot_api.parameters import Params, Upload, integer, string
from playground.files import KINDS, PHOTO_LIMIT, UPLOAD_LIMIT, Files, StoredFile

BUTTONS = 100
ROW = 8
DATA_BYTES = 64
STYLES = ("danger", "success", "primary")
INLINE_TYPES = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
]

Json = dict[str, Any]


def read_markup(markup: Any) -> tuple[Json | None, Json | None]:
    """The inline keyboard, and the reply keyboard (or its removal); only one of them is set. Raises ApiError."""
    if markup is None or markup == "":
        return None, None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard", _check_inline, "inline keyboard button")
        return ({"inline_keyboard": rows} if rows else None), None
    if "keyboard" in markup:
        _rows(markup, "keyboard", _check_reply, "keyboard button")
        return None, markup
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return None, markup
    return None, None


def read_inline(markup: Any) -> Json | None:
    """The keyboard of an edit, which can only be inline."""
    inline, other = read_markup(markup)
    if other is not None:
        raise bad_request("inline keyboard expected")
    return inline


def _rows(markup: Json, field: str, check: Any, what: str) -> list[Any]:
    rows = markup[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    if sum(map(len, rows)) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            problem = check(button)
            if isinstance(problem, ApiError):
                raise problem
            if problem is not None:
                raise bad_request(f"can't parse {what}: {problem}")
    return [row for row in rows if row]


def _check_inline(button: Any) -> str | ApiError | None:
    if not isinstance(button, dict):
        return "InlineKeyboardButton must be an Object"
    problem = _check_label(button)
    if problem is not None:
        return problem
    data = button.get("callback_data")
    if data is not None and not isinstance(data, str):
        return 'Field "callback_data" must be of type String'
    if not any(button.get(kind) or (kind.startswith("switch") and kind in button) for kind in INLINE_TYPES):
        return "Text buttons are unallowed in the inline keyboard"
    if data and len(data.encode()) > DATA_BYTES:
        return bad_request("BUTTON_DATA_INVALID")
    return None


def _check_reply(button: Any) -> str | ApiError | None:
    if isinstance(button, str):
        return None if button else bad_request("BUTTON_TEXT_INVALID")
    if not isinstance(button, dict):
        return "KeyboardButton must be a String or an Object"
    return _check_label(button)


def _check_label(button: Json) -> str | None:
    label = button.get("text")
    if label is None:
        return 'Can\'t find field "text"'
    if not isinstance(label, str) or not label.strip():
        return 'Field "text" must be a non-empty String'
    style = button.get("style")
    return "invalid button style specified" if style and style not in STYLES else None


JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
PIXELS, RATIO = 10_000, 20


def check_picture(content: bytes) -> None:
    """Raise ApiError as Telegram does. How large a picture is, is looked for in PNG alone."""
    if len(content) > PHOTO_LIMIT:
        size = f"file of size {len(content)} bytes"
        raise bad_request(f"{size} is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    if not (webp or content.startswith((JPEG, PNG))):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if content.startswith(PNG):
        sides = sorted(int.from_bytes(content[at : at + 4]) for at in (16, 20))
        if sum(sides) > PIXELS or sides[1] > RATIO * sides[0]:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")


TEXT = 4096
CAPTION = 1024
ENTITIES = 100
COMMAND = re.compile(
    r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"
)  # as TDLib finds them
UNLINKED = ("code", "pre", "text_link", "bot_command")  # in these nothing is looked for


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
    """``caption`` and ``caption_entities``; empty if there is no caption."""
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
    shown = [*entities, *_commands(text, [entity for entity in entities if entity["type"] in UNLINKED])]
    return {name: shown} if shown else {}


def _commands(text: str, unlinked: list[Json]) -> list[Json]:
    """Commands, which Telegram itself makes tappable, no matter who wrote them."""
    found = []
    for match in COMMAND.finditer(text) if "/" in text else ():
        start, length = units(text[: match.start()]), units(match.group())
        if not any(
            entity["offset"] < start + length and start < entity["offset"] + entity["length"]
            for entity in unlinked
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
            check_picture(given.content)
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
