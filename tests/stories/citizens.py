"""Short cuts for stories about reporters: a case that is open, and what the database holds."""

from core.casework.case_view import CaseView
from core.model import Case, Entry, Report
from handlers.cards.case_loading import view_of
from playground.phone import NotShown, Phone
from storage.schema import cases, entries, reports
from tests.world.world import World

HOTLINE = "+7 727 000 00 00"


async def does(world: World, *acts: str, by: Phone) -> None:
    """Taps (``[label]``) and typed texts, one after the other, each answered before the next."""
    await world.settle()
    for act in acts:
        if act.startswith("[") and act.endswith("]"):
            await finds(world, by, act[1:-1])
        else:
            await by.writes(act)
        await world.settle()


async def finds(world: World, person: Phone, label: str) -> None:
    """Press what is on the screen, or behind *More…* on the newest card of a case."""
    try:
        await person.taps(label)
    except NotShown:
        buttons = [b for shown in await person.shown() for row in shown.buttons for b in row]
        await person.taps(next(b.data for b in reversed(buttons) if b.data.startswith("whole:")))
        await world.settle()
        await person.taps(label)


async def reporter(world: World, name: str = "Rita", language: str = "en", city: str = "Almaty") -> Phone:
    """Somebody whose report is open, at the question after the city."""
    person = await world.person(name, language)
    await person.starts()
    await does(world, f"police took a man in {city}", by=person)
    await person.expects("Received", "Your code:")
    return person


async def finished_reporter(world: World, name: str = "Rita", city: str = "Almaty") -> Phone:
    """Somebody whose report is open and whose dialogue has ended."""
    person = await reporter(world, name, city=city)
    await finishes(world, person)
    return person


async def finishes(world: World, person: Phone) -> None:
    """Pass over the questions that are left and confirm."""
    while "Please check" not in (await person.last()).text:
        await does(world, "/skip", by=person)
    await does(world, "[All correct]", by=person)
    await person.expects("everything is noted")


async def code_of(person: Phone) -> str:
    """The receipt code on the screen."""
    line = next(line for line in (await person.expects("Your code:")).text.splitlines() if "code:" in line)
    return line.split(": ", 1)[1].split(".", 1)[0]


async def all_cases(world: World) -> list[Case]:
    """Oldest first."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.cases.select(order_by=cases.c.id)


async def view(world: World, case: Case) -> CaseView:
    """What is true of a case."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await view_of(tx, case)


async def all_reports(world: World) -> list[Report]:
    """Oldest first."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.reports.select(order_by=reports.c.id)


async def all_entries(world: World) -> list[Entry]:
    """Oldest first."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.entries.select(order_by=entries.c.id)


async def texts(world: World) -> list[str]:
    """The exact words of all entries."""
    return [e.payload["text"] for e in await all_entries(world) if "text" in e.payload]


async def count(person: Phone, *parts: str) -> int:
    """How many messages of the bot on the screen contain all of these."""
    shown = [m for m in await person.shown() if m.from_bot]
    return sum(all(part in message.text for part in parts) for message in shown)


async def later(world: World, hours: float) -> None:
    """A long time passes; as the bot was away, its timers run once and not at every hour of it."""
    await world.crash()
    await world.sleeps_through(hours=hours)
    await world.start_bot()
    await world.settle()
