"""Who is rung by words, as far as it hangs on how they are said. Nothing here hangs on what they tell.

possible   somebody may be in need: a coordinator is rung within a minute, and again until one has read it
chatter    all of it asks us something, greets, laughs or jokes, and no sign of anybody in need is in it; or it is behind a
           film or a joke: two sounds an hour for all chatter
idle       a film, a joke, a link with no more than "look at this": it can be read, and makes no sound

What happens to somebody is lawyers' where it is stated; where it is only asked ("people got arrested, anybody confirm?"),
and of nobody of the writer's own, it is *possible*: a person reads it first. Of somebody with a name that is so where it is
asked whether it happened, as by who wants to learn what we know; "why was he taken?" tells that he was. So is an officer who
was hurt.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby, pairwise

from msgspec.structs import replace

from core.conversation.everyday import is_unclear
from core.intake.cues import Clause, Cues, Found, Status, Whose, read_clauses
from core.understanding import Understood
from core.understanding.guesses import Guesses
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence, heard_tokens
from core.understanding.phrases import mentions
from core.understanding.plain import plain, readable, tokens

_INVENTED = frozenset({Status.FICTION, Status.LINK})
_TOLD = frozenset({Status.STATED, Status.SUPPOSED, Status.QUOTED})
_SIGNS = ".,;:!?…()-—"
SMALL_TALK = frozenset({"spam", "hello", "thanks", "robot", "who"})  # wishes of somebody who is in no need
_POINTING = 3  # words beside a link that only say: look at it
_TITLE = 2  # words of a clause that only says what comes: "a joke: …", «комедия "…"»


class Weight(IntEnum):
    """See above."""

    IDLE = 0
    CHATTER = 1
    POSSIBLE = 2


def is_idle(clauses: Sequence[Clause], told: Understood, *, names_police: bool) -> bool:
    """Whether it rings nobody. Where an arrest is spoken of, each clause says by itself that it is invented."""
    if not _is_invented(clauses, told):
        return not names_police and _only_points(clauses, told)
    return not (told.denied or told.happening) or all(
        _says_so(clause) or (_says_so(before) and len(before.text.split()) <= _TITLE)
        for before, clause in pairwise((clauses[0], *clauses))
    )


def _says_so(clause: Clause) -> bool:
    return any(hit.cue.sets in _INVENTED and clause.start <= hit.start < clause.end for hit in clause.cues)


def _is_invented(clauses: Sequence[Clause], told: Understood) -> bool:
    """Whether all of it is, or only a link: "not a joke" and what is told of somebody known are meant."""
    denied = any(hit.cue.sets is Status.DENIED for clause in clauses for hit in clause.cues)
    meant = denied or told.link not in (None, "witness")
    return bool(clauses) and not meant and all(clause.rings in _INVENTED for clause in clauses)


def _only_points(clauses: Sequence[Clause], told: Understood) -> bool:
    """Whether a link is all there is, but for words that point to it: "watch this", «зацени видео»."""
    beside = [clause for clause in clauses if clause.rings is not Status.LINK]
    few = sum(len(clause.text.split()) for clause in beside) <= _POINTING
    of_us = any(clause.whose in (Whose.REPORTER, Whose.COMPANION) for clause in beside)  # «нас валят»
    return few and len(beside) < len(clauses) and not of_us and not _has_sign(told)


def _has_sign(told: Understood) -> bool:
    """Whether anything in it may be of somebody in need."""
    sign = told.happening or told.summons or told.denied or told.foreign
    return sign or bool(told.link or told.flags or told.people or told.contact or told.situation)


def weight_of(
    clauses: Sequence[Clause], told: Understood, *, names_police: bool, is_question: bool = False
) -> Weight:
    """Of words that tell nothing for sure. ``is_question``: their writer says that they ask, and that nobody is held."""
    if is_idle(clauses, told, names_police=names_police):
        return Weight.IDLE
    if _is_invented(clauses, told):
        return Weight.CHATTER
    asks = is_question or (bool(clauses) and all(clause.rings is Status.ASKED for clause in clauses))
    is_small_talk = told.intent in SMALL_TALK and told.place is None
    sign = names_police or _has_sign(told)
    return Weight.CHATTER if (asks or is_small_talk) and not sign else Weight.POSSIBLE


def as_said(
    told: Understood, text: str, cues: Cues, heard: Heard, read: Callable[[str], Understood]
) -> Understood:
    """What the words tell, less what is invented, only linked, or only asked of people who are not the writer's own. What a
    sentence states is read by itself, so that no question behind it takes it away.
    """
    if not (told.happening or told.seeks):
        return told
    shown = readable(text)
    clauses = read_clauses(shown, cues)
    if _is_invented(clauses, told):
        return _unsaid(told)
    if not told.happening or told.link is not None:
        return told
    asked = [clause for clause in clauses if clause.rings is Status.ASKED]
    if asked:
        if any(spoken(plain(token.text)) in heard.people.kin for token in tokens(shown)):
            return told
        if _is_named(told):
            known = read(_taken_for_known(shown, asked, heard))
            if known.happening:
                return replace(told, situation=told.situation or known.situation)
        rest = ". ".join(_stated(shown, clauses))
        if rest and read(rest).happening:
            return told
        return replace(_unsaid(told), guesses=Guesses(people=told.people or told.guesses.people))
    only_hurt = told.alarms == {"injured"} and told.people is None and not told.guessed
    return _unsaid(told) if only_hurt and any(clause.whose is Whose.OFFICER for clause in clauses) else told


def tells_beside(text: str, cues: Cues, heard: Heard, read: Callable[[str], Understood]) -> bool:
    """Whether words that ask us something state something too, or ask of what has happened why it did: nobody answers that
    but a person.
    """
    shown = readable(text)
    clauses = read_clauses(shown, cues, heard_tokens(shown, heard))
    if _is_invented(clauses, Understood()):
        return False
    said = (clause.text for clause in clauses if clause.rings in _TOLD and not clause.text.endswith("?"))
    return any(_may_tell(part, cues, read) for part in said) or asks_of_known(shown, clauses, heard, read)


def asks_of_known(
    text: str, clauses: Iterable[Clause], heard: Heard, read: Callable[[str], Understood]
) -> bool:
    """Whether it asks why or how something happened to somebody, which it then did."""
    return read(_taken_for_known(text, clauses, heard)).happening


def _may_tell(said: str, cues: Cues, read: Callable[[str], Understood]) -> bool:
    """Whether a clause by itself tells of anybody, as far as anybody knows."""
    told = read(said)
    happens = told.happening or told.summons or told.situation is not None
    return happens or is_unclear(told, said) or may_be_short_cry(told, said, cues)


def _taken_for_known(text: str, clauses: Iterable[Clause], heard: Heard) -> str:
    """What is asked about as known, without the word that asks why, where or how: that it happened is not asked."""
    said = []
    for clause in clauses:
        asking = [hit for hit in clause.cues if _takes_for_known(hit, text, heard)]
        if asking:
            first = min(asking, key=lambda hit: hit.start)
            before = text[clause.start : max(clause.start, first.start)]
            behind = text[min(clause.end, max(clause.start, first.end)) : clause.end]
            said.append(f"{before}{behind}".strip(" ?"))
    return ". ".join(filter(None, said))


def _takes_for_known(hit: Found, text: str, heard: Heard) -> bool:
    if hit.cue.sets is not Status.ASKED or not hit.cue.before or hit.cue.across:
        return False
    asking, groups = heard_sentence(text[hit.start : hit.end], heard), heard.questions.groups
    return any(
        mentions(row, asking) for row in (heard.asked.about["what_for"], groups["charge"], groups["when"])
    )


def _is_named(told: Understood) -> bool:
    """Whether it tells a name of who may be held, proven or not: the writer knows them."""
    people = [counted for counted in (told.people, told.guesses.people) if counted is not None]
    return any(counted.names for counted in people)


def _stated(text: str, clauses: Sequence[Clause]) -> Iterator[str]:
    """What is not asked; clauses that stand side by side stay one sentence."""
    for is_asked, run in groupby(clauses, key=lambda clause: clause.rings is Status.ASKED):
        if not is_asked:
            side_by_side = list(run)
            yield text[side_by_side[0].start : side_by_side[-1].end]


def _unsaid(told: Understood) -> Understood:
    """It is spoken of, and nobody is said to be held: the place stays, to be shown to who reads it."""
    return replace(
        told,
        situation=None,
        happening=False,
        ongoing=None,
        guessed=False,
        denied=True,
        people=None,
        flags=frozenset(),
        intent=None,
        seeks=None,
        sought=(),
        guesses=Guesses(),
    )


A_SENTENCE = 2  # words


def may_be_short_cry(told: Understood, text: str, cues: Cues) -> bool:
    """Whether two words may tell what is done to somebody: "they strike", «нас валят», «оны соқты»."""
    words = [word.strip(_SIGNS) for word in plain(readable(text)).split()]
    known = told.place or told.contact or told.moment or told.link or told.situation or told.intent
    if len(words) != A_SENTENCE or known or (told.people is not None and told.people.names):
        return False
    return any(word.partition("'")[0] in cues.persons for word in words)
