"""Somebody whose report was closed writes that the same person is held again: a report of its own, in which where and who
are known already, so that lawyers are asked at once.
"""

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Answers, Source, answers_to_data
from bot.core.understanding.later import facts_told
from bot.core.understanding.name_persons import are_one
from bot.core.values import People
from handlers.forms import dialogues
from handlers.forms.told import told
from handlers.reporting import after_closing, another, reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

KNOWN = ("place", "who")  # questions whose answers stay what they were


async def begin(turn: Turn) -> None:
    """A new report; with what is known of the closed one, if the words tell this and name no other place or person."""
    known = await _known(turn)
    if not known:
        await another.begin(turn)
        return
    _, dialogue = await reports.begin(turn)
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(known)))
    await dialogues.proceed(turn, REPORT, dialogue)


async def _known(turn: Turn) -> Answers:
    heard, words = told(turn), turn.incoming.text
    if heard.place is not None or "again" not in facts_told(words, turn.service.heard):
        return {}
    closed = await after_closing.lately(turn)
    before = await reports.dialogue_of(turn, closed[0].id) if closed is not None else None
    answers = dialogues.state_of(before).answers if before is not None else {}
    if heard.people is not None and not _all_known(heard.people, answers):
        return {}
    return {
        name: Answer(answers[name].value, Source.WORDS, turn.now)
        for name in KNOWN
        if name in answers and answers[name].value is not None
    }


def _all_known(named: People, answers: Answers) -> bool:
    """Whether nobody else is named than who was."""
    known = [
        name for answer in answers.values() if isinstance(answer.value, People) for name in answer.value.names
    ]
    return all(any(are_one(name, one) for one in known) for name in named.names)
