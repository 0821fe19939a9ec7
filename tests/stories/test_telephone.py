"""The telephone, on the wire: a call becomes a case though the bot dies in between, and two never ring the same station."""

import re
from pathlib import Path

import pytest

from tests.stories.staff import says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

NUMBERS = Path(__file__).parents[2] / "stations.example.csv"
ROUND = f'[calls]\nstations = "{NUMBERS}"\n'


async def test_a_call_is_opened_after_a_crash_and_its_code_brings_the_caller_back(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    olga = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await says(world, olga, "/new police took Dana Made-Up in Almaty, a sister rings: +77010001122")
    await olga.expects("City: Almaty", "Phone: +77010001122")
    await world.crash()
    await world.start_bot()
    await taps(world, olga, "Open it as a case")
    await lawyer.expects("Almaty", "somebody is detained")
    told = await olga.expects("Read aloud to whoever calls")
    found = re.search(r"Read aloud to whoever calls: (.+)", told.text)
    assert found is not None
    sister = await world.person("Sister", "en")
    await says(world, sister, found[1], "Almaty")
    await taps(world, sister, "Go on here")
    await taps(world, lawyer, "I'll take it")
    await sister.expects("A lawyer has taken your report")


@pytest.mark.world(config=ROUND)
async def test_two_coordinators_ring_no_station_twice_and_evidence_stays(world: World) -> None:
    olga = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    aida = await world.member("Aida", role="coordinator", languages=("en",), on_duty=False)
    rita = await world.person("Rita", "en")
    await rita.starts()
    await says(world, rita, "police took Dana Made-Up in Almaty")
    case = await the_case(world)
    for coordinator in (olga, aida):
        await says(world, coordinator, f"/case {case.code}", "the family has called")
        await taps(world, coordinator, "☎️ Call round")
    await taps(world, olga, "☎️ 1")
    await aida.expects("Made-up station no. 1", "Olga is calling since")
    await world.crash()
    await world.start_bot()
    await taps(world, olga, "❌ 1: they deny")
    await aida.expects("🔴 they deny", "Olga")
    await taps(world, aida, "☎️ 2", "✅ 2: there")
    await aida.expects("found, Made-up station no. 2")
    await taps(world, olga, "Evidence")
    await olga.expects("they deny · Olga", "they are there · Aida")
