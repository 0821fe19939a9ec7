"""What the peers know of the staff in the worst hour (benchmarks.worst_hour), from the environment. Without it one lawyer of
all is asked, as ``make bench`` has it, and nobody answers.
"""

import json
import os
import random
from dataclasses import dataclass

TAKEN = "This case was taken."
YOURS = "The case is yours.\n{answers}"
NOTED = "Noted, we ask somebody else."
NEWS = "A lawyer has your case."
NOBODY = "Nobody takes case {person}, city {place}."
DIGEST = "{count} detentions were reported.\n{places}"


@dataclass(frozen=True)
class Desk:
    """Who works where, how many are asked at once, how long and how often; where the digest goes, and when."""

    lawyers: dict[str, list[int]]
    coordinators: list[int]
    channel: int
    digest_at: float  # of the event loop's clock
    at_once: int
    wait: float
    rounds: int

    def next_lawyers(self, place: str, asked: list[int]) -> list[int]:
        """Whom to ask now; nobody when all rounds are over."""
        free = [one for one in self.lawyers.get(place, []) if one not in asked]
        if len(asked) >= self.at_once * self.rounds:
            return []
        return random.sample(free, min(self.at_once, len(free)))

    def digest(self, places: dict[str, int]) -> str:
        """The text for the channel."""
        lines = "\n".join(f"{place}: {count}" for place, count in sorted(places.items()))
        return DIGEST.format(count=sum(places.values()), places=lines)


def desk() -> Desk | None:
    """As the environment has it."""
    text = os.environ.get("BENCH_DESK", "")
    return Desk(**json.loads(text)) if text else None
