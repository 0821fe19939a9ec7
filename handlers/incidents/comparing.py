"""A case as far as it is compared with others: where exactly, which event its words name, who told it."""

from collections.abc import Mapping, Sequence

from bot.core.casework.same_event import Compared, event_of, named_in
from bot.core.model import Case, Report
from handlers.cards import bundle_rows
from handlers.service import Service
from storage.transaction import Transaction

READ, OF_EACH = 6, 600  # messages of a report that are read for an event, and characters of each
KINDS = ("event", "where", "taken", "proceedings")  # kinds of claims in whose words an event is named


async def compared(
    tx: Transaction, service: Service, cases: Sequence[Case], *, spots: bool = True, events: bool = True
) -> list[Compared]:
    """These cases, each with what its sources say. A few statements, however many they are. Without ``spots`` or ``events``
    nothing is read of these: whoever has none is not compared by them.
    """
    placed = await bundle_rows.spots(tx, service, cases, limit=len(cases)) if spots else {}
    await tx.reports.prefetch("case_id", [case.id for case in cases])
    told = {case.id: await tx.reports.by(case_id=case.id) for case in cases}
    words = await _words(tx, told) if events else {}
    found = []
    for case in cases:
        texts, event = words.get(case.id, ([], frozenset()))
        named = frozenset(name for text in texts for name in named_in(text, service.events))
        chats = frozenset(report.address_id for report in told[case.id])
        found.append(Compared(case, placed.get(case.id), named, event, chats))
    return found


async def _words(
    tx: Transaction, told: Mapping[int, Sequence[Report]]
) -> dict[int, tuple[list[str], frozenset[str]]]:
    """Of each case, by its id: the texts in which an event may be named, and the words of an answer that names one."""
    ids = [report.id for several in told.values() for report in several]
    await tx.prefetch(
        tx.entries.want("report_id", ids),
        *(tx.claims.want("report_id", ids, kind=kind) for kind in KINDS),
    )
    found = {}
    for id, reports in told.items():
        texts: list[str] = []
        events: frozenset[str] = frozenset()
        for report in reports:
            entries = await tx.entries.by(report_id=report.id)
            texts += [str(entry.payload.get("text", ""))[:OF_EACH] for entry in entries[:READ]]
            for kind in KINDS:
                said = [one.value for one in await tx.claims.by(report_id=report.id, kind=kind)]
                texts += [value for value in said if isinstance(value, str)]
                if kind == "event":
                    events |= frozenset(
                        word for value in said if isinstance(value, str) for word in event_of(value)
                    )
        found[id] = texts, events
    return found
