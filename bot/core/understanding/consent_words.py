"""Words by which a permission is taken back, whatever else they tell. Their phrases carry their own "not"."""

from bot.core.understanding.heard import Heard
from bot.core.understanding.phrases import mentions
from bot.core.vocabulary import OF_NAMES, Use


def forbidden_by(said: str, heard: Heard) -> frozenset[Use]:
    """What the sentence forbids."""
    words = heard.consents
    forbidden: set[Use] = set()
    if mentions(words.no_names, said):
        forbidden |= {*OF_NAMES}
    if mentions(words.no_publication, said):
        forbidden.add(Use.PUBLICATION)
    if mentions(words.no_writing, said):
        forbidden.add(Use.WRITE)
    return frozenset(forbidden)


def changes_mind(said: str, heard: Heard) -> bool:
    """Whether somebody does not want any more what they wanted, without saying what."""
    return mentions(heard.consents.changed_mind, said)
