"""A hidden chat, or one in doubt, is answered again: a coordinator has heard the person's voice and knows in whose hands the
phone is, or an administrator does. Of a chat that is only in doubt the owner of the case can say so, too.

A coordinator can also say from when on the reporter's code opens a hidden chat again; the code ends no doubt.
"""

from msgspec.structs import replace

from core.casework.answering import is_at_scene, told_by
from core.casework.claim_kinds import Certainty
from core.casework.consents import YES
from core.model import Address, Case, Member, Report
from core.presentation import Button, Style
from core.timeline import TimelineKind
from core.traffic import Lane
from core.vocabulary import AfterClosing, ConsentUse, ReopensFrom, Role, TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards import live_cards
from handlers.cards.card_lines import hidden_chats
from handlers.casework import name_consents
from handlers.outbox import news, sending
from handlers.people.membership import addresses_of, held_cases, members_at
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

SURE, NOT = "sure", "no"  # the two answers to whether the phone is with its owner
ANSWERS = ("", SURE, NOT)
SILENCES = ("", *ReopensFrom)


async def unhide(tx: Transaction, address: Address) -> Address:
    """What is sent to the chat leaves again, unless it is in doubt; a member has back the cards of what they still hold."""
    wished = address.after_closing is AfterClosing.HIDDEN
    after = AfterClosing.HIDES if wished else address.after_closing
    address = tx.addresses.put(replace(address, silenced_at=None, after_closing=after))
    sending.set_menu(tx, address.id, Lane.REPLY)
    for card in await tx.cards.by(address_id=address.id):
        live_cards.touch(tx, card)
    for member in await members_at(tx, address.id):
        for card in await tx.cards.by(subject="hidden", subject_id=member.id):
            live_cards.touch(tx, card)
        for case in await held_cases(tx, member):
            await _hand_again(tx, case, member, address)
    return address


async def _hand_again(tx: Transaction, case: Case, member: Member, address: Address) -> None:
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == member.id:
            await live_cards.renew(tx, "alert", alert.id, address.id, Lane.ALERT, case_id=case.id)


async def on_answered_again(turn: Turn, found: OnCase) -> None:
    """*Answer there again*, on the case of such a reporter: after a call, and asked once more: what is read is read."""
    if found.word == SURE:
        await _answer_again(turn, found)
        turn.reply_in_place("answer-again-done", code=found.case.code)
    elif found.word == NOT:
        turn.reply_in_place("hide-not")
    else:
        sure = Button(turn.say("button-answer-sure"), f"answer:{found.case.id}:{SURE}", Style.DANGER)
        rather_not = Button(turn.say("button-hide-not"), f"answer:{found.case.id}:{NOT}")
        turn.reply("answer-again-sure", ((sure,), (rather_not,)), code=found.case.code)


async def _answer_again(turn: Turn, found: OnCase) -> None:
    tx, actor = turn.tx, found.member
    chats = await hidden_chats(tx, found.case)
    for address in chats if actor.role is Role.COORDINATOR else [c for c in chats if c.silenced_at is None]:
        await unhide(tx, tx.addresses.put(replace(address, doubted_at=None)))
        for report in await tx.reports.by(address_id=address.id):
            case = await tx.cases.get(report.case_id) if report.case_id is not None else None
            if case is not None:
                await timeline.append(tx, case.id, actor.id, TimelineKind.ANSWERED_AGAIN, {})
                await tasks.settle(tx, turn.service, case, TaskKind.PHONE_TAKEN)
                await live_cards.touch_case(tx, case.id)
                await _tell_again(turn, case, report)


async def _tell_again(turn: Turn, case: Case, report: Report) -> None:
    """Somebody who spoke with us and has their phone hears news again, unless they said no, or are where it happens."""
    tx, service = turn.tx, turn.service
    if report.consent is None and not is_at_scene(told_by(await tx.claims.by(report_id=report.id))):
        guessed = Certainty.GUESSED
        report = await name_consents.record_answer(
            tx, service, report, ConsentUse.WRITE, YES, certainty=guessed
        )
    await news.tell_when_allowed(tx, service, case, report)


async def on_silence(turn: Turn, found: OnCase) -> None:
    """*When may the code open it?*, on the case of a reporter who hid: asks, or does what was chosen."""
    hidden = [chat for chat in await hidden_chats(turn.tx, found.case) if chat.silenced_at is not None]
    if not hidden:
        turn.reply("hide-not")
        return
    if not found.word:
        choices = [Button(turn.say(f"settings-{of}"), f"silence:{found.case.id}:{of}") for of in ReopensFrom]
        now = turn.say(f"returns-{hidden[-1].returns or ReopensFrom.HOURS}")
        turn.reply("silence-which", tuple((choice,) for choice in choices), code=found.case.code, now=now)
        return
    for address in hidden:
        turn.tx.addresses.put(replace(address, returns=ReopensFrom(found.word)))
        await timeline.append(
            turn.tx, found.case.id, found.member.id, TimelineKind.SILENCE, {"returns": found.word}
        )
    turn.reply_in_place("silence-done", code=found.case.code, now=turn.say(f"returns-{found.word}"))


async def member(turn: Turn, argument: str) -> Member | None:
    """The member of that number."""
    return await turn.tx.members.get(id_in(argument) or 0)


async def on_member_back(turn: Turn, found: Member) -> None:
    """*Write to them again*, on the card about a member who hid: after a call."""
    await bring_back(turn.tx, found)


async def bring_back(tx: Transaction, member: Member) -> bool:
    """Whether any chat of theirs was hidden: all of them are answered again."""
    found = [await tx.addresses.get(id) for id in addresses_of(member)]
    hidden = [address for address in found if address is not None and address.silenced_at is not None]
    for address in hidden:
        await unhide(tx, address)
    return bool(hidden)
