"""A scene: from the clock to the paper. The document is on the phone, can be opened, and is what the row makes again."""

import io
import zipfile

import pytest

from core.records.papers import PaperState
from handlers.papers.paper_making import make_again
from playground.host.casework_scenes import DEMAND_DANA, DEMAND_LAWYER
from playground.host.playhouse import House
from playground.host.routes import Backstage
from tests.host.test_missed_and_taken import played

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_from_the_clock_to_a_demand_that_was_sent(house: House) -> None:
    backstage = Backstage(house)
    dana, lawyer = house.cast.members[DEMAND_DANA], house.cast.members[DEMAND_LAWYER]
    await played(house, backstage, "demand", until=2)
    await lawyer.expects("Требование об освобождении", "Не войдёт, потому что не проверено")
    await played(house, backstage, "demand", until=4)
    await lawyer.expects("Задержанное лицо: Арман Выдуманный. Место содержания: ИВС Выдуманного района")
    await lawyer.expects("Откуда каждое предложение", "ИВС Выдуманного района")
    await played(house, backstage, "demand")
    await dana.expects("paper made: Demand for release")
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        (paper,) = await tx.papers.select()
        (template,) = await tx.paper_templates.select()
    assert paper.state is PaperState.MADE
    assert paper.sent_id is not None
    again = make_again(paper, template.content).content
    files = [file.content for file in house.server.world.files.by_id.values()]
    assert again in files
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(again)).namelist()
