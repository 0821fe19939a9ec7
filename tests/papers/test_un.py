"""Papers for bodies of the United Nations: what they say of made-up cases, and that nothing is claimed without a fact."""

import re
from pathlib import Path

import pytest

from core.documents.filling import fill_template
from core.documents.typeset import typeset_template
from core.papers.catalogue import LeafShape, ListShape, shape_of
from core.papers.dossier import Leaf, each_leaf, node_at, unverified_paths, without_unticked
from core.papers.un_papers import SUPPORTS
from core.resources.word_files import load_words
from core.values import Texts
from tests.decisions.claims import claim
from tests.papers.matters import BYSTANDER, COORDINATOR, FAMILY, LAWYER, moment, named
from tests.papers.nations import (
    CASES,
    DETAINED,
    NATIONS,
    PERSON,
    complaint,
    of,
    of_person,
    overrun,
    ticks,
)
from tests.papers.plainly import source, written

EXPECTED = Path(__file__).parent / "expected"
# Which case is shown for which paper; all of it is ticked.
SHOWN = {
    f"{id}-{case}.{language}": (id, case, language)
    for id, cases in {
        "un_wgad": ("full", "poor"), "un_wgad_urgent": ("full", "minor"), "un_special_procedures": ("full",),
        "un_wgeid": ("disappearance", "poor"), "un_ced": ("disappearance",), "un_ccpr": ("full", "minor"),
    }.items()
    for case in cases
    for language in NATIONS[id].languages
}  # fmt: skip
NO_FACTS = "The source puts forward no facts under this question."
LEFT_OVER = re.compile(r"[{}]|  | [.,;:)]|\(\)|\( |\.\.|,,|;;|:\.|None|True|False|\*\*|%")
# What PAPERS and the forms ask for, as paths.
ASKED = {
    "un_wgad": "person.name person.sex person.born person.nationality person.id_document person.occupation"
    " person.address detention.began case.place detention.by detention.decision detention.stated"
    " detention.article un.held_for detention.station answers.holder answers.ordered detention.places"
    " case.narrative overruns case.event case.link grounds.counsel_refused un.statement un.migrant"
    " person.traits un.remedies answers.no_remedies organisation.name organisation.address"
    " organisation.mail signer.name paper.date consent.given_by",
    "un_wgad_urgent": "urgency person.name detention.began case.place detention.by detention.station case.narrative",
    "un_special_procedures": "person.name consent.given_by un.published detention.by answers.evidence detention.began"
    " case.place case.narrative answers.feared un.remedies un.procedures other_procedure reporter.relation"
    " answers.confidential witnesses risk",
    "un_wgeid": "person.name person.id_document person.photo_known case.day case.place detention.by calls un.remedies"
    " answers.searched organisation.name person.father person.born person.sex person.family_status"
    " person.occupation un.pregnant person.age detention.began witnesses answers.seen_later"
    " answers.why_state consent.given_by un.until",
    "un_ced": "complaint.date complaint.number complaint.body person.name case.day case.place detention.by"
    " organisation.name calls un.remedies un.procedures other_procedure",
    "un_ccpr": "case.chronology un.remedies answers.articles answers.exhausted answers.remedy answers.interim"
    " urgency answers.copies other_procedure proceedings",
}  # fmt: skip

each_paper = pytest.mark.parametrize("id", NATIONS)
each_version = pytest.mark.parametrize(
    ("id", "language"), [(id, language) for id, kind in NATIONS.items() for language in kind.languages]
)


def shown(name: str) -> str:
    id, case, language = SHOWN[name]
    kind = NATIONS[id]
    marks = (overrun(),) if case == "full" else ()
    tree = of(kind, *CASES[case], language=language, answers=ticks(kind), marks=marks)
    ticked = [path for path in unverified_paths(tree) if case == "minor" or path.startswith("overrun")]
    return written(id, language, without_unticked(tree, ticked)) + "\n"


def said(id: str, *claims: object, ticked: bool = False, **more: object) -> str:
    tree = of(NATIONS[id], *claims, **more)  # type: ignore[arg-type]
    return written(id, "en", without_unticked(tree, unverified_paths(tree) if ticked else ()))


