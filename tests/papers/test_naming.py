"""Whom a paper names, how, and what stands in it of who may not be named."""

import pytest
from msgspec.structs import replace

from core.casework.claims import Claim
from core.clocks.clock_rows import RowSureness
from core.papers.dossier import node_at, unverified_paths, without_unticked
from core.papers.drafting import NamingBar, NamingBarReason, naming_bar
from core.papers.paper_kinds import Occasion, PaperGroup, PaperKind, PaperSubject
from core.resources.jurisdictions import citizenship_words
from core.values import Place
from core.vocabulary import ConsentUse
from tests.decisions.claims import claim
from tests.papers.matters import (
    BASE,
    BYSTANDER,
    DANA,
    FAMILY,
    LAWYER,
    allowing,
    built,
    leaf,
    matter,
    named,
    places,
    text,
)
from tests.papers.nations import complaint

KIND = PaperKind(
    "made-up", {}, PaperGroup.HOME, PaperSubject.PERSON, ("en",), 1, (), (), (), frozenset({Occasion.ANY}), "complaint",
    None, False, (), (), RowSureness.A,
)  # fmt: skip


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
    assert node_at(tree, "person.is_female") is True


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
    village = next(one.id for one in places().cities.values() if not one.button)
    small = (BASE[0], claim("place", Place(village), FAMILY), *BASE[2:])
    assert (
        text(built(named(), base=small, **hidden), "person.name") == "a person"
    )  # where all know each other


def test_words_that_name_somebody_who_may_not_be_named_are_left_out() -> None:
    both = (named("Дана Выдумова"), named("Асет Придуман", person=12))
    said = claim("treatment", "Данy и Асета били".replace("y", "у"), LAWYER)
    assert text(built(*both, said, person=DANA), "treatment")
    assert text(built(*both, said, person=DANA, hidden=frozenset({12})), "treatment") == ""


def test_they_are_left_out_wherever_they_stand() -> None:
    """In a list, in the spellings of somebody else, in what is said of the case."""
    both = (named("Дана Выдумова"), named("Асет Придуман", person=12))
    sent = complaint(addressee="о задержании Асета Придумана")
    spelt = claim("spellings", "Дана, она же Придуман", LAWYER, person_id=DANA)
    said = claim("place", Place("almaty", text="у дома Придумана"), LAWYER)
    shown, kept = (
        repr(built(*both, sent, spelt, said, person=DANA, hidden=hidden))
        for hidden in (frozenset[int](), frozenset({12}))
    )
    assert shown.count("Придуман") >= 3
    assert "Придуман" not in kept


def test_who_may_be_named_and_if_not_why() -> None:
    def bar(*claims: Claim, use: ConsentUse | None = ConsentUse.AUTHORITIES) -> NamingBar | None:
        return naming_bar(matter(named(), *claims).view, replace(KIND, use=use), DANA)

    assert bar() == NamingBar(NamingBarReason.NO_CONSENT)
    assert bar(allowing()) is None
    assert bar(allowing(BYSTANDER)) == NamingBar(NamingBarReason.NO_CONSENT)
    refused = bar(allowing(answer="no"))
    assert refused is not None
    assert (refused.why, len(refused.by)) == (NamingBarReason.REFUSED, 1)
    several = bar(allowing(), named("Aset Made-Up", person=12))
    assert several is not None
    assert several.why is NamingBarReason.SEVERAL
    assert bar(use=None) is None
    assert naming_bar(matter().view, replace(KIND, use=ConsentUse.AUTHORITIES), None) == NamingBar(
        NamingBarReason.NO_CONSENT
    )  # of nobody
    bound = bar(allowing(), claim("undertaking", "yes", LAWYER), use=None)
    assert bound is not None
    assert bound.why is NamingBarReason.UNDERTAKING


def test_the_consent_stands_in_the_paper_with_its_giver() -> None:
    tree = built(named(), allowing())
    assert (text(tree, "consent.given_by"), text(tree, "consent.on")) == ("the family", "17 September 2018")
    assert text(built(named(), allowing(BYSTANDER)), "consent.given_by") == ""
    assert text(built(named(), allowing(), allowing(BYSTANDER)), "consent.given_by") == "the family"
    assert text(built(named(), allowing(), allowing(BYSTANDER, "no")), "consent.given_by") == "the family"
    bound = claim("undertaking", "yes", LAWYER)
    assert text(built(named(), allowing(), bound), "consent.given_by") == ""


def test_what_nobody_verified_is_left_out_unless_it_is_ticked() -> None:
    tree = built(named())
    assert text(without_unticked(tree, ()), "person.name") == ""
    assert text(without_unticked(tree, {"person.sex", "person"}), "person.name") == ""
    assert text(without_unticked(tree, {"person.name"}), "person.name") == "Dana Made-Up"
    listed = built(named(), claim("taken", "Station 1", FAMILY))
    path = next(one for one in unverified_paths(listed) if ".0." in one)
    assert text(listed, path)
    assert text(without_unticked(listed, {"person.name"}), path) == ""
    assert text(without_unticked(listed, {path}), path) == text(listed, path)


def test_whoever_has_the_name_of_somebody_who_may_not_be_named_keeps_their_own() -> None:
    mother, son = named("Дана Придуманова"), named("Асет Придуманов", person=12)
    said = claim("treatment", "Дану Придуманову били", LAWYER)
    tree = built(mother, son, said, person=DANA, hidden=frozenset({12}))
    assert text(tree, "person.name") == "Дана Придуманова"
    assert text(built(mother, son, person=DANA, hidden=frozenset({12})), "lawyer.name") == "Marat Made-Up"


def test_words_of_nobody_are_not_left_out_for_a_name_they_begin_like() -> None:
    short = named("Дана", person=12)
    said = claim("treatment", "забрали данные телефона", LAWYER)
    assert text(built(named(), short, said, person=DANA, hidden=frozenset({12})), "treatment")


@pytest.mark.parametrize(
    ("nationality", "foreign"),
    [
        ("казахстанское", False),
        ("РК", False),
        ("Қазақстан Республикасы", False),
        ("Made-Up", True),
        ("", False),
    ],
)
def test_a_foreigner_is_whoever_has_another_nationality(nationality: str, foreign: bool) -> None:
    said = [claim("nationality", nationality, LAWYER)] if nationality else []
    tree = built(named(), *said, citizens=citizenship_words("kz"))
    assert node_at(tree, "person.is_foreigner") is foreign


def test_witnesses_are_named_only_where_they_may_be() -> None:
    who = claim("witnesses", "Made-Up Neighbour", LAWYER)
    kept = "there are witnesses; who they are is kept back for their safety"
    assert text(built(who), "witnesses") == kept
    assert text(built(who, claim("witnesses_named", "yes", LAWYER)), "witnesses") == "Made-Up Neighbour"
    denied = claim("witnesses_named", "no", FAMILY, 5)
    assert text(built(who, claim("witnesses_named", "yes", LAWYER), denied), "witnesses") == kept
