"""``make audit``: is a weakness known of a version that is pinned? Asks the public database OSV, which learns the list of
packages and nothing else. Where it cannot be reached that is said, and is no failure: a build must not depend on it.
"""

import re
import sys
from pathlib import Path

import httpx

DATABASE = "https://api.osv.dev/v1/querybatch"
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)
PATIENCE = 20  # seconds


def pins(text: str) -> list[tuple[str, str]]:
    """Name and version of each requirement."""
    return PINNED.findall(text)


def known(client: httpx.Client, wanted: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The numbers of weaknesses by what has them. Raises httpx.HTTPError, and ValueError for an answer that is none."""
    queries = [
        {"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in wanted
    ]
    answer = client.post(DATABASE, json={"queries": queries})
    answer.raise_for_status()
    results = answer.json()["results"]
    return {
        f"{name} {version}": [one["id"] for one in found["vulns"]]
        for (name, version), found in zip(wanted, results, strict=True)
        if found.get("vulns")
    }


def audit(client: httpx.Client, file: Path) -> int:
    """The exit code: 1 where a weakness is known."""
    wanted = pins(file.read_text("utf-8"))
    try:
        found = known(client, wanted)
    except (httpx.HTTPError, ValueError, KeyError) as error:
        print(f"NOT AUDITED: {DATABASE} gave no answer ({type(error).__name__}).")
        print(f"Nothing is known about these {len(wanted)} packages.")
        return 0
    for what, numbers in found.items():
        print(f"{what}: {', '.join(numbers)}")
    print(f"{len(wanted)} packages were looked up; a weakness is known of {len(found)}.")
    return 1 if found else 0


if __name__ == "__main__":
    with httpx.Client(timeout=PATIENCE) as asking:
        sys.exit(audit(asking, Path(sys.argv[1])))
