"""What a member writes of a release: "Дану отпустили, Аскар внутри". It is only asked about; what is asked tells nothing."""

import re

from core.timeline import TimelineKind
from core.understanding.counts import understand_people
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence, heard_tokens
from core.understanding.later import leaves_somebody, names_person
from core.understanding.lawyer_words import clauses_of, visit_said
from core.understanding.numbers import number_at
from core.understanding.phrases import mentions, says
from core.understanding.plain import readable, sentence
from core.understanding.situations import GOING_ON, understand_ongoing, understand_situation

READ = 1000  # characters
HOME = 6  # words of a clause
OVER, HELD = "over", ("me", "other")
DOOR = (TimelineKind.ADMITTED, TimelineKind.REFUSED)
MANY, MOST = 4, 500  # people
_CLAUSES = re.compile(r"[^.,;!?\n]+[.,;!?\n]*")


def release_told(text: str, heard: Heard) -> bool:
    """Whether some or all are said to be free, in all of the message or in a clause of it."""
    shown = readable(text)[:READ]
    clauses = [
        clause
        for clause in _CLAUSES.findall(without_either(shown, heard))
        if not (clause.endswith("?") or _is_of_door(clause, heard))
    ]
    whole = "".join(clauses)
    if any(understand_situation(part, heard) == OVER for part in (whole, *clauses) if part.strip()):
        return True
    return any(_is_home(clause, heard) for clause in clauses)


def _is_of_door(clause: str, heard: Heard) -> bool:
    """Whether it is the writer's own way: "they let me in", "come back in an hour"."""
    said = visit_said(clause, heard)
    return said is not None and said.act in DOOR


def without_either(text: str, heard: Heard) -> str:
    """The text without the clauses that say only that one of two things is so."""
    either = heard.members.either
    return "".join(clause for clause in _CLAUSES.findall(text) if either.isdisjoint(sentence(clause).split()))


def _is_home(clause: str, heard: Heard) -> bool:
    """Whether a short clause says that people are at home, or out, in other words: «все трое дома»."""
    if len(clause.split()) > HOME or understand_situation(clause, heard) in GOING_ON:
        return False
    return says(heard.members.home, sentence(clause), heard.denial)


def is_disowned(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether those who may hold them deny it: there is nobody of that name, they were never brought."""
    members = heard.members
    return any(
        not clause.asked
        and not any(word.startswith(members.guilt) for word in clause.words)
        and (mentions(heard.turns.not_held, clause.whole) or mentions(members.not_brought, clause.whole))
        for clause in clauses_of(text, heard, language)
    )


def many_held(text: str, heard: Heard) -> int:
    """How many people are told of as held, or as driven in a vehicle, if they are many; else 0. Where no word for people
    stands beside a number, it counts at the beginning of a clause or behind a word that counts: "nine in the cell".
    """
    shown = readable(text)[:READ]
    told = [clause for clause in _CLAUSES.findall(shown) if not clause.endswith("?")]
    if understand_situation("".join(told), heard) not in GOING_ON:
        told = [clause for clause in told if _is_of_vehicle(clause, heard)]
    most = max((max(_counted(clause, heard), _bare_number(clause, heard)) for clause in told), default=0)
    return most if most >= MANY else 0


def _is_of_vehicle(clause: str, heard: Heard) -> bool:
    """Whether people are told of in a bus or a van; not its own number, nor how many there are: "bus 92", "20 buses"."""
    line, vehicles = heard_tokens(clause, heard), heard.members.vehicles
    at = [i for i, token in enumerate(line) if token.text.startswith(vehicles)]
    return any(
        not any(number_at(line, k, heard.numbers) for k in (i - 1, i + 1) if 0 <= k < len(line))
        or _counted(clause, heard)
        for i in at
    )


def _counted(clause: str, heard: Heard) -> int:
    people = understand_people(clause, heard)
    return (people.count or 0) if people is not None else 0


def _bare_number(clause: str, heard: Heard) -> int:
    line, members = heard_tokens(clause, heard), heard.members
    for at in range(len(line)):
        number = number_at(line, at, heard.numbers)
        begins = at == 0 or line[at - 1].text in members.counting
        if number is not None and begins and number[0] <= MOST:
            behind = line[number[1]].text if number[1] < len(line) else ""
            return number[0] if behind in members.counted else 0
    return 0


def release_denied(text: str, heard: Heard, *, plainly: bool = False) -> bool:
    """Whether words about somebody who was said to be free tell that they are not. ``plainly``: not only that somebody is
    held, but that it is untrue, or that they were not let go.
    """
    said = heard_sentence(readable(text)[:READ], heard)
    situation = understand_situation(text[:READ], heard)
    untrue = mentions(heard.members.untrue, said)
    if situation == OVER or leaves_somebody(text, heard):
        return untrue or situation != OVER
    is_held = situation in HELD or understand_ongoing(text[:READ], heard) == "yes"
    return is_held and (untrue or not plainly or mentions(heard.turns.kept_back, said))


def freed_among(text: str, people: dict[int, tuple[str, ...]], heard: Heard) -> tuple[int, ...]:
    """Who of these people is named in the clauses that say so, or in those that only go on with names behind them.
    ``people``: number → names.
    """
    shown, found, telling = readable(text)[:READ], dict[int, None](), False
    clauses = [clause for clause in _CLAUSES.findall(shown) if clause.strip()]
    before = list[str]()
    for clause in clauses:
        freed = understand_situation(clause, heard) == OVER
        telling = freed or (telling and _goes_on(clause))
        if freed:
            found |= dict.fromkeys(_named(" ".join(before), people))
        if telling:
            found |= dict.fromkeys(_named(clause, people))
        before = [*before, clause] if _goes_on(clause) and not telling else []
    return tuple(found)


def _named(text: str, people: dict[int, tuple[str, ...]]) -> list[int]:
    return [number for number, names in people.items() if any(names_person(text, name) for name in names)]


def _goes_on(clause: str) -> bool:
    """Whether it may be one of several names: few words, each with a capital."""
    words = re.findall(r"[^\W\d_]+", clause)
    return 0 < len(words) <= NAME and all(word[0].isupper() for word in words)


NAME = 3  # words
