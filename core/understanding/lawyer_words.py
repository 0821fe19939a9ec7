"""What a lawyer says in their own words: the answer to an offer, and news of a visit.

To an offer: "take it", "не могу, я в суде", "істі қайтарамын".

A case is taken by words that say this and nothing else, but perhaps "well, ok". It is declined, or given back, by those that
a message begins with, up to the end of the clause: a reason may follow. A question says nothing.

Of a visit: "not let in 15:20", "пустили", "Алмалы бөліміне бара жатырмын", "приехал, не пускают".

Each clause may say a step; what else is told beside it takes nothing from it. A question says nothing. Bad news is believed
on suspicion: a lawyer who is kept out is at the door, no matter what else they write.

kept out           anywhere in a clause, in any words: not let in, made to wait, no such person, come tomorrow, door locked
on the way, there  a clause begins with it, and ends there or goes on with where to; in Kazakh where to stands before it
the others         a clause is nothing else

Behind words of somebody else ("the mother says …") nothing is believed: it may be their way. That the lawyer is in, or out
again, is believed where they begin with it, or behind another step of theirs.
"""

import re
from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from itertools import groupby, takewhile
from re import Match

from msgspec import Struct

from core.timeline import TimelineKind
from core.understanding.clock_resolve import groups
from core.understanding.clock_words import line_of
from core.understanding.flags import understand_flags
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import mentions, says
from core.understanding.plain import Sentence, readable, tokens
from core.understanding.questions import asks, without_questions

LONGEST = 300  # characters of what is an answer, or a step on the way
READ = 1000  # characters in which bad news is looked for


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


_SENTENCES = re.compile(r"[^.!?\n]+[.!?]*")
_ENDS = frozenset(",.")
_MARKS = frozenset(",.!?;:\n")  # behind which another clause begins
_ENDINGS = _MARKS - {","}  # of a sentence
_TAG = 2  # words that only ask whether it is so
_GOES = (TimelineKind.AT_STATION, TimelineKind.ON_MY_WAY)  # what goes on with where to
_THROUGH = (TimelineKind.ADMITTED, TimelineKind.OUT)
_WAY = (
    TimelineKind.AT_STATION,
    TimelineKind.ON_MY_WAY,
    TimelineKind.CONTACTED,
)  # of several the one that is farthest


class VisitSaid(Struct, frozen=True):
    """``when``: the words that name its time, or empty; ``more``: something else is told too; ``there``: when they expect to
    be there (UTC), if they say it.
    """

    act: TimelineKind
    when: str = ""
    more: bool = False
    there: datetime | None = None


class Clause(Struct, frozen=True):
    """Its words, the time that stands in it, and the language of the message. ``whole``: with the time; ``asked``: it is a
    question, or asks what the law is.
    """

    words: Sequence[str]
    when: str
    language: str | None
    whole: Sentence
    asked: bool


def visit_said(text: str, heard: Heard, language: str | None = None) -> VisitSaid | None:
    """What the words say of a visit; None if they say nothing of it. Of several steps the one that counts.

    That a lawyer is kept out is believed of a clause of any message. A step on the way is not, where it is told of an
    official.
    """
    clauses, steps = clauses_of(text, heard, language), len(readable(text).strip()) <= LONGEST
    said: list[VisitSaid] = []
    for clause in clauses:
        if is_of_others(clause, heard):
            break
        steps = steps and not any(word.startswith(heard.kept_out.officials) for word in clause.words)
        found = None if clause.asked else _refusal(clause, heard)
        if found is None and steps and not clause.asked:
            found = _step(clause, heard)
        if found is not None and (found.act not in _THROUGH or said or clause is clauses[0]):
            said.append(found)
    meant = _meant(said)
    beside = sum(bool(_without_fillers(clause.words, heard)) for clause in clauses) > 1
    return None if meant is None else VisitSaid(meant.act, meant.when, meant.more or beside)


