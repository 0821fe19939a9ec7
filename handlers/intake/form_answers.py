"""The form that is open takes what nobody else has taken."""

from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """An answer, or words that the form keeps and answers itself."""
    if opened is not None:
        await dialogues.proceed(turn, opened.follow, opened.dialogue)
