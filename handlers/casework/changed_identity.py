"""Another phone answers where somebody has written from: theirs, set up again, or somebody else's. Nothing is sent there
until a coordinator has spoken with them; what arrives is kept, as from a silent chat.

A member's offers go to the next lawyers at once. The cases of a reporter say that it happened.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.model import Address, Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Outgoing
from handlers.alerting import delivery, tasks
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.outbox import administrators, sending
from handlers.people.membership import active_members_at, held_cases, home_address, members_at
from handlers.people.readers import is_coordinator, language_of, unreachable_ids
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

CARD = "changed-phone"
KEY = "trust:"  # how the keys of rows begin by which a messenger is told
TRUST, END = "trust", "end"


class IdentityAnswer(Struct, frozen=True):
    """A button on the card about an address at which nothing is sent."""

    address: Address
    member: Member | None
    word: str


async def on_untrusted(tx: Transaction, service: Service, address: Address) -> None:
    """A message was refused because of it."""
    if address.untrusted_since is not None:
        return
    address = tx.addresses.put(replace(address, untrusted_since=tx.now))
    for member in await members_at(tx, address.id):
        await delivery.close_address(tx, service, member)
    await _note_in_timelines(tx, address, 0, TimelineKind.PHONE_CHANGED)
    await _ask_coordinators(tx, service, address)


async def _ask_coordinators(tx: Transaction, service: Service, address: Address) -> None:
    theirs = [member.id for member in await members_at(tx, address.id)]
    readers = [coordinator for coordinator in await tasks.coordinators(tx) if coordinator.id not in theirs]
    if len(await unreachable_ids(tx, readers)) == len(readers):
        await administrators.tell(tx, service, "operator-unknown-phone", once=f"{CARD}:{address.id}:{tx.now}")
    for reader in readers:
        await live_cards.renew(tx, CARD, address.id, await home_address(tx, reader), Lane.NEWS)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Whose it is, and what to do: for a member the number to ring, for a reporter the cases by which they are known."""
    language = await language_of(tx, service, card.address_id)
    address = await tx.addresses.get(card.subject_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    members = await members_at(tx, card.subject_id)
    member = members[0] if members else None
    ended = member is not None and member.suspended_at is not None
    if address is None or address.untrusted_since is None or ended:
        return stub(service, language, "strange-phone-settled")
    say = service.words.say
    time = case_lines.local_time(address.untrusted_since, service.zone, service.zone)
    trust = Button(say(language, "button-phone-trust"), f"phone:{address.id}:{TRUST}", Style.SUCCESS)
    rows: ButtonRows = ((trust,),)
    if member is not None:
        end = Button(say(language, "button-suspend"), f"phone:{address.id}:{END}", Style.DANGER)
        text = say(language, "strange-phone-member", name=member.name, phone=member.phone or "—", time=time)
        return Presentation(text, (*rows, (end,)), protect=True)
    codes = ", ".join(sorted(case.code for case in await _cases_of(tx, address))) or "—"
    return Presentation(say(language, "strange-phone-reporter", codes=codes, time=time), rows, protect=True)


async def identity_answer(turn: Turn, argument: str) -> IdentityAnswer | None:
    """``number:word``: an address that is not trusted, never one of the actor's own."""
    number, _, word = argument.partition(":")
    address = await turn.tx.addresses.get(id_in(number) or 0)
    if address is None or address.untrusted_since is None:
        return None
    members = await active_members_at(turn.tx, address.id)
    member = members[0] if members else None
    if member is not None and turn.member is not None and member.id == turn.member.id:
        return None
    known = word == TRUST or (word == END and member is not None)
    return IdentityAnswer(address, member, word) if known else None


async def on_pressed(turn: Turn, found: IdentityAnswer) -> None:
    """*I have spoken with them*, or *End the membership*, which is asked once more as always."""
    if found.word == TRUST:
        assert turn.coordinator is not None  # the row says who may
        key = f"{KEY}{found.address.id}:{turn.coordinator.id}:{turn.now:%Y%m%dT%H%M%S.%f}"
        sending.trust_phone(turn.tx, found.address.id, key)
        turn.reply("strange-phone-trusting")
    elif found.member is not None:
        sure = Button(turn.say("button-suspend"), f"suspended:{found.member.id}", Style.DANGER)
        rather_not = Button(turn.say("button-keep-member"), f"member:{found.member.id}")
        held = len(await held_cases(turn.tx, found.member))
        turn.reply("suspend-sure", ((sure,), (rather_not,)), name=found.member.name, held=held)


async def on_trusted(tx: Transaction, service: Service, row: Outgoing) -> None:
    """The messenger believes the new phone: what is true is shown there, and what they hold makes a sound."""
    address = await tx.addresses.get(row.address_id)
    if address is None or address.untrusted_since is None or row.key is None:
        return
    address = tx.addresses.put(replace(address, untrusted_since=None))
    for card in await tx.cards.by(address_id=address.id):
        live_cards.touch(tx, card)
    for member in await active_members_at(tx, address.id):
        for case in await held_cases(tx, member):
            for alert in await tx.alerts.by(case_id=case.id, member_id=member.id):
                await live_cards.renew(tx, "alert", alert.id, address.id, Lane.ALERT, case_id=case.id)
    await _note_in_timelines(tx, address, int(row.key.split(":")[2]), TimelineKind.PHONE_TRUSTED)
    for card in await tx.cards.by(subject=CARD, subject_id=address.id):
        live_cards.touch(tx, card)


async def _note_in_timelines(tx: Transaction, address: Address, actor_id: int, line: TimelineKind) -> None:
    for case in await _cases_of(tx, address):
        await timeline.append(tx, case.id, actor_id, line, {})
        await live_cards.touch_case(tx, case.id)


async def _cases_of(tx: Transaction, address: Address) -> list[Case]:
    """The cases that this address reported, and the cases of the members who read there."""
    told = [
        report.case_id for report in await tx.reports.by(address_id=address.id) if report.case_id is not None
    ]
    held = [case.id for m in await members_at(tx, address.id) for case in await held_cases(tx, m)]
    found = [await tx.cases.get(number) for number in dict.fromkeys([*told, *held])]
    return [case for case in found if case is not None]
