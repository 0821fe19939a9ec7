"""What is understood of each message beside what a careful reader understands, a kind of fact at a time."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from core.conversation.everyday import is_unclear
from core.folding import fold_text
from core.places.gazetteer import Gazetteer
from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Grade, Understood, grade, understand
from core.understanding.heard import Heard
from core.values import CountKind, Precision

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)  # a Thursday, 23:00 in Kazakhstan
HOME = ZoneInfo("Asia/Almaty")
REGIONS = {
    "KZ-10": "abai", "KZ-11": "akmola", "KZ-15": "aktobe", "KZ-19": "almaty", "KZ-23": "atyrau", "KZ-27": "west-kazakhstan",
    "KZ-31": "zhambyl", "KZ-33": "jetisu", "KZ-35": "karaganda", "KZ-39": "kostanay", "KZ-43": "kyzylorda",
    "KZ-47": "mangystau", "KZ-55": "pavlodar", "KZ-59": "north-kazakhstan", "KZ-61": "turkistan", "KZ-62": "ulytau",
    "KZ-63": "east-kazakhstan", "KZ-71": "astana-city", "KZ-75": "almaty-city", "KZ-79": "shymkent-city",
}  # fmt: skip
HELD = frozenset(("me", "other", "blocked"))
FLAGS = frozenset(
    ("injured", "minor", "medicine", "phone", "pregnant")
)  # of the labels: those that the form knows
AS_FLAG = {"beaten": "injured"}
AS_INTENT = {
    "safe": "police",
    "reads": "police",
    "law": "howlong",
}  # of the program: one question to whoever labelled them
INTENTS = frozenset(
    (
        "hello",
        "who",
        "free",
        "police",
        "howlong",
        "nobody",
        "delete",
        "advice",
        "thanks",
        "wrong",
        "robot",
        "where",
    )
)
_AGO = re.compile(r"(\d+)([mhd])")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fact of one message. ``told``: somebody, the reader or the program, says that there is one."""

    message: dict[str, Any]
    kind: str
    told: bool
    right: bool
    got: object


@cache
def _heard() -> Heard:
    return load_heard()


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer("kz")


def messages(language: str, folder: Path = HERE) -> list[dict[str, Any]]:
    """All 200 of a language; in the folder ``more`` another 160, which came later."""
    found: list[dict[str, Any]] = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))["message"]
    return found


