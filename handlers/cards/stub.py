"""What is left of a card whose reader may not see more of it, or not any more: one line."""

from core.presentation import ButtonRows, Presentation
from handlers.service import Service


def stub(service: Service, language: str, key: str, rows: ButtonRows = (), **values: str) -> Presentation:
    """One line in place of what is not shown any more: an edit has no limit of time, as deleting has."""
    return Presentation(service.words.say(language, key, **values), rows, protect=True)
