"""How Telegram draws what a presentation offers: inline buttons, or one button that shares something."""

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.core.presentation import Button, Presentation, Request


def inline(shown: Presentation) -> InlineKeyboardMarkup | None:
    """The buttons under the message, if it has any."""
    if not shown.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in shown.rows])


def keyboard(shown: Presentation) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What goes with a new message. Inline buttons come before a request: a message has one or the other."""
    buttons = inline(shown)
    if buttons is not None or shown.request is None:
        return buttons
    if shown.request is Request.REMOVE:
        return ReplyKeyboardRemove()
    share = KeyboardButton(
        shown.request_label,
        request_location=shown.request is Request.LOCATION or None,
        request_contact=shown.request is Request.CONTACT or None,
    )
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        url=button.url or None,
        callback_data=button.data or None,
        style=button.style.value or None,
    )
