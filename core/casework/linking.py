"""Several reports of one arrest are one case: what feeds it, which of two cases stays, how a link is undone. Pure.

A report feeds one case at a time, by the one link that has not ended. Nothing is copied: a link that begins brings what
its report says, one that ends takes it along.
A case out of which all reports were linked is a stub. What members told of its people goes along for as long; what they
decided about it as a case (``Rule.MEMBER``: its outcome, its coding) stays its own.
Who of the report is whom of the case stands in the link, so that one person of five reports is one.
What one tap linked is undone as one: for each report the link begins again that it had before.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from core.casework.claim_kinds import KINDS, ClaimRule
from core.casework.claims import Claim, ReportLink, linked_reports
from core.model import Case
from core.vocabulary import CaseState, RecordKind, TaskKind

BY_NAME, BY_HAND, UNDONE = "name", "hand", "undone"  # rules of links
# What coordinators are asked because of a report goes along with it.
GO_ALONG = frozenset(
    {
        TaskKind.OVER,
        TaskKind.OWN_LAWYER,
        TaskKind.FALSE,
        TaskKind.DELETE,
        TaskKind.WHERE,
        TaskKind.UNANSWERED,
        TaskKind.PERSON,
        TaskKind.LANGUAGE,
        TaskKind.VOICE,
        TaskKind.OTHER_PHONE,
        TaskKind.CONSENT,
        TaskKind.UNSORTED,
        TaskKind.ELSEWHERE,
    }
)
_STAYS = (CaseState.ACCEPTED, CaseState.OPEN, CaseState.CLOSED)


class CaseFeed(Struct, frozen=True):
    """What feeds a case: reports; the stubs of which all is told here; and who of their people is whom of the case."""

    reports: frozenset[int]
    stubs: frozenset[int] = frozenset()
    persons: Mapping[int, int] = field(default_factory=dict)


def case_feed(links: Iterable[ReportLink], case_id: int, as_of: datetime) -> CaseFeed:
    """``links``: of the case, of the reports that feed it, and of the cases that these opened."""
    known = list(links)
    reports = linked_reports(known, case_id, as_of)
    opened: dict[int, ReportLink] = {}
    for link in sorted(known, key=_link_order):
        opened.setdefault(link.report_id, link)
    alive = {link.case_id for link in known if link.lives(as_of)}
    stubs = {opened[report].case_id for report in reports} - alive
    living = [link for link in known if link.case_id == case_id and link.lives(as_of)]
    persons = {int(person): same for link in living for person, same in link.persons.items()}
    return CaseFeed(frozenset(reports), frozenset(stubs), persons)


def claims_of_case(claims: Iterable[Claim], case_id: int, of: CaseFeed) -> list[Claim]:
    """Those that belong to a case: its own, those of the reports that feed it, and what members told of its stubs."""
    return [
        _as_one(claim, of)
        for claim in claims
        if claim.case_id == case_id or claim.report_id in of.reports or _goes_along(claim, of)
    ]


def _as_one(claim: Claim, of: CaseFeed) -> Claim:
    whom = of.persons.get(claim.person_id) if claim.person_id is not None else None
    return claim if whom is None else replace(claim, person_id=whom)


def _goes_along(claim: Claim, of: CaseFeed) -> bool:
    kind = KINDS.get(claim.kind)
    return claim.case_id in of.stubs and kind is not None and kind.rule is not ClaimRule.MEMBER


def stub_and_target(first: Case, other: Case) -> tuple[Case, Case]:
    """Which of two becomes a stub, and which stays: what somebody has; else what is open; else the older."""
    stays, goes = sorted((first, other), key=lambda case: (_STAYS.index(case.state), case.id))
    return goes, stays


def matched_persons(old: ReportLink, same: Mapping[int, int], persons: Iterable[int]) -> dict[str, int]:
    """Who of a report's ``persons`` is whom in the case to which it goes. ``same``: people of the case that it leaves."""
    known = {person: old.persons.get(str(person), person) for person in persons}
    found = {person: same.get(there, there) for person, there in known.items()}
    return {str(person): whom for person, whom in found.items() if person != whom}


def link_before(links: Iterable[ReportLink], link: ReportLink) -> ReportLink | None:
    """The link to which the same report would come back; None where it opened the case."""
    known = [other for other in links if other.report_id == link.report_id]
    return _ended_by(known, original_link(known, link))


def original_link(links: Iterable[ReportLink], link: ReportLink) -> ReportLink:
    """The link that this one has taken up again, where it was begun by an undoing; else itself."""
    known = [other for other in links if other.report_id == link.report_id]
    undone = _ended_by(known, link) if link.rule == UNDONE else None
    old = _ended_by(known, original_link(known, undone)) if undone is not None else None
    return link if old is None else original_link(known, old)


def _ended_by(links: Iterable[ReportLink], link: ReportLink) -> ReportLink | None:
    ended = [other for other in links if other.ended_at == link.at and other.id < link.id]
    return max(ended, key=_link_order, default=None)


def last_ended_link(links: Iterable[ReportLink], case_id: int) -> ReportLink | None:
    """Of a stub, the link that ended last."""
    ended = [
        (link.ended_at, link.id, link)
        for link in links
        if link.case_id == case_id and link.ended_at is not None
    ]
    return max(ended, key=lambda row: row[:2])[2] if ended else None


def links_of_tap(links: Sequence[ReportLink], link: ReportLink) -> list[ReportLink]:
    """What the same tap has linked, and still is; nothing where the report opened the case."""
    alive = [other for other in links if other.case_id == link.case_id and other.ended_at is None]
    taps = {living.id: _tap(links, living) for living in alive}
    return [
        living for living in alive if taps[living.id] is not None and taps[living.id] == taps.get(link.id)
    ]


def _tap(links: Sequence[ReportLink], link: ReportLink) -> tuple[int, datetime, int] | None:
    """Out of which case, when, and by whom."""
    old, begun = link_before(links, link), original_link(links, link)
    return None if old is None else (old.case_id, begun.at, begun.by)


def is_stub(case: Case) -> bool:
    """Whether all its reports were linked to other cases."""
    return case.record is RecordKind.STUB and case.state is CaseState.CLOSED


def _link_order(link: ReportLink) -> tuple[datetime, int]:
    return link.at, link.id
