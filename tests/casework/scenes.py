"""What people get while much happens: scenes that count new messages and sounds a person.

A *sound* is a new message without ``disable_notification``; an edit makes none. ``python -m tests.attention`` prints them.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.vocabulary import OfferState
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
EVENING = datetime(2018, 9, 17, 15, 0, tzinfo=UTC)  # 21:00 in Almaty
MASS, TEN_MINUTES, HOUR = 48, timedelta(minutes=10), timedelta(hours=1)
SIXTY, UNBOUNDED = 60, 10_000
MOST = (
    15  # sounds of anybody in an hour, apart from urgent offers; and of a lawyer in a night with four cases
)
MIXED = (
    HELD,
    "police took two women in Almaty, Medeu district",
    "полиция забрала сына в Алматы",
    "police took a man",
    "police took my brother in Almaty, they beat him",
    "where is Dana Made-Up?",
    "суд завтра в 10",
    "Алматыда інімді алып кетті",
)

People = dict[str, Person]


@dataclass(frozen=True, slots=True)
class Counted:
    """What one person got: new messages in all, sounds, the most sounds in any ten minutes, and in any hour apart from
    urgent offers.
    """

    came: int
    rang: int
    densest: int
    hour: int


async def everybody(desk: Desk) -> People:
    """All sorts of members: asked by the region's step, by the others, by several at once, and by none."""
    return {
        "lawyer": await desk.lawyer("Marat"),
        "second": await desk.lawyer("Saule"),
        "neighbour": await desk.lawyer("Igor", cities=("konaev",)),
        "listed": await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True),
        "lawyer and listed": await desk.lawyer("Dina", escalation=True),
        "coordinator": await desk.coordinator("Olga"),
        "on duty": await desk.coordinator("Vera", on_duty=True),
        "on duty and listed": await desk.coordinator("Aidar", on_duty=True, escalation=True),
        "administrator": desk.administrator,
    }


async def bureau(desk: Desk) -> People:
    """Three coordinators and five lawyers of one city, two of these on the escalation list."""
    return {
        "lawyer 1": await desk.lawyer("Marat"),
        "lawyer 2": await desk.lawyer("Saule"),
        "lawyer 3": await desk.lawyer("Igor"),
        "lawyer 4, listed": await desk.lawyer("Dina", escalation=True),
        "lawyer 5, off duty, listed": await desk.lawyer("Lena", on_duty=False, escalation=True),
        "coordinator 1": await desk.coordinator("Olga"),
        "coordinator 2, on duty": await desk.coordinator("Vera", on_duty=True),
        "coordinator 3": await desk.coordinator("Aidar"),
    }


async def unanswered(desk: Desk, people: People, hours: Sequence[float], until: float) -> None:
    """Cases at these hours after nine in the evening, which nobody takes."""
    passed = 0.0
    for number, hour in enumerate(hours):
        await desk.later(hours=hour - passed)
        passed = hour
        await desk.reports(HELD, name=f"Rita {number}")
        await every_offer_is_there(desk, people)
    await desk.later(hours=until - passed)


async def mass(desk: Desk, people: People, answer: str = "", every: int = 1) -> None:
    """Dozens of detentions in one city in ten minutes. ``answer``: what everybody who is asked presses for every so many
    cases: accept or decline.
    """
    for number in range(MASS):
        await desk.reports(HELD, name=f"Rita {number}")
        await every_offer_is_there(desk, people)
        if answer and number % every == 0:
            for who, offer in (await desk.offers()).items():
                await _called(people, who).presses_data(f"{answer}:{offer.id}")
        await desk.later(minutes=10 / MASS)


async def sixty(desk: Desk, people: People, told: Sequence[str] = (HELD,), answer: str = "") -> None:
    """So many reports in an hour, one a minute."""
    for number in range(SIXTY):
        await desk.reports(told[number % len(told)], name=f"Rita {number}")
        await every_offer_is_there(desk, people)
        if answer and number % 3 == 0:
            for who, offer in (await desk.offers()).items():
                await _called(people, who).presses_data(f"{answer}:{offer.id}")
        await desk.later(minutes=1)


