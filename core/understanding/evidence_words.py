"""The words that speak against a fact: ``evidence.toml``; a time and a number that are of others."""

from core.understanding.count_line import CountLine
from core.understanding.heard_people import spoken
from core.understanding.kinds import Beginnings, Endings, VocabularySection, Words
from core.understanding.plain import plain


def _as_spoken(text: str) -> str:
    return spoken(plain(text))


class EvidenceWords(VocabularySection):
    """``evidence.toml``: what others do, what stands beside a name that is of nobody held, what is no number of people."""

    fold = staticmethod(_as_spoken)

    acts: Beginnings
    acting: Words
    lasting: Beginnings
    near: Words
    near_behind: Words
    units: Beginnings
    rest: Words
    with_whom: Words
    among: Words
    out_of: Words
    parting: Endings
    but_for: Words
    last: Words
    no: Words
    owns_time: Beginnings
    been: Words


def is_time_of_others(line: CountLine, words: EvidenceWords, start: int, end: int, *, is_now: bool) -> bool:
    """Whether the time there is of a birth, a call, or of how somebody is "now", and nobody is taken beside it."""
    at = [i for i, token in enumerate(line.tokens) if start <= token.start < end]
    if not at:
        return False
    low, high = at[0], at[-1] + 1
    while low > 0 and not line.ends(low - 1):
        low -= 1
    while high < len(line.tokens) and not line.ends(high):
        high += 1
    clause, people = range(low, high), line.heard.people
    if any(line.starts(i, people.taken) for i in clause):
        return False
    pointed = line.heard.who.him | line.heard.who.they | people.us
    of_somebody = is_now and any(line.text(i) in pointed for i in clause)
    return of_somebody or any(line.starts(i, words.owns_time) for i in clause)


def are_takers(line: CountLine, words: EvidenceWords) -> bool:
    """Whether only those who came are counted, beside somebody who is known to be held: "they were 3", "их было трое"."""
    people, places = line.heard.people, range(len(line.tokens))
    they = line.heard.who.they | people.them
    if any(line.starts(i, people.taken) for i in places):
        return False
    dressed = any(line.starts(i, people.dress) for i in places)
    return dressed or (
        any(line.within(i, words.been) for i in places)
        and any(line.within(i, they) or line.text(i) in they for i in places)
    )
