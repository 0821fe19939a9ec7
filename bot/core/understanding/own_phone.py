"""Whether somebody says that the phone in their own hand is being taken, now: this alone hides a chat from words.

Read strictly: "they are taking her phone", "he writes: they are taking my phone" and "my phone was taken yesterday" are
about something else. What is only likely is the flag "phone" of ``flags``, and is asked back.
"""

from collections.abc import Collection

from bot.core.understanding.heard import Heard
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.phrases import mentions, says
from bot.core.understanding.plain import plain, readable

READ = 1000  # characters: who writes this writes little


def is_taken(text: str, heard: Heard) -> bool:
    """Whether the writer's own phone is being taken at this moment, beyond doubt."""
    return taken(text, heard)[0]


def taken(text: str, heard: Heard) -> tuple[bool, bool]:
    """Whether it surely is; and whether some phone is, the flag "phone"."""
    said = heard_sentence(readable(text)[:READ], heard)
    own = heard.own_phone
    surely = says(own.taken, said, heard.denial) and not mentions(own.elsewhere, said)
    surely = surely or _is_only(text, own.alone_taken)
    return surely, says(heard.flags["phone"], said, heard.denial)


def hides(text: str, heard: Heard) -> bool:
    """Whether it is the words alone that hide a chat, as they are typed where there is no menu to choose it from."""
    return _is_only(text, heard.own_phone.hide)


def _is_only(text: str, words: Collection[str]) -> bool:
    return len(text) <= READ and plain(text).strip(" .!,\n") in words
