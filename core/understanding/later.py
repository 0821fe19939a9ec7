"""What later words tell about a known case: what a lawyer must hear at once, who is said to be out, and whether they speak
of the person who was named before (by a part of the name, or by a relation to the writer) or of somebody else.
"""

import re
from enum import StrEnum

from core.understanding.flags import understand_flags
from core.understanding.happenings import leaves
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence
from core.understanding.left_behind import is_left_behind
from core.understanding.name_book import name_sound
from core.understanding.phrases import happened, mentions, says
from core.understanding.plain import Sentence, Token, readable, tokens
from core.understanding.questions import begins_as_question, topic_of, without_questions
from core.understanding.situations import (
    GOING_ON,
    is_violence,
    let_go,
    situation_of,
    telling,
    understand_situation,
    without_plans,
)

FACTS = (
    "released", "again", "beaten", "money", "threatened", "ill", "refused", "withheld", "court", "moved", "disowned",
    "screams", "signing", "planted", "alive", "leaving", "lawyer",
)  # fmt: skip
ANYONE = "anyone"  # the topic of "is anybody alive there?", which asks for us
READ = 1000  # characters; nobody writes such a thing behind them
BESIDE = 3  # words of a clause that only says since when the one before it is so


def facts_told(text: str, heard: Heard) -> tuple[str, ...]:
    """Which of :data:`FACTS` the words tell."""
    said, later = heard_sentence(readable(text[:READ]), heard), heard.later
    joined = said.replace(" ,", "")  # "they say, …", "we heard, how …"
    now = _of_now(said, heard)
    flags = understand_flags(text[:READ], heard)
    situation = understand_situation(text[:READ], heard)
    told = {
        "released": situation == "over",
        "again": situation in ("me", "other") and says(later.again, said, heard.denial),
        "beaten": "injured" in flags or is_violence(now, heard),
        "ill": says(later.ill, now, heard.denial)
        or "medicine" in (flags if now is said else understand_flags(now, heard)),
        "money": demands_money(text, heard),
        "threatened": says(later.threatened, now, heard.denial) or says(heard.harm.hinted, now, heard.denial),
        "refused": mentions(later.refused, said),  # these phrases carry their own "not"
        "withheld": mentions(later.withheld, said) or mentions(heard.harm.kept_from, said),
        "court": _tells_of_court(now, situation, heard),
        "moved": says(later.moved, now, heard.denial),
        "disowned": mentions(heard.turns.not_held, joined),
        "screams": says(heard.turns.screams, joined, heard.denial),
        "signing": any(
            says(table, joined, heard.denial) for table in (heard.turns.signing, heard.harm.coerced)
        ),
        "planted": says(heard.harm.planted, now, heard.denial),
        "alive": _asks_if_alive(text[:READ], said, heard),
        "leaving": leaves(said, heard),
        "lawyer": situation != "over" and _has_lawyer(said, heard),
    }
    return tuple(fact for fact in FACTS if told[fact])


def demands_money(text: str, heard: Heard) -> bool:
    """Whether money is demanded of those who tell it: that somebody pays, and who is held is let go."""
    stated = _without_questions(heard_sentence(readable(text[:READ]), heard))
    return says(heard.later.money, stated.replace(" ,", ""), heard.denial)


def facts_stated(text: str, heard: Heard) -> tuple[str, ...]:
    """The same without what is only asked or planned."""
    stated = _without_questions(heard_sentence(readable(text[:READ]), heard))
    return facts_told(without_plans(Sentence(stated), heard), heard)


def _without_questions(said: str) -> str:
    """Of a question counts what stands before its last clause: "they want money, shall I bring it?"."""
    parts = said.strip().split(" . ")
    asked = [part.strip(" .").endswith("?") for part in parts]
    stated = " . ".join(
        part.rpartition(" , ")[0] if is_asked else part for part, is_asked in zip(parts, asked, strict=True)
    )
    return f" {stated.strip()} "


