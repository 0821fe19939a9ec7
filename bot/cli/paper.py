"""``dabyl paper``: which papers can be made, their templates to change in Word, and whether those can be filled."""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.building import papers_of
from bot.cli.session import DEFAULT, Config, Json, beside_json, fail, say_json, settings_of
from core.documents.filling import BadTemplate
from core.papers.paper_kinds import PaperKind
from core.resources.paper_checks import file_mistakes, paper_mistakes
from core.resources.paper_files import BadPapers, Papers

app = typer.Typer(
    no_args_is_help=True,
    help="What is written to authorities, courts and the UN: its templates, and how you change them.",
    pretty_exceptions_enable=False,
)


@app.command(name="list")
def list_(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Show which papers there are, in which languages, and which of your templates are used."""
    papers = _papers(config)
    rows = [
        {
            "paper": id,
            "name": kind.names["en"],
            "languages": " ".join(kind.languages),
            "your own": " ".join(
                language for language in kind.languages if papers.own_file(id, language) is not None
            ),
            "still to compare": "the whole form"
            if kind.from_memory
            else ("" if kind.sure == "A" else "the law"),
        }
        for id, kind in papers.kinds.items()
    ]
    if as_json:
        say_json(rows)
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for column in rows[0]:
        table.add_column(column, overflow="fold", no_wrap=column == "paper")
    for row in rows:
        table.add_row(*row.values())
    Console().print(table)


@app.command()
def template(
    paper: Annotated[str, typer.Argument(help="As dabyl paper list shows it.")],
    language: Annotated[str, typer.Argument(help="kk, ru or en.")],
    to: Annotated[
        Path | None, typer.Option(help="The file; PAPER.LANGUAGE.docx here if left out.", metavar="FILE")
    ] = None,
    config: Config = DEFAULT,
) -> None:
    """Write a shipped template as a DOCX, to change in Word. A file that is there already is left alone."""
    papers = _papers(config)
    kind = _kind(papers, paper)
    if language not in kind.languages:
        fail(f"{paper} is made in {', '.join(kind.languages)}, not in {language!r}.", code=2)
    name = f"{paper}.{language}.docx"
    file = to or Path(name)
    try:
        with file.open("xb") as out:
            out.write(papers.shipped(paper, language))
    except FileExistsError:
        fail(f"{file} is there already: name another with --to, or move it away.", code=2)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}", code=2)
    typer.echo(
        f"{file} is written. Change it in Word, then: dabyl paper check {file}\n"
        f"It is used when it stands as {name} in the folder that papers.templates names."
    )


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="One template, called PAPER.LANGUAGE.docx; all of them if left out.")
    ] = None,
    config: Config = DEFAULT,
    as_json: Json = False,
) -> None:
    """Check templates: every field, every mark, and whether they can be filled. The exit code is 2 if one is wrong."""
    papers = _papers(config)
    try:
        wrong = paper_mistakes(papers) if file is None else file_mistakes(papers, file)
    except BadTemplate as error:
        wrong = [str(error)]
    if as_json:
        say_json({"file": file, "papers": None if file is not None else len(papers.kinds), "wrong": wrong})
    if wrong:
        fail("\n".join(wrong), code=2)
    beside_json(as_json)(
        f"{file} can be filled."
        if file is not None
        else f"The templates of {len(papers.kinds)} papers can be filled."
    )


def _papers(config: Path) -> Papers:
    papers = papers_of(settings_of(config, required=()))
    try:
        papers.kinds  # noqa: B018 - they are read here, and what is wrong with them is told
    except BadPapers as error:
        fail(str(error), code=2)
    return papers


def _kind(papers: Papers, id: str) -> PaperKind:
    if id not in papers.kinds:
        fail(f"No paper is called {id!r}; there are {', '.join(papers.kinds)}.", code=2)
    return papers.kinds[id]