async def every_offer_is_there(desk: Desk, people: People) -> None:
    """Nobody's alert is later than the report: what is offered at this moment is on their screens at this moment."""
    for who, offer in (await desk.offers()).items():
        if offer.state is OfferState.OFFERED and offer.offered_at == desk.now:
            person = _called(people, who)
            assert person.screen.has(f"accept:{offer.id}"), (
                f"{who} does not see the offer:\n{person.screen.text()}"
            )


def _called(people: People, name: str) -> Person:
    return next(one for one in people.values() if one.name == name)


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens to whom, and how much anybody gets at most: new messages in all, sounds in ten minutes."""

    people: Callable[[Desk], Awaitable[People]]
    play: Callable[[Desk, People], Awaitable[None]]
    came: int
    in_ten_minutes: int
    in_a_night: int = UNBOUNDED  # sounds of a lawyer


def _night(hours: Sequence[float], until: float) -> Callable[[Desk, People], Awaitable[None]]:
    return lambda desk, people: unanswered(desk, people, hours, until)


def _sixty(told: Sequence[str], answer: str = "") -> Callable[[Desk, People], Awaitable[None]]:
    return lambda desk, people: sixty(desk, people, told, answer)


def _mass(answer: str = "", every: int = 1) -> Callable[[Desk, People], Awaitable[None]]:
    return lambda desk, people: mass(desk, people, answer, every)


SCENES = {
    "a night of 8 h, four cases at once, nobody takes them": Scene(
        bureau, _night((0, 0, 0, 0), 8), 40, 12, MOST
    ),
    "a night, four cases two hours apart": Scene(bureau, _night((0, 2, 4, 6), 8), 40, 12, MOST),
    "a night, four cases in one hour": Scene(bureau, _night((0, 0.3, 0.6, 0.9), 8), 40, 12, MOST),
    "11 h, four cases, all sorts of members": Scene(everybody, _night((0, 0.1, 4, 4.2), 11), 40, 12),
    "11 h, 32 cases, nobody takes them": Scene(bureau, _night([n * 11 / 32 for n in range(32)], 11), 120, 12),
    "11 h, 32 cases, all sorts of members": Scene(
        everybody, _night([n * 11 / 32 for n in range(32)], 11), 120, 12
    ),
    "60 reports in an hour, nobody answers": Scene(everybody, _sixty((HELD,)), 60, 12),
    "60 reports in an hour, of all sorts": Scene(everybody, _sixty(MIXED), 160, 20),
    "60 reports in an hour, of all sorts, a third is taken": Scene(
        everybody, _sixty(MIXED, "accept"), 160, 20
    ),
    "48 detentions in ten minutes, nobody answers": Scene(bureau, _mass(), 60, 12),
    "48 detentions, everybody declines each": Scene(bureau, _mass("decline"), 60, 12),
    "48 detentions, everybody takes each": Scene(bureau, _mass("accept"), 120, 12),
    "48 detentions, every third is taken": Scene(bureau, _mass("accept", 3), 60, 12),
}


async def counted(desk: Desk, scene: Scene) -> dict[str, Counted]:
    """Play it in the evening; what everybody has got."""
    desk.now = EVENING
    people = await scene.people(desk)
    await scene.play(desk, people)
    return {
        who: Counted(
            person.screen.came,
            len(person.screen.sounds),
            densest(person.screen.sounds),
            densest(_apart_from(person.screen.sounds, person.screen.urgent), HOUR),
        )
        for who, person in people.items()
    }


def _apart_from(sounds: Sequence[datetime], others: Sequence[datetime]) -> list[datetime]:
    return sorted((Counter(sounds) - Counter(others)).elements())


def densest(sounds: Sequence[datetime], within: timedelta = TEN_MINUTES) -> int:
    """The most sounds within so long."""
    return max((sum(at <= other < at + within for other in sounds) for at in sounds), default=0)
