"""Papers for authorities and courts of Kazakhstan, of a made-up dossier in which all is known, or little, or nothing."""

import re
from pathlib import Path

import pytest

from core.documents.filling import fill_template
from core.documents.typeset import typeset_template
from core.papers.drafting import lacking_paths
from core.papers.paper_kinds import PaperGroup
from core.resources.paper_files import Papers
from core.resources.word_files import load_words
from tests.papers.made_up import ADMINISTRATIVE, ALL, CRIMINAL, LANGUAGES, dossier
from tests.papers.plainly import said, source

EXPECTED = Path(__file__).parent / "expected"
PAPERS = Papers("kz")
HOME = {id: kind for id, kind in PAPERS.kinds.items() if kind.group == PaperGroup.HOME}
REGIMES = {"": CRIMINAL, "-administrative": ADMINISTRATIVE}
BOTH = ("demand_for_release", "detention_complaint", "copies_demand")  # differ by the sort of detention
SHOWN = {
    f"{id}{regime}.{language}": (id, REGIMES[regime], language)
    for id in HOME
    for regime in (REGIMES if id in BOTH else [""])
    for language in LANGUAGES
}
DECLINED = frozenset({"person.name_genitive", "person.name_accusative"})
UNKNOWN = ALL - {one for one in ALL if re.search(r"is_criminal|is_administrative", one)}
OVERRUN = {one for one in ALL if one.startswith("overrun.")}  # known or not together
LEFT_OVER = re.compile(r"[\[\]{}]|  | [.,;:)]|\(\)|\( |\.\.|,,|;;|:\.|None|True|False|\*\*|%")

each_paper = pytest.mark.parametrize("id", HOME)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def shown(name: str) -> str:
    id, known, language = SHOWN[name]
    return said(HOME[id], language, known) + "\n"


def test_there_is_a_paper_for_each_step_that_the_law_knows() -> None:
    assert set(HOME) == {
        "administrative_appeal", "arrest_appeal", "copies_demand", "demand_for_release", "detention_complaint",
        "judge_complaint", "motion", "remand_appeal", "torture_complaint", "whereabouts_complaint",
    }  # fmt: skip
    assert all(set(kind.languages) == set(LANGUAGES) for kind in HOME.values())


@pytest.mark.parametrize("name", SHOWN)
def test_papers_say_what_somebody_has_read(name: str) -> None:
    assert shown(name) == (EXPECTED / f"{name}.txt").read_text("utf-8")


@each_paper
@in_each_language
def test_nothing_is_left_over_whatever_is_known(id: str, language: str) -> None:
    kind = HOME[id]
    least = frozenset({*kind.required, "paper.time", "person.is_named"})
    without = (ALL - {one} for one in ALL - least - OVERRUN)
    for known in (CRIMINAL, ADMINISTRATIVE, UNKNOWN, CRIMINAL - DECLINED, least, least | OVERRUN, *without):
        found = LEFT_OVER.search(said(kind, language, known))
        assert found is None, (found, ALL - known)


@each_paper
@in_each_language
def test_what_is_required_and_not_known_stands_in_the_paper_and_is_listed(id: str, language: str) -> None:
    kind = HOME[id]
    nothing = frozenset({"person.is_named"})  # where it may not be named, somebody writes it in by hand
    text = said(kind, language, nothing)
    assert [path for path in kind.required if f"[{path}]" not in text] == []
    assert lacking_paths(dossier(kind, language, nothing), kind.required) == list(kind.required)
    assert lacking_paths(dossier(kind, language, ALL), (*kind.required, *kind.wanted)) == []


@each_paper
@in_each_language
def test_a_paper_is_the_same_of_a_man_of_a_woman_and_of_whom_it_is_not_known(id: str, language: str) -> None:
    kind = HOME[id]
    woman, man = ALL - {"person.is_male"}, ALL - {"person.is_female"}
    assert said(kind, language, woman) == said(kind, language, man) == said(kind, language, woman & man)


@each_paper
@in_each_language
def test_a_name_that_cannot_be_declined_stands_as_it_is(id: str, language: str) -> None:
    kind = HOME[id]
    text = said(kind, language, CRIMINAL - DECLINED)
    tree = dossier(kind, language)
    assert tree["person"]["name"].text in text  # type: ignore[index, union-attr, call-overload]
    for case in ("name_genitive", "name_accusative"):
        assert tree["person"][case].text not in text  # type: ignore[index, union-attr, call-overload]


@each_paper
def test_both_languages_say_it_under_the_same_conditions_and_cite_the_same(id: str) -> None:
    conditions = r"{%p? *(?:el)?(?:if|for) (.+?) %}"
    said_if = {language: sorted(re.findall(conditions, source(id, language))) for language in LANGUAGES}
    cited = {language: sorted(re.findall(r"law\.\w+", source(id, language))) for language in LANGUAGES}
    assert said_if["ru"] == said_if["kk"]
    assert cited["ru"] == cited["kk"]


@each_paper
def test_a_paper_cites_all_articles_that_it_lists_and_no_other(id: str) -> None:
    listed = {re.sub(r"[^a-z0-9]+", "_", one).strip("_") for one in HOME[id].articles}
    assert set(re.findall(r"law\.(\w+)", source(id, "ru"))) == listed


@pytest.mark.parametrize(("id", "language"), [("demand_for_release", "ru"), ("judge_complaint", "kk")])
def test_the_document_says_what_the_text_says(id: str, language: str) -> None:
    kind = HOME[id]
    document = fill_template(
        typeset_template(source(id, language), language),
        dossier(kind, language, CRIMINAL),
        lambda path: f"[{path}]",
    )
    lines = [line.removeprefix("– ") for line in document.text.split("\n\n")]
    assert lines == said(kind, language, CRIMINAL).splitlines()


@each_paper
@in_each_language
def test_whatever_a_paper_lacks_has_a_name_and_a_question_where_one_is_asked(id: str, language: str) -> None:
    words = load_words()
    paths = [path for path in (*HOME[id].required, *HOME[id].wanted) if not path.startswith("to.")]
    labels = [f"paper-field-{re.sub('[._]', '-', path)}" for path in paths]
    asks = [f"paper-ask-{re.sub('[._]', '-', path)}" for path in paths if path.startswith("answers.")]
    assert [key for key in (*labels, *asks) if not words.has(language, key)] == []


def test_no_sentence_begins_with_a_name_because_of_somebody_it_is_not_known() -> None:
    begun = [
        file.as_posix()
        for file in (Path(__file__).parents[2] / "core/jurisdictions").glob("*/papers/*/*.txt")
        if any(line.startswith("{{ person.name }}") for line in file.read_text("utf-8").splitlines())
    ]
    assert begun == []