def played(language: str) -> list[dict[str, Any]]:
    """The eight conversations of a language."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{language}.toml").read_text("utf-8"))[
        "conversation"
    ]
    return found


def tuning(language: str) -> list[dict[str, Any]]:
    """Those that may be read: the odd ones, and what came later."""
    return [m for m in messages(language) if m["number"] % 2] + messages(language, HERE / "more")


def unread(language: str) -> list[dict[str, Any]]:
    """Those of which only figures are printed."""
    return [message for message in messages(language) if not message["number"] % 2]


def read(text: str) -> Understood:
    """What the program understands."""
    return understand(
        text,
        _heard(),
        load_names(),
        now=NOW,
        zone=HOME,
        gazetteer=_gazetteer(),
        evidence=load_evidence(),
    )


def verdicts(language: str, found: Iterable[dict[str, Any]]) -> Iterator[Verdict]:
    """Every fact of every message."""
    for message in found:
        understood = read(message["text"])
        yield Verdict(message, "language", True, understood.language == language, understood.language)
        for kind, judge in JUDGES.items():
            told, right, got = judge(message, understood)
            yield Verdict(message, kind, told, right, got)


Judged = tuple[bool, bool, object]


def _situation(message: dict[str, Any], understood: Understood) -> Judged:
    label, got = message["situation"], "summons" if understood.summons else understood.situation
    right = {
        "held": got in HELD,
        "searched": got in HELD or understood.happening,
        "missing": got == "missing",
        "summoned": got == "summons",
        "over": got == "over",
    }.get(label, not understood.happening and got != "over")
    return label != "nothing" or not right, right, got


def _region(message: dict[str, Any], understood: Understood) -> Judged:
    label, place = message["region"], understood.place
    got = None if place is None else "XX" if place.outside else place.region
    if label == "XX":
        return True, got == "XX", got
    if not label:
        return got is not None, got is None, got
    return True, got is not None and is_region(label, got), got


def is_region(label: str, region: str | None) -> bool:
    """Whether our region is the one of this ISO 3166-2 code."""
    return region in (REGIONS[label], f"{REGIONS[label]}-region")


def _city(message: dict[str, Any], understood: Understood) -> Judged:
    label, place, gazetteer = message["city"], understood.place, _gazetteer()
    if not label or message["region"] == "XX":
        return False, True, None
    ids = () if place is None else tuple(id for id in (place.city, place.district) if id)
    got = [gazetteer.name(id, "kk") for id in ids]
    centre = label.endswith("ауданы")  # of a district its centre is as good
    same = any(_near(_plain(label), _plain(name.partition(",")[0])) for name in got)
    return True, same or (centre and bool(ids)), got


def _people(message: dict[str, Any], understood: Understood) -> Judged:
    label, people = message["people"], understood.people
    got = None if people is None else people.count if people.count is not None else people.kind.value
    if label == 0:  # who tells of somebody without a number has told of one, or of nobody
        return False, True, got
    if label == -1:
        many = people is not None and (people.count is None or people.count > 2)
        return True, many or people is None or people.kind is CountKind.UNKNOWN, got
    alone = label == 1 and (people is None or people.count is None)  # one person is what a report is about
    return not alone, alone or got == label, got


def _names(message: dict[str, Any], understood: Understood) -> Judged:
    label, people = message["names"], understood.people
    got = people.names if people is not None else ()
    wanted, found = {_plain(n) for n in label}, {_plain(n) for n in got}
    same = len(wanted) == len(found) and all(any(_near(w, f) for f in found) for w in wanted)
    return bool(label or got), same, got


def _plain(name: str) -> str:
    return " ".join(sorted(fold_text(name).split()))


def _near(wanted: str, found: str) -> bool:
    """The same name, whatever its case ending or whether less of it is repeated."""
    pairs = [
        any(f[: max(3, len(w) - 2)] == w[: max(3, len(w) - 2)] for f in found.split()) for w in wanted.split()
    ]
    return all(pairs)


def _moment(message: dict[str, Any], understood: Understood) -> Judged:
    label, moment = message["moment"], understood.moment
    if message["situation"] in ("summoned", "nothing", "over"):
        return False, True, None
    if label == "now" and moment is None:  # what goes on needs no word for it
        return True, understood.happening, None
    if moment is None or moment.at is None:
        return bool(label), not label, None
    got = moment.at.astimezone(HOME)
    return (
        True,
        bool(label) and _is_then(label, moment.at, moment.precision),
        f"{got:%d.%m %H:%M} {moment.precision}",
    )


def _is_then(label: str, at: datetime, precision: Precision) -> bool:
    local, today = at.astimezone(HOME), NOW.astimezone(HOME)
    if label == "now":
        return NOW - at <= timedelta(minutes=15)
    if ago := _AGO.fullmatch(label):
        span = timedelta(**{{"m": "minutes", "h": "hours", "d": "days"}[ago[2]]: int(ago[1])})
        if ago[2] == "d":
            return local.date() == (today - span).date()
        return abs(NOW - span - at) <= max(timedelta(minutes=35), span / 5)
    day, _, hour = label.partition(" ")
    if day in ("today", "yesterday"):
        wanted = today.date() - timedelta(days=day == "yesterday")
        night = day == "yesterday" and not hour and local.date() == today.date() and local.hour < 6
        same = local.date() == wanted or night
    else:
        same = f"{local:%d.%m.%Y}".startswith(day) or f"{local:%d.%m.%y}".startswith(day)
    if not hour:
        return same
    hours, minutes = (int(part) for part in hour.split(":"))
    return same and local.hour == hours and (local.minute == minutes or precision is Precision.HOUR)


def _flags(message: dict[str, Any], understood: Understood) -> Judged:
    wanted = {AS_FLAG.get(flag, flag) for flag in message["flags"]} & FLAGS
    got = understood.flags & FLAGS
    return bool(wanted or got), wanted == got, sorted(got)


def _phone(message: dict[str, Any], understood: Understood) -> Judged:
    got = understood.contact.phone if understood.contact else ""
    return bool(message["phone"] or got), message["phone"] == got, got


def _intent(message: dict[str, Any], understood: Understood) -> Judged:
    label = message["intent"]
    if label not in INTENTS or message["situation"] != "nothing":
        return False, True, understood.intent
    return True, AS_INTENT.get(understood.intent or "", understood.intent) == label, understood.intent


def _wakes(message: dict[str, Any], understood: Understood) -> Judged:
    got = grade(understood)
    if got is Grade.NOBODY and is_unclear(understood, message["text"]):
        return True, not message["wakes"], "shown"
    return True, (got is not Grade.NOBODY) == message["wakes"], got


JUDGES: dict[str, Callable[[dict[str, Any], Understood], Judged]] = {
    "situation": _situation,
    "region": _region,
    "city": _city,
    "people": _people,
    "names": _names,
    "moment": _moment,
    "flags": _flags,
    "phone": _phone,
    "intent": _intent,
    "wakes": _wakes,
}
OF_A_REPORT = (
    "situation",
    "region",
    "city",
    "people",
    "names",
    "moment",
    "flags",
    "phone",
)  # "facts" in the figures


CLAIMED: dict[str, Callable[[Understood], bool]] = {
    "region": lambda u: u.place is not None and (u.place.outside or u.place.region is not None),
    "city": lambda u: u.place is not None and u.place.city is not None,
    "people": lambda u: _counted(u) > 1,
    "names": lambda u: u.people is not None and bool(u.people.names),
    "moment": lambda u: u.moment is not None and u.moment.at is not None,
    "flags": lambda u: bool(u.flags & FLAGS),
    "phone": lambda u: u.contact is not None and bool(u.contact.phone),
}  # what the program takes for a fact: neither what it only guesses nor the kind of situation, which stays perhaps


def _counted(understood: Understood) -> int:
    people = understood.people
    if people is None:
        return 0
    return people.count or (2 if people.kind is CountKind.SEVERAL else 0)


def _is_labelled(kind: str, message: dict[str, Any]) -> bool:
    """Whether the reader gives a fact of a kind that the program may take from words."""
    match kind:
        case "moment":
            of_now = message["situation"] in ("summoned", "nothing", "over")
            return message["moment"] not in ("", "now") and not of_now
        case "people":
            return bool(message["people"] > 1 or message["people"] == -1)
        case "flags":
            return bool({AS_FLAG.get(flag, flag) for flag in message["flags"]} & FLAGS)
        case "city":
            return bool(message["city"]) and message["region"] != "XX"
        case _:
            return bool(message[kind])


def _is_so(kind: str, message: dict[str, Any], understood: Understood, right: bool) -> bool:
    """Whether what is taken for a fact is one. Of names each that is given; nobody is counted where nobody is told of."""
    if kind == "people" and message["people"] == 0:
        return False
    if kind == "names" and understood.people is not None:
        wanted = [_plain(name) for name in message["names"]]
        return all(any(_near(w, _plain(name)) for w in wanted) for name in understood.people.names)
    return right


def facts_of(found: Iterable[dict[str, Any]]) -> tuple[int, int, int]:
    """How many wrong facts there are, how many of the reader's are found, and how many those are."""
    wrong = right = told = 0
    for message in found:
        understood = read(message["text"])
        for kind, is_claimed in CLAIMED.items():
            same = JUDGES[kind](message, understood)[1]
            claimed, labelled = is_claimed(understood), _is_labelled(kind, message)
            wrong += claimed and not _is_so(kind, message, understood, same)
            told += labelled
            right += labelled and claimed and same
    return wrong, right, told


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one part of one language: right and told by kind; who was woken rightly, wrongly, and what was put wrongly."""

    by_kind: dict[str, tuple[int, int]]
    woken: tuple[int, int]  # of those who should be
    false_alarms: tuple[int, int]  # of those who should not
    silent: tuple[
        int, int
    ]  # of those who should be woken: neither that, nor shown to a coordinator as unclear
    wrong_regions: int
    no_names: int  # things taken for names
    wrong_facts: tuple[int, int]  # of so many messages
    found_facts: tuple[int, int]  # of those of the reader

    @property
    def facts(self) -> tuple[int, int]:
        """Right and told, of the facts of a report."""
        kinds = [self.by_kind[kind] for kind in OF_A_REPORT]
        return sum(right for right, _ in kinds), sum(told for _, told in kinds)


def figures(language: str, found: Iterable[dict[str, Any]]) -> Figures:
    """Counted over some messages."""
    found = list(found)
    right: dict[str, int] = defaultdict(int)
    told: dict[str, int] = defaultdict(int)
    wakes = {True: [0, 0], False: [0, 0]}
    regions = names = silent = 0
    for verdict in verdicts(language, found):
        if verdict.told:
            told[verdict.kind] += 1
            right[verdict.kind] += verdict.right
        if verdict.kind == "wakes":
            counted = wakes[verdict.message["wakes"]]
            counted[0] += verdict.got in (Grade.LAWYERS, Grade.COORDINATORS)
            counted[1] += 1
            silent += verdict.message["wakes"] and verdict.got is Grade.NOBODY
        regions += verdict.kind == "region" and not verdict.right and verdict.got is not None
        names += verdict.kind == "names" and not verdict.message["names"] and bool(verdict.got)
    by_kind = {kind: (right[kind], told[kind]) for kind in ("language", *JUDGES)}
    (woken, ought), (false, ought_not) = wakes[True], wakes[False]
    wrong, found_right, wanted = facts_of(found)
    return Figures(
        by_kind,
        (woken, ought),
        (false, ought_not),
        (silent, ought),
        regions,
        names,
        (wrong, len(found)),
        (found_right, wanted),
    )
