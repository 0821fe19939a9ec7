"""``dabyl sheets``: a page for each of the people that Dabyl is for, to be printed and given to them.

The pages are those of docs/people. ``@…`` and ``☎ …`` in them stand for the bot and a telephone: the command puts in what
is known, and leaves a line to write on for the rest. The hotline is for citizens; what lawyers and coordinators ring is not
in the configuration.
"""

import io
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.emergency import CARD
from bot.cli.session import DEFAULT, Config, fail, settings_of
from bot.config.speech import spoken
from core.documents.docx_package import with_fixed_times
from core.documents.typeset import typeset_template
from core.resources.word_files import load_words

if TYPE_CHECKING:
    from docx.document import Document


class Reader(StrEnum):
    """For whom there is a page."""

    CITIZEN = "citizen"
    LAWYER = "lawyer"
    COORDINATOR = "coordinator"
    DECIDING = "deciding"
    THREATS = "threats"
    EMERGENCY = "emergency"


class SheetLanguage(StrEnum):
    """In which languages."""

    KK = "kk"
    RU = "ru"
    EN = "en"


TO_WRITE_ON = "____________________"
POINTS = 10.5  # of the letters: each page is one sheet


def command(
    folder: Annotated[Path, typer.Argument(help="Where the files are written; made if it is not there.")],
    bot: Annotated[str, typer.Option(help="The bot's name, as @notes_bot.", metavar="@NAME")] = "",
    language: Annotated[SheetLanguage | None, typer.Option(help="One language; all if left out.")] = None,
    config: Config = DEFAULT,
) -> None:
    """Write a sheet for each of the people that Dabyl is for, as DOCX to print."""
    hotline = settings_of(config, required=()).organisation.hotline if config.exists() else ""
    languages = (language,) if language else tuple(SheetLanguage)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for reader in Reader:
            for chosen in languages:
                (folder / f"{reader}.{chosen}.docx").write_bytes(printed(reader, chosen, bot, hotline))
    except OSError as error:
        fail(spoken("file-not-written", file=folder, reason=error.strerror), code=2)
    typer.echo(
        spoken("sheets-done", count=len(Reader) * len(languages), folder=folder, bot="yes" if bot else "no")
    )


def sheet(reader: Reader, language: SheetLanguage) -> str:
    """The page as it stands in docs/people, in Markdown; that of the emergency card is made of the command's."""
    if reader is Reader.EMERGENCY:
        return "\n".join(_emergency_page(language))
    return files("bot.examples").joinpath("people", f"{reader}.{language}.md").read_text("utf-8")


def _emergency_page(language: SheetLanguage) -> Iterator[str]:
    words = load_words()
    yield f"# {words.say(language, 'emergency-head')}\n"
    yield words.say(language, "emergency-keep")
    for happened, lines in CARD.items():
        yield f"\n## {words.say(language, f'emergency-{happened}')}\n"
        for number, line in enumerate(lines, start=1):
            yield f"{number}. {words.say(language, line.key)}{f' `{line.command}`' if line.command else ''}"


def printed(reader: Reader, language: SheetLanguage, bot: str, hotline: str) -> bytes:
    """The DOCX of a page; the same words give the same bytes."""
    from docx import Document

    telephone = hotline if reader is Reader.CITIZEN else ""
    text = sheet(reader, language).replace("@…", bot or TO_WRITE_ON).replace("☎ …", telephone or TO_WRITE_ON)
    text = re.sub(r"^\* ", "- ", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", text).replace("`", "**")  # what is typed stands out
    document = Document(io.BytesIO(typeset_template(text, language)))
    _make_small(document)
    out = io.BytesIO()
    document.save(out)
    return with_fixed_times(out.getvalue())


def _make_small(document: "Document") -> None:
    from docx.shared import Cm, Pt

    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(POINTS)
    for style in document.styles:
        shape: Any = getattr(style, "paragraph_format", None)
        if shape is not None and style.name.startswith(("Normal", "Paper")):
            shape.space_before = Pt(min(getattr(shape.space_before, "pt", 0), 6))
            shape.space_after = Pt(min(getattr(shape.space_after, "pt", 0), 3))
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
