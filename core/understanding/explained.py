"""Whether a question says no more than it asks: each word of it belongs to its topic, is a sign of asking, or tells nothing.

"When is the court?" does; "can I bring a blanket, he is shaking?" has a word that no topic knows, and tells something.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from core.understanding.heard import Heard
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence
from core.understanding.question_topics import TERM, TOPICS

# Groups that only say of whom or what something is asked: none of them tells what is done to anybody.
PLAIN_GROUPS = (
    "who", "when", "howlong", "where", "comes", "lawyer", "anybody", "anyone", "wait", "says", "news", "next", "may",
    "person", "reads", "sees", "written", "write", "you", "contact", "callme", "callthem", "canyou", "hotline", "others",
    "name", "mynumber", "another", "code", "can_do", "hours", "spoken", "received", "identity", "number", "self", "files",
    "sending", "our_questions", "family", "reaching", "learning", "saying", "this_one", "what_now", "what_for",
    "in_how_long",
)  # fmt: skip
_WORD = re.compile(r"[^ ,.?]+")
CONDITION = "condition"
_SHORT = 2  # letters of a word that tells nothing: "he", "не", "ма"


def is_only_asked(said: str, topics: Iterable[str], heard: Heard) -> bool:
    """Whether these topics explain all words of what is asked. Why somebody is unwell tells that they are."""
    said = said if isinstance(said, Sentence) else Sentence(said)
    topics = tuple(topics)
    if CONDITION in topics and mentions(heard.asked.about["what_for"], said):
        return False
    known = _words_of_asking(heard)
    explained = {place for table in _tables(topics, heard) for place in _places(table, said)}
    return all(
        len(word) <= _SHORT or word in known or word.isdecimal() or start in explained
        for start, word in ((found.start(), found.group()) for found in _WORD.finditer(said))
    )


def _words_of_asking(heard: Heard) -> frozenset[str]:
    asked = heard.questions
    signs = (asked.opens, asked.leads, asked.ends, asked.joins, heard.asked.how, heard.asked.ends)
    words = heard.unasked
    return frozenset().union(
        *signs, words.calm, words.courtesy, words.of_questions, heard.who.him, heard.people.kin
    )


def _tables(topics: Sequence[str], heard: Heard) -> Iterator[PhraseTable]:
    yield from (heard.questions.asks, heard.questions.signs, heard.asked.signs)
    yield from (heard.intents[topic] for topic in topics if topic in heard.intents)
    groups = {**heard.questions.groups, **heard.asked.about}
    of_topics = [group for name, row in TOPICS if name in topics for group in row]
    for group in dict.fromkeys((*of_topics, *PLAIN_GROUPS)):
        if group in groups:
            yield groups[group]
        elif group == TERM:
            yield heard.court.terms


def _places(table: PhraseTable, said: str) -> Iterator[int]:
    """Where words of this table begin in the sentence, without what stands in the gaps of a phrase."""
    for match in table.finditer(said):
        gaps = [range(*match.span(n)) for n in range(1, len(match.groups()) + 1) if match.group(n)]
        starts = (match.start() + found.start() for found in _WORD.finditer(match.group()))
        yield from (start for start in starts if not any(start in gap for gap in gaps))
