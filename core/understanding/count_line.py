"""A message as tokens in which people are counted, and what each word may be to that.

Words are compared as they sound, so that "inimdi", "инимди" and «інімді» are one; Latin letters in an English text stay.

One place in a text may speak of a number of people, many, a relative, one person, a name, or the writer. If some of those
who were taken were let go, both are counted: "задержали девятерых, двоих отпустили" leaves seven. People who take others,
watch or come are not counted.
"""

from collections.abc import Container, Mapping
from enum import Enum, auto
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.name_book import name_sound
from core.understanding.numbers import number_at
from core.understanding.plain import AT_ONCE, Token, tokens
from core.values import CountKind


class What(Enum):
    """What a unit is."""

    NUMBER = auto()
    MANY = auto()  # several, without a number
    KIN = auto()
    ONE = auto()  # one person, named by what they are: "парня"
    NAME = auto()
    ME = auto()
    US = auto()


class Unit(Struct, frozen=True):
    """Tokens ``start`` to ``end`` (behind the last) that stand for ``value`` persons; of MANY and US it is 0.

    ``weak``: rather beside those to whom it happened ("у брата"). ``whole``: it counts all of them ("нас трое").
    ``more``: those before come in addition. ``subject``: so it is said of those who take, too. Of MANY: only
    a plural says it. ``acts``: "I", not "me".
    """

    start: int
    end: int
    value: int
    what: What
    kind: CountKind = CountKind.EXACT
    weak: bool = False
    whole: bool = False
    more: bool = False
    subject: bool = False
    acts: bool = False


_CLAUSE_ENDS = frozenset(".,;!?()\n…")


class CountLine(Struct, frozen=True, dict=True):
    """``sounds`` has for each token how it sounds; of Latin letters in an English text the letters."""

    tokens: tuple[Token, ...]
    heard: Heard
    kazakh: bool
    english: bool

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The tokens as rows of ``people`` are folded."""
        return tuple(spoken(t.text) if t.kind == "word" else t.text for t in self.tokens)

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        """The same, Latin letters as they sound in Kazakh or Russian."""
        if self.english:
            return self.texts
        return tuple(
            name_sound(text) if t.kind == "word" and text.isascii() else text
            for t, text in zip(self.tokens, self.texts, strict=True)
        )

    def text(self, i: int) -> str:
        """The plain token at ``i``, or "" outside the line."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def kind(self, i: int) -> str:
        """The kind of the token at ``i``, or "" outside the line."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def within(self, i: int, words: Container[str]) -> bool:
        """Whether the word at ``i`` is one of these."""
        return 0 <= i < len(self.tokens) and (self.texts[i] in words or self.sounds[i] in words)

    def starts(self, i: int, beginnings: tuple[str, ...]) -> bool:
        """Whether a word at ``i`` begins so."""
        return self.kind(i) == "word" and (
            self.texts[i].startswith(beginnings) or self.sounds[i].startswith(beginnings)
        )

    def measures(self, i: int) -> bool:
        """Whether the word at ``i`` is of a fever, a battery or the like, whose numbers count nobody."""
        return self.kind(i) == "word" and self.text(i).startswith(self.heard.sentences.measured)

    def valued(self, i: int, words: Mapping[str, int]) -> int | None:
        """What the word at ``i`` counts by such a table."""
        if not 0 <= i < len(self.tokens):
            return None
        return words.get(self.texts[i], words.get(self.sounds[i]))

    def number(self, i: int) -> tuple[int, int] | None:
        """The number that begins at ``i`` and the index after it."""
        return number_at(self.tokens, i, self.heard.numbers, self.kazakh)

    def ends(self, i: int) -> bool:
        """Whether a clause ends at ``i``."""
        return not 0 <= i < len(self.tokens) or self.tokens[i].text in _CLAUSE_ENDS or self.kind(i) == "line"

    def taken_near(self, i: int, before: int, behind: int) -> bool:
        """Whether a word for being taken stands so near, in the same clause."""
        return self.done_near(i, before, behind, self.heard.people.taken)

    def done_near(self, i: int, before: int, behind: int, done: tuple[str, ...]) -> bool:
        """Whether a word that begins so stands so near, in the same clause, and is not denied."""
        for step, reach in ((-1, before), (1, behind)):
            for k in range(i + step, i + step * (reach + 1), step):
                if self.ends(k):
                    break
                if self.starts(k, done) and not self.denied(k):
                    return True
        return False

    def denied(self, i: int) -> bool:
        """Whether the word at ``i`` is taken back right beside it: "не забирали", "алып кеткен жоқ"."""
        denial = self.heard.denial
        behind = denial.undone_after | denial.after
        return self.text(i - 1) in denial.undone_before or any(
            self.text(k) in behind or (0 <= k < len(self.tokens) and self.sounds[k] in behind)
            for k in (i + 1, i + 2)
        )


@lru_cache(maxsize=AT_ONCE)
def count_line(shown: str, heard: Heard, language: str | None) -> CountLine:
    """The line of a text without phones. ``language`` is the one that it is in, as far as that is known."""
    english = language == "en"
    found = tokens(shown)
    if not english:
        known = heard.numbers.by_sound
        found = tuple(_number_word(token, known) if token.text.isascii() else token for token in found)
    return CountLine(found, heard, language == "kk", english)


def _number_word(token: Token, known: Mapping[str, str]) -> Token:
    word = known.get(name_sound(token.text)) if token.kind == "word" else None
    return replace(token, text=word) if word else token


_MOST = 500  # people; what is more is no count of people


def numbers_told(line: CountLine) -> list[tuple[int, int, int]]:
    """Where each number of people begins and ends, and the number. Hours and days are left out."""
    found, i = [], 0
    while i < len(line.tokens):
        together = line.heard.numbers.together.get(line.text(i))
        number = (together, i + 1) if together else line.number(i)
        if number is None or not 0 < number[0] <= _MOST or _is_time(line, i, number[1]):
            i += 1
            continue
        found.append((i, number[1], number[0]))
        i = number[1]
    return found


def _is_time(line: CountLine, i: int, end: int) -> bool:
    clock = line.heard.clock
    behind = line.text(end)
    of_time = behind in clock.hour_words or behind in clock.minute_words or (behind,) in clock.units
    return of_time or line.text(i - 1) in clock.hour_prepositions or line.starts(end, line.heard.ages.years)
