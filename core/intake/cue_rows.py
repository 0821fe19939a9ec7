"""``core/words/<language>/cues.toml`` as rows: what is wrong with one is said with its file, its row and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from rapidfuzz import process

from core.intake.clauses import Cuts
from core.intake.cues import FAR, LONGEST_ENDING, Cue, Cues, Fact, Status, Whose
from core.intake.spotting import Spotter
from core.understanding.phrase_table import Phrase, read_phrase
from core.understanding.plain import is_word, plain, spellings
from core.understanding.rows import HeardMistake, HeardRow, Table

FACTS: tuple[str, ...] = get_args(Fact)
_KEYS = (
    "sets",
    "words",
    "direction",
    "reach",
    "across",
    "onward",
    "opening",
    "first",
    "sure",
    "ends",
    "touches",
    "example",
)
_SETS = {value.value: value for kind in (Status, Whose) for value in kind}
_DIRECTIONS = {"before": (True, False), "behind": (False, True), "both": (True, True)}
_TABLES = ("cuts", "endings", "cues", "persons")
_TIMES = ("began", "time", "when", "moment")


_T = TypeVar("_T")


class CueRow:
    """One row of a file: a cue, and the phrases that are it."""

    def __init__(self, table: Table, number: int, data: object) -> None:
        self._place = f"{table.file}: cues, row {number}"
        self._number, self._table = number, table
        if not isinstance(data, dict):
            raise HeardMistake(
                f'{self._place}: expected {{ sets = "…", words = ["…"], … }}, not {data!r:.60}'
            )
        self._data: Mapping[str, object] = data
        for key in data:
            if key not in _KEYS:
                raise self._mistake(f"nothing reads {key!r}; {_meant(key, _KEYS)}")
        self.phrases = tuple(self._phrase(text) for text in self._texts("words", required=True))
        self.examples = self._texts("example")
        self.cue = self._cue()

    def _cue(self) -> Cue:
        sets = self._choice("sets", _SETS, None)
        before, behind = self._choice("direction", _DIRECTIONS, "before")
        ends = frozenset(word for text in self._texts("ends") for word in self._phrase(text).each())
        return Cue(
            sets,
            before,
            behind,
            self._reach(),
            across=self._flag("across", False),
            onward=self._flag("onward", False),
            opening=self._flag("opening", False),
            first=self._flag("first", False),
            sure=self._flag("sure", True),
            itself=any(phrase.text.startswith("*") for phrase in self.phrases),
            ends=frozenset(plain(word) for word in ends),
            touches=self._touched(),
        )

    def _texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        listed = self._data.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(text, str) and text.strip() for text in listed):
            raise self._mistake(f'{key}: expected texts as in ["…", "…"], not {listed!r:.60}')
        if required and not listed:
            raise self._mistake(f"{key}: it has none; write the words that are the cue")
        if len({plain(text) for text in listed}) < len(listed):
            raise self._mistake(f"{key}: the same stands there twice; leave it once")
        return tuple(listed)

    def _phrase(self, text: str) -> HeardRow:
        return HeardRow(self._table.file, "cues", self._number, text, None, self._table.groups)

    def _choice(self, key: str, known: Mapping[str, _T], default: str | None) -> _T:
        value = self._data.get(key, default)
        if not isinstance(value, str) or value not in known:
            said = "it is missing" if value is None else f"{value!r} is not known"
            raise self._mistake(f"{key}: {said}; {_meant(value, tuple(known))}")
        return known[value]

    def _reach(self) -> int:
        reach = self._data.get("reach", FAR)
        if type(reach) is not int or not 1 <= reach <= FAR:
            raise self._mistake(
                f"reach: expected words, 1 to {FAR}, not {reach!r:.60}; leave it out for all of the clause"
            )
        return reach

    def _flag(self, key: str, default: bool) -> bool:
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            raise self._mistake(f"{key}: expected true or false, not {value!r:.60}")
        return value

    def _touched(self) -> frozenset[str] | None:
        if "touches" not in self._data:
            return None
        facts = self._texts("touches", required=True)
        for fact in facts:
            if fact in _TIMES:
                raise self._mistake(f"touches: {fact!r}: time is never decided by cues; leave it out")
            if fact not in FACTS:
                raise self._mistake(f"touches: {fact!r} is no fact; {_meant(fact, FACTS)}")
        return frozenset(facts)

    def _mistake(self, reason: str) -> HeardMistake:
        words = self._data.get("words")
        shown = f" «{words[0]}»" if isinstance(words, list) and words else ""
        return HeardMistake(f"{self._place}{shown}: {reason}")


def cue_rows(table: Table) -> list[CueRow]:
    """The rows of a file. Raises HeardMistake."""
    listed = table.data.get("cues", [])
    if not isinstance(listed, list):
        raise HeardMistake(f"{table.file}: cues: expected rows in [ ], not {listed!r:.60}")
    return [CueRow(table, number, data) for number, data in enumerate(listed, 1)]


def read_cues(tables: Sequence[Table]) -> Cues:
    """The cues of all languages' files. Raises HeardMistake."""
    phrases: list[Phrase] = []
    cues: list[Cue] = []
    endings: dict[str, tuple[Cue, ...]] = {}
    seen: dict[tuple[str, str, Status | Whose, bool], str] = {}
    for table in tables:
        table.refuse_all_but(_TABLES)
        for row in cue_rows(table):
            for text in row.phrases:
                key = table.language, plain(text.text), row.cue.sets, row.cue.before
                if before := seen.get(key):
                    raise text.mistake(f"it is there already, in {before}; leave it in one of them")
                seen[key] = f"row {text.number}"
                if text.text.startswith("*"):
                    end = _ending(text, row.cue)
                    endings[end] = (*endings.get(end, ()), row.cue)
                else:
                    phrases.append(_read(text, table.language))
                    cues.append(row.cue)
    cuts = [table.inner("cuts") for table in tables]
    ends = [table.inner("endings") for table in tables]
    for inner in cuts:
        inner.refuse_all_but(("before", "behind", "stays", "kept", "shortened"))
    for inner in ends:
        inner.refuse_all_but(("letters", "signs", "unless"))
    return Cues(
        Cuts(
            _spotter(cuts, "before"),
            _spotter(cuts, "behind"),
            frozenset(_words(cuts, "stays")),
            _spotter(cuts, "kept"),
            frozenset(_words(cuts, "shortened")),
        ),
        Spotter(phrases),
        tuple(cues),
        endings,
        frozenset(_words(ends, "unless")),
        frozenset(row.text for table in ends for row in table.rows("letters")),
        frozenset(_words(ends, "signs")),
        frozenset(_words([table.inner("persons") for table in tables], "words")),
    )


def _spotter(tables: Sequence[Table], name: str) -> Spotter:
    return Spotter([_read(row, table.language) for table in tables for row in table.rows(name)])


def _read(row: HeardRow, language: str) -> Phrase:
    try:
        return read_phrase(row.filled(), language)
    except ValueError as error:
        raise row.mistake(str(error)) from None


def _ending(row: HeardRow, cue: Cue) -> str:
    end = plain(row.text[1:])
    if not is_word(end) or not 2 <= len(end) <= LONGEST_ENDING:
        raise row.mistake(f"an ending is written with * before it and has 2 to {LONGEST_ENDING} letters")
    return end


def _words(tables: Sequence[Table], name: str) -> Iterator[str]:
    for table in tables:
        for row in table.rows(name):
            for text in row.each():
                if not is_word(plain(text)):
                    raise row.mistake(f"«{text}» is no single word, so nothing that is typed can be it")
                yield from spellings(plain(text), table.language)


def _meant(name: object, known: Sequence[str]) -> str:
    near = process.extractOne(str(name), known, score_cutoff=75)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
