"""The card of docs/security.md and the one that the command prints are one, and every command on it is there."""

import re

import pytest

from bot.cli.emergency import CARD, Emergency
from tests.cli.command import dabyl
from tests.project.tree import ROOT


def test_the_printed_card_says_what_the_command_prints() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    page = re.sub(r"\s+", " ", text[text.index("## Seized: what to do now") : text.index("## The dangers")])
    printed = re.sub(r"\s+", " ", dabyl("emergency").out)
    for happened in Emergency:
        assert f"**{CARD[happened].title}**" in page
        for line in CARD[happened].lines:
            assert line.says in page, line.says
            assert line.says in printed
            assert not line.command or f"`{line.command}`" in page, line.command


@pytest.mark.slow
def test_every_command_of_the_card_is_one() -> None:
    for command in (line.command for page in CARD.values() for line in page.lines):
        program, *words = command.split() or ["", ""]
        if program == "dabyl":
            given = [word for word in words if word.islower()]
            assert dabyl(*given, "--help").code == 0, command
