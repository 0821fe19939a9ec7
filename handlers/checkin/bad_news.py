"""Bad news of somebody who is waited for: where they are is known by the check-in, so lawyers are asked in the same moment.

Somebody who writes "they take me somewhere" names no city; the check-in does. Where it is not clear what is done,
coordinators hear at once.
"""

from core.conversation.events import Said
from core.incoming import IncomingKind
from core.intake.signs import is_bad_news
from core.model import Report
from core.records.check_ins import CheckIn
from core.traffic import Timer
from core.values import Place
from core.vocabulary import ReportState
from handlers.cards import draft_card
from handlers.checkin import missed_checkin
from handlers.forms import dialogues
from handlers.forms.message_reading import message_of
from handlers.reporting import reports
from handlers.turn import Turn


async def bring_place(turn: Turn, checkin: CheckIn) -> None:
    """The report that these words have begun gets the place of the check-in, if they name none."""
    if (
        turn.incoming.kind is not IncomingKind.MESSAGE
        or turn.incoming.forwarded is not None
        or not is_bad_news(message_of(turn))
    ):
        return
    report = await _begun_by(turn)
    dialogue = await reports.dialogue_of(turn, report.id) if report is not None else None
    if report is None or dialogue is None:
        return
    told = await missed_checkin.answers_of_checkin(turn.tx, checkin)
    place = told["place"].value if "place" in told else None
    if isinstance(place, Place) and place.is_city and "place" not in dialogues.state_of(dialogue).answers:
        said = Said(values={"place": place}, aside=True)
        await reports.take_values(turn, dialogue, said)
    after = await turn.tx.reports.get(report.id)
    if after is not None and after.case_id is None:
        key = draft_card.no_place_key(report.id)
        turn.tx.timers.put(Timer(key, "no-place", turn.now, report.id))


async def _begun_by(turn: Turn) -> Report | None:
    """The draft in which the actor's words are."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    return report if report is not None and report.state is ReportState.DRAFT else None
