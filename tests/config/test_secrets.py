"""Secrets come from one place each: the environment, a file, a systemd credential, or a command."""

from pathlib import Path

import pytest

from bot.config import secret_sources
from bot.config.secrets import HEARTBEAT, KEY, TOKEN, read_secrets, with_files_beside

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


def test_the_mark_that_some_editors_put_before_a_text_is_no_part_of_a_secret(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:abc\n", encoding="utf-8-sig")
    (tmp_path / "key").write_text(f"{GOOD_KEY}\n", encoding="utf-8-sig")
    named = {f"{TOKEN}_FILE": str(tmp_path / "token"), f"{KEY}_COMMAND": f"cat {tmp_path}/key"}
    secrets, mistakes = read_secrets(named)
    assert mistakes == []
    assert {one.get_secret_value() for one in secrets.values()} == {"1:abc", GOOD_KEY}


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
        f"{TOKEN}: expected one source, found {TOKEN}, {TOKEN}_FILE",
        f"{KEY}: set but empty",
    ]
    (mistake,) = told({TOKEN: "1:a", f"{KEY}_FILE": str(tmp_path / "empty")})
    assert mistake.endswith("the file is empty")


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xfa")
    missing, binary = told({f"{TOKEN}_FILE": str(tmp_path / "no"), f"{KEY}_FILE": str(tmp_path / "binary")})
    assert "cannot be read: No such file" in missing
    assert "expected a text file" in binary


def test_the_files_beside_the_configuration_are_read_where_the_environment_names_none(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:abc\n")
    (tmp_path / "key").write_text(GOOD_KEY)
    here = {f"{TOKEN}_FILE": str(tmp_path / "token"), f"{KEY}_FILE": str(tmp_path / "key")}
    assert with_files_beside(tmp_path, {}) == here
    assert with_files_beside(tmp_path, {KEY: "22" * 32}) == {
        KEY: "22" * 32,
        f"{TOKEN}_FILE": here[f"{TOKEN}_FILE"],
    }
    other = {f"{KEY}_FILE": "/run/key", f"{TOKEN}_FILE": "/run/token"}
    assert with_files_beside(tmp_path, other) == other
    assert with_files_beside(tmp_path / "elsewhere", {}) == {}


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


def test_a_systemd_credential_is_a_file_of_the_secrets_name(tmp_path: Path) -> None:
    (tmp_path / KEY).write_text(f"{GOOD_KEY}\n")
    secrets, mistakes = read_secrets({TOKEN: "1:a", secret_sources.CREDENTIALS: str(tmp_path)})
    assert mistakes == []
    assert secrets[KEY].get_secret_value() == GOOD_KEY


def test_a_command_prints_the_secret_and_gets_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{GOOD_KEY}\n")
    command = f"""sh -c 'test -z "$DABYL_TELEGRAM_TOKEN" && cat "{tmp_path}/key"'"""
    secrets, mistakes = read_secrets({TOKEN: "1:a", f"{KEY}_COMMAND": command})
    assert mistakes == []
    assert secrets[KEY].get_secret_value() == GOOD_KEY


def test_no_shell_reads_the_command() -> None:
    (mistake,) = told({TOKEN: "1:a", f"{KEY}_COMMAND": "echo hunter2 | cat"})
    assert "not usable" in mistake  # what echo printed, the stroke and all
    assert "hunter2" not in mistake


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("sh -c 'echo hunter2; echo no identity for hunter2 >&2; exit 3'", "ended with 3: no identity for …"),
        ("/no/such/program -d", "cannot be run: No such file"),
        ("true", "says nothing on standard output"),
        ("'", "expected a command as in a shell"),
        (" ", "set but empty"),
        ("printf '\\377\\376'", "expected one line of text"),
    ],
)
def test_a_command_that_fails_is_told_without_the_secret(command: str, why: str) -> None:
    (mistake,) = told({TOKEN: "1:a", f"{KEY}_COMMAND": command})
    assert why in mistake
    assert f"{KEY}_COMMAND" in mistake
    assert "hunter2" not in mistake


def test_a_command_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret_sources, "PATIENCE", 0.05)
    (mistake,) = told({TOKEN: "1:a", f"{KEY}_COMMAND": "sleep 60"})
    assert "no answer within" in mistake


@pytest.mark.parametrize("second", [f"{KEY}_COMMAND", secret_sources.CREDENTIALS])
def test_two_places_for_one_secret_are_a_mistake_that_names_both(second: str, tmp_path: Path) -> None:
    (tmp_path / KEY).write_text(GOOD_KEY)
    environ = {TOKEN: "1:a", f"{KEY}_FILE": str(tmp_path / KEY)}
    value = str(tmp_path) if second == secret_sources.CREDENTIALS else "true"
    (mistake,) = told({**environ, second: value})
    assert f"found {KEY}_FILE, " in mistake
