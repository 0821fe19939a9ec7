"""Keyboards under messages, checked as Telegram checks them.

At most 100 buttons and 8 a row; ``callback_data`` is 1 to 64 **bytes**. Telegram's server draws more than 8 a row
as it likes; here that is refused like too many buttons.
"""

from typing import Any

from bot.playground.bot_api.errors import ApiError, bad_request

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
    """The inline keyboard, and the reply keyboard (or its removal); one of them is None. Raises ApiError."""
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
