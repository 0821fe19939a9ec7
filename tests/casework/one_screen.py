"""Whatever a citizen gets fits on one screen of a phone: looked at after every story of the desk, whatever it is about.

Staff are excepted: cards, lists and timelines are as long as the case is, and have pages.
"""

from tests.casework.desk import Desk

MOST = 900  # characters, buttons included


def fits(desk: Desk) -> None:
    """Raises AssertionError with the text that does not."""
    for chat, screen in desk.phones.screens.items():
        if chat not in desk.staff:
            assert len(screen.longest) <= MOST, f"{len(screen.longest)} characters:\n{screen.longest}"
