"""Words of hearings and of what a court has decided, as ``core/words/<language>/court.toml`` has and explains them."""

from core.understanding.kinds import Endings, Phrases, VocabularySection, Words


class CourtWords(VocabularySection):
    """See there; each table is of all languages."""

    sessions: Phrases
    moved: Phrases
    another: Phrases
    ended: Phrases
    acquitted: Phrases
    innocent: Phrases
    no_lawyer: Phrases
    wants_lawyer: Phrases
    released: Phrases
    units: Phrases
    days: Phrases
    terms: Phrases
    gave: Phrases
    gives: Phrases
    spoils: Phrases
    spans: Phrases
    spans_behind: Phrases
    fine: Phrases
    fine_alone: Phrases
    remand: Phrases
    house_arrest: Phrases
    towards: Words
    towards_behind: Endings
