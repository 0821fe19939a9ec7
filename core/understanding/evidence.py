"""What a message says counts as a fact only with the evidence of this table; what lacks it stays a guess, or only words.

====== =================================================================== ==============================================
kind   taken as a fact if                                                  because
====== =================================================================== ==============================================
count  a word for being taken is the nearest act of its sentence, or it    half of the counts without it were of those
       counts "us"; coming, telling, ringing and seeking own their numbers  who came, rang or stood by; some out and
       and relatives, and units ("60 АЕК") are no people; nobody is out    some in has to be asked
name   taken, beside a relation, behind "is called", two parts that agree,  a wrong name does more harm than a missing one
       a list; never behind "near", "at", "with"
began  no act of others that goes on owns it; of this year; neither a      "ищу с обеда" and "beaten in 2022" start no
       month alone nor a night without its day                             clock of the law; which night is asked
flags  stated of who is held; a minor by an age or a child that is taken,   whose child cries, whose phone was taken and who
       a phone only if it is the writer's own                              is beaten is not to be inferred
====== =================================================================== ==============================================

All of them: not asked, denied, supposed, told by others or invented at their place; flags not of an officer or a bystander.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum, auto
from functools import cached_property
from itertools import pairwise
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.count_line import CountLine, Unit, What
from core.understanding.evidence_words import EvidenceWords
from core.understanding.heard import Heard
from core.understanding.name_facts import NameFound, Sureness
from core.understanding.owned_times import Owner, owner_of
from core.understanding.phrase_table import PhraseTable
from core.understanding.plain import Token, loosened, places_of, sentence_of, tokens
from core.understanding.takers import clause_of
from core.values import CountKind, Moment, Precision

_NOW = timedelta(minutes=2)
RECENT = timedelta(days=60)  # in January the last days of December are no other year
TAKING = (
    "me",
    "other",
    "blocked",
    "home",
    "missing",
    "weak",
    "beaten",
    "summons",
    "trial",
)  # situations that are acts
_SENTENCE_ENDS = frozenset(".!?;\n…")
_OF_LISTS = " \t\n0123456789.)-•*"
_STATED = "stated"
_MEANT = frozenset({_STATED, "supposed"})
_MORNING = 6
_WRITER = (What.ME, What.US)
_NAMED = "x"  # no word of any language
_ASKED, _OFFICER, _REPORTER = "asked", "officer", "reporter"
_NOT_HELD = frozenset({_OFFICER, "bystander"})
Touched = Literal["happening", "name", "count", "hurt"]  # of :data:`core.intake.cues.Fact`


class ReadClause(Protocol):
    """A clause of a message: see :class:`core.intake.cues.Clause`."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    def status_at(self, start: int, end: int, fact: Touched | None = None) -> StrEnum: ...

    def rings_at(self, start: int, end: int) -> StrEnum: ...

    def whose_at(self, start: int, end: int, fact: Touched | None = None) -> StrEnum: ...


class EvidenceReader(Struct, frozen=True):
    """``clauses`` cuts a readable text with its tokens as tables have them."""

    words: EvidenceWords
    clauses: Callable[[str, Sequence[Token]], Sequence[ReadClause]]


class NearAct(StrEnum):
    """What a word says was done."""

    TAKEN = auto()
    FREED = auto()
    OTHER = auto()


class Ground(StrEnum):
    """What speaks for a fact where it stands."""

    PROVEN = auto()
    LACKING = auto()
    OF_OTHERS = auto()  # who came, rang, tells


