"""dabyl reseal: a new key takes over, and the old one can go."""

from pathlib import Path

from bot.config.settings import KEY
from tests.cli.command import KEY_VALUE, dabyl
from tests.project.tree import ROOT


def test_after_the_rotation_the_new_key_is_enough_and_the_old_one_opens_nothing(config: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    before = dabyl("roster", "export", config=config).out
    new = dabyl("key").out.strip()

    ended = dabyl("reseal", config=config, **{KEY: f"{new},{KEY_VALUE}"})
    assert ended.code == 0
    assert "23 rows sealed anew" in ended.out  # seven members, addresses and welcomes, the keys of the hashes
    assert new not in ended.said
    assert "0 rows sealed anew" in dabyl("reseal", config=config, **{KEY: f"{new},{KEY_VALUE}"}).out

    assert dabyl("roster", "export", config=config, **{KEY: new}).out == before
    assert dabyl("roster", "export", config=config).code == 2


def test_without_the_old_key_nothing_is_touched(config: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    ended = dabyl("reseal", config=config, **{KEY: dabyl("key").out.strip()})
    assert ended.code == 2
    assert "earlier keys behind it" in ended.err
    assert dabyl("roster", "export", config=config).code == 0
