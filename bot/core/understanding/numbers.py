"""Number words of the three languages, in all the forms that follow "at", "since", "about" and "there are"."""

from collections.abc import Sequence

from bot.core.understanding.plain import Token, plain, plain_words

_RUSSIAN = """
1 один одна одно одного одной одну одному
2 два две двух двум двумя
3 три трех трем тремя
4 четыре четырех четырем
5 пять пяти
6 шесть шести
7 семь семи
8 восемь восьми
9 девять девяти
10 десять десяти
11 одиннадцать одиннадцати
12 двенадцать двенадцати
13 тринадцать тринадцати
14 четырнадцать четырнадцати
15 пятнадцать пятнадцати
16 шестнадцать шестнадцати
17 семнадцать семнадцати
18 восемнадцать восемнадцати
19 девятнадцать девятнадцати
20 двадцать двадцати
30 тридцать тридцати
40 сорок сорока
50 пятьдесят пятидесяти
60 шестьдесят шестидесяти
70 семьдесят семидесяти
80 восемьдесят восьмидесяти
90 девяносто девяноста
100 сто ста
"""

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_ENGLISH_TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

_KAZAKH = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
    "жүз": 100,
}

# Case endings of Kazakh, folded. After digits they stand alone: "9-да", "7ден", "18-інде".
ENDINGS = plain_words(
    "да де та те дан ден тан тен нан нен ға ге қа ке на не ның нің дың дің тың тің ны ні ды ді ты ті "
    "ы і сы сі "
    "ында інде сында сінде ынан інен сынан сінен ына іне сына сіне шы ші дағы дегі тағы тегі"
)
LOCATIVE = plain_words("да де та те")
_CASES = plain_words("да де та те дан ден тан тен нан га ге ка ке")

_COLLECTIVE = """
2 двое двоих двоим вдвоем оба обоих обе обеих екеу екеуі екеуін екеуміз екеумізді екеуміздi both
3 трое троих троим втроем үшеу үшеуі үшеуін үшеуміз үшеумізді
4 четверо четверых вчетвером төртеу төртеуі төртеуін төртеуміз төртеумізді
5 пятеро пятерых впятером бесеу бесеуі бесеуін бесеуміз бесеумізді
6 шестеро шестерых вшестером алтау алтауы алтауын алтауымыз алтауымызды
7 семеро семерых всемером жетеу жетеуі жетеуін жетеуміз жетеумізді
8 восьмеро восьмерых сегізеу
9 девятеро девятерых тоғызау
10 десятеро десятерых онау
"""


def _lines(table: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in plain(table).strip().splitlines():
        number, *words = line.split()
        found |= dict.fromkeys(words, int(number))
    return found


KAZAKH = {plain(word): value for word, value in _KAZAKH.items()}
KAZAKH_FORMS = {word + end: value for word, value in KAZAKH.items() for end in ("", *_CASES)}
KAZAKH_FORMS.pop("бирде")  # "once", not "at one"
_SIMPLE = (
    _lines(_RUSSIAN)
    | {word: i for i, word in enumerate(_ENGLISH.split(), 1)}
    | _ENGLISH_TENS
    | {word: value for word, value in KAZAKH_FORMS.items() if word not in ("он", "она", "оне")}
)
COLLECTIVE = _lines(_COLLECTIVE)


def number_at(tokens: Sequence[Token], i: int, kazakh: bool = False) -> tuple[int, int] | None:
    """The whole number that begins at token ``i`` and the index after it; at most 9999.

    ``kazakh``: the Kazakh "он" is ten; else it is the Russian "he", unless a Kazakh digit word follows.
    """
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number":
        return (int(token.text), i + 1) if len(token.text) <= 4 else None
    value = _word_value(token.text, kazakh or _is_digit_word(tokens, i + 1))
    if value is None:
        return None
    end = i + 1
    if value % 10 == 0 and value < 100:
        j = end + 1 if end < len(tokens) and tokens[end].text == "-" else end
        unit = _word_value(tokens[j].text, kazakh) if j < len(tokens) and tokens[j].kind == "word" else None
        if unit is not None and unit < 10:
            return value + unit, j + 1
    return value, end


def _word_value(word: str, kazakh: bool) -> int | None:
    value = _SIMPLE.get(word)
    return KAZAKH_FORMS.get(word) if value is None and kazakh else value


def _is_digit_word(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and KAZAKH_FORMS.get(tokens[i].text, 10) < 10


def skip_ending(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """A case ending that stands after digits ("9-да", "18-го" has none): the ending or "", and the index after."""
    j = i + 1 if i < len(tokens) and tokens[i].text == "-" else i
    if 0 < j < len(tokens) and tokens[j].text in ENDINGS and tokens[j].start <= tokens[j - 1].end:
        return tokens[j].text, j + 1
    return "", i
