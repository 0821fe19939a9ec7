"""``/drill``, typed by a coordinator or by the schedule: where, how many would be asked, and one tap that begins."""

from datetime import timedelta

from core.digest.recurrence import next_occurrence as next_daily
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.records.drills import region_due
from core.traffic import Timer
from core.vocabulary import Role
from handlers.drill import drill_run
from handlers.drill.drill_offers import DrillPress
from handlers.people import on_call
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

WEEKLY = "weekly-drill"  # the kind of its timer, and its key
LATE = timedelta(hours=1)


async def place_asked(turn: Turn, argument: str) -> str | None:
    """A city or a region that was named; empty where none was: the one whose last drill was longest ago."""
    words, known = argument.strip(), turn.service.gazetteer
    if not words or known.knows(words):
        return words
    found = known.answer(words)
    return (found.city or found.region) if found is not None else None


async def on_asked(turn: Turn, where: str) -> None:
    """What it would be, and the button."""
    city = where or await _city_of_turn(turn.tx, turn.service)
    if await drill_run.current_drill(turn.tx) is not None:
        turn.reply("drill-runs")
    elif not any(member.drills for member in await turn.tx.members.by(suspended_at=None)):
        turn.reply("drill-nobody-agreed")
    elif not city or not (members := await drill_run.members_to_ask(turn.tx)):
        turn.reply("drill-nobody-free")
    else:
        name = turn.service.gazetteer.name(city, turn.language)
        begin = Button(turn.say("button-drill-begin"), f"drillbegin:{city}", Style.PRIMARY)
        text = turn.say("drill-ask", place=name, agreed=len(members))
        turn.show(Presentation(text, ((begin,),)))


async def on_begun(turn: Turn, city: str) -> None:
    """The button. Pressed twice, or by two coordinators at once, it is one drill."""
    if await drill_run.current_drill(turn.tx) is not None:
        turn.reply("drill-runs")
        return
    drill = await drill_run.begin(turn.tx, turn.service, city, turn.coordinator)
    if drill.asked:
        turn.reply("drill-begun", asked=drill.asked)


async def on_answered(turn: Turn, pressed: DrillPress) -> None:
    """*I'll take it*, or *I can't*, of a member who was asked."""
    await drill_run.take_answer(turn.tx, turn.service, pressed.drill, pressed.offer, pressed.took)


async def on_weekly(tx: Transaction, service: Service, timer: Timer) -> None:
    """The schedule: where it was longest ago, unless one runs; and the next one."""
    city = await _city_of_turn(tx, service)
    late = tx.now - timer.due_at > LATE
    if city and not late and await drill_run.current_drill(tx) is None:
        await drill_run.begin(tx, service, city, None)
    await schedule(tx, service)


async def schedule(tx: Transaction, service: Service) -> None:
    """Set the timer of the next drill by itself. One that was missed is left out: nobody is drilled at an odd hour."""
    for timer in await tx.timers.by(kind=WEEKLY):
        tx.timers.remove(timer.key)
    if service.drill_weekday:
        _, due = next_daily(tx.now, service.zone, service.drill_time, weekdays=service.drill_weekday)
        tx.timers.put(Timer(WEEKLY, WEEKLY, due))


async def _city_of_turn(tx: Transaction, service: Service) -> str:
    """The first city of a member of the region whose turn it is; empty where no lawyer who agreed is on duty now."""
    known, planned = service.gazetteer, await on_call.schedule(tx, service)
    now, _ = on_call.with_duty_at(planned, await drill_run.members_to_ask(tx), tx.now, None)
    homes = [home for member in now if (home := _home_city(service, member))]
    regions = {known.region_of(city) or city: city for city in reversed(homes)}
    region = region_due(sorted(regions), await drill_run.past_drills(tx))
    return regions[region] if region is not None else ""


def _home_city(service: Service, member: Member) -> str:
    cities = [city for city in member.cities if service.gazetteer.knows(city)]
    return cities[0] if member.role is Role.LAWYER and member.on_duty and cities else ""
