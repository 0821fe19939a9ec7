"""What members who agreed to be drilled see of a practice, what they press, and how they agree.

A drill's offer looks like a true one below its first line. It never stands in the lane of alerts, and makes a sound by day
only. Nobody reads the words of whoever practises: they may be true ones.
"""

from msgspec import Struct
from msgspec.structs import replace

from bot.core.alerting.pauses import by_day
from bot.core.in_a_chat import Practice
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card, Lane
from handlers.cards import case_lines, tracking
from handlers.people.membership import active_at, home
from handlers.people.readers import language_of
from handlers.practice import imagined
from handlers.practice.marking import marked
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

CARD = "drill"
TAKE, DECLINE = "take", "decline"
ON, OFF = "on", "off"


class Pressed(Struct, frozen=True):
    """A button of an offer that the actor has before them."""

    practice: Practice
    card: Card
    member: Member
    word: str


async def show(tx: Transaction, service: Service, practice: Practice, case: Case, member: Member) -> None:
    """The offer to one member: at night without a sound."""
    is_day = by_day(tx.now, case_lines.zone_of(service, case)) <= tx.now
    lane = Lane.NEWS if is_day else Lane.REMINDER
    await tracking.show(tx, CARD, practice.id, await home(tx, member), lane)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The coarse facts of a true offer; then who has taken it."""
    practice = await tx.practices.get(card.subject_id)
    members = await active_at(tx, card.address_id)
    if practice is None or not members:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    if practice.accepted_at is not None:
        mine = practice.accepted_by == members[0].id
        seconds = round((practice.accepted_at - (practice.asked_at or practice.began_at)).total_seconds())
        text = say(language, "drill-yours" if mine else "drill-taken", seconds=seconds)
        return marked(service, language, Presentation(text, protect=True))
    case = await imagined.case_of(tx, service, practice)
    lines = case_lines.coarse(service, language, case)
    if not case.alerting:
        lines.insert(0, say(language, "drill-for-coordinators"))
    take = Button(say(language, "button-accept"), f"drill:{practice.id}:{TAKE}", Style.SUCCESS)
    decline = Button(say(language, "button-decline"), f"drill:{practice.id}:{DECLINE}")
    return marked(service, language, Presentation("\n".join(lines), ((take, decline),), protect=True))


async def end(tx: Transaction, service: Service, practice: Practice) -> None:
    """One line stays with those who were asked."""
    for card in await tx.cards.by(subject=CARD, subject_id=practice.id):
        await _drop(tx, service, card, "drill-over")


async def asked(turn: Turn, argument: str) -> Pressed | None:
    """The practice of a button, if it runs and the actor was asked."""
    number, _, word = argument.partition(":")
    practice = await turn.tx.practices.get(id_in(number) or 0)
    if practice is None or turn.active is None or word not in (TAKE, DECLINE):
        return None
    cards = await turn.tx.cards.by(subject=CARD, subject_id=practice.id, address_id=turn.address.id)
    return Pressed(practice, cards[0], turn.active, word) if cards else None


async def decline(turn: Turn, pressed: Pressed) -> None:
    """*I can't*."""
    await _drop(turn.tx, turn.service, pressed.card, "drill-declined")


async def _drop(tx: Transaction, service: Service, card: Card, key: str) -> None:
    language = await language_of(tx, service, card.address_id)
    text = service.words.say(language, key)
    tracking.drop(tx, card, marked(service, language, Presentation(text, protect=True)))


async def choice(turn: Turn, argument: str) -> str | None:
    """What may stand behind ``/drills``."""
    return argument.strip() if argument.strip() in ("", ON, OFF) else None


async def on_drills_asked(turn: Turn, chosen: str) -> None:
    """``/drills``, and its button: whether this member is asked when somebody practises. Nobody is who has not agreed."""
    if turn.active is None:
        return
    member = turn.active
    if chosen:
        member = turn.tx.members.put(replace(member, drills=chosen == ON))
    lines = [turn.say("drills-on" if member.drills else "drills-off")]
    if turn.coordinator is not None:
        everybody = await turn.tx.members.by(suspended_at=None)
        others = sum(one.drills for one in everybody if one.id != member.id)
        lines.append(turn.say("drills-count", agreed=others + member.drills, members=len(everybody)))
    other = OFF if member.drills else ON
    turn.show(
        Presentation("\n".join(lines), ((Button(turn.say(f"button-drills-{other}"), f"drills:{other}"),),))
    )
