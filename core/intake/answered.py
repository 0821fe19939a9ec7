"""Whether words are an answer and nothing besides: how many of them tell something, and how many each value takes. Pure."""

from collections.abc import Iterable

from core import folding
from core.conversation.forms import AnswerKind
from core.values import Contact, Moment, People, Place, Value

SMALL, SMALLEST = (
    3,
    2,
)  # letters of a word that tells nothing: "at", "г."; the second where an emergency may hide in it
OPTIONS = frozenset({AnswerKind.CHOICE, AnswerKind.CONSENT})
OPTION = 2  # words of an option
SPOT = 3  # words of an exact place: a street, what it is, a number
CLOCK = 4  # words that tell of a time: "17 September 2018 at nine"


def is_all_taken(text: str, values: Iterable[Value], small: int = SMALL) -> bool:
    """Whether these values are all that the words say."""
    return 0 < _telling(text, small) <= sum(_room(value, small) for value in values)


def _telling(text: str, small: int = SMALL) -> int:
    """How many words may tell something: "in" and "at" do not."""
    return sum(len(word) > small or word.isdecimal() for word in folding.folded_words(text))


def _room(value: Value, small: int) -> int:
    """How many words that value takes; 0 for a question that is answered in any words."""
    match value:
        case Place():
            return max(1, _telling(value.text, small)) + 2 * (value.district is not None)
        case Moment():
            return min(max(2, _telling(value.words, small)), CLOCK)
        case People() if value.withheld:
            return 0  # "I can't say" may be no answer
        case People():
            return _telling(" ".join(value.names), small) + 1 + (not value.names)
        case Contact():
            return 1 + _telling(value.name, small)
        case _:
            return 0
