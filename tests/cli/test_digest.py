"""dabyl digest: the day on the screen, posted or not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.command import KEY_VALUE, beside, dabyl
from tests.project.tree import ROOT
from tests.world.world import world as make_world


def test_a_day_without_anything_has_its_digest_and_who_is_on_duty(config: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    ended = dabyl("digest", "--date", "2018-09-18", config=config)
    assert ended.code == 0
    assert "18 сентября 2018" in ended.out
    assert "Made-up Dana" in ended.out
    assert "Not posted yet" in ended.out


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_what_was_posted_is_printed_as_it_was(storage_url: str, tmp_path: Path) -> None:
    yesterday = datetime.now(UTC) - timedelta(hours=36)
    async with make_world(storage_url, KEY_VALUE, tmp_path, start=yesterday) as world:
        await world.fast_forward(hours=24)
        posted = await world.channel.expects("Сводка")
        async with world.app.database.read(world.clock.now()) as tx:
            (row,) = await tx.digests.select()
    ended = await beside("digest", "--date", row.day, config=tmp_path / "config.toml")
    assert ended.code == 0
    assert posted.text in ended.out
    assert "as they were posted" in ended.out
