"""Choosing without buttons: what stands on them becomes a list below the text, and what is typed is read by its signs.

A message has its choices from 1, or in letters where a number would be an answer in itself (how many, how old). A card is
there for long, so its choices have numbers of their own, two digits long: nobody accepts another case than they meant.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from core import folding
from core.presentation import Button, Presentation, split_text, utf16_length

LETTERS = "ABCEHKMPTX"  # the same to the eye in Latin and in Cyrillic
LETTERED = (*LETTERS, *(f"{letter}{number}" for number in range(2, 10) for letter in LETTERS))
CYRILLIC = str.maketrans("АВСЕНКМРТХ", LETTERS)
FIRST, LAST = (
    21,
    99,
)  # numbers of cards; a message has those below, and those above if it has very many choices
LONGEST = 60  # characters: what is longer is no label
LEAST = 200  # of a text that stays, however long the list below it
SIGNED = 7  # a sign, and what stands between two
NUMBER_MARKS = "№#"  # before a number: that it is a choice of ours, no matter which question is asked
NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate((("one", "один", "бір"), ("two", "два", "екі"), ("three", "три", "үш")), 1)
    for word in words
}
TYPED = re.compile(r"[№#]?\s*(\d{1,3}|[A-Z][2-9]?)\s*[.)]?")
KEYCAP = "\ufe0f\u20e3"
YES, NO = "👍", "👎"
PAIRS = (("accept", "decline"), ("bundle", "unable"))  # of actions: what a thumb up means, and one down


class TypedSign(NamedTuple):
    """``marked``: written as nobody writes an answer."""

    sign: str
    marked: bool


def read_sign(text: str) -> TypedSign | None:
    """The sign that was typed, if nothing else was: "1", "1.", "№1", a keycap, other digits, "one", "A"."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    bare = "".join(c for c in text if c not in KEYCAP).strip()
    word = NUMBER_WORDS.get(bare.casefold())
    if word is not None:
        return TypedSign(word, marked=False)
    found = TYPED.fullmatch(bare.upper().translate(CYRILLIC))
    if found is None:
        return None
    sign = str(int(found[1])) if found[1].isdecimal() else found[1]
    return TypedSign(sign, marked=bare[0] in NUMBER_MARKS)


def folded_label(label: str) -> str:
    """The words of a label, as people may type them."""
    return " ".join(folding.folded_words(label)) if len(label) <= LONGEST else ""


def offered_buttons(shown: Presentation) -> list[Button]:
    """What can be chosen there, each once."""
    return list({button.data: button for row in shown.rows for button in row if button.data}.values())


def message_signs(count: int, taken: Collection[str] = (), *, letters: bool) -> list[str]:
    """Of a message: from 1, or from A, and then from A2; without those that are ``taken``."""
    numbers = (str(number) for number in (*range(1, FIRST), *range(LAST + 1, 10 * LAST)))
    every = LETTERED if letters else tuple(numbers)
    return sorted(every, key=lambda sign: sign in taken)[:count]


def next_turns(turn: int, taken: Iterable[str], count: int) -> list[int]:
    """The turns of the next numbers after ``turn``; those that are ``taken`` are left out while there are others."""
    avoided, found = set(taken), list[int]()
    for number in range(turn + 1, turn + 1 + (LAST - FIRST + 1)):
        if len(found) < count and card_sign(number) not in avoided:
            found.append(number)
    last = found[-1] if found else turn
    return [*found, *range(last + 1, last + 1 + count - len(found))]


def card_sign(turn: int) -> str:
    """21 to 99, and from 21 again."""
    return str(FIRST + (turn - 1) % (LAST - FIRST + 1))


def list_choices(shown: Presentation, signs: Mapping[str, str], room: int) -> Presentation:
    """The same without buttons: ``signs`` of their data before their words, links behind them.

    If it does not fit into ``room`` (UTF-16 code units), the text is cut; the choices all stay.
    """
    lines = [" · ".join(_choice_line(button, signs) for button in row) for row in shown.rows if row]
    text, room = shown.text, max(LEAST, room - utf16_length("\n".join(["", "", *lines])))
    if utf16_length(text) > room:
        text = split_text(text, room - 1)[0] + "…"
    text = "\n".join([text, "", *lines]) if lines else text
    return replace(shown, text=text.strip("\n"), rows=(), request=None, request_label="")


def list_room(shown: Presentation) -> int:
    """How much room a list of the choices needs, in UTF-16 code units, with any signs."""
    return sum(utf16_length(button.label + button.url) + SIGNED for row in shown.rows for button in row)


def _choice_line(button: Button, signs: Mapping[str, str]) -> str:
    return f"{signs[button.data]} {button.label}" if button.data else f"{button.label} {button.url}"


def thumb_choice(emoji: str, data: Sequence[str]) -> str | None:
    """What a reaction chooses: there is just one yes there, and one no."""
    pairs = [pair for pairing in (_by_action, _by_answer) if (pair := pairing(data)) is not None]
    if len(pairs) != 1 or not emoji.startswith((YES, NO)):
        return None
    return pairs[0][emoji.startswith(NO)]  # with a hand of any colour


def _by_action(data: Sequence[str]) -> tuple[str, str] | None:
    for yes, no in PAIRS:
        pair = _only_pair(data, lambda action: action.partition(":")[0], yes, no)
        if pair is not None:
            return pair
    return None


def _by_answer(data: Sequence[str]) -> tuple[str, str] | None:
    return _only_pair(data, lambda action: action.rpartition(":")[2] if "/" in action else "", "yes", "no")


def _only_pair(data: Sequence[str], part: Callable[[str], str], yes: str, no: str) -> tuple[str, str] | None:
    first, second = ([action for action in data if part(action) == wanted] for wanted in (yes, no))
    return (first[0], second[0]) if len(first) == len(second) == 1 else None
