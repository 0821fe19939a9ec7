"""How a lawyer's visit stands, on the card of a case and in one line of the board; and the buttons of what can come next."""

from collections.abc import Iterable
from datetime import datetime

from bot.core.casework.describe import CaseView, describe
from bot.core.casework.rules import NEVER
from bot.core.casework.visits import (
    NEXT,
    Step,
    inside_asked_key,
    inside_key,
    people_of,
    stands,
    steps,
    trail,
)
from bot.core.folding import inert
from bot.core.model import Case, Member
from bot.core.presentation import Button, Rows, Style
from bot.core.timeline import Line
from bot.core.vocabulary import AskKind, CaseState
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.cards.fact_lines import cut
from handlers.service import Service
from storage.transaction import Transaction

KIND = "visit"
SHOWN = 6  # steps on a card, the newest
PLACE_SHOWN = 100  # UTF-16 units
SPARING = {Line.REFUSED: Style.DANGER}  # the other buttons are what everybody hopes for
RUNG = {AskKind.REFUSED: Line.REFUSED, AskKind.INSIDE: Line.ADMITTED}  # asks about whoever stands so


def way_of(view: CaseView, case: Case, member: int | None = None) -> tuple[Step, ...]:
    """What whoever has the case has said of their way; ``member``: one of two who have it, else the first."""
    return steps(view.history(KIND), case, member)


async def way(tx: Transaction, case: Case, member: int | None = None) -> tuple[Step, ...]:
    """The same where nothing else of the case is loaded."""
    if case.state is not CaseState.ACCEPTED or case.first_action_at is None:
        return ()
    return way_of(describe(await tx.claims.by(case_id=case.id, kind=KIND), NEVER), case, member)


async def standing(tx: Transaction, case: Case, act: Line) -> list[tuple[Member, Step]]:
    """Who of those who have the case said this last, and when it was so."""
    found = []
    for holder in (case.owner_id, case.second_id):
        member = await tx.members.get(holder or 0)
        said = await way(tx, case, holder) if member is not None else ()
        if member is not None and stands(said) is act:
            found.append((member, said[-1]))
    return found


async def to_ring(tx: Transaction, case: Case, kind: str) -> list[tuple[Member, Step]]:
    """Whom coordinators are asked to ring: who is not let in; who is inside and was asked, and has not answered."""
    found = await standing(tx, case, RUNG[AskKind(kind)])
    if kind == AskKind.REFUSED:
        return found
    return [(member, step) for member, step in found if not await _may_answer(tx, case, member)]


async def _may_answer(tx: Transaction, case: Case, member: Member) -> bool:
    keys = (key(case.id, member.id) for key in (inside_key, inside_asked_key))
    return any([await tx.timers.get(key) is not None for key in keys])


async def prefetch(tx: Transaction, cases: Iterable[Case]) -> None:
    """What :func:`way` asks of these cases, in one statement."""
    acted = [case.id for case in cases if case.state is CaseState.ACCEPTED and case.first_action_at]
    await tx.claims.prefetch("case_id", acted, kind=KIND)


def line(service: Service, language: str, case: Case, way: Iterable[Step]) -> list[str]:
    """The way in one line, each step with its time; nothing where nothing was said."""
    said = [words(service, language, case, step) for step in trail(way)[-SHOWN:]]
    return [" · ".join(said)] if said else []


async def of_both(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, whose: int | None
) -> list[str]:
    """Whose way it is, else the first's; and that of the other who has the case, by name."""
    whose = whose or case.owner_id
    lines = line(service, language, case, way_of(view, case, whose))
    other = case.second_id if whose == case.owner_id else case.owner_id
    member = await tx.members.get(other or 0)
    if member is not None:
        theirs = line(service, language, case, way_of(view, case, other))
        lines += [f"{member.name}: {said}" for said in theirs]
    return lines


def words(service: Service, language: str, case: Case, step: Step) -> str:
    """One step with its time."""
    return f"{act_words(service, language, step.act)} {time_words(service, case, step.at)}"


def time_words(service: Service, case: Case, at: datetime) -> str:
    """A moment in the place's zone."""
    return case_lines.local(at, case_lines.zone_of(service, case), service.zone)


def act_words(service: Service, language: str, act: Line) -> str:
    """What was done, in a reader's language."""
    return service.words.say(language, f"done-{act.replace('_', '-')}")


async def asked_about(tx: Transaction, service: Service, language: str, case: Case, kind: str) -> list[str]:
    """What a coordinator who is asked to ring must know: when they were not let in, and where that is."""
    view, say = await view_of(tx, case), service.words.say
    lines = []
    if kind == AskKind.REFUSED:
        refused = max(step.at for _, step in await to_ring(tx, case, kind))
        lines.append(say(language, "ask-refused-at", time=time_words(service, case, refused)))
    where = [str(fact.value) for who in people_of(view, "taken") if (fact := view.of(who, "taken"))]
    if where:
        place = cut(inert("; ".join(dict.fromkeys(where))), PLACE_SHOWN)
        lines.append(say(language, f"ask-{kind}-where", where=place))
    elif kind == AskKind.REFUSED:
        lines.append(say(language, "ask-refused-nowhere"))
    return lines


def next_row(service: Service, language: str, case: Case, way: Iterable[Step] = ()) -> Rows:
    """The buttons by which the owner says what comes next."""
    return (
        tuple(
            Button(
                service.words.say(language, f"button-{act.replace('_', '-')}"),
                f"first:{case.id}:{act}",
                SPARING.get(act, Style.PRIMARY),
            )
            for act in NEXT[stands(way)]
        ),
    )
