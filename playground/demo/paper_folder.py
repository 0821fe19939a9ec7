"""What a bureau would hold in its hands after September 2018, in one folder: ``dabyl demo --papers``, ``make scenario``.

Each piece is a row of PIECES and gives files by their names; it reads what the real bot has stored, and changes nothing.
"""

import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bot.building import build_service
from bot.config.settings import load
from core.drawing.picture import draw_digest
from core.papers.dossier import unverified_paths
from core.records.papers import Paper, PaperState
from handlers.cards.case_loading import view_of
from handlers.daily.edition import make_edition
from handlers.papers import paper_drafts, paper_making, paper_sources
from handlers.service import Service
from playground.demo.findings import report_of
from playground.demo.processes import run_dabyl
from playground.demo.scenario import Scenario
from playground.demo.stage import Stage
from playground.demo.statement import facts_beside, load_statement
from storage.transaction import Transaction

FORM, FORM_OF = ("un_wgad", "en"), "1"  # a paper and its language; the row of whom it is about
ARGUED = "She was detained when she attempted to address the deputies, as the circumstances above say."
File = tuple[str, bytes]  # how it is called, and what is in it


class Played(Struct, frozen=True):
    """What was played, and where it is stored."""

    scenario: Scenario
    stage: Stage
    service: Service
    tx: Transaction


async def write_papers(scenario: Scenario, stage: Stage, folder: Path) -> list[str]:
    """All pieces; how the files are called."""
    service = build_service(load(stage.config, stage.variables))
    names = []
    async with stage.database.read(await stage.world.now()) as tx:
        for piece in PIECES:
            async for name, content in piece(Played(scenario, stage, service, tx)):
                _keep(folder, name, content)
                names.append(name)
    return names


def _keep(folder: Path, name: str, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


async def _letters(played: Played) -> AsyncIterator[File]:
    """The letter in each language: the document that left for the chat, its text, what each sentence is made of."""
    tx, service = played.tx, played.service
    for paper in await tx.papers.select():
        template = await tx.paper_templates.get(paper.template) if paper.state is PaperState.MADE else None
        if template is not None:
            made = paper_making.make_again(paper, template.content)
            listed = await paper_sources.list_sources(tx, service, paper.language, paper, made)
            yield f"{paper.kind}-{paper.language}.docx", made.content
            yield f"{paper.kind}-{paper.language}.txt", made.text.encode()
            yield f"{paper.kind}-{paper.language}-sources.txt", listed.encode()


async def _facts(played: Played) -> AsyncIterator[File]:
    """The facts of the statement beside what the letter says."""
    letters = {}
    for paper in await played.tx.papers.select():
        template = (
            await played.tx.paper_templates.get(paper.template) if paper.state is PaperState.MADE else None
        )
        if template is not None:
            letters[paper.language] = paper_making.make_again(paper, template.content).text
    yield "facts.txt", facts_beside(load_statement(), letters).encode()


async def _digests(played: Played) -> AsyncIterator[File]:
    """The digests of both days, and their pictures where a font is there."""
    service, language = played.service, played.scenario.language
    for digest in await played.tx.digests.select():
        if digest.day.isoformat() in played.scenario.expected.digests:
            shown = await make_edition(played.tx, service, digest.day, language)
            yield f"digest-{digest.day}.txt", shown.whole.encode()
            if shown.picture is not None:
                yield f"digest-{digest.day}.png", draw_digest(shown.picture, service.font)


async def _form(played: Played) -> AsyncIterator[File]:
    """The questionnaire of the Working Group on Arbitrary Detention, of one person; it says what nobody knows."""
    tx, scenario, (id, language) = played.tx, played.scenario, FORM
    report = await report_of(tx, scenario.rows[FORM_OF])
    case = await tx.cases.get(report.case_id or 0) if report is not None else None
    kind = played.service.papers.kinds[id]
    member = next(
        member
        for member in await tx.members.select()
        if member.name == scenario.members[scenario.letter.by].name
    )
    if case is None:
        return
    person = next(person.id for person in (await view_of(tx, case)).persons if person.names)
    asked = Paper(
        tx.new_id(), id, language, PaperState.DRAFT, member.id, member.address_id, tx.now, case.id,
        person_id=person, signer_id=member.id, office=kind.to[0], answers={"answers.argument": ARGUED},
    )  # fmt: skip
    ready = await paper_drafts.prepare(tx, played.service, case, asked)
    if ready is not None and ready.bar is None:
        template = played.service.papers.template(id, language)
        ticked = replace(asked, ticked=tuple(unverified_paths(ready.dossier)))
        paper = paper_making.seal(played.service, ticked, kind, ready.dossier, template)
        made = paper_making.make_again(paper, template)
        yield f"{id}-{language}.docx", made.content
        yield f"{id}-{language}.txt", made.text.encode()


async def _exports(played: Played) -> AsyncIterator[File]:
    """What the cases say, without names, in every format: one archive, open to anybody."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.zip"
        options = ["--open", "--to", str(file), "--config", str(played.stage.config)]
        await run_dabyl(["export", *options], played.stage.variables)
        yield file.name, file.read_bytes()


PIECES: tuple[Callable[[Played], AsyncIterator[File]], ...] = (_letters, _facts, _digests, _form, _exports)
