"""Practising: the questions and the words of a true report, with one line above everything that is shown.

Whatever says that it is real ends it and is a true report at once: the button, words to that effect, an SOS or a report
that is begun by its own button or command, and a happening that is told after some minutes of silence, or in another city
than the one that was practised with.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.buttons import carried
from bot.core.conversation.forms import applying, values_of
from bot.core.conversation.step import Outcome, Step
from bot.core.in_a_chat import Practice
from bot.core.incoming import Kind
from bot.core.model import Dialogue
from bot.core.presentation import Button, Presentation
from bot.core.receipt_codes import make_code
from bot.core.traffic import Lane
from bot.core.understanding.intents import is_real
from bot.core.values import Place
from bot.core.vocabulary import PHONE, Asked, ReportState
from handlers.cards import draft_card, tracking
from handlers.forms import dialogues, entries
from handlers.forms.follow import Follow, Happenings, Open
from handlers.forms.report import HAPPENING, PRACTICE
from handlers.forms.told import told
from handlers.hiding import hide
from handlers.practice import card, imagined, offers, running
from handlers.reporting import guests, reports, sos, without_place, words_placed
from handlers.reporting.members_report import BEGINNING
from handlers.turn import Turn

MARKED = carried(PRACTICE.name, "urgent", f"+{PHONE}")
SILENCE = timedelta(minutes=5)  # after which a happening is believed


async def on_asked(turn: Turn, argument: str) -> None:
    """``/practice``. Not while something true is under way in this chat: its words must not be taken for practice."""
    dialogue = await dialogues.active(turn)
    begun = dialogue is not None and dialogue.form != PRACTICE.name
    if begun or await reports.open_reports(turn) or await guests.of(turn) is not None:
        turn.reply("practice-not-now")
        return
    await _stop(turn, tell=False)
    practice = running.begin(turn.tx, turn.address.id)
    await dialogues.begin(turn, FOLLOW, practice.id)
    _speak(turn)
    turn.reply("practice-begins")
    await tracking.show(turn.tx, running.CARD, practice.id, turn.address.id, Lane.REPLY)


async def on_pressed(turn: Turn, argument: str) -> None:
    """The buttons beside those of the questions."""
    if argument == "now":
        await on_asked(turn, "")
    elif argument == "real":  # also on an old card: whoever says so is believed
        await _is_real(turn, None)
    elif (practised := await _practised(turn)) is None:
        turn.reply("practice-none")
    elif argument == "hide":
        await hide.on_hide_asked(turn, "")
    elif argument == "sos":
        await _call_for_help(turn, practised, None)
    else:
        await _stop(turn, tell=True)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Before anything else reads the words of whoever practises: are they real? Or an SOS that is practised?"""
    if opened is None or opened.follow is not FOLLOW or turn.incoming.kind is not Kind.MESSAGE:
        return False
    if turn.incoming.forwarded is None and await _believed(turn, opened.dialogue):
        await _is_real(turn, told(turn).place)
        return True
    if not sos.is_cry(turn):
        return False
    await entries.remember(turn)
    await _call_for_help(turn, opened.dialogue, told(turn).place)
    return True


async def on_heard(turn: Turn) -> None:
    """After everything else: whatever took the place of the practice ends it."""
    practice = await running.of(turn.tx, turn.address.id)
    begins = turn.incoming.command == "start"  # whoever wants to begin from the beginning means it
    if practice is not None and (begins or await _practised(turn) is None):
        await running.end(turn.tx, turn.service, practice, tell=False)
        if not turn.head and turn.address.silenced_at is None:
            turn.reply("practice-real")


async def on_answered(turn: Turn, pressed: offers.Pressed) -> None:
    """A member takes the drill, or does not."""
    if pressed.word == offers.DECLINE:
        await offers.decline(turn, pressed)
    elif pressed.practice.accepted_at is None:
        await running.accept(turn.tx, pressed.practice, pressed.member.id)


