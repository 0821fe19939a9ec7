"""How well stations are heard: ``python -m tests.stations`` prints the figures of the messages that are for tuning, and of
those that nobody who works on it has read (``--wrong``: what is wrong, of the first ones only).
"""

import tomllib
from pathlib import Path

from msgspec import Struct

from core.intake.custody import read_custody
from core.places.place_names import sound_of
from core.places.station_names import NamedStation
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_cues, load_heard

HERE = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")


class Said(Struct, frozen=True):
    """``right``: kind, place, #number, ~name; empty: nothing may be claimed."""

    text: str
    right: str
    asked: bool = False
    city: str = ""


class Figures(Struct, frozen=True):
    """Of messages that name where somebody is held, how many were heard rightly; of the others, which were claimed."""

    said: int
    right: int
    wrong: tuple[tuple[Said, str], ...]
    missed: tuple[Said, ...]
    others: int
    claimed: tuple[tuple[Said, str], ...]


def messages(file: Path) -> list[Said]:
    """All of one file."""
    data = tomllib.loads(file.read_text("utf-8"))
    said = [
        Said(row["text"], row["is"], row.get("asked", False), row.get("city", data["city"]))
        for row in data["said"]
    ]
    return said + [Said(row["text"], "", city=row.get("city", data["city"])) for row in data["nothing"]]


def claimed(said: Said) -> NamedStation | None:
    """What is claimed of this message."""
    heard = load_heard()
    found = read_custody(said.text, load_gazetteer("kz"), heard, load_cues(), near=(said.city,))
    if found is None:
        return None
    return found.told or (found.answers if said.asked else None)


def as_written(station: NamedStation | None) -> str:
    """As a right answer is written."""
    if station is None:
        return ""
    parts = [station.kind, station.place or "", f"#{station.number}" if station.number else ""]
    return " ".join(part for part in parts if part)


def is_right(right: str, station: NamedStation | None) -> bool:
    """Whether it is the one of the answer; a name is compared by its sound."""
    plain, _, name = right.partition(" ~")
    if station is None or as_written(station) != plain:
        return False
    return station.name == frozenset(sound_of(word) for word in name.split())


def figures_of(file: Path) -> Figures:
    """The figures of one file."""
    told = messages(file)
    heard = [(said, claimed(said)) for said in told]
    named = [(said, station) for said, station in heard if said.right]
    others = [(said, station) for said, station in heard if not said.right]
    return Figures(
        len(named),
        sum(is_right(said.right, station) for said, station in named),
        tuple(
            (said, as_written(station))
            for said, station in named
            if station and not is_right(said.right, station)
        ),
        tuple(said for said, station in named if station is None),
        len(others),
        tuple((said, as_written(station)) for said, station in others if station is not None),
    )


def spot_answers(kind: str) -> list[str]:
    """Answers to "where exactly?" of that kind: see the file."""
    rows: list[str] = tomllib.loads((HERE / "spots.toml").read_text("utf-8"))[kind]
    return rows
