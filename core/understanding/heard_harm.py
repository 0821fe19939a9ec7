"""Words of cruelty and coercion: ``core/words/<language>/harm.toml``, explained in the Russian file."""

from core.understanding.kinds import Phrases, VocabularySection


class HarmWords(VocabularySection):
    """See there."""

    cruel: Phrases
    coerced: Phrases
    hinted: Phrases
    planted: Phrases
    kept_from: Phrases
