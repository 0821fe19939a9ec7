"""make audit: what the database of weaknesses says, and that a build does not hang on it."""

import json
from pathlib import Path

import httpx
import pytest

from tools.audit import audit, pins

PINS = "made-up==1.0 ; sys_platform == 'linux' \\\n    --hash=sha256:0\nother==2 \\\n    --hash=sha256:1\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text(PINS, encoding="utf-8")
    return path


def answering(results: object, status: int = 200) -> httpx.Client:
    """A database that says this."""

    def say(request: httpx.Request) -> httpx.Response:
        assert [query["version"] for query in json.loads(request.content)["queries"]] == ["1.0", "2"]
        return httpx.Response(status, json={"results": results})

    return httpx.Client(transport=httpx.MockTransport(say))


def test_pins_are_read_with_their_versions() -> None:
    assert pins(PINS) == [("made-up", "1.0"), ("other", "2")]


def test_a_known_weakness_is_named_and_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(answering([{}, {"vulns": [{"id": "MADE-UP-1"}]}]), file) == 1
    assert "other 2: MADE-UP-1" in capsys.readouterr().out


def test_nothing_known_is_well(file: Path) -> None:
    assert audit(answering([{}, {}]), file) == 0


@pytest.mark.parametrize("client", [answering([], 503), answering([{}])])
def test_a_database_that_does_not_answer_is_said_and_fails_nothing(
    client: httpx.Client, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(client, file) == 0
    assert "NOT AUDITED" in capsys.readouterr().out
