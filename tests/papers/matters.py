"""What dossiers are built of, as tests make it: claims of one case in Almaty, and everything else as it is."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from core.casework.case_columns import case_columns
from core.casework.case_view import view_case
from core.casework.claims import Claim
from core.clocks.computation import legal_clocks
from core.model import Case, Member
from core.papers.building import build_dossier
from core.papers.dossier import Dossier, Leaf, Node, node_at
from core.papers.formats import PaperFormats
from core.papers.inputs import Letterhead, PaperInputs
from core.places.gazetteer import Gazetteer
from core.records.holds import ClockMark
from core.resources.law_files import load_law
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_words
from core.values import Consent, Moment, Place, Precision
from core.vocabulary import CaseState, RecordKind, Role
from tests.decisions.claims import LATE, claim

ALMATY = ZoneInfo("Asia/Almaty")
START = datetime(2018, 9, 18, 9, 0, tzinfo=UTC)  # 15:00 in Almaty, which was at UTC+6
DANA = 11  # the number of a person
LAWYER, COORDINATOR = "member 7", "member 8"
FAMILY, BYSTANDER = "report 1", "report 2"
BASE = (
    claim("situation", "other", FAMILY),
    claim("place", Place(city="almaty"), FAMILY),
    claim("link", "relative", FAMILY),
    claim("link", "witness", BYSTANDER),
)


def moment(minutes: float, precision: Precision = Precision.MINUTE, *, exact: bool = True) -> Moment:
    """So many minutes after 15:00."""
    return Moment(START + timedelta(minutes=minutes), precision, exact)


def named(name: str = "Dana Made-Up", by: str = FAMILY, person: int = DANA, **more: Any) -> Claim:
    """Somebody of the case."""
    return claim("name", name, by, person_id=person, **more)


def allowing(
    by: str = FAMILY, answer: str = "yes", use: str = "authorities", minutes: float = 1, wording: int = 2
) -> Claim:
    """A consent."""
    return claim(use, Consent(answer, wording, "en"), by, minutes)


@cache
def places() -> Gazetteer:
    """Those of the country."""
    return load_gazetteer("kz")


def member(id: int, role: Role = Role.LAWYER, name: str = "Marat Made-Up") -> Member:
    """Somebody of the roster."""
    return Member(id, id, role, name, ("en",), ("almaty",), True, f"+7701000000{id}", False, START)


def matter(*claims: Claim, language: str = "en", base: tuple[Claim, ...] = BASE, **more: Any) -> PaperInputs:
    """A case in which the lawyer 7 works."""
    view = view_case((*base, *claims), LATE)
    case = Case(
        1, "made-up-11", RecordKind.DEPRIVATION, CaseState.ACCEPTED, START, "other", "en", owner_id=7,
        **{k: v for k, v in case_columns(view, places(), ALMATY).items() if k not in ("record", "situation")},
    )  # fmt: skip
    given: dict[str, Any] = {
        "case": case,
        "view": view,
        "person": None,
        "tongue": PaperFormats(load_words(), language, more.pop("zone", ALMATY), ALMATY),
        "gazetteer": places(),
        "now": START + timedelta(hours=5),
        "house": Letterhead("Test Bureau", "1 Made-Up Street", "bureau@example.org", "+7 727 000 00 00"),
        "signer": member(7),
        "lawyer": member(7),
        "law": load_law("kz"),
    }
    return PaperInputs(**(given | more))


def frozen(*claims: Claim, now: datetime, base: tuple[Claim, ...] = BASE) -> tuple[ClockMark, ...]:
    """Marks of all clocks of the law that are over at this moment, as the bot freezes them."""
    clocks = legal_clocks(load_law("kz"), view_case((*base, *claims), LATE), ALMATY)
    return tuple(
        ClockMark(number, 1, *clock.key[:1], clock.key[2], clock.key[3], clock.person,
                  passed_at=clock.due, minutes=clock.over(now) // timedelta(minutes=1),
                  ended_at=clock.stop.at if clock.stop is not None else None,
                  known={"start": clock.start.at.isoformat(), "start_kind": clock.start.kind,
                         "start_known": clock.start.known, "doubts": sorted(clock.doubts)})
        for number, clock in enumerate((one for one in clocks if one.is_over(now)), 1)
    )  # fmt: skip


def built(*claims: Claim, **more: Any) -> Dossier:
    """Its dossier."""
    return build_dossier(matter(*claims, **more))


def leaf(tree: Dossier, path: str) -> Leaf:
    """One of its leaves."""
    found = node_at(tree, path)
    assert isinstance(found, Leaf)
    return found


def text(tree: Dossier, path: str) -> str:
    """What stands there."""
    return leaf(tree, path).text


def rows(tree: Dossier, path: str) -> list[dict[str, str]]:
    """A list, as words."""
    found: Node = node_at(tree, path)
    assert isinstance(found, tuple)
    return [{name: one.text for name, one in row.items()} for row in found]  # type: ignore[union-attr]
