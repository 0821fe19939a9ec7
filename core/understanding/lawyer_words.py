"""What a lawyer says in their own words: the answer to an offer, and news of a visit.

To an offer: "take it", "не могу, я в суде", "істі қайтарамын".

A case is taken by words that say this and nothing else, but perhaps "well, ok". It is declined, or given back, by those that
a message begins with, up to the end of the clause: a reason may follow. A question says nothing.

Of a visit: "not let in 15:20", "пустили", "Алмалы бөліміне бара жатырмын", "приехал, не пускают".

Each clause may say a step; what else is told beside it takes nothing from it. A question says nothing.

not let in         anywhere in a clause
on the way, there  a clause begins with it, and ends there or goes on with where to; in Kazakh where to stands before it
the others         a clause is nothing else

Behind words of somebody else ("the mother says …") nothing is believed: it may be their way. That the lawyer is in, or out
again, is believed where they begin with it, or behind another step of theirs.
"""

from collections.abc import Container, Iterable, Sequence
from itertools import groupby, takewhile
from re import Match

from msgspec import Struct

from core.timeline import TimelineKind
from core.understanding.clock_resolve import groups
from core.understanding.clock_words import line_of
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence
from core.understanding.plain import Sentence, readable, tokens

LONGEST = 300  # characters of what is such an answer


def offer_said(text: str, heard: Heard, *, in_form: bool = False) -> str | None:
    """What the words do, named as the button that does it; None if they say nothing of it. A bare "no" is the answer to
    what a form asks, where one is open.
    """
    shown = readable(text).strip()
    if len(shown) > LONGEST or "?" in shown:
        return None
    said = tokens(shown)
    words = " ".join(token.text for token in said if _is_word(token.kind))
    first = " ".join(token.text for token in takewhile(lambda token: _is_word(token.kind), said))
    offers = heard.offers
    if words in offers.take or _without(offers.easily, words.split()) in offers.take:
        return "accept"
    if _asks_second(words.split(), heard):
        return "second"
    if first in offers.decline or (words in offers.no and not in_form):
        return "decline"
    return "back" if first in offers.back else None


def second_wanted(text: str, heard: Heard) -> bool:
    """Whether a clause of what is told says that a second lawyer is needed."""
    clauses = groupby(tokens(readable(text)[:LONGEST]), lambda token: _is_word(token.kind))
    return any(
        is_words and _asks_second([token.text for token in clause], heard) for is_words, clause in clauses
    )


def _asks_second(words: Sequence[str], heard: Heard) -> bool:
    return _without(heard.offers.hurried, words) in heard.offers.second


def _without(fillers: Container[str], words: Sequence[str]) -> str:
    return " ".join(word for word in words if word not in fillers)


def _is_word(kind: str) -> bool:
    return kind not in ("mark", "line")


LONGEST = 300  # characters of what is such a message
_ENDS = frozenset(",.")
_MARKS = frozenset(",.!;:\n")  # behind which another clause begins
_GOES = (TimelineKind.AT_STATION, TimelineKind.ON_MY_WAY)  # what goes on with where to
_THROUGH = (TimelineKind.ADMITTED, TimelineKind.OUT)
_WAY = (
    TimelineKind.AT_STATION,
    TimelineKind.ON_MY_WAY,
    TimelineKind.CONTACTED,
)  # of several the one that is farthest


class VisitSaid(Struct, frozen=True):
    """``when``: the words that name its time, or empty; ``more``: something else is told too."""

    act: TimelineKind
    when: str = ""
    more: bool = False


class _Clause(Struct, frozen=True):
    """Its words, the time that stands in it, and the language of the message."""

    words: Sequence[str]
    when: str
    language: str | None


def visit_said(text: str, heard: Heard, language: str | None = None) -> VisitSaid | None:
    """What the words say of a visit; None if they say nothing of it. Of several steps the one that counts."""
    clauses = _clauses(text, heard, language)
    said: list[VisitSaid] = []
    for clause in clauses:
        if any(word.startswith(heard.visits.others) for word in clause.words):
            break
        found = _step(clause, heard)
        if found is not None and (found.act not in _THROUGH or said or clause is clauses[0]):
            said.append(found)
    meant = _meant(said)
    beside = sum(bool(_without_fillers(clause.words, heard)) for clause in clauses) > 1
    return None if meant is None else VisitSaid(meant.act, meant.when, meant.more or beside)


