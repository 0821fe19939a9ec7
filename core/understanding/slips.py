"""What was said before is put right: "нет не троих а четверых", "not Aigul, Ainur", "3 емес 5", "make that 8".

What is known stands beside a "not", and something else of its kind stands there too; or a number right behind a word for a
slip. Where only something else is denied ("его не пустили") nothing is put right.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace
from rapidfuzz import fuzz

from core.places.place_kinds import PlaceMatch, PlaceRole
from core.understanding.count_line import CountLine, What, count_line, numbers_told
from core.understanding.counts import units_of
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import guess_language, heard_sentence
from core.understanding.later import is_form
from core.understanding.name_book import NameBook, name_sound
from core.understanding.name_facts import Who, are_one
from core.understanding.names import find_names
from core.understanding.phones import without_phones
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import mentions
from core.understanding.plain import plain, readable, tokens
from core.values import CountKind, People, Place

READ = 300  # characters in which it is looked for: a longer text tells something new
_REACH = 2  # words between a "not" and what it denies, that included: "не в Алматы"
_CLAUSES = re.compile(r"[,.;:!?\n…]|\s[-–—]\s")
_BEHIND_NO = 2  # words between a "no" and the place that it puts right: "no I mean Astana"
_SLIP = 6  # words, with signs, between a place and the one that is put in its place by an "actually"
_SKIPPED = 2  # words between a word for a slip and the number: "точнее их там двое"
_STEM = 4  # letters of a city's name by which its other cases are found, and that their endings have at most
_BESIDE_CITY = 2  # words of a clause that only names a city: "oh, in Almaty"
_ALIKE = 75  # of 100: more alike, two words are one name in two spellings


def denies(text: str, heard: Heard) -> bool:
    """Whether a "not" stands there at all: else nothing that is known is denied."""
    line, denial = _line(readable(text[:READ]), heard, None), heard.denial
    words = {*(token.text for token in line.tokens), *line.sounds}
    return not words.isdisjoint(denial.undone_before | denial.undone_after)


def corrects_spelling(text: str, heard: Heard) -> bool:
    """Whether it says that a name is spelt otherwise."""
    return mentions(heard.told.spelt, heard_sentence(readable(text[:READ]), heard))


def is_denied_there(text: str, start: int, end: int, heard: Heard) -> bool:
    """Whether what stands there in a readable text is taken back right beside it: "не в Алматы", "Алматы емес"."""
    line = _line(text, heard, None)
    at = [i for i, token in enumerate(line.tokens) if start <= token.start < end]
    return bool(at) and _is_denied(line, at[0], at[-1] + 1)


def scene_put_right(
    matches: Sequence[PlaceMatch], shown: str, no: frozenset[str], heard: Heard
) -> PlaceMatch | None:
    """The last city that the words put in the place of one before: "in Almaty, no, I mean Astana"."""
    exact = sorted(
        (m for m in matches if m.exact and m.role is not PlaceRole.TO), key=lambda match: match.start
    )
    slips = (
        after
        for before, after in pairwise(exact)
        if (before.city or before.region) != (after.city or after.region)
        and _is_slip(shown[before.end : after.start], shown[after.end :], no, heard)
    )
    if put_right := [*slips]:
        return put_right[-1]
    left = [match for match in exact if not _is_taken_back(match, shown, heard)]
    return left[0] if len(left) == 1 < len(exact) else None


def _is_taken_back(match: PlaceMatch, shown: str, heard: Heard) -> bool:
    """Whether this city is denied anywhere in the words: "Shymkent. Wait, not Shymkent: Atyrau"."""
    stem = re.escape(match.words[: max(_STEM, len(match.words) - _STEM)])
    found = re.finditer(rf"\b{stem}\w*", shown, re.IGNORECASE)
    return any(is_denied_there(shown, each.start(), each.end(), heard) for each in found)


def other_scenes(
    matches: Sequence[PlaceMatch], scene: Place, shown: str, no: frozenset[str], heard: Heard
) -> tuple[PlaceMatch, ...]:
    """Cities that may be the scene as well: nobody lives there, is going there or has a lawyer there, and none is denied.
    None where the words say which of them it is.
    """
    if scene_put_right(matches, shown, no, heard) is not None:
        return ()
    return tuple(
        match
        for match in matches
        if match.exact
        and match.region != scene.region
        and (match.role <= PlaceRole.BARE or _stands_alone(match, shown, heard))
        and not _is_taken_back(match, shown, heard)
    )


def _stands_alone(match: PlaceMatch, shown: str, heard: Heard) -> bool:
    """Whether its clause says nothing else, and not that the writer is there: "in Astana they took him; oh, in Almaty!"."""
    if match.role is not PlaceRole.WRITER:
        return False
    before, behind = _CLAUSES.split(shown[: match.start])[-1], _CLAUSES.split(shown[match.end :])[0]
    words = set(heard_sentence(f"{before} {behind}", heard).split())
    return len(words) <= _BESIDE_CITY and words.isdisjoint(heard.who.me | heard.people.writer)


def _is_slip(between: str, behind: str, no: frozenset[str], heard: Heard) -> bool:
    """Whether what was named before is taken back in favour of what is named behind: by words that name nobody."""
    clauses, own = _CLAUSES.split(between), _CLAUSES.split(behind)[0]
    between = (
        " , ".join(clauses[1:]) if len(clauses) > 1 else between
    )  # the first clause tells of what was named
    said, around = heard_sentence(between, heard), heard_sentence(f"{between} x {own}", heard)
    if not heard.people.kin.isdisjoint(map(spoken, around.split())) or mentions(heard.told.resides, around):
        return False
    if opens_with_no(between, no, heard):
        return True
    words = _line(readable(f"{between} x {own}"), heard, None)
    if any(words.text(i) == "x" and _is_denied(words, i, i + 1) for i in range(len(words.tokens))):
        return False
    shortly = mentions(heard.told.recounted, said) and len(said.split()) <= _SLIP
    return shortly or mentions(heard.told.corrected, around)


def opens_with_no(text: str, no: frozenset[str], heard: Heard) -> bool:
    """Whether a "no" by itself takes back what was said before, and a word or two behind it tell nothing else."""
    line = _line(readable(text), heard, None)
    words = [i for i, token in enumerate(line.tokens) if token.kind == "word"]
    said_no = [place for place, i in enumerate(words) if line.within(i, no)]
    return bool(said_no) and len(words) - said_no[-1] - 1 <= _BEHIND_NO


def denies_writer(text: str, heard: Heard) -> bool:
    """Whether it says, word beside word, that it is not who writes: "it is not me", «не я», «мен емеспін»."""
    line, denial = _line(readable(text[:READ]), heard, None), heard.denial
    return any(
        line.within(i, heard.people.me | heard.people.writer)
        and (
            line.text(i - 1) in denial.undone_before
            or line.text(i + 1) in denial.undone_after - denial.nobody
        )
        for i in range(len(line.tokens))
    )


def number_put_right(text: str, known: int, heard: Heard, language: str | None = None) -> int | None:
    """How many they are, where the words say that they are not as many as was known; else None."""
    shown = readable(text[:READ])
    line = _line(shown, heard, language)
    told = [numeral for numeral in numbers_told(line) if not _is_more(line, *numeral[:2])]
    denied = {number: end for start, end, number in told if _is_denied(line, start, end)}
    if known in denied or any(_counts_people(line, end) for end in denied.values()):
        said = {number for *_, number in told} - ({known} if known in denied else denied.keys())
        return said.pop() if len(said) == 1 else None
    sentence = heard_sentence(shown, heard, language)
    slips = (*_behind(heard.told.corrected, sentence, line), *_behind(heard.told.recounted, sentence, line))
    if slips:
        return slips[0]
    grown = counted_by_now(text, heard, language)
    return grown if grown is not None and grown > known else None


def counted_by_now(text: str, heard: Heard, language: str | None = None) -> int | None:
    """How many they are, where nothing is said but that they are so many now: "уже 3", "3х", "like three so far"."""
    shown = readable(text[:READ])
    sentence = heard_sentence(shown, heard, language)
    line = _line(heard.told.by_now.sub(" ", sentence), heard, language)
    told = [numeral for numeral in numbers_told(line) if not _is_more(line, *numeral[:2])]
    ended = any(line.within(end, heard.people.collective) for _, end, _ in told)
    if len(told) != 1 or not (ended or mentions(heard.told.by_now, sentence)):
        return None
    return told[0][2] if all(_only_counts(line, i) for i in range(len(line.tokens))) else None


def recounted(people: People | None, shown: str, heard: Heard, language: str | None) -> People | None:
    """The same, with the number that the words themselves put right: "5 people, sorry 4 people"."""
    if people is None or people.count is None or not mentions(heard.told.recounted, plain(shown)):
        return people
    line = _line(shown, heard, language)
    numbers = {*_behind(heard.told.recounted, heard_sentence(shown, heard, language), line)}
    if len(numbers) != 1:
        return people
    return replace(people, count=max(numbers.pop(), len(people.names)), kind=CountKind.EXACT)


def only_counts(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether it tells how many they are and nothing besides."""
    line = _line(text, heard, language)
    return all(_only_counts(line, i) for i in range(len(line.tokens)))


