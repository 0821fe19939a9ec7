"""What the words beside a name tell: how much speaks for a name, who they are to the message, and how old."""

from collections.abc import Sequence

from msgspec import Struct

from bot.core.understanding.name_facts import Who
from bot.core.understanding.name_roles import ENDS, is_own, title_of
from bot.core.understanding.name_words import Kind, Word, means, text_at

_NAMES = (Kind.GIVEN, Kind.SURNAME, Kind.PATRONYMIC)
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