class Evidence:
    """One message. ``of_us``: it happens to the writer."""

    def __init__(
        self,
        shown: str,
        heard_line: tuple[Token, ...],
        said: CountLine,
        reader: EvidenceReader,
        *,
        named: Sequence[NameFound],
        of_us: bool,
    ) -> None:
        self.shown, self.line, self.said = shown, heard_line, said
        self._reader, self.words, self.of_us = reader, reader.words, of_us
        self._named = spans = [(name.start, name.end) for name in named]
        self._unnamed = tuple(  # "Ким" is a name, and "кім" asks
            replace(token, text=_NAMED) if any(a <= token.start < b for a, b in spans) else token
            for token in heard_line
        )

    @cached_property
    def _clauses(self) -> Sequence[ReadClause]:
        return self._reader.clauses(self.shown, self._unnamed)

    @cached_property
    def _acts(self) -> list[tuple[int, NearAct]]:
        """Of each token of the line that says an act its place, in order."""
        found: dict[int, NearAct] = {}
        people, words, said = self.said.heard.people, self.words, self.said
        starts = [token.start for token in said.tokens]
        for i, token in enumerate(said.tokens):
            if any(a <= token.start < b for a, b in self._named):
                continue  # Askhat does not ask
            if said.starts(i, people.released):
                found[i] = NearAct.FREED
            elif said.starts(i, people.tells + words.acts) or said.within(i, words.acting):
                found[i] = NearAct.OTHER
            elif said.starts(i, people.taken):
                found[i] = NearAct.TAKEN
            elif said.within(i, people.came):
                found[i] = NearAct.OTHER
        for start, end in self.phrases(self.said.heard.situations[key] for key in TAKING):
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
            if not any(i in found for i in range(first, last)):
                found[first] = NearAct.TAKEN
        return sorted(found.items())

    def phrases(self, tables: Iterable[PhraseTable]) -> Iterator[tuple[int, int]]:
        """Where the phrases stand, as characters of the text."""
        line, places = sentence_of(self.line), places_of(self.line)
        for table in tables:
            for match in table.finditer(line):
                first = line.count(" ", 0, match.start() + 1) - 1
                behind = first + match.group().count(" ")
                yield self.line[places[first]].start, self.line[places[behind - 1]].end

    def _nearest(self, start: int, end: int) -> tuple[NearAct | None, bool, int]:
        """The act nearest to characters in their clause, else in their sentence; whether it is their clause; its token."""
        line = self.said.tokens
        first = next((i for i, token in enumerate(line) if token.end > start), len(line))
        behind = next((i for i in range(first, len(line)) if line[i].start >= end), len(line))
        for ends, in_clause in ((self.said.ends, True), (self._ends_sentence, False)):
            low, high = first, behind
            while low > 0 and not ends(low - 1):
                low -= 1
            while high < len(line) and not ends(high):
                high += 1
            near = [
                (first - i if i < first else i - behind + 1, act is NearAct.OTHER, act, i)
                for i, act in self._acts
                if low <= i < high and not first <= i < behind
            ]
            if near:
                _, _, act, at = min(near)
                return act, in_clause, at
        return None, False, -1

    def ground(self, start: int, end: int) -> Ground:
        """What the nearest act says of what stands there."""
        act, in_clause, _ = self._nearest(start, end)
        if act in (NearAct.TAKEN, NearAct.FREED):
            return Ground.PROVEN
        return Ground.OF_OTHERS if act is NearAct.OTHER and in_clause else Ground.LACKING

    def _ends_sentence(self, i: int) -> bool:
        token = self.said.tokens[i]
        return token.kind == "line" or token.text in _SENTENCE_ENDS

    def status(self, start: int, end: int, fact: Touched | None = None) -> str:
        """How it is said what stands there; empty outside all clauses."""
        return str(self._in_clause(start, end, lambda clause, low, high: clause.status_at(low, high, fact)))

    def _rings(self, start: int, end: int) -> str:
        return str(self._in_clause(start, end, lambda clause, low, high: clause.rings_at(low, high)))

    def whose(self, start: int, end: int, fact: Touched | None = None) -> str:
        """Of whom it is said what stands there."""
        return str(self._in_clause(start, end, lambda clause, low, high: clause.whose_at(low, high, fact)))

    def _in_clause(self, start: int, end: int, read: Callable[[ReadClause, int, int], str]) -> str:
        found = (clause for clause in self._clauses if clause.start < end and start < clause.end)
        clause = next(found, None)
        return "" if clause is None else read(clause, max(start, clause.start), min(end, clause.end))

    def is_done(self, act: NearAct, low: int, high: int) -> bool:
        """Whether such an act stands between these tokens."""
        return any(low <= i < high and found is act for i, found in self._acts)

    def is_of_held(self, start: int, end: int) -> bool:
        """Whether it is stated that they are hurt, ill or the like, and of nobody who takes or stands by."""
        stated = self.status(start, end, "hurt") == _STATED
        return stated and self.whose(start, end, "hurt") not in _NOT_HELD

    def is_of_writer(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether it is said of the writer, who is not held by these words, and of nobody else: "I am an old woman"."""
        people, said = self.said.heard, [*spans]
        others = people.who.him | people.people.kin
        of_others = any(not others.isdisjoint(self._clause_words(start, end)) for start, end in said)
        owned = any(self.whose(start, end, "hurt") == _REPORTER for start, end in said)
        return owned and not of_others and not self.of_us

    def _clause_words(self, start: int, end: int) -> list[str]:
        clause = next(clause for clause in self._clauses if clause.start < end and start < clause.end)
        return [token.text for token in self.line if clause.start <= token.start < clause.end]

    def of_count(self, unit: Unit) -> Ground:
        """What speaks for counting those people."""
        said, words = self.said, self.words
        start, end = said.tokens[unit.start].start, said.tokens[unit.end - 1].end
        measured = said.starts(unit.end, words.units) or said.starts(unit.end - 1, words.units)
        if unit.what is What.NUMBER and measured:
            return Ground.OF_OTHERS
        if unit.what is What.NAME or (unit.what in _WRITER and self.of_us):
            return Ground.PROVEN
        if unit.what in _WRITER:
            act, in_clause, _ = self._nearest(start, end)
            return Ground.PROVEN if in_clause and act is NearAct.TAKEN else Ground.LACKING
        status = self.status(start, end, "count")  # "maybe 40" is no doubt that there are any
        if status != _STATED and not (status in _MEANT and unit.kind is CountKind.ABOUT):
            return Ground.LACKING
        if self._is_of_takers(unit):
            return Ground.OF_OTHERS
        if unit.whole:
            return Ground.OF_OTHERS if self.ground(start, end) is Ground.OF_OTHERS else Ground.PROVEN
        if said.within(unit.start - 1, words.rest) or said.within(unit.start, words.rest):
            return Ground.LACKING
        return Ground.PROVEN if self._has_taking(start, end) else self.ground(start, end)

    def _is_of_takers(self, unit: Unit) -> bool:
        """Whether their clause says how they are dressed, and nothing that was done: "6 человек двое без формы"."""
        said, people = self.said, self.said.heard.people
        low, high = clause_of(said, unit)
        dressed = any(
            said.starts(i, people.dress) for i in range(low, high) if not unit.start <= i < unit.end
        )
        return dressed and not self.is_done(NearAct.TAKEN, low, high)

    def is_only_asked(self) -> bool:
        """Whether that anybody is taken is only asked, wherever it is spoken of."""
        spans = [*self.phrases(self.said.heard.situations[key] for key in TAKING)]
        return bool(spans) and all(self._rings(start, end) == _ASKED for start, end in spans)

    def is_of_officers(self) -> bool:
        """Whether those who are beaten are officers, wherever it is spoken of."""
        spans = [*self.phrases([self.said.heard.situations["beaten"]])]
        return bool(spans) and all(self.whose(start, end) == _OFFICER for start, end in spans)

    @property
    def some_are_free(self) -> bool:
        """Whether anybody is said to be out: then a person has to say how many are not."""
        return any(act is NearAct.FREED for _, act in self._acts)

    def is_beside(self, unit: Unit) -> bool:
        """Whether a number is of those who are with somebody, not of all: "с ней двоих", "with her two daughters"."""
        said, at = self.said, unit.start - 1
        with_them = said.text(at) in self.said.heard.who.him and said.within(at - 1, self.words.with_whom)
        return unit.what is What.NUMBER and with_them

    def of_name(self, name: NameFound, *, listed: bool) -> bool:
        """Whether it is the name of somebody who is held. ``listed``: beside another one."""
        if self.status(name.start, name.end, "name") != _STATED or self._is_near(name):
            return False
        ground = self.ground(name.start, name.end)
        if ground is Ground.OF_OTHERS:
            return name.told and not self._acts_itself(name)
        sure = name.sureness is Sureness.SURE and len(name.parts) > 1
        return sure or name.told or listed or ground is Ground.PROVEN

    def _acts_itself(self, name: NameFound) -> bool:
        """Whether an act of others stands right behind it: "my secretary Gulmira called me"."""
        said = self.said
        behind = next((i for i, token in enumerate(said.tokens) if token.start >= name.end), -1)
        return (behind, NearAct.OTHER) in self._acts

    def _is_near(self, name: NameFound) -> bool:
        said, words = self.said, self.words
        line = said.tokens
        first = next((i for i, token in enumerate(line) if token.start >= name.start), len(line))
        behind = next((i for i, token in enumerate(line) if token.start >= name.end), len(line))
        two = said.within(first - 1, self.said.heard.people.and_with)  # "рядом с"
        return said.within(first - 1 - two, words.near) or said.within(behind, words.near_behind)

    def of_moment(self, moment: Moment, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it is when somebody was taken."""
        if moment.at is None or not moment.words or moment.precision in (Precision.MONTH, Precision.YEAR):
            return False
        is_night = moment.precision is Precision.PART and moment.at.astimezone(zone).hour < _MORNING
        if is_night and not self._names_day(moment.words):
            return False  # which night
        start = self.shown.find(moment.words)
        end = start + len(moment.words)
        if start < 0 or _is_of_earlier_year(moment.at, now, zone):
            return False
        owner = self.owner_of(moment, now)
        is_owned = owner is Owner.TAKING or (owner is Owner.OPEN and not self._lasts(start, end))
        return is_owned and self.status(start, end) == _STATED

    def owner_of(self, moment: Moment, now: datetime) -> Owner:
        """To what that is told the time belongs."""
        start, is_now = self.shown.find(moment.words), moment.at is not None and abs(now - moment.at) < _NOW
        end = start + len(moment.words)
        if start < 0:
            return Owner.OPEN
        taking = frozenset(i for i, act in self._acts if act is not NearAct.OTHER)  # "not let out" too
        return owner_of(self.said, self.words, start, end, is_now=is_now, of_us=self.of_us, taking=taking)

    def _lasts(self, start: int, end: int) -> bool:
        """Whether the act beside it is one of others that goes on, and owns the time: they seek, wait, stand."""
        act, _, at = self._nearest(start, end)
        return act is NearAct.OTHER and self.said.starts(at, self.words.lasting)

    def _names_day(self, words: str) -> bool:
        """Whether a date or a weekday stands there; "last night" may be either of two."""
        weekdays = self.said.heard.clock.weekdays
        return any(token.text.isdigit() or (loosened(token.text),) in weekdays for token in tokens(words))

    def of_flag(self, table: PhraseTable, *, of_child: bool) -> bool:
        """Whether one of the phrases is stated of who is held."""
        for start, end in self.phrases([table]):
            owned = self.ground(start, end) is Ground.PROVEN or self._has_taking(start, end)
            if self.is_of_held(start, end) and (owned or not of_child):
                return True
        return False

    def is_own(self, table: PhraseTable) -> bool:
        """Whether the writer says it of what is theirs, or it happens to them: nobody asks or denies it."""
        spans = [*self.phrases([table if self.of_us else self.said.heard.own_phone.own])]
        return any(self.status(start, end) in _MEANT for start, end in spans)

    def _has_taking(self, start: int, end: int) -> bool:
        """Whether the phrase itself says that somebody is taken: "сняли с урока"."""
        line = self.said.tokens
        return any(
            act is NearAct.TAKEN and start <= line[i].start and line[i].end <= end for i, act in self._acts
        )


def _is_of_earlier_year(at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    return now - at > RECENT and at.astimezone(zone).year < now.astimezone(zone).year


def listed_names(names: Sequence[NameFound], shown: str, heard: Heard) -> frozenset[int]:
    """Where the names begin that stand beside another, with nothing but what joins them between."""
    found: set[int] = set()
    for before, name in pairwise(names):
        gap = shown[before.end : name.start]
        if heard.who.between.search(gap) and not heard.who.between.sub("", gap).strip(_OF_LISTS):
            found |= {before.start, name.start}
    return frozenset(found)
