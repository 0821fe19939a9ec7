"""``pytest --quick``: all but what takes long. A seventh of the tests takes six sevenths of the time.

Left out is what runs programs of its own, plays a story on PostgreSQL that was played on SQLite, or stands in long.txt.
That is made of a whole run by ``python -m tests.quick run.xml``, with ``pytest --junitxml=run.xml`` before it.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
LONG = HERE / "long.txt"
HOUSE = "project"  # what holds for the code itself: whoever changes a line wants to know
PROGRAMS = frozenset({"backstage", "benchmarks", "browser", "demo", "faults", "kill"})
SECONDS = 0.2  # for one test of a function, on average, with three of them side by side on two cores
_POSTGRES = re.compile(r"\[.*\bpostgres\b.*\]$")


def is_long(test: str, long: Iterable[str]) -> bool:
    """By its name, as pytest has it."""
    room = test.split("/")[1]
    elsewhere = room != "storage" and _POSTGRES.search(test) is not None
    return room in PROGRAMS or (room != HOUSE and (elsewhere or test.partition("[")[0] in long))


def long_of(run: str) -> list[str]:
    """The functions that took long in a run, from its JUnit file."""
    took: dict[str, list[float]] = defaultdict(list)
    for case in ElementTree.fromstring(run).iter("testcase"):
        module = case.attrib["classname"].replace(".", "/")
        name = case.attrib["name"].partition("[")[0]
        took[f"{module}.py::{name}"].append(float(case.attrib["time"]))
    slow = {test for test, seconds in took.items() if sum(seconds) >= SECONDS * len(seconds)}
    return sorted(test for test in slow if is_long(test, slow) and not is_long(test, ()))


if __name__ == "__main__":
    LONG.write_text("".join(f"{test}\n" for test in long_of(Path(sys.argv[1]).read_text("utf-8"))), "utf-8")
