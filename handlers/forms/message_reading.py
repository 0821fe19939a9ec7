"""The message of a turn, as core.intake reads it."""

from core.intake.message import ReadMessage
from core.places.place_kinds import PlaceMatch
from core.understanding import Understood
from handlers.forms import dialogues
from handlers.forms.input_reading import read_turn, read_words
from handlers.turn import Turn


def message_of(turn: Turn) -> ReadMessage:
    """Its words are understood once, when they are first asked for; and so is its place looked for."""

    def read(text: str) -> Understood:
        if text == turn.incoming.text:
            return read_turn(turn)
        return read_words(turn.service, text, turn.incoming.sent_at or turn.now, turn.language)

    def find_place(text: str) -> PlaceMatch | None:
        if turn.place is None or turn.place[0] is not turn.incoming:
            turn.place = turn.incoming, turn.service.gazetteer.find(text)
        return turn.place[1]

    setting = dialogues.setting_of(turn)
    return ReadMessage(turn.incoming, setting, turn.service.cues, turn.language, read, find_place)
