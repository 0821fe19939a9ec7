"""Of several reports of one person, the one that words are about: by whom they name, else by the city.

Words may also be about somebody else, "mom is home now": then nothing is over for the person held.
"""

from msgspec.structs import replace

from core.conversation.finer_values import places_contradict
from core.model import Case, Report
from core.understanding.later import READ, names_kin, names_person, speaks_of_other_kin
from core.values import Place
from handlers.casework import relay
from handlers.forms import input_reading
from handlers.forms.input_reading import read_turn
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def is_somebody_else_home(tx: Transaction, service: Service, report: Report, text: str) -> bool:
    """Whether whom the words name cannot be whom the report has named, a woman and a man."""
    said = [
        str(entry.payload.get("text", ""))
        for entry in input_reading.readable(await tx.entries.by(report_id=report.id))
    ]
    before = " . ".join(sentence for sentence in said if sentence != text)
    return speaks_of_other_kin(text, before, service.heard)


async def ignore_end(turn: Turn, report: Report) -> None:
    """When they say that something is over, these are only words about the case."""
    heard = read_turn(turn)
    if report.case_id is None or heard.situation != "over":
        return
    if await is_somebody_else_home(turn.tx, turn.service, report, turn.incoming.text):
        turn.told = turn.incoming, replace(heard, situation=None, ongoing=None)


async def report_meant(turn: Turn, reports: list[Report]) -> Report | None:
    """None where the words name nobody and no place of one report alone, and nobody waits for an answer in one.

    Something that happens is somebody's who is named; a relative and a city may be another's too.
    """
    tells = (
        (_names_person,)
        if read_turn(turn).happening
        else (_names_person, _names_kin, _names_place, _asked_back)
    )
    for speaks_of in tells:
        found = [report for report in reports if await speaks_of(turn, report)]
        if len(found) == 1:
            return found[0]
        reports = found or reports
    return None


async def report_named(turn: Turn, reports: list[Report]) -> Report | None:
    """The only one of them whose person the words name."""
    found = [report for report in reports if await _names_person(turn, report)]
    return found[0] if len(found) == 1 else None


async def _asked_back(turn: Turn, report: Report) -> bool:
    return await relay.who_waits(turn.tx, report) is not None


async def _names_person(turn: Turn, report: Report) -> bool:
    claims = await turn.tx.claims.by(report_id=report.id)
    names = [str(claim.value) for claim in claims if claim.kind == "name" and claim.withdrawn_at is None]
    return any(names_person(turn.incoming.text, name) for name in names)


async def _names_kin(turn: Turn, report: Report) -> bool:
    said = await turn.tx.entries.by(report_id=report.id)
    before = " . ".join(str(entry.payload.get("text", "")) for entry in said)
    return names_kin(turn.incoming.text, before, turn.service.heard)


async def _names_place(turn: Turn, report: Report) -> bool:
    case: Case | None = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    match = turn.service.gazetteer.find(turn.incoming.text[:READ])
    if case is None or case.region is None or match is None or not match.exact:
        return False
    here = Place(city=case.city, district=case.district, region=case.region)
    return not places_contradict(here, Place(city=match.city, district=match.district, region=match.region))
