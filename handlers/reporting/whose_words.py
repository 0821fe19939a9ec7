"""Of several reports of one person, the one of which words speak: by whom they name, else by the city."""

from bot.core.conversation.finer_values import contradicts
from bot.core.model import Case, Report
from bot.core.understanding.same_person import READ, names_kin, names_person
from bot.core.values import Place
from handlers.casework import relay
from handlers.forms.told import told
from handlers.turn import Turn


async def decided(turn: Turn, reports: list[Report]) -> Report | None:
    """None where the words name nobody and no place of one report alone, and nobody waits for an answer in one.

    Something that happens is somebody's who is named; a relative and a city may be another's too.
    """
    tells = (_named,) if told(turn).happening else (_named, _kin, _placed, _asked_back)
    for speaks_of in tells:
        found = [report for report in reports if await speaks_of(turn, report)]
        if len(found) == 1:
            return found[0]
        reports = found or reports
    return None


async def named(turn: Turn, reports: list[Report]) -> Report | None:
    """The only one of them whose person the words name."""
    found = [report for report in reports if await _named(turn, report)]
    return found[0] if len(found) == 1 else None


async def _asked_back(turn: Turn, report: Report) -> bool:
    return await relay.asked(turn.tx, report) is not None


async def _named(turn: Turn, report: Report) -> bool:
    claims = await turn.tx.claims.by(report_id=report.id)
    names = [str(claim.value) for claim in claims if claim.kind == "name" and claim.withdrawn_at is None]
    return any(names_person(turn.incoming.text, name) for name in names)


async def _kin(turn: Turn, report: Report) -> bool:
    said = await turn.tx.entries.by(report_id=report.id)
    before = " . ".join(str(entry.payload.get("text", "")) for entry in said)
    return names_kin(turn.incoming.text, before, turn.service.heard)


async def _placed(turn: Turn, report: Report) -> bool:
    case: Case | None = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    match = turn.service.gazetteer.find(turn.incoming.text[:READ])
    if case is None or case.region is None or match is None or not match.exact:
        return False
    here = Place(city=case.city, district=case.district, region=case.region)
    return not contradicts(here, Place(city=match.city, district=match.district, region=match.region))
