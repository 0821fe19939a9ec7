"""When versions of signal-cli came out, by its list of changes (CHANGELOG.md of AsamK/signal-cli at c26e063).

Two dates are enough: whatever is not newer than a release that we know is at least as old as that one. Of what is newer
nobody here knows anything: it counts from the day on which it is first seen.
"""

import re
from datetime import UTC, datetime

KNOWN = (
    ((0, 14, 0), datetime(2026, 3, 1, tzinfo=UTC)),
    ((0, 14, 6), datetime(2026, 7, 12, tzinfo=UTC)),
)


def released(version: str) -> datetime | None:
    """It was not released later than that; None: it is newer than all of these, or no version."""
    numbers = re.match(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})", version)
    if numbers is None:
        return None
    wanted = tuple(int(number) for number in numbers.groups())
    return next((at for known, at in KNOWN if wanted <= known), None)
