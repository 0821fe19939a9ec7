"""The dossier of a case: what it holds, for whom, out of which claims."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.casework.claims import Claim
from bot.core.clocks.rows import Sure
from bot.core.law_kept import ClockMark
from bot.core.papers.allowing import Bar, Why, barred
from bot.core.papers.catalogue import CATALOGUE as ALL
from bot.core.papers.catalogue import Rows, Shape, strange
from bot.core.papers.dossier import allowed, at, fingerprint, from_data, leaves, missing, to_data
from bot.core.papers.kind import About, Group, Occasion, PaperKind
from bot.core.values import Call, CountKind, Hearing, Intervention, People, Place, Precision, Proceeding
from bot.core.vocabulary import Use
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
    leaf,
    matter,
    moment,
    named,
    rows,
    text,
)

OF_OTHERS = {"letter", "cases", "earlier", "findings", "addressees", "demands"}  # made by letters
KIND = PaperKind(
    "made-up", {}, Group.HOME, About.PERSON, ("en",), 1, (), (), (), frozenset({Occasion.ANY}), "complaint",
    None, False, (), (), Sure.A, "",
)  # fmt: skip
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
    if isinstance(node, Rows):
        return [dict.fromkeys(node.fields, "")]
    return {name: as_shape(one) for name, one in node.items()} if isinstance(node, dict) else ""


def test_what_is_built_is_what_the_catalogue_says() -> None:
    tree = built(*everything(), marks=(mark(),))
    assert strange(tree) == []
    have, want = shape(tree), as_shape({n: one for n, one in ALL.items() if n not in OF_OTHERS})
    assert isinstance(have, dict)
    assert isinstance(want, dict)
    assert {name: have[name] for name in have if name not in ("law", "rights", "answers")} == {
        name: want[name] for name in want if name not in ("law", "rights", "answers")
    }


def test_each_leaf_that_says_something_knows_where_it_is_from() -> None:
    tree = built(*everything(), marks=(mark(),), cited={"cpc-133(2)": "article 133"})
    assert [path for path, one in leaves(tree) if one.text and not one.origins] == []
    assert leaf(tree, "law.cpc_133_2").origins == ("law:cpc-133(2)",)


def mark(clock: str = "detention-without-court", **more: object) -> ClockMark:
    """An overrun that was seen, and goes on unless it is said to have ended."""
    given = {
        "due_at": START + HOURS,
        "passed_at": START + HOURS,
        "minutes": 7,
        "known": {"start": START.isoformat()},
    }
    return ClockMark(5, 1, clock, "48h", **(given | more))  # type: ignore[arg-type]


def test_an_overrun_that_goes_on_is_counted_to_the_minute_and_one_that_has_ended_is_frozen() -> None:
    now = START + 3 * HOURS + timedelta(minutes=14)
    assert text(built(marks=(mark(),), now=now), "overrun.by") == "2 hours 14 minutes"
    ended = mark(ended_at=START + 2 * HOURS, minutes=60)
    assert text(built(marks=(ended,), now=now), "overrun.by") == "1 hour"
    assert text(built(marks=(ended,), now=now, language="ru"), "overrun.length") == "48 часов"


def test_what_was_frozen_by_mistake_is_in_no_paper() -> None:
    tree = built(marks=(mark(void_at=START + HOURS), mark(passed_at=None)))
    assert (text(tree, "overrun.by"), rows(tree, "overruns")) == ("", [])


def test_a_late_record_is_no_term_of_holding() -> None:
    """By it nobody has to be let go; it is a ground of a complaint."""
    late = mark("criminal-protocol", due_at=START - 9 * HOURS, passed_at=START)
    tree = built(marks=(late,))
    assert (text(tree, "overrun.by"), len(rows(tree, "overruns"))) == ("", 1)
    assert text(tree, "grounds.protocol_late")
    assert text(built(marks=(late, mark())), "overrun.clock") == "criminal detention without a court order"


def test_an_overrun_is_as_sure_as_the_moment_from_which_it_is_counted() -> None:
    began = claim("started", moment(0), FAMILY)
    one = mark(known={"start": START.isoformat(), "claim": began.id})
    assert not leaf(built(began, marks=(one,)), "overrun.by").verified
    assert leaf(built(claim("started", moment(0), LAWYER), marks=(mark(),)), "overrun.by").verified


def test_a_case_without_a_city_says_so() -> None:
    nowhere = (BASE[0], claim("place", Place(unknown=True), FAMILY), *BASE[2:])
    tree = built(base=nowhere)
    assert missing(tree, ["case.city", "paper.city", "detention.station"]) == [
        "case.city", "paper.city", "detention.station",
    ]  # fmt: skip


@pytest.mark.parametrize(("sex", "said"), [("female", "a woman"), ("male", "a man"), (None, "a person")])
def test_somebody_without_a_name_is_in_a_paper_all_the_same(sex: str | None, said: str) -> None:
    known = [claim("sex", sex, LAWYER)] if sex else []
    tree = built(*known)
    assert text(tree, "person.name") == f"{said}, name not known"
    assert leaf(tree, "person.name").asks == "name"


def test_of_several_what_is_said_of_the_case_is_said_of_nobody() -> None:
    both = (named(), named("Aset Made-Up", person=12), claim("nationality", "of nowhere", LAWYER))
    own = claim("occupation", "teacher", LAWYER, person_id=12)
    tree = built(*both, own, person=12)
    assert (text(tree, "person.name"), text(tree, "person.occupation")) == ("Aset Made-Up", "teacher")
    assert text(tree, "person.nationality") == ""
    assert text(built(*both, own, person=DANA), "person.occupation") == ""


def test_the_name_of_a_member_goes_before_that_of_a_reporter_who_speaks_later() -> None:
    tree = built(named("Dana Made-Up", LAWYER), named("Dana Maid-Up", FAMILY, minutes=5))
    assert (text(tree, "person.name"), text(tree, "person.spellings")) == ("Dana Made-Up", "Dana Maid-Up")


def test_a_name_in_other_cases_and_the_sex_it_shows_say_that_they_are_derived() -> None:
    def decline(name: str, sex: str) -> dict[str, str]:
        return {"dative": f"to {name}", "sex": "female"}

    tree = built(named(by=LAWYER), decline=decline)
    assert (text(tree, "person.name_dative"), text(tree, "person.name_genitive")) == ("to Dana Made-Up", "")
    assert "derived:name" in leaf(tree, "person.sex").origins
    assert at(tree, "person.is_female") is True


def test_a_minor_is_one_by_the_flag_or_the_year_of_birth() -> None:
    def minor(*claims: Claim) -> object:
        return at(built(named(), *claims), "person.is_minor")

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
    assert text(tree, "ruling.deadline") == "28 September 2018, 16:00"
    assert at(tree, "ruling.is_arrest") is True
    assert text(tree, "remand.court") == ""


def test_the_chronology_is_in_the_order_in_which_it_happened_and_in_our_words() -> None:
    visit = claim("visit", "refused", LAWYER, at=START + HOURS, precision=Precision.MINUTE)
    tree = built(claim("released_at", moment(90), FAMILY), visit, claim("started", moment(0), LAWYER))
    told = [row["what"] for row in rows(tree, "case.chronology")]
    assert told == ["deprived of liberty", "the lawyer was not let in", "released"]
    assert "16:00: the lawyer was not let in" in text(tree, "counsel")
    assert text(tree, "grounds.counsel_refused") == "18 September 2018, 16:00"
    assert "released" not in text(tree, "case.narrative")  # nobody has verified that


def test_an_answer_for_one_paper_alone_stands_where_nothing_is_known() -> None:
    order = claim("counsel_order", "No. 1", LAWYER)
    said = {"answers.request": "let her go", "lawyer.order": "No. 2"}
    assert leaf(built(answers=said), "lawyer.order").text == "No. 2"
    tree = built(order, answers=said)
    assert (text(tree, "lawyer.order"), text(tree, "answers.request")) == ("No. 1", "let her go")
    with pytest.raises(KeyError):
        built(answers={"person.shoe_size": "40"})


def test_who_may_not_be_named_is_a_person_of_the_place_or_a_journalist() -> None:
    hidden = {"hidden": frozenset({DANA})}
    tree = built(named(), claim("nationality", "of nowhere", LAWYER), **hidden)
    assert (text(tree, "person.name"), text(tree, "person.nationality")) == ("a resident of Almaty", "")
    assert (
        text(built(named(), claim("urgent", ("journalist",), FAMILY), **hidden), "person.name")
        == "a journalist"
    )
    elsewhere = (BASE[0], claim("place", Place(unknown=True), FAMILY), *BASE[2:])
    assert text(built(named(), base=elsewhere, **hidden), "person.name") == "a person"


def test_words_that_name_somebody_who_may_not_be_named_are_left_out() -> None:
    both = (named("Дана Выдумова"), named("Асет Придуман", person=12))
    said = claim("treatment", "Данy и Асета били".replace("y", "у"), LAWYER)
    assert text(built(*both, said, person=DANA), "treatment")
    assert text(built(*both, said, person=DANA, hidden=frozenset({12})), "treatment") == ""


def test_who_may_be_named_and_if_not_why() -> None:
    def bar(*claims: Claim, use: Use | None = Use.AUTHORITIES) -> Bar | None:
        return barred(matter(named(), *claims).view, replace(KIND, use=use), DANA)

    assert bar() == Bar(Why.NO_CONSENT)
    assert bar(allowing()) is None
    assert bar(allowing(BYSTANDER)) == Bar(Why.NO_CONSENT)
    refused = bar(allowing(answer="no"))
    assert refused is not None
    assert (refused.why, len(refused.by)) == (Why.REFUSED, 1)
    several = bar(allowing(), named("Aset Made-Up", person=12))
    assert several is not None
    assert several.why is Why.SEVERAL
    assert bar(use=None) is None
    bound = bar(allowing(), claim("undertaking", "yes", LAWYER), use=None)
    assert bound is not None
    assert bound.why is Why.UNDERTAKING


def test_the_consent_stands_in_the_paper_with_its_giver() -> None:
    tree = built(named(), allowing())
    assert (text(tree, "consent.given_by"), text(tree, "consent.on")) == ("the family", "17 September 2018")
    assert text(built(named(), allowing(BYSTANDER)), "consent.given_by") == ""


def test_what_nobody_verified_is_left_out_unless_it_is_ticked() -> None:
    tree = built(named())
    assert text(allowed(tree, ()), "person.name") == ""
    assert text(allowed(tree, {"person.name"}), "person.name") == "Dana Made-Up"


def test_the_same_facts_are_the_same_dossier() -> None:
    facts = everything()
    one, other = built(*facts), built(*reversed(facts))
    assert fingerprint(one) == fingerprint(other) == fingerprint(from_data(to_data(one)))
    assert fingerprint(one) != fingerprint(built(*facts, claim("sex", "male", LAWYER)))
