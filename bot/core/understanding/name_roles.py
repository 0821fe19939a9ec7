"""Who a name is to the message: somebody who is held, an officer, a lawyer, the writer, whom to call, a bystander."""

from collections.abc import Sequence

from bot.core.understanding.name_facts import Who
from bot.core.understanding.name_words import Kind, Word, means, text_at

ENDS = frozenset(".!?…;\n")  # of a sentence
TITLES = {"officer": Who.OFFICER, "lawyer": Who.LAWYER, "bystander": Who.BYSTANDER, "contact": Who.CONTACT}
_LISTED = (Kind.GIVEN, Kind.ALSO, Kind.SURNAME)
_SHARED = (Who.OFFICER, Who.LAWYER, Who.BYSTANDER)  # "следователи Иванов и Петров"
_PHONE_REACH = 14  # pieces behind a name in which the digits of its phone stand
_PHONE_DIGITS = 10


def title_of(word: Word) -> Who | None:
    """What a word before a name makes of its person: "следователь", "звоните"."""
    return next((who for meaning, who in TITLES.items() if meaning in word.means), None)


def who_behind(words: Sequence[Word], start: int, end: int, before: Who | None, asked: bool = False) -> Who:
    """Who a person is of whom no word before tells; ``before``: what the name is to which a comma or "and" joins it.

    ``asked``: it answers "who?", so the phone behind it may be theirs.
    """
    title = _title_behind(words, end)
    if title is not None:
        return title
    if not asked and end - start == 1 and _phone_follows(words, end):
        return Who.CONTACT
    if _says(words, end):
        return Who.BYSTANDER
    return before if before in _SHARED else Who.HELD


def is_own(words: Sequence[Word], start: int, end: int, naming: int | None) -> bool:
    """Whether the person who writes gives the own name; ``naming``: where "зовут" or "name" stands before it."""
    i = start - 1
    if text_at(words, i) in (",", "-", "—", ":"):
        if text_at(words, i) == "," and (
            means(words, end, "and") or _goes_on(words, end)
        ):  # "я, Марат и Ильяс"
            return False
        i -= 1
    before = text_at(words, i)
    opens = i <= 0 or not words[i - 1].is_word or means(words, i - 1, "greeting")
    if means(words, i, "i_am") or (before in ("am", "is") and text_at(words, i - 1) in ("i", "this")):
        return True
    if (before == "мен" or means(words, i, "it_is")) and opens:
        return True
    if means(words, end, "writes_behind"):
        return True
    if naming is not None:
        owned = any(means(words, j, "own") for j in (naming - 1, naming, naming + 1))
        return owned or (text_at(words, naming) == "name's" and words[naming].first)
    said = [w.text for w in words[max(0, start - 6) : start]]
    return "my" in said and "name" in said[said.index("my") :][:2] and "?" in said  # "my name? why. Zarema"


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether a comma and another name follow: a list of people."""
    return text_at(words, end) == "," and end + 1 < len(words) and words[end + 1].kind in _LISTED


def is_introduced(words: Sequence[Word], start: int) -> bool:
    """Whether the writer says who they are by a relation, then by the name: "я сестра Мадина"."""
    return means(words, start - 1, "kin") and means(words, start - 2, "i_am")


def writer_is_held(words: Sequence[Word]) -> bool:
    """Whether the person who writes tells of being held: then their own name is that of somebody who is."""
    for i, word in enumerate(words):
        if "sit" in word.means:
            return True
        if "taken" in word.means:
            ahead = words[max(0, i - 5) : i]
            cuts = [j for j, w in enumerate(ahead) if w.text in ENDS or "naming" in w.means]
            if any("me" in w.means for w in ahead[max(cuts, default=-1) + 1 :]):
                return True
            if text_at(words, i - 1) in ("i'm", "am"):
                return True
            if means(words, i + 1, "me_behind") or means(words, i + 2, "me_behind"):
                return True
    return False


def _title_behind(words: Sequence[Word], end: int) -> Who | None:
    """«Иванов, следователь», «Самал деген кассир», "Mambetov is the chief"."""
    if text_at(words, end) in (",", "(", "-", "—"):
        i = end + 1
    elif text_at(words, end) in ("деген", "is"):
        i = end + 1 + (text_at(words, end + 1) in ("the", "a", "our"))
    else:
        return None
    title = title_of(words[i]) if i < len(words) else None
    return None if title is Who.CONTACT else title


def _says(words: Sequence[Word], end: int) -> bool:
    """Whether the name's own clause says that they say, saw, cry or stand there."""
    for word in words[end : end + 3]:
        if word.text in ENDS or word.text == ",":
            return False
        if "says" in word.means:
            return True
    return False


def _phone_follows(words: Sequence[Word], end: int) -> bool:
    digits = 0
    for word in words[end : end + _PHONE_REACH]:
        if word.text.isdigit():
            digits += len(word.text)
        elif word.is_word or word.text == "\n":
            break
    return digits >= _PHONE_DIGITS