def cannot_come(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether a clause says that its writer does not get there."""
    return any(
        not clause.asked and not is_of_others(clause, heard) and mentions(heard.members.cannot, clause.whole)
        for clause in clauses_of(text, heard, language)
    )


def stand_in_wanted(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether a clause asks for somebody in its writer's place."""
    return any(mentions(heard.members.stand_in, clause.whole) for clause in clauses_of(text, heard, language))


def is_of_others(clause: Clause, heard: Heard) -> bool:
    """Whether it may be somebody else's way."""
    return any(word.startswith(heard.visits.others) for word in clause.words)


def is_of_writer(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether a message is short, asks nothing, and tells of nobody else who may be on their way."""
    others = heard.kept_out.officials
    clauses = clauses_of(text, heard, language)
    named = any(word.startswith(others) for clause in clauses for word in clause.words)
    return _is_calm(text) and not named and not any(is_of_others(clause, heard) for clause in clauses)


def relay_wanted(text: str, heard: Heard) -> bool:
    """Whether those who told us of it, or their people, are to be asked or told something; a question may be for them."""
    if readable(text).strip().endswith("?"):
        return True
    return names_family(text, heard) and mentions(
        heard.members.relays, heard_sentence(readable(text)[:READ], heard)
    )


def names_family(text: str, heard: Heard) -> bool:
    """Whether those who told us of it, or their people, are named."""
    said = heard_sentence(readable(text)[:READ], heard)
    return any(word.startswith(heard.members.family) for word in said.split())


def asks_beside(text: str, heard: Heard) -> bool:
    """Whether something is asked in words of a visit, or is to be told: it may be for the family."""
    return relay_wanted(text, heard) or bool(without_questions(text, heard)[1])


def harm_told(text: str, heard: Heard) -> bool:
    """Whether they write of violence, of somebody ill, or of a forced signature. What they only ask does not count."""
    said = readable(text)[:READ]
    told = " ".join(part for part in _SENTENCES.findall(said) if not part.endswith("?"))
    hurt = "injured" in understand_flags(told, heard)
    tables, line = (heard.later.ill, heard.turns.signing), heard_sentence(told, heard)
    return hurt or any(says(table, line, heard.denial) for table in tables)


def is_lost(text: str, heard: Heard) -> bool:
    """Whether they write that nobody knows where somebody is, or that a home is empty, or was broken open."""
    told = [part for part in _SENTENCES.findall(readable(text)[:READ]) if not part.endswith("?")]
    return mentions(heard.members.vanished, heard_sentence(" ".join(told), heard).replace(" ,", ""))


def is_no_reason(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether words are plainly not why somebody opens a case: they ask, or say how far the writer is, and nothing else."""
    said = visit_said(text, heard, language)
    on_the_way = said is not None and not said.more and said.act is not TimelineKind.REFUSED
    return on_the_way or readable(text).strip().endswith("?")


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


def _refusal(clause: Clause, heard: Heard) -> VisitSaid | None:
    """That they are kept out, in any words; those that are not of the button are noted as they are."""
    said = _sentence(clause.words)
    refused = heard.visits.refused.search(said)
    if _is_of_going_free(clause, heard):
        return None
    if refused is not None and not _is_supposed(said, refused, heard):
        rest = f"{said[: refused.start()]} {said[refused.end() :]}".split()
        return VisitSaid(TimelineKind.REFUSED, clause.when, bool(_without_fillers(rest, heard)))
    for beginning in beginnings(clause.words, heard):
        denied = heard.visits.denied.match(beginning)
        if denied is not None and not _without_fillers(beginning[denied.end() :].split(), heard):
            return VisitSaid(TimelineKind.REFUSED, clause.when)
    kept = heard.kept_out
    for phrases in (kept.waiting, kept.later):  # their time is not that of the refusal
        if _says(phrases, clause.whole, heard):
            return VisitSaid(TimelineKind.REFUSED, more=True)
    for phrases in (
        kept.passing,
        kept.nobody_there,
        kept.no_lawyers,
        kept.closed,
        kept.no_meeting,
        kept.papers,
        kept.sent_away,
    ):
        if _says(phrases, clause.whole, heard):
            return VisitSaid(TimelineKind.REFUSED, clause.when, more=True)
    return None


def _is_of_going_free(clause: Clause, heard: Heard) -> bool:
    """Whether it is who is held that is not let go; "not let go in" is the writer."""
    words = clause.words
    found = [at for at, word in enumerate(words) if word in heard.members.go_free]
    return bool(found) and heard.visits.towards.isdisjoint(words[found[-1] + 1 :])


def _says(phrases: PhraseTable, said: Sentence, heard: Heard) -> bool:
    match = phrases.search(said)
    return match is not None and not _is_supposed(said, match, heard)


def _is_supposed(said: Sentence, match: Match[str], heard: Heard) -> bool:
    return not heard.denial.supposed.isdisjoint(said[: match.start()].split())


def _step(clause: Clause, heard: Heard) -> VisitSaid | None:
    visits, said = heard.visits, _sentence(clause.words)
    for act, phrases in (
        (TimelineKind.OUT, visits.out),
        (TimelineKind.ADMITTED, visits.admitted),
        (TimelineKind.AT_STATION, visits.at_station),
        (TimelineKind.ON_MY_WAY, visits.on_my_way),
        (TimelineKind.CONTACTED, visits.contacted),
    ):
        for beginning in beginnings(clause.words, heard):
            match = phrases.match(beginning)
            behind = beginning[match.end() :].split() if match is not None else []
            if match is not None and not _without_fillers(behind, heard):
                return VisitSaid(act, clause.when)
            if match is not None and act in _GOES and behind[0] in visits.towards:
                return VisitSaid(act, clause.when, more=True)
        if act in _GOES and _goes_there(phrases.finditer(said), said, clause, heard):
            return VisitSaid(act, clause.when, more=True)
    return None


def _goes_there(matches: Iterable[Match[str]], said: Sentence, clause: Clause, heard: Heard) -> bool:
    """Whether the clause ends with the step, and the word before it says where to."""
    endings = heard.visits.whither.get(clause.language or "", ())
    for match in matches:
        before = said[: match.start()].split()[-1:]
        whither = [word for word in before if word.endswith(endings) and word not in heard.denial.before]
        if whither and not _without_fillers(said[match.end() :].split(), heard):
            return True
    return False


def _is_calm(text: str) -> bool:
    """Short enough to be a step, and asks nothing."""
    shown = readable(text).strip()
    return len(shown) <= LONGEST and "?" not in shown


def clauses_of(text: str, heard: Heard, language: str | None) -> list[Clause]:
    """Of the beginning of a message."""
    shown = readable(text).strip()[:READ]
    language = guess_language(shown, heard) or language
    line = line_of(shown, heard, language)
    ends = [n for n, token in enumerate(line.tokens) if token.text in _MARKS]
    times = [group for group in groups(line) if group.clock is not None or group.ago is not None]
    found = list[Clause]()
    for start, end in zip([0, *(n + 1 for n in ends)], [*ends, len(line.tokens)], strict=True):
        if start == end:
            continue
        first, last = line.tokens[start].start, line.tokens[end - 1].end
        time = next((group for group in times if start <= group.start and group.end <= end), None)
        when, parts = "", [shown[first:last]]
        if time is not None:  # what stands before it and behind it are clauses of their own
            begins, ends_at = line.tokens[time.start].start, line.tokens[time.end - 1].end
            when, parts = shown[begins:ends_at], [shown[first:begins], shown[ends_at:last]]
        whole = _sentence(_words(shown[first:last], heard, language))
        asked = _is_asked([token.text for token in line.tokens[end:]]) or _is_of_law(whole, heard)
        for part in parts:
            words = _words(part, heard, language)
            found += [Clause(words, when, language, whole, asked)] if words else []
    return found


def _is_asked(behind: Sequence[str]) -> bool:
    """Whether the mark of a question ends the clause, or two words at most stand between: "let in, yes?"."""
    words = list(takewhile(lambda text: text not in _ENDINGS, behind))
    return "?" in behind[len(words) :][:1] and sum(text not in _MARKS for text in words) <= _TAG


def _is_of_law(said: Sentence, heard: Heard) -> bool:
    """Whether it asks what the law is, not what happens."""
    return mentions(heard.members.of_law, said) and asks(said, heard)


def _words(part: str, heard: Heard, language: str | None) -> list[str]:
    return [word for word in heard_sentence(part, heard, language).split() if word not in _ENDS]


def beginnings(words: Sequence[str], heard: Heard) -> list[Sentence]:
    """The clause, and what is left without each of the words before it that say nothing."""
    first = next((n for n, word in enumerate(words) if word not in heard.visits.fillers), len(words))
    return [_sentence(words[n:]) for n in range(min(first + 1, len(words)))]


def _without_fillers(words: Iterable[str], heard: Heard) -> list[str]:
    return [word for word in words if word not in heard.visits.fillers]


def _sentence(words: Sequence[str]) -> Sentence:
    return Sentence(f" {' '.join(words)} ")
