"""While it is in doubt who holds a phone, no words give a permission: nor does an earlier message, edited."""

import pytest

from core.model import LANGUAGES
from tests.casework.hiding.test_phone_in_doubt import RELATIVE, UNSURE
from tests.casework.story_desk import Desk


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("in_doubt", [True, False])
async def test_an_edited_no_gives_no_permission_in_doubt(desk: Desk, language: str, in_doubt: bool) -> None:
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.writes(desk.service.words.say(language, "report-consent-no"), message_id=7000)
    if in_doubt:
        await rita.writes(UNSURE[language])
    await rita.corrects(7000, desk.service.words.say(language, "report-consent-yes"))
    assert (await desk.report()).consent == ("no" if in_doubt else "yes")
