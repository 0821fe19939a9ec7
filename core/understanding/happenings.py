"""What one message tells of what happened, all together: the situation, whether it goes on, what else is wanted.

If nothing is reported, it is understood what the person wants: who are you, is it free, nobody came, thanks (LISTENING 9).
What happened is heard first: «спасибо, брата задержали в Таразе» is a report and has no intent. Only words that may or may
not report something ("no answer", "did not come") give way if the person waits for us.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import mentions, says
from core.understanding.plain import readable
from core.understanding.questions import ASKED, DELETE, asks, topic_of
from core.understanding.situations import (
    BEATEN,
    GOING_ON,
    as_situation,
    is_denied,
    is_nothing_of_today,
    ongoing_of,
    situation_of,
    table_of,
    telling,
)

WAITING = frozenset(("nobody", "howlong", "status", "comes"))
BEFORE_QUESTIONS = ("spam", "person", "robot")  # surer than any topic
OF_WHOM = ("police", "who")  # except whose the bot is


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
    intent = _wanted(said, heard)
    if intent in WAITING and is_denied(said, heard):  # "nobody was detained" waits for nobody
        return None if table else "other"
    return intent if table is None or intent in WAITING else None


def _wanted(said: str, heard: Heard) -> str | None:
    wanted = _said_or_asked(said, heard)
    if wanted == "spam" and mentions(heard.intents["thanks"], said):
        return "thanks"
    return None if wanted == DELETE and leaves(said, heard) else wanted


def _said_or_asked(said: str, heard: Heard) -> str | None:
    sure = next((key for key in BEFORE_QUESTIONS if mentions(heard.intents[key], said)), None)
    topic = topic_of(said, heard) if sure in (None, "robot") else None
    if sure == "robot" and topic in OF_WHOM:
        return topic
    topic = None if sure else topic
    if topic == "condition" and mentions(heard.intents["fear"], said):
        return "fear"  # "I am afraid that they beat him" asks nothing
    if topic == "reads" and mentions(heard.intents["police"], said):
        return "police"  # whether it is they who read
    if sure or topic not in (None, ASKED):
        return sure or topic
    return next((key for key, phrases in heard.intents.items() if mentions(phrases, said)), topic)


def leaves(said: str, heard: Heard) -> bool:
    """Whether the writer will not be found here any more, by their own hand: they switch off, or delete the chat."""
    return says(heard.turns.leaving, said, heard.denial) and not asks(said, heard)


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


class Happening(Struct, frozen=True):
    """See :class:`understood.Understood`, whose fields these are."""

    situation: str | None = None
    summons: bool = False
    ongoing: str | None = None
    intent: str | None = None
    happening: bool = False
    began: bool = True  # a moment that is named may be when it began
    guessed: bool = False


_ILL = frozenset(("medicine", "injured", "pregnant"))
_URGENT = frozenset(("phone", "medicine", "injured"))  # if one of these is told, something is happening
_BESIDE_POLICE = frozenset(("minor",))  # the same beside the police: most children are in no trouble


_PASSING = (None, "hello", "thanks", "wrong", "other")  # intents beside which something else may be told


def _may_tell_when(said: str, intent: str | None, heard: Heard) -> bool:
    """Whether words that tell of nothing may be the rest of a report ("это было вчера в 7"): no plan, no denial."""
    asks = mentions(heard.told.asked, said)
    return intent in _PASSING and not asks and not is_denied(said, heard)


def asked_whether_over(told: Happening, said: str, heard: Heard) -> Happening:
    """ "Has he been let go?" tells of no release: the person only asks for news. Unless a release is told before."""
    if told.happening or (told.situation != "over" and told.ongoing != "no"):
        return told
    before = " . ".join(part for part in said.split(" . ") if not part.rstrip(" .").endswith("?"))
    if situation_of(telling(f" {before.strip()} ", heard), heard) == "over":
        return told
    return Happening(intent="status", began=False)


def is_long_ago(told: Happening, said: str, heard: Heard) -> bool:
    """Whether it is told as a story of another time."""
    return told.situation == "over" and mentions(heard.told.long_ago, said)


def as_past(told: Happening) -> Happening:
    """The same, of another year: it wakes nobody."""
    return replace(told, situation="over" if told.situation else None, ongoing="no", happening=False)


def as_held(told: Happening) -> Happening:
    """The same, where others are held still."""
    return replace(told, situation="other", ongoing="yes", happening=True)


def _is_urgent(flags: frozenset[str], told: str, heard: Heard) -> bool:
    """Whether a flag alone says that something is happening now."""
    if mentions(heard.told.long_ago, told):
        return False
    beside_police = bool(flags & _BESIDE_POLICE) and mentions(heard.told.station, told)
    return bool(flags & _URGENT) or beside_police


def happening_of(said: str, heard: Heard, year: int, flags: frozenset[str], own_phone: bool) -> Happening:
    """``said``: a :func:`plain.sentence`. ``year``: this one. ``own_phone``: it is being taken, so they are held."""
    if is_nothing_of_today(said, heard, year):
        return Happening(intent="spam", began=False)
    told = telling(said, heard)
    table = table_of(told, heard)
    intent = intent_of(said, table, heard)
    situation = None if intent else as_situation(table)
    if table is intent is None and flags & _ILL and mentions(heard.told.station, told):
        situation = "other"  # nobody is at the police with a broken arm for a visit
    if situation is None and own_phone:
        situation = "me"
    if situation == "me" and mentions(heard.told.promise, said) and mentions(heard.told.quoted, said):
        situation = "other"  # "брат сказал, если не вернусь, меня взяли"
    ongoing = ongoing_of(said, situation, heard)
    return Happening(
        situation=None if situation == "summons" else situation,
        began=situation != "summons" if situation else _may_tell_when(said, intent, heard),
        summons=situation == "summons",
        ongoing=ongoing,
        guessed=situation is not None and table == BEATEN,
        intent=intent,
        happening=situation in GOING_ON
        or (
            situation is None
            and intent is None
            and (is_cry(told, heard) or bool(told.strip(" .,?") and _is_urgent(flags, told, heard)))
        ),
    )
