"""What the words of an input tell by themselves, regardless of what was said before. What was forwarded tells nothing of
today.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from core.conversation.context import TextRead
from core.conversation.forms import Answers
from core.conversation.typed_shortcuts import typed_control
from core.folding import clean_text
from core.incoming import IncomingKind
from core.intake.cues import Status, read_clauses
from core.intake.custody import read_custody
from core.intake.loudest import read_loudest
from core.intake.weight import as_said
from core.model import Entry
from core.understanding import Understood, understand
from core.understanding.custody_facts import Custody
from core.values import People, Place
from handlers.service import Service
from handlers.turn import Turn

READ = 1000  # characters; nobody tells what happened behind them
LONG_WORD = 100
BASE = 30  # what a message costs in addition to its words
AT_ONCE = 4000  # characters of kept words that are read in one transaction
CONTROLS = 1000  # ways to type them that are remembered
MOST = 1500  # characters that are read at all: a list of a hundred names
_BLANK = r"[\s\u2800\u3164\u115f\u1160\uffa0]"  # the last five are letters that look like nothing
_BLANKS, _EDGES = re.compile(f"{_BLANK}+"), re.compile(f"^{_BLANK}+|{_BLANK}+$")


def beginning_of(text: str) -> str:
    """As much of a text as is read, and no half word at its end. Blanks around it, and of a long text those between its
    words, are not counted.
    """
    text = _EDGES.sub("", text)
    if len(text) > MOST:
        text = _EDGES.sub("", _BLANKS.sub(_one_blank, clean_text(text)))
    if len(text) <= MOST:
        return text
    *words, half = text[: MOST + 1].rsplit(maxsplit=1)
    return words[0] if words and len(half) < LONG_WORD else text[:MOST]


def _one_blank(match: re.Match[str]) -> str:
    return "\n" if "\n" in match.group() else " "


def readable(said: Sequence[Entry]) -> list[Entry]:
    """The kept messages that are read at once: the first ones as far as there is room, and the newest in any case."""
    room, number = AT_ONCE, 0
    while number < len(said) and room > 0:
        room -= BASE + min(len(str(said[number].payload.get("text", ""))), MOST)
        number += 1
    return [*said[:number], *said[number:][-1:]]


def read_turn(turn: Turn) -> Understood:
    """What the actor typed just now tells. Read once, however often it is asked."""
    incoming = turn.incoming
    if incoming.kind is IncomingKind.TAP or incoming.forwarded is not None:
        return Understood()
    if turn.told is None or turn.told[0] is not incoming:
        now = incoming.sent_at or turn.now
        turn.told = incoming, read_words(turn.service, incoming.text, now, turn.language)
    return turn.told[1]


def already_read(turn: Turn) -> TextRead | None:
    """What was read of the actor's words, if anybody asked for it."""
    if turn.told is None or turn.told[0] is not turn.incoming:
        return None
    return TextRead(turn.incoming.text[:READ], turn.service.zone, turn.told[1])


def custody_in(turn: Turn, answers: Answers) -> Custody | None:
    """Where somebody is held by the actor's own words, in a report that knows these answers."""
    incoming, service = turn.incoming, turn.service
    if incoming.kind is IncomingKind.TAP or incoming.forwarded is not None or not incoming.text:
        return None
    text, gazetteer = incoming.text[:READ], service.gazetteer
    if not gazetteer.stations.find(text):
        return None
    values = [answer.value for answer in answers.values()]
    told = read_turn(turn)
    near = [place.city for place in (told.place, *values) if isinstance(place, Place) and place.city]
    names = [name for people in (told.people, *values) if isinstance(people, People) for name in people.names]
    custody = read_custody(text, gazetteer, service.heard, service.cues, near=near, names=names)
    ended = told.situation == "over" or told.ongoing == "no"
    return replace(custody, told=None) if custody is not None and ended else custody


def only_asks(turn: Turn) -> bool:
    """Whether what the actor tells of somebody is all asked: it may ring, and is no fact."""
    if not read_turn(turn).happening:
        return False
    said = {clause.rings for clause in read_clauses(turn.incoming.text[:READ], turn.service.cues)}
    return Status.ASKED in said and Status.STATED not in said


def read_words(service: Service, text: str, now: datetime, language: str) -> Understood:
    """The same for kept words. ``language``: a hint for words that do not tell.

    "Yes" and "skip" are typed again and again, and name nobody and no time: what they tell was read before.
    """
    is_plain = text.replace(" ", "").isalpha()  # signs beside it are the writer's own
    if not is_plain or typed_control(text, service.words) is None:
        return _understand(service, text, now, language)
    before = service.told_by_controls
    if (text, language) not in before:
        if len(before) >= CONTROLS:
            before.clear()
        before[text, language] = _understand(service, text, now, language)
    return before[text, language]


def _understand(service: Service, text: str, now: datetime, language: str) -> Understood:
    def read(part: str) -> Understood:
        return understand(
            part,
            service.heard,
            service.names,
            now=now,
            zone=service.zone,
            gazetteer=service.gazetteer,
            evidence=service.evidence,
            region=service.phone_region,
            language=language,
        )

    return as_said(read_loudest(text[:READ], read), text[:READ], service.cues, service.heard, read)
