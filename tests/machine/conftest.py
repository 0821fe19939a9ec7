"""The same world as the stories have: the real loops on the local Bot API server. No proxy stands before it."""

import pytest

from tests.stories.conftest import world

__all__ = ["world"]

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
