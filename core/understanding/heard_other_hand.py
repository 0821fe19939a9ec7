"""What somebody says who writes with another's phone: ``core/words/<language>/other_hand.toml``."""

from core.understanding.kinds import Phrases, VocabularySection


class OtherHandWords(VocabularySection):
    """Somebody else says that they write with this phone.

    ``officials``, ``kin``: who they say that they are; ``signs``: so said that it answers no question; ``owner``: they speak
    of the phone's owner, or found it; ``has_it``: it, or somebody's, is with them, ``has_it_now``: since a moment ago;
    ``cannot``: its owner cannot write; ``his``, ``hers``: a man's phone, a woman's.
    """

    officials: Phrases
    kin: Phrases
    signs: Phrases
    owner: Phrases
    has_it: Phrases
    has_it_now: Phrases
    cannot: Phrases
    his: Phrases
    hers: Phrases
