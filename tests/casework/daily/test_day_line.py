"""Each evening one line stands in the coordinators' digest and in partners' chats, also when nothing happened."""

from datetime import date

import pytest

from core.model import LANGUAGES
from storage.database import Database
from tests.casework.daily.channels import evening, posts, texts
from tests.casework.story_desk import Desk

PARTNER = "-1005"


async def line(database: Database, desk: Desk) -> str:
    """The newest line, as it is posted."""
    async with database.read(desk.now) as tx:
        return (await tx.day_lines.select())[-1].text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_stands_in_the_digest_and_alone_in_the_chats_of_partners(desk: Desk, language: str) -> None:
    await posts(desk, partners=(PARTNER,))
    olga = await desk.coordinator("Olga", languages=(language,))
    await evening(desk)
    told = await line(desk.database, desk)
    assert told.startswith(date(2018, 9, 17).isoformat())
    olga.sees(desk.service.words.say(language, "digest-day-line", line=told))
    assert texts(desk, PARTNER) == [told]
