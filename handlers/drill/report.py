"""How a drill went, for the coordinators: who answered, how fast, who was silent, who could not be reached."""

from collections.abc import Collection, Sequence

from bot.core.alerting.drilled import told
from bot.core.drills import Drill, DrillOffer
from bot.core.model import Member
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from handlers.alerting import asks
from handlers.cards.drill_lines import clock, head
from handlers.drill.offers import marked
from handlers.drill.unheard import Unheard
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

SHOWN = 20  # people who are named; how many more there are is said


async def tell(
    tx: Transaction,
    service: Service,
    drill: Drill,
    sent: Sequence[DrillOffer],
    asked: Sequence[Member],
    away: Collection[int],
    missed: Sequence[Unheard],
) -> None:
    """One quiet message to each coordinator. Whoever left meanwhile is not among ``asked``, and has no line."""
    members = await tx.members.by(suspended_at=None)
    agreed = sum(member.drills for member in members)
    others = [m for m in members if m.role is not Role.ADMINISTRATOR and not m.drills]
    for coordinator in await asks.coordinators(tx):
        there = await home(tx, coordinator)
        language = await language_of(tx, service, there)
        lines = [head(service, language, drill), *_people(service, language, sent, asked, away, missed)]
        if not agreed:
            lines.append(service.words.say(language, "drill-nobody-agreed"))
        if others:
            lines.append(service.words.say(language, "drill-not-agreed", count=len(others)))
        text = marked(service, language, "\n".join(lines))
        sending.message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)


def _people(
    service: Service,
    language: str,
    sent: Sequence[DrillOffer],
    asked: Sequence[Member],
    away: Collection[int],
    missed: Sequence[Unheard],
) -> list[str]:
    say, names = service.words.say, {member.id: member.name for member in asked}
    where = {one.offer.member_id: ", ".join(at.messenger.capitalize() for at in one.shown) for one in missed}
    lines = [
        say(
            language,
            "drill-member-unheard" if one.member_id in where else f"drill-member-{one.state}",
            name=names[one.member_id],
            after=clock(one.after) if one.after is not None else "",
            messengers=where.get(one.member_id, ""),
        )
        for one in told(sent, away)
        if one.member_id in names
    ]
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], *([say(language, "drill-more", count=more)] if more > 0 else [])]
