"""What happened (A1), whether it goes on, and who tells it, from words.

The situations are tried in the order of :data:`heard.SITUATIONS`: what is surer or graver stands first, so "задержали,
завтра суд" is a detention and "задержали, уже отпустили" is over. Somebody who saw a detention reports a detention;
``saw`` is for what nobody was taken in: surveillance, police somewhere.
"""

from bot.core.understanding.heard import Heard
from bot.core.understanding.phrases import mentions, says
from bot.core.understanding.plain import readable, sentence

UNDENIED = frozenset(("home", "weak", "blocked"))  # their phrases carry their own "not"
_AS = {"home": "blocked", "weak": "missing"}  # a table's name where it is not the situation's id


def understand_situation(text: str, heard: Heard) -> str | None:
    """``me``, ``other``, ``blocked``, ``missing``, ``trial``, ``over`` or ``saw``; None where the words do not tell."""
    said = sentence(readable(text))
    return situation_of(said, heard)


def situation_of(said: str, heard: Heard) -> str | None:
    """The same for a sentence that is already made."""
    for key, phrases in heard.situations.items():
        if not (mentions(phrases, said) if key in UNDENIED else says(phrases, said, heard.denial)):
            continue
        if key == "over" and mentions(heard.told.ongoing, said):  # "двоих отпустили, троих еще держат"
            continue
        if key == "home" and mentions(heard.told.in_a_cell, said):
            continue
        return _AS.get(key, key)
    return None


def understand_ongoing(text: str, heard: Heard) -> str | None:
    """``yes`` or ``no`` where the words say whether it goes on; else None."""
    return ongoing_of(sentence(readable(text)), heard)


def ongoing_of(said: str, heard: Heard) -> str | None:
    """The same for a sentence that is already made."""
    if mentions(heard.told.ongoing, said):
        return "yes"
    return "no" if says(heard.situations["over"], said, heard.denial) else None


def understand_link(text: str, heard: Heard) -> str | None:
    """Who tells it: ``self``, ``witness``, ``relative``, ``colleague``, ``lawyer`` or ``other``; None if not said."""
    said = sentence(readable(text))
    return link_of(said, situation_of(said, heard), heard)


def link_of(said: str, situation: str | None, heard: Heard) -> str | None:
    """The same for a sentence and a situation that are already known."""
    if situation == "me":
        return "self"
    return next((link for link, phrases in heard.links.items() if mentions(phrases, said)), None)
