"""How cards look: one function a subject, drawn from what is true at this moment, in the reader's language.

None means that the card should not be there (any more).
"""

from bot.core.model import Alert, Case, Entry, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from handlers import case_words
from handlers.lawyers import REASONS
from handlers.service import Service
from storage.transaction import Transaction

Rows = tuple[tuple[Button, ...], ...]


async def language_of(tx: Transaction, service: Service, card: Card) -> str:
    """The reader's language: what they chose, else the first on the roster, else the organisation's."""
    address = await tx.addresses.get(card.address_id)
    if address is not None and address.language_chosen and address.language:
        return address.language
    for member in await tx.members.by(address_id=card.address_id):
        if member.languages:
            return member.languages[0]
    return (address.language if address else None) or service.language


async def alert(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A lawyer's card: the offer, then the case or a stub."""
    found = await tx.alerts.get(card.subject_id)
    case = await tx.cases.get(found.case_id) if found else None
    if found is None or case is None:
        return None
    language = await language_of(tx, service, card)
    member = await tx.members.get(found.member_id)
    say = service.words.say
    if member is None or member.suspended_at is not None:
        return Presentation(say(language, "suspended"))
    if case.state == "accepted" and case.owner_id == found.member_id:
        return await full(tx, service, language, case, member)
    if case.state == "closed":
        return Presentation(say(language, "stub-closed", code=case.code, outcome=case.outcome or ""))
    if case.state == "accepted":
        return Presentation(say(language, "stub-taken", code=case.code))
    if found.state == "declined":
        return _declined(service, language, found, case)
    lines = case_words.coarse(service, language, case)
    if found.state == "expired":
        lines.append(say(language, "offer-still-free"))
    minutes = max(0, int((found.offered_at - case.opened_at).total_seconds() // 60))
    if minutes:
        lines.append(say(language, "offer-open-for", minutes=minutes))
    return Presentation("\n".join(lines), offer_buttons(service, language, found), protect=True)


def offer_buttons(service: Service, language: str, offer: Alert) -> Rows:
    """Accept and decline."""
    say = service.words.say
    return (
        (
            Button(say(language, "button-accept"), f"accept:{offer.id}", Style.SUCCESS),
            Button(say(language, "button-decline"), f"decline:{offer.id}"),
        ),
    )


def _declined(service: Service, language: str, found: Alert, case: Case) -> Presentation:
    say = service.words.say
    after_all = (Button(say(language, "button-accept-after-all"), f"accept:{found.id}", Style.SUCCESS),)
    if found.reason is not None:
        return Presentation(
            say(language, f"stub-{found.reason.replace('_', '-')}", code=case.code), (after_all,)
        )
    reasons = [Button(say(language, f"reason-{r}"), f"why:{found.id}:{r}") for r in REASONS]
    rows = (tuple(reasons[:2]), tuple(reasons[2:]), after_all)
    return Presentation(say(language, "declined-why", code=case.code), rows)


async def full(tx: Transaction, service: Service, language: str, case: Case, reader: Member) -> Presentation:
    """The whole case, for its owner or a coordinator who opened it."""
    say = service.words.say
    entries, consent = await said(tx, case)
    head = say(language, "case-head", code=case.code, state=await state_words(tx, service, language, case))
    lines = [head, *case_words.coarse(service, language, case), ""]
    lines += case_words.full(service, language, case, entries, consent)
    return Presentation(
        "\n".join(lines), await _case_buttons(service, language, case, reader, entries), protect=True
    )


async def said(tx: Transaction, case: Case) -> tuple[list[Entry], str | None]:
    """Everything said in the reports of a case, and whether the reporter may be written to."""
    entries: list[Entry] = []
    consent: str | None = None
    for report in await tx.reports.by(case_id=case.id):
        entries += await tx.entries.by(report_id=report.id)
        consent = report.consent or consent
    return entries, consent


async def state_words(tx: Transaction, service: Service, language: str, case: Case) -> str:
    """Open, taken by whom, or closed how."""
    if case.state == "closed":
        return service.words.say(language, f"outcome-{(case.outcome or 'other').replace('_', '-')}")
    if case.state == "accepted" and case.owner_id is not None:
        owner = await tx.members.get(case.owner_id)
        return service.words.say(language, "state-accepted", name=owner.name if owner else "")
    return service.words.say(language, "state-open" if case.alerting else "state-record")


async def _case_buttons(
    service: Service, language: str, case: Case, reader: Member, entries: list[Entry]
) -> Rows:
    say = service.words.say
    rows: list[tuple[Button, ...]] = []

    def button(key: str, data: str, style: Style = Style.PLAIN) -> Button:
        return Button(say(language, key), data, style)

    if case.state != "closed":
        if case.owner_id == reader.id:
            if case.first_action_at is None:
                rows.append(
                    (
                        button("button-contacted", f"first:{case.id}:contacted", Style.PRIMARY),
                        button("button-on-my-way", f"first:{case.id}:on_my_way", Style.PRIMARY),
                    )
                )
        elif case.state == "open":
            rows.append((button("button-take", f"take:{case.id}", Style.SUCCESS),))
        rows.append(
            (
                button("button-released", f"closing:{case.id}:released"),
                button("button-false-alarm", f"closing:{case.id}:false_alarm"),
            )
        )
        rows.append((button("button-close", f"closing:{case.id}"), button("button-back", f"back:{case.id}")))
        if case.owner_id is None:
            rows[-1] = rows[-1][:1]
    files = sum(1 for entry in entries if entry.payload.get("file"))
    more = [button("button-words", f"words:{case.id}"), button("button-act", f"coding:{case.id}")]
    if files:
        more.append(Button(say(language, "button-files", count=files), f"files:{case.id}"))
    rows.append(tuple(more))
    if reader.role == "coordinator":
        rows.append((button("button-mute", f"mute:{case.id}"),))
    return tuple(rows)


async def opened(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A coordinator's view of a case they opened with a reason."""
    case = await tx.cases.get(card.subject_id)
    members = [m for m in await tx.members.by(address_id=card.address_id) if m.suspended_at is None]
    if case is None or not members:
        return None
    return await full(tx, service, await language_of(tx, service, card), case, members[0])
