"""The country's clocks are checked when they are read: every mistake at once, with its file and row; nothing is invented."""

import tomllib
from copy import deepcopy
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from core.clocks.clock_rows import FIRST_SAID, AtEnd, ClockRegime, Law, LawError, RowSureness, read_law
from core.clocks.subjects import ENDED
from core.model import LANGUAGES
from core.resources.law_files import load_law
from core.resources.word_files import load_words

WHERE = "core/jurisdictions/kz"


def sheet(name: str) -> dict[str, Any]:
    return tomllib.loads((files("core.jurisdictions") / "kz" / name).read_text("utf-8"))


def read(**changed: Any) -> Law:
    """The law of Kazakhstan with its first row changed."""
    clocks = deepcopy(sheet("clocks.toml"))
    clocks["clock"][0] |= changed
    return read_law(clocks, sheet("articles.toml"), WHERE)


def test_the_rows_of_kazakhstan_are_read_and_none_is_signed_by_its_file() -> None:
    law = load_law("kz")
    assert [row.id for row in law] == [row["id"] for row in sheet("clocks.toml")["clock"]]
    assert all(row.source and row.names.keys() == set(LANGUAGES) for row in law)
    assert not any("reviewed" in row.text or "signed" in row.text for row in law)


def test_a_country_without_clocks_has_none() -> None:
    assert load_law("nowhere") == ()


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "kind": ({"starts": ["arrested"]}, "starts has 'arrested'"),
    "kind that is no moment": ({"stops": ["where"]}, "stops has 'where'"),
    "end": ({"at_end": "bell"}, "at_end is 'bell': use overrun, ask, term"),
    "regime": ({"regimes": ["military"]}, "regimes has 'military'"),
    "situation": ({"situations": ["party"]}, "situations has 'party'"),
    "length without a number": ({"lengths": [{"hours": 0}]}, "a whole number above 0"),
    "length in words": ({"lengths": [{"hours": "three"}]}, "a whole number above 0"),
    "length that is true": ({"lengths": [{"hours": True}]}, "a whole number above 0"),
    "two units": ({"lengths": [{"hours": 3, "days": 1}]}, "one of hours, days, months"),
    "field of a length": (
        {"lengths": [{"hours": 3, "holds": "x"}]},
        "'holds', which is no field of a length",
    ),
    "regime of a length": ({"lengths": [{"hours": 3, "regimes": ["x"]}]}, "has the regime 'x'"),
    "minor": ({"lengths": [{"hours": 3, "minor": "yes"}]}, "minor = 'yes': true or false"),
    "article": ({"articles": ["cao-1000"]}, "articles has 'cao-1000', which articles.toml does not know"),
    "day": ({"valid_to": "30.6.2026"}, "valid_to is '30.6.2026': write a day as 2026-06-30"),
    "sure": ({"sure": "quite"}, "sure is 'quite': use A, B, C, ?"),
    "name": ({"kk": " "}, "kk is empty"),
    "note": ({"note": {"en": "x"}}, "note is needed in kk, ru, en"),
    "type": ({"starts": "started"}, "starts is 'started': it must be a list"),
    "field": ({"reviewed_by": "somebody"}, "reviewed_by is no field of a clock"),
    "twice": ({"id": "remand"}, "another row has this id"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_row(mistake: str) -> None:
    changed, told = MISTAKES[mistake]
    with pytest.raises(LawError) as caught:
        read(**changed)
    assert told in str(caught.value)
    assert f"{WHERE}/clocks.toml, row " in str(caught.value)


def test_an_article_whose_act_has_no_name_is_told() -> None:
    articles = deepcopy(sheet("articles.toml"))
    del articles["acts"]["cao"]
    with pytest.raises(LawError, match="whose act has no name in"):
        read_law(sheet("clocks.toml"), articles, WHERE)


def test_all_mistakes_are_told_at_once() -> None:
    clocks = deepcopy(sheet("clocks.toml"))
    clocks["clock"][0]["starts"] = ["arrested"]
    clocks["clock"][1]["articles"] = ["cao-1000"]
    del clocks["clock"][2]["stops"]
    with pytest.raises(LawError) as caught:
        read_law(clocks, sheet("articles.toml"), WHERE)
    told = str(caught.value)
    assert all(
        part in told for part in ("row 1 (administrative-detention)", "row 2 ", "row 3 ", "stops is missing")
    )


def test_the_terms_of_section_d_stand_as_they_are_known() -> None:
    law = {row.id: row for row in load_law("kz")}
    lengths = {
        id: {
            (length.text, tuple(sorted(length.regimes)), length.minor, length.doubtful)
            for length in row.lengths
        }
        for id, row in law.items()
    }
    assert lengths["administrative-detention"] == {
        ("3h", ("administrative",), None, False),
        ("3h", ("arrestable",), True, True),
    }
    assert law["administrative-detention"].starts == ("started",)  # and not the delivery
    assert lengths["administrative-detention-extended"] == {
        ("24h", ("arrestable",), None, False),
        ("48h", ("border",), None, False),
    }
    assert lengths["detention-without-court"] == {
        ("48h", ("criminal",), False, False),
        ("24h", ("criminal", "criminal_grave"), True, False),
        ("72h", ("criminal_grave",), False, False),
    }
    assert {one[0] for one in lengths["criminal-prosecutor"]} == {"12h"}
    assert law["criminal-prosecutor"].starts == ("protocol",)
    assert law["relatives-told"].lengths == ()  # at once, and no twelve hours
    texts = {id: {one[0] for one in found} for id, found in lengths.items()}
    assert texts["administrative-appeal"] == {"10d"}
    assert (
        texts["remand-appeal"]
        == texts["ruling-copy"]
        == texts["complaint-reply"]
        == texts["motion-reply"]
        == {"3d"}
    )
    assert texts["first-interrogation"] == texts["administrative-hearing"] == {"24h"}
    assert texts["complaint-court"] == {"15d"}
    assert law["complaint-court"].starts == ("complaint_answered",)
    assert law["no-clock-known"].lengths == ()
    assert law["no-clock-known"].articles["en"] == ()


def test_what_rests_on_the_constitution_of_1995_ends_with_it() -> None:
    law = {row.id: row for row in load_law("kz")}
    resting = [
        row for row in law.values() if any(id.startswith("constitution-1995") for id in row.article_ids)
    ]
    assert resting
    for row in resting:
        assert row.holds(date(2026, 6, 30))
        assert not row.holds(date(2026, 7, 1))


def test_whoever_reads_of_a_clock_has_words_for_each_part_of_it() -> None:
    words, needed = (
        load_words(),
        {f"clock-from-{ENDED}", f"clock-from-{FIRST_SAID}"} - {f"clock-from-{ENDED}"},
    )
    for row in load_law("kz"):
        needed |= {f"clock-from-{kind}" for kind in (*row.starts, *row.else_from, *row.stops)}
        needed |= {f"clock-{length.unit}" for length in row.lengths}
    needed |= {f"clock-{end}" for end in AtEnd if end is not AtEnd.OVERRUN}
    needed |= {f"regime-{regime}" for regime in ClockRegime} | {f"law-end-{end}" for end in AtEnd}
    missing = [(one, key) for one in LANGUAGES for key in needed if not words.has(one, key.replace("_", "-"))]
    assert missing == []
    assert len(RowSureness) == 4


def test_it_is_cited_as_lawyers_do_in_their_language() -> None:
    (row,) = (row for row in load_law("kz") if row.id == "detention-without-court")
    assert row.articles["ru"] == ("УПК 131(4)", "УПК 128(5)", "УПК 133(2)")
    assert row.articles["kk"][0] == "ҚПК 131(4)"
    assert row.articles["en"][0] == "CPC 131(4)"
