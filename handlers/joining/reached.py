"""``/addresses``: at which chats a member is asked, which is the first, another one added or removed."""

from msgspec import Struct

from bot.core.joining import Binding
from bot.core.model import Address, Member
from bot.core.presentation import Button, Presentation, Style
from handlers.alerting import undelivered
from handlers.casework import other_address
from handlers.joining import word
from handlers.joining.word import name_of
from handlers.people.membership import addresses_of
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

ADD, FIRST, REMOVE, YES, NO = "add", "first", "remove", "yes", "no"


class Pressed(Struct, frozen=True):
    """Which button; of *yes* and *no* about what."""

    act: str
    one: Binding | None = None


async def pressed(turn: Turn, argument: str) -> Pressed | None:
    """What a button carries, as far as it is still to be had."""
    act, _, number = argument.partition(":")
    if act in (ADD, FIRST, REMOVE):
        return Pressed(act)
    one = await word.waiting(turn, id_in(number) or 0) if act in (YES, NO) else None
    return Pressed(act, one) if one is not None else None


async def on_asked(turn: Turn, argument: str) -> None:
    """The screen."""
    if turn.active is not None:
        turn.show(await _screen(turn, turn.active), topic="addresses")


async def on_pressed(turn: Turn, found: Pressed) -> None:
    """One of its buttons; what changes who is asked where is pressed in the first chat alone."""
    member = turn.active
    if member is None:
        return
    at_first = turn.address.id == member.address_id
    if found.one is not None:
        await word.on_confirmed(turn, found.one, yes=found.act == YES)
    elif found.act == ADD and at_first and member.other_id is None:
        minutes = int(word.VALID.total_seconds() // 60)
        turn.reply("address-word", minutes=minutes)
        turn.show(Presentation(await word.make(turn, member), protect=True))
    elif found.act == REMOVE and member.other_id is not None:
        await _remove(turn, member)
    elif found.act == FIRST and at_first and member.other_id is not None:
        turn.show_in_place(await _screen(turn, other_address.make_first(turn.tx, member)))
    else:
        turn.show_in_place(await _screen(turn, member))


async def _remove(turn: Turn, member: Member) -> None:
    _, other = await both(turn.tx, member)
    await undelivered.leaves(turn.tx, turn.service, await other_address.remove(turn.tx, member))
    if other is not None:
        turn.reply("address-removed", other=name_of(other))
        await word.tell(turn, member, "address-told-removed", other)


async def both(tx: Transaction, member: Member) -> tuple[Address | None, Address | None]:
    """The first and the other."""
    first, *others = [await tx.addresses.get(id) for id in addresses_of(member)]
    return first, others[0] if others else None


async def _screen(turn: Turn, member: Member) -> Presentation:
    say = turn.say
    first, other = await both(turn.tx, member)
    assert first is not None  # a foreign key
    if other is None:
        add = Button(say("button-address-add"), f"addresses:{ADD}")
        return Presentation(say("addresses-one", first=name_of(first)), ((add,),), protect=True)
    names = {"first": name_of(first), "other": name_of(other)}
    remove = Button(say("button-address-remove", **names), f"addresses:{REMOVE}", Style.DANGER)
    rows = [(remove,)]
    text = say("addresses-two", **names)
    if turn.address.id == member.address_id:
        rows.insert(0, (Button(say("button-address-first", **names), f"addresses:{FIRST}"),))
    else:
        text += "\n" + say("addresses-changed-there", **names)
    return Presentation(text, tuple(rows), protect=True)
