"""Where Telegram delivers to: a mistake in the address is told before anybody waits for updates that never come."""

from pathlib import Path

import pytest

from bot.config.settings import BadConfiguration, Settings, load


def loaded(tmp_path: Path, url: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(f'[webhook]\nurl = "{url}"\n', encoding="utf-8")
    return load(file, {}, required=())


@pytest.mark.parametrize("port", ["", ":443", ":80", ":88", ":8443"])
def test_the_ports_to_which_telegram_delivers_are_taken(tmp_path: Path, port: str) -> None:
    assert loaded(tmp_path, f"https://bot.example.org{port}").webhook.url.endswith(f"org{port}")


@pytest.mark.parametrize("port", [9443, 444, 8080, 1])
def test_a_port_to_which_telegram_does_not_deliver_is_a_mistake(tmp_path: Path, port: int) -> None:
    with pytest.raises(BadConfiguration, match=r"webhook\.url.*443, 80, 88 or 8443"):
        loaded(tmp_path, f"https://bot.example.org:{port}")


def test_a_server_of_ones_own_on_this_machine_may_deliver_to_any_port(tmp_path: Path) -> None:
    assert loaded(tmp_path, "http://127.0.0.1:9124").webhook.url == "http://127.0.0.1:9124"
