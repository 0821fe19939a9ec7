"""What whoever reports needs of what they have reported: loaded in bulk for all of a batch."""

from collections.abc import Sequence

from bot.core.model import Report
from bot.core.vocabulary import DialogueState, ReportState
from handlers.cards import draft_card
from handlers.casework import consents, relay
from handlers.forms import dialogues
from handlers.forms.report import FORM
from handlers.reporting import live_card
from handlers.reporting.reports import MANY
from storage.transaction import Transaction


async def prefetch(tx: Transaction, address_ids: Sequence[int]) -> None:
    """Load in bulk what whoever reports from these addresses needs: their open reports, and what hangs on them."""
    alive = [report for i in address_ids for report in _alive(await tx.reports.by(address_id=i))[-MANY:]]
    cases = [report.case_id for report in alive if report.case_id is not None]
    begun = [
        one for i in address_ids for one in await tx.dialogues.by(address_id=i, state=DialogueState.OPEN)
    ]
    of_a_report = (relay.key_of, draft_card.no_place_key, consents.key_of)
    timers = [key_of(report.id) for report in alive for key_of in of_a_report]
    await tx.prefetch(
        tx.dialogues.want("subject_id", [report.id for report in alive], form=FORM.name),
        tx.draft_lines.want("report_id", [report.id for report in alive if report.case_id is None]),
        tx.cases.want("id", cases),
        tx.cards.want("case_id", cases),
        tx.cards.want("subject_id", [report.id for report in alive], subject=live_card.SUBJECT),
        tx.reports.want("case_id", cases),
        tx.claims.want("case_id", cases),
        tx.name_blocks.want("case_id", cases),
        tx.incident_links.want("case_id", cases),
        tx.claims.want("report_id", [report.id for report in alive if report.case_id is not None]),
        tx.alerts.want("case_id", cases),
        tx.timers.want("key", [*timers, *map(dialogues.timer_key, begun)]),
        tx.cards.want("subject", ["board"] if cases else []),
    )
    asked = {alert.member_id for case_id in cases for alert in await tx.alerts.by(case_id=case_id)}
    await tx.cards.prefetch("subject_id", asked, subject="list")


def _alive(found: Sequence[Report]) -> list[Report]:
    return [report for report in found if report.state in (ReportState.DRAFT, ReportState.OPEN)]
