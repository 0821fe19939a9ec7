"""What makes a case urgent (A6), from words. Ages speak too: under 18 is a minor, 60 and over is elderly.

Whether the phone in the writer's own hand is being taken: :mod:`core.understanding.own_phone`.
"""

from core.understanding.heard import Ages, Heard
from core.understanding.language import heard_tokens
from core.understanding.numbers import number_at, skip_ending
from core.understanding.phrases import says
from core.understanding.plain import Token, readable, sentence_of

ADULT, ELDERLY = 18, 60  # years
_BY_TRADE = frozenset(("journalist", "defender"))  # others of their trade stand by, and tell of it


def understand_flags(text: str, heard: Heard) -> frozenset[str]:
    """The flags of A6 that the words raise: the ids of :data:`heard.FLAGS`."""
    return flags_of(heard_tokens(readable(text), heard), heard)


def flags_of(line: tuple[Token, ...], heard: Heard) -> frozenset[str]:
    """The same of tokens as the tables have them."""
    said = sentence_of(line)
    held = heard.told.bystander.sub(" ,", said)
    flags = {
        flag
        for flag, phrases in heard.flags.items()
        if says(phrases, held if flag in _BY_TRADE else said, heard.denial)
    }
    for age, _, _ in ages_told(line, heard):
        if age < ADULT:
            flags.add("minor")
        if age >= ELDERLY:
            flags.add("elderly")
    return frozenset(flags)


def ages_told(line: tuple[Token, ...], heard: Heard) -> list[tuple[int, int, int]]:
    """Ages that the tokens name, and at which characters each begins and ends: "17 лет", "15 жаста", "16-year-old",
    "ему 17"; not prison terms, nor with "ago".
    """
    found = []
    for i in range(len(line)):
        number = number_at(line, i, heard.numbers)
        if number is None or not 0 < number[0] <= 110 or _part_of_number(line, i, heard):
            continue
        age, j = number
        j = skip_ending(line, j, heard.numbers)[1]
        j += j < len(line) and (line[j].text == "-" or line[j].text in heard.numbers.locative)
        if _is_age(line, i, j, heard.ages):
            found.append((age, line[i].start, line[j - 1].end))
    return found


def _is_age(line: tuple[Token, ...], i: int, j: int, words: Ages) -> bool:
    after = line[j].text if j < len(line) else ""
    near = {t.text for t in (*line[max(0, i - 2) : i], *line[j + 1 : j + 3])}
    if after.startswith(words.years):
        return near.isdisjoint(words.not_ages)
    if after in words.short:
        return True
    if after in words.of_old:
        return not near.isdisjoint(words.old)
    if i > 1 and line[i - 1].text in words.before and line[i - 2].kind != "number":  # "парня лет 17"
        return True
    i -= i > 0 and line[i - 1].text in words.only  # "ему только 17"
    alone = j >= len(line) or line[j].kind in ("mark", "line") or line[j].text in words.then
    return alone and i > 0 and line[i - 1].text in words.whose


def _part_of_number(line: tuple[Token, ...], i: int, heard: Heard) -> bool:
    """Whether the number is the unit of one that was read at the token before ("двадцать пять")."""
    before = number_at(line, i - 1, heard.numbers) if i else None
    return before is not None and before[1] > i
