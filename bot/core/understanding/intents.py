"""What somebody wants who reports nothing: who are you, is it free, nobody came, thanks (LISTENING 9).

What happened is heard first: «спасибо, брата задержали в Таразе» is a report and has no intent. Only a perhaps ("no
answer", "did not come") gives way to somebody who waits for us.
"""

from bot.core.understanding.heard import Heard
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.phrase_table import PhraseTable
from bot.core.understanding.phrases import mentions
from bot.core.understanding.plain import readable
from bot.core.understanding.situations import is_denied, table_of, telling

WAITING = frozenset(("nobody", "howlong", "status"))


def understand_intent(text: str, heard: Heard) -> str | None:
    """One of :data:`heard.INTENTS`; None for a report, and where the words do not tell."""
    said = heard_sentence(readable(text), heard)
    return intent_of(said, table_of(telling(said, heard), heard), heard)


def intent_of(said: str, table: str | None, heard: Heard) -> str | None:
    """The same for a sentence of which it is known which table of situations tells what happened."""
    if table not in (None, "weak"):
        return None
    if table is None and _is_all(heard.told.waits, said):
        return "status"
    intent = next((key for key, phrases in heard.intents.items() if mentions(phrases, said)), None)
    if intent in WAITING and is_denied(said, heard):  # "nobody was detained" waits for nobody
        return None if table else "other"
    return intent if table is None or intent in WAITING else None


def _is_all(phrases: PhraseTable, said: str) -> bool:
    """Whether it is nothing but one of these: "well?", "help!"."""
    begins = phrases.match(said)
    return begins is not None and not said[begins.end() :].strip(" .,?!")


def is_real(text: str, heard: Heard) -> bool:
    """Whether somebody who practises says that it is no practice."""
    return mentions(heard.told.real, heard_sentence(readable(text), heard))


def is_cry(said: str, heard: Heard) -> bool:
    """Whether it calls for help, without saying what for."""
    return mentions(heard.told.cries, said) or _is_all(heard.told.cries_alone, said)
