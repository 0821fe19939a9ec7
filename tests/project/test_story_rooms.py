"""The stories of a room of ``handlers`` are found by its name."""

from pathlib import Path

from tests.project.tree import ROOT, tracked

STORIES = Path("tests/casework")


def test_each_room_of_handlers_has_its_stories_and_no_story_is_without_a_room() -> None:
    rooms = {path.parent.name for path in (ROOT / "handlers").glob("*/__init__.py")}
    stories = [path for path in tracked() if path.is_relative_to(STORIES) and path.name.startswith("test_")]
    assert [path for path in stories if len(path.relative_to(STORIES).parts) != 2] == []
    assert {path.parent.name for path in stories} == rooms
    assert {path.parent.name for path in tracked() if path.parent.parent == STORIES} == rooms
