"""What lawyers do by buttons they do by typing: the same stories, where nothing can be pressed."""

import inspect
from collections.abc import Awaitable, Callable

import pytest

from tests.casework import test_lawyer_buttons
from tests.casework.desk import Desk

Story = Callable[[Desk], Awaitable[None]]
LOOKS = {"test_forged_offers_of_others_and_of_nobody_are_told_apart_from_nothing"}  # at buttons themselves
STORIES = {
    name: story
    for name, story in vars(test_lawyer_buttons).items()
    if name.startswith("test_")
    and name not in LOOKS
    and list(inspect.signature(story).parameters) == ["desk"]
}


@pytest.mark.parametrize("name", STORIES)
async def test_it_is_the_same_by_typing(desk: Desk, name: str) -> None:
    desk.without_buttons()
    story: Story = STORIES[name]
    await story(desk)
