"""Which of the three languages somebody asks for: "can we write in Kazakh?", "I don't understand Russian"."""

from core.model import LANGUAGES
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import readable

LONGEST = (
    12  # words of who asks for it: a longer text tells something, and a language in it is somebody else's
)


def language_wanted(text: str, heard: Heard) -> str | None:
    """The language that is wished; where one is only not understood, that of the words themselves."""
    if not 0 < len(text.split()) <= LONGEST:
        return None
    shown = readable(text)
    said, own = heard_sentence(shown, heard), guess_language(shown, heard)
    spoken = heard.spoken
    named = [language for language in LANGUAGES if mentions(getattr(spoken, language), said)]
    if not named or any(mentions(heard.questions.groups[whose], said) for whose in ("person", "lawyer")):
        return None  # of somebody else's language
    wishes = mentions(spoken.wished, said)
    if mentions(spoken.not_understood, said):
        if wishes and len(named) > 1 and own in named:
            return own
        return own if own not in named else None
    return named[0] if len(named) == 1 and wishes else None
