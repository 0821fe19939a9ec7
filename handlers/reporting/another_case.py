"""Words about something else than the report to which they came: see core.intake.belonging."""

from core.intake.belonging import Belonging, belonging
from core.model import Case, Report
from core.places.place_kinds import PlaceRole
from core.presentation import Button, Presentation
from handlers.casework import elsewhere
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.reporting import reports
from handlers.reporting.known_reports import known_report
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


async def on_another(turn: Turn, opened: OpenForm | None, found: Belonging) -> None:
    """Words in the open form of a report that are no answer of that form, or perhaps none."""
    if opened is None:
        return
    if found is Belonging.ANOTHER:
        await begin_separate_report(turn)
        return
    report = await turn.tx.reports.get(opened.dialogue.subject_id)
    await dialogues.proceed(turn, REPORT, opened.dialogue, quiet=True)
    turn.show(another_case_question(turn))
    if report is not None:
        await have_words_read(turn, report, found)


async def on_moved(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Somebody is brought to another city: a coordinator reads that, and the form goes on."""
    report = await turn.tx.reports.get(opened.dialogue.subject_id) if opened is not None else None
    if report is not None:
        await have_words_read(turn, report, Belonging.MOVED)


async def begin_separate_report(turn: Turn) -> None:
    """A report of its own; an open form is set aside, and its report stays open."""
    _, dialogue = await reports.begin(turn)
    await dialogues.proceed(turn, REPORT, dialogue)


def another_case_question(turn: Turn, before: str = "") -> Presentation:
    """Is this another case? Asked of words that are kept already."""
    match = message_of(turn).place
    place = turn.service.gazetteer.name(match.city or match.region, turn.language) if match else ""
    new = Button(turn.say("button-another"), f"new:{turn.entry_id}")
    same = Button(turn.say("button-same"), f"same:{turn.entry_id}")
    asked = turn.say("another-which", place=place)
    return Presentation(f"{before}\n\n{asked}" if before else asked, ((new, same),))


async def have_words_read(turn: Turn, report: Report, belongs: Belonging) -> None:
    """What names another city and stays here: coordinators read it, and lawyers there are asked."""
    case = await _case_of(turn, report)
    if case is not None and belongs in (Belonging.MOVED, Belonging.DOUBTFUL):
        match = message_of(turn).place
        is_scene = match is not None and match.role is not PlaceRole.FROM
        await elsewhere.tell_of(turn.tx, turn.service, case, match if is_scene else None)


async def compare_with_report(turn: Turn, report: Report) -> Belonging:
    """What the actor's words are to this report."""
    known = await known_report(turn, report)
    return belonging(message_of(turn), known, by_member=turn.active is not None)


async def _case_of(turn: Turn, report: Report) -> Case | None:
    return await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
