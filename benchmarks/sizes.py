"""How long everything is measured: in full, quickly while one works on the code, and for a test that only looks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Seconds, people, times. ``warm_up`` people are in the middle of their reports when measuring begins."""

    runs: int
    side_runs: int  # of what only stands beside: the ceiling, and the policy as shipped
    warm_up: int
    idle_cases: int
    eleven_seconds: float
    fifty_seconds: float
    flat_seconds: float
    flat_people: int
    rest_seconds: float
    kills: int
    kill_within: float  # seconds from a start to the next kill, at most
    kill_people: int
    kill_together: int
    thinks: float  # seconds between a question and its answer while the bot is being killed, on average
    patience: float  # seconds until a person gives up waiting
    quiet: float  # seconds without a call, after which nothing more is to be expected


SIZES = {
    "full": Sizes(
        runs=5,
        side_runs=2,
        warm_up=60,
        idle_cases=6,
        eleven_seconds=8,
        fifty_seconds=10,
        flat_seconds=6,
        flat_people=200,
        rest_seconds=2,
        kills=10,
        kill_within=3.5,
        kill_people=200,
        kill_together=60,
        thinks=1,
        patience=8,
        quiet=4,
    ),
    "quick": Sizes(
        runs=1,
        side_runs=1,
        warm_up=20,
        idle_cases=3,
        eleven_seconds=3,
        fifty_seconds=3,
        flat_seconds=3,
        flat_people=50,
        rest_seconds=1,
        kills=2,
        kill_within=3.5,
        kill_people=30,
        kill_together=15,
        thinks=0.5,
        patience=5,
        quiet=4,
    ),
    "smoke": Sizes(
        runs=1,
        side_runs=1,
        warm_up=2,
        idle_cases=1,
        eleven_seconds=0.2,
        fifty_seconds=0.1,
        flat_seconds=0.3,
        flat_people=3,
        rest_seconds=0,
        kills=0,
        kill_within=0,
        kill_people=3,
        kill_together=3,
        thinks=0,
        patience=30,
        quiet=1,
    ),
}
