"""What a message states: its words without what they only ask.

A clause is asked by its mark, by how it begins, or by a cue; so is what hangs on it: "how do I write down that I was not let
in", "what do I file when they refuse". A clause that stands by itself beside a question is stated: "they don't let me in,
what now?".
"""

from collections.abc import Sequence

from core.intake.cues import Clause, Cues, Status, read_clauses
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence, heard_tokens
from core.understanding.phrases import mentions
from core.understanding.plain import plain, readable
from core.understanding.questions import asks, asks_how_to, begins_as_question

_ENDS = ".!?…;\n"


def stated_words(text: str, heard: Heard, cues: Cues, language: str | None = None) -> str:
    """The same words, where nothing is asked."""
    shown = readable(text)
    clauses = read_clauses(shown, cues, heard_tokens(shown, heard, guess_language(shown, heard) or language))
    if not any(_asks(clause, heard) for clause in clauses):
        return text
    said, first = list[str](), 0
    for behind in range(1, len(clauses) + 1):
        if behind == len(clauses) or _ends_between(shown, clauses[behind - 1], clauses[behind]):
            said += _stated(clauses[first:behind], heard)
            first = behind
    return "\n".join(said)


def _ends_between(shown: str, before: Clause, behind: Clause) -> bool:
    """Whether a sentence ends between them."""
    between = shown[before.end : behind.start]
    return before.text.rstrip().endswith(tuple(_ENDS)) or any(end in between for end in _ENDS)


def _stated(clauses: Sequence[Clause], heard: Heard) -> list[str]:
    """What a sentence states; what stands side by side in it stays together."""
    asked = _questions_among(clauses, heard)
    said, together = list[str](), False
    for clause, is_asked in zip(clauses, asked, strict=True):
        if is_asked or (any(asked) and _supposes(clause, heard)):
            said += [rest] if (rest := _begins_again(clause, heard)) else []
            together = False
        elif together:
            said[-1] = f"{said[-1]} {clause.text}"
        else:
            said.append(clause.text)
            together = True
    return said


def _questions_among(clauses: Sequence[Clause], heard: Heard) -> list[bool]:
    """Of each clause of a sentence whether it is asked: one that depends goes with what stands before it."""
    asked = list[bool]()
    for clause in clauses:
        goes_on = asked and _depends(clause, heard) and "?" not in clause.text
        goes_on = goes_on and not _is_of_doing(clause, heard)
        asked.append(asked[-1] if goes_on else _asks(clause, heard))
    for n in range(len(clauses) - 2, -1, -1):
        asked[n] |= asked[n + 1] and _is_case_of(clauses[n], clauses[n + 1], heard)
    return asked


def _is_case_of(clause: Clause, behind: Clause, heard: Heard) -> bool:
    """Whether it is only the case in which something is done here: "when they refuse me, what do I press?"."""
    words, following = clause.text.split(), behind.text.split()
    if len(following) == 1:  # «не пускают когда, …»
        return _depends(behind, heard)
    hangs = any(_word(word) in heard.members.depends for word in (words[0], words[-1]))
    return hangs and _is_of_doing(behind, heard)


def _is_of_doing(clause: Clause, heard: Heard) -> bool:
    """Whether it speaks of what is pressed or written here."""
    return mentions(heard.asked.about["pressing"], heard_sentence(clause.text, heard))


def _asks(clause: Clause, heard: Heard) -> bool:
    said = heard_sentence(clause.text, heard)
    if "?" in clause.text:
        return True
    is_bare = clause.rings is not Status.ASKED and not heard.members.bare.isdisjoint(said.split()[:1])
    if (begins_as_question(said, heard) and not is_bare) or asks_how_to(said, heard):
        return True
    if any(word.endswith(heard.members.supposing) for word in said.split()) and asks(said, heard):
        return True
    if clause.rings is not Status.ASKED or mentions(heard.questions.tells, said):
        return False
    return any(
        hit.cue.sets is Status.ASKED and (hit.cue.behind or hit.start <= clause.start) for hit in clause.cues
    )


def _supposes(clause: Clause, heard: Heard) -> bool:
    return clause.rings is Status.SUPPOSED or _word(clause.text.split()[-1]).endswith(heard.members.supposing)


def _depends(clause: Clause, heard: Heard) -> bool:
    """Whether it hangs on what stands before it: "that …", "when …", «… көрсетпей», not of the writer."""
    words = [_word(word) for word in clause.text.split()]
    if words[0] in heard.members.depends:
        return True
    return words[-1].endswith(heard.asked.hanging) and heard.members.again.isdisjoint(words)


def _begins_again(clause: Clause, heard: Heard) -> str:
    """What the writer says of themselves behind a question without any mark: «куда звонить меня не пускают»."""
    words = clause.text.split()
    for n, word in enumerate(words[1:], start=1):
        if _word(word) in heard.members.again:
            hangs = any(_word(before) in heard.members.depends for before in words[:n])
            supposed = _word(words[-1]).endswith(heard.members.supposing)
            return "" if hangs or supposed else " ".join(words[n:])
    return ""


def _word(word: str) -> str:
    return plain(word.strip(",.:;!?\"'()"))
