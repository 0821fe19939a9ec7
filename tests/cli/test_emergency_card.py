"""The card of docs/run/security.md and the one that the command prints are one, and every command on it is there."""

import re

import pytest

from bot.cli.emergency import CARD, Emergency, title_of
from core.resources.word_files import load_words
from tests.cli.command import dabyl
from tests.project.tree import ROOT


def test_the_printed_card_says_what_the_command_prints() -> None:
    text = (ROOT / "docs" / "run" / "security.md").read_text("utf-8")
    page = re.sub(r"\s+", " ", text[text.index("## Seized: what to do now") : text.index("## The dangers")])
    printed = re.sub(r"\s+", " ", dabyl("emergency").out)
    for happened in Emergency:
        assert f"**{title_of(happened)}**" in page
        for line in CARD[happened]:
            assert line.says in page, line.says
            assert line.says in printed
            assert not line.command or f"`{line.command}`" in page, line.command


@pytest.mark.slow
def test_every_command_of_the_card_is_one() -> None:
    for command in (line.command for lines in CARD.values() for line in lines):
        program, *words = command.split() or ["", ""]
        if program == "dabyl":
            given = [word for word in words if word.islower()]
            assert dabyl(*given, "--help").code == 0, command


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_card_is_printed_in_the_language_of_the_terminal(language: str) -> None:
    said = dabyl("emergency", "card", DABYL_LANGUAGE=language).out
    assert load_words().say(language, "emergency-server") in said
    assert "dabyl emergency silence" in said
    assert load_words().say("en", "emergency-server") not in said
