"""Tasks: what coordinators are asked to do about one case, as cards that end by themselves when it is done.

nobody        no lawyer has accepted: whom to ring (numbers for coordinators only)
first-action  accepted, and then nothing: ring the owner; the case is offered again
owner-gone    the owner's chat cannot be reached any more
moved         accepted, and then corrected to another region
region        where it is, is not known
no-place      something is happening, and the words name no place: read them
over          the reporter says that it is over: call back
own-lawyer    the reporter says that they have a lawyer of their own: call back
false         the reporter says that it was a false alarm: call back
record        something to know that wakes nobody (a trial, over, an observation); over when a coordinator has opened it
elsewhere     the reporter names another city: moved there, or another case
unsorted      words of somebody with several open reports were put into this one; over when a coordinator has opened it
after-closed  the reporter of a closed case has written something that is no new happening
unclear       something may be happening, and the words do not tell what: read them
voice         there is only a voice or a file: listen, look
language      words in none of the three languages: find somebody who reads them
summons       somebody is called for a talk or an interrogation: in working hours
unanswered    the reporter says that nobody came or called
person        the reporter asks for a person, and not a program
delete        the reporter wants what they told to be deleted
where         the reporter asks where somebody is held
question      the reporter asks something else, and nobody has the case: answer it
other-phone   words from a chat that has only the code, or had the report before: read them
check-in      somebody who was to write by a time has not: ring
consent       somebody who may not speak for the family takes a permission back, or the family disagrees: decide
refused       a lawyer is not let in: ring the station, and that lawyer; stands while it is so
inside        a lawyer went in hours ago and does not say whether they are out: ring that one
silent-owner  the owner was asked whether it is still theirs, and has not answered: ring
hand-over     the owner wants to hand it over, to a name that nobody has, or several: find somebody
cannot-come   the owner says that they do not get there: ring, find somebody; over when they come after all
harmed        the lawyer writes of ill-treatment, or of somebody who is ill: read it, ring; over when they say it was none
past-owner    a member who had the case until lately has written a note about it: read it
goes-on       somebody was said to be free, and it is denied: the case goes on; call back
second        nobody was found for the second place: ring somebody
two-owners    two cases became one, and somebody had each: ring both, and say who keeps it
undertaking   somebody had to promise not to disclose: may names be used all the same?
unhandled     what somebody of the case sent breaks our own code and was given up: ring them, or write to them
worse         the reporter tells of violence, or that a lawyer, medicine, food or a doctor is refused: read, act
told          the reporter tells something new of who is held, and nobody has the case: read it
warned        the reporter warns of somebody who may ask, or who is not who they say: read it, verify who else writes
threat        the reporter tells of a threat: read, call back
better        said to be out, and not confirmed by the reporter: call back
phone-taken   the reporter's phone is being taken, or perhaps theirs: ring somebody close to them, not that phone
denied        stations deny that they hold somebody (mt 30): what is done about a disappearance is due

A coordinator's phone makes a sound for SOUNDS of them within SOUNDS_WITHIN at most; what comes beyond is there to be read.
What is told of an open case always makes one (TOLD_TASKS): handlers.reporting.heard_at_once bounds it.
Every missed check-in makes a sound: beyond that number they share one card (missed), which makes it for all of them.
Cases that nobody has taken are one card (unclaimed), and all cases of a chat that reports very much are one (chat).
"""

from datetime import timedelta

from msgspec.structs import replace

from core.model import Case, Member
from core.traffic import Card, Lane, Timer
from core.vocabulary import (
    QUIET_TASKS,
    TOLD_TASKS,
    URGENT_TASKS,
    CaseState,
    OfferState,
    Role,
    TaskKind,
    WhoIsAsked,
)
from handlers.cards import live_cards, task_card
from handlers.cards.unread_card import CHATTER_QUIET
from handlers.outbox import administrators
from handlers.people.membership import home_address
from handlers.people.readers import language_of, unreachable_ids
from handlers.service import Service
from storage.transaction import Transaction

SOUNDS, SOUNDS_WITHIN = 3, timedelta(minutes=5)
CHAT, CHAT_QUIET = "chat", timedelta(hours=1)
APART = 10  # messages of their own in SOUNDS_WITHIN: see ask_apart
TOGETHER = timedelta(
    minutes=2
)  # in which missed check-ins that come, or emergencies of one chat, share a sound
OF_OWNER = frozenset(f"ask-{kind}" for kind in (*task_card.OWNED, TaskKind.FIRST_ACTION))


async def coordinators(tx: Transaction) -> list[Member]:
    """All coordinators who are not suspended."""
    return await tx.members.by(role=Role.COORDINATOR, suspended_at=None)


async def who_is_asked(tx: Transaction, case: Case) -> WhoIsAsked:
    """Who has heard of a case that nobody has: a reporter is told only that."""
    offers = [a for a in await tx.alerts.by(case_id=case.id) if a.state is OfferState.OFFERED]
    asked = [await tx.members.get(offer.member_id) for offer in offers]
    if any(member is not None and member.role is Role.LAWYER for member in asked):
        return WhoIsAsked.LAWYERS
    members = await coordinators(tx)
    reached = len(await unreachable_ids(tx, members)) < len(members)
    return WhoIsAsked.COORDINATOR if asked or reached else WhoIsAsked.NOBODY


