"""A full export that somebody asked for, as coordinators see it; and what they press."""

from datetime import datetime, timedelta

from msgspec import Struct

from bot.core.exporting.permits import Permit, Stage
from bot.core.model import Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from handlers.cards import case_lines
from handlers.cards.case_card import stub
from handlers.exporting import permits
from handlers.people.membership import addresses_of
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

YES, NO = "yes", "no"


class Decision(Struct, frozen=True):
    """What is said of which one."""

    permit: Permit
    word: str


async def waiting(turn: Turn, argument: str) -> Decision | None:
    """``number:yes`` or ``number:no``: one that nobody has answered and whose day is not over."""
    number, _, word = argument.partition(":")
    permit = await turn.tx.export_permits.get(id_in(number) or 0)
    if permit is None or permit.stage(turn.now) is not Stage.ASKED or word not in (YES, NO):
        return None
    return Decision(permit, word)


async def on_decided(turn: Turn, found: Decision) -> None:
    """*Allow* of another coordinator; *No* of anybody, whoever asked for it too."""
    by = turn.coordinator
    if by is None:
        return
    asker = await turn.tx.members.get(found.permit.asked_by)
    if found.word == YES and (asker is None or _is(turn, by, asker)):
        turn.reply("permit-own")
        return
    await permits.settle(turn.tx, found.permit, by, allowed=found.word == YES)


def _is(turn: Turn, by: Member, asker: Member) -> bool:
    """Whether they are one person: at whichever address, and joined anew in a chat of theirs too."""
    return by.id == asker.id or turn.address.id in addresses_of(asker)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Who asks, which cases, what for and why; how far it is. The number stands with whoever asked."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    permit = await tx.export_permits.get(card.subject_id)
    if permit is None:
        return None
    say = service.words.say
    asker = await tx.members.get(permit.asked_by)
    mine = asker is not None and card.address_id in addresses_of(asker)
    stage = permit.stage(tx.now)
    other = await tx.members.get(permit.settled_by or 0)
    lines = [
        say(language, "permit-head", name=asker.name if asker is not None else "—"),
        say(
            language,
            "permit-what",
            begin=_day(service, permit.opened_from),
            end=_day(service, permit.opened_before - timedelta(microseconds=1)),
            purpose=say(language, f"exports-purpose-{permit.purpose}"),
        ),
        say(language, "permit-why", reason=permit.reason),
        say(
            language,
            f"permit-{stage}",
            name=other.name if other is not None else "—",
            time=_time(service, permit.used_at or permit.settled_at or permit.asked_at),
        ),
    ]
    if stage is Stage.ALLOWED and mine:
        lines.append(say(language, "permit-number", number=str(permit.number)))
    return Presentation("\n".join(lines), _rows(service, language, permit, stage, mine=mine), protect=True)


def _rows(
    service: Service, language: str, permit: Permit, stage: Stage, *, mine: bool
) -> tuple[tuple[Button, ...], ...]:
    if stage is not Stage.ASKED:
        return ()
    say = service.words.say
    if mine:
        return ((Button(say(language, "button-permit-withdraw"), f"permit:{permit.id}:{NO}"),),)
    return (
        (Button(say(language, "button-permit-allow"), f"permit:{permit.id}:{YES}", Style.DANGER),),
        (Button(say(language, "button-permit-refuse"), f"permit:{permit.id}:{NO}"),),
    )


def _day(service: Service, moment: datetime) -> str:
    return f"{moment.astimezone(service.zone):%d.%m.%Y}"


def _time(service: Service, moment: datetime) -> str:
    return case_lines.local(moment, service.zone, service.zone)
