"""dabyl emergency on a terminal leads through the card: asks, runs what it can, leaves out what it is told to, sums up."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.cli import emergency
from bot.cli.emergency import CARD, Emergency
from tests.cli.command import dabyl

CONFIG = Path("made-up.toml")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was run; a command that says "fails" in it fails."""
    said: list[str] = []

    def run(words: Sequence[str]) -> int:
        said.append(" ".join(words))
        return "fails" in said[-1]

    monkeypatch.setattr(emergency, "on_terminal", lambda: True)
    monkeypatch.setattr(emergency, "run_dabyl", run)
    return said


def test_each_step_is_run_done_by_hand_or_left_out_and_the_end_says_which(ran: list[str]) -> None:
    ended = dabyl("emergency", config=CONFIG, typed="1\ny\ny\nn\ny\nn\n")
    assert ended.code == 0, ended.said
    assert ran == [f"emergency token --config {CONFIG}"]
    told = ended.out[ended.out.index("What was done:") :]
    lines = CARD[Emergency.TOKEN]
    marks = ("done", "done", "LEFT OUT", "done", "LEFT OUT")
    for number, (mark, line) in enumerate(zip(marks, lines, strict=True), start=1):
        assert f"  {mark:<11} {number}. {line.says}" in told


def test_a_step_that_fails_can_be_tried_again_with_another_name(ran: list[str]) -> None:
    phone = str(list(CARD).index(Emergency.PHONE) + 1)
    ended = dabyl("emergency", config=CONFIG, typed=f"seven\n{phone}\ny\nfails\ny\nMarat\nn\nn\n")
    assert "One of 1 to" in ended.out
    assert ran == [f"emergency phone {name} --config {CONFIG}" for name in ("fails", "Marat")]
    assert "done        1." in ended.out


def test_what_is_broken_off_says_how_far_it_came(ran: list[str]) -> None:
    ended = dabyl("emergency", config=CONFIG, typed="1\ny\n")
    assert ended.code == 1
    assert "not reached 2." in ended.out
    assert len(ran) == 1


def test_without_a_terminal_it_is_the_card() -> None:
    assert dabyl("emergency").out == dabyl("emergency", "card").out


@pytest.mark.parametrize("elsewhere", [None, "of-another-bot.toml"])
def test_a_configuration_named_before_the_step_is_that_of_the_step(elsewhere: str | None) -> None:
    ended = dabyl("emergency", "--config", CONFIG, "silence", DABYL_CONFIG=elsewhere)
    assert (ended.code, f"in {CONFIG}" in ended.err) == (2, True), ended.err
    ended = dabyl(
        "emergency", "--config", CONFIG, "silence", config=Path("nearer.toml"), DABYL_CONFIG=elsewhere
    )
    assert "in nearer.toml" in ended.err
