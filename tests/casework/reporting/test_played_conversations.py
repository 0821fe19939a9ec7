"""Conversations as frightened people hold them, written by people who had not seen the program, played on the real rooms.

Only those for tuning (odd numbers) are looked at.
"""

from typing import Any

import pytest

from core.folding import fold_text
from core.vocabulary import Role
from handlers.cards.case_loading import view_of
from storage.schema import cases
from tests.casework.story_desk import Desk, Person
from tests.listening.figures import is_region, played

pytestmark = pytest.mark.slow

LANGUAGES = ("kk", "ru", "en")
TUNING = [(language, one) for language in LANGUAGES for one in played(language) if one["number"] % 2]


async def hold(desk: Desk, language: str, conversation: dict[str, Any]) -> tuple[Person, Person]:
    """Played to its end, and three minutes more. A lawyer for every place and a coordinator."""
    lawyer = await desk.member("Marat", Role.LAWYER, cities=())
    coordinator = await desk.coordinator(escalation=True)
    rita = desk.person(language=language)
    for said in conversation["says"]:
        await desk.later(minutes=0.1)
        await rita.writes(said)
    await desk.later(minutes=3)
    return lawyer, coordinator


async def stored(desk: Desk) -> tuple[list[str], list[str | None]]:
    """Names and regions of all cases."""
    async with desk.reading() as tx:
        found = await tx.cases.select(order_by=cases.c.id)
        views = [await view_of(tx, case) for case in found]
    names = [name for one in views for person in one.persons for name in person.names]
    return names, [case.region for case in found]


@pytest.mark.parametrize(
    ("language", "conversation"), TUNING, ids=lambda one: one if isinstance(one, str) else str(one["number"])
)
async def test_a_played_conversation_wakes_whom_it_should_about_the_right_place(
    desk: Desk, language: str, conversation: dict[str, Any]
) -> None:
    lawyer, coordinator = await hold(desk, language, conversation)
    names, regions = await stored(desk)
    rang = lawyer.rang()
    if conversation["wakes"]:
        assert rang + coordinator.rang() > 0
    elif conversation["situation"] in ("nothing", "summoned"):
        assert rang == 0
    if conversation["wakes"] and conversation["region"] not in ("", "XX"):
        assert is_region(conversation["region"], regions[0])
    assert no_names(conversation, names) == []


def no_names(conversation: dict[str, Any], names: list[str]) -> list[str]:
    """What is stored as a name and is none."""
    never = {fold_text(one) for one in conversation["never_names"]}
    return [name for name in names if fold_text(name) in never]
