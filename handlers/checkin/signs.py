"""Perhaps a sign of life: what somebody with a check-in writes, no bad news, is asked back, and ends nothing by itself.

    Are you well and free?   Yes, I am well · No

Yes, or a second message in which it stands, ends the check-in; of one that was missed it asks a coordinator to call back. No
is a cry: coordinators and lawyers hear at once. Anyone who looks on reads the same sentence after either. Until then every
timer stays, and what is written stands with the check-in. Words of which nobody knows what they tell may be a cry: unless
the question is answered within two minutes, a coordinator reads them.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.incoming import IncomingKind
from core.intake.signs import Sign
from core.presentation import Button, Presentation, Style
from core.records.check_ins import WELL_CARD, CheckIn
from core.traffic import Card, Lane, Timer
from core.vocabulary import CheckInState, ReportState
from handlers.cards import draft_card, live_cards
from handlers.checkin import missed_checkin, running_checkin
from handlers.forms import entries
from handlers.people.readers import language_of
from handlers.reporting import asides, reports, without_place
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

YES, NO = "yes", "no"


class Answer(Struct, frozen=True):
    """A button of the question."""

    checkin: CheckIn
    word: str


async def is_asked(tx: Transaction, checkin: CheckIn) -> bool:
    """Whether the question stands."""
    return bool(await tx.cards.by(subject=WELL_CARD, subject_id=checkin.id))


async def hear(turn: Turn, checkin: CheckIn, sign: Sign) -> None:
    """Keep the words, and ask; or, where it was asked already and they say so, take it as the answer."""
    asked = await is_asked(turn.tx, checkin)
    if checkin.state is CheckInState.MISSED:
        if await missed_checkin.hear(turn, checkin):
            turn.reply("bland")
            return
    elif not (asked and sign is Sign.GOOD):
        await keep(turn, checkin, sign)
    if asked and sign is Sign.GOOD:
        await answer(turn, checkin, YES)
    else:
        await live_cards.renew(turn.tx, WELL_CARD, checkin.id, turn.address.id, Lane.REPLY)


async def keep(turn: Turn, checkin: CheckIn, sign: Sign = Sign.UNSURE) -> None:
    """In a draft, which is the report if it is missed, and goes if it ends well."""
    tx = turn.tx
    draft = await tx.reports.get(checkin.report_id) if checkin.report_id is not None else None
    if draft is None or draft.state is not ReportState.DRAFT:
        draft = await asides.become_draft(turn) or tx.reports.add(reports.new_report(turn))
        tx.checkins.put(replace(checkin, report_id=draft.id))
    await entries.keep(turn, draft.id)
    key = draft_card.no_place_key(draft.id)
    if sign is Sign.UNREAD and await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, "no-place", turn.now + without_place.PAUSE, draft.id))


async def asked_of(turn: Turn, argument: str) -> Answer | None:
    """The check-in of a button, if it is the actor's."""
    number, _, word = argument.partition(":")
    checkin = await running_checkin.own_checkin(turn, number)
    return Answer(checkin, word) if checkin is not None and word in (YES, NO) else None


async def on_answered(turn: Turn, pressed: Answer) -> None:
    """*Yes, I am well*, or *No*."""
    await answer(turn, pressed.checkin, pressed.word)


async def answer(turn: Turn, checkin: CheckIn, word: str) -> None:
    """The question is answered. Nothing that is shown tells how."""
    tx, service = turn.tx, turn.service
    await running_checkin.close_question(tx, service, checkin)
    if word == NO:
        await (missed_checkin.cry if checkin.state is CheckInState.MISSED else missed_checkin.miss_crying)(
            tx, service, checkin
        )
        await running_checkin.close_reminder(tx, service, checkin)
    else:
        for other in await tx.checkins.by(address_id=turn.address.id):
            await missed_checkin.note_sign_of_life(tx, service, other)
            await running_checkin.close_reminder(tx, service, other)
        if checkin.state is CheckInState.RUNNING:
            await running_checkin.end(tx, service, checkin)
    if turn.incoming.kind is not IncomingKind.TAP:
        turn.reply("bland")


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card that asks somebody with a check-in whether they are well and free."""
    checkin = await tx.checkins.get(card.subject_id)
    if checkin is None:
        return None
    language, say = await language_of(tx, service, card.address_id), service.words.say
    yes = Button(say(language, "button-well"), f"well:{checkin.id}:{YES}", Style.SUCCESS)
    no = Button(say(language, "button-not-well"), f"well:{checkin.id}:{NO}")
    return Presentation(say(language, "checkin-well"), ((yes, no),))
