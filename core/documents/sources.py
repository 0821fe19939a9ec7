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
    fixed: str  # of a sentence in which nothing is printed that somebody has said
    unknown: str  # of what nobody has said


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
    """``field``: what a path is called; ``says``: what an origin is called. No sentence is left out: of what stands in the
    template, and of what nobody knows, it is said that it is so.
    """
    facts = [(sentence.text, _facts(sentence, dossier)) for sentence in sentences]
    declined = [_words(leaf) for _, some in facts for _, leaf in some if DECLINED in leaf.origins]
    lines = [
        (_short(sentence.text), tuple(_source_lines(sentence, some, dossier, heads, field, says)))
        for sentence, (_, some) in zip(sentences, facts, strict=True)
    ]
    return SourceSheet(heads, tuple(dict.fromkeys(declined)), tuple(lines))


def _facts(sentence: PaperSentence, dossier: Dossier) -> list[tuple[str, Leaf]]:
    """What is known of what stands in it."""

    def known() -> Iterator[tuple[str, Leaf]]:
        for path in dict.fromkeys((*sentence.paths, *sentence.because)):
            leaf = node_at(dossier, path)
            if isinstance(leaf, Leaf) and leaf.text:
                yield path, leaf

    return list(known())


def _source_lines(
    sentence: PaperSentence,
    facts: Sequence[tuple[str, Leaf]],
    dossier: Dossier,
    heads: SourceHeadings,
    field: Callable[[str], str],
    says: Mapping[str, str],
) -> Iterator[str]:
    for path, leaf in facts:
        sources = dict.fromkeys(says[origin] for origin in leaf.origins if origin != DECLINED)
        mark = "" if leaf.verified else heads.unverified
        yield f"{field(path)}: {'; '.join(sources)}{mark}"
    known = {path for path, _ in facts}
    unknown = [field(path) for path in sentence.paths if path not in known]
    if unknown:
        yield f"{', '.join(dict.fromkeys(unknown))}: {heads.unknown}"
    elif not facts:
        yield heads.fixed


def unsourced_paths(sentences: Iterable[PaperSentence], dossier: Dossier) -> list[str]:
    """What is printed and nobody has said: no paper is made with it."""
    return [
        path
        for sentence in sentences
        for path, leaf in _facts(sentence, dossier)
        if not [origin for origin in leaf.origins if origin != DECLINED]
    ]


def _words(leaf: Leaf) -> str:
    return " ".join(clean_text(leaf.text).split())


def _short(sentence: str) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
