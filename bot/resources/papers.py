"""The papers of a country: ``bot/jurisdictions/<country>/papers/<paper>/``, read when one is first asked for.

paper.toml   what it is (bot.core.papers.kind says what each field means)
<language>.txt   the template, as bot.documents.typeset reads it
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from bot.core.clocks.rows import Sure
from bot.core.model import LANGUAGES
from bot.core.papers.kind import About, Group, Occasion, PaperKind
from bot.core.vocabulary import Use
from bot.documents.typeset import typeset

_ROOT = files("bot.jurisdictions")
_SHEET = "paper.toml"


@dataclass(frozen=True)
class Papers:
    """The papers of one country."""

    jurisdiction: str

    @cached_property
    def kinds(self) -> Mapping[str, PaperKind]:
        """By id, in the order of the folders."""
        folder = _ROOT / self.jurisdiction / "papers"
        rooms = folder.iterdir() if folder.is_dir() else ()
        sheets = {room.name: room / _SHEET for room in rooms if (room / _SHEET).is_file()}
        return {id: _kind(id, tomllib.loads(sheets[id].read_text("utf-8"))) for id in sorted(sheets)}

    def template(self, id: str, language: str) -> bytes:
        """The DOCX template of a paper in a language that it can be made in."""
        source = _ROOT / self.jurisdiction / "papers" / id / f"{language}.txt"
        return typeset(source.read_text("utf-8"))


def _kind(id: str, data: Mapping[str, Any]) -> PaperKind:
    return PaperKind(
        id=id,
        names={language: data[language] for language in LANGUAGES},
        group=Group(data["group"]),
        about=About(data["about"]),
        languages=tuple(data["languages"]),
        version=data["version"],
        required=tuple(data["required"]),
        wanted=tuple(data["wanted"]),
        to=tuple(data["to"]),
        occasions=frozenset(map(Occasion, data["occasions"])),
        sent_as=data["sent_as"],
        use=Use(data["use"]) if data["use"] else None,
        two_people=data["two_people"],
        from_memory=tuple(data["from_memory"]),
        articles=tuple(data["articles"]),
        sure=Sure(data["sure"]),
        source=data["source"],
    )