@pytest.mark.parametrize("name", SHOWN)
def test_papers_say_what_somebody_has_read(name: str) -> None:
    assert shown(name) == (EXPECTED / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_left_over_of_marks(name: str) -> None:
    assert LEFT_OVER.search(shown(name)) is None


@each_version
def test_whatever_is_required_or_asked_for_stands_in_the_paper(id: str, language: str) -> None:
    text, kind = source(id, language), NATIONS[id]
    assert [path for path in (*kind.required, *kind.wanted) if not re.search(rf"\b{path}\b", text)] == []
    assert [path for path in ASKED[id].split() if not re.search(rf"\b{path}\b", text)] == []
    assert all(isinstance(shape_of(path), LeafShape | ListShape) for path in ASKED[id].split())


@each_version
def test_what_is_required_and_not_known_is_printed_as_missing(id: str, language: str) -> None:
    kind = NATIONS[id]
    tree = of(kind, language=language)
    text = written(id, language, tree)
    unknown = [
        path for path in kind.required if isinstance(leaf := node_at(tree, path), Leaf) and not leaf.text
    ]
    assert len(unknown) > 3
    assert [path for path in unknown if f"[{path}]" not in text and path != "case.narrative"] == []


@each_version
def test_every_path_that_can_be_asked_has_its_words_in_each_language(id: str, language: str) -> None:
    words, kind = load_words(), NATIONS[id]
    for path in (*kind.required, *kind.wanted):
        dashed = re.sub(r"[._]", "-", path)
        assert all(words.has(one, f"paper-field-{dashed}") for one in ("kk", "ru", "en")), path
        if not path.startswith(("grounds.", "paper.", "organisation.name", "signer.")):
            assert all(words.has(one, f"paper-ask-{dashed}") for one in ("kk", "ru", "en")), path


@each_paper
def test_a_form_that_is_remembered_says_so_where_the_template_begins_and_not_in_the_paper(id: str) -> None:
    kind = NATIONS[id]
    assert kind.from_memory
    for language in kind.languages:
        head = [line for line in source(id, language).splitlines() if line.startswith("//")]
        assert "FROM MEMORY" in " ".join(head) or "ПО ПАМЯТИ" in " ".join(head)
    assert "memory" not in said(id, *PERSON, *DETAINED).lower()


@each_paper
def test_two_people_make_it_and_the_name_needs_consent(id: str) -> None:
    kind = NATIONS[id]
    assert (kind.two_people, kind.use, kind.about) == (True, "authorities", "person")


@pytest.mark.parametrize("category", SUPPORTS)
def test_a_category_without_a_fact_is_missing_and_with_one_is_argued_from_it(category: str) -> None:
    text = said("un_wgad", named(by=LAWYER), answers={f"grounds.{category}": "18 September 2018, 18:00"})
    assert f"[un.{category}]" in text
    full = said(
        "un_wgad", *PERSON, *DETAINED, answers=ticks(NATIONS["un_wgad"], category), marks=(overrun(),)
    )
    assert (f"[un.{category}]" in full) == (category == "category_4")
    assert full.count(NO_FACTS) == 4


def test_all_five_questions_are_asked_and_none_is_argued_that_nobody_ticked() -> None:
    text = said("un_wgad", *PERSON, *DETAINED)
    part = text.split("V. Why the source")[1].split("VI. Steps")[0]
    assert [line[: line.index(". ")] for line in part.splitlines() if line.endswith("?")] == [
        "I", "II", "III", "IV", "V"
    ]  # fmt: skip
    assert part.count(NO_FACTS) == 5


def test_nobody_asks_for_confidentiality_whom_nobody_has_asked() -> None:
    for id in ("un_wgad", "un_wgad_urgent", "un_special_procedures", "un_wgeid"):
        question = "Whether the source asks that its identity be kept confidential"
        assert f"{question}: [un.confidential]" in said(id, *PERSON)
        assert f"{question}: yes" in said(id, *PERSON, claim("source_hidden", "yes", LAWYER))
        assert f"{question}: no" in said(id, *PERSON, claim("source_hidden", "no", LAWYER))
        assert "The source asks" not in said(id, *PERSON, *DETAINED)


def test_the_circumstances_are_composed_of_what_is_verified_each_with_its_source() -> None:
    told = claim("public_line", Texts("", "", "She was reporting when she was taken."), COORDINATOR)
    part = said("un_wgad", *PERSON, *DETAINED, told).split("IV. Circumstances")[1].split("V. Why")[0]
    for words in (
        "What it was about, and what the person was kept from: a peaceful assembly",
        "The person's link to it: reported from the assembly",
        "by: police, people in plain clothes",
        "Reasons given: to clear up a matter",
        "She was reporting when she was taken.",
        "18 September 2018, 17:00: the lawyer was not let in",
    ):
        assert words in part
    unsure = claim("event", "what only a stranger says", BYSTANDER)
    assert "stranger" not in said("un_wgad", *PERSON, unsure)


def test_the_authority_that_issued_the_warrant_is_asked_for() -> None:
    line = "5. Authority that issued the warrant or decision: "
    assert f"{line}[answers.warrant_by]" in said("un_wgad", *PERSON)
    assert f"{line}Made-Up Court" in said("un_wgad", answers={"answers.warrant_by": "Made-Up Court"})


@pytest.mark.parametrize("category", SUPPORTS)
def test_what_supports_a_category_is_what_its_paragraphs_ask_for(category: str) -> None:
    part = source("un_wgad", "en").split(f"{{%p if grounds.{category} %}}")[1]
    missing = part.split(f"un.{category}")[0]
    assert [path for path in SUPPORTS[category] if path not in missing] == []


def test_what_contradicts_stands_with_who_says_it() -> None:
    text = said("un_wgad", *PERSON, *DETAINED)
    assert "15:00 (according to the family); 16:10 (according to the lawyer)" in text


def test_what_nobody_verified_is_left_out_and_if_ticked_stands_as_claimed() -> None:
    claims = (named(by=LAWYER), of_person("started", moment(0), FAMILY))
    assert "15:00" not in said("un_wgad", *claims)
    assert "18 September 2018, 15:00 (according to the family)" in said("un_wgad", *claims, ticked=True)


def test_interim_measures_stand_on_the_first_page_where_there_is_a_risk_and_nowhere_else() -> None:
    urgent = said("un_ccpr", *CASES["minor"])
    assert urgent.index("INTERIM MEASURES") < urgent.index("1. The author")
    assert "INTERIM" not in said("un_ccpr", *PERSON, *DETAINED)


def test_within_three_months_it_is_urgent_and_later_it_is_not() -> None:
    gone = CASES["disappearance"]
    assert "Urgent procedure." in said("un_wgeid", *gone, days=90)
    assert "open until 18 December 2018" in said("un_wgeid", *gone, days=90)
    assert "Standard procedure." in said("un_wgeid", *gone, days=93)
    assert "[un.until]" in said("un_wgeid", *PERSON)


def test_a_refusal_to_register_stands_in_place_of_the_number() -> None:
    text = said("un_ced", *PERSON, complaint(reference="", unregistered=True))
    assert "Number: none; the body refused to register it" in text
    assert "Number: [complaint.number]" in said("un_ced", *PERSON, complaint(reference=""))


def test_the_document_says_what_the_text_says() -> None:
    kind = NATIONS["un_ccpr"]
    tree = without_unticked(of(kind, *CASES["full"], answers=ticks(kind)), ())
    document = fill_template(typeset_template(source(kind.id, "en"), "en"), tree, lambda path: f"[{path}]")
    words = re.sub(r"[\s|–_]+", "", written(kind.id, "en", tree)).replace("-", "")
    assert re.sub(r"[\s|–_…]+", "", document.text).replace("-", "").replace("...", "") == words


def test_each_fact_of_a_paper_is_known_by_its_source() -> None:
    tree = of(NATIONS["un_wgad"], *CASES["full"], marks=(overrun(),))
    assert [path for path, leaf in each_leaf(tree) if leaf.text and not leaf.origins] == []
