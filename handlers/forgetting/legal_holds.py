"""A case is held: it is kept beyond its term, because a court, an inquiry or a complaint needs it. A coordinator who has it
open says why, and until when if that is known; a coordinator lifts it. ``/holds`` lists what is held, without names.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import StepOutcome
from core.folding import inert_line
from core.model import Case, Dialogue
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.holds import Hold
from core.timeline import TimelineKind
from handlers.arguments import OnCase
from handlers.cards import case_lines, live_cards
from handlers.cards.card_lines import CardReading
from handlers.cards.case_labels import load_labels
from handlers.casework import disclosure
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.schema import holds
from storage.transaction import Transaction

MOST = 300  # characters of a reason
LISTED = 50
MONTHS = {"half": 6, "year": 12, "years": 36}  # ends to choose from; without one it is until it is lifted
LIFT, LIFTED = "lift", "lifted"
WORDS = ("", *MONTHS, LIFT, LIFTED)
FORM = Form(
    "preserving", (Question("reason", AnswerKind.WORDS, required=True),), lambda values: "reason" in values
)


async def with_merged_cases(tx: Transaction, case: Case) -> list[Case]:
    """The case, and those that are stubs because their reports feed it: they go with it."""
    reports = await tx.reports.by(case_id=case.id)
    await tx.links.prefetch("report_id", [report.id for report in reports])
    fed = {link.case_id for report in reports for link in await tx.links.by(report_id=report.id)}
    others = [await tx.cases.get(id) for id in sorted(fed - {case.id})]
    return [case, *(other for other in others if other is not None and is_stub(other))]


async def holds_of(tx: Transaction, case: Case) -> list[Hold]:
    """What holds it now, its own first."""
    cases = await with_merged_cases(tx, case)
    found = [hold for held in cases for hold in await tx.holds.by(case_id=held.id)]
    return [hold for hold in found if hold.lives(tx.now)]


async def hold_lines(reading: CardReading) -> list[str]:
    """That the case is held, why, and until when: a line for each hold."""
    return [
        reading.say("case-preserved", why=inert_line(hold.reason), **end_words(reading.service, hold))
        for hold in await holds_of(reading.tx, reading.case)
    ]


def end_words(service: Service, hold: Hold) -> dict[str, str]:
    """Whether it has an end, and which."""
    if hold.until is None:
        return {"ends": "no", "until": ""}
    return {"ends": "yes", "until": case_lines.date_words(service, hold.until)}


async def current_hold(tx: Transaction, case: Case) -> Hold | None:
    """What holds the case now."""
    return next(iter(await holds_of(tx, case)), None)


async def on_pressed(turn: Turn, found: OnCase) -> None:
    """*Legal hold*: why, then until when; or, of one that is held, how it stands, and *Lift it*, which asks once more."""
    hold, code = await current_hold(turn.tx, found.case), found.case.code
    if hold is None and found.word:
        turn.reply("preserve-none", code=code)
    elif hold is None:
        dialogue = await dialogues.begin(turn, LEGAL_HOLD, found.case.id)
        await dialogues.ask_question(turn, LEGAL_HOLD, dialogue)
    elif not found.word:
        _show_hold(turn, "preserve-is", found.case, hold)
    elif found.word in MONTHS:
        until = turn.now + timedelta(days=30) * MONTHS[found.word]
        hold = turn.tx.holds.put(replace(hold, until=until))
        ends = {"until": until.isoformat()}
        await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.HOLD_ENDS, ends)
        await live_cards.touch_case(turn.tx, found.case.id)
        _show_hold(turn, "preserve-is", found.case, hold, in_place=True)
    elif found.word == LIFT:
        yes = Button(turn.say("button-lift"), f"preserve:{found.case.id}:{LIFTED}", Style.DANGER)
        no = Button(turn.say("button-keep-held"), f"keep:{found.case.id}")
        turn.reply("preserve-lift-sure", ((yes, no),), code=code)
    else:
        for lifted in await holds_of(turn.tx, found.case):
            turn.tx.holds.put(replace(lifted, lifted_at=turn.now, lifted_by=found.member.id))
        await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.HOLD_LIFTED, {})
        await live_cards.touch_case(turn.tx, found.case.id)
        turn.reply_in_place("preserve-lifted", code=code)


def _show_hold(turn: Turn, key: str, case: Case, hold: Hold, *, in_place: bool = False) -> None:
    until = end_words(turn.service, hold)
    ends = [Button(turn.say(f"button-until-{name}"), f"preserve:{case.id}:{name}") for name in MONTHS]
    lift = (Button(turn.say("button-lift"), f"preserve:{case.id}:{LIFT}", Style.DANGER),)
    (turn.reply_in_place if in_place else turn.reply)(
        key, (*in_button_rows(ends), lift), code=case.code, **until
    )


async def on_list(turn: Turn, argument: str) -> None:
    """``/holds``: which cases are held, since when, by whom, and until when."""
    open_ones = holds.c.lifted_at.is_(None)
    found = [
        hold for hold in await turn.tx.holds.select(open_ones, order_by=holds.c.id) if hold.lives(turn.now)
    ]
    if not found:
        turn.reply("preserve-nothing")
        return
    lines, buttons = [turn.say("preserve-list", count=len(found))], []
    await turn.tx.cases.prefetch("id", [hold.case_id for hold in found[:LISTED]])
    held = [(hold, case) for hold in found[:LISTED] if (case := await turn.tx.cases.get(hold.case_id))]
    cases = [case for _, case in held]
    labels = await load_labels(turn.tx, turn.service, turn.language, cases, turn.address.id)
    for hold, case in held:
        by = await turn.tx.members.get(hold.by)
        until = end_words(turn.service, hold)
        since, name = case_lines.date_words(turn.service, hold.at), by.name if by is not None else ""
        code = labels.title(case)
        lines.append(turn.say("preserve-line", code=code, since=since, name=name or "—", **until))
        buttons.append(Button(labels.button(case), f"open:{case.id}"))
    rows: ButtonRows = in_button_rows(buttons)
    disclosure.show_several(turn, labels.named(cases), Presentation("\n".join(lines), rows, protect=True))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Why it is held: from now on it is, until somebody lifts it or an end is chosen."""
    answer = state_of(dialogue).answers.get("reason")
    turn.tx.dialogues.remove(dialogue.id)
    case = await turn.tx.cases.get(dialogue.subject_id)
    by = turn.coordinator
    if outcome is StepOutcome.CANCELLED or answer is None or case is None or by is None:
        turn.reply("preserve-cancelled")
        return
    if case.forgotten_at is not None or await current_hold(turn.tx, case) is not None:
        turn.reply("preserve-late", code=case.code)
        return
    reason = (turn.incoming.typed or str(answer.value))[:MOST]
    hold = turn.tx.holds.add(Hold(turn.tx.new_id(), case.id, by.id, turn.now, reason))
    await timeline.append(turn.tx, case.id, by.id, TimelineKind.HOLD, {"reason": reason})
    await live_cards.touch_case(turn.tx, case.id)
    _show_hold(turn, "preserve-done", case, hold)


async def _take_back_reason(turn: Turn, taken: TakenWords) -> TakenWords:
    """Without a reason it is not held."""
    case, by = await turn.tx.cases.get(taken.subject), turn.coordinator
    for hold in await holds_of(turn.tx, case) if case is not None else ():
        if by is not None and hold.by == by.id and hold.reason == taken.words[:MOST]:
            turn.tx.holds.put(replace(hold, lifted_at=turn.now, lifted_by=by.id))
            await timeline.append(turn.tx, hold.case_id, by.id, TimelineKind.HOLD_LIFTED, {})
            await live_cards.touch_case(turn.tx, hold.case_id)
    return taken


LEGAL_HOLD = FormBehaviour(
    FORM,
    "unexplained-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back={"reason": _take_back_reason},
)
