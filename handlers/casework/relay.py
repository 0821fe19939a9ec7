"""A member writes to the reporters of a case through the bot: neither sees the other's account.

What was written for the case (handlers.casework.notes) is sent on by a button. If a chat is hidden or muted, has said no to
messages, or the case is closed, nothing is sent and the member is told so. The next words of that reporter are the answer:
they go to this case, and the member who asked hears that they came. Words in another language than the reporter's say in
which, and have a button for those who cannot read it.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.answering import Way
from core.casework.ownership import has_case
from core.model import Case, Member, Report
from core.presentation import Button, Presentation
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.understanding.language import guess_language
from core.understanding.plain import readable
from core.vocabulary import CaseState, Role
from handlers.arguments import OnWords
from handlers.casework import disclosure, notes, phone_lines
from handlers.forms import held_words
from handlers.outbox import sending
from handlers.people.addresses import way_to
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

WAITS = timedelta(hours=12)  # for the answer


async def on_sent(turn: Turn, found: OnWords) -> None:
    """*Send to the reporter*: once, to each chat that may be written to."""
    case, words = found.case, held_words.words_in(found.held)
    if not notes.sends_on(turn, found.held):
        return
    reached = 0
    for report in await turn.tx.reports.by(case_id=case.id):
        how = await way_to(turn.tx, report)
        if how is not Way.NOTHING:
            await _send_to_reporter(turn, found.member, report, words, silent=how is Way.QUIETLY)
            reached += 1
    if reached:
        await timeline.append(turn.tx, case.id, found.member.id, TimelineKind.ASKED_BACK, {})
    await say_reached(turn, case, reached)


async def say_reached(turn: Turn, case: Case, chats: int) -> None:
    """To how many chats it went; and whom to ring, who told it on the telephone."""
    is_open = await disclosure.may_see(turn.tx, case, turn.address.id)
    numbers = await phone_lines.numbers_to_ring(turn.tx, turn.service, turn.language, case) if is_open else []
    if not numbers:
        turn.reply_in_place("relay-sent" if chats else "relay-nobody", code=case.code, chats=chats)
        return
    lines = [turn.say("relay-ring", code=case.code, numbers="; ".join(numbers))]
    if chats:
        lines.insert(0, turn.say("relay-sent", code=case.code, chats=chats))
    shown = Presentation("\n".join(lines), protect=True)
    sending.send_message(turn.tx, turn.service, turn.address.id, shown, key=disclosure.new_key(turn.tx, case))


async def who_waits(tx: Transaction, report: Report) -> Member | None:
    """The members who wait for an answer in this report."""
    timer = await tx.timers.get(relay_timer_key(report.id))
    return await tx.members.get(timer.subject_id) if timer is not None else None


async def asked_back_at(tx: Transaction, report: Report) -> datetime | None:
    """When the member asked who waits for an answer in this report; None where nobody does (UTC)."""
    timer = await tx.timers.get(relay_timer_key(report.id))
    return timer.due_at - WAITS if timer is not None else None


async def tell_answered(tx: Transaction, service: Service, report: Report, case: Case) -> None:
    """The reporter wrote: a member who asked, and may still see the case, hears that there is an answer, and no word of
    it.
    """
    member = await who_waits(tx, report)
    if member is None or case.state is CaseState.CLOSED:
        return
    tx.timers.remove(relay_timer_key(report.id))
    if member.suspended_at is not None or (
        member.role is not Role.COORDINATOR and not has_case(case, member.id)
    ):
        return
    there = await home_address(tx, member)
    text = service.words.say(await language_of(tx, service, there), "relay-answered", code=case.code)
    shown = Presentation(text, protect=True)
    sending.send_message(tx, service, there, shown, Lane.ALERT, key=disclosure.new_key(tx, case))


async def _send_to_reporter(turn: Turn, member: Member, report: Report, words: str, *, silent: bool) -> None:
    language = await language_of(turn.tx, turn.service, report.address_id)
    shown = relayed(turn.service, language, report, words, "relay-message", role=member.role)
    sending.send_message(turn.tx, turn.service, report.address_id, replace(shown, silent=silent))
    wait_for(turn.tx, report, member)


def relayed(
    service: Service, language: str, report: Report, words: str, key: str, **said: str
) -> Presentation:
    """Words of a member, as their reader gets them."""
    written = guess_language(readable(words), service.heard)
    if written is None or written == language:
        return Presentation(service.words.say(language, key, words=words, spoken="", **said))
    spoken = f" ({service.words.say(language, f'spoken-{written}')})"
    button = Button(service.words.say(language, "button-unreadable"), f"unreadable:{report.id}")
    return Presentation(service.words.say(language, key, words=words, spoken=spoken, **said), ((button,),))


def wait_for(tx: Transaction, report: Report, member: Member) -> None:
    """This member hears when the reporter answers."""
    tx.timers.put(Timer(relay_timer_key(report.id), "forget", tx.now + WAITS, member.id))


def relay_timer_key(report_id: int) -> str:
    """The timer that remembers who waits for an answer in a report."""
    return f"relay:{report_id}"
