"""A panel of grave sentences, nine a language: of every one a lawyer of the place is asked at once, with sound."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from core.model import LANGUAGES
from tests import listening
from tests.casework.story_desk import Desk

PANEL = tomllib.loads((Path(listening.__file__).parent / "grave.toml").read_text("utf-8"))["sentence"]


def test_the_panel_has_nine_kinds_in_each_language() -> None:
    assert Counter(row["language"] for row in PANEL) == dict.fromkeys(LANGUAGES, 9)
    assert len({row["kind"] for row in PANEL}) == 9


@pytest.mark.parametrize("row", PANEL, ids=lambda row: f"{row['language']} {row['kind']}")
async def test_a_grave_sentence_rings_a_lawyer_of_the_place(desk: Desk, row: dict[str, str]) -> None:
    lawyer = await desk.lawyer("Marat", cities=(row["city"],))
    lawyer.rang()
    await desk.person(language=row["language"]).writes(row["text"])
    await desk.later(seconds=59)
    assert lawyer.rang()
