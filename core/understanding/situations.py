"""What happened (A1), whether it goes on, and who tells it, from words.

The situations are tried in the order of :data:`heard.SITUATIONS`: what is surer or graver stands first, so "задержали,
завтра суд" is a detention and "задержали, уже отпустили" is over. Somebody who saw a detention reports a detention;
``saw`` is for what nobody was taken in: surveillance, police somewhere. Where some were let go and others were not,
nothing is over.
"""

import re

from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence
from core.understanding.left_behind import is_left_behind
from core.understanding.phrases import happened, mentions
from core.understanding.plain import Sentence, loosened, readable

UNDENIED = frozenset(("home", "weak", "blocked"))  # their phrases carry their own "not"
GOING_ON = frozenset(
    ("me", "other", "blocked", "missing")
)  # something is done to somebody, unless it is over
BEATEN = "beaten"  # people are, and nobody says that they are held
_AS = {
    "home": "blocked",
    "weak": "missing",
    BEATEN: "other",
}  # a table's name where it is not the situation's id
_TAKEN = ("me", "other")
_LIGHTER = ("summons", "blocked", "weak", "trial", "saw", None)  # than not to be let out of a cell
_SIGNS = frozenset(".,!")
_NEAR = 4  # words between what is let out and that it is
_YEAR = re.compile(r" (19[89]\d|20\d\d)(?= )")


def understand_situation(text: str, heard: Heard) -> str | None:
    """``me``, ``other``, ``blocked``, ``missing``, ``summons``, ``trial``, ``over``, ``saw``; None if not told."""
    return situation_of(telling(heard_sentence(readable(text), heard), heard), heard)


def names_police(text: str, heard: Heard) -> bool:
    """Whether the police, security, a prosecutor or an interrogation are named, no matter what is said of them."""
    said = heard_sentence(readable(text), heard)
    told = heard.told
    return any(
        mentions(table, said) for table in (told.station, told.authorities, heard.situations["summons"])
    )


def telling(said: str, heard: Heard) -> Sentence:
    """The sentence without what only looks like something that happened, and without what only asks or plans."""
    return without_plans(_without_things(_without_news(_without_if(said, heard), heard), heard), heard)


def _without_things(said: Sentence, heard: Heard) -> Sentence:
    """Without the clauses in which what is let out is nobody: a dog, a statement."""
    if not mentions(heard.sentences.things, said):
        return said
    sentences = (
        " , ".join(clause for clause in sentence.split(" , ") if not _frees_thing(clause.split(), heard))
        for sentence in said.split(" . ")
    )
    return _padded(" . ".join(sentences), said)


def _frees_thing(clause: list[str], heard: Heard) -> bool:
    """Whether a thing stands beside the word for letting go, and nobody between: not "released him and his dog"."""
    people = heard.people
    anybody = people.kin | people.us | people.me | heard.who.him
    freed = [i for i, word in enumerate(clause) if spoken(word).startswith(people.released)]
    things = [i for i, word in enumerate(clause) if mentions(heard.sentences.things, f" {word} ")]
    return any(
        abs(i - k) <= _NEAR and anybody.isdisjoint(map(spoken, clause[min(i, k) : max(i, k)]))
        for i in freed
        for k in things
    )


def without_plans(said: Sentence, heard: Heard) -> Sentence:
    """Without what it only asks or plans."""
    if mentions(heard.told.late, said) and not mentions(heard.told.station, said):
        said = heard.told.delayed.sub(" ,", said)
    parts = said.split(" . ")
    kept = (_before_a_question(_padded(part, said), heard) for part in parts)
    return _padded(" . ".join(part for part in kept if part), said)


def _without_news(said: str, heard: Heard) -> Sentence:
    """Without what only looks like something that happened ("arrested for bribery", of a minister). Of somebody whom the
    writer knows an arrest is one: who is rung is not decided by what they are accused of.
    """
    told = said if isinstance(said, Sentence) else Sentence(said)
    kept, behind = [], 0
    for match in heard.told.nothing.finditer(told):
        if not (_is_arrest(match.group().split()[0], heard) and _is_of_known(told, match.start(), heard)):
            kept.append(told[behind : match.start()])
            behind = match.end()
    return Sentence(" ,".join((*kept, told[behind:]))) if kept else told


def _is_of_known(said: str, at: int, heard: Heard) -> bool:
    """Whether the sentence there names a relative or a colleague of the writer."""
    start, end = said.rfind(" . ", 0, at) + 1, said.find(" . ", at)
    part = f" {said[start : end if end >= 0 else None].strip(' .')} "
    return any(mentions(heard.links[link], part) for link in ("relative", "colleague"))


