"""Streets, squares, schools, crossings and shops that are named after people: they are nobody in the story."""

from collections.abc import Sequence

from bot.core.understanding.name_words import Kind, Word, means, text_at

_QUOTES = frozenset('«»"“”„')
_DASHES = frozenset("-/—–")
_DISTRICT = ("ский", "ском", "ского")  # "Алматы Ауэзовский"
_DEMANDING = ("kin", "naming", "held_as", "officer", "lawyer")


def is_place(words: Sequence[Word], start: int, end: int, asked: bool = False) -> bool:
    """Whether the words from ``start`` to ``end`` name a thing or stand in a set phrase, whatever names they are.

    ``asked``: they answer "who?", so a number behind them is rather an age.
    """
    run = words[start:end]
    if text_at(words, start - 1) in _QUOTES and text_at(words, end) in _QUOTES:
        return True
    before = start - 1
    while text_at(words, before) in _QUOTES or (text_at(words, before) == "." and not words[before].spaced):
        before -= 1
        if before < start - 3:
            break
    numbered = text_at(words, before - 1).isdigit() and means(words, before, "street_after")  # "11 мкр"
    if (means(words, before, "street_before") and not numbered) or means(words, end, "street_after"):
        return True
    if text_at(words, start - 1) in ("in", "at", "в", "во"):
        return True
    if means(words, start - 1, "with_god") or means(words, end, "with_god"):
        return True
    demanded = _demanded(words, start)
    alone = len(run) == 1 and not asked
    if _house_number(words, end) and not demanded and (alone or "streets" in run[-1].means):
        return True
    if _crossing(words, start, end):
        return True
    streets = sum("streets" in word.means for word in run)
    in_town = run[0].kind is Kind.PLACE and streets == 1 and run[-1].text.endswith(_DISTRICT)
    return (streets == len(run) and (len(run) > 1 or not demanded)) or (in_town and not demanded)


def _house_number(words: Sequence[Word], i: int) -> bool:
    number = text_at(words, i)
    phone = text_at(words, i + 1).isdigit() or text_at(words, i + 1) in ("-", "(")
    return number.isdigit() and len(number) < 4 and not phone and not means(words, i + 1, "aged_behind")


def _crossing(words: Sequence[Word], start: int, end: int) -> bool:
    """«Абай мен Байтұрсынов қиылысы», "corner Sain - Raimbek"."""
    if (means(words, end, "and") or text_at(words, end) in _DASHES) and means(words, end + 2, "street_after"):
        return True
    if not means(words, start - 1, "and") and text_at(words, start - 1) not in _DASHES:
        return False
    return any(means(words, i, "street_before") for i in range(start - 5, start - 1))


def _demanded(words: Sequence[Word], start: int) -> bool:
    """Whether the word before asks for a person: "брата Абая"."""
    before = start - 1 - (text_at(words, start - 1) in (":", "-", "—"))
    return any(means(words, before, meaning) for meaning in _DEMANDING)
