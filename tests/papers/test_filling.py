"""A template in plain text, filled with what is known: what stands in it, what does not, and where it is from."""

import pytest

from core.documents.filling import BadTemplate, FilledDocument, fill_template
from core.documents.typeset import typeset_template
from core.papers.dossier import (
    Dossier,
    Leaf,
    dossier_from_data,
    dossier_to_data,
    fingerprint,
    unverified_paths,
    without_unticked,
)
from core.papers.drafting import lacking_paths

SOURCE = """// a note
> {{ to.line }}
# Demand
{{ person.name }} is held since **{{ began }}**.
{%p if born %}
Born {{ born }}.
{%p endif %}
| place | since |
| {%tr for one in places %} |
| {{ one.name }} | {{ one.since }} |
| {%tr endfor %} |
"""
DOSSIER: Dossier = {
    "to": {"line": Leaf("To the prosecutor", ("law:office",))},
    "person": {"name": Leaf("Made-Up {{ 7*7 }} <b>=cmd()\u202e", ("claim:1",))},
    "began": Leaf("15:00", ("claim:2", "claim:3"), verified=False),
    "born": Leaf(""),
    "places": ({"name": Leaf("Station 1", ("claim:4",)), "since": Leaf("")},),
}


def document(dossier: Dossier = DOSSIER, source: str = SOURCE) -> FilledDocument:
    return fill_template(typeset_template(source), dossier, lambda path: f"[not known: {path}]")


def test_a_paper_says_what_is_known_and_that_something_is_not() -> None:
    assert document().text.split("\n\n") == [
        "To the prosecutor", "Demand", "Made-Up {{ 7*7 }} <b>=cmd() is held since 15:00.",
        "place | since", "Station 1 | [not known: places.0.since]",
    ]  # fmt: skip


def test_each_sentence_knows_what_it_is_made_of() -> None:
    assert [one.paths for one in document().sentences][:3] == [("to.line",), (), ("person.name", "began")]


@pytest.mark.slow
def test_the_same_is_the_same_bytes() -> None:
    assert document().content == document().content
    assert "\ue000".encode() not in document().content


@pytest.mark.slow
def test_what_is_not_verified_is_left_out_unless_it_is_ticked() -> None:
    assert unverified_paths(DOSSIER) == ["began"]
    assert "since [not known: began]" in document(without_unticked(DOSSIER, ())).text
    assert "since 15:00" in document(without_unticked(DOSSIER, {"began"})).text


def test_what_a_template_asks_for_and_nobody_knows_of_is_refused() -> None:
    with pytest.raises(BadTemplate, match="nobody"):
        document(source="{{ person.nobody }}")


def test_a_dossier_is_kept_and_read_back() -> None:
    assert dossier_from_data(dossier_to_data(DOSSIER)) == DOSSIER
    assert fingerprint(dossier_from_data(dossier_to_data(DOSSIER))) == fingerprint(DOSSIER)
    assert lacking_paths(DOSSIER, ["person.name", "born", "places"]) == ["born"]
