"""What members who agreed to be drilled see of a practice, what they press, and how they agree.

One calm line is above everything that a practice shows; below it a drill's offer looks like a true one. It is never in the
lane of alerts, and makes a sound by day only. Nobody reads the words of the person who practises: they may be true ones.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.alerting.quiet_hours import next_daytime
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style
from core.records.check_ins import Practice
from core.traffic import Card, Lane
from handlers.cards import case_lines, live_cards
from handlers.people.membership import active_members_at, home_address
from handlers.people.readers import language_of
from handlers.practice import imagined_case
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction


def mark_as_practice(service: Service, language: str, shown: Presentation) -> Presentation:
    """With the line that says so above."""
    return replace(shown, text=f"{service.words.say(language, 'practice-mark')}\n\n{shown.text}")


def exit_buttons(service: Service, language: str, *, hides: bool) -> ButtonRows:
    """Below the practising person's card: hiding, as they would; it is real after all; the end."""
    say = service.words.say
    hide = (Button(say(language, "report-hide"), "practice:hide", Style.DANGER),) if hides else ()
    real = Button(say(language, "button-practice-real"), "practice:real", Style.DANGER)
    return (*((hide,) if hide else ()), (real, Button(say(language, "button-practice-end"), "practice:end")))


CARD = "drill"
TAKE, DECLINE = "take", "decline"
ON, OFF = "on", "off"


class PracticePress(Struct, frozen=True):
    """A button of an offer that the actor has before them."""

    practice: Practice
    card: Card
    member: Member
    word: str


async def show_offer(
    tx: Transaction, service: Service, practice: Practice, case: Case, member: Member
) -> None:
    """The offer to one member: at night without a sound."""
    is_day = next_daytime(tx.now, case_lines.zone_of(service, case)) <= tx.now
    lane = Lane.NEWS if is_day else Lane.REMINDER
    await live_cards.show(tx, CARD, practice.id, await home_address(tx, member), lane)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The coarse facts of a true offer; then who has taken it."""
    practice = await tx.practices.get(card.subject_id)
    members = await active_members_at(tx, card.address_id)
    if practice is None or not members:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    if practice.accepted_at is not None:
        mine = practice.accepted_by == members[0].id
        seconds = round((practice.accepted_at - (practice.asked_at or practice.began_at)).total_seconds())
        text = say(language, "drill-yours" if mine else "drill-taken", seconds=seconds)
        return mark_as_practice(service, language, Presentation(text, protect=True))
    case = await imagined_case.imagine_case(tx, service, practice)
    lines = case_lines.coarse_lines(service, language, case)
    if not case.alerting:
        lines.insert(0, say(language, "drill-for-coordinators"))
    take = Button(say(language, "button-accept"), f"drill:{practice.id}:{TAKE}", Style.SUCCESS)
    decline = Button(say(language, "button-decline"), f"drill:{practice.id}:{DECLINE}")
    return mark_as_practice(
        service, language, Presentation("\n".join(lines), ((take, decline),), protect=True)
    )


async def end_offers(tx: Transaction, service: Service, practice: Practice) -> None:
    """One line stays with those who were asked."""
    for card in await tx.cards.by(subject=CARD, subject_id=practice.id):
        await _end_card(tx, service, card, "drill-over")


async def own_offer(turn: Turn, argument: str) -> PracticePress | None:
    """The practice of a button, if it runs and the actor was asked."""
    number, _, word = argument.partition(":")
    practice = await turn.tx.practices.get(id_in(number) or 0)
    if practice is None or turn.active is None or word not in (TAKE, DECLINE):
        return None
    cards = await turn.tx.cards.by(subject=CARD, subject_id=practice.id, address_id=turn.address.id)
    return PracticePress(practice, cards[0], turn.active, word) if cards else None


async def decline_offer(turn: Turn, pressed: PracticePress) -> None:
    """*I can't*, on an offer of a practice: its card says so, and nothing follows."""
    await _end_card(turn.tx, turn.service, pressed.card, "drill-declined")


async def _end_card(tx: Transaction, service: Service, card: Card, key: str) -> None:
    language = await language_of(tx, service, card.address_id)
    text = service.words.say(language, key)
    live_cards.drop(tx, card, mark_as_practice(service, language, Presentation(text, protect=True)))


async def drills_choice(turn: Turn, argument: str) -> str | None:
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
        others = sum(colleague.drills for colleague in everybody if colleague.id != member.id)
        lines.append(turn.say("drills-count", agreed=others + member.drills, members=len(everybody)))
    other = OFF if member.drills else ON
    turn.show(
        Presentation("\n".join(lines), ((Button(turn.say(f"button-drills-{other}"), f"drills:{other}"),),))
    )
