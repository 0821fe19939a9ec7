"""Where the bot listens: on this machine alone, unless somebody says why not."""

from pathlib import Path

import pytest

from bot.config.settings import BadConfiguration, load


def loaded(tmp_path: Path, text: str) -> object:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, {}, required=())


def test_an_address_that_others_reach_needs_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        BadConfiguration, match=r"expected a sentence, because others can read what is at 0\.0\.0\.0:9123"
    ):
        loaded(tmp_path, '[outside]\nlisten = "0.0.0.0:9123"')
    with pytest.raises(BadConfiguration, match="expected a sentence"):
        loaded(tmp_path, '[outside]\nlisten = "0.0.0.0:9123"\nwhy_not_loopback = "yes"')
    loaded(
        tmp_path,
        '[outside]\nlisten = "0.0.0.0:9123"\nwhy_not_loopback = "Prometheus runs in the next container"',
    )
    loaded(tmp_path, '[outside]\nlisten = "[::1]:9123"')


@pytest.mark.parametrize("place", ["9123", "example.org:80", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1"])
def test_what_is_no_address_is_a_mistake(tmp_path: Path, place: str) -> None:
    with pytest.raises(BadConfiguration, match="expected an address and a port"):
        loaded(tmp_path, f'[outside]\nlisten = "{place}"')
