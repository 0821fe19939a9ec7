"""*No, a question*: the writer of words that the bot does not understand says that nobody is held. It is kept with the
words, and a coordinator reads them all the same: a denial does not take back a sound.
"""

from core.model import Report
from core.vocabulary import ReportState
from handlers.cards import draft_card, live_cards
from handlers.forms import entries
from handlers.reporting import held_asked, reporter_card
from handlers.turn import Turn, id_in


async def own_draft(turn: Turn, argument: str) -> Report | None:
    """The actor's draft of that number."""
    report = await turn.tx.reports.get(id_in(argument) or 0)
    mine = report is not None and report.address_id == turn.address.id
    return report if mine and report is not None and report.state is ReportState.DRAFT else None


async def on_said(turn: Turn, report: Report) -> None:
    """The form's question stays open below, for somebody who pressed it by mistake."""
    await entries.keep(turn, report.id)
    held_asked.note(turn.tx, report)
    await draft_card.touch(turn.tx, report.id)
    for card in await turn.tx.cards.by(subject=reporter_card.SUBJECT, subject_id=report.id):
        live_cards.touch_at_once(turn.tx, card)
