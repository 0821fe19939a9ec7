"""One row of a lawyer's list for several offers of one place: what each is, in a line, and one button for all."""

from collections.abc import Mapping, Sequence

from bot.core.alerting.bundles import Bundle, packed
from bot.core.casework.describe import describe
from bot.core.casework.rules import NEVER
from bot.core.model import LANGUAGES, Alert, Case, Member
from bot.core.places.spot import Spot, spot
from bot.core.presentation import Button, Rows, Style
from bot.core.values import Place
from handlers.cards import case_lines
from handlers.service import Service
from storage.transaction import Transaction

KINDS = ("held", "where", "place")  # of claims: the station where somebody is, before where they were taken
LOOKED_AT = 30  # cases of a list; with more in few rows a page would not fit one message

Offers = Mapping[int, tuple[Alert, Case]]  # by the case


async def spots(
    tx: Transaction, service: Service, cases: Sequence[Case], *, limit: int = LOOKED_AT
) -> dict[int, Spot]:
    """Where each of them is held, or where it happened, by what their sources say: a few statements, however many they are.
    What is said to be over, or false, stands alone.
    """
    doubtful = [case.id for case in cases if case.says_over or case.says_false]
    looked_at = [case for case in cases if (case.city or case.region) and case.id not in doubtful][:limit]
    if not looked_at:
        return {}
    await tx.reports.prefetch("case_id", [case.id for case in looked_at])
    told = {case.id: [r.id for r in await tx.reports.by(case_id=case.id)] for case in looked_at}
    reports = [report for several in told.values() for report in several]
    await tx.prefetch(
        *(tx.claims.want("report_id", reports, kind=kind) for kind in KINDS),
        tx.claims.want("case_id", [case.id for case in looked_at], kind="held"),
    )
    return {case.id: await _spot(tx, service, case, told[case.id]) for case in looked_at}


async def _spot(tx: Transaction, service: Service, case: Case, reports: Sequence[int]) -> Spot:
    claims = [
        claim for kind in KINDS for id in reports for claim in await tx.claims.by(report_id=id, kind=kind)
    ]
    view = describe([*claims, *await tx.claims.by(case_id=case.id, kind="held")], NEVER)
    held, place = view.value("held"), view.value("place")
    said = held or view.value("where")
    place = place if isinstance(place, Place) else Place()
    point = (
        (place.latitude, place.longitude)
        if place.latitude is not None and place.longitude is not None and held is None
        else None  # where somebody was taken is not where they are held
    )
    town = case.city or case.region or ""
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(town, language) for language in LANGUAGES] if known(town) else []
    return spot(town, said if isinstance(said, str) else "", names, point)


def lines(service: Service, language: str, bundle: Bundle, offers: Offers, member: Member) -> list[str]:
    """The head, a line for each, and that help by phone is enough, once."""
    say, first = service.words.say, bundle[0]
    place = case_lines.place_name(service, language, first)
    texts = [say(language, "bundle-head", count=len(bundle), place=place)]
    for case in bundle:
        texts.append(
            say(
                language,
                "bundle-line",
                number=offers[case.id][0].number,
                code=case.code,
                priority=case.priority,
                situation=case_lines.situation_words(service, language, case),
                who=case_lines.count_words(service, language, case),
                spoken=say(language, f"spoken-{case.language}"),
            )
        )
    return texts + case_lines.by_phone(service, language, first, member)


def rows(service: Service, language: str, bundle: Bundle, offers: Offers) -> Rows:
    """All of them, none of them, or one by its number."""
    say = service.words.say
    named = packed([offers[case.id][0].id for case in bundle])
    every = Button(say(language, "button-bundle", count=len(bundle)), f"bundle:{named}", Style.SUCCESS)
    none = Button(say(language, "button-bundle-none"), f"unable:{named}")
    singly = [
        Button(say(language, "button-accept-number", number=offer.number), f"accept:{offer.id}")
        for offer, _ in (offers[case.id] for case in bundle)
    ]
    return ((every, none), tuple(singly))
