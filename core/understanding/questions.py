"""What somebody asks: a question about us or about a case, told by few groups of words and not by sentences.

A topic is heard where a word of each of its groups stands in the sentence, in any order (``question_topics.py``).
``ASKS`` is the sign of a question: its mark, a question word or particle, or a sentence that begins as questions do.
What says that something is not known ("I don't know where he is") asks nothing.
"""

import re
from collections.abc import Iterator, Sequence

from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable
from core.understanding.question_topics import ASKS, EITHER, HOW, MEMBER_TOPICS, TERM, TOPICS
from core.vocabulary import Role

DELETE, WAS_CLOSED = "delete", "was_closed"
SKIP = "skip"  # what may be left out of a report, which forbids nothing
ASKED = "asked"  # the topic of a question without any other
_LEADS = 3  # words that may stand before a beginning: "hello, so is …"
_FILLERS = frozenset({"advice", "next", "status"})
_SHORT = 3  # words of "what to do"
_NEAR = 2  # words in which the infinitive stands behind "how"
_SUBJECT = 2  # words in which somebody is named: "my husband"
_PART = re.compile(r"(^|[.,?])([^.,?]*)")
_CLAUSE = re.compile(r"[^.!?…;,\n]+[.!?…;,\n]*")


def topic_of(said: str, heard: Heard) -> str | None:
    """The topic of what is asked first; ``ASKED`` for a question without one; None where nothing is asked."""
    said = said if isinstance(said, Sentence) else Sentence(said)
    topics = topics_of(said, heard)
    if topics:
        return topics[0]
    return ASKED if begins_as_question(said, heard) else None


def topics_of(said: str, heard: Heard) -> list[str]:
    """The topics of all that is asked, each once: those of the parts, or of the whole, which may know more than one part."""
    said = said if isinstance(said, Sentence) else Sentence(said)
    whole, groups = _topic_and_groups(said, heard)
    if whole is None:
        return []
    parts = [(part, _topic(Sentence(part), heard)) for part in _asking_parts(said, heard)]
    asked = [topic for part, topic in parts if topic is not None and not _is_filler(part, topic)]
    found = list(dict.fromkeys(asked))
    knows_more = not heard.asked.about.keys().isdisjoint(
        groups
    )  # a rare word may stand in a part that asks nothing
    return [whole] if len(found) < 2 and (knows_more or not found) else found


def member_topic_of(said: str, role: Role, heard: Heard) -> str | None:
    """What a member of this role asks about their work; None for all else."""
    there = _groups_in(said, heard)
    rows = (topic for topic in MEMBER_TOPICS if role in topic.by)
    return next((topic.name for topic in rows if there.issuperset(topic.groups)), None)


def _groups_in(said: str, heard: Heard) -> set[str]:
    known = (heard.questions.groups, heard.asked.about)
    there = {group for groups in known for group, phrases in groups.items() if mentions(phrases, said)}
    if asks(said, heard):
        there.add(ASKS)
    if mentions(heard.court.terms, said):
        there.add(TERM)
    for mark, words in ((EITHER, heard.members.either), (HOW, heard.asked.how)):
        if not words.isdisjoint(said.split()):
            there.add(mark)
    return there


def _is_filler(part: str, topic: str) -> bool:
    """ "What now?" behind something else that is asked."""
    return topic in _FILLERS and len(part.split()) <= _SHORT


def _topic(said: str, heard: Heard) -> str | None:
    return _topic_and_groups(said, heard)[0]


def _topic_and_groups(said: str, heard: Heard) -> tuple[str | None, tuple[str, ...]]:
    there = _groups_in(said, heard)
    own_act = ASKS not in there and mentions(
        heard.turns.leaving, said
    )  # who deletes it themselves wants nothing of us
    fitting = (row for row in TOPICS if there.issuperset(row[1]))
    return next((row for row in fitting if not (own_act and row[0] == DELETE)), (None, ()))


def _asking_parts(said: str, heard: Heard) -> Iterator[str]:
    """The parts of a sentence, cut at commas and before "and when", "а кто"; each with its mark of a question."""
    part: list[str] = []
    words = said.split()
    for n, word in enumerate(words, start=1):
        joins = bool(part) and word in heard.questions.joins and _begins_within(words[n : n + _LEADS], heard)
        if joins or word in (",", "."):
            yield f" {' '.join(part)} "
            part = []
        if word not in (",", "."):
            part.append(word)
    yield f" {' '.join(part)} "


def _begins_within(words: Sequence[str], heard: Heard) -> bool:
    return not heard.questions.opens.isdisjoint(words)


def asks(said: str, heard: Heard) -> bool:
    """Whether there is any sign of a question."""
    if " ? " in said:
        return True
    said = _without_clauses_of_places(said, heard)
    known = heard.turns.pleads.sub(" ,", heard.questions.unknown.sub(" ,", said))
    asking = (heard.questions.asks, heard.questions.signs, heard.asked.signs, heard.turns.whether_alive)
    words = known.split()
    glued = any(word.endswith(heard.questions.glued) for word in words)
    wanted = any(mentions(phrases, known) for phrases in asking)
    return glued or wanted or _asks_how(words, heard) or _begins(known, heard)


