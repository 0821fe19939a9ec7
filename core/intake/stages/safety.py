"""What is typed or sent while somebody practises: an answer to what is asked there, or else it is real.

Practice is pressed. Words are taken for it where they answer the question that stands, and say nothing besides. All that
may be a cry, what happens to somebody, a place with words, what nobody understands, a file that nobody asked for, ends the
practice, and goes the way of true words. Doubtful is real.
"""

from core import folding
from core.conversation.events import Problem, Said
from core.conversation.everyday import everyday_wanted
from core.conversation.forms import WHEREVER, AnswerKind, Question
from core.conversation.input import understand_input
from core.incoming import FileKind
from core.intake.answered import OPTION, OPTIONS, SPOT, is_all_taken
from core.intake.cues import Clause, Cues, Status, read_clauses
from core.intake.message import ReadMessage
from core.intake.stages.beginning import BEGINNING
from core.intake.standing import AskingForm, Standing
from core.understanding import Understood, tells_spot
from core.understanding.happenings import is_real
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.other_hand import Hand, other_hand
from core.understanding.own_phone import Taking, phone_taking
from core.understanding.phrases import mentions
from core.understanding.plain import readable

PRACTICE = "practice"  # the form
LESS = {  # what is heard of the writer's phone where it is not stated
    Status.ASKED: {Taking.OWN: Taking.PERHAPS, Taking.PERHAPS: Taking.NO},
    Status.DENIED: {Taking.OWN: Taking.PERHAPS, Taking.PERHAPS: Taking.NO},
    Status.SUPPOSED: {Taking.OWN: Taking.PERHAPS, Taking.PERHAPS: Taking.NO},
}
REAL_WISHES = frozenset({"fear", "nobody", "where", "delete"})  # not of somebody who only tries it out


def is_silent(message: ReadMessage, standing: Standing) -> bool:
    """All that comes from a chat that is hidden or muted."""
    return standing.is_silent


def phone_taking_told(text: str, heard: Heard, cues: Cues) -> Taking:
    """Whether the words say that the writer's phone is being taken; a question, a denial or an "if" alone hides no chat."""
    taking = phone_taking(text, heard)
    parts = read_clauses(text, cues) if taking else ()
    told = [(clause, found) for clause in parts if (found := phone_taking(clause.text, heard))]
    return min(taking, max((_as_meant(clause, found, heard) for clause, found in told), default=taking))


def hand_written(text: str, heard: Heard, cues: Cues) -> Hand:
    """Whether somebody else says that they write with this phone: neither asked, denied, supposed nor told of others."""
    return other_hand([clause.text for clause in read_clauses(text, cues) if _is_told(clause)], heard)


def _is_told(clause: Clause) -> bool:
    """ "It is captain Kim" stands alone and is no question without its mark."""
    asked = clause.rings is Status.ASKED and not clause.text.rstrip().endswith("?")
    return asked or clause.rings is Status.STATED


def _as_meant(clause: Clause, found: Taking, heard: Heard) -> Taking:
    """What is only supposed of one's own phone still puts the chat in doubt; of phones in general it does not."""
    said = heard_sentence(readable(clause.text), heard)
    if clause.rings is Status.SUPPOSED and mentions(heard.own_phone.own, said):
        return Taking.PERHAPS
    return LESS.get(clause.rings, {}).get(found, found)


def ends_practice(message: ReadMessage, standing: Standing) -> bool:
    """Whether it is, or may be, real."""
    asking = standing.asking
    return asking is not None and asking.name == PRACTICE and not _is_practised(message, standing, asking)


def ends_practice_unheard(message: ReadMessage, standing: Standing) -> bool:
    """Whether nothing else would hear that it is real: the words only say so, or a member writes, and reports nothing so."""
    happens = message.read.happening
    return ends_practice(message, standing) and (
        (standing.member is not None and happens) or (_says_real(message) and not happens)
    )


def _says_real(message: ReadMessage) -> bool:
    """Whether it is said to be real, in words or by a command that reports."""
    return message.is_own and (message.commanded in BEGINNING or is_real(message.text, message.setting.heard))


def _is_practised(message: ReadMessage, standing: Standing, asking: AskingForm) -> bool:
    """Whether it surely belongs to the practice."""
    incoming, asked = message.incoming, asking.question
    if not message.is_own:
        return False
    if incoming.file is not None:
        asked_for = asked is not None and asked.kind is AnswerKind.FILE
        return not incoming.text and (asked_for or incoming.file.kind is FileKind.STICKER)
    if incoming.location is not None:
        return asked is not None and asked.kind in (AnswerKind.PLACE, *WHEREVER)
    if _tells(message.read) or _says_real(message) or message.facts:
        return False
    if message.control is not None:
        return True
    if (row := everyday_wanted(message.read, message.text)) is not None:
        return row.intent not in REAL_WISHES
    event = understand_input(
        incoming,
        asking.form,
        asking.state,
        message.setting,
        now=message.said_at(standing.now),
        language=message.language,
    )
    if isinstance(event, Problem):  # a slip in a name of a place
        return bool(event.offers) and len(folding.folded_words(message.text)) == 1
    if not isinstance(event, Said):
        return True  # it stands for a button
    return _is_all(message, asked, event)


def _tells(heard: Understood) -> bool:
    """Whether anything is told of somebody."""
    happens = heard.happening or heard.summons or heard.situation is not None or heard.denied
    return bool(happens or heard.ongoing == "yes" or heard.alarms or heard.seeks or heard.foreign)


def _is_all(message: ReadMessage, asked: Question | None, said: Said) -> bool:
    """Whether what was understood, as far as it may answer something, is all that the words say."""
    if asked is not None and said.question == asked.name:
        words = len(folding.folded_words(message.text))
        if asked.kind in WHEREVER:
            return words <= SPOT and tells_spot(message.text, message.setting.heard)
        if asked.kind in OPTIONS:
            return words <= OPTION
    return is_all_taken(message.text, said.values.values())
