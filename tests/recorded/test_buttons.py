"""What scripts mean by a tap is a button that the bot has: else people of a script tap past everything, unnoticed."""

import pytest

from handlers.routes import BUTTONS, COMMANDS, FORMS
from tests.recorded.buttons import MEANINGS

EVERY = [pattern for patterns in MEANINGS.values() for pattern in patterns]


@pytest.mark.parametrize("pattern", EVERY)
def test_a_meaning_is_a_button(pattern: str) -> None:
    name = pattern.partition(":")[0]
    form, slash, _ = name.partition("/")
    is_command = pattern.startswith("/") and pattern[1:] in COMMANDS
    assert name == "*" or name in BUTTONS or (slash and form in FORMS) or is_command
