"""Short cuts for stories about lawyers, coordinators and administrators."""

from datetime import UTC, datetime

from core.model import Case, Member, Offer
from handlers.people import addresses
from handlers.people.membership import members_at
from playground.phone import Phone
from storage import timeline
from storage.schema import alerts, cases
from storage.transaction import Transaction
from tests.stories.citizens import finds
from tests.world.world import World

NEVER_LISTED = """
[[escalation.steps]]
ask = "region"
at_once = 2
wait_minutes = 5

[[escalation.steps]]
ask = "escalation_list"
at_once = 5
wait_minutes = 10
"""  # a short policy, so that a story comes quickly to its last step

PATIENT = """
[[escalation.steps]]
ask = "region"
at_once = 3
wait_minutes = 1440
"""  # for stories of days that are not about asking again

EVENING = datetime(2018, 9, 17, 13, 0, tzinfo=UTC)  # in Almaty an hour before the digest


SOMEBODY_ELSE = {"en": "It is someone else", "ru": "Это кто-то другой", "kk": "Бұл басқа адам"}


async def reports(
    world: World, text: str, *, name: str = "Rita", language: str = "en", confirms: bool = False
) -> Phone:
    """Somebody whose typed words opened a case or a record. ``confirms``: and who taps that somebody is detained."""
    person = await world.person(name, language)
    await person.starts()
    await says(world, person, text)
    if confirms:
        await taps(world, person, SOMEBODY_ELSE[language])
    return person


async def says(world: World, person: Phone, *texts: str) -> None:
    """Typed, one after the other, each answered before the next."""
    for text in texts:
        await person.writes(text)
        await world.settle()


async def taps(world: World, person: Phone, *labels: str) -> None:
    """Pressed, one after the other, each answered before the next."""
    for label in labels:
        await finds(world, person, label)
        await world.settle()


async def the_case(world: World, number: int = 0) -> Case:
    """The case opened as the first, or a later one."""
    async with world.app.database.read(world.clock.now()) as tx:
        return (await tx.cases.select(order_by=cases.c.id))[number]


async def member_at(tx: Transaction, chat: int) -> Member:
    """Whose chat it is."""
    address = await addresses.of_chat(tx, str(chat))
    return (await members_at(tx, address.id))[0]


async def offers_of(world: World, case: Case) -> list[Offer]:
    """All offers of a case, in the order in which members were first asked."""
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.alerts.select(alerts.c.case_id == case.id, order_by=alerts.c.id)


async def history(world: World, case: Case) -> list[str]:
    """The kinds of the lines of the timeline, whose chain must be whole."""
    async with world.app.database.read(world.clock.now()) as tx:
        assert await timeline.first_broken_line(tx, case) is None
        return [line.kind for line in await tx.timeline.by(case_id=case.id)]


async def ever_sent(world: World, person: Phone) -> str:
    """Everything that the bot ever sent to somebody or changed on their screen, buttons too."""
    calls = await world.playground.calls()
    return "\n".join(
        str(call["params"]) for call in calls if str(call["params"].get("chat_id")) == str(person.chat_id)
    )


async def offers_shown(person: Phone, *parts: str) -> int:
    """How many messages on the screen have a button to accept, and contain all of these."""
    return sum(
        message.from_bot
        and all(part in message.text for part in parts)
        and any(button.data.startswith("accept:") for row in message.buttons for button in row)
        for message in await person.shown()
    )