def cannot_come(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether a clause says that its writer does not get there."""
    clauses = _clauses(text, heard, language)
    return any(heard.visits.cannot.search(_sentence(clause.words)) is not None for clause in clauses)


def _meant(said: Sequence[VisitSaid]) -> VisitSaid | None:
    """Who was not let in last is not let in, also when they are out again. Else the last step through the door counts, or
    the farthest on the way to it.
    """
    door = [step for step in said if step.act in (TimelineKind.REFUSED, TimelineKind.ADMITTED)]
    if door and door[-1].act is TimelineKind.REFUSED:
        return door[-1]
    through = [step for step in said if step.act in _THROUGH]
    if through:
        return through[-1]
    return min(said, key=lambda step: _WAY.index(step.act), default=None)


def _step(clause: _Clause, heard: Heard) -> VisitSaid | None:
    visits, said = heard.visits, _sentence(clause.words)
    refused = visits.refused.search(said)
    if refused is not None:
        rest = f"{said[: refused.start()]} {said[refused.end() :]}".split()
        return VisitSaid(TimelineKind.REFUSED, clause.when, bool(_without_fillers(rest, heard)))
    for act, phrases in (
        (TimelineKind.REFUSED, visits.denied),
        (TimelineKind.OUT, visits.out),
        (TimelineKind.ADMITTED, visits.admitted),
        (TimelineKind.AT_STATION, visits.at_station),
        (TimelineKind.ON_MY_WAY, visits.on_my_way),
        (TimelineKind.CONTACTED, visits.contacted),
    ):
        for beginning in _beginnings(clause.words, heard):
            match = phrases.match(beginning)
            behind = beginning[match.end() :].split() if match is not None else []
            if match is not None and not _without_fillers(behind, heard):
                return VisitSaid(act, clause.when)
            if match is not None and act in _GOES and behind[0] in visits.towards:
                return VisitSaid(act, clause.when, more=True)
        if act in _GOES and _goes_there(phrases.finditer(said), said, clause, heard):
            return VisitSaid(act, clause.when, more=True)
    return None


def _goes_there(matches: Iterable[Match[str]], said: Sentence, clause: _Clause, heard: Heard) -> bool:
    """Whether the clause ends with the step, and the word before it says where to."""
    endings = heard.visits.whither.get(clause.language or "", ())
    for match in matches:
        before = said[: match.start()].split()[-1:]
        whither = [word for word in before if word.endswith(endings) and word not in heard.denial.before]
        if whither and not _without_fillers(said[match.end() :].split(), heard):
            return True
    return False


def _clauses(text: str, heard: Heard, language: str | None) -> list[_Clause]:
    """Of a message that is short enough and asks nothing."""
    shown = readable(text).strip()
    if len(shown) > LONGEST or "?" in shown:
        return []
    language = guess_language(shown, heard) or language
    line = line_of(shown, heard, language)
    ends = [n for n, token in enumerate(line.tokens) if token.text in _MARKS]
    times = [group for group in groups(line) if group.clock is not None or group.ago is not None]
    found = list[_Clause]()
    for start, end in zip([0, *(n + 1 for n in ends)], [*ends, len(line.tokens)], strict=True):
        if start == end:
            continue
        first, last = line.tokens[start].start, line.tokens[end - 1].end
        time = next((group for group in times if start <= group.start and group.end <= end), None)
        when, parts = "", [shown[first:last]]
        if time is not None:  # what stands before it and behind it are clauses of their own
            begins, ends_at = line.tokens[time.start].start, line.tokens[time.end - 1].end
            when, parts = shown[begins:ends_at], [shown[first:begins], shown[ends_at:last]]
        for part in parts:
            words = [word for word in heard_sentence(part, heard, language).split() if word not in _ENDS]
            found += [_Clause(words, when, language)] if words else []
    return found


def _beginnings(words: Sequence[str], heard: Heard) -> list[Sentence]:
    """The clause, and what is left without each of the words before it that say nothing."""
    first = next((n for n, word in enumerate(words) if word not in heard.visits.fillers), len(words))
    return [_sentence(words[n:]) for n in range(min(first + 1, len(words)))]


def _without_fillers(words: Iterable[str], heard: Heard) -> list[str]:
    return [word for word in words if word not in heard.visits.fillers]


def _sentence(words: Sequence[str]) -> Sentence:
    return Sentence(f" {' '.join(words)} ")
