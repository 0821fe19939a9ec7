"""Which countries there are, and the regions of each: a folder of bot/jurisdictions with its places.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_ROOT = files("bot.jurisdictions")


class UnknownJurisdiction(LookupError):
    """There is no folder of that name; the message says which there are."""


def known_jurisdictions() -> tuple[str, ...]:
    """The folders that hold places."""
    return tuple(sorted(d.name for d in _ROOT.iterdir() if d.is_dir() and (d / "places.toml").is_file()))


def folder_of(jurisdiction: str) -> Traversable:
    """Its folder. Raises UnknownJurisdiction."""
    if jurisdiction not in known_jurisdictions():
        known = ", ".join(known_jurisdictions())
        raise UnknownJurisdiction(f"there is no jurisdiction {jurisdiction!r}; known: {known}")
    return _ROOT / jurisdiction


@cache
def data_of(jurisdiction: str) -> dict[str, Any]:
    """What its places.toml says, read once. Raises UnknownJurisdiction."""
    return tomllib.loads((folder_of(jurisdiction) / "places.toml").read_text("utf-8"))


def known_regions(jurisdiction: str) -> tuple[str, ...]:
    """The ids of its regions, in the order of the file. Raises UnknownJurisdiction."""
    return tuple(data_of(jurisdiction)["regions"])


def citizenship(jurisdiction: str) -> tuple[str, ...]:
    """How its own nationality is written; none where the file does not say it. Raises UnknownJurisdiction."""
    return tuple(data_of(jurisdiction).get("citizenship", ()))
