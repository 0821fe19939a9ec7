"""The message of a turn, as core.intake reads it."""

from core.intake.message import ReadMessage
from handlers.forms import dialogues
from handlers.forms.input_reading import read_turn
from handlers.turn import Turn


def message_of(turn: Turn) -> ReadMessage:
    """Its words are understood once, when they are first asked for."""
    return ReadMessage(turn.incoming, dialogues.setting_of(turn), turn.language, lambda _: read_turn(turn))
