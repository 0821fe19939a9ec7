"""A station says that somebody is there: where they are is a fact, and who must know it hears it."""

from bot.core.casework.answering import Way
from bot.core.model import Case, Member
from bot.core.presentation import Presentation
from bot.core.stations import Station
from bot.core.traffic import Lane
from bot.core.vocabulary import AskKind, CaseState
from handlers.alerting import asks
from handlers.cards import telephone_lines, tracking
from handlers.casework import facts, handed_out
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.people.written_to import way_to
from handlers.turn import Turn

THERE = "there"


async def note(turn: Turn, by: Member, case: Case, person: int | None, station: Station) -> None:
    """Claimed, told to whoever has the case and to the reporters; the coordinator reads to whom, and whom to ring."""
    tx, service = turn.tx, turn.service
    said = [
        facts.by_member(tx, case, by, "taken", station.names[service.language], person=person),
        facts.by_member(tx, case, by, "acknowledged", THERE, person=person),
    ]
    case = await facts.note(tx, service, case, *said)
    await asks.settle(tx, service, case, AskKind.DENIED)
    await tracking.touch_case(tx, case.id)
    for holder in (case.owner_id, case.second_id) if case.state is CaseState.ACCEPTED else ():
        member = await tx.members.get(holder) if holder not in (None, by.id) else None
        if member is not None:
            there = await home(turn.tx, member)
            language = await language_of(tx, service, there)
            text = service.words.say(
                language, "round-found-owner", code=case.code, station=station.names[language]
            )
            key = handed_out.new_key(tx, case)
            sending.message(tx, service, there, Presentation(text, protect=True), Lane.ALERT, key=key)
    chats = await _tell_reporters(turn, case, station)
    numbers = await telephone_lines.numbers(tx, service, turn.language, case)
    text = turn.say("round-found-noted", code=case.code, station=station.names[turn.language], chats=chats)
    ring = [turn.say("relay-ring", code=case.code, numbers="; ".join(numbers))] if numbers else []
    shown = Presentation("\n".join([text, *ring]), protect=True)
    sending.message(tx, service, turn.address.id, shown, key=handed_out.new_key(tx, case))


async def _tell_reporters(turn: Turn, case: Case, station: Station) -> int:
    tx, service, reached = turn.tx, turn.service, 0
    for report in await tx.reports.by(case_id=case.id):
        if await way_to(tx, report) is Way.NEWS:
            language = await language_of(tx, service, report.address_id)
            text = service.words.say(language, "round-found-news", station=station.names[language])
            shown = Presentation(service.with_hotline(language, text))
            sending.message(tx, service, report.address_id, shown, Lane.NEWS, topic=f"found:{report.id}")
            reached += 1
    return reached
