"""What the buttons of proceedings do. Everybody who sees the case whole may press them; a closed case is only read."""

from bot.core.casework.consents import YES, is_bound
from bot.core.casework.kinds import STEPS
from bot.core.casework.proceedings import MEASURED, RESULTS, Outcome, Regime, State, course
from bot.core.presentation import Button, Style
from bot.core.vocabulary import AskKind
from handlers.alerting import asks
from handlers.cards.case_view import view_of
from handlers.casework import handed_out
from handlers.pressed import OnCase
from handlers.proceedings import form, screens, writing
from handlers.proceedings.about import OnCharge, OnCourse, OnSitting, Opening
from handlers.turn import Turn

LIST = "list"
PAGES = ("", LIST, *map(str, range(1, 20)))
REGIMES = {f"regime-{one}": one.value for one in Regime}
CHANGES = (
    "article",
    "typed",
    "hearing",
    "steps",
    "regime",
    "result",
    *State,
    *STEPS,
    *RESULTS,
    *REGIMES,
)
SAT = ("move", "off", *Outcome)


async def on_list(turn: Turn, found: OnCase) -> None:
    """*Proceedings* on the card: all of them, as a message of its own; from within, in place."""
    page = int(found.word) if found.word.isdecimal() else 0
    shown = screens.overview(turn, found.case, await view_of(turn.tx, found.case), page)
    if found.word:
        handed_out.show_in_place(turn, found.case, shown)
    else:
        handed_out.show(turn, found.case, shown)


async def on_begun(turn: Turn, found: Opening) -> None:
    """*New*: the sort; where the case has several persons, whom; then it is there."""
    if not found.word:
        handed_out.show_in_place(turn, found.case, screens.sorts(turn, found.case))
        return
    view = await view_of(turn.tx, found.case)
    if not found.chosen and len(view.persons) > 1:
        handed_out.show_in_place(turn, found.case, screens.persons(turn, found.case, view, found.word))
        return
    number = await writing.opened(turn, found.case, found.member, found.word, found.person)
    await form.show(turn, found.case, number, in_place=True)


async def on_one(turn: Turn, found: OnCourse) -> None:
    """One of the proceedings."""
    handed_out.show_in_place(turn, found.case, screens.one(turn, found.case, found.view, found.course))


async def on_changed(turn: Turn, found: OnCourse) -> None:
    """A button of one of the proceedings: it asks, or it writes down what was chosen."""
    case, member, one, word = found.case, found.member, found.course, found.word
    asking = {
        "article": screens.articles,
        "steps": screens.steps,
        "regime": screens.regimes,
        "result": screens.results,
    }
    if word in asking:
        handed_out.show_in_place(turn, case, asking[word](turn, one))
    elif word == "typed":
        await form.begin(turn, case, form.ARTICLE, one.number)
    elif word == form.HEARING or word in STEPS:
        await form.begin(turn, case, word, one.number)
    else:
        if word in REGIMES:
            await writing.happened(turn, case, member, one, "regime", REGIMES[word])
        elif word in RESULTS:
            await writing.happened(turn, case, member, one, "result", word)
        else:
            await writing.changed(turn, case, member, one, state=word)
        await form.show(turn, case, one.number, in_place=True)


async def on_charged(turn: Turn, found: OnCharge) -> None:
    """An article was chosen: which part of it, is typed."""
    await writing.changed(turn, found.case, found.member, found.course, article=found.charge.id, part="")
    await form.show(turn, found.case, found.course.number, in_place=True)
    await form.begin(turn, found.case, form.PART, found.course.number)


async def on_hearing(turn: Turn, found: OnSitting) -> None:
    """One hearing, as a message of its own: it is also opened from a reminder."""
    handed_out.show(turn, found.case, screens.hearing(turn, found.case, found.sitting))


async def on_sat(turn: Turn, found: OnSitting) -> None:
    """It moved, was cancelled, or something came of it."""
    case, member, sitting = found.case, found.member, found.sitting
    number = sitting.hearing.number
    if found.word == form.MOVE:
        await form.begin(turn, case, form.MOVE, number)
        return
    if found.word == "off":
        await writing.hearing_changed(turn, case, member, sitting, off=True)
    else:
        of = course(found.view, sitting.proceeding)
        assert of is not None  # the hearing was found in it
        await writing.decided(turn, case, member, of, sitting, Outcome(found.word))
    await form.show(turn, case, number, in_place=True)
    if found.word in MEASURED:
        await form.begin(turn, case, found.word, number)
    elif found.word == Outcome.ADJOURNED:  # the next one is asked for at once
        await form.begin(turn, case, form.HEARING, sitting.proceeding)


async def on_bound(turn: Turn, found: OnCase) -> None:
    """*Non-disclosure*: what follows is said first; then names stay where they are until a coordinator decides."""
    case = found.case
    if not found.word:
        taken = Button(turn.say("button-undertaking-yes"), f"bound:{case.id}:yes", Style.DANGER)
        not_taken = Button(turn.say("button-undertaking-no"), f"bound:{case.id}:no")
        back = Button(turn.say("button-all-proceedings"), f"proceedings:{case.id}:{LIST}")
        turn.reply_in_place("undertaking-sure", ((taken,), (not_taken,), (back,)), code=case.code)
        return
    await writing.promised(turn, case, found.member, found.word)
    if found.word == YES:
        await asks.put(turn.tx, turn.service, case, AskKind.UNDERTAKING, again=True)
        turn.reply_in_place("undertaking-noted", code=case.code)
    else:
        if not is_bound(await view_of(turn.tx, case)):
            await asks.settle(turn.tx, turn.service, case, AskKind.UNDERTAKING)
        turn.reply_in_place("undertaking-not", code=case.code)
