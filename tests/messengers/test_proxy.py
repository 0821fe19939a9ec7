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
    monkeypatch.setenv("ALL_PROXY", "quic://somebody:password@127.0.0.1:1080")
    with pytest.raises(
        Rejected, match="quic proxy: name one that speaks HTTP or SOCKS in HTTPS_PROXY"
    ) as caught:
        Telegram("1:x", "https://api.telegram.org")
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        "http//192.0.2.7:3128", "http:/192.0.2.7:3128", "http://192.0.2.7:port", "http://", "http://192.0.2.7 3128",
        "192.0.2.7:3128/proxy", "http://[::1:3128", "http:192.0.2.7:3128", "'http://192.0.2.7:3128'", "http://192.0.2.7:99999",
    ],
)  # fmt: skip
def test_one_that_is_no_address_is_named_with_what_to_write_and_without_its_password(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    with pytest.raises(Rejected, match=r"HTTPS_PROXY is .*write it like http://") as caught:
        Telegram("1:x", "https://api.telegram.org")
    assert value in str(caught.value).replace('"', "")
    monkeypatch.setenv("HTTPS_PROXY", f"http://somebody:password@{value.partition('//')[2]}/more")
    with pytest.raises(Rejected, match="HTTPS_PROXY is ") as caught:
        proxy_for("https://api.telegram.org")
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    "value", ["http://proxy.example:3128/", "http://a:b@proxy:1", "http://[::1]:3128", "https://my_proxy"]
)
def test_one_that_is_an_address_is_taken_as_it_is(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    assert proxy_for("https://api.telegram.org") == value
