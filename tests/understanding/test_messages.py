"""Messages as people type them: what must be understood from each, and the share that is, a language and a fact."""

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.places.gazetteer import Gazetteer
from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Understood, understand
from core.understanding.guesses import Guesses
from core.values import CountKind

DATA = tomllib.loads((Path(__file__).parent / "messages.toml").read_text("utf-8"))
NOW: datetime = DATA["now"]
MESSAGES: list[dict[str, Any]] = DATA["message"]
HEARD, NAMES = load_heard(), load_names()
HOME = ZoneInfo("Asia/Almaty")
FACTS = (
    "language", "city", "district", "situation", "people", "moment", "flags", "phone", "ongoing", "link",
)  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer("kz")


def read(message: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    """What is understood, in the notation of the file."""
    understood = understand(
        message["text"], HEARD, NAMES, now=NOW, zone=HOME, gazetteer=gazetteer, evidence=load_evidence()
    )
    place = understood.place
    return {
        "language": understood.language or "none",
        "city": (place and place.city) or "none",
        "district": (place and place.district) or "none",
        "situation": understood.situation or "none",
        "people": people(understood),
        "moment": moment(understood, gazetteer),
        "flags": [
            *sorted(understood.flags),
            *(f"perhaps {flag}" for flag in sorted(understood.guesses.flags)),
        ],
        "phone": understood.contact.phone if understood.contact else "none",
        "ongoing": understood.ongoing or "none",
        "link": understood.link or "none",
    }


def people(understood: Understood) -> str:
    counted = understood.people is not None and understood.people.kind is not CountKind.UNKNOWN
    if understood.guesses.people is not None and not counted:
        return f"perhaps {people(replace(understood, people=understood.guesses.people, guesses=Guesses()))}"
    if understood.people is None:
        return "none"
    count = understood.people.count
    return understood.people.kind.value if count is None else f"{understood.people.kind.value} {count}"


def moment(understood: Understood, gazetteer: Gazetteer) -> str:
    if understood.guesses.moment is not None:
        return f"perhaps {moment(replace(understood, moment=understood.guesses.moment, guesses=Guesses()), gazetteer)}"
    if understood.moment is None or understood.moment.at is None:
        return "none"
    city = understood.place and understood.place.city
    zone = ZoneInfo(gazetteer.cities[city].zone) if city else HOME
    return f"{understood.moment.at.astimezone(zone):%Y-%m-%d %H:%M} {understood.moment.precision.value}"


def compared(message: dict[str, Any], gazetteer: Gazetteer) -> Iterator[tuple[str, Any, Any]]:
    """Fact, wanted, understood; for every fact that the message says something about."""
    got = read(message, gazetteer)
    for fact in FACTS:
        if fact in message or fact == "flags":
            wanted = sorted(message.get(fact, [])) if fact == "flags" else message[fact]
            yield fact, wanted, got[fact]


def shares(gazetteer: Gazetteer) -> list[str]:
    """The table that is printed: a line a language, a column a fact, hard messages included."""
    right: dict[tuple[str, str], int] = defaultdict(int)
    total: dict[tuple[str, str], int] = defaultdict(int)
    for message in MESSAGES:
        for fact, wanted, got in compared(message, gazetteer):
            for key in (
                (message["name"][:2], fact),
                (message["name"][:2], "all"),
                ("every", fact),
                ("every", "all"),
            ):
                total[key] += 1
                right[key] += wanted == got
    columns = (*FACTS, "all")
    lines = [
        f"understood from {len(MESSAGES)} typed messages, percent of facts",
        " " * 6 + "".join(f"{c:>10}" for c in columns),
    ]
    for language in ("kk", "ru", "en", "every"):
        cells = (
            f"{100 * right[language, c] / total[language, c]:>10.0f}" if total[language, c] else f"{'-':>10}"
            for c in columns
        )
        lines.append(f"{language:<6}" + "".join(cells))
    return lines


@pytest.mark.parametrize("message", MESSAGES, ids=[m["name"] for m in MESSAGES])
def test_what_people_type_is_understood(message: dict[str, Any], gazetteer: Gazetteer) -> None:
    missed = [
        f"{fact}: wanted {wanted}, understood {got}"
        for fact, wanted, got in compared(message, gazetteer)
        if wanted != got
    ]
    if "hard" in message:
        assert missed, "understood after all: take the mark `hard` away"
    else:
        assert not missed, "; ".join(missed)


def test_there_are_enough_messages_and_few_hard_ones() -> None:
    for language in ("kk", "ru", "en"):
        assert sum(m["name"].startswith(f"{language} ") for m in MESSAGES) >= 25, language
    assert len({m["name"] for m in MESSAGES}) == len(MESSAGES)
    assert sum("hard" in m for m in MESSAGES) < 0.08 * len(MESSAGES)


@pytest.mark.slow
def test_the_share_understood_is_shown(gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shares(gazetteer)
    with capsys.disabled():  # on stderr, because pytest-xdist lets nothing else through
        print("\n" + "\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201
    assert float(lines[-1].split()[-1]) >= 95
