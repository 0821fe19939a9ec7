"""What somebody asks: a question about us or about a case, told by few groups of words and not by sentences.

A topic is heard where a word of each of its groups stands in the sentence, in any order. ``ASKS`` is the sign of a question:
its mark, a question word or particle, or a sentence that begins as questions do. What says that something is not known
("I don't know where he is") asks nothing.
"""

import re
from collections.abc import Iterator, Sequence

from core.understanding.heard import QUESTION_GROUPS, Heard
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable

ASKS = "asks"
ASKED = "asked"  # the topic of a question without any other
_LEADS = 3  # words that may stand before a beginning: "hello, so is …"
_CLAUSE = re.compile(r"[^.!?…;,\n]+[.!?…;,\n]*")

# Topic, and the groups of which each is needed; the first that fits counts.
TOPICS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("delete", ("erase", "written")),
    ("delete", ("erase", ASKS)),
    ("law", ("howlong", "hold", "may", ASKS)),
    ("law", ("hold", "may", ASKS)),
    ("hearing", ("court", "when", ASKS)),
    ("release", ("release", ASKS)),
    ("hearing", ("court", ASKS)),
    ("publish", ("publish", ASKS)),
    ("reads", ("who", "reads", ASKS)),
    ("reads", ("sees", "written", ASKS)),
    ("safe", ("safe", ASKS)),
    ("safe", ("write", "harm", ASKS)),
    ("advice", ("fine", ASKS)),
    ("free", ("price", ASKS)),
    ("anyone", ("anyone",)),
    ("howlong", ("when", "lawyer", ASKS)),
    ("howlong", ("when", "comes", ASKS)),
    ("howlong", ("howlong", "wait", ASKS)),
    ("comes", ("who", "comes", ASKS)),
    ("comes", ("who", "lawyer", ASKS)),
    ("comes", ("sex", "lawyer", ASKS)),
    ("comes", ("anybody", "comes", ASKS)),
    ("comes", ("lawyer", "comes", ASKS)),
    ("status", ("lawyer", "where", ASKS)),
    ("where", ("where", "person", ASKS)),
    ("where", ("where", "hold", ASKS)),
    ("where", ("where", "taken", ASKS)),
    ("condition", ("person", "well", ASKS)),
    ("status", ("news",)),
    ("covers", ("work", "you", ASKS)),
    ("status", ("lawyer", "says", ASKS)),
    ("advice", ("acts", ASKS)),
    ("advice", ("duty", "deeds", ASKS)),
)
assert {group for _, groups in TOPICS for group in groups} <= {ASKS, *QUESTION_GROUPS}


def topic_of(said: str, heard: Heard) -> str | None:
    """The topic of what is asked; ``ASKED`` for a question without one; None where nothing is asked."""
    said = said if isinstance(said, Sentence) else Sentence(said)
    found = heard.questions.groups
    there = {group for group, phrases in found.items() if mentions(phrases, said)}
    if asks(said, heard):
        there.add(ASKS)
    topic = next((topic for topic, groups in TOPICS if there.issuperset(groups)), None)
    if topic is None and begins_as_question(said, heard):
        return ASKED
    return topic


def asks(said: str, heard: Heard) -> bool:
    """Whether there is any sign of a question."""
    if " ? " in said:
        return True
    known = heard.questions.unknown.sub(" ,", said)
    asking = (heard.questions.asks, heard.questions.signs)
    return any(mentions(phrases, known) for phrases in asking) or _begins(known, heard)


def begins_as_question(said: str, heard: Heard) -> bool:
    """Whether a sentence has the mark of a question, a word that only asks, or begins or ends with one that may."""
    if " ? " in said:
        return True
    if mentions(heard.questions.unknown, said) or mentions(heard.questions.tells, said):
        return False
    if mentions(heard.questions.signs, said):
        return True
    return any(
        _begins_asking(words, heard) or (len(words) > 1 and words[-1] in heard.questions.ends)
        for words in _parts_of_their_own(said, heard)
    )


def _begins(said: str, heard: Heard) -> bool:
    return any(_begins_asking(words, heard) for _, words in _parts(said))


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
    for part in re.finditer(r"(^|[.,?])([^.,?]*)", said):
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
