"""Names of people in free words, in the three languages and in any letters they are typed in.

Words side by side that may be parts of a name are a run. A run is a name if its parts agree (a given name and a surname, a
surname and initials), or if the words around it say so (a relation, "зовут", an age), and if it is not the name of a street,
a square, a school, a crossing or a shop. A wrong name does more harm than a missing one, so a doubtful one is left out.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from core.understanding.name_book import NameBook, name_sound
from core.understanding.name_context import (
    Around,
    around,
    born_and_age,
    is_introduced,
    who_behind,
    writer_is_held,
)
from core.understanding.name_facts import NameFound, NamePart, Part, Sureness, Who
from core.understanding.name_words import Kind, Word, means, text_at, words_of
from core.understanding.plain import readable

_QUOTES = frozenset('«»"“”„')
_DASHES = frozenset("-/—–")
_DISTRICT = ("ский", "ском", "ского")  # "Алматы Ауэзовский"
_DEMANDING = ("kin", "naming", "held_as", "officer", "lawyer")


def is_place(words: Sequence[Word], start: int, end: int, asked: bool = False) -> bool:
    """Whether the words from ``start`` to ``end`` name a thing or belong to a set phrase, although they are names.

    ``asked``: they answer "who?", so a number behind them is rather an age.
    """
    run = words[start:end]
    if text_at(words, start - 1) in _QUOTES and text_at(words, end) in _QUOTES:
        return True
    before = start - 1
    while text_at(words, before) in _QUOTES or (text_at(words, before) == "." and not words[before].spaced):
        before -= 1
        if before < start - 3:
            break
    numbered = text_at(words, before - 1).isdigit() and means(words, before, "street_after")  # "11 мкр"
    if (means(words, before, "street_before") and not numbered) or means(words, end, "street_after"):
        return True
    if text_at(words, start - 1) in ("in", "at", "в", "во"):
        return True
    if means(words, start - 1, "with_god") or means(words, end, "with_god"):
        return True
    demanded = _demanded(words, start)
    alone = len(run) == 1 and not asked
    if _house_number(words, end) and not demanded and (alone or "streets" in run[-1].means):
        return True
    if _crossing(words, start, end):
        return True
    streets = sum("streets" in word.means for word in run)
    in_town = run[0].kind is Kind.PLACE and streets == 1 and run[-1].text.endswith(_DISTRICT)
    return (streets == len(run) and (len(run) > 1 or not demanded)) or (in_town and not demanded)


def _house_number(words: Sequence[Word], i: int) -> bool:
    number = text_at(words, i)
    phone = text_at(words, i + 1).isdigit() or text_at(words, i + 1) in ("-", "(")
    return number.isdigit() and len(number) < 4 and not phone and not means(words, i + 1, "aged_behind")


def _crossing(words: Sequence[Word], start: int, end: int) -> bool:
    """«Абай мен Байтұрсынов қиылысы», "corner Sain - Raimbek"."""
    if (means(words, end, "and") or text_at(words, end) in _DASHES) and means(words, end + 2, "street_after"):
        return True
    if not means(words, start - 1, "and") and text_at(words, start - 1) not in _DASHES:
        return False
    return any(means(words, i, "street_before") for i in range(start - 5, start - 1))


def _demanded(words: Sequence[Word], start: int) -> bool:
    """Whether the word before asks for a person: "брата Абая"."""
    before = start - 1 - (text_at(words, start - 1) in (":", "-", "—"))
    return any(means(words, before, meaning) for meaning in _DEMANDING)


__all__ = ["NameFound", "NamePart", "Part", "Sureness", "Who", "find_names"]
MOST_PARTS = 5
_PLURAL = ("ых", "их", "овы", "евы", "ыми")
_PARTS = {
    Kind.GIVEN: Part.GIVEN,
    Kind.ALSO: Part.GIVEN,
    Kind.PLACE: Part.GIVEN,
    Kind.SURNAME: Part.SURNAME,
    Kind.SHAPED: Part.SURNAME,
    Kind.PATRONYMIC: Part.PATRONYMIC,
    Kind.APART: Part.PATRONYMIC,
    Kind.INITIAL: Part.INITIALS,
    Kind.CAPITAL: Part.NAMED,
    Kind.OTHER: Part.NAMED,
}
_FAMILY_ENDINGS = ("ова", "ева", "енко", "ov", "ev", "ova", "eva")
_LIST = 3  # given names in a row, from which each is a person
_SHORT = 3  # letters, up to which a word in small letters is no name
_LONG = 7  # letters, from which an unknown word with such an ending is rather a surname than "готов"
_GIVEN = (Kind.GIVEN, Kind.ALSO, Kind.PLACE)
_FAMILY = (Kind.SURNAME, Kind.SHAPED, Kind.PATRONYMIC)
_NAMES_TOO = ("ат", "ет", "ит", "ым", "ия")  # how verbs and things end, and Санат, Асет, Айым, Виктория
_ALWAYS = (Kind.GIVEN, Kind.SURNAME, Kind.PATRONYMIC)  # in small letters too


def find_names(text: str, names: NameBook, *, asked: bool = False) -> tuple[NameFound, ...]:
    """All names of people in the text, in order, with who they are to it. Positions are those of ``readable(text)``.

    ``asked``: it answers "who?", so one or two unknown words with a capital and nothing else are a name too.
    """
    shown = readable(text)
    words = words_of(shown, names)
    asked = asked and "?" not in shown
    found: list[NameFound] = []
    roles: dict[str, Who] = {}
    last = -2
    for start, end in _runs(words, asked):
        if is_place(words, start, end, asked):
            continue
        seen = around(words, start, end)
        listed = bool(found) and seen.joined and last >= start - 1
        in_row = bool(found) and last == start and end - start == 1  # parted by nothing: a list
        seen = replace(seen, listed=listed or in_row, naming=seen.naming or in_row, told=seen.told or in_row)
        name = _name(shown, words, start, end, seen, asked, names)
        if name is None:
            continue
        own = seen.own or (is_introduced(words, start) and name_sound(words[start].text) in names.listed)
        who = Who.REPORTER if own else seen.title
        if who is None:
            before = found[-1].who if found and seen.joined and last >= start - 1 else None
            who = who_behind(words, start, end, before, asked)
        keys = [name_sound(part.words) for part in name.parts if part.part is not Part.INITIALS]
        if who is Who.HELD:  # all that is said of a person holds wherever the name stands
            who = next((roles[key] for key in keys if key in roles), who)
        roles.update(dict.fromkeys(keys, who))
        found.append(replace(name, who=who))
        last = end
    if any(name.who is Who.REPORTER for name in found) and writer_is_held(words):
        found = [replace(name, who=Who.HELD) if name.who is Who.REPORTER else name for name in found]
    return tuple(found)


def _runs(words: Sequence[Word], asked: bool) -> Iterator[tuple[int, int]]:
    """Where words that may be parts of one name stand side by side: from, to (behind the last)."""
    i = 0
    while i < len(words):
        if not _may_begin(words, i):
            i += 1
            continue
        end = i + 1
        while (
            end < len(words)
            and end - i < 2 * MOST_PARTS
            and (_goes_on(words, i, end) or (asked and _is_unusual(words, end)))
        ):
            end += 1
        if words[end - 1].kind is Kind.INITIAL and end < len(words) and words[end].text == ".":
            end += 1
        start, stop = (i, end) if _are_in_a_row(words[i:end]) else _trimmed(words, i, end, asked)
        run = words[start:stop]
        if _are_in_a_row(run) or (stop - start >= _LIST and all(w.kind is Kind.GIVEN for w in run)):
            yield from ((k, k + 1) for k in range(start, stop))
        elif start < stop:
            yield start, stop
        i = end


def _are_in_a_row(words: Sequence[Word]) -> bool:
    """Whether so many given names stand there that each is a person, be it called like a place too: Дана."""
    return len(words) > _LIST and all(word.kind in _GIVEN and word.capital for word in words)


def _may_begin(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.kind in (Kind.OTHER, Kind.APART):
        return False
    if word.kind is Kind.INITIAL:
        return i + 1 < len(words) and words[i + 1].text == "." and (i == 0 or words[i - 1].text != "'")
    return word.capital or word.kind in _ALWAYS


def _goes_on(words: Sequence[Word], start: int, i: int) -> bool:
    word, before = words[i], words[i - 1]
    if word.text == ".":
        return before.kind is Kind.INITIAL and not word.spaced
    if before.text == ".":
        return word.kind in (Kind.INITIAL, Kind.GIVEN, *_FAMILY) or (
            word.kind is Kind.CAPITAL and i - start < 5
        )
    if not word.spaced or word.kind is Kind.OTHER:
        return False
    if word.kind is Kind.APART:
        return before.kind in _GIVEN
    if word.kind is Kind.INITIAL:
        return True
    if before.kind is Kind.INITIAL:
        return False
    if words[start].capital and word.kind is Kind.GIVEN and not word.capital:  # "Әлия қасымда": beside me
        return False
    return word.capital or word.kind in _ALWAYS


def _is_unusual(words: Sequence[Word], i: int) -> bool:
    """Whether a word that is no name by itself is one, as an answer to "who?", behind a given name ("Viktor Ten") or between
    a surname and a father's name ("Нурдаулетов Халык Трофимович").
    """
    word, before = words[i], words[i - 1]
    capital = word.is_word and word.capital and word.spaced and "places" not in word.means
    behind = words[i + 1].kind if i + 1 < len(words) else Kind.OTHER
    whole = before.kind in (Kind.SURNAME, Kind.SHAPED) and behind is Kind.PATRONYMIC
    return capital and before.capital and (before.kind in (Kind.GIVEN, Kind.ALSO) or whole)


def _trimmed(words: Sequence[Word], start: int, end: int, asked: bool) -> tuple[int, int]:
    """The run without the capital of a sentence's beginning, and without a place before or behind a name."""
    while end - start > 1 + asked and words[start].kind is Kind.PLACE and words[start + 1].kind in _GIVEN[:2]:
        start += 1
    named = _FAMILY if end - start > 2 else _GIVEN[: 1 - asked]
    while end - start > 1 and words[end - 1].kind is Kind.PLACE and words[end - 2].kind in named:
        end -= 1
    head = words[start]
    whole = end >= len(words) or words[end].text in ".,!?;:\n("
    if head.kind is Kind.CAPITAL and head.first and end - start > 1 and not (whole and end - start < 4):
        start += 1
    if (
        head.kind is Kind.SHAPED
        and head.first
        and end - start > 2
        and not whole
        and words[start + 1].kind in _GIVEN
    ):
        start += words[start + 2].kind in (Kind.SURNAME, Kind.SHAPED)
    return start, end


