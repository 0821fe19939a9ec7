"""Made-up cases for papers to the United Nations, as claims: one in which all is known, one with next to nothing, somebody
who has disappeared, a child.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from core.casework.claims import Claim
from core.cited.articles import Citation
from core.papers.dossier import Dossier
from core.papers.drafting import with_answers
from core.papers.inputs import PaperAddressee
from core.papers.paper_kinds import PaperGroup, PaperKind
from core.records.holds import ClockMark
from core.resources.law_files import load_articles
from core.resources.paper_files import Papers
from core.values import Call, Hearing, Intervention, Moment, Precision, Proceeding
from tests.decisions.claims import claim
from tests.papers.matters import (
    BASE,
    BYSTANDER,
    COORDINATOR,
    DANA,
    FAMILY,
    LAWYER,
    START,
    allowing,
    built,
    moment,
    named,
)

PAPERS = Papers("kz")
NATIONS = {id: kind for id, kind in PAPERS.kinds.items() if kind.group is PaperGroup.UN}
TO = PaperAddressee("Made-Up Body of the United Nations", "Made-Up Body", "made-up@example.org")
TICKED = "18 September 2018, 18:00"


def of_person(kind: str, value: object, by: str = FAMILY, minutes: float = 0) -> Claim:
    return claim(kind, value, by, minutes, person_id=DANA)


def call(station: str, name: str, answer: str, hours: float) -> Claim:
    """A station was asked by telephone."""
    at = START + timedelta(hours=hours)
    return claim("call", Call(station, name, answer), COORDINATOR, at=at, precision=Precision.MINUTE)


def complaint(number: int = 910, office: str = "prosecutor", **more: object) -> Claim:
    """A complaint that was sent on the second day."""
    given = {
        "addressee": "prosecutor of Made-Up City",
        "at": START + timedelta(days=1),
        "reference": "No. 12-3",
        "office": office,
    } | more
    sort = str(given.pop("sort", "complaint"))
    return claim("intervention", Intervention(number, sort, **given), LAWYER, id=number)  # type: ignore[arg-type]


def overrun() -> ClockMark:
    """More than 48 hours without a court."""
    due = START + timedelta(hours=48)
    known = {"start": START.isoformat()}
    return ClockMark(1, 1, "detention-without-court", "48h", due, DANA, passed_at=due, known=known)


PERSON = (
    named("Дана Выдуманова"),
    named("Дана Выдуманова", LAWYER),
    of_person("spellings", "Dana Made-Up, Дана Ойдан", LAWYER),
    of_person("sex", "female", LAWYER),
    of_person("born_on", Moment(datetime(1990, 3, 11, 18, tzinfo=UTC), Precision.DAY, exact=True), LAWYER),
    of_person("nationality", "Kazakhstan", LAWYER),
    of_person("id_document", "passport N00000000, issued by a made-up office on 1 March 2015", LAWYER),
    of_person("occupation", "journalist of a made-up newspaper", LAWYER),
    of_person("address", "1 Nobody Street, Almaty", LAWYER),
    allowing(),
)
HEARING = Hearing(
    901,
    START + timedelta(days=3),
    Precision.DAY,
    "Made-Up Investigating Court",
    "J. Made-Up",
    "",
    "remand",
    "2 months",
)
DETAINED = (
    claim("verification", "confirmed", COORDINATOR),
    of_person("started", moment(0)),
    of_person("started", moment(70), LAWYER),
    of_person("delivered", moment(90), LAWYER),
    claim("where", "the square in front of a made-up theatre", LAWYER),
    claim("perpetrators", ("police", "plain"), BYSTANDER),
    claim("decision", "refused", LAWYER),
    claim("stated", "to clear up a matter", LAWYER),
    of_person("regime", "criminal", LAWYER),
    of_person("station", "Made-Up police station No. 0", LAWYER),
    of_person("traits", ("journalist", "demonstrator")),
    claim("event", "a peaceful assembly about a made-up law", LAWYER),
    of_person("tie", "reported from the assembly", LAWYER),
    claim("visit", "refused", LAWYER, at=START + timedelta(hours=2), precision=Precision.MINUTE),
    claim("proceeding", Proceeding("criminal", "272", "1"), LAWYER, id=900, proceeding_id=900),
    claim("hearing", HEARING, LAWYER, id=901, proceeding_id=900),
    of_person("decision_number", "0000-18-00-4/2", LAWYER),
    complaint(),
    complaint(911, "head-of-body", addressee="head of Made-Up police station No. 0", reference="", reply="refused",
              replied_at=START + timedelta(days=2), reply_reference="No. 7", reply_precision=Precision.DAY),
    of_person("other_procedure", "no", LAWYER),
    of_person("authorisation", "of 19 September 2018", LAWYER),
)  # fmt: skip
GONE = (
    *PERSON,
    of_person("started", moment(0, Precision.HOUR)),
    claim("where", "a bus stop in Made-Up Street", FAMILY),
    claim("perpetrators", ("plain",), BYSTANDER),
    claim("marks", "a white car without plates", BYSTANDER),
    of_person("father", "Made-Up the Elder", LAWYER),
    of_person("birthplace", "Made-Up Village", LAWYER),
    of_person("clothes", "a blue coat; a scar on the left hand", LAWYER),
    of_person("family_status", "married", LAWYER),
    of_person("photo", "yes", LAWYER),
    claim("witnesses", "a seller who may not be named", LAWYER),
    claim("verification", "confirmed", COORDINATOR),
    call("a", "Made-Up police station No. 0", "denied", 3),
    call("b", "Made-Up police station No. 1", "hung_up", 4),
    complaint(addressee="police of Made-Up City"),
)  # fmt: skip
CHILD = (
    named("Айдос Ойдан"),
    of_person("born_on", Moment(datetime(2003, 3, 11, 18, tzinfo=UTC), Precision.DAY, exact=True), LAWYER),
    of_person("started", moment(0)),
    of_person("treatment", "was hit on the head"),
    claim("urgent", ("minor", "injured"), FAMILY),
    of_person("urgency", "a child of 15 with a head injury, held without parents", LAWYER),
    allowing(),
)
POOR = (named("Ойдан"),)
CASES: Mapping[str, tuple[Claim, ...]] = {
    "full": (*PERSON, *DETAINED), "poor": POOR, "disappearance": GONE, "minor": CHILD,
}  # fmt: skip


def ticks(kind: PaperKind, *names: str) -> dict[str, str]:
    """All of the paper, or these."""
    every = [path for path in kind.wanted if path.startswith("grounds.")]
    return {path: TICKED for path in every if not names or path.removeprefix("grounds.") in names}


def of(
    kind: PaperKind,
    *claims: Claim,
    language: str = "en",
    answers: Mapping[str, str] | None = None,
    days: float = 4,
    marks: tuple[ClockMark, ...] = (),
) -> Dossier:
    """The dossier of a case so many days after it began; what the paper asks for itself is there, known or not."""
    articles, on = load_articles("kz"), START.date()
    rights = {one: articles.for_right(one, on, un=True) for one in articles.rights}
    cited = {id: articles.cite(id, on) for id in kind.articles}
    known = built(
        *claims, language=language, base=BASE, to=TO, now=START + timedelta(days=days), marks=marks,
        person=DANA,
        cited={id: one.text[language] if isinstance(one, Citation) else "" for id, one in cited.items()},
        rights={id: "; ".join(one.text[language] for one in every) for id, every in rights.items()},
    )  # fmt: skip
    return with_answers(known, kind, answers or {})
