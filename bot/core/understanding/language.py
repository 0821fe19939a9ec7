"""Which of the three languages a text is in.

Kazakh letters say it at once; without them (a Russian or Latin keyboard) the frequent words and endings do. Words that
two languages share are in neither list.
"""

from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import LIMIT, tokens

_LONG = 4  # letters above which an ending tells something


def guess_language(text: str, heard: Heard) -> str | None:
    """``kk``, ``ru`` or ``en``; None where the words do not tell (a name, a city, digits)."""
    cut = text[:LIMIT]
    lowered, words = cut.lower(), [t.text for t in tokens(cut) if t.kind == "word"]
    score = {
        language: sum(map(lowered.count, heard.language.letters[language]))
        + sum(map(frequent.__contains__, words))
        + sum(0.5 for word in words if len(word) > _LONG and word.endswith(heard.language.endings[language]))
        for language, frequent in heard.language.words.items()
    }
    best = max(score, key=lambda language: score[language])
    return best if score[best] > 0 else None
