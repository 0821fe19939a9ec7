"""Whatever a citizen gets fits on one screen of a phone: looked at after every story of the desk, whatever it is about.

Staff are excepted: cards, lists and timelines are as long as the case is, and have pages.
"""

from core.presentation import utf16_length
from tests.casework.story_desk import Desk

MOST = 900  # characters, buttons included
SIGNS = 20  # more where each choice has a sign before it


def is_one_message(desk: Desk) -> None:
    """Raises AssertionError with a text that is longer than its messenger takes, with the list of what can be chosen."""
    for screen in desk.phones.screens.values():
        for shown in screen.raw.values():
            assert utf16_length(shown.text) <= desk.phones.abilities.text, shown.text


def fits(desk: Desk) -> None:
    """Raises AssertionError with the text that does not."""
    most = MOST if desk.phones.abilities.buttons else MOST + SIGNS
    for chat, screen in desk.phones.screens.items():
        if chat not in desk.staff:
            assert len(screen.longest) <= most, f"{len(screen.longest)} characters:\n{screen.longest}"
