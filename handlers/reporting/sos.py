"""SOS: it is me, it is urgent, and a place. Two taps, the button and a city or a pin; or one message, "SOS Almaty".

A cry that is typed by itself is the button. A word that names no place, or half a minute without one, and coordinators have
it, urgent and with a sound (without_place). Everything else is asked afterwards. Pressed twice it is one case: for two hours
it is the one that was told of oneself; what is cried belongs to what was told last. The place is always asked, also of
somebody who told one before: a wrong region wakes the wrong lawyer.
"""

from datetime import timedelta

from core.conversation.events import Chose, Said
from core.incoming import IncomingKind
from core.model import Dialogue, Report
from core.presentation import Presentation, Request
from core.values import CountKind, People, Place
from core.vocabulary import MYSELF, SOS, CaseState, ReportState
from handlers.cards import draft_card
from handlers.forms import dialogues
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.input_reading import read_turn
from handlers.reporting import reports, without_place
from handlers.reporting.later_answers import LATER
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

SAME = timedelta(hours=2)  # so long a second SOS is about the case that the first one opened
FEW = 4  # words of a cry that tells nothing else
SITUATION = "situation"


async def on_sos(turn: Turn, argument: str) -> None:
    """The button, and ``/sos``: it is me. It goes on with what was begun and is not open yet."""
    same = await _same_emergency(turn, None)
    await (_once_more(turn, *same) if same is not None else begin_sos(turn))


async def on_cried(turn: Turn, opened: OpenForm | None) -> bool:
    """ "SOS", "help me Almaty", "көмек": the same in words. False for anything that tells more, and for what members
    write.
    """
    asked = (REPORT, LATER)  # forms of a report, in which it is heard as outside them
    other = opened.follow if opened is not None and opened.follow not in asked else None
    if other is not None and other.happenings is Interrupts.NOBODYS:
        return False  # that form hears it itself
    if turn.active is not None or not is_cry(turn):
        return False
    place = read_turn(turn).place
    dialogues.follow_language(turn, read_turn(turn).language)
    same = await _same_emergency(turn, place)
    if same is not None:
        await _once_more(turn, *same)
    elif not await _is_answer(turn, opened):
        await begin_sos(turn, place)
    else:
        return False
    return True


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


async def _same_emergency(turn: Turn, place: Place | None) -> tuple[Report, Dialogue] | None:
    """The open report that a second SOS belongs to. For words (without ``place``) it is the newest, for the button one's
    own.
    """
    typed = turn.incoming.kind is IncomingKind.MESSAGE and turn.incoming.command is None
    for report in reversed((await reports.open_reports(turn))[-reports.MANY :]):
        case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
        dialogue = await reports.dialogue_of(turn, report.id)
        if case is None or dialogue is None or case.state is CaseState.CLOSED:
            continue
        lately = report.opened_at is not None and turn.now - report.opened_at < SAME
        elsewhere = place is not None and place.city and case.city and place.city != case.city
        if lately and not elsewhere and (typed or case.situation == MYSELF):
            return report, dialogue
    return None


async def _once_more(turn: Turn, report: Report, dialogue: Dialogue) -> None:
    """It is urgent now, if it was not; the member who has it hears of it then. A place that is named now is taken."""
    entry = await REPORT.keep(turn, dialogue)
    dialogue = await _mark_urgent(turn, REPORT, dialogue, entry)
    if turn.incoming.kind is IncomingKind.MESSAGE and read_turn(turn).place is not None:
        await dialogues.read_entry(turn, REPORT, dialogue, entry, quiet=True)
    turn.reply("sos-again", topic="sos-again")
    if dialogue.id == getattr(await dialogues.active(turn), "id", None):
        await dialogues.ask_question(turn, REPORT, dialogue)


def is_cry(turn: Turn) -> bool:
    """Whether the message is a call for help and nothing else but perhaps a place."""
    incoming = turn.incoming
    if (
        incoming.kind is not IncomingKind.MESSAGE
        or incoming.forwarded is not None
        or incoming.file is not None
    ):
        return False
    if not incoming.text.strip() or len(incoming.text.split()) > FEW:
        return False
    heard = read_turn(turn)
    us = People(kind=CountKind.SEVERAL)
    of_others = heard.people not in (None, us) or heard.link not in (None, "self")
    return heard.happening and heard.situation is None and not heard.flags and not of_others


async def _is_answer(turn: Turn, opened: OpenForm | None) -> bool:
    """Whether the report that is open tells already of somebody: then a cry is one more word of it."""
    if opened is None or opened.follow is not REPORT:
        return False
    situation = dialogues.state_of(opened.dialogue).answers.get(SITUATION)
    return situation is not None and situation.value != MYSELF
