"""How it is said that others were let go, and these were not: ``core/words/<language>/left.toml``; see the Russian file."""

from core.understanding.kinds import Beginnings, Endings, Phrases, VocabularySection, Words


class LeftWords(VocabularySection):
    """See there."""

    freed: Phrases
    held: Phrases
    besides: Phrases
    behind: Phrases
    whose: Endings
    left: Phrases
    absent: Phrases
    undone: Words
    beside: Words
    others: Words
    things: Beginnings
    also: Words
