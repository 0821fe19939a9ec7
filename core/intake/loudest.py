"""A sentence added to a message never removes a ring: what one sentence tells by itself is heard beside the others.

Tables read a message as a whole, so "he was let go yesterday" in one sentence could hide that a door is being broken in
another. Only a release behind a detention, in the same message, ends it: "they took him. he is out".
"""

import re
from collections.abc import Callable

from msgspec.structs import replace

from core.understanding import Understood
from core.understanding.guesses import Guesses

_ENDS = re.compile(r"[.!?…\n]+")
MOST = 8  # sentences that are read by themselves
TAKEN = frozenset({"me", "other", "missing"})  # what a release can end
OVER = "over"


def read_loudest(text: str, read: Callable[[str], Understood]) -> Understood:
    """What the text tells; if as a whole it tells of nothing that happens, then with what a sentence tells by itself."""
    whole = read(text)
    sentences = [sentence for part in _ENDS.split(text) if (sentence := part.strip())]
    if whole.happening or whole.past or len(sentences) < 2:
        return whole
    heard = [read(sentence) for sentence in sentences[:MOST]]
    for number, alone in enumerate(heard):
        ended = alone.situation in TAKEN and any(later.situation == OVER for later in heard[number + 1 :])
        if alone.happening and not ended:
            return _louder(whole, alone)
    return whole


def _louder(whole: Understood, alone: Understood) -> Understood:
    """The sentence decides what happens; what else the others tell stays, except that it is over or denied."""
    told = whole if whole.situation != OVER else replace(whole, people=None, moment=None, guesses=Guesses())
    return replace(
        told,
        situation=alone.situation,
        happening=True,
        ongoing=alone.ongoing,
        denied=False,
        guessed=alone.guessed,
        intent=None,
        place=alone.place or told.place,
        people=alone.people or told.people,
        moment=alone.moment or told.moment,
        flags=told.flags | alone.flags,
        guesses=_together(told.guesses, alone.guesses),
        destination=alone.destination or told.destination,
    )


def _together(told: Guesses, alone: Guesses) -> Guesses:
    return Guesses(alone.people or told.people, alone.moment or told.moment, told.flags | alone.flags)
