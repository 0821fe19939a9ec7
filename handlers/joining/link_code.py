"""The word by which a member adds their other address: made at the first one, sent from the other, confirmed at the first.

Only its keyed hash is kept, for minutes. Somebody who has stolen it adds nothing: the first address has to say yes, and to
the number that the screen of the other phone shows.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.model import Address, Member
from core.presentation import Button, Presentation, Style
from core.records.invitations import ADMIN_LENGTH, CODE_ALPHABET, LINK_START, Binding, grouped_code
from core.traffic import Lane, Timer
from handlers.alerting import tasks
from handlers.casework import roster
from handlers.forms.form_behaviour import OpenForm
from handlers.outbox import sending
from handlers.people.membership import home_address, members_at
from handlers.people.readers import language_of
from handlers.reporting import receipt_codes
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

VALID = timedelta(minutes=15)
CODE_OVER = "word-over"
NUMBERS = range(10, 100)  # one stands on the screen of the other phone


async def make_code(turn: Turn, member: Member) -> str:
    """A new one, in place of an earlier one."""
    tx = turn.tx
    for earlier in await tx.bindings.by(member_id=member.id):
        tx.bindings.remove(earlier.id)
    letters = "".join(CODE_ALPHABET[turn.service.pick(len(CODE_ALPHABET))] for _ in range(ADMIN_LENGTH))
    binding = Binding(tx.new_id(), _code_hash(tx, letters), member.id, tx.now, tx.now + VALID)
    tx.bindings.add(binding)
    tx.timers.put(Timer(f"binding:{binding.id}", CODE_OVER, binding.expires_at, binding.id))
    return grouped_code(letters, LINK_START)


async def on_code_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has used it in time, or nobody has confirmed it."""
    tx.bindings.remove(timer.subject_id)


async def on_said(turn: Turn, opened: OpenForm | None, letters: str) -> None:
    """Such a word, right or wrong."""
    if turn.member is not None:
        turn.reply("address-taken")
    elif await receipt_codes.has_to_wait(turn):
        turn.reply("code-wait")
    else:
        await _on_code(turn, letters)


async def _on_code(turn: Turn, letters: str) -> None:
    tx, service = turn.tx, turn.service
    found = await tx.bindings.by(lookup=_code_hash(tx, letters))
    member = await tx.members.get(found[0].member_id) if found else None
    first = await tx.addresses.get(member.address_id) if member is not None else None
    if (
        member is None
        or first is None
        or not _is_waiting(turn, found[0], member)
        or found[0].address_id is not None
    ):
        await receipt_codes.count_wrong_link(turn)
        turn.reply("address-gone")
    elif first.messenger == turn.address.messenger:
        turn.reply("address-same", messenger=messenger_name(first))
    else:
        binding = tx.bindings.put(replace(found[0], address_id=turn.address.id))
        language, number = await language_of(tx, service, first.id), _confirmation_number(tx, binding)
        turn.show(Presentation(service.words.say(language, "address-number", number=number)))
        text = service.words.say(
            language, "address-asked", messenger=messenger_name(turn.address), number=number
        )
        label = service.words.say(language, "button-address-yes", number=number)
        yes = Button(label, f"addresses:yes:{binding.id}", Style.SUCCESS)
        no = Button(service.words.say(language, "button-address-no"), f"addresses:no:{binding.id}")
        sending.send_message(tx, service, first.id, Presentation(text, ((yes,), (no,)), protect=True))


async def on_confirmed(turn: Turn, binding: Binding, *, yes: bool) -> None:
    """The first address says whether it is the same person."""
    tx, member = turn.tx, turn.active
    address = await tx.addresses.get(binding.address_id or 0)
    if member is None or address is None:
        return
    tx.bindings.remove(binding.id)
    tx.timers.remove(f"binding:{binding.id}")
    if not yes:
        turn.reply_in_place("address-not")
        return
    member = roster.add_address(tx, member, address.id)
    await roster.offer_menus(tx, turn.service, [member])
    turn.reply_in_place("address-added", other=messenger_name(address))
    language = await language_of(tx, turn.service, address.id)
    text = turn.service.words.say(language, "address-here", organisation=turn.service.organisation)
    sending.send_message(tx, turn.service, address.id, Presentation(text, protect=True))
    await tell_coordinators(turn, member, "address-told", address)


async def waiting_code(turn: Turn, number: int) -> Binding | None:
    """The actor's own, sent from another chat; to be answered in the first chat alone."""
    binding, member = await turn.tx.bindings.get(number), turn.active
    if (
        binding is None
        or member is None
        or binding.address_id is None
        or turn.address.id != member.address_id
    ):
        return None
    if await members_at(turn.tx, binding.address_id):  # meanwhile it has become somebody's, perhaps another's
        return None
    return binding if binding.member_id == member.id and _is_waiting(turn, binding, member) else None


async def tell_coordinators(turn: Turn, member: Member, key: str, address: Address) -> None:
    """Coordinators know at which addresses their colleagues are."""
    tx, service = turn.tx, turn.service
    for reader in await tasks.coordinators(tx):
        if reader.id != member.id:
            there = await home_address(tx, reader)
            language = await language_of(tx, service, there)
            text = service.words.say(language, key, name=member.name, other=messenger_name(address))
            sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.REMINDER)


def messenger_name(address: Address) -> str:
    """How the messenger is called."""
    return address.messenger.capitalize()


def _is_waiting(turn: Turn, binding: Binding, member: Member) -> bool:
    return turn.now < binding.expires_at and member.suspended_at is None and member.other_id is None


def _code_hash(tx: Transaction, letters: str) -> bytes:
    return tx.keyed_hash("binding", letters)


def _confirmation_number(tx: Transaction, binding: Binding) -> str:
    made = int.from_bytes(tx.keyed_hash("binding-number", f"{binding.id}:{binding.address_id}")[:4])
    return str(NUMBERS[made % len(NUMBERS)])
