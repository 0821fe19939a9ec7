"""Practising: the questions and the words of a true report, with one line above everything that is shown, and the ways out
below.

What says that it is real ends it and is a true report at once: the button, an SOS or a report that is begun by its own
button or command, and all words that are no plain answer to what is asked (handlers.practice.real).
"""

from datetime import timedelta

from core.conversation.forms import FormState, applying_answers, values_of
from core.conversation.keyboard import button_data
from core.conversation.screen import present_card, present_known, present_problem
from core.conversation.step import FormStep, StepOutcome
from core.incoming import IncomingKind
from core.model import Dialogue
from core.presentation import Button, Presentation, Style
from core.receipt_codes import make_code
from core.records.check_ins import Practice
from core.traffic import Card, Lane
from core.vocabulary import PHONE, DialogueState, GuestStanding, WhoIsAsked
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.form_behaviour import FormBehaviour, Interrupts
from handlers.forms.report_form import HAPPENING, PRACTICE, may_be_urgent
from handlers.hiding import hide_chat
from handlers.outbox import sending
from handlers.people import readers
from handlers.people.membership import members_at
from handlers.practice import imagined_case, practice_offers, practice_run
from handlers.practice.practice_offers import exit_buttons, mark_as_practice
from handlers.reporting import guests, reports, sos, without_place
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def show_card(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    """After a step: what was wrong or noted is said, and the card follows."""
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is None or dialogues.ask_to_share(turn, PRACTICE, taken):
        return
    said = present_problem(PRACTICE, taken, turn.language, dialogues.setting_of(turn))
    if said.text:
        turn.show(said, topic="problem")
    in_place = turn.incoming.kind is IncomingKind.TAP and taken.outcome is not StepOutcome.ENOUGH
    if taken.outcome is StepOutcome.UNCHANGED:
        return
    if in_place:
        await live_cards.show(turn.tx, practice_run.CARD, practice.id, turn.address.id, Lane.REPLY)
    else:
        await show_card_again(turn, practice.id)


async def show_card_again(turn: Turn, practice_id: int) -> None:
    """As the last message of the chat, behind what else is said now."""
    tx = turn.tx
    for old in await tx.cards.by(subject=practice_run.CARD, subject_id=practice_id):
        tx.cards.remove(old.id)
        if old.message_id is not None:
            sending.take_message_away(tx, old.address_id, old.message_id, old.created_at, lane=Lane.REPLY)
    tx.cards.add(Card(tx.new_id(), practice_run.CARD, practice_id, turn.address.id, Lane.REPLY, turn.now))


async def practice_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card of the person who practises, as a reporter's."""
    practice = await tx.practices.get(card.subject_id)
    found = await tx.dialogues.by(form=PRACTICE.name, subject_id=card.subject_id)
    address = await tx.addresses.get(card.address_id)
    if practice is None or address is None or not found:
        return None
    members = await members_at(tx, address.id)
    language = readers.reader_language(service, address, members)
    state, setting = (
        dialogues.state_of(found[-1]),
        dialogues.setting_for_messenger(service, address.messenger),
    )
    asked = found[-1].state is DialogueState.OPEN
    shown = (present_card if asked else present_known)(
        PRACTICE, state, language, setting, _progress_line(service, language, practice, address.messenger)
    )
    first = Button(service.words.say(language, "button-sos"), "practice:sos", Style.DANGER)
    rows = (*(() if state.answers else ((first,),)), *shown.rows)
    out = exit_buttons(service, language, hides=not any(member.suspended_at is None for member in members))
    return mark_as_practice(service, language, Presentation(shown.text, (*rows, *out)))


def _progress_line(service: Service, language: str, practice: Practice, messenger: str) -> str:
    say = service.words.say
    if practice.asked_at is None:
        return say(language, service.who_reads(messenger, "card-draft"))
    if practice.accepted_at is not None:
        played = "\n" + say(language, "practice-played") if practice.accepted_by is None else ""
        return say(language, "card-accepted") + played
    return say(language, "practice-asked", reached=practice.reached, asked=practice.asked)


MARKED = button_data(PRACTICE.name, "urgent", f"+{PHONE}")


async def on_asked(turn: Turn, argument: str) -> None:
    """``/practice``. Not while something true is under way in this chat: its words must not be taken for practice."""
    dialogue = await dialogues.active(turn)
    begun = dialogue is not None and dialogue.form != PRACTICE.name
    guest = await guests.current_guest(turn)
    told = (
        guest is not None and guest.standing is not GuestStanding.UNTOLD
    )  # else "not now" would tell that the code is right
    if begun or told or await reports.open_reports(turn):
        turn.reply("practice-not-now")
        return
    await _stop_practice(turn, tell=False)
    practice = practice_run.begin(turn.tx, turn.address.id)
    await dialogues.begin(turn, PRACTICE_FORM, practice.id)
    _speak(turn)
    turn.reply("practice-begins")
    await live_cards.show(turn.tx, practice_run.CARD, practice.id, turn.address.id, Lane.REPLY)


async def on_pressed(turn: Turn, argument: str) -> None:
    """The buttons beside those of the questions."""
    if argument == "now":
        await on_asked(turn, "")
    elif argument == "real":  # also on an old card: somebody who says so is believed
        await _become_real(turn)
    elif (practised := await _current_form(turn)) is None:
        turn.reply("practice-none")
    elif argument == "hide":
        await hide_chat.on_hide_asked(turn, "")
    elif argument == "sos":
        await _call_for_help(turn, practised)
    else:
        await _stop_practice(turn, tell=True)


async def on_heard(turn: Turn) -> None:
    """After everything else: anything that took the place of the practice ends it."""
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    begins = turn.incoming.command == "start"  # somebody who wants to begin from the beginning means it
    if practice is not None and (begins or await _current_form(turn) is None):
        await practice_run.end(turn.tx, turn.service, practice, tell=False)
        if not turn.head and turn.address.silenced_at is None:
            turn.reply("practice-real")


async def on_answered(turn: Turn, pressed: practice_offers.PracticePress) -> None:
    """A member takes the drill, or does not."""
    if pressed.word == practice_offers.DECLINE:
        await practice_offers.decline_offer(turn, pressed)
    elif pressed.practice.accepted_at is None:
        await practice_run.accept_offer(turn.tx, pressed.practice, pressed.member.id)


async def _become_real(turn: Turn) -> None:
    """The practice is over; a true report begins, urgent. Nothing of what was practised goes along: it may be about another
    place.
    """
    await _stop_practice(turn, tell=False)
    turn.head = ""
    turn.reply("practice-real")
    await sos.begin_sos(turn, situation="")


async def _stop_practice(turn: Turn, *, tell: bool) -> None:
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is not None:
        await practice_run.end(turn.tx, turn.service, practice, tell=tell)


async def _current_form(turn: Turn) -> Dialogue | None:
    dialogue = await dialogues.active(turn)
    return dialogue if dialogue is not None and dialogue.form == PRACTICE.name else None


async def _call_for_help(turn: Turn, dialogue: Dialogue) -> None:
    await sos.take_answers(turn, PRACTICE_FORM, dialogue, None)
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is not None and practice.asked_at is None:
        practice_run.wait_for_place(turn.tx, practice, without_place.SOS_WAIT)
        sos.ask_where(turn)


def _speak(turn: Turn) -> None:
    turn.head = turn.say("practice-mark")


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    """Nothing is kept but the answers, until the end; and what follows is marked."""
    _speak(turn)
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    is_word = turn.incoming.kind is IncomingKind.MESSAGE and without_place.is_sos(
        dialogues.state_of(dialogue).answers
    )
    if practice is not None and practice.asked_at is None and is_word:
        practice_run.wait_for_place(turn.tx, practice, timedelta())
    return None


async def _on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    if dialogue is None:
        turn.reply("practice-none")
    else:
        await dialogues.proceed(turn, PRACTICE_FORM, dialogue)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """It is enough: of the members who agreed, those who would be asked are asked."""
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is None:
        return
    answers = applying_answers(PRACTICE, step.state.answers)
    values = values_of(answers)
    if practice.asked_at is None and PRACTICE.enough(values):
        await _say_received(turn, await practice_run.ask_members(turn.tx, turn.service, practice))
    elif practice.asked_at is None and (values.get("situation") in HAPPENING or may_be_urgent(answers)):
        practice_run.wait_for_place(turn.tx, practice, without_place.PAUSE)
    if turn.incoming.data == MARKED:  # of words hide.on_heard decides
        await hide_chat.on_hide_asked(turn, "")


async def _say_received(turn: Turn, practice: Practice) -> None:
    """What a true report is answered with; its code opens nothing."""
    case = await imagined_case.imagine_case(turn.tx, turn.service, practice)
    key = (
        "report-opened"
        if case.alerting
        else "report-summons"
        if case.situation == "summons"
        else "report-kept"
    )
    code = make_code(turn.service.receipt_words[turn.language], turn.service.pick)
    asked = WhoIsAsked.LAWYERS if case.alerting and case.region else WhoIsAsked.COORDINATOR
    text = turn.say(key, code=code, asked=asked)
    dialogue = await dialogues.active(turn)
    answers = applying_answers(PRACTICE, dialogues.state_of(dialogue).answers) if dialogue is not None else {}
    about_news, row = reports.about_news(turn, PRACTICE, answers)
    turn.show(Presentation("\n".join((text, turn.say("practice-code"), about_news)), (row,)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    await _stop_practice(turn, tell=True)


PRACTICE_FORM = FormBehaviour(
    PRACTICE,
    "practice",
    Interrupts.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    on_tapped=_on_tapped,
    shows=show_card,
    asks=show_card_again,
)
