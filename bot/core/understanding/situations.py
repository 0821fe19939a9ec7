"""What happened (A1), whether it goes on, and who tells it, from words.

The situations are tried in the order of :data:`ORDER`: what is surer or graver stands first, so "задержали, завтра суд"
is a detention and "задержали, уже отпустили" is over. Somebody who saw a detention reports a detention; ``saw`` is
for what nobody was taken in: surveillance, police somewhere.
"""

from bot.core.understanding.link_tables import LINKS, ONGOING
from bot.core.understanding.phrases import mentions, says
from bot.core.understanding.plain import readable, sentence
from bot.core.understanding.situation_tables import IN_A_CELL, SITUATIONS

ORDER = ("over", "missing", "home", "me", "other", "blocked", "weak", "trial", "saw")
_UNDENIED = frozenset(("home", "weak", "blocked"))  # their phrases carry their own "not"
_AS = {"home": "blocked", "weak": "missing"}  # a table's name where it is not the situation's id


def understand_situation(text: str) -> str | None:
    """``me``, ``other``, ``blocked``, ``missing``, ``trial``, ``over`` or ``saw``; None where the words do not tell."""
    said = sentence(readable(text))
    return situation_of(said)


def situation_of(said: str) -> str | None:
    """The same for a sentence that is already made."""
    for key in ORDER:
        heard = mentions if key in _UNDENIED else says
        if not heard(SITUATIONS[key], said):
            continue
        if key == "over" and mentions(ONGOING, said):  # "двоих отпустили, троих еще держат"
            continue
        if key == "home" and mentions(IN_A_CELL, said):
            continue
        return _AS.get(key, key)
    return None


def understand_ongoing(text: str) -> str | None:
    """``yes`` or ``no`` where the words say whether it goes on; else None."""
    return ongoing_of(sentence(readable(text)))


def ongoing_of(said: str) -> str | None:
    """The same for a sentence that is already made."""
    if mentions(ONGOING, said):
        return "yes"
    return "no" if says(SITUATIONS["over"], said) else None


def understand_link(text: str) -> str | None:
    """Who tells it: ``self``, ``witness``, ``relative``, ``colleague``, ``lawyer`` or ``other``; None if not said."""
    said = sentence(readable(text))
    return link_of(said, situation_of(said))


def link_of(said: str, situation: str | None) -> str | None:
    """The same for a sentence and a situation that are already known."""
    if situation == "me":
        return "self"
    return next((link for link, pattern in LINKS.items() if mentions(pattern, said)), None)