def _is_arrest(word: str, heard: Heard) -> bool:
    """Whether the word alone says that somebody was taken."""
    return word.startswith(heard.people.taken) and is_denied(f" {word} ", heard)


def _padded(part: str, whole: Sentence) -> Sentence:
    """A part of a sentence as one of its own; all of it is the sentence itself, of which much is known already."""
    alone = f" {part.strip()} "
    return whole if alone == whole else Sentence(alone)


def _without_if(said: str, heard: Heard) -> str:
    """ "What if they have arrested my brother" supposes nothing: who asks that has a brother who was arrested."""
    found = heard.told.if_ours.search(said)
    if found is None:
        return said
    behind = said[found.start() :].split(" ", 2)[2]
    return f"{said[: found.start()]} , {behind}"


def _behind_whether(part: Sentence, heard: Heard) -> Sentence:
    """What is told behind asking whether they may: "имеют ли право мужа забрали из дома"."""
    found = heard.told.whether.search(part)
    if found is None:
        return part
    behind = Sentence(f" {part[found.end() :].strip(' ,')} ")
    told = heard.told.ours.match(behind) is not None or behind.split(" ")[1] in heard.who.they
    return behind if told else part


def _before_a_question(part: Sentence, heard: Heard) -> str:
    """What a sentence tells in the clauses before it asks or plans: "мужа задержали, имеют ли право …"."""
    part = _behind_whether(part, heard)
    surely = mentions(heard.told.news, part) or heard.told.surely_question.match(part)
    if surely and not mentions(heard.told.ours, part):
        return ""
    is_question = part.endswith(" ? ")
    if not is_question and not mentions(heard.told.asked, part):
        return part.strip()
    told: list[str] = []
    for clause in part.removesuffix(" ? ").split(" , "):
        asked = heard.told.asked.search(f" {clause.strip()} ")
        if asked or (is_question and _asks(clause, heard)):
            before = f" {clause.strip()} "[: asked.start()].strip() if asked else ""
            return " , ".join([*told, before] if _is_of_ours(before, heard) else told)
        told.append(clause.strip())
    return " , ".join(told) if is_question else ""


def _asks(clause: str, heard: Heard) -> bool:
    """Whether a clause of a question begins as one does, and asks of nobody whom the writer knows."""
    begins = heard.told.begins_question.match(f" {clause.strip()} ") is not None
    return begins and not _is_of_ours(clause, heard)


def _is_of_ours(part: str, heard: Heard) -> bool:
    return mentions(heard.told.ours, f" {part.strip()} ")


def of_today(said: Sentence, heard: Heard) -> Sentence:
    """Without what is told beside it of another time: "they took Aidar today, who was detained in 2022 already"."""
    said = heard.told.held_before.sub(" ,", said)
    if not mentions(heard.told.long_ago, said):
        return said
    clauses = [
        f" {part.strip()} " for part in heard.told.behind.sub(" ,", said).replace(" . ", " , ").split(" , ")
    ]
    now = [clause for clause in clauses if not mentions(heard.told.long_ago, clause)]
    is_told = any(_is_of_these_days(clause, heard) and _is_taken(clause, heard) for clause in now)
    return Sentence(f" {' , '.join(clause.strip() for clause in now)} ") if is_told else said


def _is_of_these_days(clause: str, heard: Heard) -> bool:
    said = loosened(clause)
    return any(
        f" {' '.join(saying)} " in said for saying, days in heard.clock.days.items() if days in (0, -1)
    )


def is_nothing_of_today(said: str, heard: Heard, year: int) -> bool:
    """Whether it is a joke, or said to be untrue, or is passed on from a year before this one."""
    said = heard.told.charged.sub(" ,", heard.told.real.sub(" ,", said))
    old = any(int(before) < year for before in _YEAR.findall(said))
    untrue = heard.told.joke.match(said) is not None or mentions(heard.told.untrue, said)
    return untrue or (old and mentions(heard.told.forwarded, said))


def situation_of(told: str, heard: Heard) -> str | None:
    """The same for a :func:`telling` that is already made."""
    return as_situation(table_of(told, heard))


def as_situation(table: str | None) -> str | None:
    """The situation that a table of :data:`heard.SITUATIONS` tells."""
    return _AS.get(table, table) if table else None


