"""Whether others were let go, and who is meant was not: an exception from a release ("all but her"), or its contrast ("not
her", "his brother is not among them"). An exception from being kept is a release: "they kept all but him".
"""

import re
from collections.abc import Iterator

from core.understanding.heard import Heard
from core.understanding.phrases import mentions

_TWO_WORDS = re.compile(r"(?<= , )([^ ,]+) ([^ ,]+)(?= (?:,|$))")  # a clause: "Dan didn't"


def is_left_behind(said: str, heard: Heard) -> bool:
    """Whether a sentence tells it. ``said``: plain words, without what is asked."""
    if not mentions(heard.left.freed, said):
        return False
    sentences = f"{said.strip()} . ".split(" . ")
    return any(
        _excepts(f" {part.strip()} ", f" {before.strip()} ", heard)
        for before, part in zip(["", *sentences], sentences, strict=False)
        if part.strip() and heard.denial.supposed.isdisjoint(part.split())
    )


def _excepts(part: str, before: str, heard: Heard) -> bool:
    """Whether this sentence does, of the release that it tells, or that the one ``before`` it has told."""
    alone = list(
        heard.left.absent.finditer(part)
    )  # they may have the release in them: "only he was not let go"
    others = _exceptions(part, heard)
    return any(_is_of_release(part, before, match, heard, within=True) for match in alone) or any(
        _is_of_release(part, before, match, heard) for match in others
    )


def _exceptions(part: str, heard: Heard) -> Iterator[re.Match[str]]:
    """Where somebody is said to be no part of something that is told beside it."""
    left = heard.left
    for match in left.besides.finditer(part):
        if _is_somebody(_clause_behind(part, match.end())[:2], _clause_at(part, match), heard):
            yield match
    for match in left.behind.finditer(part):
        whose = part[: match.start()].split()[-1:]
        is_excepted = any(word.endswith(left.whose) for word in whose)
        if is_excepted and _is_somebody(whose, _clause_at(part, match), heard):
            yield match
    for match in left.left.finditer(part):
        if left.beside.issuperset(_clause_behind(part, match.end())):
            yield match
    names_others = not left.others.isdisjoint(part.split())
    for match in _TWO_WORDS.finditer(part):
        is_undone = match[2] in left.undone or (names_others and match[2] in heard.denial.after)
        if is_undone and match[1] not in left.others:
            yield match


def _is_somebody(words: list[str], clause: list[str], heard: Heard) -> bool:
    """Whether they are a person who is left out, and no thing; not where more are let go besides: "besides him two more"."""
    left = heard.left
    is_other = any(word in left.others or word.startswith(left.things) for word in words)
    return bool(words) and not is_other and left.also.isdisjoint(clause)


def _clause_at(part: str, match: re.Match[str]) -> list[str]:
    return part[part.rfind(" , ", 0, match.start() + 1) + 1 : match.end()].split() + _clause_behind(
        part, match.end()
    )


def _clause_behind(part: str, at: int) -> list[str]:
    return part[at:].partition(" , ")[0].split()


def _is_of_release(
    part: str, before: str, found: re.Match[str], heard: Heard, *, within: bool = False
) -> bool:
    """Whether it is excepted from a release, and not from being kept: what is told last before it, else first behind it.
    ``within``: or in it.
    """
    told = sorted(
        (match.start(), freed)
        for table, freed in ((heard.left.freed, True), (heard.left.held, False))
        for match in table.finditer(part)
        if within or not _is_denied(part, match, found, heard)
    )
    earlier = [freed for at, freed in told if at < found.start()]
    later = [freed for at, freed in told if at >= found.start()]
    if earlier or later:
        return earlier[-1] if earlier else later[0]
    return mentions(heard.left.freed, before) and not mentions(heard.left.held, before)


def _is_denied(part: str, match: re.Match[str], found: re.Match[str], heard: Heard) -> bool:
    """Whether it is what the exception itself denies, or denied by a word right before it."""
    is_own = found.start() <= match.start() < found.end()
    return is_own or not heard.denial.undone_before.isdisjoint(part[: match.start()].split()[-1:])
