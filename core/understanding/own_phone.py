"""Whether the phone in the writer's own hand is being taken, now or in the next moment.

OWN       they say that it is theirs: this alone hides a chat
PERHAPS   a phone is being taken, and nobody says whose: who is held or at the scene means their own; anybody else is asked
NO        somebody else's phone, one that was taken before, what somebody else tells, a number

Somebody whose phone is torn from their hand sends what they have typed: so the last word of a message may be the beginning
of a word.
"""

from collections.abc import Collection
from enum import IntEnum

from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions, says
from core.understanding.plain import plain, readable

READ = 1000  # characters: who writes this writes little
SURE, FEW = 3, 2  # letters of a word that breaks off


class Taking(IntEnum):
    """See above."""

    NO = 0
    PERHAPS = 1
    OWN = 2


def phone_taking(text: str, heard: Heard) -> Taking:
    """What the words say of it."""
    said = heard_sentence(readable(text)[:READ], heard)
    own, cut = heard.own_phone, _word_cut_off(text, said, heard)
    if mentions(own.others, said):
        return Taking.NO
    if mentions(own.demanded, said) and mentions(own.demands, said):
        return Taking.PERHAPS
    if mentions(own.elsewhere, said):
        return Taking.NO
    is_past = any(past.startswith(cut) for past in own.already)  # «у меня телефон заб» may be either
    is_past = is_past and own.becoming.isdisjoint(said.split()[-2:-1])
    begun = bool(cut) and (_is_begun(text, own.alone_taken) or says(own.cut, said, heard.denial))
    enough = len(cut) >= SURE or len(said.split()) > FEW
    whole = says(own.taken, said, heard.denial) or _is_only(text, own.alone_taken)
    if whole or (begun and enough and not is_past):
        return Taking.OWN
    soon = begun or says(own.soon, said, heard.denial)
    soon = soon or (not was_taken(said, heard) and says(heard.flags["phone"], said, heard.denial))
    soon = soon or (bool(cut) and says(own.soon_cut, said, heard.denial))
    return Taking.PERHAPS if soon else Taking.NO


def is_taken(text: str, heard: Heard) -> bool:
    """Whether the writer's own phone is being taken at this moment, beyond doubt."""
    return phone_taking(text, heard) is Taking.OWN


def was_taken(said: str, heard: Heard) -> bool:
    """Whether a sentence has a word of the past for taking a phone; of which thing, its other words tell."""
    return any(word.startswith(heard.own_phone.already) for word in said.split())


def _word_cut_off(text: str, said: str, heard: Heard) -> str:
    """The last word, where the message may break off in it: no sign ends it, and it is no everyday word. Else nothing."""
    words = said.split()
    if not words or not readable(text).rstrip()[-1:].isalpha() or len(words[-1]) < FEW:
        return ""
    known = any(words[-1] in known_words for known_words in heard.known_words.values())
    return "" if known else words[-1]


def _is_begun(text: str, words: Collection[str]) -> bool:
    typed = " ".join(plain(text).split())
    return " " in typed and any(whole.startswith(typed) for whole in words)


def hides(text: str, heard: Heard) -> bool:
    """Whether it is the words alone that hide a chat, as they are typed where there is no menu to choose it from."""
    return _is_only(text, heard.own_phone.hide)


def _is_only(text: str, words: Collection[str]) -> bool:
    return len(text) <= READ and plain(text).strip(" .!,\n") in words