def tells_of_some(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether it tells something of a part of those who are known: "two of them are ill"; "two of them" alone does not."""
    line = _line(readable(text[:READ]), heard, language)
    said = heard.people
    parts = [
        end
        for _, end, _ in numbers_told(line)
        if line.within(end, said.of) and line.within(end + 1, said.of_whom)
    ]
    return bool(parts) and not only_counts(text, heard, language)


def others_meant(text: str, heard: Heard, language: str | None = None) -> int:
    """How many are meant in place of a relative who is denied: "не сына, а мужа"; 0 where nobody is."""
    line = _line(readable(text[:READ]), heard, language)
    units = [unit for unit in units_of(line, ()) if unit.what in (What.KIN, What.ONE, What.NUMBER)]
    denied = [
        unit for unit in units if unit.what is not What.NUMBER and _is_denied(line, unit.start, unit.end)
    ]
    return sum(unit.value for unit in units if unit not in denied and not unit.weak) if denied else 0


def fuller_names(text: str, known: Sequence[str], names: NameBook) -> tuple[str, ...]:
    """The names that are known, each with the parts that the text adds to it: "his full name is Erlan Madeup"."""
    told = [name.words for name in find_names(readable(text[:READ]), names) if name.who is Who.HELD]
    return tuple(
        next((new for new in told if len(new.split()) > len(name.split()) and are_one(name, new)), name)
        for name in known
    )


def name_put_right(text: str, name: str, heard: Heard, names: NameBook) -> str | None:
    """What somebody who is known by this name is called, where the words say that it is another or spelt otherwise."""
    shown = readable(text[:READ])
    line = _line(shown, heard, None)
    words = [i for i, token in enumerate(line.tokens) if token.kind == "word"]
    typed = {i: shown[line.tokens[i].start : line.tokens[i].end] for i in words}
    sounds = {i: name_sound(plain(word)) for i, word in typed.items()}
    parts = [name[token.start : token.end] for token in tokens(readable(name)) if token.kind == "word"]
    denied = {
        i: part
        for i in words
        for part in parts
        if is_form(name_sound(plain(part)), sounds[i]) and _is_denied(line, i, i + 1)
    }
    if denied:
        found = find_names(shown, names, asked=True)
        named = [i for i in words if any(n.start <= line.tokens[i].start < n.end for n in found)]
        listed = [i for i in words if sounds[i] in names.listed - names.also]
        runs = _runs(sorted({*named, *listed} - set(_spread(denied, sounds, parts))))
        if not runs:
            return None
        new = min(runs, key=lambda run: min(abs(i - k) for i in run for k in denied))
        said = " ".join(typed[i] for i in new)
        part = next(iter(denied.values()))
        return name.replace(part, said) if len(new) == 1 and len(set(denied.values())) < 2 else said
    if not corrects_spelling(text, heard):
        return None
    for i in words:
        for part in parts:
            if plain(typed[i]) != plain(part) and fuzz.ratio(plain(typed[i]), plain(part)) >= _ALIKE:
                return name.replace(part, typed[i])
    return None


def _spread(denied: dict[int, str], sounds: dict[int, str], parts: Sequence[str]) -> Iterator[int]:
    """Where the denied name stands, all its parts: "не Айгуль Сапарова"."""
    for at in denied:
        yield at
        for i in range(at + 1, at + len(parts)):
            if not any(is_form(name_sound(plain(part)), sounds.get(i, "")) for part in parts):
                break
            yield i


def _runs(at: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in at:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _line(text: str, heard: Heard, language: str | None) -> CountLine:
    shown = without_phones(text)
    return count_line(shown, heard, guess_language(shown, heard) or language)


def _is_denied(line: CountLine, start: int, end: int) -> bool:
    denial = line.heard.denial
    for i in range(start - 1, start - 1 - _REACH, -1):
        if line.ends(i) or line.number(i):
            break
        if line.text(i) in denial.undone_before:
            return True
    for i in range(end, end + _REACH):
        if line.ends(i) or line.number(i):
            break
        if line.within(i, denial.undone_after):
            return True
    return False


def _is_more(line: CountLine, start: int, end: int) -> bool:
    """Whether they are told beside those who are known: "ещё двоих", "two more"."""
    said = line.heard.people
    return line.within(start - 1, said.more) or line.within(end, said.besides)


def _behind(phrases: PhraseTable, said: str, whole: CountLine) -> Iterator[int]:
    """The numbers of people right behind these words."""
    heard = whole.heard
    for match in phrases.finditer(said):
        line = count_line(
            said[match.end() :], heard, "kk" if whole.kazakh else "en" if whole.english else None
        )
        for start, end, number in numbers_told(line)[:1]:
            near = start <= _SKIPPED and all(_says_nothing(line, i) for i in range(start))
            if near and not _is_more(line, start, end) and _counts_people(line, end):
                yield number


def _counts_people(line: CountLine, end: int) -> bool:
    said = line.heard.people
    if any(line.starts(i, said.takers) or line.within(i, said.came) for i in range(end, end + 3)):
        return False
    of_people = line.starts(end, said.persons) or line.starts(end, said.taken)
    return line.ends(end) or of_people or _says_nothing(line, end)


def _only_counts(line: CountLine, i: int) -> bool:
    said = line.heard.people
    counted = line.kind(i) != "word" or line.number(i) or line.text(i) in line.heard.numbers.together
    return (
        bool(counted) or _says_nothing(line, i) or line.starts(i, said.persons) or line.starts(i, said.taken)
    )


def _says_nothing(line: CountLine, i: int) -> bool:
    said, who = line.heard.people, line.heard.who
    besides = said.being | said.of | said.them | said.us | said.about_before | said.collective
    return line.within(i, besides) or line.text(i) in who.fillers or line.text(i) == ","
