"""Whether words are about something else than the report to which they came: another city, other people.

HERE      nothing speaks for it
MOVED     the person who was taken is brought to another city: a coordinator reads it
DOUBTFUL  something happens elsewhere, perhaps to the same person: asked with two buttons, a coordinator reads it meanwhile
ANOTHER   something happens elsewhere to somebody else: a report of its own, and lawyers there are asked
"""

from enum import Enum, auto

from core.conversation.corrections import place_put_right
from core.conversation.finer_values import places_contradict
from core.conversation.forms import current_question
from core.incoming import IncomingKind
from core.model import Case, Report
from core.places.place_kinds import PlaceMatch, PlaceRole
from core.presentation import Button, Presentation
from core.understanding.later import facts_told, speaks_of_another, speaks_of_the_same
from core.values import Place
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import READ, read_turn
from handlers.reporting import reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

FIRST = 20  # messages in which it is looked for who was named
ABOUT_THE_SAME = "taken"  # the question whose answer may well name another city


class Belonging(Enum):
    """See above."""

    HERE = auto()
    MOVED = auto()
    DOUBTFUL = auto()
    ANOTHER = auto()


async def on_another(turn: Turn, opened: OpenForm | None) -> bool:
    """Words in the open form of a report: True if they were no answer of that form."""
    if opened is None or opened.follow is not REPORT or opened.dialogue.revisiting == "place":
        return False
    report = await turn.tx.reports.get(opened.dialogue.subject_id)
    if report is None or turn.incoming.kind is not IncomingKind.MESSAGE:
        return False
    belongs = await compare_with_report(turn, report)
    if belongs is Belonging.ANOTHER:
        asked = current_question(REPORT.form, dialogues.state_of(opened.dialogue))
        if asked is None or asked.name != ABOUT_THE_SAME:
            await begin_separate_report(turn)
            return True
        belongs = Belonging.DOUBTFUL
    if belongs is Belonging.DOUBTFUL:
        await dialogues.proceed(turn, REPORT, opened.dialogue, quiet=True)
        turn.show(another_case_question(turn))
    await have_words_read(turn, report, belongs)
    return belongs is Belonging.DOUBTFUL


async def begin_separate_report(turn: Turn) -> None:
    """A report of its own; an open form is set aside, and its report stays open."""
    _, dialogue = await reports.begin(turn)
    await dialogues.proceed(turn, REPORT, dialogue)


def another_case_question(turn: Turn, before: str = "") -> Presentation:
    """Is this another case? Asked of words that are kept already."""
    match = _place_named(turn)
    place = turn.service.gazetteer.name(match.city or match.region, turn.language) if match else ""
    new = Button(turn.say("button-another"), f"new:{turn.entry_id}")
    same = Button(turn.say("button-same"), f"same:{turn.entry_id}")
    asked = turn.say("another-which", place=place)
    return Presentation(f"{before}\n\n{asked}" if before else asked, ((new, same),))


async def have_words_read(turn: Turn, report: Report, belongs: Belonging) -> None:
    """A coordinator reads what names another city and stays here."""
    case = await _case_of(turn, report)
    if case is not None and belongs in (Belonging.MOVED, Belonging.DOUBTFUL):
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.ELSEWHERE, again=True)


async def compare_with_report(turn: Turn, report: Report) -> Belonging:
    """What the words are to this report. If it is no case yet, nobody has heard of it: what happens elsewhere is another.

    What a member says begins no report by itself.
    """
    case = await _case_of(turn, report)
    known = await _report_place(turn, report, case) if turn.incoming.forwarded is None else None
    match = _place_named(turn) if known is not None else None
    if known is None or match is None:
        return Belonging.HERE
    found = _belonging(turn, known, match, await _words_said(turn, report))
    if case is None:
        return Belonging.ANOTHER if found is Belonging.DOUBTFUL else found
    return Belonging.DOUBTFUL if found is Belonging.ANOTHER and turn.active is not None else found


def _belonging(turn: Turn, known: Place, match: PlaceMatch, before: str) -> Belonging:
    text, heard = turn.incoming.text, turn.service.heard
    others = speaks_of_another(text, heard)
    there = Place(city=match.city, district=match.district, region=match.region)
    if place_put_right(text, known, heard, turn.service.gazetteer) is not None:
        return Belonging.HERE
    if not places_contradict(known, there):
        across_town = known.district and there.district and known.district != there.district
        return Belonging.DOUBTFUL if across_town and others and read_turn(turn).happening else Belonging.HERE
    happening = read_turn(turn).happening
    if match.role in (PlaceRole.TO, PlaceRole.BROUGHT) or not happening:
        if happening and others:
            return Belonging.DOUBTFUL
        moved = happening or "moved" in facts_told(text, heard)
        return Belonging.MOVED if moved else Belonging.HERE
    if match.role is PlaceRole.FROM or (speaks_of_the_same(text, before, heard) and not others):
        return Belonging.DOUBTFUL
    return Belonging.ANOTHER


def _place_named(turn: Turn) -> PlaceMatch | None:
    """The place that is named. Looked for once, however many reports it is compared with."""
    if turn.place is None or turn.place[0] is not turn.incoming:
        text = turn.incoming.text[:READ]
        turn.place = turn.incoming, turn.service.gazetteer.find(text) if text else None
    return turn.place[1]


async def _case_of(turn: Turn, report: Report) -> Case | None:
    return await turn.tx.cases.get(report.case_id) if report.case_id is not None else None


async def _report_place(turn: Turn, report: Report, case: Case | None) -> Place | None:
    """Where the report is, as far as it is known."""
    if case is not None:
        known: object = Place(city=case.city, district=case.district, region=case.region)
    else:
        dialogue = await reports.dialogue_of(turn, report.id)
        answer = dialogues.state_of(dialogue).answers.get("place") if dialogue is not None else None
        known = answer.value if answer is not None else None
    return known if isinstance(known, Place) and (known.city or known.region) else None


async def _words_said(turn: Turn, report: Report) -> str:
    said = await turn.tx.entries.oldest(FIRST, report_id=report.id)
    return " . ".join(str(entry.payload.get("text", "")) for entry in said)
