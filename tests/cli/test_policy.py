"""dabyl policy: why somebody was asked, and who would be; nothing is sent or written."""

from pathlib import Path

import pytest

from storage.schema import metadata
from tests.cli.command import beside, dabyl, written
from tests.project.tree import ROOT
from tests.stories.staff import history, offers_of, offers_shown, reports, taps, the_case
from tests.world.world import World

EXAMPLE = ROOT / "roster.example.csv"
NIGHTS = """
[[escalation.plans]]
name = "nights"
hours = "22:00-07:00"
[[escalation.plans.steps]]
ask = "coordinators"
at_once = 2
wait_minutes = 5
"""


async def rows(world: World) -> dict[str, int]:
    """How many rows each table has."""
    async with world.app.database.read(world.clock.now()) as tx:
        counted = {}
        for table in metadata.sorted_tables:
            found = await tx.execute(table.select())
            counted[table.name] = len(found.all())
        return counted


def line_of(text: str, name: str) -> str:
    """The rows of the table that begin with a name, and what belongs to them."""
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip().startswith(name))
    rest = lines[at + 1 :]
    end = next((n for n, line in enumerate(rest) if not line.startswith("   ")), len(rest))
    return " ".join(" ".join([lines[at], *rest[:end]]).split())


@pytest.mark.slow
async def test_explain_tells_who_was_asked_and_why_who_is_next_and_of_the_others_why_not(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    marat = await world.member("Marat", languages=("en",))
    for name in ("Saule", "Dina"):
        await world.member(name, languages=("en",))
    igor = await world.member("Igor", languages=("ru",))
    await world.member("Off", languages=("en",), on_duty=False)
    await world.member("Far", languages=("en",), cities=("aktau",))
    await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, "police took a man in Almaty")
    await taps(world, marat, "I can't")
    case = await the_case(world)
    before = await rows(world)
    ended = await beside("policy", "explain", case.code.upper(), config=tmp_path / "config.toml")
    assert ended.code == 0, ended.said
    assert "escalation.steps: region (3 at once, 5 min, 2×) → neighbours" in ended.out
    assert "asked" in line_of(ended.out, "Marat")
    assert "declined" in line_of(ended.out, "Marat")
    assert "in the city; speaks the language" in line_of(ended.out, "Saule")
    assert "no answer yet" in line_of(ended.out, "Saule")
    assert "would be asked: region" in line_of(ended.out, "Igor")
    assert "does not speak the language" in line_of(ended.out, "Igor")
    assert "off duty" in line_of(ended.out, "Off")
    assert "works elsewhere" in line_of(ended.out, "Far")
    assert "would be asked: coordinators, place 1" in line_of(ended.out, "Olga")
    assert await rows(world) == before
    assert await offers_shown(igor) == 0
    await world.fast_forward(minutes=6)
    assert await offers_shown(igor) == 1  # as was said
    assert len(await offers_of(world, case)) == 4
    assert (await history(world, case)).count("offered") >= 4


@pytest.mark.slow
async def test_a_case_that_was_taken_is_explained_as_it_was(world: World, tmp_path: Path) -> None:
    marat = await world.member("Marat", languages=("en",))
    await world.member("Igor", languages=("en",), cities=("konaev",))
    await reports(world, "police took a man in Almaty")
    await taps(world, marat, "I'll take it")
    case = await the_case(world)
    ended = await beside("policy", "explain", case.code, config=tmp_path / "config.toml")
    assert "accepted" in line_of(ended.out, "Marat")
    assert "not asked" in line_of(ended.out, "Igor")


def test_a_code_that_is_none_is_told(config: Path) -> None:
    ended = dabyl("policy", "explain", "no such 11", config=config)
    assert (ended.code, ended.out) == (2, "")
    assert "There is no case 'no such 11'" in ended.err


def test_a_trial_tells_for_each_region_and_time_who_would_be_asked_and_where_nobody(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    dabyl("roster", "import", EXAMPLE, config=config)
    ended = dabyl("policy", "try", config=config)
    assert ended.code == 0
    assert "at once: Made-up Alma, Ойдан Шыққан (region)" in " ".join(ended.out.split())
    assert "after 10 min: Made-up Dana (coordinators)" in " ".join(ended.out.split())
    assert "Wed 14:00" in ended.out
    assert "Sat 03:00" in ended.out
    assert "Astana city, Wed 14:00: of the first nobody speaks kk, en; of the first nobody knows" in ended.out
    assert "Shymkent city, Sat 03:00: no lawyer is asked first, but coordinators." in ended.out


def test_a_region_and_a_time_are_tried_alone_by_the_plan_of_that_hour(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    config = written(tmp_path, config.read_text(encoding="utf-8") + NIGHTS)
    dabyl("roster", "import", EXAMPLE, config=config)
    day = dabyl("policy", "try", "--region", "almaty-city", "--at", "2018-09-18 12:00", config=config)
    night = dabyl("policy", "try", "--region", "almaty-city", "--at", "2018-09-18 23:00", config=config)
    assert "at once: Made-up Alma" in " ".join(day.out.split())
    assert "at once: Made-up Dana (coordinators)" in " ".join(night.out.split())
    assert "Tue 23:00" in night.out


def test_without_a_roster_nobody_would_be_asked_anywhere(config: Path) -> None:
    ended = dabyl("policy", "try", "--region", "astana-city", config=config)
    assert "Astana city, Wed 14:00: nobody would be asked." in ended.out
    assert "Astana city, Sat 03:00: nobody would be asked." in ended.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--region", "atlantis"), "There is no region 'atlantis'; there are almaty-city"),
        (("--at", "midnight"), "--at is 'midnight': expected a time such as"),
    ],
)
def test_what_cannot_be_tried_is_told(config: Path, arguments: tuple[str, str], told: str) -> None:
    ended = dabyl("policy", "try", *arguments, config=config)
    assert ended.code == 2
    assert told in ended.err
