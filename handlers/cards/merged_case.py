"""A case all of whose reports were linked to another: one line, which says where they are."""

from core.casework.linking import last_ended_link, link_before
from core.casework.ownership import has_case
from core.model import Case, Member
from core.presentation import Button, Presentation
from handlers.service import Service
from storage.transaction import Transaction


async def merged_into(tx: Transaction, case: Case) -> Case | None:
    """The case that the report feeds now which was the last here."""
    link = last_ended_link(await tx.links.by(case_id=case.id), case.id)
    report = await tx.reports.get(link.report_id) if link is not None else None
    return await tx.cases.get(report.case_id or 0) if report is not None else None


async def see_line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    """See which case its reports are in now."""
    other = await merged_into(tx, case)
    return service.words.say(language, "stub-see", code=other.code if other is not None else "—")


async def lawyer_view(
    tx: Transaction, service: Service, language: str, case: Case, member: Member
) -> Presentation:
    """For a lawyer who was asked about it; or had it, and not the other: then a coordinator says who keeps that."""
    other = await merged_into(tx, case)
    had = has_case(case, member.id) and case.outcome is None
    asked = had and other is not None and not has_case(other, member.id)
    key = "stub-linked-had" if asked else "stub-linked"
    code = other.code if other is not None else "—"
    return Presentation(service.words.say(language, key, code=case.code, other=code), protect=True)


async def coordinator_view(tx: Transaction, service: Service, language: str, case: Case) -> Presentation:
    """For a coordinator: the other case, the history, and the way back."""
    other, say = await merged_into(tx, case), service.words.say
    text = say(language, "stub-opened", code=case.code, other=other.code if other is not None else "—")
    rows: list[tuple[Button, ...]] = []
    link = await link_to_undo(tx, case)
    if other is not None:
        rows.append((Button(other.code, f"open:{other.id}"),))
    if link is not None:
        rows.append((Button(say(language, "button-unlink-all", code=case.code), f"unlink:{link}"),))
    rows.append((Button(say(language, "button-history"), f"history:{case.id}"),))
    return Presentation(text, tuple(rows), protect=True)


async def link_to_undo(tx: Transaction, case: Case) -> int | None:
    """The link that would have to be undone for it to come back; None where its report has gone further since."""
    left = last_ended_link(await tx.links.by(case_id=case.id), case.id)
    links = await tx.links.by(report_id=left.report_id) if left is not None else []
    for link in links:
        old = link_before(links, link) if link.ended_at is None else None
        if old is not None and old.case_id == case.id:
            return link.id
    return None
