"""What keeps a paper for the United Nations from being made, what its maker must know, and facts that only it asks for."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from core.casework.claims import Claim
from core.model import LANGUAGES
from core.papers.dossier import each_leaf, without_unticked
from core.papers.un_papers import months_after, un_blocks, un_notes
from core.resources.word_files import load_words
from core.values import Moment, Precision, Texts
from tests.decisions.claims import claim
from tests.papers.matters import (
    BYSTANDER,
    COORDINATOR,
    FAMILY,
    LAWYER,
    allowing,
    built,
    leaf,
    moment,
    named,
    rows,
    text,
)
from tests.papers.nations import CASES, NATIONS, PAPERS, TICKED, complaint, of, of_person, ticks

ALWAYS = ["un-note-mail", "un-note-translate"]


def blocked(id: str, *claims: Claim, **answers: str) -> list[str]:
    kind = NATIONS[id]
    return un_blocks(
        kind, of(kind, *claims, answers={path.replace("__", "."): said for path, said in answers.items()})
    )


def noted(id: str, *claims: Claim, days: float = 4, answers: Mapping[str, str] | None = None) -> list[str]:
    kind = NATIONS[id]
    tree = of(kind, *claims, days=days, answers=answers)
    return [
        one.removeprefix("un-note-")
        for one in un_notes(kind, without_unticked(tree, ()))
        if one not in ALWAYS
    ]


def test_the_committee_is_asked_only_after_a_complaint_at_home() -> None:
    assert blocked("un_ced", named()) == ["un-block-complaint"]
    assert blocked("un_ced", named(), complaint(office="wgeid", sort="un_urgent")) == ["un-block-complaint"]
    assert blocked("un_ced", named(), complaint()) == []


def test_a_complaint_needs_its_number_unless_they_refused_to_register_it() -> None:
    assert blocked("un_ced", named(), complaint(reference="")) == ["un-block-number"]
    assert blocked("un_ced", named(), complaint(reference=""), complaint__number="No. 5") == []
    assert blocked("un_ced", named(), complaint(reference="", unregistered=True)) == []
    abroad = complaint(911, "wgeid", sort="un_urgent", unregistered=True)
    assert blocked("un_ced", named(), complaint(reference=""), abroad) == ["un-block-number"]


def test_the_working_groups_need_no_complaint_at_home() -> None:
    assert blocked("un_wgeid", named()) == blocked("un_wgad", named(), answers__argument="Why.") == []


def test_a_questionnaire_that_argues_nothing_is_not_made() -> None:
    told = (*CASES["full"],)
    assert blocked("un_wgad", *told) == ["un-block-category"]
    assert blocked("un_wgad", *told, grounds__category_2=TICKED) == []
    assert blocked("un_wgad", *told, grounds__category_4=TICKED) == ["un-block-category"]  # without a fact
    assert blocked("un_wgad_urgent", *told) == []


@pytest.mark.parametrize("id", NATIONS)
def test_nobody_is_taken_without_a_name(id: str) -> None:
    assert "un-block-unnamed" in blocked(id, claim("sex", "female", LAWYER, person_id=11))


def test_special_procedures_need_a_mandate() -> None:
    assert blocked("un_special_procedures", named()) == ["un-block-mandate"]
    assert blocked("un_special_procedures", named(), grounds__mandate_torture=TICKED) == []


def test_papers_at_home_are_kept_back_by_nothing_of_this() -> None:
    kind = PAPERS.kinds["demand_for_release"]
    assert un_blocks(kind, built()) == un_notes(kind, built()) == []


def test_one_case_to_both_bodies_is_said_whichever_was_first() -> None:
    gone = CASES["disappearance"]
    assert "sent-wgeid" in noted("un_ced", *gone, complaint(911, "wgeid", sort="un_urgent"))
    assert "sent-ced" in noted("un_wgeid", *gone, complaint(911, "", sort="ced_urgent"))
    assert noted("un_ced", *gone) == noted("un_wgeid", *gone) == []


def test_older_than_three_months_or_without_a_day_is_said() -> None:
    gone = CASES["disappearance"]
    assert noted("un_wgeid", *gone, days=91) == []
    assert noted("un_wgeid", *gone, days=92) == ["older"]
    later = of_person("started", moment(3 * 24 * 60), LAWYER)
    assert noted("un_wgeid", *gone, later, days=92) == ["older"]  # from the earliest that anybody says
    assert "undated" in noted("un_wgeid", named())
    assert "older" not in noted("un_ced", *gone, days=92)


def test_whoever_was_not_told_that_decisions_are_published_is_asked_again() -> None:
    told, old, by_telephone = allowing(), allowing(wording=1), allowing(wording=0)
    assert [noted("un_wgad", named(), said)[:1] for said in (told, old, by_telephone)] == [
        ["not-latin"], ["published"], ["published"]
    ]  # fmt: skip
    assert "published" in noted("un_ccpr", named(), old)
    assert "published" not in noted("un_ced", named(), old)
    published = allowing(use="publication")
    assert "published" not in noted("un_wgad", named(), old, published)


def test_a_name_that_was_written_in_latin_letters_for_the_public_stands_in_the_form() -> None:
    public = claim("public_name", Texts("", "", "Dana Vydumanova"), COORDINATOR, person_id=11)
    tree = of(NATIONS["un_wgad"], named("Дана Выдуманова"), allowing(), public)
    assert text(tree, "un.name") == "Dana Vydumanova"
    spelt = of_person("spellings", "Dana Made-Up", LAWYER)
    assert text(of(NATIONS["un_wgad"], named("Дана Выдуманова"), allowing(), public, spelt), "un.name") == (
        "Dana Made-Up"
    )


def test_a_tick_without_a_fact_is_said_and_so_is_no_tick() -> None:
    full, kind = CASES["full"], NATIONS["un_wgad"]
    assert noted("un_wgad", *full) == []
    assert noted("un_wgad", *full, answers=ticks(kind, "category_2")) == []
    assert noted("un_wgad", *full, answers=ticks(kind, "category_2", "category_4")) == ["category-4"]
    assert noted("un_wgad", named(by=LAWYER), answers=ticks(kind, "category_1")) == ["category-1"]


def test_what_nobody_has_verified_supports_no_category() -> None:
    kind, trait = NATIONS["un_wgad"], of_person("traits", ("migrant",))
    assert "category-4" in noted("un_wgad", named(by=LAWYER), trait, answers=ticks(kind, "category_4"))
    known = claim("verification", "confirmed", LAWYER)
    assert "category-4" not in noted(
        "un_wgad", named(by=LAWYER), trait, known, answers=ticks(kind, "category_4")
    )


def test_a_name_in_latin_letters_is_as_somebody_spells_it_and_never_made_up() -> None:
    assert text(built(named("Дана Ойдан")), "un.name") == ""
    assert "not-latin" in noted("un_ced", named("Дана Ойдан", LAWYER))
    spelt = of_person("spellings", "Ойдан Д.; Dana Made-Up", LAWYER)
    assert text(built(named("Дана Ойдан"), spelt), "un.name") == "Dana Made-Up"
    tree = built(named("Dana Made-Up"))
    assert (text(tree, "un.name"), tree["un"]["is_latin"]) == ("Dana Made-Up", True)  # type: ignore[index, call-overload]


def test_who_may_not_be_named_has_no_name_in_latin_letters_either() -> None:
    tree = built(named("Dana Made-Up"), hidden=frozenset({11}))
    assert (text(tree, "un.name"), tree["un"]["is_latin"]) == ("", False)  # type: ignore[index, call-overload]


def test_of_who_may_not_be_named_nothing_else_is_told_either() -> None:
    for known in CASES.values():
        tree = built(*known, hidden=frozenset({11}), person=11)
        told = {path for path, one in each_leaf(tree) if path.startswith("person.") and one.text}
        assert told == {"person.name"}
        assert "Made-Up" not in text(tree, "person.name")


def test_what_was_sent_abroad_is_no_remedy_at_home() -> None:
    tree = built(
        named(), complaint(), complaint(911, "hrc", addressee="the Committee", sort="un_communication")
    )
    assert [row["addressee"] for row in rows(tree, "un.remedies")] == ["prosecutor of Made-Up City"]
    assert [row["addressee"] for row in rows(tree, "un.procedures")] == ["the Committee"]


def test_how_long_somebody_is_held_is_said_only_where_one_beginning_is_known() -> None:
    one, other = of_person("started", moment(0)), of_person("started", moment(90), LAWYER)
    assert text(built(named(), one), "un.held_for") == "5 hours"
    assert text(built(named(), one, other), "un.held_for") == ""
    assert text(built(named(), one, of_person("released_at", moment(100))), "un.held_for") == ""


def test_a_coarse_beginning_gives_no_hours() -> None:
    day = of_person("started", Moment(datetime(2018, 9, 17, 18, tzinfo=UTC), Precision.DAY, exact=True))
    assert text(built(named(), day), "un.held_for") == ""
    assert text(built(named(), day), "un.until") == "18 December 2018"


def test_of_a_man_nobody_asks_whether_he_is_pregnant() -> None:
    assert text(built(named(), of_person("sex", "male", LAWYER)), "un.pregnant") == "does not apply"
    assert text(built(named(), claim("urgent", ("pregnant",), LAWYER)), "un.pregnant") == "yes"
    assert text(built(named()), "un.pregnant") == ""


def test_publication_is_given_only_by_who_may_give_it() -> None:
    assert text(built(named(), allowing(use="publication")), "un.published") == "17 September 2018"
    assert text(built(named(), allowing(BYSTANDER, use="publication")), "un.published") == ""


def test_one_statement_that_nobody_has_verified_stands_with_who_says_it() -> None:
    said = of_person("nationality", "Nowhere", FAMILY)
    assert text(built(named(), said), "person.nationality") == "Nowhere (according to the family)"
    sure = of_person("nationality", "Nowhere", LAWYER)
    assert text(built(named(), sure), "person.nationality") == "Nowhere"
    marked = built(named(), of_person("traits", ("journalist",)))
    assert text(marked, "un.role") == "journalist (according to the family)"
    assert not leaf(marked, "un.role").verified


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2018, 9, 18), date(2018, 12, 18)),
        (date(2018, 11, 30), date(2019, 2, 28)),
        (date(2018, 10, 31), date(2019, 1, 31)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, after: date) -> None:
    assert months_after(day, 3) == after


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_and_note_has_its_words(language: str) -> None:
    words = load_words()
    reasons = ["unnamed", "complaint", "number", "mandate", "category"]
    said = [
        "older", "undated", "sent-ced", "sent-wgeid", *(f"category-{number}" for number in range(1, 6)),
        "not-latin", "mail", "no-mail", "translate",
    ]  # fmt: skip
    keys = [*(f"un-block-{one}" for one in reasons), *(f"un-note-{one}" for one in said)]
    assert [key for key in keys if not words.has(language, key)] == []