async def _believed(turn: Turn, dialogue: Dialogue) -> bool:
    commanded = replace(turn.incoming, text=turn.incoming.typed).command in BEGINNING
    if commanded or is_real(turn.incoming.text, turn.service.heard):
        return True
    if not told(turn).happening:
        return False
    place, known = told(turn).place, dialogues.state_of(dialogue).answers.get("place")
    practised = known.value if known is not None and isinstance(known.value, Place) else Place()
    elsewhere = bool(place and place.city and practised.city and place.city != practised.city)
    return elsewhere or turn.now - dialogue.updated_at > SILENCE


async def _is_real(turn: Turn, place: Place | None) -> None:
    """The practice is over; a true report begins, urgent, with these words. Of what was practised nothing goes along: it
    may be about another place.
    """
    await _stop(turn, tell=False)
    turn.head = ""
    turn.reply("practice-real")
    if turn.incoming.kind is not Kind.MESSAGE or not told(turn).happening:
        await sos.press(turn, place, situation="")
        return
    await words_placed.on_said(turn)
    begun = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    for report in begun[-1:]:
        without_place.soon(turn, report, await turn.tx.timers.get(draft_card.no_place_key(report.id)))


async def _stop(turn: Turn, *, tell: bool) -> None:
    practice = await running.of(turn.tx, turn.address.id)
    if practice is not None:
        await running.end(turn.tx, turn.service, practice, tell=tell)


async def _practised(turn: Turn) -> Dialogue | None:
    dialogue = await dialogues.active(turn)
    return dialogue if dialogue is not None and dialogue.form == PRACTICE.name else None


async def _call_for_help(turn: Turn, dialogue: Dialogue, place: Place | None) -> None:
    await sos.take(turn, FOLLOW, dialogue, place)
    practice = await running.of(turn.tx, turn.address.id)
    if practice is not None and practice.asked_at is None:
        running.wait_for_place(turn.tx, practice, without_place.SOS_WAIT)
        sos.ask_where(turn)


def _speak(turn: Turn) -> None:
    turn.head = turn.say("practice-mark")


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    """Nothing is kept but the answers, until the end; and what follows is marked."""
    _speak(turn)
    practice = await running.of(turn.tx, turn.address.id)
    is_word = turn.incoming.kind is Kind.MESSAGE and without_place.is_sos(
        dialogues.state_of(dialogue).answers
    )
    if practice is not None and practice.asked_at is None and is_word:
        running.wait_for_place(turn.tx, practice, timedelta())
    return None


async def _on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    if dialogue is None:
        turn.reply("practice-none")
    else:
        await dialogues.proceed(turn, FOLLOW, dialogue)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """Enough: whoever would be asked is, of those who agreed."""
    practice = await running.of(turn.tx, turn.address.id)
    if practice is None:
        return
    values = values_of(applying(PRACTICE, step.state.answers))
    if practice.asked_at is None and PRACTICE.enough(values):
        await _say_received(turn, await running.ask(turn.tx, turn.service, practice))
    elif practice.asked_at is None and (values.get("situation") in HAPPENING or values.get("urgent")):
        running.wait_for_place(turn.tx, practice, without_place.PAUSE)
    if turn.incoming.data == MARKED:  # of words hide.on_heard decides
        await hide.on_hide_asked(turn, "")


async def _say_received(turn: Turn, practice: Practice) -> None:
    """What a true report is answered with; its code opens nothing."""
    case = await imagined.case_of(turn.tx, turn.service, practice)
    key = (
        "report-opened"
        if case.alerting
        else "report-summons"
        if case.situation == "summons"
        else "report-kept"
    )
    code = make_code(turn.service.receipt_words[turn.language], turn.service.pick)
    asked = Asked.LAWYERS if case.alerting and case.region else Asked.COORDINATOR
    text = turn.say(key, code=code, asked=asked)
    consent = tuple(
        Button(turn.say(f"report-consent-{answer}"), carried(PRACTICE.name, "consent", answer))
        for answer in ("yes", "no")
    )
    turn.show(
        Presentation("\n".join((text, turn.say("practice-code"), turn.say("report-consent"))), (consent,))
    )


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    await _stop(turn, tell=True)


FOLLOW = Follow(
    PRACTICE,
    "practice",
    Happenings.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    on_tapped=_on_tapped,
    shows=card.show,
    asks=card.renew,
)
