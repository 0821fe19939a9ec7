"""What somebody wishes of the chat itself: that it is emptied, when their case is closed or now."""

from bot.core.understanding.heard import Heard
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.phrases import mentions
from bot.core.understanding.plain import readable

LONGEST = 12  # words of somebody who says this and nothing else


SHORT = 5  # words of somebody in a hurry


def empties_now(text: str, heard: Heard) -> bool:
    """Whether the text, a short one, says that it is to be emptied, and does not say when."""
    if not 0 < len(text.split()) <= SHORT:
        return False
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.empties, said) and not mentions(heard.told.at_closing, said)


def empties_at_closing(text: str, heard: Heard) -> bool:
    """Whether that is what the text says, and all of it."""
    if not 0 < len(text.split()) <= LONGEST:
        return False
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.empties, said) and mentions(heard.told.at_closing, said)
