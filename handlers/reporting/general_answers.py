"""Answers that tell nothing of any case: what everybody may be told, a guest too."""

from datetime import timedelta

from core.conversation.everyday import EVERYDAY, EverydayIntent
from core.forgetting.retention_terms import MONTH
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.questions import DELETE, begins_as_question, topics_of
from handlers.forms.input_reading import read_turn
from handlers.turn import Turn

AT_ONCE = 2  # questions of one message that are answered
WHO_READS = frozenset({"safe", "reads", "police"})  # answered by what the messenger can see
OF_CODE = frozenset({"code-owner"})  # asked by who has the code of somebody else
OF_WAITING = frozenset({"release", "howlong", "waiting"})
OF_US = frozenset({"who", "police", "robot"})  # asked without any sign of a question


def all_asked(turn: Turn, first: EverydayIntent | None = None) -> list[EverydayIntent]:
    """The rows of what the words ask, ``first`` before the others."""
    said = heard_sentence(readable(turn.incoming.text), turn.service.heard)
    asked = [EVERYDAY[topic] for topic in topics_of(said, turn.service.heard)]
    rows = [row for row in asked if row.asks and row != first]
    found = [*([first] if first is not None else []), *rows][:AT_ONCE]
    return sorted(found, key=lambda row: row.at_stand)  # how it stands is said below all of them


def answer(turn: Turn, row: EverydayIntent, *, told: bool = False, over: bool = False) -> str:
    """The sentence of a row; ``told``: to somebody whose report is open. ``over``: to somebody whose case is closed; what is
    said of waiting is not true there, and how it was closed stands below.
    """
    if over and row.intent in OF_WAITING:
        return ""
    if over and row.intent == DELETE:
        return turn.say("everyday-delete-closed")
    key = f"everyday-{row.intent}{'-told' if told else ''}"
    if row.intent in WHO_READS:
        key = turn.service.who_reads(turn.address.messenger, key)
    return turn.say(key, organisation=turn.service.organisation, **_terms(turn))


def _terms(turn: Turn) -> dict[str, int]:
    """How long what is kept, in months; words without a case in hours."""
    kept = turn.service.retention
    months = {name: getattr(kept, name) // MONTH for name in ("released", "others", "files")}
    return {**months, "drafts": kept.drafts // timedelta(hours=1)}


def answers_for_all(turn: Turn) -> list[str]:
    """What the words ask, where the answer has nothing to do with any case."""
    return [answer(turn, row) for row in all_asked(turn) if not (row.at_stand or row.reaches or row.passes)]


def answers_for_guest(turn: Turn) -> list[str]:
    """Who reads here and whether it is safe; that a person answers anything else that somebody with a code asks."""
    intent = read_turn(turn).intent
    rows = [EVERYDAY[intent]] if intent in OF_US else all_asked(turn)
    known = [row for row in rows if row.intent in WHO_READS | OF_US | OF_CODE]
    said = heard_sentence(readable(turn.incoming.text), turn.service.heard)
    is_asked = bool(rows) or begins_as_question(said, turn.service.heard)
    is_of_report = is_asked and len(known) < max(len(rows), 1)
    return [*(answer(turn, row) for row in known), *([turn.say("guest-asked")] if is_of_report else [])]
