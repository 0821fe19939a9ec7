"""Everything that is wrong with the papers of a country and with an organisation's own templates."""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from core.documents.filling import BadTemplate
from core.model import LANGUAGES
from core.resources.file_cache import cached
from core.resources.paper_files import BadPapers, Papers, check_template, read_template

_FILLED_BY = ("docxtpl", "jinja2", "lxml", "python-docx")
_NOISE = (".", "~$")  # of file systems, and of Word while a file is open


def paper_mistakes(papers: Papers) -> list[str]:
    """In sentences, each with its file and place."""
    try:
        ids = list(papers.kinds)
    except BadPapers as error:
        return [*error.mistakes]
    known = "-".join(("papers", papers.jurisdiction, *map(version, _FILLED_BY)))
    shipped = cached(
        known, lambda: [mistake for id in ids for mistake in _shipped(papers, id)]
    )  # it takes seconds
    return [*shipped, *_own_file_mistakes(papers)]


def file_mistakes(papers: Papers, file: Path) -> list[str]:
    """Of one template of the organisation's: how it is called, and what is in it."""
    id, _, rest = file.name.partition(".")
    language, _, end = rest.rpartition(".")
    if id not in papers.kinds:
        return [f"{file}: no paper is called {id}; there are {', '.join(papers.kinds)}"]
    languages = papers.kinds[id].languages
    if end != "docx" or language not in languages:
        return [f"{file}: must be called {' or '.join(f'{id}.{language}.docx' for language in languages)}"]
    try:
        content = read_template(file)
    except BadTemplate as error:
        return [str(error)]
    return [f"{file}: {mistake}" for mistake in check_template(content, papers.names(id))]


def _shipped(papers: Papers, id: str) -> Iterator[str]:
    folder = files("core.jurisdictions").joinpath(papers.jurisdiction, "papers", id)
    for language in LANGUAGES:
        where, named = f"{folder}/{language}.txt", language in papers.kinds[id].languages
        if named != folder.joinpath(f"{language}.txt").is_file():
            yield f"{where}: is missing" if named else f"{where}: languages of paper.toml does not name it"
        elif named:
            wrong = check_template(papers.shipped(id, language), papers.names(id))
            yield from (f"{where}: {mistake}" for mistake in wrong)


def _own_file_mistakes(papers: Papers) -> Iterator[str]:
    if papers.own is None:
        return
    try:
        names = sorted(file.name for file in papers.own.iterdir())
    except OSError as error:
        yield f"{papers.own} cannot be read: {error.strerror}; correct papers.templates"
        return
    for name in names:
        if not name.startswith(_NOISE):
            yield from file_mistakes(papers, papers.own / name)
