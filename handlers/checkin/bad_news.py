"""Bad news of somebody who is waited for: where they are is known by the check-in, so lawyers are asked in the same moment.

Somebody who writes "they take me somewhere" names no city; the check-in does. Where it is not clear what is done,
coordinators hear at once.
"""

from core.conversation.events import Said
from core.incoming import IncomingKind
from core.model import Report
from core.records.check_ins import CheckIn
from core.traffic import Timer
from core.understanding.later import facts_told
from core.values import Place
from core.vocabulary import ReportState
from handlers.cards import draft_card
from handlers.checkin import missed_checkin
from handlers.forms import dialogues
from handlers.forms.input_reading import read_turn
from handlers.reporting import reports
from handlers.turn import Turn

NOTHING_DONE = (None, "over", "saw")  # situations in which nothing is done to anybody now
GRAVE = frozenset({"phone", "injured", "medicine", "raid"})


def is_bad(turn: Turn) -> bool:
    """Whether something happens to somebody, or may be read so."""
    heard = read_turn(turn)
    happens = heard.happening or heard.summons or heard.situation not in NOTHING_DONE
    may_happen = heard.flags & GRAVE or heard.ongoing == "yes" or heard.seeks is not None or heard.foreign
    return bool(happens or may_happen) or not {"released", "lawyer"}.issuperset(
        facts_told(turn.incoming.text, turn.service.heard)
    )


async def bring_place(turn: Turn, checkin: CheckIn) -> None:
    """The report that these words have begun gets the place of the check-in, if they name none."""
    if (
        turn.incoming.kind is not IncomingKind.MESSAGE
        or turn.incoming.forwarded is not None
        or not is_bad(turn)
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
