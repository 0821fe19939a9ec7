"""For the person who signs: what each sentence of a paper is made of, and where each fact in it is from. It is never part of
the paper itself.

Names that a program has declined come first, because no program is always right about them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from core.documents.filling import PaperSentence
from core.folding import clean_text
from core.papers.dossier import Dossier, Leaf, node_at

DECLINED = "derived:declension"
_LONGEST = 200  # letters of a sentence that are repeated


class SourceHeadings(Struct, frozen=True):
    """The words around it, in the reader's language."""

    title: str
    declined: str  # names in other cases: please check
    unverified: str  # behind a fact that is not verified, with the space before it
    other: str  # where a fact is from that has no origin


class SourceSheet(Struct, frozen=True):
    """``declined``: names as they stand in the paper. ``lines``: a sentence, and what is said of each of its facts."""

    heads: SourceHeadings
    declined: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        parts = [self.heads.title]
        if self.declined:
            parts.append("\n".join([self.heads.declined, *(f"– {name}" for name in self.declined)]))
        parts += [
            "\n".join([f"«{sentence}»", *(f"← {fact}" for fact in facts)]) for sentence, facts in self.lines
        ]
        return "\n\n".join(parts)


def fact_origins(sentences: Iterable[PaperSentence], dossier: Dossier) -> tuple[str, ...]:
    """The origins of all facts of a paper, so that the name of each can be looked up."""
    found = (
        origin for sentence in sentences for _, leaf in _facts(sentence, dossier) for origin in leaf.origins
    )
    return tuple(dict.fromkeys(found))


def make_source_sheet(
    sentences: Sequence[PaperSentence],
    dossier: Dossier,
    heads: SourceHeadings,
    field: Callable[[str], str],
    says: Mapping[str, str],
) -> SourceSheet:
    """``field``: what a path is called; ``says``: what an origin is called. What stands in the template is not listed."""
    facts = [(sentence.text, _facts(sentence, dossier)) for sentence in sentences]
    declined = [_words(leaf) for _, some in facts for _, leaf in some if DECLINED in leaf.origins]
    lines = [
        (_short(text), tuple(_source_line(path, leaf, heads, field, says) for path, leaf in some))
        for text, some in facts
        if some
    ]
    return SourceSheet(heads, tuple(dict.fromkeys(declined)), tuple(lines))


def _facts(sentence: PaperSentence, dossier: Dossier) -> list[tuple[str, Leaf]]:
    """What is known of what stands in it."""

    def known() -> Iterator[tuple[str, Leaf]]:
        for path in sentence.paths:
            leaf = node_at(dossier, path)
            if isinstance(leaf, Leaf) and leaf.text:
                yield path, leaf

    return list(known())


def _source_line(
    path: str, leaf: Leaf, heads: SourceHeadings, field: Callable[[str], str], says: Mapping[str, str]
) -> str:
    sources = dict.fromkeys(says[origin] for origin in leaf.origins if origin != DECLINED)
    mark = "" if leaf.verified else heads.unverified
    return f"{field(path)}: {'; '.join(sources) or heads.other}{mark}"


def _words(leaf: Leaf) -> str:
    return " ".join(clean_text(leaf.text).split())


def _short(sentence: str) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
