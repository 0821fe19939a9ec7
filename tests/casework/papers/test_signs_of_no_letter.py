"""Signs that XML does not have are stored nowhere, and what was stored with them before breaks no paper."""

import io
from zipfile import ZipFile

import pytest
from lxml.etree import fromstring
from msgspec import to_builtins

from core.papers.dossier import Leaf
from tests.casework.papers.test_papers import has, page, papers
from tests.casework.papers.test_papers_made import dossier, has_case, made
from tests.casework.story_desk import Desk

BAD = ("\ufffe", "\uffff", "\x1f", "\ufdd0")


def parsed(desk: Desk, number: int = -1) -> str:
    """Every part of a document that left is XML; its text."""
    content = [copy for name, copy in desk.phones.copies.items() if name.endswith(".docx")][number]
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                fromstring(package.read(name))
        return package.read("word/document.xml").decode()


async def test_words_of_reporters_and_members_are_stored_without_them(desk: Desk) -> None:
    odd = "".join(BAD)
    marat = await has(desk, f"police took Dana{odd} Made-Up in{odd} Almaty today at 10:00")
    paper = await page(desk, marat)
    await marat.presses_data(f"paper:{paper.id}:ask")
    await marat.writes(f"a{odd}ctor")
    await marat.writes("/skip", "/skip")
    await marat.writes(f"note{odd} of mine")
    async with desk.reading() as tx:
        stored = [
            repr(to_builtins(row))
            for rows in (await tx.entries.select(), await tx.claims.select(), await tx.papers.select())
            for row in rows
        ]
    assert [row for row in stored for sign in BAD if sign in row or repr(sign)[1:-1] in row] == []
    await marat.presses_data(f"paper:{paper.id}:make")
    assert (await papers(desk))[-1].made_at is not None
    assert "actor" in parsed(desk)


@pytest.mark.parametrize("sign", BAD)
async def test_what_was_stored_with_them_breaks_no_paper(
    desk: Desk, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat = await has_case(desk)
    whole = {**dossier(), "person": {"name": Leaf(f"Dana{sign} Made-Up", ("answer",)), "born": Leaf("")}}
    monkeypatch.setattr("tests.casework.papers.test_papers_made.dossier", lambda: whole)
    paper = await made(desk, marat)
    assert paper.file_hash
    marat.sees("Demand\n\nDana Made-Up is held")
    assert "Dana Made-Up" in parsed(desk)
