"""Perhaps a sign of life: what somebody with a check-in writes, no bad news, is asked back, and ends nothing by itself.

    Are you well and free?   Yes, I am well · No

Yes, or a second message in which it stands, ends the check-in; of one that was missed it asks a coordinator to call back. No
is a cry: coordinators and lawyers hear at once. Anyone who looks on reads the same sentence after either. Until then every
timer stays, and what is written stands with the check-in. Words of which nobody knows what they tell may be a cry: unless
the question is answered within two minutes, a coordinator reads them.
"""

import re
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from core import folding
from core.conversation.everyday import is_unclear
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import FileKind, IncomingKind
from core.presentation import Button, Presentation, Style
from core.records.check_ins import CheckIn
from core.traffic import Card, Lane, Timer
from core.understanding import ahead
from core.vocabulary import CheckInState, ReportState
from handlers.cards import draft_card, live_cards
from handlers.checkin import bad_news, missed_checkin, running_checkin
from handlers.forms import entries
from handlers.forms.input_reading import read_turn
from handlers.people.readers import language_of
from handlers.reporting import asides, reports, without_place
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

YES, NO = "yes", "no"
# What somebody may want of us instead; the other wishes need a report, and somebody who only has a check-in has none.
WISHES = frozenset({"who", "free", "police", "robot", "person", "advice", "fear", "delete", "where", "code"})
_CLAUSES = re.compile(r"[.,;:!\n()–—]+|\s-\s")
_SAYS_YES = (TypedControl.YES, TypedControl.OK)


class Sign(Enum):
    """What words of somebody who is waited for may be; what is bad news, or wants something, is not among these."""

    GOOD = auto()  # it stands there that they are well, or free
    UNSURE = auto()
    UNREAD = auto()  # nobody knows what they tell


class Answer(Struct, frozen=True):
    """A button of the question."""

    checkin: CheckIn
    word: str


def sign_in(turn: Turn) -> Sign | None:
    """What the actor's message may be; None for what goes another way."""
    incoming, heard = turn.incoming, read_turn(turn)
    if incoming.forwarded is not None or incoming.location is not None or incoming.contact is not None:
        return None
    if incoming.file is not None:
        return Sign.UNSURE if incoming.file.kind is FileKind.STICKER and not incoming.text else None
    if says_fine(turn, incoming.text):
        return Sign.GOOD  # "all clear" asks for nothing to be deleted
    if not incoming.text.strip() or bad_news.is_bad(turn) or heard.intent in WISHES:
        return None
    if ahead.promises(incoming.text, turn.service.heard):
        return None  # it sets another time
    asks = incoming.text.rstrip(" !").endswith("?")
    if not asks and not heard.denied and (heard.situation == "over" or _says_so(turn)):
        return Sign.GOOD
    is_unread = heard.denied or heard.situation == "saw" or is_unclear(heard, incoming.text)
    return Sign.UNREAD if is_unread else Sign.UNSURE


def _says_so(turn: Turn) -> bool:
    """Whether one of its clauses says nothing but that they are well, or yes."""
    clauses = [clause.strip() for clause in _CLAUSES.split(turn.incoming.text)]
    return any(
        says_fine(turn, clause) or typed_control(clause, turn.service.words) in _SAYS_YES
        for clause in clauses
    )


def says_fine(turn: Turn, text: str) -> bool:
    """Whether it says that they are fine, and nothing else."""
    return is_typed(turn, text, "checkin-typed-fine")


def is_typed(turn: Turn, text: str, key: str) -> bool:
    """Whether the text is one of these phrases of ours, in any language."""
    typed = " ".join(folding.folded_words(text))
    words = turn.service.words
    known = (phrase for of in words.languages for phrase in words.say(of, key).split(","))
    return bool(typed) and typed in {" ".join(folding.folded_words(phrase)) for phrase in known}


async def is_asked(tx: Transaction, checkin: CheckIn) -> bool:
    """Whether the question stands."""
    return bool(await tx.cards.by(subject=missed_checkin.QUESTION, subject_id=checkin.id))


async def hear(turn: Turn, checkin: CheckIn, sign: Sign) -> None:
    """Keep the words, and ask; or, where it was asked already and they say so, take it as the answer."""
    asked = await is_asked(turn.tx, checkin)
    if checkin.state is CheckInState.MISSED:
        if await missed_checkin.hear(turn, checkin):
            turn.reply("bland")
            return
    elif not (asked and sign is Sign.GOOD):
        await _keep(turn, checkin, sign)
    if asked and sign is Sign.GOOD:
        await answer(turn, checkin, YES)
    else:
        await live_cards.renew(turn.tx, missed_checkin.QUESTION, checkin.id, turn.address.id, Lane.REPLY)


async def _keep(turn: Turn, checkin: CheckIn, sign: Sign) -> None:
    """In a draft, which is the report if it is missed, and goes if it ends well."""
    tx = turn.tx
    draft = await tx.reports.get(checkin.report_id) if checkin.report_id is not None else None
    if draft is None or draft.state is not ReportState.DRAFT:
        draft = await asides.become_draft(turn) or tx.reports.add(reports.new_report(turn))
        tx.checkins.put(replace(checkin, report_id=draft.id))
    await entries.keep(turn, draft.id)
    key = draft_card.no_place_key(draft.id)
    if sign is Sign.UNREAD and await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, "no-place", turn.now + without_place.LONGEST, draft.id))


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
