"""Who is held where: cases of one station together, called by its district. How it was told stays in the case."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import LANGUAGES, Case
from bot.core.places.spot import Spot, spot
from handlers.service import Service
from storage.transaction import Transaction

READ = 300  # cases whose claims are read for it: the newest


@dataclass(frozen=True, slots=True)
class Station:
    """One place where people are held: the city and, as far as it is told, the district; ids of the gazetteer."""

    city: str | None
    district: str | None
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """``held``: what was told last of where, by the case; ``released``: how many people of a case are said to be out."""

    held: dict[int, str]
    released: dict[int, int]


async def whereabouts(tx: Transaction, cases: Sequence[Case]) -> Whereabouts:
    """Of the newest cases, out of their claims. Two statements, however many they are."""
    newest = sorted(cases, key=lambda case: case.id)[-READ:]
    ids = [case.id for case in newest]
    await tx.reports.prefetch("case_id", ids)
    reports = {report.id: id for id in ids for report in await tx.reports.by(case_id=id)}
    await tx.prefetch(
        *(tx.claims.want("report_id", reports, kind=kind) for kind in ("held", "released_at")),
        *(tx.claims.want("case_id", ids, kind=kind) for kind in ("held", "released_at")),
    )
    found = Whereabouts({}, {})
    told: dict[int, set[int]] = {}
    for kind in ("held", "released_at"):
        claims = [claim for id in ids for claim in await tx.claims.by(case_id=id, kind=kind)]
        claims += [claim for id in reports for claim in await tx.claims.by(report_id=id, kind=kind)]
        for claim in sorted(claims, key=lambda one: (one.noted_at, one.id)):
            of = claim.case_id or reports[claim.report_id or 0]
            if claim.withdrawn_at is not None:
                continue
            if kind == "held" and isinstance(claim.value, str):
                found.held[of] = claim.value
            elif kind == "released_at" and claim.person_id is not None:
                told.setdefault(of, set()).add(claim.person_id)
    found.released.update({of: len(people) for of, people in told.items()})
    return found


def stations(service: Service, cases: Sequence[Case], held: dict[int, str]) -> list[Station]:
    """Those of which it is told where people are, the fullest first."""
    groups: list[tuple[Spot, str | None, list[Case]]] = []
    for case in cases:
        if case.id not in held:
            continue
        here, district = _place(service, case, held[case.id])
        group = next(
            (one for one in groups if one[0].is_same(here) or _is_district(one, here, district)), None
        )
        if group is None:
            groups.append((here, district, [case]))
        else:
            group[2].append(case)
    made = [Station(of.town or None, district, tuple(found)) for of, district, found in groups]
    return sorted(made, key=lambda station: -len(station.cases))


def _place(service: Service, case: Case, words: str) -> tuple[Spot, str | None]:
    known, name = service.gazetteer.knows, service.gazetteer.name
    found = service.gazetteer.find(words)
    named = found if found is not None and found.city in (None, case.city) else None
    town = case.city or case.region or ""
    besides = [name(town, language) for language in LANGUAGES] if known(town) else []
    return spot(town, words, besides), named.district if named is not None else None


def _is_district(group: tuple[Spot, str | None, list[Case]], here: Spot, district: str | None) -> bool:
    """The station of a district is one, however it is called."""
    return district is not None and group[1] == district and group[0].town == here.town
