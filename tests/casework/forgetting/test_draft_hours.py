"""How long words of which no case is made are kept, once a coordinator has read them, is a setting."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.casework.forgotten import plain
from tests.casework.story_desk import Desk

VAGUE = "my neighbour Dana Made-Up, I am not sure"
SAID = {"en": "erased 12 hours after", "ru": "через 12 часов", "kk": "12 сағаттан кейін"}
READ = {"en": "Read", "ru": "Прочитать", "kk": "Оқу"}


@pytest.mark.parametrize("language", SAID)
async def test_a_draft_is_wiped_after_as_many_hours_as_the_organisation_wants_and_its_card_says_so(
    desk: Desk, language: str
) -> None:
    desk.service = replace(
        desk.service, retention=replace(desk.service.retention, drafts=timedelta(hours=12))
    )
    olga = await desk.coordinator(languages=(language,))
    await desk.person("Rita").writes(VAGUE)
    await desk.later(hours=3)
    olga.sees(SAID[language])
    await desk.later(hours=20)
    await olga.presses(READ[language])
    await desk.later(hours=11)
    assert VAGUE in await plain(desk)
    await desk.later(hours=2)
    assert VAGUE not in await plain(desk)
