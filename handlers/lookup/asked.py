"""Which words are a look-up. What tells more than a question is a report at once.

A reporter who asks for somebody of their own report asks about that case. In the open form of a report words are answers.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Source, answers_to_data
from bot.core.conversation.labels import control
from bot.core.incoming import Kind
from bot.core.matching.evidence import PERHAPS
from bot.core.matching.score import score
from bot.core.matching.tokens import tokens
from bot.core.understanding.seeking import LOOK_UP
from bot.core.vocabulary import ReportState
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Open
from handlers.forms.told import told
from handlers.lookup import becoming, form, waiting
from handlers.reporting import reports
from handlers.turn import Turn

ADDING = (None, "status", "howlong", "nobody", "where", "other")  # intents that are about the question
RECENT = timedelta(days=1)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether it was one, or tells more and has become a report; or is added to one that waits."""
    if not _is_read(turn) or (opened is not None and opened.follow is not form.LOOK_UP):
        return False
    said = told(turn)
    if said.seeks is None:
        return await (_adds(turn) if opened is None else _happened_to_them(turn, opened))
    if said.seeks != LOOK_UP:
        if said.situation is not None or said.happening or await reports.open_reports(turn):
            return False  # it is read as a report anyhow
        await becoming.by_words(turn, said.seeks)
        return True
    if await _is_of_own_report(turn, said.sought):
        return False
    if opened is not None and await _is_the_same(turn, said.sought):
        await form.answer(turn, opened.dialogue)
    else:
        await form.begin(turn, said.sought, said.place)
    return True


async def _happened_to_them(turn: Turn, opened: Open) -> bool:
    """Whether an answer tells what happened, and names nobody else: a report of whoever is looked for."""
    said, found = told(turn), await waiting.of(turn.tx, turn.address.id)
    names = said.people is not None and said.people.names
    if not said.happening or names or said.link is not None or await reports.open_reports(turn):
        return False
    if not found or found[-1].dialogue_id != opened.dialogue.id:
        return False
    await becoming.of_the_same(turn, found[-1])
    return True


def _is_read(turn: Turn) -> bool:
    incoming = turn.incoming
    ours = (
        incoming.kind in (Kind.MESSAGE, Kind.EDITED) and incoming.forwarded is None and incoming.file is None
    )
    return ours and turn.active is None and bool(incoming.text.strip())


async def _is_of_own_report(turn: Turn, names: tuple[str, ...]) -> bool:
    """Whether a reporter asks for nobody by name, or for whom they have reported."""
    mine = await reports.open_reports(turn)
    if not mine or not names:
        return bool(mine)
    rules = turn.service.name_rules
    sought = [tokens(name, rules) for name in names]
    for one in mine:
        claims = await turn.tx.claims.by(report_id=one.id)
        known = [tokens(str(claim.value), rules) for claim in claims if claim.kind == "name"]
        if any(score(a, b) >= PERHAPS for a in sought for b in known):
            return True
    return False


async def _is_the_same(turn: Turn, names: tuple[str, ...]) -> bool:
    found = await waiting.of(turn.tx, turn.address.id)
    return bool(found) and (not names or found[-1].names == names)


async def _adds(turn: Turn) -> bool:
    """Words when the questions are over, of whoever waits and tells nothing else: a number, a name, "what now?"."""
    said = told(turn)
    if said.happening or said.summons or said.foreign or said.situation is not None or said.flags:
        return False
    found = await waiting.of(turn.tx, turn.address.id) if said.intent in ADDING else []
    if not found or turn.now - found[-1].created_at > RECENT:
        return False
    dialogue = await turn.tx.dialogues.get(found[-1].dialogue_id)
    reported = await turn.tx.reports.by(address_id=turn.address.id)
    alive = any(report.state in (ReportState.DRAFT, ReportState.OPEN) for report in reported)
    if dialogue is None or alive or control(turn.incoming.text, turn.service.words) is not None:
        return False
    if said.contact is not None:
        answers = {**state_of(dialogue).answers, "contact": Answer(said.contact, Source.TYPED, turn.now)}
        dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
    await form.keep(turn, dialogue)
    await waiting.touch(turn.tx, turn.address.id)
    waiting.wait(turn.tx, turn.address.id, at_once=True)
    form.noted(turn, dialogue)
    return True
