"""``/case`` finds who is in a station by any of its names, whatever its reporter called it."""

import pytest

from tests.casework.story_desk import Desk
from tests.casework.told_stations import ELSEWHERE, TOLD

SOUGHT = ("Алмалы ПБ", "Almaly police", "алмалинский рувд", "Алмалинском")


@pytest.mark.parametrize("told", TOLD)
async def test_a_coordinator_finds_a_case_by_its_station_in_another_language(desk: Desk, told: str) -> None:
    olga = await desk.coordinator()
    await desk.reports(TOLD[told])
    there = (await desk.case()).code
    await desk.reports(ELSEWHERE[told])
    elsewhere = (await desk.case()).code
    for words in SOUGHT:
        await olga.writes(f"/case {words}")
        found = olga.screen.texts()[-1]
        assert there in found, words
        assert elsewhere not in found, words


async def test_a_lawyer_finds_only_their_own_cases_of_a_station(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    codes = []
    for told in (TOLD["ru"], TOLD["en"]):
        await desk.reports(told)
        codes.append((await desk.case()).code)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(0))).id}")
    await marat.writes("/case Алмалы ПБ")
    found = marat.screen.texts()[-1]
    assert codes[0] in found
    assert codes[1] not in found


async def test_where_they_were_before_they_were_moved_is_found_too(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(TOLD["ru"])
    await rita.writes("её перевезли в ИВС")
    code = (await desk.case()).code
    for words in ("Almaly police", "уақытша ұстау изоляторы"):
        await olga.writes(f"/case {words}")
        assert code in olga.screen.texts()[-1], words
