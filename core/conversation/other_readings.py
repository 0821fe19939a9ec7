"""What a question for any words does not take: words that another stage can take, and words that cannot be its answer.

A question for a place in words ("where exactly?", "which court?") takes what names a place, also a whole sentence that says
where somebody is or was taken. It takes nothing that tells of something else, and nothing that happens to the writer or to
somebody else. A question that reporters answer in their own words takes what it is told, but for words that are said to us,
ask, or tell that somebody is out, and those of a phone that is being taken.
"""

from collections.abc import Iterator, Sequence

from core.conversation.context import Context
from core.conversation.forms import AnswerKind, Question, values_of
from core.understanding import Understood, check_moment, guess_language, tells_spot
from core.understanding.flags import understand_flags
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import facts_told, good_news
from core.understanding.phones import without_phones
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.values import Precision
from core.vocabulary import MYSELF, PHONE

FEW = 3  # words of a place that only belongs to somebody
LONG = 5  # letters of a word whose ending tells that it is a verb
BESIDE_A_PLACE = frozenset({"court", "moved"})  # facts that may be told by naming a place
HURT = frozenset({PHONE, "injured", "medicine"})  # flags that are never told by naming one
LOST = ("me", "other", "missing")  # situations of somebody who is held


def is_told_elsewhere(text: str, question: Question, understood: Understood, context: Context) -> bool:
    """Whether other stages take the words: they are no answer, and the question stands."""
    heard = context.setting.heard
    if question.kind is AnswerKind.WORDS:
        return context.form.of_reporters and _is_no_account(text, understood, context)
    said = heard_sentence(readable(text), heard)
    facts = set(facts_told(text, heard)) - BESIDE_A_PLACE
    tells = facts or understand_flags(text, heard) & HURT or _is_good_news(text, context)
    return (
        bool(tells)
        or _is_hour(text, said, context)
        or _is_to_us(said, heard)
        or (not _is_writer_held(context) and _is_of_me(text, said, context))
    )


def may_be_place(text: str, context: Context) -> bool:
    """Whether the words are no sentence, or one that says where somebody is or was taken, and of nobody else. Of several
    clauses one that names a place is enough: "the dormitory, room 512, one enters from the yard".
    """
    heard, text = context.setting.heard, _without_contacts(text)
    language = guess_language(text, heard) or context.language
    said = heard_sentence(readable(text), heard)
    if mentions(heard.sentences.also, said):
        return False
    clauses = list(_clauses(said, heard))
    if len(clauses) > 1 and any(_is_name(clause, language, heard) for clause in clauses):
        return True
    tells = _tells(said.replace(" , ", " ").replace(" . ", " ").split(), language, heard)
    if any(not word.startswith(heard.sentences.locates[language]) for word in tells):
        return False
    is_sentence = bool(tells) or not heard.told.talk.isdisjoint(said.split())
    return not is_sentence or tells_spot(text, heard)


def _clauses(said: str, heard: Heard) -> Iterator[list[str]]:
    """Cut at signs, and before "where the flags are"."""
    clause: list[str] = []
    for word in said.split():
        if word in (",", ".") or (clause and word in heard.questions.ends):
            yield clause
            clause = []
        if word not in (",", "."):
            clause.append(word)
    yield clause


def _is_name(clause: Sequence[str], language: str, heard: Heard) -> bool:
    """Whether nothing is told in it."""
    return bool(clause) and not _tells(clause, language, heard) and heard.told.talk.isdisjoint(clause)


def _tells(words: Sequence[str], language: str, heard: Heard) -> list[str]:
    return [word for word in words if is_verb(word, language, heard)]


def _without_contacts(text: str) -> str:
    """Without the clauses in which a number to ring stands: "house 5, ring +7 701 …"."""
    clauses = text.split(",")
    kept = [clause for clause in clauses if without_phones(clause) == clause]
    return ",".join(kept or clauses)


def is_verb(word: str, language: str, heard: Heard) -> bool:
    """Whether a word of a sentence is a verb, as far as its ending tells."""
    kinds = heard.sentences
    if word in kinds.predicates[language]:
        return True
    ends = len(word) >= LONG and word.endswith(kinds.verbs[language])
    return ends and not word.startswith(kinds.nouns[language])


def _is_hour(text: str, said: str, context: Context) -> bool:
    """Whether the number behind a word is an hour, "таңғы 10-да", and no house."""
    heard, language = context.setting.heard, guess_language(text, context.setting.heard) or context.language
    checked = check_moment(text, heard, context.now, context.zone, language)
    hour = checked.moment.precision in (Precision.HOUR, Precision.MINUTE)
    return hour and not mentions(heard.told.spots, said)


def _is_no_account(text: str, understood: Understood, context: Context) -> bool:
    heard = context.setting.heard
    said = heard_sentence(readable(text), heard)
    is_taken = PHONE in understand_flags(text, heard) and understood.happening
    another = understood.situation in LOST and mentions(heard.sentences.also, said)
    return is_taken or another or _is_to_us(said, heard) or _is_good_news(text, context)


def _is_to_us(said: str, heard: Heard) -> bool:
    return mentions(heard.sentences.to_us, said)


def _is_of_me(text: str, said: str, context: Context) -> bool:
    """Whether something is told of the writer or their family; "my father's office" tells nothing."""
    heard = context.setting.heard
    is_place = len(said.split()) <= FEW and tells_spot(text, heard)
    return mentions(heard.sentences.of_me, said) and not is_place


def _is_good_news(text: str, context: Context) -> bool:
    return good_news(text, context.setting.heard, beside=not _is_writer_held(context)) is not None


def _is_writer_held(context: Context) -> bool:
    return values_of(context.state.answers).get("situation") == MYSELF
