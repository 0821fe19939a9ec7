"""What somebody wishes of the chat itself: that it is emptied when their case is closed, not now."""

from bot.core.understanding.heard import Heard
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.phrases import mentions
from bot.core.understanding.plain import readable

LONGEST = 12  # words of somebody who says this and nothing else


def empties_at_closing(text: str, heard: Heard) -> bool:
    """Whether that is what the text says, and all of it."""
    if not 0 < len(text.split()) <= LONGEST:
        return False
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.empties, said) and mentions(heard.told.at_closing, said)
