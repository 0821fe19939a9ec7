"""Sparse news to the reporter, if it may come by itself: a lawyer is on it, on the way, there, still looking; closed and
how.

If several have not left yet, only the newest is sent. What changes nothing for a person who waits makes no sound. With the
news that a lawyer has the case, those close to the person held can read what the law says to them; with the news that it is
closed they are asked, once, whether the chat shall be hidden after that.
"""

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from core.casework.answering import Way
from core.casework.telling import may_be_told
from core.model import Case, Report
from core.presentation import Button, Presentation
from core.traffic import Lane
from core.vocabulary import AfterClosing, CaseState, WhoIsAsked, outcome_key, reporter_outcome
from handlers.outbox import sending
from handlers.people.addresses import way_to
from handlers.people.membership import members_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

RELATIVES = "relatives"  # a topic of the rights
STATES = {CaseState.ACCEPTED: "news-accepted", CaseState.CLOSED: "news-closed"}
QUIET = frozenset({"news-still-looking", "news-inside"})
Said = str | int | Mapping[str, str]


class Told(Struct, frozen=True):
    """The reports whose writers read it; how many may not, because no member has verified them."""

    reports: tuple[int, ...] = ()
    unverified: int = 0


async def tell(
    tx: Transaction,
    service: Service,
    case: Case,
    key: str,
    asked: WhoIsAsked = WhoIsAsked.LAWYERS,
    *,
    only: Collection[int] | None = None,
    **said: Said,
) -> Told:
    """Those of the case's reporters to whom news may come, or who of ``only``. ``asked``: who is, where the words say it;
    ``said``: what else stands in them, in each language where it differs.
    """
    reports = [report for report in await tx.reports.by(case_id=case.id) if only is None or report.id in only]
    written, unverified = list[int](), 0
    for report in reports:
        if not may_be_told(key, await tx.claims.by(report_id=report.id)):
            unverified += 1
        elif await _write(tx, service, case, report, key, asked, **said):
            written.append(report.id)
    return Told(tuple(written), unverified)


async def tell_when_allowed(tx: Transaction, service: Service, case: Case, report: Report) -> None:
    """News may come here only now: what has happened already is told once."""
    if case.state in STATES:
        await _write(tx, service, case, report, STATES[case.state], WhoIsAsked.LAWYERS)


async def tell_one(
    tx: Transaction,
    service: Service,
    case: Case,
    report: Report,
    key: str,
    asked: WhoIsAsked,
    **said: Said,
) -> None:
    """One of the case's reporters, if they may hear it, and unasked."""
    if may_be_told(key, await tx.claims.by(report_id=report.id)):
        await _write(tx, service, case, report, key, asked, **said)


async def _write(
    tx: Transaction,
    service: Service,
    case: Case,
    report: Report,
    key: str,
    asked: WhoIsAsked,
    **said: Said,
) -> bool:
    """Whether it is written: news may come there by itself, and is not what its reader has done."""
    if await way_to(tx, report) is not Way.NEWS:
        return False
    if any(member.id == case.owner_id for member in await members_at(tx, report.address_id)):
        return False
    language = await language_of(tx, service, report.address_id)
    outcome = reporter_outcome(case.outcome)
    how = service.words.say(language, outcome_key(outcome))
    values = {name: value[language] if isinstance(value, Mapping) else value for name, value in said.items()}
    text = service.words.say(language, key, how=how, outcome=outcome, asked=asked, **values)
    rows: tuple[tuple[Button, ...], ...] = ()
    if key == STATES[CaseState.CLOSED] and await _asks(tx, report):
        text += f"\n\n{service.words.say(language, 'hide-later-asked')}"
        choices = (AfterClosing.HIDES, AfterClosing.STAYS)
        rows = tuple(
            (Button(service.words.say(language, f"button-later-{of}"), f"later:{of}"),) for of in choices
        )
    elif key == STATES[CaseState.ACCEPTED] and any(RELATIVES in right.topics for right in service.rights):
        label = service.words.say(language, f"rights-{RELATIVES}")
        rows = ((Button(label, f"rights:{RELATIVES}"),),)
    shown = Presentation(service.with_hotline(language, text), rows, silent=key in QUIET)
    sending.send_message(tx, service, report.address_id, shown, Lane.NEWS, topic=f"news:{report.id}")
    return True


async def _asks(tx: Transaction, report: Report) -> bool:
    """Whether this is the one time to ask; a member's chat is never hidden by itself."""
    address = await tx.addresses.get(report.address_id)
    if address is None or address.after_closing is not None or await members_at(tx, address.id):
        return False
    tx.addresses.put(replace(address, after_closing=AfterClosing.ASKED))
    return True
