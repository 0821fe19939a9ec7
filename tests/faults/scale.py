"""How much of each fault: short in all tests, long in ``make faults``. Everything by chance comes from one seed."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Short unless said otherwise."""

    long: bool = False
    kill_runs: int = 1
    kills: int = 10  # of one run
    fuzz_runs: int = 1
    fuzz_updates: int = 200  # of one run
    damaged_files: int = 5
    storm_people: int = 5


LONG = Scale(
    long=True,
    kill_runs=25,
    kills=20,
    fuzz_runs=10,
    fuzz_updates=5_000,
    damaged_files=500,
    storm_people=200,
)
SCALE = LONG if os.environ.get("DABYL_FAULTS") == "long" else Scale()
SEED = int(os.environ.get("DABYL_FAULTS_SEED", "2018"))