def _asks_how(words: Sequence[str], heard: Heard) -> bool:
    """Whether an infinitive stands behind "how", or behind whom it is for: «как мне разъединить»."""
    return any(
        word in heard.asked.how
        and any(near.endswith(heard.asked.infinitives) for near in words[n : n + _NEAR])
        for n, word in enumerate(words, start=1)
    )


def asks_how_to(said: str, heard: Heard) -> bool:
    """Whether a Kazakh clause asks what its writer is to do, wherever its question word stands: «мені өткізбей қойса қай
    батырманы басам».
    """
    words = said.replace(",", " ").replace(".", " ").split()
    is_mine = len(words) > 1 and words[-1].endswith(heard.asked.mine)
    return is_mine and not heard.questions.opens.isdisjoint(words) and asks(said, heard)


def asks_about_closing(text: str, heard: Heard) -> bool:
    """Whether a question has a clause that says that something was closed, and nothing of anybody."""
    if not asks(heard_sentence(readable(text), heard), heard):
        return False
    of_somebody = heard.who.him | heard.people.kin
    clauses = [heard_sentence(readable(clause), heard) for clause in _CLAUSE.findall(text)]
    return any(
        mentions(heard.asked.about[WAS_CLOSED], said) and of_somebody.isdisjoint(said.split())
        for said in clauses
    )


def begins_as_question(said: str, heard: Heard) -> bool:
    """Whether a sentence has the mark of a question, a word that only asks, or begins or ends with one that may."""
    if " ? " in said:
        return True
    if mentions(heard.questions.unknown, said) or mentions(heard.questions.tells, said):
        return False
    if mentions(heard.questions.signs, said):
        return True
    said = heard.turns.pleads.sub(" ,", said)
    return any(
        _begins_asking(words, heard) or (len(words) > 1 and words[-1] in heard.questions.ends)
        for words in _parts_of_their_own(said, heard)
    )


def _begins(said: str, heard: Heard) -> bool:
    """Whether any part begins as questions do, or ends so."""
    parts = [words for _, words in _parts(said)]
    ends = any(len(words) > 1 and words[-1] in heard.asked.ends for words in parts)
    return ends or any(_begins_asking(words, heard) for words in parts)


def _without_clauses_of_places(said: str, heard: Heard) -> str:
    """Without what only says which place was just named: "near the hotel, where deputies met people"."""
    kept: list[str] = []
    before: list[str] = []
    for part in _PART.finditer(said):
        words = part[2].split()
        says_which = part[1] == "," and len(words) > 1 and _says_of_place(before, words, heard)
        kept.append(" , " if says_which else part[0])
        before = words
    return "".join(kept)


def _says_of_place(before: Sequence[str], words: Sequence[str], heard: Heard) -> bool:
    """Whether a clause is about the place before it, and not about where somebody is."""
    where = mentions(heard.questions.groups["where"], f" {words[0]} ")
    return (
        where and mentions(heard.told.spots, f" {' '.join(before)} ") and not _of_somebody(words[1:], heard)
    )


def _of_somebody(words: Sequence[str], heard: Heard) -> bool:
    """Whether what stands behind "where" begins with those who are looked for, or with us: "he is held", "my husband"."""
    nearest, groups = words[:_SUBJECT], heard.questions.groups
    told = heard.who.him | heard.people.kin
    us = (mentions(groups[of], f" {' '.join(nearest)} ") for of in ("you", "lawyer"))
    return words[0] in heard.questions.opens or not told.isdisjoint(nearest) or any(us)


def _begins_asking(words: Sequence[str], heard: Heard) -> bool:
    for word in words[: _LEADS + 1]:
        if word in heard.questions.opens:
            return len(words) > 1
        if word not in heard.questions.leads:
            return False
    return False


def _parts_of_their_own(said: str, heard: Heard) -> Iterator[list[str]]:
    """The parts of a sentence without those that may only say more of the part before: "the hotel, where they met"."""
    for is_behind_comma, words in _parts(said):
        if not (is_behind_comma and words and words[0] in heard.questions.ends):
            yield words


def _parts(said: str) -> Iterator[tuple[bool, list[str]]]:
    for part in _PART.finditer(said):
        yield part[1] == ",", part[2].split()


def without_questions(text: str, heard: Heard) -> tuple[str, str]:
    """The clauses of a text that tell something, and those that ask."""
    told: list[str] = []
    asked: list[str] = []
    pointed = False
    for clause in _CLAUSE.findall(text):
        said = heard_sentence(readable(clause), heard)
        words = said.replace(",", " ").split()
        (asked if asks(said, heard) and not pointed else told).append(clause)
        pointed = bool(words) and clause.rstrip().endswith(",") and words[-1] in heard.questions.pointing
    return "".join(told).strip(" ,"), "".join(asked).strip(" ,")
