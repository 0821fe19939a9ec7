"""What reporters tell of an open case, unasked: ``core/words/<language>/unasked.toml``, explained in the Russian file."""

from core.understanding.kinds import Phrases, VocabularySection, Words


class UnaskedWords(VocabularySection):
    """See above."""

    contact: Phrases
    silence: Phrases
    orphaned: Phrases
    driven: Phrases
    hush: Phrases
    theirs: Phrases
    stranger: Phrases
    care: Phrases
    claimant: Phrases
    calm: Words
    courtesy: Words
    polite: Phrases
    farewell: Phrases
    of_questions: Words
