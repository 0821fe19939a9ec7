"""A script: who takes part in a conversation, and what they do, in the order of its clock.

A file of scripts/ is TOML: ``title``, ``note``, ``language``, ``start`` (local, UTC+5), ``[[people]]``, ``[[step]]``.
"""

import tomllib
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, field

SCRIPTS = Path(__file__).parent / "scripts"
LOCAL = timezone(timedelta(hours=5), "UTC+5")  # Kazakhstan, since 2024
PAUSE = timedelta(seconds=5)  # between two steps that say nothing of it
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
ACTS = (
    "writes", "taps", "taps_label", "pin", "sends", "forwards", "edits", "code_of", "kill", "down", "waits",
)  # fmt: skip


class Somebody(Struct, frozen=True, forbid_unknown_fields=True):
    """Who takes part. ``cities``, ``speaks``, ``on_duty`` and ``escalation`` are of members alone."""

    name: str
    role: str = "citizen"
    language: str = "ru"
    messenger: str = "telegram"
    cities: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    on_duty: bool = True
    escalation: bool = False


class Step(Struct, frozen=True):
    """One act, at its time. ``given`` is what stands in the script, ``act`` the one of ACTS that it is."""

    at: datetime
    act: str
    who: str
    given: dict[str, Any]


class Script(Struct, frozen=True):
    """A conversation to be played."""

    name: str
    title: str
    start: datetime
    people: list[Somebody] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def scripts() -> list[str]:
    """The names of all scripts."""
    return sorted(path.stem for path in SCRIPTS.glob("*.toml"))


def read_script(name: str) -> Script:
    """The script of this name. Raises ValueError, with the step, for what cannot be played."""
    text = (SCRIPTS / f"{name}.toml").read_text("utf-8")
    given = tomllib.loads(text)
    start = given["start"].replace(tzinfo=LOCAL)
    people = [_somebody(name, about) for about in given["people"]]
    known = {person.name for person in people}
    steps: list[Step] = []
    now = start
    for number, step in enumerate(given["step"], 1):
        now = _time_of(step, now)
        acts = [act for act in ACTS if act in step]
        if len(acts) != 1 or ("who" in step and step["who"] not in known):
            raise ValueError(f"{name}, step {number}: not one act of somebody who takes part: {step}")
        steps.append(Step(now, acts[0], step.get("who", ""), step))
    return Script(name, given["title"], start, people, steps)


def _somebody(name: str, about: dict[str, Any]) -> Somebody:
    try:
        return convert(about, Somebody)
    except ValidationError as error:
        raise ValueError(f"{name}: {about}: {error}") from error


def _time_of(step: dict[str, Any], before: datetime) -> datetime:
    """When this step happens: at a time of the clock, so long after the step before, or a little later."""
    if "at" in step:
        parts = [int(part) for part in step["at"].split(":")]
        at = before.replace(hour=parts[0], minute=parts[1], second=parts[2] if len(parts) > 2 else 0)
        return at if at >= before else at + timedelta(days=1)
    if "after" in step:
        return before + length_of(step["after"])
    return before + PAUSE


def length_of(text: str) -> timedelta:
    """``40s``, ``12m``, ``3h``, ``2d``; several may follow each other: ``1h 30m``."""
    return sum((timedelta(**{UNITS[part[-1]]: float(part[:-1])}) for part in text.split()), timedelta())
