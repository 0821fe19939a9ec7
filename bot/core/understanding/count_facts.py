"""What one place in a text says about people: a number of them, many, a relative, one person, a name, who writes."""

from enum import Enum, auto

from msgspec import Struct

from bot.core.values import CountKind


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
