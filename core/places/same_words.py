"""Whether two groups of words, as they sound, are the same words in other forms: "Тимирязева", "Тимирязев"."""

from collections.abc import Collection

ENDING = 6  # letters by which two forms of a name may differ; and up to so many, one letter is an ending


def are_alike(some: Collection[str], others: Collection[str]) -> bool:
    """Each word has its like on the other side, with any ending."""
    return all(is_among(word, others) for word in some) and all(is_among(word, some) for word in others)


def is_among(word: str, words: Collection[str]) -> bool:
    """Whether one of these is the same word."""
    return any(_is_same(word, other) for other in words)


def _is_same(word: str, other: str) -> bool:
    if any(map(str.isdigit, word + other)):
        return word == other
    shorter = min(len(word), len(other))
    stem = shorter - (2 if shorter > ENDING else 1)
    return stem > 2 and word[:stem] == other[:stem] and abs(len(word) - len(other)) <= ENDING