def _of_now(said: Sentence, heard: Heard) -> Sentence:
    """Without clauses that tell of another time, or of what was so for long."""
    if not mentions(heard.turns.long_known, said):
        return said
    kept: list[str] = []
    for clause in said.replace(" . ", " , ").split(" , "):
        if not mentions(heard.turns.long_known, f" {clause.strip()} "):
            kept.append(clause.strip())
        elif len(clause.split()) <= BESIDE:  # "he has asthma, always had"
            kept = kept[:-1]
    return Sentence(f" {' , '.join(kept)} ")


def _tells_of_court(said: Sentence, situation: str | None, heard: Heard) -> bool:
    """Whether it is told, and not only in a clause about a photo or a scan: what that is of is told elsewhere."""
    files = heard.asked.about["files"]
    if not mentions(files, said):
        return situation == "trial" or says(heard.later.court, said, heard.denial)
    clauses = (f" {clause.strip()} " for clause in re.split(" [,.] ", said))
    told = Sentence("".join(f"{clause}," for clause in clauses if not mentions(files, clause)))
    return says(heard.later.court, told, heard.denial) or situation_of(told, heard) == "trial"


def is_another_taken(text: str, before: str, heard: Heard) -> bool:
    """Whether somebody else is taken, too, by words in a case of the situation ``before``: "they have my sister as well"."""
    situation = understand_situation(text[:READ], heard)
    if situation not in ("me", "other"):
        return False
    is_writer = situation == "me" and before == "other"
    return is_writer or mentions(heard.sentences.also, heard_sentence(readable(text[:READ]), heard))


def _asks_if_alive(text: str, said: str, heard: Heard) -> bool:
    """Whether the family fears the worst."""
    if mentions(heard.turns.whether_alive, said):
        return True
    if not mentions(heard.turns.alive, said) or topic_of(said, heard) == ANYONE:
        return False
    _, asked = without_questions(text, heard)
    return mentions(heard.turns.alive, heard_sentence(readable(asked), heard))


class GoodNews(StrEnum):
    """What is said to have turned for the better; another hand may write it."""

    ALL = "released"  # all who are meant are out
    SOME = "some-out"  # others are kept
    WELL = "well"


def good_news(text: str, heard: Heard, *, beside: bool = True) -> GoodNews | None:
    """None where it is asked, planned or denied, and beside anything that goes on. ``beside``: whether it is good news that
    somebody is with the writer, who was not held with them.
    """
    parts = heard_sentence(readable(text[:READ]), heard).split(" . ")
    stated = [part.strip() for part in parts if not _is_question(part)]
    said = telling(f" {' . '.join(stated)} ", heard)
    if mentions(heard.told.long_ago, said):
        return None
    freed = let_go(said, heard)
    out = (heard.later.out, heard.sentences.back) if beside else (heard.later.out,)
    if freed is None and any(happened(phrases, said, heard.denial) is not None for phrases in out):
        freed = "all" if heard.people.kept.isdisjoint(said.split()) else "some"
    situation = situation_of(said, heard)
    if freed == "some":
        return GoodNews.SOME
    if situation in GOING_ON:
        return None
    if freed == "all" or situation == "over":
        return GoodNews.SOME if _asks_of_another(said, parts, heard) else GoodNews.ALL
    told = " . ".join(part for part in stated if not begins_as_question(f" {part} ", heard))
    return GoodNews.WELL if says(heard.later.well, f" {told} ", heard.denial) else None


def leaves_somebody(text: str, heard: Heard) -> bool:
    """Whether it is stated that others were let go, and who is meant was not."""
    parts = heard_sentence(readable(text[:READ]), heard).split(" . ")
    stated = " . ".join(part.strip() for part in parts if not _is_question(part))
    return is_left_behind(telling(f" {stated} ", heard), heard)


def _is_question(part: str) -> bool:
    return part.rstrip(" .").endswith("?")


def _asks_of_another(said: Sentence, parts: list[str], heard: Heard) -> bool:
    """Whether the writer is out, and asks where somebody else is: "I am out; where is my brother?"."""
    asked = {spoken(word) for part in parts if _is_question(part) for word in part.split()}
    own = heard.who.me | heard.people.writer
    return not own.isdisjoint(said.split()) and not heard.people.kin.isdisjoint(asked)


