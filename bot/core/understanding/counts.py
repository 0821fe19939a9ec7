"""How many people: "двоих", "человек 20", "кем дегенде 10 адам", "me and my brother", "несколько активистов".

A number counts people only beside a word for people, or as a word that itself counts people ("трое", "үшеуі"). Police,
ages, hours, articles and phones are not counted. The first count in the text is the one.
"""

from dataclasses import dataclass

from bot.core.understanding.heard import Heard
from bot.core.understanding.language import guess_language
from bot.core.understanding.latin import heard_tokens
from bot.core.understanding.numbers import number_at, skip_ending
from bot.core.understanding.phones import without_phones
from bot.core.understanding.plain import Token, readable
from bot.core.values import CountKind, People

MOST = 1000  # people; a greater number is no count


@dataclass(frozen=True, slots=True)
class _Count:
    value: int
    kind: CountKind
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    tokens: tuple[Token, ...]
    heard: Heard
    kazakh: bool

    def word(self, i: int) -> str:
        """The token's text at ``i``, or "" outside the line."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def starts(self, i: int, beginnings: tuple[str, ...]) -> bool:
        """Whether a word at ``i`` begins so."""
        return self.kind(i) == "word" and self.tokens[i].text.startswith(beginnings)

    def kind(self, i: int) -> str:
        """The kind of the token at ``i``, or "" outside the line."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def number(self, i: int) -> tuple[int, int] | None:
        """The number that begins at ``i`` and the index after it."""
        return number_at(self.tokens, i, self.heard.numbers, self.kazakh)


def understand_people(text: str, heard: Heard, language: str | None = None) -> People | None:
    """The first count of people in the text; names are not looked for. None where nobody is counted.

    ``language`` is used where the words do not tell their own.
    """
    kazakh = (guess_language(text, heard) or language) == "kk"
    line = _Line(heard_tokens(without_phones(readable(text)), heard), heard, kazakh)
    several = None
    for i in range(len(line.tokens)):
        found = _pair(line, i) or _counted(line, i)
        if found is not None:
            if several and found.value <= 2:  # "several persons, one is a journalist"
                continue
            extra = any(line.word(k) in heard.people.more for k in range(i - 2, i))
            return People(count=found.value + extra, kind=found.kind)
        several = several or _several(line, i)
    return several


def _pair(line: _Line, i: int) -> _Count | None:
    """ "меня и моего брата", "мы с братом", "әкем мен анамды", "my mother and sister": two, named by what they are."""
    said, first = line.heard.people, line.word(i)
    if first not in said.me and first not in said.kin:
        return None
    if line.word(i - 1) in said.at_whose:
        return None
    if not _is_and(line, i + 1):
        return None
    j = i + 2 + (line.word(i + 2) in said.possessive)
    if line.word(j) not in said.kin and not (first in said.kin and line.word(j) in said.me):
        return None
    value, end = 2, j + 1
    while _is_and(line, end) and value < MOST:
        more = end + 1 + (line.word(end + 1) in said.possessive)
        if line.word(more) not in said.kin:
            break
        value, end = value + 1, more + 1
    return _Count(value, CountKind.EXACT, end)


def _is_and(line: _Line, i: int) -> bool:
    return line.word(i) in line.heard.people.and_with or line.word(i) == "&"


def _counted(line: _Line, i: int) -> _Count | None:
    """A number beside a word for people, or a word that counts people."""
    said, numbers, word = line.heard.people, line.heard.numbers, line.word(i)
    if word in numbers.together:
        if _is_about_others(line, i + 1):
            return None
        return _Count(numbers.together[word], _kind(line, i, i + 1), i + 1)
    if word in said.pairs and (line.word(i + 1) in said.of or line.starts(i + 1, said.persons)):
        near = any(line.starts(k, said.persons) for k in range(i + 1, i + 4))
        return _Count(said.pairs[word], CountKind.ABOUT, i + 1) if near else None
    if word in said.roughly:
        return _Count(said.roughly[word], CountKind.ABOUT, i + 1)
    number = line.number(i)
    if number is None or not 0 < number[0] <= MOST or _inside(line, i):
        return None
    value, end = number
    ending, end = skip_ending(line.tokens, end, numbers)
    if ending in numbers.locative:  # "9-да": an hour
        return None
    plus = line.word(end) == "+"
    end += plus
    if line.word(end) == "-" and (top := line.number(end + 1)) and top[0] > value:  # "20-30 человек"
        return _Count(value, CountKind.ABOUT, top[1]) if _people_after(line, top[1]) else None
    kind = CountKind.AT_LEAST if plus else _kind(line, i, end)
    if _people_after(line, end):
        return _Count(value, kind, end)
    if line.word(i - 1) in said.counted_behind and not _people_counted(line, i - 1):  # "человек 20"
        return _Count(value, CountKind.ABOUT if kind is CountKind.EXACT else kind, end)
    if line.word(end) in said.of and line.word(end + 1) in said.of_whom:
        return _Count(value, kind, end + 2)
    if line.word(end) in said.besides and not line.starts(end + 1, said.takers):
        return _Count(value + 1, kind, end + 1)
    return None


def _inside(line: _Line, i: int) -> bool:
    """Whether the number at ``i`` is the tail of a longer one, of a range or of a fraction."""
    if line.word(i - 1) == "-" and line.kind(i - 2) == "number":
        return True
    before = line.number(i - 1) if i else None
    return before is not None and before[1] > i


def _people_after(line: _Line, i: int) -> bool:
    """A word for people within three words of the number, which are not the police; "адам" or an adjective before it."""
    said = line.heard.people
    for k in range(i, i + 3):
        if line.kind(k) != "word" or line.starts(k, said.takers) or line.word(k) in said.not_taken:
            return False
        if line.starts(k, said.persons) and not line.starts(k + 1, said.persons):
            return not _is_about_others(line, k + 1)
        if number_at(line.tokens, k, line.heard.numbers) is not None or line.starts(k, said.things):
            return False
    return False


def _people_counted(line: _Line, i: int) -> bool:
    """Whether the word for people at ``i`` already has its number before it."""
    return i > 0 and (line.number(i - 1) is not None or line.word(i - 1) in line.heard.people.several)


def _is_about_others(line: _Line, i: int) -> bool:
    """Whether those counted are the ones who take: "двое полицейских", "двое в штатском", "екі адам келіп"."""
    said = line.heard.people
    return (
        line.word(i) in said.came
        or line.starts(i, said.takers)
        or (line.word(i) in said.wearing and line.starts(i + 1, said.dress))
    )


def _kind(line: _Line, start: int, end: int) -> CountKind:
    said = line.heard.people
    before = (line.word(start - 2), line.word(start - 1))
    behind = (line.word(end), line.word(end + 1))
    for kind, words_before, words_behind in (
        (CountKind.AT_LEAST, said.at_least_before, said.at_least_behind),
        (CountKind.ABOUT, said.about_before, said.about_behind),
    ):
        if not (words_before.isdisjoint(before) and words_behind.isdisjoint(behind)):
            return kind
    return CountKind.EXACT


def _several(line: _Line, i: int) -> People | None:
    said, word = line.heard.people, line.word(i)
    if word in said.several and any(line.starts(k, said.persons) for k in range(i + 1, i + 4)):
        return None if _is_about_others(line, i + 1) else People(kind=CountKind.SEVERAL)
    if word in said.plurals and any(line.starts(k, said.taken) for k in range(i - 3, i + 6)):
        return People(kind=CountKind.SEVERAL)
    return None
