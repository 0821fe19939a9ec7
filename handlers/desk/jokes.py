"""A joke is forgotten: a coordinator who has read it closes it as one, and nobody counts it. Then, by another tap, what was
said is wiped for good. What we did stays in the timeline, whose chain holds. The reporter reads that it is closed, not why.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.casework.claim_kinds import KINDS, ValueKind, read_value
from core.model import Report
from core.presentation import Button, Style
from core.timeline import TimelineKind
from core.values import value_to_data
from core.vocabulary import JOKE
from handlers.arguments import OnCase
from handlers.cards import live_cards
from handlers.casework import facts, lifecycle
from handlers.forgetting import legal_holds
from handlers.forms import entries
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CLOSE = "close"  # the word by which it is confirmed
AT_ONCE = 500  # messages of one report; more go by pressing once more
TOLD = (ValueKind.WORDS, ValueKind.NAME, ValueKind.CONTACT)  # what a claim of these says, somebody typed

# Of other values: what somebody typed or shared, and what is left in its place.
TYPED: dict[str, Any] = {"text": "", "words": "", "names": (), "latitude": None, "longitude": None}


async def on_joke(turn: Turn, found: OnCase) -> None:
    """*A joke…*: are you sure? Then it is closed."""
    case, number = found.case, found.case.id
    if not found.word:
        yes = Button(turn.say("button-joke-close"), f"joke:{number}:{CLOSE}", Style.DANGER)
        no = Button(turn.say("button-no"), f"keep:{number}")
        turn.reply("joke-sure", ((yes,), (no,)), code=case.code)
        return
    await lifecycle.close(turn.tx, turn.service, case, found.member, JOKE)
    wipe = Button(turn.say("button-joke-wipe"), f"wipe:{number}", Style.DANGER)
    turn.reply_in_place("joke-closed", ((wipe,),), code=case.code)


async def on_wiped(turn: Turn, found: OnCase) -> None:
    """*Wipe the words*: nothing of them is left, and nobody can bring them back."""
    case = found.case
    if case.outcome != JOKE:
        turn.reply("case-is-closed")
        return
    if await legal_holds.holds_of(turn.tx, case):
        turn.reply("forget-held", code=case.code)
        return
    reports = await turn.tx.reports.by(case_id=case.id)
    more = any([await _wipe_report(turn.tx, report) for report in reports])
    for paper in await turn.tx.papers.by(case_id=case.id):
        turn.tx.papers.remove(paper.id)
    case = await facts.record(turn.tx, turn.service, case)
    await timeline.append(turn.tx, case.id, found.member.id, TimelineKind.WIPED, {})
    await live_cards.touch_case(turn.tx, case.id)
    again = Button(turn.say("button-joke-wipe"), f"wipe:{case.id}", Style.DANGER)
    if more:
        turn.reply_in_place("joke-more", ((again,),), code=case.code)
    else:
        turn.reply_in_place("joke-wiped", code=case.code)


async def _wipe_report(tx: Transaction, report: Report) -> bool:
    """Entries, files, answers, and what claims say in words or by a place that was shared. Whether more is left."""
    said = await tx.entries.oldest(AT_ONCE, report_id=report.id)
    await tx.messages.prefetch("entry_id", [entry.id for entry in said])
    for entry in said:
        for message in await tx.messages.by(entry_id=entry.id):
            tx.messages.put(replace(message, entry_id=None))
        await entries.forget(tx, entry)
    for dialogue in await tx.dialogues.by(subject_id=report.id):
        tx.dialogues.put(replace(dialogue, answers={}, revisiting=None))
    for claim in await tx.claims.by(report_id=report.id):
        kind = KINDS.get(claim.kind)
        value = read_value(kind, claim.value) if kind is not None and kind.holds not in TOLD else None
        if value is None:
            tx.claims.remove(claim.id)
        elif isinstance(value, Struct):
            typed = {name: empty for name, empty in TYPED.items() if hasattr(value, name)}
            tx.claims.put(replace(claim, value=value_to_data(replace(value, **typed))))
    return len(said) == AT_ONCE
