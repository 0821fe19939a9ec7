"""SOS: it is me, it is urgent, and a place. Two taps, the button and a city or a pin; or one message, "SOS Almaty".

A cry that is typed by itself is the button. A word that names no place, or half a minute without one, and coordinators have
it, urgent and with a sound (without_place). Everything else is asked afterwards. Pressed twice it is one case: for two hours
it is the one that was told of oneself; what is cried belongs to what was told last. The place is always asked, also of
somebody who told one before: a wrong region wakes the wrong lawyer.
"""

from core.conversation.events import Chose, Said
from core.incoming import IncomingKind
from core.intake.stages.beginning import Cry, same_emergency
from core.model import Dialogue, Report
from core.presentation import Presentation, Request
from core.values import Place
from core.vocabulary import MYSELF, SOS, ReportState
from handlers.cards import draft_card
from handlers.forms import dialogues
from handlers.forms.form_behaviour import FormBehaviour, OpenForm
from handlers.forms.input_reading import read_turn
from handlers.reporting import reports, without_place
from handlers.reporting.known_reports import known_report
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

SITUATION = "situation"


async def on_sos(turn: Turn, argument: str) -> None:
    """The button, and ``/sos``: it is me. It goes on with what was begun and is not open yet."""
    mine = [await known_report(turn, report) for report in await reports.open_reports(turn)]
    same = same_emergency(mine, turn.now, None, typed=False)
    dialogue = await reports.dialogue_of(turn, same.id) if same is not None else None
    if same is not None and dialogue is not None:
        await _once_more(turn, same.report, dialogue)
    else:
        await begin_sos(turn)


async def on_cried(turn: Turn, opened: OpenForm | None, cry: Cry) -> None:
    """ "SOS", "help me Almaty", "көмек": the same in words."""
    dialogues.follow_language(turn, read_turn(turn).language)
    same = await turn.tx.reports.get(cry.again) if cry.again is not None else None
    dialogue = await reports.dialogue_of(turn, same.id) if same is not None else None
    if same is not None and dialogue is not None:
        await _once_more(turn, same, dialogue)
    else:
        await begin_sos(turn, read_turn(turn).place)


async def begin_sos(turn: Turn, place: Place | None = None, situation: str = MYSELF) -> None:
    """A report that is urgent, its place asked. ``place``: what was typed names one; ``situation`` may be empty."""
    dialogue, report = await _begun_draft(turn)
    waits = await turn.tx.timers.get(draft_card.no_place_key(report.id))
    await take_answers(turn, REPORT, dialogue, place, situation)
    report = await turn.tx.reports.get(report.id) or report
    if report.state is ReportState.DRAFT:
        without_place.wait_after_sos(turn, report, waits)
        ask_where(turn)


async def take_answers(
    turn: Turn, follow: FormBehaviour, dialogue: Dialogue, place: Place | None, situation: str = MYSELF
) -> None:
    """The answers that an SOS gives, to a form with the questions of a report."""
    entry = await follow.keep(turn, dialogue)
    dialogue = await _mark_urgent(turn, follow, dialogue, entry)
    if situation:
        chose = Chose(SITUATION, situation)
        await dialogues.apply_event(turn, follow, dialogue, chose, entry, quiet=place is not None)
        dialogue = await turn.tx.dialogues.get(dialogue.id) or dialogue
    if place is not None:
        await dialogues.read_entry(turn, follow, dialogue, entry)
    elif not situation:
        await dialogues.ask_question(turn, follow, dialogue)


def ask_where(turn: Turn) -> None:
    """One tap sends the place, and any word will do."""
    label = turn.say("form-share-place")
    shown = Presentation(turn.say("sos-where"), request=Request.LOCATION, request_label=label)
    turn.show(shown, topic="sos-where")


async def _begun_draft(turn: Turn) -> tuple[Dialogue, Report]:
    """The draft whose form is open, else a new one."""
    dialogue = await dialogues.active(turn)
    ours = dialogue is not None and dialogue.form == REPORT.form.name
    report = await turn.tx.reports.get(dialogue.subject_id) if dialogue is not None and ours else None
    if dialogue is None or report is None or report.state is not ReportState.DRAFT:
        report, dialogue = await reports.begin(turn)
    return dialogue, report


async def _mark_urgent(turn: Turn, follow: FormBehaviour, dialogue: Dialogue, entry: int | None) -> Dialogue:
    """It is urgent; what else may be urgent is asked all the same."""
    said = Said(values={"urgent": (SOS,)}, aside=True)
    await dialogues.apply_event(turn, follow, dialogue, said, entry, quiet=True)
    return await turn.tx.dialogues.get(dialogue.id) or dialogue


async def _once_more(turn: Turn, report: Report, dialogue: Dialogue) -> None:
    """It is urgent now, if it was not; the member who has it hears of it then. A place that is named now is taken."""
    entry = await REPORT.keep(turn, dialogue)
    dialogue = await _mark_urgent(turn, REPORT, dialogue, entry)
    if turn.incoming.kind is IncomingKind.MESSAGE and read_turn(turn).place is not None:
        await dialogues.read_entry(turn, REPORT, dialogue, entry, quiet=True)
    turn.reply("sos-again", topic="sos-again")
    if dialogue.id == getattr(await dialogues.active(turn), "id", None):
        await dialogues.ask_question(turn, REPORT, dialogue)
