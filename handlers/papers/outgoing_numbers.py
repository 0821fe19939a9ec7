"""The register of what leaves the organisation: each paper that is made gets the next number of its year, once.

Coordinators read it by a button of what bodies owe: when, who, which paper, to whom. A paper that was forgotten keeps its
line.
"""

from collections.abc import Sequence

from core.model import Member
from core.presentation import Button, Presentation
from core.records.papers import OutgoingNumber, Paper
from handlers.cards import case_lines
from handlers.cards.paper_names import paper_name
from handlers.papers import addressees
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import outgoing_numbers
from storage.transaction import Transaction

SHOWN = 25  # lines of one message


async def give_number(tx: Transaction, service: Service, paper: Paper, languages: Sequence[str] = ()) -> str:
    """The next one of the organisation's year. ``languages``: those in which one letter leaves under it."""
    year = addressees.organisation_day(tx, service).year
    newest = await tx.outgoing_numbers.select(
        outgoing_numbers.c.year == year, order_by=outgoing_numbers.c.number.desc(), limit=1
    )
    given = OutgoingNumber(
        id=tx.new_id(),
        year=year,
        number=newest[0].number + 1 if newest else 1,
        given_at=tx.now,
        member_id=paper.member_id,
        kind=paper.kind,
        language=", ".join(languages) or paper.language,
        office=paper.office,
        paper_id=paper.id,
    )
    return tx.outgoing_numbers.add(given).text


async def on_register_asked(turn: Turn, argument: str) -> None:
    """The newest numbers; those before one of them, where the button names it."""
    table, before = outgoing_numbers.c, id_in(argument)
    found = await turn.tx.outgoing_numbers.select(
        *([table.id < before] if before is not None else []), order_by=table.id.desc(), limit=SHOWN + 1
    )
    shown = found[:SHOWN]
    members = {given.member_id: await turn.tx.members.get(given.member_id) for given in shown}
    lines = [_line(turn, given, members[given.member_id]) for given in shown]
    earlier = (
        ((Button(turn.say("button-register-earlier"), f"register:{shown[-1].id}"),),)
        if len(found) > SHOWN
        else ()
    )
    text = "\n".join([turn.say("register-head"), "", *lines]) if lines else turn.say("register-none")
    turn.show(Presentation(text, earlier, protect=True))


def _line(turn: Turn, given: OutgoingNumber, member: Member | None) -> str:
    service, language = turn.service, turn.language
    return turn.say(
        "register-line",
        number=given.text,
        time=case_lines.local_time(given.given_at, service.zone, service.zone),
        name=paper_name(service, language, given.kind),
        language=given.language,
        to=addressees.office_name(service, language, given.office) or "—",
        who=member.name if member is not None else "—",
    )
