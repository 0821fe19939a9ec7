"""Two scenes in one house: a check-in that is missed, and a phone that is taken, whose owner comes back by the code."""

import pytest

from core.resources.word_files import load_words
from core.vocabulary import CheckInState
from playground.host import playhouse
from playground.host.playhouse import House
from playground.host.report_scenes import (
    MISSED_ABSENT,
    MISSED_DANA,
    MISSED_LAWYER,
    TAKEN_FRIENDS_PHONE,
    TAKEN_REPORTER,
)
from playground.host.routes import Backstage
from tests.host.conftest import narrated

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]
BACK = "можно продолжать в этом чате"
BLAND = load_words().say("ru", "bland")


async def played(house: House, backstage: Backstage, id: str, until: int = 99) -> None:
    """Up to this step; each says its line, and nobody is hindered."""
    scene = backstage.scenes[id]
    while scene.at < min(scene.steps, until):
        await backstage.scene({"id": id, "do": "step"})
        assert narrated(house)[-1] == playhouse.in_all(f"{id}-{scene.at}")


def shown(house: House, name: str) -> list[str]:
    """The texts on the phone of somebody in the first row, without what was deleted."""
    chat_id = next(card["chat_id"] for card in house.cast.cards if card["name"] == name)
    messages = house.server.world.chats[chat_id].messages.values()
    return [one.shown.get("text", "") for one in messages if not one.deleted]


async def test_a_missed_check_in_is_the_coordinators_and_then_lawyers_are_asked(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[MISSED_DANA], house.cast.members[MISSED_LAWYER]
    await played(house, backstage, "missed", until=3)
    assert len(shown(house, MISSED_ABSENT)) == 1  # the reminder
    await dana.expects_nothing("Missed check-in")
    await played(house, backstage, "missed", until=5)
    await dana.expects("Missed check-in, not verified", "+77010003344")
    await dana.expects("әкімдік алдындағы жиналысқа барамын")
    assert not [one for one in await lawyer.shown() if "проверено" in one.text]
    await played(house, backstage, "missed")
    assert len(shown(house, MISSED_ABSENT)) == 1
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        assert [one.state for one in await tx.checkins.select()] == [CheckInState.MISSED]
        (case,) = await tx.cases.select()
    assert case.state == "accepted"


async def test_a_phone_that_was_taken_shows_one_sentence_and_its_owner_goes_on_elsewhere(
    house: House,
) -> None:
    backstage = Backstage(house)
    await played(house, backstage, "taken", until=3)
    assert [text for text in shown(house, TAKEN_REPORTER) if "брат" in text] == []
    assert set(shown(house, TAKEN_REPORTER)) <= {BLAND, "Кому ты писала?", "/status"}
    await played(house, backstage, "taken", until=4)
    assert load_words().say("ru", "code-move") in "\n".join(shown(house, TAKEN_FRIENDS_PHONE))
    assert BACK not in "\n".join(shown(house, TAKEN_FRIENDS_PHONE))
    await played(house, backstage, "taken")
    assert BACK in "\n".join(shown(house, TAKEN_FRIENDS_PHONE))
    assert set(shown(house, TAKEN_REPORTER)) <= {BLAND, "Кому ты писала?", "/status"}
    await house.cast.members[MISSED_LAWYER].expects("Сарыарка")
