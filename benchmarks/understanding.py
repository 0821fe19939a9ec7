"""What reading a message costs: typical ones, and the oddest at half and at full length, side by side in one run.

Run ``.venv/bin/python -m benchmarks.understanding`` from the project's folder. A ratio near 2 is a cost that grows
with the length; near 4 it would grow with its square.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median
from time import process_time
from zoneinfo import ZoneInfo

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import understand
from tests.understanding.test_any_text import ADVERSARIAL
from tests.understanding.test_messages import MESSAGES

NOW, ZONE = datetime(2018, 9, 18, 12, tzinfo=UTC), ZoneInfo("Asia/Almaty")
HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")
EVIDENCE = load_evidence()
RUNS = 5


def costs(texts: Sequence[str]) -> list[float]:
    """CPU seconds of each, the median of some runs. All in turns, so that none was just cut in words before."""
    runs = [[cost(text) for text in texts] for _ in range(RUNS)]
    return [median(times) for times in zip(*runs, strict=True)]


def cost(text: str) -> float:
    """CPU seconds."""
    started = process_time()
    understand(text, HEARD, NAMES, now=NOW, zone=ZONE, gazetteer=GAZETTEER, evidence=EVIDENCE)
    return process_time() - started


def main() -> None:
    """Print a line for each."""
    say = sys.stdout.write
    typical = costs([message["text"] for message in MESSAGES])
    say(
        f"{len(typical)} typical messages: median {median(typical) * 1000:.1f} ms, worst {max(typical) * 1000:.1f} ms\n"
    )
    halves = costs([text[: len(text) // 2] for text in ADVERSARIAL.values()])
    for name, half, whole in zip(ADVERSARIAL, halves, costs([*ADVERSARIAL.values()]), strict=True):
        say(f"{name:15} {whole * 1000:7.1f} ms, {whole / max(half, 1e-6):4.1f} times the half\n")


if __name__ == "__main__":
    main()
