"""A station that reporters name in their words stands in a paper by its name, once, and is not verified by that."""

import pytest

from tests.decisions.claims import claim
from tests.papers.matters import BYSTANDER, FAMILY, LAWYER, built, leaf, named, rows, text


@pytest.mark.parametrize(
    ("language", "name", "by"),
    [
        ("ru", "Отдел полиции, Алмалинский район", "по словам семьи"),
        ("kk", "Полиция бөлімі, Алмалы ауданы", "отбасының айтуынша"),
        ("en", "Police station, Almaly District", "according to the family"),
    ],
)
def test_a_station_of_a_reporter_is_called_in_the_papers_language(language: str, name: str, by: str) -> None:
    tree = built(claim("taken", "в Алмалинском РОВД", FAMILY), language=language)
    assert text(tree, "detention.station") == f"{name} ({by})"
    assert not leaf(tree, "detention.station").verified
    assert [row["name"] for row in rows(tree, "detention.places")] == [name]


def test_two_reporters_of_one_station_contradict_each_other_in_nothing() -> None:
    tree = built(
        named(), claim("taken", "в Алмалинском РОВД", FAMILY), claim("taken", "Алмалы ПБ", BYSTANDER)
    )
    who = "according to the family, according to a witness"
    assert text(tree, "detention.station") == f"Police station, Almaly District ({who})"
    assert len(rows(tree, "detention.places")) == 1


def test_two_stations_that_reporters_name_are_both_stated_as_claimed() -> None:
    tree = built(claim("taken", "в Алмалинском РОВД", FAMILY), claim("taken", "in Medeu ROVD", BYSTANDER))
    assert text(tree, "detention.station") == (
        "Police station, Almaly District (according to the family); "
        "Police station, Medeu District (according to a witness)"
    )


def test_what_a_lawyer_typed_stands_as_it_was_typed() -> None:
    tree = built(claim("taken", "Almaly ROVD", LAWYER))
    assert text(tree, "detention.station") == "Almaly ROVD"
