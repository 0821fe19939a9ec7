"""How Telegram draws what a presentation offers, as the Bot API's data: inline buttons, or one that shares something. And
the white square that replaces a file which was taken back and can no longer be deleted.
"""

from base64 import b64decode
from typing import Any

from bot.messengers.errors import Rejected
from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.presentation import Button, Presentation, Request

Markup = dict[str, Any]


def inline_keyboard(shown: Presentation) -> Markup | None:
    """The buttons under the message, if it has any (InlineKeyboardMarkup)."""
    if not shown.rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in shown.rows]}


def markup_of(shown: Presentation) -> Markup | None:
    """What goes with a new message. Inline buttons come before a request: a message has one or the other."""
    buttons = inline_keyboard(shown)
    if buttons is not None or shown.request is None:
        return buttons
    if shown.request is Request.REMOVE:
        return {"remove_keyboard": True}
    share = "request_location" if shown.request is Request.LOCATION else "request_contact"
    button = {"text": shown.request_label, share: True}
    return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}


def _button(button: Button) -> Markup:
    """A button as InlineKeyboardButton; what it does not have is left out. Raises Rejected if it carries too much."""
    if len(button.data.encode()) > TELEGRAM_ABILITIES.press:
        raise Rejected(
            f"{button.data!r} is over {TELEGRAM_ABILITIES.press} bytes: give the action or the option a shorter name"
        )
    drawn = {"text": button.label}
    if button.url:
        drawn["url"] = button.url
    if button.data:
        drawn["callback_data"] = button.data
    if button.style.value:
        drawn["style"] = button.style.value
    return drawn


def reply_parameters(shown: Presentation) -> dict[str, Any]:
    """The message that this one answers, if any; if that one was deleted, it goes out all the same."""
    if shown.answers is None:
        return {}
    return {"reply_parameters": {"message_id": shown.answers, "allow_sending_without_reply": True}}


NEUTRAL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQAAAAB0CZXLAAAAM0lEQVR42u3KoQEAAAwCIP9/Wk9YXYBMeoggCIIgCIIgCIIg"
    "CIIgCIIgCIIgCIIgCMLvMPPS4dI8z/G7AAAAAElFTkSuQmCC"
)
