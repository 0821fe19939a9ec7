"""One row of a lawyer's list for several offers of one place: what each is, in a line, and one button for all."""

from collections.abc import Mapping, Sequence

from core.alerting.offer_bundles import Bundle, pack_offers
from core.casework.case_view import WHEREABOUTS_KINDS as HELD
from core.casework.case_view import CaseView, where_held
from core.model import LANGUAGES, Case, Member, Offer
from core.places.place_kinds import Point
from core.places.spots import Spot, make_spot
from core.presentation import Button, ButtonRows, Style
from core.values import Place
from handlers.cards import case_lines
from handlers.cards.case_loading import views_of
from handlers.service import Service
from storage.transaction import Transaction

PLACE_KINDS = (*HELD, "where", "place")  # of claims: the station where somebody is, before where it happened
LOOKED_AT = 30  # cases of a list; with more in few rows a page would not fit one message

Offers = Mapping[int, tuple[Offer, Case]]  # by the case


async def load_spots(
    tx: Transaction, service: Service, cases: Sequence[Case], *, limit: int = LOOKED_AT
) -> dict[int, Spot]:
    """Where each of them is held, or where it happened, by what their sources say: a few statements, however many they are.
    What is said to be over, or false, stands alone.
    """
    placed = [case for case in cases if case.city or case.region]
    looked_at = [case for case in placed if not case.says_over and not case.says_false][:limit]
    views = await views_of(tx, looked_at, PLACE_KINDS)
    return {case.id: _spot_of_case(service, case, views[case.id]) for case in looked_at}


def _spot_of_case(service: Service, case: Case, view: CaseView) -> Spot:
    held, place = where_held(view), view.value("place")
    if held is not None:
        return spot_of(service, held.city or held.region or case.city or case.region or "", held.text)
    place = place if isinstance(place, Place) else Place()
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = place.latitude, place.longitude
    said = view.value("where")
    return spot_of(service, case.city or case.region or "", said if isinstance(said, str) else "", point)


def spot_of(service: Service, town: str, said: str, point: Point | None = None) -> Spot:
    """The place of these words there; the names of the town tell nothing."""
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(town, language) for language in LANGUAGES] if known(town) else []
    return make_spot(town, said, names, point)


def lines_of_bundle(
    service: Service, language: str, bundle: Bundle, offers: Offers, member: Member
) -> list[str]:
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
    return texts + case_lines.phone_help_lines(service, language, first, member)


def bundle_buttons(service: Service, language: str, bundle: Bundle, offers: Offers) -> ButtonRows:
    """All of them, none of them, or one by its number."""
    say = service.words.say
    named = pack_offers([offers[case.id][0].id for case in bundle])
    every = Button(say(language, "button-bundle", count=len(bundle)), f"bundle:{named}", Style.SUCCESS)
    none = Button(say(language, "button-bundle-none"), f"unable:{named}")
    singly = [
        Button(say(language, "button-accept-number", number=offer.number), f"accept:{offer.id}")
        for offer, _ in (offers[case.id] for case in bundle)
    ]
    return ((every, none), tuple(singly))
