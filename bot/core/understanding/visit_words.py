"""What a lawyer writes of a visit, in few words: "not let in 15:20", "пустили", "жолдамын".

Only what they begin with counts, and only where nothing but a time, or the end of a clause, follows at once: "on my way to
see the family first" may be anything. A question says nothing.
"""

from msgspec import Struct

from bot.core.timeline import Line
from bot.core.understanding.clock_group import groups
from bot.core.understanding.clock_words import line_of
from bot.core.understanding.heard import Heard
from bot.core.understanding.language import guess_language
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.plain import Sentence, readable

LONGEST = 300  # characters of what is such a message
_ENDS = frozenset(",.")
_MARKS = frozenset(",.!;\n")  # behind which another clause begins


class VisitSaid(Struct, frozen=True):
    """``when``: the words that name its time, or empty; ``more``: something else is told too."""

    act: Line
    when: str = ""
    more: bool = False


def visit_said(text: str, heard: Heard, language: str | None = None) -> VisitSaid | None:
    """What the words say of a visit; None if they say nothing of it, or something else first."""
    shown = readable(text).strip()
    if not shown or len(shown) > LONGEST or "?" in shown:
        return None
    language = guess_language(shown, heard) or language
    line = line_of(shown, heard, language)
    clause = next((n for n, token in enumerate(line.tokens) if token.text in _MARKS), len(line.tokens))
    time = next((group for group in groups(line) if group.now is None and group.end <= clause), None)
    start, end = (line.tokens[time.start].start, line.tokens[time.end - 1].end) if time else (0, 0)
    without = f"{shown[:start]} , {shown[end:]}" if time else shown
    beginnings = _beginnings(heard_sentence(without, heard, language), heard)
    for act, phrases in (
        (Line.REFUSED, heard.visits.refused),
        (Line.OUT, heard.visits.out),
        (Line.ADMITTED, heard.visits.admitted),
        (Line.AT_STATION, heard.visits.at_station),
        (Line.ON_MY_WAY, heard.visits.on_my_way),
        (Line.CONTACTED, heard.visits.contacted),
    ):
        matches = ((said, match) for said in beginnings if (match := phrases.match(said)))
        if found := next(matches, None):
            said, match = found
            behind = [word for word in said[match.end() :].split() if word not in heard.visits.fillers]
            more = not _ENDS.issuperset(behind)
            return None if more and behind[0] not in _ENDS else VisitSaid(act, shown[start:end], more)
    return None


def _beginnings(said: Sentence, heard: Heard) -> list[Sentence]:
    """The sentence, and what is left without each of the words before it that say nothing."""
    words = said.split()
    first = next((n for n, word in enumerate(words) if word not in heard.visits.fillers | _ENDS), len(words))
    return [Sentence(f" {' '.join(words[n:])} ") for n in range(min(first + 1, len(words)))]
