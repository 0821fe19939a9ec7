"""Which proxy stands before Telegram: the environment says it, in the ways that are usual."""

import pytest

from bot.messengers.errors import Rejected
from bot.messengers.proxy import proxy_for
from bot.messengers.telegram.client import Telegram


@pytest.mark.parametrize(
    ("environment", "api_url", "expected"),
    [
        ({}, "https://example.org", None),
        ({"HTTPS_PROXY": "http://a:1"}, "https://example.org", "http://a:1"),
        ({"https_proxy": "http://a:1"}, "https://example.org", "http://a:1"),
        ({"HTTPS_PROXY": "a:1"}, "https://example.org", "http://a:1"),
        ({"HTTPS_PROXY": "http://a:1"}, "http://127.0.0.1:8081", None),
        ({"HTTP_PROXY": "http://a:1"}, "http://127.0.0.1:8081", "http://a:1"),
        ({"ALL_PROXY": "http://a:1"}, "https://example.org", "http://a:1"),
        ({"ALL_PROXY": "http://a:1", "NO_PROXY": "example.org"}, "https://api.example.org", None),
        ({"HTTP_PROXY": "http://a:1", "NO_PROXY": "127.0.0.1"}, "http://127.0.0.1:8081", None),
        ({"HTTP_PROXY": "http://a:1", "NO_PROXY": "127.0.0.1:8081"}, "http://127.0.0.1:8081", None),
        ({"HTTP_PROXY": "http://a:1", "NO_PROXY": "*"}, "http://127.0.0.1:8081", None),
    ],
)
def test_the_proxy_is_what_the_environment_says(
    environment: dict[str, str], api_url: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(api_url) == expected


def test_a_proxy_that_cannot_be_used_is_refused_at_once_and_not_passed_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://somebody:password@127.0.0.1:1080")
    with pytest.raises(Rejected, match="socks5 proxy: name one that speaks HTTP in HTTPS_PROXY") as caught:
        Telegram("1:x", "https://api.telegram.org")
    assert "password" not in str(caught.value)
