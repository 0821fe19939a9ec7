"""LibreOffice makes pages of each paper in each of its languages: every sentence is there, no letter lost, no name torn.

It is started once for all of them. Where there is none, that is said.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from core.documents.filling import CELLS, LINE, FilledDocument, fill_template
from core.documents.typeset import typeset_template
from core.papers.catalogue import sample_dossier
from core.papers.dossier import Dossier, Leaf, Node
from core.resources.paper_files import Papers
from tests.papers.word import NAMES

pytestmark = pytest.mark.slow

LETTERS = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё"
NAME = "Әбілқайыр-Қоңырбай Ғұмарұлы Өтеген-Үмітбековтің Һайдарбек " * 2 + "Іңкәр"  # 120 letters
URL = "https://made.up/" + "a-very-long-way/" * 8
SOURCE = """> {{ to.line }}
# {{ person.name }}
{{ case.narrative }}
- {{ person.spellings }}
1. {{ person.address }}
| when | what | who says so |
| -- | ------ | ---- |
| {%tr for one in case.chronology %} |
| {{ one.when }} | {{ one.what }} | {{ one.source }} |
| {%tr endfor %} |
{{ paper.date }}
Signature: ____________ {{ signer.name }}
"""
SPOKEN = {
    "kk": "Қамаудағы адамның құқықтары",
    "ru": "Права задержанного: съезд, ёлка",
    "en": "Rights of the detained",
}
_NUMBER = re.compile(r"\d+ / \d+")
_SPACE = re.compile(r"\s+")


def with_words(node: Node, words: str) -> Node:
    """Each leaf says its path and the words, so that none can stand for another."""
    if isinstance(node, Leaf):
        return Leaf(f"{node.text} {words}")
    if isinstance(node, tuple):
        return tuple(with_words(one, words) for one in node)
    return {name: with_words(one, words) for name, one in node.items()} if isinstance(node, dict) else node


def of_everything(language: str) -> FilledDocument:
    """A paper with whatever is hard on one page, and a table that goes over several."""
    words = f"{SPOKEN[language]} {LETTERS}"
    row = {"when": Leaf("15:00"), "what": Leaf(f"{words} {NAME}"), "source": Leaf(words)}
    hard: Dossier = {
        "person": {"name": Leaf(NAME), "spellings": Leaf(URL), "address": Leaf(words)},
        "case": {"narrative": Leaf(f"{words}\n{NAME}"), "chronology": (row,) * 20},
    }
    return fill_template(typeset_template(SOURCE, language), {**sample_dossier(NAMES), **hard}, str)


def all_papers() -> dict[str, FilledDocument]:
    """Each that is shipped, in each language, with everything known; and those of everything."""
    papers = Papers("kz")
    made = {f"everything.{language}": of_everything(language) for language in SPOKEN}
    for id, kind in papers.kinds.items():
        for language in kind.languages:
            dossier = with_words(sample_dossier(papers.names(id)), LETTERS)
            assert isinstance(dossier, dict)
            made[f"{id}.{language}"] = fill_template(papers.shipped(id, language), dossier, str)
    return made


def squeezed(text: str) -> str:
    """Without what depends on where lines end."""
    return _SPACE.sub("", _NUMBER.sub("", re.sub(r"\.{6,}", "", text.replace(LINE, ""))))


def test_every_sentence_of_every_paper_stands_on_its_pages(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice here: apt-get install libreoffice-writer-nogui fonts-liberation")
    made = all_papers()
    for name, document in made.items():
        (tmp_path / f"{name}.docx").write_bytes(document.content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    to_pdf = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path))
    subprocess.run(
        [*to_pdf, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=600
    )
    for name, document in made.items():
        pages = [page.extract_text() for page in PdfReader(tmp_path / f"{name}.pdf").pages]
        text = squeezed(" ".join(pages))
        for sentence in document.sentences:
            for part in sentence.text.split(CELLS):
                assert squeezed(part) in text, (name, part)
        assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1)), name
        assert max(len(line) for page in pages for line in page.splitlines()) < 130, name
    for language in SPOKEN:
        pages = [page.extract_text() for page in PdfReader(tmp_path / f"everything.{language}.pdf").pages]
        assert len(pages) > 2
        assert all("who says so" in page for page in pages[:-1])