def _name(
    shown: str, words: Sequence[Word], start: int, end: int, seen: Around, asked: bool, names: NameBook
) -> NameFound | None:
    """The run as a name, or None where too little says that it is one."""
    run = [w for w in words[start:end] if w.is_word]
    sureness = _sureness(run, seen, asked, names)
    if sureness is None:
        return None
    dotted = words[end - 1].text == "." and words[end - 2].kind is not Kind.INITIAL
    last = words[end - 1 - dotted]
    born, age = born_and_age(words, end)
    return NameFound(
        words=shown[run[0].start : last.end],
        start=run[0].start,
        end=last.end,
        parts=tuple(NamePart(w.typed, _PARTS[w.kind]) for w in run),
        sureness=sureness,
        born=born,
        age=age,
        told=seen.told,
    )


def _sureness(run: Sequence[Word], seen: Around, asked: bool, names: NameBook) -> Sureness | None:
    kinds = [w.kind for w in run]
    given = any(k in _GIVEN for k in kinds)
    family = any(k in _FAMILY for k in kinds)
    capitals = all(w.capital or w.kind in (Kind.APART, Kind.INITIAL) for w in run)
    if len(run) > MOST_PARTS:
        return None
    if len(run) == 1:
        return _alone(run[0], seen, asked, names)
    if Kind.APART in kinds:
        return Sureness.SURE
    if not capitals:  # small letters: only what is a name beyond doubt
        known = Kind.GIVEN in kinds and (Kind.SURNAME in kinds or Kind.PATRONYMIC in kinds)
        return Sureness.LIKELY if known else None
    if given and family:
        return Sureness.SURE
    if Kind.INITIAL in kinds:
        return Sureness.SURE if given or family or seen.evidence else None
    if Kind.PATRONYMIC in kinds and (Kind.SURNAME in kinds or Kind.SHAPED in kinds):
        return Sureness.SURE
    if Kind.GIVEN in kinds:
        return Sureness.SURE if kinds.count(Kind.GIVEN) == 2 or seen.evidence else Sureness.LIKELY
    if Kind.SURNAME in kinds or seen.named or (asked and seen.whole):
        return Sureness.LIKELY
    return None


