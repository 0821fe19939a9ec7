"""[signal]: off unless a daemon is named, and then the account is too."""

from pathlib import Path

import pytest

from bot.building import abilities_of
from bot.config.settings import BadConfiguration, Settings, load


def loaded(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, {}, required=())


def test_without_a_daemon_there_is_no_signal(tmp_path: Path) -> None:
    assert list(abilities_of(Settings())) == ["telegram"]


def test_a_daemon_on_this_machine_and_an_account_are_enough(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '[signal]\nurl = "http://127.0.0.1:7583/"\naccount = "+77001234567"')
    assert settings.signal.url == "http://127.0.0.1:7583"
    assert list(abilities_of(settings)) == ["telegram", "signal"]


@pytest.mark.parametrize("account", ["", "77001234567", "+7700", "Dabyl"])
def test_a_daemon_without_a_whole_number_is_refused(tmp_path: Path, account: str) -> None:
    with pytest.raises(BadConfiguration, match=r"signal\.account"):
        loaded(tmp_path, f'[signal]\nurl = "http://127.0.0.1:7583"\naccount = "{account}"')


@pytest.mark.parametrize("url", ["http://192.0.2.7:7583", "127.0.0.1:7583", "ftp://127.0.0.1"])
def test_a_daemon_that_others_can_listen_to_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadConfiguration, match=r"signal\.url"):
        loaded(tmp_path, f'[signal]\nurl = "{url}"\naccount = "+77001234567"')
