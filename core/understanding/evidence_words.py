"""The words that speak against a fact: ``evidence.toml``."""

from core.understanding.heard_people import spoken
from core.understanding.kinds import Beginnings, Endings, VocabularySection, Words
from core.understanding.plain import plain


def _as_spoken(text: str) -> str:
    return spoken(plain(text))


class EvidenceWords(VocabularySection):
    """``evidence.toml``: what others do, what stands beside a name that is of nobody held, what is no number of people."""

    fold = staticmethod(_as_spoken)

    acts: Beginnings
    acting: Words
    lasting: Beginnings
    near: Words
    near_behind: Words
    units: Beginnings
    rest: Words
    with_whom: Words
    among: Words
    out_of: Words
    parting: Endings
    but_for: Words
    last: Words
    no: Words
    owns_time: Beginnings
    remedies: Beginnings
    visitors: Beginnings
    turns: Words
    been: Words
    those: Words
