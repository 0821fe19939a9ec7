"""What reads a forgotten case does not fail over it: a full export, the board of its incident, the audit, its history."""

import pytest

from bot.cli.audit import audit
from core.vocabulary import ConsentUse
from handlers.cards import history
from tests.casework.exported import exported
from tests.casework.exporting.test_export_full import family
from tests.casework.forgotten import nights
from tests.casework.incidents.test_incident_board import puts_in
from tests.casework.story_desk import Desk

pytestmark = pytest.mark.slow


async def test_a_full_export_a_board_and_the_audit_of_a_forgotten_case_are_whole_and_say_that_it_was_removed(
    desk: Desk,
) -> None:
    await family(desk)
    olga = await desk.coordinator()
    await olga.writes("/incident Night at the square")
    await puts_in(desk, olga)
    await desk.reports("police took Beka Made-Up in Almaty", name="Sasha")
    await puts_in(desk, olga)
    case = await desk.case(0)
    await olga.presses_data(f"open:{case.id}")
    await olga.writes("the family asks")
    await olga.presses_data(f"closed:{case.id}:released")
    await olga.presses_data(f"closed:{case.id}:released-sure")
    assert (await desk.case(0)).state.value == "closed"
    await nights(desk, 400)
    gone = await desk.case(0)
    assert gone.forgotten_at is not None

    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    assert "Timur" not in found.text
    assert len(found.records("cases")) == 2
    assert len(found.records("persons")) == 2
    olga.sees("🧩 Night at the square", "cases: 2")
    await olga.writes(f"/case {gone.code}")
    olga.sees("removed on")
    async with desk.reading() as tx:
        checked = await audit(tx, desk.database.noted_lines())
        assert (checked.counts.cases, checked.findings) == (2, ())
        for language in ("en", "ru", "kk"):
            shown = "\n".join(await history.history_lines(tx, desk.service, language, gone))
            assert desk.service.words.say(language, "line-emptied") in shown
