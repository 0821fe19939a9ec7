"""What is done in front of the real bot becomes a file that can be put into the tests, and passes there."""

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.backstage.house import House
from bot.demo.quiet import quiet
from bot.playground.phone import Phone
from tests.backstage.retold import linted
from tests.project.tree import ROOT

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_people_did_is_a_story_that_passes_and_fails_where_something_else_is_shown(
    house: House, tmp_path: Path
) -> None:
    citizen, lawyer = house.cast.citizens[0], house.cast.members["ruslan"]
    await order(house, "record", do="start")
    await reports(house, citizen)
    await order(house, "clock", advance_seconds=120)
    await order(house, "clock", to="next_timer")  # nobody has taken it
    said = await citizen.writes('Ойдан шығарылған «Айдос»\n"қара" көйлек 😀')
    await quiet(house.stage)
    await citizen.edits(said, "Ойдан шығарылған Айдос")
    await citizen.sends_photo(b"\x89PNG" * 300, "вид")
    await quiet(house.stage)
    await house.stage.world.fails("error_500", times=2, methods=("editMessageText", "sendMessage"))
    await takes(lawyer)
    await quiet(house.stage)
    await citizen.writes("бұл сөз бот өлгенше айтылды")
    await order(house, "bot", do="kill")
    await citizen.writes("бұл сөз бот жоқта айтылды")
    await order(house, "bot", do="start")
    await quiet(house.stage)
    await order(house, "clock", advance_seconds=1860)  # and the lawyer does nothing
    story = (await order(house, "record", do="stop"))["story"]

    await order(house, "record", do="start")
    await takes(house.cast.members["alma"])
    await quiet(house.stage)
    later = (await order(house, "record", do="stop"))["story"]
    expected = later.split("# The recording began here.")[1]
    assert "expects" not in later.split("# The recording began here.")[0]
    assert "alma.expects(" in expected

    for secret in (str(house.server.url), house.server.token, str(house.stage.log.parent), "127.0.0.1"):
        assert secret not in story
    assert story.count("world.crash()") == story.count("world.start_bot()") == 1
    changed = story.replace("alma.expects(", 'alma.expects("nothing like this", ', 1)
    files = {"test_recorded": story, "test_changed": changed, "test_later": later}
    assert await asyncio.to_thread(outcomes, tmp_path, files) == {
        "test_recorded": True,
        "test_changed": False,
        "test_later": True,
    }


async def order(house: House, what: str, **body: Any) -> Any:
    """As the page does."""
    async with httpx.AsyncClient(base_url=house.server.control_url, timeout=60) as http:
        answer = await http.post(f"/backstage/{what}", json=body)
    assert answer.is_success, answer.text
    return answer.json()


async def takes(lawyer: Phone) -> None:
    """Accept what is offered, whatever the button says in the language of the phone."""
    buttons = [button for message in await lawyer.shown() for row in message.buttons for button in row]
    await lawyer.taps(next(button.data for button in buttons if button.data.startswith("accept:")))


async def reports(house: House, citizen: Phone) -> None:
    """Three taps in Kazakh."""
    await citizen.starts()
    for label in ("Бұл басқа адам", "Алматы"):
        await quiet(house.stage)
        await citizen.taps(label)
    await quiet(house.stage)


def outcomes(folder: Path, stories: dict[str, str]) -> dict[str, bool]:
    """Put the files among the stories of a copy of the tests, lint them and run them: which have passed."""
    there = folder / "tests" / "stories"
    shutil.copytree(ROOT / "tests" / "world", folder / "tests" / "world")
    kept_out = shutil.ignore_patterns("scripts", "records", "failing.txt", "test_*")
    shutil.copytree(ROOT / "tests" / "recorded", folder / "tests" / "recorded", ignore=kept_out)
    there.mkdir()
    for kept in (
        "__init__.py",
        "conftest.py",
        "quick.py",
        "stories/__init__.py",
        "stories/conftest.py",
        "stories/watch.py",
    ):
        shutil.copy(ROOT / "tests" / kept, folder / "tests" / kept)
    for name, source in stories.items():
        (there / f"{name}.py").write_text(source, encoding="utf-8")
    assert linted(*there.glob("test_*.py")) == ""
    command = (sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder))
    options = ("-n", "0", "-p", "no:cacheprovider", "-k", "sqlite", "-rA", str(there))
    done = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, check=False)
    ran = re.findall(r"^(PASSED|FAILED) tests/stories/(\w+)\.py::", done.stdout, re.MULTILINE)
    assert len(ran) == len(stories), done.stdout + done.stderr
    return {name: how == "PASSED" for how, name in ran}
