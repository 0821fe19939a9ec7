"""A member's way and visit by its verbs in the first person: "he is at station two, I go there", «мы зашли с мамой».

Verbs that only the writer can be meant by count anywhere in a clause, the others as its beginning. What is asked, planned or
supposed is no step. Somebody of the family may be with them.
"""

from collections.abc import Sequence

from core.timeline import TimelineKind
from core.understanding.heard import Heard
from core.understanding.lawyer_words import LONGEST, Clause, VisitSaid, beginnings, clauses_of
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable

WITH = 2  # words before somebody of the family
_DOOR = (TimelineKind.REFUSED, TimelineKind.ADMITTED)


def own_step(text: str, heard: Heard, language: str | None = None) -> VisitSaid | None:
    """The last step at a door, else the farthest on the way to it."""
    if len(readable(text).strip()) > LONGEST:
        return None
    acts = []
    for clause in clauses_of(text, heard, language):
        act = _act_in(clause, heard)
        if act is None and _is_told_of_others(clause, heard):
            break  # what follows may be their words
        acts += [act] if act is not None else []
    door = [act for act in acts if act in _DOOR]
    if door:
        return VisitSaid(door[-1], more=True)
    at_door = TimelineKind.AT_STATION in acts
    act = TimelineKind.AT_STATION if at_door else TimelineKind.ON_MY_WAY
    return VisitSaid(act, more=True) if acts else None


def rings_told(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether the writer telephones about it: nothing of a visit, and yet they are at work."""
    return any(
        not clause.asked and not _is_told_of_others(clause, heard) and _rings_now(clause.whole, heard)
        for clause in clauses_of(text, heard, language)
    )


def _act_in(clause: Clause, heard: Heard) -> TimelineKind | None:
    if clause.asked:
        return None
    members, said = heard.members, clause.whole
    kept = members.kept.search(said)
    if kept is not None and heard.denial.supposed.isdisjoint(said[: kept.start()].split()):
        return TimelineKind.REFUSED
    if mentions(members.planned, said):
        return None
    tables: Sequence[tuple[TimelineKind, PhraseTable, PhraseTable]] = (
        (TimelineKind.ADMITTED, members.inside, members.entered),
        (TimelineKind.AT_STATION, members.standing, members.arrived),
        (TimelineKind.ON_MY_WAY, members.going, members.gone),
    )
    for act, anywhere, beginning in tables:
        begins = any(beginning.match(part) is not None for part in beginnings(clause.words, heard))
        if (begins or mentions(anywhere, said)) and not _is_told_of_others(clause, heard):
            return act
    return None


def _is_told_of_others(clause: Clause, heard: Heard) -> bool:
    """Whether it names somebody of the family who is not with the writer."""
    words = clause.words
    return any(
        heard.members.with_whom.isdisjoint((*words[max(0, n - WITH) : n], *words[n + 1 : n + 2]))
        for n, word in enumerate(words)
        if word.startswith(heard.visits.others)
    )


def _rings_now(said: Sentence, heard: Heard) -> bool:
    rings, planned = heard.members.rings.search(said), heard.members.planned.search(said)
    return rings is not None and (planned is None or rings.start() <= planned.start())
