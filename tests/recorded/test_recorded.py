"""The recorded conversations: whatever anybody reads in them is as it was recorded, on both databases."""

from pathlib import Path

import pytest

from storage.migrate import migrate
from tests.recorded.comparing import difference
from tests.recorded.play import play
from tests.recorded.script import read_script, scripts

LANGUAGES = ("kk", "ru", "en")
# What is sent again after a death races what was on its way: these are played and judged, their order is not compared.
UNSTEADY = frozenset({"en-04-dies-three-times", "ru-17-signal-and-telegram", "kk-14-atyrau-voices"})


@pytest.mark.parametrize("name", scripts())
async def test_a_conversation_reads_as_it_was_recorded_and_breaks_no_property(
    name: str, storage_url: str, tmp_path: Path
) -> None:
    script = read_script(name)
    played = await play(script, storage_url, tmp_path)
    if name not in UNSTEADY and difference(script, played):  # once more: which of two leaves first may differ
        folder = tmp_path / "again"
        folder.mkdir()
        await migrate(f"sqlite:///{folder}/dabyl.db")
        played = await play(script, f"sqlite:///{folder}/dabyl.db", folder)
        assert difference(script, played) == ""
    assert played.broken == {}


def test_there_are_twenty_conversations_in_each_language() -> None:
    assert {
        language: sum(name.startswith(language) for name in scripts()) for language in LANGUAGES
    } == dict.fromkeys(LANGUAGES, 20)
