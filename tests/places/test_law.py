"""The legal sheets hold what the design pages say, each row with its source, and nothing reads as verified by itself."""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from core.casework.proceedings import ProceedingKind
from core.resources.law_files import charge_of, known_charges

CHARGE = {"article", "sort", "kk", "ru", "en"}
BODY = {"id", "kk", "ru", "en", "said", "source"}
RIGHT = {
    "id", "topics", "articles", "source", "valid_from", "valid_to", "reviewed_by", "reviewed_on", "kk", "ru", "en",
}  # fmt: skip


def rows(sheet: str, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(
        (files("core.jurisdictions") / "kz" / sheet).read_text("utf-8")
    )[kind]
    return found


@pytest.mark.parametrize(
    ("sheet", "kind", "fields", "count"),
    [
        ("articles.toml", "charge", CHARGE, 11),
        ("bodies.toml", "body", BODY, 8),
        ("rights.toml", "right", RIGHT, 11),
    ],
)
def test_a_sheet_is_whole(sheet: str, kind: str, fields: set[str], count: int) -> None:
    found = rows(sheet, kind)
    assert len(found) == count
    assert len({row.get("id", row.get("article")) for row in found}) == count
    for row in found:
        assert set(row) == fields, row
        assert row.get("source", "a row of its own"), row
        for when in ("valid_from", "valid_to", "reviewed_on"):
            assert not row.get(when) or date.fromisoformat(row[when])
        assert bool(row.get("reviewed_by")) == bool(row.get("reviewed_on")), row


def test_what_rests_on_the_old_constitution_ends_with_it() -> None:
    ends = {row["id"]: row["valid_to"] for row in rows("articles.toml", "article")}
    assert ends["constitution-1995-16"] == ends["constitution-1995-21"] == "2026-06-30"


def test_a_charge_is_an_article_and_a_sort_of_proceedings() -> None:
    articles = {row["id"] for row in rows("articles.toml", "article")}
    for charge in rows("articles.toml", "charge"):
        assert charge["article"].partition("(")[0] in articles
        assert charge["sort"] in set(ProceedingKind)


def test_what_may_be_chosen_is_that_of_the_sort_and_a_country_may_have_none() -> None:
    assert [charge.id for charge in known_charges(ProceedingKind.CRIMINAL, "kz")] == ["cc-274"]
    assert charge_of("cao-488", "kz") is not None
    assert known_charges(ProceedingKind.CRIMINAL, "xx") == ()
    assert charge_of("488 typed by hand", "kz") is None
