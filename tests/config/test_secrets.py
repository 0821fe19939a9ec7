"""Secrets come from the environment or from a file that it names."""

from pathlib import Path

import pytest

from bot.config.secrets import HEARTBEAT, KEY, TOKEN, read_secrets

GOOD_KEY = "11" * 32


def told(environ: dict[str, str]) -> list[str]:
    return [str(mistake) for mistake in read_secrets(environ)[1]]


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:abc\n")
    secrets, mistakes = read_secrets({f"{TOKEN}_FILE": str(tmp_path / "token"), KEY: GOOD_KEY})
    assert mistakes == []
    assert {name: secret.get_secret_value() for name, secret in secrets.items()} == {
        TOKEN: "1:abc",
        KEY: GOOD_KEY,
    }


def test_every_missing_secret_is_told_with_both_ways_to_give_it() -> None:
    assert told({}) == [
        f"{TOKEN}: missing; set {TOKEN}, or {TOKEN}_FILE to the path of a file",
        f"{KEY}: missing; set {KEY}, or {KEY}_FILE to the path of a file",
    ]


def test_a_secret_that_is_not_required_may_be_missing() -> None:
    assert read_secrets({KEY: GOOD_KEY}, required=[KEY])[1] == []


def test_a_secret_given_twice_or_empty_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text(" \n")
    assert told({TOKEN: "1:a", f"{TOKEN}_FILE": "x", KEY: " "}) == [
        f"{TOKEN}: expected either {TOKEN} or {TOKEN}_FILE, found both",
        f"{KEY}: set but empty",
    ]
    (mistake,) = told({TOKEN: "1:a", f"{KEY}_FILE": str(tmp_path / "empty")})
    assert mistake.endswith("the file is empty")


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xfa")
    missing, binary = told({f"{TOKEN}_FILE": str(tmp_path / "no"), f"{KEY}_FILE": str(tmp_path / "binary")})
    assert "cannot be read: No such file" in missing
    assert "expected a text file" in binary


def test_a_token_of_the_wrong_form_is_told_without_showing_it() -> None:
    assert told({TOKEN: "hunter2", KEY: GOOD_KEY}) == [
        f"{TOKEN} is (not shown): expected digits, a colon and the rest, from BotFather"
    ]


def test_a_key_of_the_wrong_form_is_told_without_showing_it() -> None:
    (mistake,) = told({TOKEN: "1:a", KEY: f"{GOOD_KEY},hunter2"})
    assert mistake.startswith(
        f"{KEY} is (not shown): Key 2 in DABYL_KEY is not usable; expected: 32 random bytes"
    )
    assert "hunter2" not in mistake


GOOD = {TOKEN: "1:a", KEY: GOOD_KEY}


@pytest.mark.parametrize(
    "url",
    [
        "https://hc.example.org/made-up-key",
        "https://push.example.org:8443/api/push/made-up?status=up",
        "http://127.0.0.1:8000/ping",
        "http://localhost/ping",
        "http://[::1]:8000/",
    ],
)
def test_the_address_of_heartbeats_is_https_or_on_this_machine(url: str, tmp_path: Path) -> None:
    (tmp_path / "heartbeat").write_text(url + "\n")
    for environ in ({HEARTBEAT: url}, {f"{HEARTBEAT}_FILE": str(tmp_path / "heartbeat")}):
        secrets, mistakes = read_secrets({**GOOD, **environ})
        assert mistakes == []
        assert secrets[HEARTBEAT].get_secret_value() == url


@pytest.mark.parametrize(
    "url",
    [
        "http://hc.example.org/hunter2",
        "http://127.0.0.1.example.org/hunter2",
        "ftp://example.org/hunter2",
        "hunter2",
        "https:///hunter2",
        "https://example.org:port/hunter2",
        "https://example.org:99999/hunter2",
        "https://example.org/hunter2 twice",
        "https://example.org/hunter2\nhttps://example.org/",
    ],
)
def test_another_address_is_a_mistake_that_does_not_show_it(url: str) -> None:
    (mistake,) = told({**GOOD, HEARTBEAT: url})
    assert mistake.startswith(f"{HEARTBEAT} is (not shown): expected the service's address, https://")
    assert "hunter2" not in mistake


def test_without_a_heartbeat_nothing_is_missing() -> None:
    assert told(GOOD) == []
    assert told({**GOOD, HEARTBEAT: " "}) == [f"{HEARTBEAT}: set but empty"]