def _alone(word: Word, seen: Around, asked: bool, names: NameBook) -> Sureness | None:
    kind = word.kind
    if not word.capital:
        key = name_sound(word.text)
        sure = kind is Kind.GIVEN and len(word.text) > _SHORT and key not in names.also
        answers = asked and seen.whole and key in names.listed
        known = seen.beside or seen.listed or answers or (seen.taken and names.is_told(key))
        return Sureness.LIKELY if sure and known else None
    if kind is Kind.GIVEN:
        return Sureness.SURE if seen.evidence else Sureness.LIKELY
    if kind in (Kind.SURNAME, Kind.SHAPED) and word.text.endswith(_PLURAL):
        return None  # a family, not a person
    bare = asked and seen.whole
    ordinary = word.text.endswith(names.ordinary)
    if kind is Kind.SURNAME:
        return Sureness.LIKELY if seen.evidence or bare or not word.first else None
    if kind in (Kind.ALSO, Kind.PATRONYMIC):
        sure = not word.first or names.is_told(name_sound(word.text))  # "Ерланды қайта ұстады"
        evidence = seen.told or (sure and seen.evidence)
        known = kind is Kind.PATRONYMIC or names.is_listed(name_sound(word.text))
        listing = known and seen.listing
        meant = not ordinary or (word.text.endswith(_NAMES_TOO) and name_sound(word.text) in names.listed)
        return Sureness.LIKELY if evidence or listing or (bare and known and meant) else None
    if kind is Kind.SHAPED:
        shaped = bare and word.text.endswith(_FAMILY_ENDINGS) and len(word.text) >= _LONG
        return Sureness.LIKELY if seen.named or shaped or (seen.evidence and not word.first) else None
    if kind is Kind.PLACE:
        whom = seen.taken and names.is_whom(name_sound(word.text))
        return Sureness.LIKELY if seen.naming or seen.mine or whom else None
    if kind is Kind.CAPITAL:
        named = seen.named or (bare and seen.joined and not ordinary)
        return Sureness.LIKELY if named and not word.first else None
    return None
