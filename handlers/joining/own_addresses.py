"""``/addresses``: at which chats a member is asked, which is the first, another one added or removed."""

from msgspec import Struct

from core.model import Address, Member
from core.presentation import Button, Presentation, Style
from core.records.invitations import Binding
from handlers.alerting import delivery
from handlers.casework import roster
from handlers.joining import link_code
from handlers.joining.link_code import messenger_name
from handlers.people.membership import addresses_of
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

ADD, FIRST, REMOVE, YES, NO = "add", "first", "remove", "yes", "no"


class AddressPress(Struct, frozen=True):
    """Which button; of *yes* and *no* about what."""

    act: str
    binding: Binding | None = None


async def address_press(turn: Turn, argument: str) -> AddressPress | None:
    """What a button carries, as far as it is still to be had."""
    act, _, number = argument.partition(":")
    if act in (ADD, FIRST, REMOVE):
        return AddressPress(act)
    binding = await link_code.waiting_code(turn, id_in(number) or 0) if act in (YES, NO) else None
    return AddressPress(act, binding) if binding is not None else None


async def on_asked(turn: Turn, argument: str) -> None:
    """``/addresses``: a member's addresses, and what can be done with them."""
    if turn.active is not None:
        turn.show(await _addresses_view(turn, turn.active), topic="addresses")


async def on_pressed(turn: Turn, found: AddressPress) -> None:
    """One of its buttons; what changes who is asked where is pressed in the first chat alone."""
    member = turn.active
    if member is None:
        return
    at_first = turn.address.id == member.address_id
    if found.binding is not None:
        await link_code.on_confirmed(turn, found.binding, yes=found.act == YES)
    elif found.act == ADD and at_first and member.other_id is None:
        minutes = int(link_code.VALID.total_seconds() // 60)
        turn.reply("address-word", minutes=minutes)
        turn.show(Presentation(await link_code.make_code(turn, member), protect=True))
    elif found.act == REMOVE and member.other_id is not None:
        await _ask_removal(turn, member)
    elif found.act == FIRST and at_first and member.other_id is not None:
        turn.show_in_place(await _addresses_view(turn, roster.make_address_first(turn.tx, member)))
    else:
        turn.show_in_place(await _addresses_view(turn, member))


async def _ask_removal(turn: Turn, member: Member) -> None:
    _, other = await both_addresses(turn.tx, member)
    await delivery.close_address(turn.tx, turn.service, await roster.remove_address(turn.tx, member))
    if other is not None:
        await roster.offer_menus(turn.tx, turn.service, [member])
        turn.reply("address-removed", other=messenger_name(other))
        await link_code.tell_coordinators(turn, member, "address-told-removed", other)


async def both_addresses(tx: Transaction, member: Member) -> tuple[Address | None, Address | None]:
    """The first and the other."""
    first, *others = [await tx.addresses.get(id) for id in addresses_of(member)]
    return first, others[0] if others else None


async def _addresses_view(turn: Turn, member: Member) -> Presentation:
    say = turn.say
    first, other = await both_addresses(turn.tx, member)
    assert first is not None  # a foreign key
    if other is None:
        add = Button(say("button-address-add"), f"addresses:{ADD}")
        return Presentation(say("addresses-one", first=messenger_name(first)), ((add,),), protect=True)
    names = {"first": messenger_name(first), "other": messenger_name(other)}
    remove = Button(say("button-address-remove", **names), f"addresses:{REMOVE}", Style.DANGER)
    rows = [(remove,)]
    text = say("addresses-two", **names)
    if turn.address.id == member.address_id:
        rows.insert(0, (Button(say("button-address-first", **names), f"addresses:{FIRST}"),))
    else:
        text += "\n" + say("addresses-changed-there", **names)
    return Presentation(text, tuple(rows), protect=True)
