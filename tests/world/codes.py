"""Codes are drawn by chance: a story that uses one reads it off a screen."""

from bot.backstage.story_pieces import codes
from bot.playground.bubbles import ChatMessage


def code_in(message: ChatMessage, number: int = 0) -> str:
    """A code of a case or of a receipt that a message shows: the first, or a later one."""
    return codes(message.text)[number]
