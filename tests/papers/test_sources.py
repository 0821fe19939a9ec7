"""Beside a paper lies a list: each sentence, and who says what stands in it; declined names first."""

from core.documents.filling import fill_template
from core.documents.sources import SourceHeadings, fact_origins, make_source_sheet, unsourced_paths
from core.documents.typeset import typeset_template
from core.papers.dossier import Dossier, Leaf

DOSSIER: Dossier = {
    "person": {
        "name_accusative": Leaf("Сделану Выдуманную", ("claim:1", "derived:declension")),
        "born": Leaf(""),
    },
    "detention": {"began": Leaf("15:00", ("claim:2", "claim:3"), verified=False)},
    "law": {"cpc_133_2": Leaf("CPC 133(2)", ("law:cpc-133(2)",))},
}
SAYS = {
    "claim:1": "the lawyer, 14:20", "claim:2": "report by a relative", "claim:3": "report by a relative",
    "law:cpc-133(2)": "not checked by a lawyer", "derived:declension": "declined by the program",
}  # fmt: skip
SOURCE = """A fixed sentence.
{%p if detention.began %}
Let go at once.
{%p endif %}
Release {{ person.name_accusative }}, held since {{ detention.began }} ({{ law.cpc_133_2 }}).
{{ person.born }}"""
MADE = fill_template(
    typeset_template(SOURCE),
    DOSSIER,
    str,
)
LISTED = make_source_sheet(
    MADE.sentences,
    DOSSIER,
    SourceHeadings("Where it is from", "Please check", " (unverified)", "the template", "nobody"),
    lambda path: path,
    SAYS,
)


def test_each_sentence_is_listed_with_who_says_it_and_declined_names_come_first() -> None:
    assert LISTED.text.split("\n\n") == [
        "Where it is from",
        "Please check\n– Сделану Выдуманную",
        "«A fixed sentence.»\n← the template",
        "«Let go at once.»\n← detention.began: report by a relative (unverified)",
        "«Release Сделану Выдуманную, held since 15:00 (CPC 133(2)).»\n"
        "← person.name_accusative: the lawyer, 14:20\n"
        "← detention.began: report by a relative (unverified)\n"
        "← law.cpc_133_2: not checked by a lawyer",
        "«person.born»\n← person.born: nobody",
    ]


def test_a_sentence_that_nobody_has_said_is_told_apart() -> None:
    assert unsourced_paths(MADE.sentences, DOSSIER) == []
    unsaid = {
        **DOSSIER,
        "person": {"name_accusative": Leaf("Сделану", ("derived:declension",)), "born": Leaf("1990")},
    }
    made = fill_template(typeset_template(SOURCE), unsaid, str)
    assert unsourced_paths(made.sentences, unsaid) == ["person.name_accusative", "person.born"]


def test_whoever_lists_them_looks_up_each_origin_once() -> None:
    assert sorted(fact_origins(MADE.sentences, DOSSIER)) == sorted(SAYS)


def test_nothing_of_the_list_is_in_the_paper() -> None:
    assert "relative" not in MADE.text
