"""``dabyl audit``: whether what was written of the cases is still what the program wrote, and what it is."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import typer
from msgspec import Struct, to_builtins

from bot.building import build_service
from bot.cli.output import show_progress
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.settings import KEY, Settings
from core.fluent_words import Words
from core.model import Case
from core.resources.word_files import load_words
from handlers.arguments import find_case_by_code
from handlers.cards import history
from handlers.service import Service
from storage import draft_lines, timeline, verifying
from storage.evidence import Counts
from storage.schema import cases
from storage.transaction import Transaction
from storage.verifying import Finding

T = TypeVar("T")

PORTION = 500  # cases that are verified at once

app = typer.Typer(
    no_args_is_help=True,
    help="The histories of the cases: whether they are whole, and what stands in them.",
    pretty_exceptions_enable=False,
)


class Audit(Struct, frozen=True):
    """How much was looked at, and what is wrong, in sentences."""

    counts: Counts
    findings: tuple[str, ...]


async def audit(
    tx: Transaction, noted: int | None, tell: Callable[[int, int], object] = lambda done, total: None
) -> Audit:
    """Everything that is covered, and who read what is no case. ``noted``: how many lines there must be; ``tell`` hears how
    many cases are done of how many.
    """
    words: Words = load_words()
    found, last, counts = list[Finding](), 0, Counts()
    total = await tx.cases.count()
    while portion := await tx.cases.select(cases.c.id > last, order_by=cases.c.id, limit=PORTION):
        found += await verifying.verify_cases(tx, portion, counts)
        last = portion[-1].id
        tx.timeline.clear()  # of a hundred thousand cases, half a gigabyte
        tx.cases.clear()
        tell(counts.cases, total)
    if changed := await draft_lines.changed(tx):
        found.append(Finding("operator-draft-lines", {"count": str(changed)}, ""))
    found += await verifying.verify_whole(tx, noted, counts)
    found = verifying.gathered(found)
    return Audit(counts, tuple(words.say("en", finding.key, **finding.details) for finding in found))


COVERS = (
    "Covered: each case's code and opening, what each source said of it and when, its words, links, incidents, kept "
    "files and papers (number, kind, hash), and every line of the histories. Not covered: digests, the roster, words of "
    "which no case was made."
)


@app.command()
def verify(
    config: Config = DEFAULT,
    note: Annotated[
        bool, typer.Option("--note", help="If nothing is wrong but that the count of lines is gone, note it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Verify all cases: what was said of them, their files and histories. The bot may be running.

    The exit code is 1 if anything was changed from outside.
    """
    settings = settings_of(config, required=(KEY,))
    quiet_logs()
    found = finish(_verify(settings, note=note))
    if as_json:
        say_json({**to_builtins(found.counts), "findings": found.findings})
    for finding in () if as_json else found.findings:
        typer.echo(finding)
    if found.findings:
        raise typer.Exit(1)
    if not as_json:
        counts = found.counts
        whole = "Whole" if counts.cases else "No case is here"
        looked_at = (
            f"{counts.cases} cases, {counts.claims} claims, {counts.files} files, {counts.papers} papers, "
            f"{counts.lines} lines"
        )
        typer.echo(f"{whole}: {looked_at}.\n{COVERS}")


async def _verify(settings: Settings, *, note: bool) -> Audit:
    async with database_of(settings) as database:
        noted = database.noted_lines()  # first: a running bot goes on meanwhile
        with show_progress("Histories") as shown:
            async with database.read(utc_now()) as tx:
                if note and noted is None:
                    noted = await database.note_lines(tx)
                return await audit(tx, noted, shown)


@app.command()
def show(
    code: Annotated[str, typer.Argument(help='The code of a case, in quotes: "lamp river 27".')],
    config: Config = DEFAULT,
    language: Annotated[str, typer.Option(help="kk, ru or en; the organisation's if left out.")] = "",
    as_json: Json = False,
) -> None:
    """Print the history of one case: who did what, when, and why.

    Names of members stand in it, and the reasons that coordinators typed: keep it as you keep the case.
    """
    settings = settings_of(config, required=(KEY,))
    if as_json:
        say_json(finish(_show(settings, code, language, _document)))
        return
    for line in finish(_show(settings, code, language, history.history_lines)):
        typer.echo(line)


async def _show(
    settings: Settings,
    code: str,
    language: str,
    told: Callable[[Transaction, Service, str, Case], Awaitable[T]],
) -> T:
    service = build_service(settings)
    if language and language not in service.words.languages:
        fail(f"--language is {language!r}: expected kk, ru or en", code=2)
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        case = await find_case_by_code(tx, code)
        if case is None:
            fail(f"No case has the code {code!r}. The board (/cases) and alerts show codes.", code=2)
        return await told(tx, service, language or service.language, case)


async def _document(tx: Transaction, service: Service, language: str, case: Case) -> dict[str, Any]:
    """For programs. ``whole``: the chain is what the program wrote; ``changed``: the first line that does not fit it."""
    broken = await timeline.first_broken_line(tx, case)
    lines = [
        {
            "at": line.at,
            "kind": line.kind,
            "text": text,
            "changed": broken is not None and line is broken.line,
        }
        for line, text in await history.timeline_lines(tx, service, language, case)
    ]
    return {"code": case.code, "forgotten_at": case.forgotten_at, "whole": broken is None, "lines": lines}
