"""Whether a clause is stated, and of whom: a table of cues decides it, never the time of a verb.

A cue is words that say how others near them are meant: "не", "если", "дейді", "nobody". The model is ConText (W. Chapman
and others, 2007): a cue has a direction, a reach, and words that end it; a longer cue hides a shorter one within it, so that
bad news which carries its own negative ("не выпускают") is stated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import Literal

from msgspec import Struct

from core.intake.clauses import Cuts, Line, Piece, cut_clauses, line_of
from core.intake.spotting import Spotter
from core.understanding.plain import Token, readable, tokens

FAR = 40  # words a cue reaches at most
DOUBTED = (
    4  # words of a clause that its cue does not reach, from which on it is doubtful what the cue is about
)
LONGEST_ENDING = 8  # letters
_SHORT = 3  # letters of an ending that words of other languages have too
_ASKED_BACK = 7  # words that a question mark surely asks

Fact = Literal["happening", "place", "station", "name", "count", "hearing", "hurt", "free"]


class Status(StrEnum):
    """How something is said. Of two that touch the same words the later one here holds."""

    STATED = "stated"
    DENIED = "denied"
    QUOTED = "quoted"
    ASKED = "asked"
    SUPPOSED = "supposed"
    FICTION = "fiction"
    LINK = "link"


class Whose(StrEnum):
    """Of whom something is said. Of two that touch the same words the later one here holds."""

    HELD = "held"
    BYSTANDER = "bystander"
    OFFICER = "officer"
    REPORTER = "reporter"
    COMPANION = "companion"


_MARKS = frozenset(",.?")
_STATUSES, _WHOSE = tuple(Status), tuple(Whose)


class Cue(Struct, frozen=True):
    """What a row of ``cues.toml`` says of its words."""

    sets: Status | Whose
    before: bool = False  # it stands before what it touches
    behind: bool = False
    reach: int = FAR
    across: bool = False  # over commas, to the end of the sentence
    onward: bool = False  # into the next clause, where its own has at most a word more: "говорят, что …"
    opening: bool = False  # a cue only where a clause begins with it
    first: bool = False  # a cue only where a sentence does
    sure: bool = True
    itself: bool = False  # it is the ending of what it touches
    ends: frozenset[str] = frozenset()
    touches: frozenset[str] | None = None  # facts; None: all


class Cues(Struct, frozen=True):
    """The cues of all languages. ``cues[i]`` is what ``spotter`` numbers i; ``endings``: of Kazakh verbs."""

    cuts: Cuts
    spotter: Spotter
    cues: tuple[Cue, ...]
    endings: dict[str, tuple[Cue, ...]]
    unless: frozenset[str]  # words that only end so
    letters: frozenset[str]  # of which one shows that a clause has words with such endings
    signs: frozenset[str]
    persons: frozenset[str] = frozenset()  # him, us, they: of whom something is told


class Found(Struct, frozen=True):
    """A cue in a message: where it stands, and what it touches, as characters."""

    cue: Cue
    start: int
    end: int
    touched: tuple[tuple[int, int], ...]
    rest: int = 0  # words of its clause that it does not touch


class Clause(Struct, frozen=True):
    """A clause of a message; ``start`` and ``end`` lie in the readable text."""

    text: str
    start: int
    end: int
    status: Status
    whose: Whose
    cues: tuple[Found, ...]
    doubtful: bool = False

    @property
    def rings(self) -> Status:
        """The status by which somebody is rung: what is doubtful is stated."""
        return Status.STATED if self.doubtful else self.status

    @property
    def claims(self) -> Status:
        """The status by which facts are taken: what is doubtful is asked."""
        return Status.ASKED if self.doubtful else self.status

    def status_at(self, start: int, end: int, fact: Fact | None = None) -> Status:
        """The status of what lies there in it, for a fact that cues may touch or not."""
        return _status(_deciding(self.cues, start, end, fact))

    def rings_at(self, start: int, end: int, fact: Fact | None = None) -> Status:
        """As ``rings``, of what lies there."""
        return Status.STATED if self.doubtful else self.status_at(start, end, fact)

    def claims_at(self, start: int, end: int, fact: Fact | None = None) -> Status:
        """As ``claims``, of what lies there."""
        return Status.ASKED if self.doubtful else self.status_at(start, end, fact)

    def whose_at(self, start: int, end: int, fact: Fact | None = None) -> Whose:
        """Whose it is, likewise."""
        return _whose(_deciding(self.cues, start, end, fact))


_QUESTION = Cue(Status.ASKED, behind=True, reach=_ASKED_BACK)
_LINK, _BEHIND_LINK = Cue(Status.LINK), Cue(Status.LINK, sure=False)
_REPEATED, _IN_MARKS = Cue(Status.QUOTED), Cue(Status.QUOTED, sure=False)


def read_clauses(text: str, cues: Cues, line: Sequence[Token] | None = None) -> tuple[Clause, ...]:
    """The clauses of a message from left to right; none of one without a visible character.

    ``line``: its tokens as tables have them, where they are known (:func:`language.heard_tokens` of the readable text):
    Kazakh and Russian in Latin letters are read only so.
    """
    shown = readable(text)
    pieces_of = tokens(shown) if line is None else line
    if all(token.kind == "line" for token in pieces_of):
        return ()
    said = line_of(pieces_of, shown, cues.cuts)
    pieces = cut_clauses(shown, pieces_of, said, cues.cuts)
    spans = [_visible(pieces_of[piece.first : piece.behind]) for piece in pieces]
    found = _Reading(shown, pieces_of, said, pieces, cues).by_piece()
    return tuple(
        _clause(shown[start:end], start, end, tuple(touching))
        for (start, end), touching in zip(spans, found, strict=True)
    )


def may_be_meant(clauses: Sequence[Clause]) -> bool:
    """Whether a person has to look: something in it is not surely denied. A denial takes no ring back; what is asked or told
    by others moves it from lawyers to coordinators. What is invented or only a link rings less: see weight.
    """
    return any(clause.rings is not Status.DENIED for clause in clauses)


def _visible(tokens_of: Sequence[Token]) -> tuple[int, int]:
    """From where to where they lie, without new lines around."""
    shown = [token for token in tokens_of if token.kind != "line"] or tokens_of
    return shown[0].start, shown[-1].end


def _clause(text: str, start: int, end: int, found: tuple[Found, ...]) -> Clause:
    deciding = list(_deciding(found, start, end, None))
    status = _status(deciding)
    told = any(hit.cue.sets is Status.STATED for hit in found)
    sure = status is Status.STATED or any(
        hit.cue.sure and hit.rest < DOUBTED and not (told and status is Status.DENIED)
        for hit in deciding
        if hit.cue.sets is status
    )
    return Clause(text, start, end, status, _whose(deciding), found, not sure)


def _deciding(found: Sequence[Found], start: int, end: int, fact: Fact | None) -> Iterator[Found]:
    """The cues that stand there and touch something there, or touch half of it from elsewhere."""
    for hit in found:
        touches = hit.cue.touches
        if touches is not None and (fact or "happening") not in touches:
            continue
        touched = sum(max(0, min(end, b) - max(start, a)) for a, b in hit.touched)
        within = start < hit.end and hit.start < end
        alone = not hit.touched and isinstance(hit.cue.sets, Status)
        if (within and (touched or alone)) or 2 * touched >= end - start > 0:
            yield hit


def _status(found: Iterable[Found]) -> Status:
    statuses = [hit.cue.sets for hit in found if isinstance(hit.cue.sets, Status)]
    return max([Status.STATED, *statuses], key=_STATUSES.index)


def _whose(found: Iterable[Found]) -> Whose:
    whose = [hit.cue.sets for hit in found if isinstance(hit.cue.sets, Whose)]
    return max([Whose.HELD, *whose], key=_WHOSE.index)


class _Reading:
    """One message, while its cues are looked for."""

    def __init__(
        self, text: str, line: Sequence[Token], said: Line, pieces: Sequence[Piece], cues: Cues
    ) -> None:
        self._text, self._line, self._said, self._cues = text, line, said, cues
        self._pieces = pieces
        self._piece_of = self._words_in_pieces()
        self._clause_ends, self._sentence_ends = self._limits()
        self._sizes = Counter(
            piece for piece, word in zip(self._piece_of, said.words, strict=True) if word not in _MARKS
        )

    def by_piece(self) -> list[list[Found]]:
        """The cues that touch each clause."""
        touching: list[list[Found]] = [[] for _ in self._pieces]
        for cue, first, behind in self._hidden_out(self._spotted()):
            self._add(touching, cue, first, behind)
        for number, cue in self._set_off():
            piece = self._pieces[number]
            start, end = self._line[piece.first].start, self._line[piece.behind - 1].end
            kept = [
                hit
                for hit in touching[number]
                if hit.cue.sets is Status.FICTION or not isinstance(hit.cue.sets, Status)
            ]  # in quotation marks behind "a film" stands its title
            touching[number] = [*kept, Found(cue, start, end, ())]
        return touching

    def _words_in_pieces(self) -> list[int]:
        piece, found = 0, []
        for token in self._said.tokens:
            while token >= self._pieces[piece].behind:
                piece += 1
            found.append(piece)
        return found

    def _limits(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Of each word the words of its clause and of its sentence, from first to before the last."""
        sentences = [self._pieces[piece].sentence for piece in self._piece_of]
        return _runs(self._piece_of), _runs(sentences)

    def _set_off(self) -> Iterator[tuple[int, Cue]]:
        """The clauses that are a link or quoted. Behind a link stands what is on that page, or so it seems."""
        sentence, linked = -1, False
        for number, piece in enumerate(self._pieces):
            if piece.sentence != sentence:
                sentence, linked = piece.sentence, piece.link
            if piece.link or linked:
                yield number, _LINK if piece.link else _BEHIND_LINK
            elif piece.quoted:
                yield number, _REPEATED if piece.repeated else _IN_MARKS

    def _spotted(self) -> Iterator[tuple[Cue, int, int]]:
        words, clauses, sentences = self._said.words, self._clause_ends, self._sentence_ends
        for number, first, behind in self._cues.spotter.spot(self._said.said):
            cue = self._cues.cues[number]
            late = (cue.opening and first - clauses[first][0] > 1) or (
                cue.first and first > sentences[first][0]
            )
            if not late:
                yield cue, first, behind
        for at, word in enumerate(words):
            if word == "?" and (at == 0 or words[at - 1] not in _MARKS):
                yield _QUESTION, at, at + 1
            elif self._cues.endings and word not in self._cues.unless:
                yield from ((cue, at, at + 1) for cue in self._ending_cues(at, word))

    def _ending_cues(self, at: int, word: str) -> Iterator[Cue]:
        ends = {word[-length:] for length in range(2, min(len(word) - 2, LONGEST_ENDING) + 1)}
        found = [cue for end in ends for cue in self._cues.endings.get(end, ())]
        longest = max(map(len, ends & self._cues.endings.keys()), default=0)
        if longest > _SHORT or (longest and self._piece_of[at] in self._showing_language):
            yield from found

    @cached_property
    def _showing_language(self) -> Set[int]:
        """The clauses that have a letter or a word of the language of such endings."""
        said = zip(self._piece_of, self._said.words, strict=True)
        found = {piece for piece, word in said if word in self._cues.signs}
        for number, piece in enumerate(self._pieces):
            start, end = self._line[piece.first].start, self._line[piece.behind - 1].end
            if not self._cues.letters.isdisjoint(self._text[start:end].lower()):
                found.add(number)
        return found

    def _hidden_out(self, spotted: Iterable[tuple[Cue, int, int]]) -> Iterator[tuple[Cue, int, int]]:
        """Without those that lie within a longer one."""
        longest: dict[type, tuple[Cue, int, int]] = {}
        for cue, first, behind in sorted(spotted, key=_outer_first):
            hiding = longest.get(type(cue.sets))
            if hiding is None or behind > hiding[2]:
                longest[type(cue.sets)] = cue, first, behind
            elif hiding[1:] != (first, behind) or hiding[0].sets is Status.STATED:
                continue
            yield cue, first, behind

    def _add(self, touching: list[list[Found]], cue: Cue, first: int, behind: int) -> None:
        low, high = (self._sentence_ends if cue.across else self._clause_ends)[first]
        if cue.onward and behind < self._sentence_ends[first][1]:
            introduced = min(behind + 1, self._sentence_ends[first][1] - 1)
            high = max(high, self._clause_ends[introduced][1])
        touched = [*range(first, behind)] if behind - first > 1 or cue.itself else []
        if cue.before:
            touched += self._until(range(behind, min(behind + cue.reach, high)), cue)
        if cue.behind:
            touched += self._until(range(first - 1, max(first - cue.reach, low) - 1, -1), cue)
        own = self._span(first, behind)
        pieces = {self._piece_of[first], *(self._piece_of[at] for at in touched)}
        for number in sorted(pieces):
            here = sorted(at for at in touched if self._piece_of[at] == number)
            own_here = sum(self._piece_of[at] == number and at not in here for at in range(first, behind))
            rest = max(0, self._sizes[number] - len(here) - own_here)
            touching[number].append(Found(cue, *own, tuple(self._span(at, at + 1) for at in here), rest))

    def _until(self, reached: Iterable[int], cue: Cue) -> Iterator[int]:
        for at in reached:
            word = self._said.words[at]
            if word in cue.ends:
                return
            if word not in _MARKS:
                yield at

    def _span(self, first: int, behind: int) -> tuple[int, int]:
        tokens_of = self._said.tokens
        return self._line[tokens_of[first]].start, self._line[tokens_of[behind - 1]].end


def _outer_first(found: tuple[Cue, int, int]) -> tuple[int, int, bool]:
    """Of two that are the same words, what is stated first."""
    cue, first, behind = found
    return first, -behind, cue.sets is not Status.STATED


def _runs(values: Sequence[int]) -> list[tuple[int, int]]:
    """Of each place from where to where the same value stands around it."""
    found: list[tuple[int, int]] = []
    for _, run in groupby(range(len(values)), key=values.__getitem__):
        places = list(run)
        found += [(places[0], places[-1] + 1)] * len(places)
    return found
