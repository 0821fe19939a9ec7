"""Overviews: the coordinators' board, the lawyer's list of offers, and the asks to coordinators."""

from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from handlers import case_words
from handlers.service import Service
from handlers.views import Rows, language_of, state_words
from storage.schema import cases
from storage.transaction import Transaction

LISTED = 12  # cases listed on a board; the rest is counted
RUNG = 10  # numbers listed in an ask


async def board(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Open cases, oldest without a lawyer first. Coarse: no names, no words."""
    members = [m for m in await tx.members.by(address_id=card.address_id) if m.suspended_at is None]
    if not any(m.role in ("coordinator", "administrator") for m in members):
        return None
    language = await language_of(tx, service, card)
    say = service.words.say
    found = await tx.cases.select(cases.c.state != "closed", order_by=cases.c.id)
    free = [c for c in found if c.state == "open" and c.alerting]
    taken = [c for c in found if c.state == "accepted"]
    records = [c for c in found if c.state == "open" and not c.alerting]
    lines = [say(language, "board-head", free=len(free), taken=len(taken), records=len(records))]
    buttons: list[Button] = []
    for key, group in (("board-free", free), ("board-taken", taken), ("board-records", records)):
        if group:
            lines += ["", say(language, key, count=len(group))]
        for case in group[:LISTED]:
            lines.append(await line(tx, service, language, case))
            buttons.append(Button(case.code, f"open:{case.id}"))
        if len(group) > LISTED:
            lines.append(say(language, "board-more", count=len(group) - LISTED))
    may_open = any(m.role == "coordinator" for m in members)
    rows: Rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)) if may_open else ()
    return Presentation("\n".join(lines), rows, protect=True)


async def line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    """One case in one line."""
    return service.words.say(
        language,
        "board-line",
        code=case.code,
        priority=case.priority,
        place=case_words.place_name(service, language, case),
        situation=service.words.say(language, f"situation-{case.situation}"),
        time=case_words.local(case.opened_at, case_words.zone_of(service, case)),
        state=await state_words(tx, service, language, case),
    )


async def offers(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One live list instead of more messages, for a lawyer with many open offers; also the lawyer's own cases."""
    member = await tx.members.get(card.subject_id)
    if member is None or member.suspended_at is not None:
        return None
    language = await language_of(tx, service, card)
    say = service.words.say
    lines: list[str] = []
    buttons: list[Button] = []
    own = await tx.cases.by(owner_id=member.id, state="accepted")
    if own:
        lines.append(say(language, "list-own", count=len(own)))
        for case in own:
            lines.append(await line(tx, service, language, case))
            buttons.append(Button(case.code, f"open:{case.id}"))
    open_offers = await tx.alerts.by(member_id=member.id, state="offered")
    lines.append(say(language, "list-offers", count=len(open_offers)))
    for offer in open_offers[:LISTED]:
        offered = await tx.cases.get(offer.case_id)
        if offered is not None:
            lines.append("• " + " · ".join(case_words.coarse(service, language, offered)[:3]))
            label = say(
                language, "button-accept-one", place=case_words.place_name(service, language, offered)
            )
            buttons.append(Button(label, f"accept:{offer.id}", Style.SUCCESS))
    rows: Rows = tuple((button,) for button in buttons)
    return Presentation("\n".join(lines), rows, protect=True)


async def ask(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """What coordinators are asked about one case; when it is settled, one line says so."""
    case = await tx.cases.get(card.subject_id)
    kind = card.subject.removeprefix("ask-")
    if case is None:
        return None
    language = await language_of(tx, service, card)
    say = service.words.say
    summary = await line(tx, service, language, case)
    if _settled(case, kind):
        return Presentation(say(language, "ask-settled", line=summary))
    lines = [say(language, f"ask-{kind}"), summary]
    if kind in ("nobody", "first-action", "owner-gone"):
        lines += [say(language, "ask-ring"), *await _numbers(tx, case, kind)]
    rows: list[tuple[Button, ...]] = [
        (Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),)
    ]
    if case.state == "open":
        rows.append((Button(say(language, "button-take"), f"take:{case.id}", Style.SUCCESS),))
    if kind in ("over", "false"):
        rows.append((Button(say(language, "button-still-held"), f"still:{case.id}"),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


def _settled(case: Case, kind: str) -> bool:
    if case.state == "closed":
        return True
    return {
        "nobody": case.state == "accepted",
        "first-action": case.first_action_at is not None,
        "owner-gone": case.state == "open",
        "region": case.region is not None,
        "over": not case.says_over,
        "false": not case.says_false,
    }.get(kind, False)


async def _numbers(tx: Transaction, case: Case, kind: str) -> list[str]:
    """Whom to ring: those who were asked and have not declined; for a silent owner, that member."""
    asked = [a for a in await tx.alerts.by(case_id=case.id) if a.state != "declined"]
    if kind != "nobody":
        asked = [a for a in asked if a.answered_at is not None and a.state in ("accepted", "expired")]
    people: list[Member] = []
    for alert in asked:
        member = await tx.members.get(alert.member_id)
        if member is not None and member.suspended_at is None and member not in people:
            people.append(member)
    return [f"• {member.name}: {member.phone or '—'}" for member in people[:RUNG]]
