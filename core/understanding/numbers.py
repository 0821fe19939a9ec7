"""Numbers in words and digits, in all the forms that follow "at", "since", "about" and "there are"."""

from collections.abc import Sequence

from core.understanding.heard import NumberWords
from core.understanding.plain import Token

KAZAKH = "kk"
HUNDRED = 100


def number_at(
    tokens: Sequence[Token], i: int, numbers: NumberWords, kazakh: bool = False
) -> tuple[int, int] | None:
    """The whole number that begins at token ``i`` and the index after it; at most 9999.

    ``kazakh``: the Kazakh "он" is ten; else it is the Russian "he", unless a Kazakh digit word follows.
    """
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number":
        return (int(token.text), i + 1) if len(token.text) <= 4 else None
    value = _word_value(token.text, numbers, kazakh or _is_digit_word(tokens, i + 1, numbers))
    if value is None:
        return None
    end = i + 1
    if value < 10 and end < len(tokens) and _word_value(tokens[end].text, numbers, kazakh) == HUNDRED:
        value, end = value * HUNDRED, end + 1  # "two hundred", "екі жүз"
    if value % HUNDRED == 0:
        rest = number_at(tokens, end, numbers, kazakh) if _is_number_word(tokens, end) else None
        return (value + rest[0], rest[1]) if rest and rest[0] < HUNDRED else (value, end)
    if value % 10 == 0:
        j = end + 1 if end < len(tokens) and tokens[end].text == "-" else end
        is_word = j < len(tokens) and tokens[j].kind == "word"
        unit = _word_value(tokens[j].text, numbers, kazakh) if is_word else None
        if unit is not None and unit < 10:
            return value + unit, j + 1
    return value, end


def _is_number_word(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind == "word"


def _word_value(word: str, numbers: NumberWords, kazakh: bool) -> int | None:
    value = numbers.sure.get(word)
    return numbers.cardinal[KAZAKH].get(word) if value is None and kazakh else value


def _is_digit_word(tokens: Sequence[Token], i: int, numbers: NumberWords) -> bool:
    return i < len(tokens) and numbers.cardinal[KAZAKH].get(tokens[i].text, 10) < 10


def skip_ending(tokens: Sequence[Token], i: int, numbers: NumberWords) -> tuple[str, int]:
    """A case ending that stands after digits ("9-да", "18-го" has none): the ending or "", and the index after."""
    j = i + 1 if i < len(tokens) and tokens[i].text == "-" else i
    if (
        0 < j < len(tokens)
        and tokens[j].text in numbers.after_digits
        and tokens[j].start <= tokens[j - 1].end
    ):
        return tokens[j].text, j + 1
    return "", i