def table_of(told: str, heard: Heard) -> str | None:
    """The table of :data:`heard.SITUATIONS` that tells it, which says how sure it is: ``weak`` is missing, perhaps."""
    taken = _is_taken(told, heard)
    if mentions(heard.told.long_ago, told):
        return "over" if taken else None
    freed = let_go(told, heard)
    if freed == "all" or _words_alone(told) in heard.told.alone_over:
        return "over"
    found = next((key for key in heard.situations if key != "over" and _is_told(key, told, heard)), None)
    confined = _is_said("home", told, heard) or _is_said("blocked", told, heard)
    if found in _LIGHTER and (freed == "some" or (confined and _is_cell(told, heard))):
        found = "other"
    if found == "summons" and _is_not_back(told, heard):
        found = "other"
    light = found in _LIGHTER or (found == "home" and heard.told.home.isdisjoint(told.split()))
    kept_back = mentions(heard.turns.kept_back, told)
    if light and kept_back:
        found = "other"
    if (
        found == "other" and not kept_back and mentions(heard.told.me_too, told)
    ):  # "one of us" is not the writer
        return "me"
    return found


def _words_alone(told: str) -> str:
    return " ".join(word for word in told.split() if word not in _SIGNS)


def _is_told(key: str, told: str, heard: Heard) -> bool:
    if key == "home" and _is_cell(told, heard):
        return False
    if key in _TAKEN:  # "шақырып отыр" is a summons to a station, where nobody sits
        told = heard.situations["summons"].sub(" ,", told)
        told = heard.told.watching.sub(" ,", told)
        if mentions(heard.court.sessions, told):
            told = heard.court.no_lawyer.sub(" ,", told)  # who has no lawyer in court is not therefore held
    if key == "trial" and happened(heard.court.sessions, told, heard.denial) is not None:
        return True
    return _is_said(key, told, heard)


def _is_said(key: str, told: str, heard: Heard) -> bool:
    phrases = heard.situations[key]
    return mentions(phrases, told) if key in UNDENIED else happened(phrases, told, heard.denial) is not None


def is_violence(said: str, heard: Heard) -> bool:
    """Whether it says that people are beaten, or treated cruelly: of a case, what is done to those who are held."""
    tables = (heard.situations[BEATEN], heard.harm.cruel)
    return any(happened(table, said, heard.denial) is not None for table in tables)


def is_denied(said: str, heard: Heard) -> bool:
    """Whether somebody's being taken is spoken of, be it denied. For sentences that tell of no such thing."""
    return any(mentions(heard.situations[key], said) for key in _TAKEN)


def _is_taken(told: str, heard: Heard) -> bool:
    return any(_is_told(key, told, heard) for key in _TAKEN)


def _is_cell(told: str, heard: Heard) -> bool:
    """Whether who is not let out has been brought somewhere, or came when called."""
    return mentions(heard.told.in_a_cell, told) or _is_said("summons", told, heard)


def _is_not_back(told: str, heard: Heard) -> bool:
    """Whether who was called has not come out: "вызвали на допрос в 10, до сих пор не вышла"."""
    goes_on = mentions(heard.told.ongoing, told) or mentions(heard.told.kept, told)
    return goes_on or _is_said("weak", told, heard)


def let_go(told: str, heard: Heard) -> str | None:
    """``all``, or ``some``: others are kept; None where nobody is."""
    told = heard.told.intruders.sub(" ,", told)
    if is_left_behind(told, heard):
        return "some"
    released = happened(heard.situations["over"], told, heard.denial)
    if released is None and not _is_said("trial", told, heard):
        released = happened(heard.told.free, told, heard.denial)
    if released is None:
        return None
    if ongoing_of(told, None, heard) is not None:
        return "some"
    behind = f" {told[released.end() :].strip()} "  # "отпустили, а брата увезли": it is not
    return None if _is_taken(heard.told.before.sub(" ,", behind), heard) else "all"


def understand_ongoing(text: str, heard: Heard) -> str | None:
    """``yes`` or ``no`` where the words say whether it goes on; else None."""
    said = heard_sentence(readable(text), heard)
    return ongoing_of(said, situation_of(telling(said, heard), heard), heard)


def ongoing_of(said: str, situation: str | None, heard: Heard) -> str | None:
    """The same for a sentence and a situation that are already known."""
    if situation == "over":
        return "no"
    goes_on = (heard.told.ongoing, heard.told.kept, heard.turns.kept_back)
    return "yes" if any(mentions(table, said) for table in goes_on) else None


def link_of(said: str, situation: str | None, heard: Heard) -> str | None:
    """Who tells it: ``self``, ``witness``, ``relative``, ``colleague``, ``lawyer`` or ``other``; None if not said."""
    if situation == "me":
        return "self"
    return next((link for link, phrases in heard.links.items() if mentions(phrases, said)), None)
