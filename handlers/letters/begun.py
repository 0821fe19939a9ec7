"""Where a letter begins: ``/letter``, *Letter* on the board of an incident."""

from msgspec import Struct

from bot.core.incidents import Incident, Phase
from bot.core.model import Case, Member
from bot.core.presentation import Button
from handlers.incidents.titles import title
from handlers.letters.draft import begin
from handlers.pressed import case_of_code
from handlers.turn import Turn, id_in

SHOWN = 12  # incidents to choose from, the newest
LABEL = 40


class OnIncident(Struct, frozen=True):
    """``member`` is the actor."""

    member: Member
    incident: Incident


class Asked(Struct, frozen=True):
    """The cases whose codes were typed, in that order; ``unknown``: what is no code of a case."""

    cases: tuple[Case, ...]
    unknown: str = ""


async def incident(turn: Turn, argument: str) -> OnIncident | None:
    """The incident of this number, if it is one."""
    found = await turn.tx.incidents.get(id_in(argument) or 0)
    if turn.member is None or found is None or found.phase not in (Phase.OPEN, Phase.ENDED):
        return None
    return OnIncident(turn.member, found)


async def typed(turn: Turn, argument: str) -> Asked:
    """Codes of cases, one after the other with commas or line breaks between; or nothing."""
    cases: dict[int, Case] = {}
    for code in argument.replace("\n", ",").split(","):
        case = await case_of_code(turn.tx, turn.service, code) if code.strip() else None
        if code.strip() and case is None:
            return Asked(tuple(cases.values()), code.strip())
        if case is not None:
            cases[case.id] = case
    return Asked(tuple(cases.values()))


async def on_asked(turn: Turn, asked: Asked) -> None:
    """Alone it lists incidents; with codes it begins a letter about these cases."""
    member = turn.coordinator
    if asked.unknown:
        turn.reply("case-unknown", code=asked.unknown[:LABEL])
    elif asked.cases and member is not None:
        await begin(turn, member, None, asked.cases)
    else:
        every = [one for one in await turn.tx.incidents.select() if one.phase in (Phase.OPEN, Phase.ENDED)]
        rows = tuple(
            (Button(title(turn.service, turn.language, one)[:LABEL], f"letters:{one.id}"),)
            for one in sorted(every, key=lambda one: -one.id)[:SHOWN]
        )
        turn.reply("letter-which", rows)


async def on_begun(turn: Turn, found: OnIncident) -> None:
    """*Letter* on the board of an incident."""
    await begin(turn, found.member, found.incident, ())
