"""What is shown of papers that were sent: all of a case, one of them; each with the buttons that change it."""

from core.casework.case_view import CaseView
from core.casework.claims import Claim
from core.casework.interventions import (
    REPLIES,
    InterventionKind,
    InterventionReply,
    TrackedIntervention,
    intervention_lines,
    tracked_interventions,
)
from core.folding import inert_line
from core.model import Case
from core.presentation import Button, ButtonRows, Presentation, Style
from handlers.cards import case_lines
from handlers.cards.fact_lines import person_name
from handlers.clocks.law_signatures import unverified_rows
from handlers.interventions.intervention_lines import WHOLE, addressee, paper_line, sort_words
from handlers.proceedings.proceeding_screens import laid_out
from handlers.turn import Turn

LISTED = 6  # on one page, and people to choose from
LABEL = 24  # UTF-16 units of a name on a button
HISTORY = 4  # who wrote what down, the newest


async def overview_screen(turn: Turn, case: Case, view: CaseView, page: int = 0) -> Presentation:
    """All of a case, the newest first, a page of them; each line says what is owed."""
    every = list(enumerate(tracked_interventions(view), start=1))[::-1]
    lines = [turn.say("interventions-head", code=case.code), ""]
    rows: list[tuple[Button, ...]] = []
    unsigned = await unverified_rows(turn.tx, turn.service.law)
    for number, intervention in every[page * LISTED : (page + 1) * LISTED]:
        text = paper_line(turn.service, turn.language, case, intervention, turn.now, unsigned)
        lines.append(f"{number}. {text}")
        label = f"{number}. {addressee(intervention, LABEL)}"
        rows.append((Button(label, f"intervention:{intervention.number}"),))
    if len(every) > (page + 1) * LISTED:
        rows.append((Button(turn.say("button-earlier"), f"interventions:{case.id}:{page + 1}"),))
    if not every:
        lines.append(turn.say("interventions-none"))
    rows.append((Button(turn.say("button-new-intervention"), f"send:{case.id}", Style.PRIMARY),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


def kinds_screen(turn: Turn, case: Case) -> Presentation:
    """All sorts of papers, one of which was sent, as buttons."""
    buttons = [
        Button(sort_words(turn.service, turn.language, sort), f"send:{case.id}:{sort}")
        for sort in InterventionKind
    ]
    return Presentation(turn.say("interventions-sort", code=case.code), laid_out(buttons), protect=True)


async def paper_screen(turn: Turn, case: Case, view: CaseView, found: TrackedIntervention) -> Presentation:
    """One paper: to whom, when, by which row of the law an answer is due, what came, and who wrote it down."""
    service, language = turn.service, turn.language
    unsigned = await unverified_rows(turn.tx, service.law)
    lines = [
        turn.say("interventions-head", code=case.code),
        paper_line(service, language, case, found, turn.now, unsigned, WHOLE),
    ]
    if found.person is not None:
        lines.append(inert_line(person_name(language, service, view, found.person)))
    row = next((row for row in service.law if row.id == found.what.term), None)
    if row is not None:
        term = ", ".join([row.names[language], *row.articles[language]])
        lines.append(turn.say("intervention-term", what=term))
    elif found.is_owed:
        known = found.what.due_at is not None
        lines.append(turn.say("intervention-as-said" if known else "intervention-no-term"))
    if found.what.unregistered:
        lines.append(turn.say("intervention-evidence"))
    lines += ["", *[await _history_line(turn, case, *line) for line in intervention_lines(found)[-HISTORY:]]]
    return Presentation("\n".join(lines), _paper_buttons(turn, case, found), protect=True)


async def _history_line(turn: Turn, case: Case, what: str, claim: Claim) -> str:
    """When a line was written down, what it says, and who wrote it."""
    zone = case_lines.zone_of(turn.service, case)
    member = await turn.tx.members.get(claim.source_id)
    time = case_lines.local_time(claim.noted_at, zone, turn.service.zone)
    name = inert_line(member.name) if member is not None else "—"
    return turn.say("intervention-written", time=time, what=turn.say(f"written-{what}"), name=name)


def _paper_buttons(turn: Turn, case: Case, found: TrackedIntervention) -> ButtonRows:
    number, what = found.number, found.what
    back = (Button(turn.say("button-all-interventions"), f"interventions:{case.id}:list"),)
    if what.withdrawn:
        return ((Button(turn.say("button-not-withdrawn"), f"reply:{number}:again"),), back)
    register = "registered" if what.unregistered else "unregistered"
    answered = Button(turn.say("button-answered"), f"reply:{number}:answered", Style.PRIMARY)
    none = Button(turn.say("button-no-answer"), f"reply:{number}:{InterventionReply.NONE}")
    return (
        (answered,) if what.reply == InterventionReply.NONE else (answered, none),
        (
            Button(turn.say("button-reference"), f"reply:{number}:reference"),
            Button(turn.say("button-sent-date"), f"reply:{number}:date"),
            Button(turn.say("button-due"), f"reply:{number}:due"),
        ),
        (
            Button(turn.say(f"button-{register}"), f"reply:{number}:{register}"),
            Button(turn.say("button-withdrawn"), f"reply:{number}:withdrawn"),
        ),
        back,
    )


def replies_screen(turn: Turn, found: TrackedIntervention) -> Presentation:
    """What a body may have answered to this paper, as buttons."""
    buttons = [Button(turn.say(f"reply-{reply}"), f"reply:{found.number}:{reply}") for reply in REPLIES]
    return Presentation(turn.say("interventions-reply"), laid_out(buttons), protect=True)
