"""A thousand false reports in a minute, half of them where lawyers are on duty, while twenty people there report what is
true.

A true report is asked about when a lawyer's phone shows it, or a list that counts it; of the twenty the slowest is told.
"""

import asyncio
import re
import time

from bot.clock.clock import RealClock
from handlers.people.addresses import TELEGRAM
from playground.phone import Phone
from tests.faults.flooded import TRUE, Felt, Scene

JOKERS, EACH, SECONDS = 250, 4, 60
REPORTERS = 20
FALSE = ("в Алматы задержали человека у дома {}", "в Астане задержали человека у дома {}")
REST = 15  # seconds after the minute in which what is late may still come
COUNT = re.compile(r"(\d+) открыт\w+ предложени")  # at the head of a list
NEVER = float("inf")


async def false_reports(scene: Scene) -> Felt:
    """250 accounts open four reports each, all of it within a minute."""
    jokers, reporters = await scene.people(JOKERS), await scene.people(REPORTERS)
    begun = time.perf_counter()
    jokes = asyncio.gather(*(_jokes(joker, number, begun) for number, joker in enumerate(jokers)))
    truths = asyncio.gather(*(_reports(scene, one, number, begun) for number, one in enumerate(reporters)))
    await asyncio.sleep(SECONDS / 2)
    felt = await scene.felt()
    wrote = await truths
    await jokes
    await asyncio.sleep(REST)
    told = list(zip(reporters, wrote, strict=True))
    asked = [await _asked(scene, one, at) for one, at in told]
    return Felt(max(asked), max(_answered(scene, one, at) for one, at in told), felt.hide, scene.rings())


async def _jokes(joker: Phone, number: int, begun: float) -> None:
    for turn in range(EACH):
        await _at(begun + SECONDS * (turn + number / JOKERS) / EACH)
        if turn:
            await joker.writes("/report")
        await joker.writes(FALSE[number % 2].format(number * EACH + turn))


async def _reports(scene: Scene, reporter: Phone, number: int, begun: float) -> float:
    await _at(begun + SECONDS * (number + 0.5) / REPORTERS)
    since = scene.now()
    await reporter.writes(TRUE)
    return since


async def _at(moment: float) -> None:
    await asyncio.sleep(max(0, moment - time.perf_counter()))


async def _asked(scene: Scene, reporter: Phone, since: float) -> float:
    """Seconds until it was shown or counted. Nobody answers in that minute, so a lawyer's list only grows."""
    offers = await _offers(scene, reporter)
    for call in scene.calls:
        offered = offers.get(call.chat)
        if call.at > since and offered is not None:
            number, rank = offered
            count = COUNT.search(call.text)
            shown = re.search(rf"accept:{number}\b", str(call.params.get("reply_markup")))
            if shown or (count and int(count[1]) >= rank):
                return call.at - since
    return NEVER


async def _offers(scene: Scene, reporter: Phone) -> dict[int, tuple[int, int]]:
    """By the lawyer's chat: the offer of what they reported, and how many offers the lawyer had with it."""
    found = {}
    async with scene.database.read(RealClock().now()) as tx:
        (address,) = await tx.addresses.by(lookup=tx.lookup(TELEGRAM, str(reporter.id)))
        (report,) = await tx.reports.by(address_id=address.id)
        for offer in await tx.alerts.by(case_id=report.case_id):
            (member,) = await tx.members.by(id=offer.member_id)
            (chat,) = await tx.addresses.by(id=member.address_id)
            rank = sum(one.id <= offer.id for one in await tx.alerts.by(member_id=offer.member_id))
            found[int(chat.chat)] = offer.id, rank
    return found


def _answered(scene: Scene, reporter: Phone, since: float) -> float:
    """Seconds until they had their receipt."""
    for call in scene.calls:
        if call.at > since and call.chat == reporter.id and "727 000" in call.text:
            return call.at - since
    return NEVER
