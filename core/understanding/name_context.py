"""What the words beside a name tell: how likely it is a name, how old the person is, and who they are in the message:
somebody who is held, an officer, a lawyer, the writer, a person to call, a bystander.
"""

from collections.abc import Sequence

from msgspec import Struct

from core.understanding.name_facts import Who
from core.understanding.name_words import Kind, Word, means, text_at

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
    at = start - 1 - (text_at(words, start - 1) == ",")
    while at > start - _INTRODUCED and means(words, at, "whose"):  # "я сестра его, Айгуль"
        at -= 1
    if not means(words, at, "kin"):
        return False
    at -= 1
    while at > start - _INTRODUCED and means(words, at, "whose"):
        at -= 1
    return means(words, at, "i_am")


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


_NAMES = (Kind.GIVEN, Kind.SURNAME, Kind.PATRONYMIC)
_INTRODUCED = 7  # pieces before a name in which "I am his sister" stands
_BEFORE = 3  # words that may stand between a name and what tells of it
_NEAR = 3  # pieces, within which a relation or "зовут" demands a name
_REACH = 4  # pieces behind a name in which a verb is looked for
_NAMED_BY = 5  # pieces before "name" in which stands who says it
_BORN = range(1920, 2100)
_AGES = range(3, 105)
_BESIDE = frozenset(",(.-—–:")


class Around(Struct, frozen=True):
    """What stands around a run.

    ``named``: the words near it demand a name, ``beside``: the very next one does. ``told``: that, or a relation, a
    title, an age; ``evidence``: that, or a verb of taking. ``whole``: nothing else stands between the marks.
    """

    naming: bool
    named: bool
    beside: bool
    told: bool
    evidence: bool
    taken: bool  # right beside a verb of taking
    title: Who | None
    joined: bool  # by a comma or "and" to the name before
    whole: bool
    listing: bool  # another name follows behind a comma
    listed: bool  # behind a name that was found
    mine: bool  # right before "дядя мой"
    own: bool  # "my name is", "я"


def around(words: Sequence[Word], start: int, end: int) -> Around:
    """Everything that the words beside the run tell."""
    title, at, named_at = _before(words, start)
    own = is_own(words, start, end, named_at)
    called = means(words, end, "called_behind") or means(words, end + 1, "called_behind")
    near = start - at if at is not None else None
    named = own or called or (near is not None and near <= _NEAR)
    aged = born_and_age(words, end) != (None, None)
    known = at is not None or title is not None or aged or means(words, end, "respect")
    return Around(
        naming=called or named_at is not None,
        named=named,
        beside=own or called or near == 1,
        told=named or known,
        evidence=named or known or _taken_beside(words, start, end),
        taken=means(words, start - 1, "taken") or means(words, end, "taken"),
        title=title,
        joined=text_at(words, start - 1) == "," or means(words, start - 1, "and"),
        whole=_is_whole(words, start, end),
        listing=text_at(words, end) == "," and end + 1 < len(words) and words[end + 1].kind in _NAMES[:2],
        listed=False,
        mine=means(words, end, "kin") and means(words, end + 1, "mine"),
        own=own,
    )


def _before(words: Sequence[Word], start: int) -> tuple[Who | None, int | None, int | None]:
    """The title before a name, where a relation or "зовут" stands, and where "зовут" alone does."""
    related: int | None = None
    skipped, i = 0, start - 1
    while i >= 0 and skipped < _BEFORE:
        word = words[i]
        if word.text in ENDS or word.kind in _NAMES or word.text.isdigit() or "taken" in word.means:
            break
        if "and" in word.means and i != start - 1:
            break
        if "naming" in word.means:
            return _who_says(words, i), i, i
        title = title_of(word)
        if title is not None and (related is None or title in (Who.BYSTANDER, Who.CONTACT)):
            return title, related, None
        if related is None and ("kin" in word.means or "held_as" in word.means):
            related = i
        else:
            skipped += word.is_word or i != start - 1
        i -= 1
    return None, related, None


def _who_says(words: Sequence[Word], naming: int) -> Who | None:
    """Whose name it is where somebody else says the own one: "the investigator says his name is"."""
    says = False
    for word in words[max(0, naming - _NAMED_BY) : naming][::-1]:
        if word.text in ENDS or "kin" in word.means or "taken" in word.means:
            return None
        says = says or "says" in word.means
        if says and (title := title_of(word)) is not None:
            return title
    return None


def born_and_age(words: Sequence[Word], end: int) -> tuple[int | None, int | None]:
    """The year of birth and the age that stand right behind a name."""
    marked = False
    for i in range(end, min(len(words), end + 4)):
        text = words[i].text
        if text.isdigit():
            number = int(text[:5])
            if number in _BORN:
                return number, None
            aged = means(words, i + 1, "aged_behind") or (
                marked and text_at(words, i + 1) in (*",.;)!?\n", "")
            )
            return None, number if aged and number in _AGES and len(text) < 4 else None
        if text in _BESIDE:
            marked = marked or text in ",("
        elif not means(words, i, "born_beside"):
            break
    return None, None


def _taken_beside(words: Sequence[Word], start: int, end: int) -> bool:
    for side in (words[max(0, start - 3) : start][::-1], words[end : end + _REACH]):
        for word in side:
            if word.text in ENDS:
                break
            if "taken" in word.means:
                return True
    return False


def _is_whole(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the run is a whole piece of a list: between commas, lines, numbers or "and"."""
    return all(
        text_at(words, i) in (*",.;\n!():", "", "-", "•", "*") or means(words, i, "and")
        for i in (start - 1, end)
    ) or (text_at(words, start - 1) in (*",.;\n!():", "", "-", "•", "*") and text_at(words, end).isdigit())
