"""The dossier of a case: what it holds, for whom, out of which claims."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.casework.claims import Claim
from core.papers.catalogue import CATALOGUE as ALL
from core.papers.catalogue import ListShape, Shape, shape_of
from core.papers.dossier import (
    Leaf,
    dossier_from_data,
    dossier_to_data,
    each_leaf,
    fingerprint,
    node_at,
)
from core.papers.drafting import case_basis, lacking_paths
from core.papers.formats import is_latin
from core.papers.inputs import PaperAddressee
from core.records.holds import ClockMark
from core.values import Call, CountKind, Hearing, Intervention, People, Place, Precision, Proceeding
from tests.decisions.claims import claim
from tests.papers.matters import (
    BASE,
    COORDINATOR,
    DANA,
    FAMILY,
    LAWYER,
    START,
    built,
    leaf,
    moment,
    named,
    rows,
    text,
)

OF_OTHERS = {"letter", "cases", "earlier", "findings", "violated", "addressees", "demands"}  # made by letters
HOURS = timedelta(hours=1)


def everything() -> tuple[Claim, ...]:
    """At least one row in each list."""
    course = Proceeding("administrative", "cao-488", "6")
    hearing = Hearing(901, START, Precision.DAY, "Court of Made-Up", "J. Made-Up", "", "arrest", "10 days")
    return (
        named(),
        claim("proceeding", course, LAWYER, id=900, proceeding_id=900),
        claim("hearing", hearing, LAWYER, id=901, proceeding_id=900),
        claim("started", moment(0), FAMILY),
        claim("status", "suspect", LAWYER, at=START, precision=Precision.MINUTE),
        claim("station", "Police of Made-Up", LAWYER),
        claim("call", Call("x", "Station 5", "denied"), COORDINATOR, 5),
        claim("medical_examination", "no", LAWYER),
        claim("intervention", sent(910), LAWYER, id=910),
        claim("intervention", sent(911, office="wgad"), LAWYER, id=911),
    )


def sent(number: int, **more: object) -> Intervention:
    """A complaint to a prosecutor."""
    given = {"addressee": "the prosecutor", "at": START, "reference": "12-3"} | more
    return Intervention(number, "complaint", **given)  # type: ignore[arg-type]


def shape(node: object) -> object:
    """The names of a dossier; of lists the names of a row."""
    if isinstance(node, tuple):
        return [shape(node[0])] if node else []
    return {name: shape(one) for name, one in node.items()} if isinstance(node, dict) else ""


def as_shape(node: Shape) -> object:
    """The same of the catalogue."""
    if isinstance(node, ListShape):
        return [dict.fromkeys(node.fields, "")]
    return {name: as_shape(one) for name, one in node.items()} if isinstance(node, dict) else ""


def test_what_is_built_is_what_the_catalogue_says() -> None:
    tree = built(*everything(), marks=(mark(),))
    assert [path for path, _ in each_leaf(tree) if shape_of(path) is None] == []
    have, want = shape(tree), as_shape({n: one for n, one in ALL.items() if n not in OF_OTHERS})
    assert isinstance(have, dict)
    assert isinstance(want, dict)
    assert {name: have[name] for name in have if name not in ("law", "rights", "answers")} == {
        name: want[name] for name in want if name not in ("law", "rights", "answers")
    }


def test_each_leaf_that_says_something_knows_where_it_is_from() -> None:
    tree = built(*everything(), marks=(mark(),), cited={"cpc-133(2)": "article 133"})
    assert [path for path, one in each_leaf(tree) if one.text and not one.origins] == []
    assert leaf(tree, "law.cpc_133_2").origins == ("law:cpc-133(2)",)


def mark(clock: str = "detention-without-court", **more: object) -> ClockMark:
    """An overrun that was seen, and goes on unless it is said to have ended."""
    given = {
        "due_at": START + HOURS,
        "passed_at": START + HOURS,
        "minutes": 7,
        "known": {"start": START.isoformat()},
    }
    return ClockMark(5, 1, clock, **({"length": "48h"} | given | more))  # type: ignore[arg-type]


def held(*, began: str = LAWYER, sort: str = LAWYER, before: float = 47) -> tuple[Claim, ...]:
    """By the criminal code, since so many hours before 15:00."""
    return claim("started", moment(-60 * before), began), claim("regime", "criminal", sort)


def test_an_overrun_that_goes_on_is_counted_to_the_minute_and_one_that_has_ended_is_frozen() -> None:
    now = START + 3 * HOURS + timedelta(minutes=14)
    assert text(built(*held(), marks=(mark(),), now=now), "overrun.by") == "2 hours 14 minutes"
    ended = mark(ended_at=START + 2 * HOURS, minutes=60)
    assert text(built(*held(), marks=(ended,), now=now), "overrun.by") == "1 hour"
    assert text(built(*held(), marks=(ended,), now=now, language="ru"), "overrun.length") == "48 часов"


def test_what_was_frozen_by_mistake_is_in_no_paper() -> None:
    tree = built(marks=(mark(void_at=START + HOURS), mark(passed_at=None)))
    assert (text(tree, "overrun.by"), rows(tree, "overruns")) == ("", [])


def test_a_late_record_is_no_term_of_holding() -> None:
    """By it nobody has to be let go; it is a ground of a complaint."""
    made = (claim("delivered", moment(-720), LAWYER), claim("protocol", moment(0), LAWYER))
    late = mark("criminal-protocol", length="3h", due_at=START - 9 * HOURS, passed_at=START, ended_at=START)
    tree = built(*held(), *made, marks=(late,))
    assert (text(tree, "overrun.by"), len(rows(tree, "overruns"))) == ("", 1)
    assert leaf(tree, "grounds.protocol_late").text == "18 September 2018, 06:00"
    assert leaf(tree, "grounds.protocol_late").verified
    both = built(*held(), *made, marks=(late, mark()))
    assert text(both, "overrun.clock") == "criminal detention without a court order"


def test_the_term_of_a_minor_is_as_sure_as_what_says_that_they_are_one() -> None:
    def of(*claims: Claim, length: str) -> Leaf:
        told = held(before=23 if length == "24h" else 47)
        return leaf(built(*told, *claims, marks=(mark(length=length),)), "overrun.length")

    told = of(claim("urgent", ("minor",), FAMILY), length="24h")
    assert (told.text, told.verified) == ("24 hours (not confirmed)", False)
    assert of(claim("urgent", ("minor",), LAWYER), length="24h").verified
    assert of(length="48h").verified


def test_an_overrun_is_as_sure_as_the_moment_from_which_it_is_counted() -> None:
    assert not leaf(built(*held(began=FAMILY), marks=(mark(),)), "overrun.by").verified
    assert leaf(built(*held(), marks=(mark(),)), "overrun.by").verified
    both = (claim("started", moment(-60 * 47), FAMILY), *held())  # the lawyer says the same
    assert leaf(built(*both, marks=(mark(),)), "overrun.by").verified


def test_an_overrun_of_which_nobody_knows_any_more_what_it_was_counted_from_is_not_sure() -> None:
    tree = built(claim("regime", "criminal", LAWYER), marks=(mark(),))
    assert not leaf(tree, "overrun.by").verified
    assert "the time from which the law counts is not confirmed" in text(tree, "overrun.due")


def test_a_case_without_a_city_says_so() -> None:
    nowhere = (BASE[0], claim("place", Place(unknown=True), FAMILY), *BASE[2:])
    tree = built(base=nowhere)
    assert lacking_paths(tree, ["case.city", "paper.city", "detention.station"]) == [
        "case.city", "paper.city", "detention.station",
    ]  # fmt: skip


def test_a_city_alone_is_no_exact_place_and_nobody_is_quoted_with_nothing() -> None:
    found = leaf(built(claim("place", Place(city="almaty", text="Almaty"), FAMILY)), "case.place")
    assert found.text == ""


def test_a_minor_is_one_by_the_flag_or_the_year_of_birth() -> None:
    def minor(*claims: Claim) -> object:
        return node_at(built(named(), *claims), "person.is_minor")

    assert minor() is False
    assert minor(claim("urgent", ("minor",), FAMILY)) is True
    assert minor(claim("born", "2005, Made-Up", FAMILY)) is True
    assert minor(claim("born", "1985, Made-Up", FAMILY)) is False


def test_how_many_are_named_and_how_many_not_stand_apart() -> None:
    tree = built(named(), claim("count", People((), 3, CountKind.AT_LEAST), FAMILY))
    counted = [text(tree, f"case.{name}") for name in ("count", "identified", "unnamed_at_least")]
    assert counted == ["at least 3", "1", "2"]


def test_what_was_sent_and_what_came_of_it() -> None:
    first = claim("intervention", sent(910), LAWYER, id=910)
    answer = sent(910, reply="refused", replied_at=START + 48 * HOURS, reply_precision=Precision.DAY)
    tree = built(first, claim("intervention", answer, LAWYER, 9))
    (row,) = rows(tree, "steps")
    assert (row["date"], row["kind"]) == ("18 September 2018", "complaint about the detention")
    assert (row["outcome"], row["replied_on"]) == ("refused", "20 September 2018")
    complaint = [text(tree, f"complaint.{name}") for name in ("date", "number", "body")]
    assert complaint == ["18 September 2018", "12-3", "the prosecutor"]


def test_a_ruling_with_its_court_measure_and_term() -> None:
    copy = claim("ruling_copy", moment(60), LAWYER, proceeding_id=900)
    tree = built(*everything(), copy)
    ruling = [text(tree, f"ruling.{name}") for name in ("court", "judge", "date", "measure", "copy_on")]
    assert ruling == [
        "Court of Made-Up", "J. Made-Up", "18 September 2018", "administrative arrest, 10 days",
        "18 September 2018, 16:00",
    ]  # fmt: skip
    assert text(tree, "ruling.deadline").startswith("28 September 2018, 16:00")
    assert node_at(tree, "ruling.is_arrest") is True
    assert text(tree, "remand.court") == ""


def test_the_chronology_is_in_the_order_in_which_it_happened_and_in_our_words() -> None:
    visit = claim("visit", "refused", LAWYER, at=START + HOURS, precision=Precision.MINUTE)
    tree = built(claim("released_at", moment(90), FAMILY), visit, claim("started", moment(0), LAWYER))
    told = [row["what"] for row in rows(tree, "case.chronology")]
    assert told == ["deprived of liberty", "the lawyer was not let in", "released"]
    assert "16:00: the lawyer was not let in" in text(tree, "case.narrative")
    assert text(tree, "grounds.counsel_refused") == "18 September 2018, 16:00"
    assert "released" not in text(tree, "case.narrative")  # nobody has verified that


def test_the_same_facts_are_the_same_dossier() -> None:
    facts = everything()
    one, other = built(*facts), built(*reversed(facts))
    assert fingerprint(one) == fingerprint(other) == fingerprint(dossier_from_data(dossier_to_data(one)))
    assert fingerprint(one) != fingerprint(built(*facts, claim("sex", "male", LAWYER)))


def test_whoever_is_let_go_is_held_no_more() -> None:
    assert node_at(built(claim("ongoing", "yes", FAMILY)), "detention.is_held") is True
    assert node_at(built(claim("released_at", moment(60), LAWYER)), "detention.is_held") is False
    assert node_at(built(claim("ongoing", "no", LAWYER)), "detention.is_held") is False


def test_a_correction_of_the_same_source_is_no_contradiction() -> None:
    tree = built(claim("started", moment(0), LAWYER, 1), claim("started", moment(70), LAWYER, 2))
    assert text(tree, "detention.began") == "18 September 2018, 16:10"


@pytest.mark.parametrize(
    "other",
    [
        Leaf("Dana", ("claim:1",), verified=False),  # whoever says so is not believed any more
        Leaf("Dana", ("claim:2",)),
        Leaf("Danna", ("claim:1",)),
        Leaf(""),
    ],
)
def test_whatever_is_known_otherwise_is_a_change(other: Leaf) -> None:
    said = Leaf("Dana", ("claim:1",))
    assert case_basis({"person": {"name": said}}) != case_basis({"person": {"name": other}})
    assert case_basis({"places": ({"city": said},)}) != case_basis({"places": ({"city": other},)})
    assert case_basis({"places": ({"is_so": True},)}) != case_basis({"places": ()})


def test_the_overrun_of_another_person_is_not_theirs() -> None:
    theirs = [replace(one, person_id=12) for one in held()]
    both = (named(), named("Aset Made-Up", person=12), *theirs)
    assert text(built(*both, marks=(mark(person_id=12),), person=DANA), "overrun.by") == ""
    assert text(built(*both, marks=(mark(person_id=12),), person=12), "overrun.by") == "4 hours"
    assert text(built(*both, marks=(mark(),), person=12), "overrun.by") == ""  # whoever else is in the case


def test_the_line_of_the_addressee_says_which_office_is_meant_where_that_is_verified() -> None:
    head = PaperAddressee("To the head of the place of detention", "head", needs=("station",))
    assert text(built(claim("taken", "some yard", FAMILY), to=head), "to.line") == head.line
    whole = built(claim("station", "Police of Made-Up", LAWYER), to=head)
    assert text(whole, "to.line") == f"{head.line}: Police of Made-Up"
    prosecutor = PaperAddressee("To the prosecutor", "prosecutor", needs=("region",))
    placed = claim("place", Place(city="almaty"), LAWYER)
    assert text(built(placed, to=prosecutor), "to.line") == "To the prosecutor, Almaty"
    told = claim("place", Place(city="almaty"), FAMILY)  # where it goes is no fact of the person
    russian = built(told, to=PaperAddressee("Прокурору", "prosecutor", needs=("region",)), language="ru")
    assert text(russian, "to.line") == "Прокурору, г. Алматы"
    kazakh = built(told, to=PaperAddressee("Прокурорға", "prosecutor", needs=("region",)), language="kk")
    assert text(kazakh, "to.line") == "Прокурорға, Алматы қаласы"
    other = claim("place", Place(city="astana"), "report 2")
    assert text(built(told, other, to=prosecutor), "to.line") == "To the prosecutor"


def test_about_an_hour_is_about_the_hour_and_not_about_the_day() -> None:
    tree = built(claim("started", moment(0, exact=False), LAWYER), language="ru")
    assert text(tree, "detention.began") == "18 сентября 2018 года, около 15:00"


def test_the_name_of_the_signer_in_latin_letters_is_asked_for_unless_it_is_written_so() -> None:
    tree = built()
    assert text(tree, "signer.latin") == text(tree, "signer.name") == "Marat Made-Up"
    assert [is_latin(name) for name in ("Марат", "Marat", "Әsel", "—")] == [False, True, False, False]
