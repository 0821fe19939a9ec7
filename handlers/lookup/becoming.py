"""A question that is more than one becomes a report: by its words at once, by the person's button, by a coordinator's."""

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Source
from bot.core.incoming import Kind
from bot.core.looked_for import LookUp
from bot.core.model import Dialogue
from bot.core.understanding.seeking import MISSING
from bot.core.values import CountKind, People, Place
from bot.core.vocabulary import AskKind, LookUpState
from handlers.casework import open_with_reason
from handlers.forms.dialogues import state_of
from handlers.forms.told import beginning, told
from handlers.lookup import waiting
from handlers.reporting import asked_before, on_behalf, receipt_codes
from handlers.turn import Turn, id_in


async def by_words(turn: Turn, situation: str) -> None:
    """The words ask where somebody is, and tell what is no question any more."""
    await asked_before.begin(turn, situation, {})


async def of_the_same(turn: Turn, one: LookUp) -> None:
    """The words tell what happened to whoever is looked for: what was answered is kept. A place in them is the newer one."""
    known = _known(turn, one, await turn.tx.dialogues.get(one.dialogue_id))
    if told(turn).place is not None:
        known.pop("place", None)
    begun = await asked_before.begin(turn, MISSING, known)
    await waiting.settle(turn.tx, turn.service, one, LookUpState.REPORTED, report_id=begun)


async def own(turn: Turn, argument: str) -> LookUp | None:
    """The actor's newest question that waits."""
    found = await waiting.of(turn.tx, turn.address.id)
    return found[-1] if found else None


async def on_gone(turn: Turn, one: LookUp) -> None:
    """*They were taken or are missing*: a report, and lawyers are asked as soon as a place is known."""
    dialogue = await turn.tx.dialogues.get(one.dialogue_id)
    words = "\n".join(one.words)
    said = replace(turn.incoming, kind=Kind.MESSAGE, text=beginning(words), typed=words)
    turn.incoming = replace(said, data="", message_id=None)
    begun = await asked_before.begin(turn, MISSING, _known(turn, one, dialogue))
    await waiting.settle(turn.tx, turn.service, one, LookUpState.REPORTED, report_id=begun)


async def waits(turn: Turn, argument: str) -> LookUp | None:
    """The question of that number, if nobody has settled it."""
    one = await turn.tx.lookups.get(id_in(argument) or 0)
    return one if one is not None and one.state is LookUpState.WAITING else None


async def on_vanished(turn: Turn, one: LookUp) -> None:
    """*Make it a report*: a case of somebody who is missing; the coordinator sees it, and asks lawyers there."""
    tx, service = turn.tx, turn.service
    address = await tx.addresses.get(one.address_id)
    member = turn.coordinator
    if address is None or member is None:
        return
    dialogue = await tx.dialogues.get(one.dialogue_id)
    answers = {
        "situation": Answer(MISSING, Source.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), Source.IMPLIED, tx.now),
        **_known(turn, one, dialogue),
    }
    words = "\n".join(one.words)
    opened, case = await on_behalf.open_case(tx, service, address, answers, words, AskKind.RECORD)
    report = await tx.reports.get(opened.id) or opened
    theirs = on_behalf.turn_of(tx, service, address)
    _, code = await receipt_codes.give(theirs, report)
    theirs.reply("lookup-made-report", code=code)
    await waiting.settle(tx, service, one, LookUpState.REPORTED, by=member, report_id=report.id)
    await open_with_reason.ask_reason(turn, case)


def _known(turn: Turn, one: LookUp, dialogue: Dialogue | None) -> dict[str, Answer]:
    """What a report says of it: whom it is about, the city and the number as they were answered."""
    said = state_of(dialogue).answers if dialogue is not None else {}
    known = {name: said[name] for name in ("place", "contact") if name in said and said[name].value}
    if one.names:
        people = People(one.names, len(one.names), CountKind.EXACT)
        known["who"] = Answer(people, Source.TYPED, turn.now)
    return known