def has_lawyer(text: str, heard: Heard) -> bool:
    """Whether "lawyer" is one of these facts: of what is asked of every message, the cheap part first."""
    said = heard_sentence(readable(text[:READ]), heard)
    return _has_lawyer(said, heard) and understand_situation(text[:READ], heard) != "over"


def calls_for_lawyer(said: str, heard: Heard) -> bool:
    """Whether a lawyer is wanted, or kept out: then nothing beside it, however angry, says that none is to come."""
    wanted = happened(heard.court.wants_lawyer, said, heard.denial)
    return wanted is not None or mentions(heard.later.refused, said)


def _has_lawyer(said: str, heard: Heard) -> bool:
    """Whether they have a lawyer of their own, or want none; not where others say or shout so."""
    later, turns = heard.later, heard.turns
    if mentions(turns.shouted, said) or mentions(later.hearsay, said) or calls_for_lawyer(said, heard):
        return False
    has_own = happened(later.own_lawyer, said, heard.denial) is not None
    of_ours = says(turns.lawyer_of_ours, said, heard.denial) or mentions(turns.lawyer_there, said)
    return mentions(later.no_lawyer, said) or has_own or of_ours


def speaks_of_the_same(text: str, before: str, heard: Heard) -> bool:
    """Whether the words are about somebody who was named ``before``: "him", "my brother" once more."""
    said = heard_sentence(readable(text[:READ]), heard)
    return mentions(heard.later.same, said) or not _kin(text, heard).isdisjoint(_kin(before, heard))


def speaks_of_another(text: str, heard: Heard) -> bool:
    """Whether the words say that it is somebody else: "also", "three more"."""
    return mentions(heard.later.another, heard_sentence(readable(text[:READ]), heard))


def speaks_of_other_kin(text: str, before: str, heard: Heard) -> bool:
    """Whether the words name women alone of the writer's own, and those ``before`` men alone, or the other way round."""
    now, then = heard_sentence(readable(text[:READ]), heard), heard_sentence(readable(before), heard)
    pairs = ((heard.later.men, heard.later.women), (heard.later.women, heard.later.men))
    return not mentions(heard.later.same, now) and any(
        mentions(some, now)
        and mentions(others, then)
        and not mentions(others, now)
        and not mentions(some, then)
        for some, others in pairs
    )


def _kin(text: str, heard: Heard) -> set[str]:
    return {token.text for token in tokens(readable(text[:READ]))} & heard.people.kin


READ = 1000  # characters
_LEAST = 3  # letters that two forms of one word share
_CASE = 4  # letters by which they may differ behind these: Айдос, Айдостан; брат, братом


def names_person(text: str, name: str) -> bool:
    """Whether a part of the name stands in the text, in any grammatical case."""
    said = [name_sound(token.text) for token in _words(text)]
    parts = [name_sound(token.text) for token in _words(name)]
    return any(is_form(part, word) for part in parts for word in said)


def names_kin(text: str, before: str, heard: Heard) -> bool:
    """Whether the text speaks of a relative of whom the words ``before`` speak too."""
    return any(is_form(a, b) for a in _kin_words(text, heard) for b in _kin_words(before, heard))


def names_other_kin(text: str, before: str, heard: Heard) -> bool:
    """Whether the text speaks of a relative or a friend of whom the words ``before`` do not speak."""
    return bool(_kin_words(text, heard)) and not names_kin(text, before, heard)


def _kin_words(text: str, heard: Heard) -> set[str]:
    return {word for token in _words(text) if (word := spoken(token.text)) in heard.people.kin}


def _words(text: str) -> list[Token]:
    return [token for token in tokens(readable(text[:READ])) if token.kind == "word"]


def is_form(word: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    if min(len(word), len(other)) < _LEAST:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if shared is None:
        return abs(len(word) - len(other)) <= min(_CASE, min(len(word), len(other)) - 1)
    ends = len(word) - shared, len(other) - shared
    return shared >= _LEAST and min(ends) == 1 and max(ends) <= _CASE - 1
