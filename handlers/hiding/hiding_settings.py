"""``/settings``: how long this chat is silent after hiding, and whether it is hidden by itself when all is closed.

Both are chosen beforehand: a hidden chat shows nothing that could be chosen. Hiding by itself, so that no trace stays after
it is over, is offered once, with the news that the case is closed; it can also be said in words. Then the chat gets no word,
not even the bland sentence, until something is written there. The code opens it again, as any hidden chat.
"""

from core.conversation.typed_shortcuts import TypedControl, nearest_label, typed_control
from core.intake.prompts import HIDES_LATER, Prompt
from core.presentation import Button, Presentation, Style, in_button_rows
from core.timeline import TimelineKind
from core.traffic import Timer
from core.vocabulary import AfterClosing, CheckInState, ReopensFrom, ReportState
from handlers.cards import live_cards
from handlers.casework import hiding_after_closing
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.hiding import chat_clearing
from handlers.people.membership import members_at
from handlers.reporting import after_closing
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CLOSING_CHOICES = (AfterClosing.HIDES, AfterClosing.STAYS)
ANSWERS: dict[AfterClosing | None, tuple[TypedControl, ...]] = {
    AfterClosing.ASKED: (TypedControl.YES, TypedControl.NO),
    AfterClosing.HIDES: (TypedControl.NO,),  # it takes the yes back
}


async def on_closing_choice(turn: Turn, argument: str) -> None:
    """*Hide it*, or *Leave it*, under the news that it is closed."""
    if argument in CLOSING_CHOICES and turn.active is None:
        turn.reply_in_place(
            f"hide-later-{argument}", when=await choose_after_closing(turn, AfterClosing(argument))
        )
    else:
        turn.reply("button-unknown")


async def choose_after_closing(turn: Turn, choice: AfterClosing) -> str:
    """It is chosen from now on. When it is done: soon, if all of the chat's reports are closed; else later."""
    turn.update_address(after_closing=choice)
    states = {report.state for report in await turn.tx.reports.by(address_id=turn.address.id)}
    soon = ReportState.CLOSED in states and not states & {ReportState.OPEN, ReportState.DRAFT}
    if soon and choice is AfterClosing.HIDES:
        hiding_after_closing.schedule(turn.tx, turn.address.id)
    return "soon" if soon else "later"


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """In words: "hide this chat when it is closed"."""
    await _say_choice(turn, AfterClosing.HIDES)


async def find_question(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """Whether it was offered to hide this chat, which was closed lately; a no takes an earlier yes back."""
    if turn.active is not None or opened is not None or turn.address.after_closing not in ANSWERS:
        return None
    control = typed_control(turn.incoming.text, turn.service.words)
    closed = await after_closing.recently_closed(turn)
    if closed is None or control not in ANSWERS[turn.address.after_closing]:
        return None
    _, case = closed
    return Prompt(HIDES_LATER, case.closed_at or turn.now)


async def take_answer(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """A plain yes or no to what was offered."""
    control = typed_control(turn.incoming.text, turn.service.words)
    await _say_choice(turn, AfterClosing.HIDES if control is TypedControl.YES else AfterClosing.STAYS)


async def _say_choice(turn: Turn, choice: AfterClosing) -> None:
    turn.reply(f"hide-later-{choice}", when=await choose_after_closing(turn, choice))


async def on_hiding_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Some hours after closing: the chat is emptied and silent, unless something is open there again."""
    address = await tx.addresses.get(timer.subject_id)
    if address is None or address.silenced_at is not None or address.after_closing is not AfterClosing.HIDES:
        return
    turn = turn_of(tx, service, address)
    reports = await tx.reports.by(address_id=address.id)
    members = await members_at(tx, address.id)
    if any(report.state is ReportState.OPEN for report in reports) or any(
        not member.suspended_at for member in members
    ):
        return  # its closing asks again; a member would no longer hear of alerts
    lately = tx.now - service.retention.drafts  # older drafts wait for a coordinator, and not for this chat
    begun = any(report.state is ReportState.DRAFT and report.created_at > lately for report in reports)
    if begun or await _is_under_way(turn):
        hiding_after_closing.schedule(tx, address.id)
        return
    turn.update_address(silenced_at=tx.now, after_closing=AfterClosing.HIDDEN)
    await chat_clearing.clear(tx, service, turn.address)
    closed = [
        report.case_id
        for report in reports
        if report.case_id is not None and report.state is ReportState.CLOSED
    ]
    for case_id in closed[-1:]:
        await timeline.append(tx, case_id, 0, TimelineKind.HIDDEN_AFTER, {})
        await live_cards.touch_case(tx, case_id)


async def _is_under_way(turn: Turn) -> bool:
    """Whether the person is being asked something, or has a check-in that runs."""
    check_ins = await turn.tx.checkins.by(address_id=turn.address.id)
    return await dialogues.active(turn) is not None or any(
        check_in.state is CheckInState.RUNNING for check_in in check_ins
    )


OF_MEMBER = ("addresses", "language", "drills", "practice", "leave")
ALL_CHOICES = (*ReopensFrom, *CLOSING_CHOICES)
BARE = ""


async def typed_choice(turn: Turn, argument: str) -> str | None:
    """Behind the command: nothing, or a choice as its button is called, in any language."""
    words = turn.service.words
    labels = {
        words.say(of, f"settings-{choice}"): choice.value for choice in ALL_CHOICES for of in words.languages
    }
    return nearest_label(argument, labels) if argument.strip() else BARE


async def on_settings_asked(turn: Turn, choice: str) -> None:
    """The screen; or, with a choice typed behind the command, that choice from now on."""
    if turn.active is not None:
        _show_member(turn)
        return
    if choice:
        await _set_choice(turn, choice)
    turn.show(await _settings_view(turn), topic="settings")


def _show_member(turn: Turn) -> None:
    """What a member chooses of themselves elsewhere: their other address, the language, practising, leaving."""
    acts = [Button(turn.say(f"menu-{name}"), f"do:{name}") for name in OF_MEMBER]
    turn.show(Presentation(turn.say("settings-member"), in_button_rows(acts)), topic="settings")


async def on_settings_pressed(turn: Turn, choice: str) -> None:
    """One of the choices; or the button that leads here."""
    pressed = turn.incoming.message_id
    if turn.active is None and choice in ALL_CHOICES and pressed is not None:
        await _set_choice(turn, choice)
        turn.show_in_place(await _settings_view(turn))
    else:
        await on_settings_asked(turn, choice if choice in ALL_CHOICES else BARE)


async def _set_choice(turn: Turn, choice: str) -> None:
    if choice in CLOSING_CHOICES:
        await choose_after_closing(turn, AfterClosing(choice))
    else:
        turn.update_address(returns=ReopensFrom(choice))


async def _settings_view(turn: Turn) -> Presentation:
    returns = turn.address.returns or ReopensFrom.HOURS
    hides = turn.address.after_closing is AfterClosing.HIDES
    after = AfterClosing.HIDES if hides else AfterClosing.STAYS
    buttons = [
        Button(
            turn.say(f"settings-{choice}"), f"settings:{choice}", _choice_style(choice in (returns, after))
        )
        for choice in ALL_CHOICES
    ]
    text = turn.say("settings-hiding", returns=turn.say(f"returns-{returns}"), after=after)
    return Presentation(text, tuple((button,) for button in buttons))


def _choice_style(chosen: bool) -> Style:
    return Style.SUCCESS if chosen else Style.PLAIN
