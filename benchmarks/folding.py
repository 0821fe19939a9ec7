"""How long it takes to say what is true of a case: .venv/bin/python -m benchmarks.folding [--claims 200]

Two reports and a member have spoken: names of ten persons, places, moments, flags, each corrected again and again.
"""

import argparse
import statistics
import time
from datetime import UTC, datetime, timedelta

from core.casework.case_view import view_case
from core.casework.claim_kinds import KINDS, ClaimKind, ClaimSubject, ValueKind
from core.casework.claims import Claim, SourceKind
from core.values import Contact, CountKind, Moment, People, Place, Precision, Value, value_to_data

START = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
TIMES = 200
SAID: dict[ValueKind, Value] = {
    ValueKind.CHOICE: "yes",
    ValueKind.FLAGS: ("minor", "injured"),
    ValueKind.WORDS: "at the made-up monument",
    ValueKind.NAME: "Made-up Dana",
    ValueKind.PLACE: Place("almaty", text="Almaty"),
    ValueKind.PEOPLE: People(count=3, kind=CountKind.AT_LEAST),
    ValueKind.MOMENT: Moment(START, Precision.MINUTE),
    ValueKind.CONTACT: Contact("+77000000001"),
}


def claims(count: int) -> list[Claim]:
    """So many claims of all kinds."""
    rows = tuple(KINDS.values())
    return [_claim(number, rows[number % len(rows)]) for number in range(count)]


def _claim(number: int, kind: ClaimKind) -> Claim:
    source = (SourceKind.REPORT, SourceKind.REPORT, SourceKind.MEMBER)[number % 3]
    report = number % 3 if source is SourceKind.REPORT else None
    return Claim(
        number,
        1 if report is None else None,
        report,
        kind.name,
        value_to_data(SAID[kind.holds]),
        source,
        report or 9,
        START + timedelta(seconds=number),
        person_id=number // 20 if kind.about is ClaimSubject.PERSON else None,
    )


def main(count: int) -> None:
    """Measure and print."""
    said = claims(count)
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        view_case(said, START + timedelta(days=1))
        times.append(1000 * (time.perf_counter() - begun))
    print(f"{count} claims: median {statistics.median(times):.2f} ms, worst of {TIMES} {max(times):.2f} ms")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--claims", type=int, default=200, help="how many claims (default: 200)")
    main(arguments.parse_args().claims)
