"""Whether what stands there of the cases is what the program wrote: what does not fit, as sentences for administrators."""

from collections.abc import Sequence

from msgspec import Struct

from core.model import Case
from storage import day_lines, evidence, timeline
from storage.evidence import Counts
from storage.transaction import Transaction


class Finding(Struct, frozen=True):
    """The key of a sentence, what stands in it, and a name under which it is told once."""

    key: str
    details: dict[str, str]
    once: str


async def verify_cases(tx: Transaction, portion: Sequence[Case], counts: Counts) -> list[Finding]:
    """Their histories, and all that was said of them."""
    flaws = await timeline.find_flaws(tx, portion)
    covered = await evidence.find_flaws(tx, {case.id: case.code for case in portion}, counts)
    return [*map(_of_history, flaws), *map(said_of_evidence, covered)]


async def verify_whole(tx: Transaction, noted: int | None, counts: Counts) -> list[Finding]:
    """What no case shows: incidents and files, what is left of cases that are gone, how many lines there are, and the lines
    of the days. ``noted``: how many lines there must be, as it stood before this transaction began.
    """
    found = [said_of_evidence(flaw) for flaw in await evidence.find_other_flaws(tx, counts)]
    counts.lines = await evidence.count_lines(tx)
    missing = max(0, (noted or 0) - counts.lines)
    if missing:
        found.append(Finding("operator-lines", {"count": str(missing)}, f"lines:{noted}"))
    if noted is None and counts.lines and tx.dialect == "sqlite":
        found.append(Finding("operator-lines-unnoted", {"count": str(counts.lines)}, "lines-unnoted"))
    day = await day_lines.first_flaw(tx)
    if day is not None:
        found.append(Finding("operator-day-line", {"day": day.day.isoformat()}, f"day-line:{day.day}"))
    return found


def _of_history(flaw: timeline.Flaw) -> Finding:
    details, once = {"code": flaw.case.code}, f"chain:{flaw.case.id}"
    if flaw.line is None:
        return Finding("operator-no-lines" if flaw.is_empty else "operator-owner", details, once)
    details |= {
        "line": str(flaw.number),
        "kind": flaw.line.kind,
        "time": f"{flaw.line.at:%Y-%m-%d %H:%M} UTC",
    }
    return Finding("operator-chain", details, once)


def said_of_evidence(flaw: evidence.EvidenceFlaw) -> Finding:
    """Which rows, by the name of their table."""
    details = {
        "code": flaw.code or "none",
        "what": flaw.what,
        "table": flaw.table,
        "count": str(flaw.count),
    }
    return Finding("operator-evidence", details, f"evidence:{flaw.code}:{flaw.what}:{flaw.table}")


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """Papers that stand in no line are told in one sentence: a database of before papers were covered has many."""
    papers = [f for f in findings if (f.details.get("table"), f.details.get("what")) == ("papers", "added")]
    if not papers:
        return [*findings]
    codes = ", ".join(sorted({f.details["code"] for f in papers} - {"none"})) or "none"
    count = sum(int(f.details["count"]) for f in papers)
    told = Finding("operator-papers-added", {"count": str(count), "codes": codes}, "papers-added")
    return [*(f for f in findings if f not in papers), told]