async def ask_coordinators_once(tx: Transaction, service: Service, case: Case, kind: TaskKind) -> None:
    """Ask, unless it was asked about this case already: somebody who repeats it in every message asks only once."""
    if not await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id):
        await ask_coordinators(tx, service, case, kind)


async def ask_coordinators(
    tx: Transaction, service: Service, case: Case, kind: str, *, again: bool = False, quietly: bool = False
) -> None:
    """Ask every coordinator; the operator, if none reads it. ``again``: as a new message, though asked before; ``quietly``:
    they have just heard it.
    """
    await tell_if_unread(tx, service, case, kind)
    subject = f"ask-{kind}"
    for member in await coordinators(tx):
        there = await home_address(tx, member)
        known = await tx.cards.by(subject=subject, subject_id=case.id, address_id=there)
        if known and not again:
            live_cards.touch(tx, known[0])
        else:
            sound = Lane.REMINDER if quietly else await lane_for(tx, kind, there)
            if kind == TaskKind.CHECK_IN and not sound.wakes:
                await live_cards.ring(tx, live_cards.MISSED, 0, there, quiet=TOGETHER, later=True)
                continue
            await live_cards.renew(tx, subject, case.id, there, sound, case_id=case.id)


async def ask_apart(tx: Transaction, case: Case, kind: str) -> None:
    """What must not be lost among others is a message of its own, with a sound, to each coordinator who has none of it yet;
    so many in a short time that nobody could read them stay together.
    """
    subject = f"ask-{kind}"
    for member in await coordinators(tx):
        there = await home_address(tx, member)
        if await tx.cards.by(subject=subject, subject_id=case.id, address_id=there):
            continue
        key = f"apart:{there}"
        window = await tx.timers.get(key) or Timer(key, "hush", tx.now + SOUNDS_WITHIN, 0)
        if window.subject_id < APART:
            tx.timers.put(replace(window, subject_id=window.subject_id + 1))
            await live_cards.renew(tx, subject, case.id, there, Lane.ALERT, case_id=case.id)


async def tell_if_unread(tx: Transaction, service: Service, case: Case, kind: str) -> None:
    """No coordinator would read it: administrators hear of it, once."""
    members = await coordinators(tx)
    if len(await unreachable_ids(tx, members)) == len(members):
        once = f"no-coordinator:{case.id}:{kind}"
        await administrators.tell(tx, service, "operator-no-coordinators", once=once, code=case.code)


async def put_chat(tx: Transaction, service: Service, case: Case, address_id: int, kind: TaskKind) -> None:
    """One person reports very much: all of it is one card, which makes a sound when it is new, or was quiet for long. An
    emergency for which no lawyer can be asked yet rings each time; what comes within two minutes shares the sound.
    """
    await tell_if_unread(tx, service, case, "chat")
    alarms = not case.alerting and kind in URGENT_TASKS
    quiet = TOGETHER if alarms else CHAT_QUIET
    for member in await coordinators(tx):
        there = await home_address(tx, member)
        await live_cards.ring(tx, CHAT, address_id, there, quiet=quiet, later=alarms)


async def lane_for(tx: Transaction, kind: str, address_id: int) -> Lane:
    """Without a sound: what can wait; and what comes when several have made one just now."""
    if kind in QUIET_TASKS:
        return Lane.REMINDER
    if kind in TOLD_TASKS:
        return Lane.ALERT
    window = await tx.timers.get(f"hush:{address_id}")
    heard = window.subject_id if window is not None else 0
    if heard >= SOUNDS:
        return Lane.REMINDER
    due = window.due_at if window is not None else tx.now + SOUNDS_WITHIN
    tx.timers.put(Timer(f"hush:{address_id}", "hush", due, heard + 1))
    return Lane.ALERT if kind in URGENT_TASKS else Lane.NEWS


async def chatter_may_ring(tx: Transaction, address_id: int) -> bool:
    """Whether chatter may make a sound there now; then it may not for half an hour, so there are two an hour at most."""
    key = f"chatter:{address_id}"
    if await tx.timers.get(key) is not None:
        return False
    tx.timers.put(Timer(key, "hush", tx.now + CHATTER_QUIET))
    return True


async def on_hush_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """What is asked next makes a sound again."""


async def settle_of_owner(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody else has the case, or nobody: what was asked about the former owner does not concern the next."""
    for card in await tx.cards.by(case_id=case.id):
        if card.subject in OF_OWNER:
            await _settle_card(tx, service, case, card)


async def settle(tx: Transaction, service: Service, case: Case, kind: TaskKind) -> None:
    """What was asked is answered, though nothing of the case says so."""
    for card in await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id):
        await _settle_card(tx, service, case, card)


async def settle_all(tx: Transaction, service: Service, case: Case) -> set[TaskKind]:
    """The case becomes a stub: what was asked about it, and not answered yet. The lines that are left say where it is."""
    asked, stub = set(), replace(case, state=CaseState.CLOSED)
    for card in await tx.cards.by(case_id=case.id):
        kind = card.subject.removeprefix("ask-")
        if kind != card.subject and kind in set(TaskKind):
            asked |= set() if task_card.is_settled(case, kind) else {TaskKind(kind)}
            await _settle_card(tx, service, stub, card)
    return asked


async def _settle_card(tx: Transaction, service: Service, case: Case, card: Card) -> None:
    language = await language_of(tx, service, card.address_id)
    live_cards.drop(tx, card, await task_card.settled_view(tx, service, language, case))
