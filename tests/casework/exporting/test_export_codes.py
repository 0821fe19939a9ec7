"""HURIDOCS codes beside our own values: right where the old vocabulary's Russian terms are wrong, and none invented."""

import re

from core.casework.claim_kinds import KINDS
from core.exporting import codebook
from core.exporting.codes import CODES, CodeFit, code_of, digits_of
from core.exporting.exported_case import READ_KINDS, UNREAD_KINDS
from core.exporting.table_columns import CODEBOOK_COLUMNS as BOOK_COLUMNS
from core.exporting.table_columns import CODED_COLUMNS, DAY_COLUMNS, SCHEMA, TABLES
from core.model import LANGUAGES
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_words
from handlers.forms import report_form
from tests.project.tree import ROOT

BOOK = {
    (row[0], row[1]): dict(zip(("field", "value", "list", "code", "fit", *LANGUAGES), row, strict=True))
    for row in codebook.codebook_rows(load_words().say, load_gazetteer("kz"), ["almaty"])
}

WITHOUT = ("incidents", "links", "codebook", "days")  # tables whose records say no source


def test_likely_and_unlikely_are_not_swapped() -> None:
    likely, unlikely = BOOK["verification", "likely"], BOOK["verification", "unlikely"]
    assert (likely["list"], likely["code"]) == (41, "040000000000")
    assert (unlikely["list"], unlikely["code"]) == (41, "020000000000")
    assert likely["ru"] == "вероятно"
    assert unlikely["ru"] == "маловероятно"


def test_a_bystander_is_no_witness() -> None:
    assert BOOK["traits", "bystander"]["code"] == "060200000000"
    assert "видетел" not in str(BOOK["traits", "bystander"]["ru"])


def test_whereabouts_are_told_by_codes_that_were_not_swapped() -> None:
    assert BOOK["acknowledged", "denied"]["code"] == "020000000000"
    assert BOOK["acknowledged", "concealed"]["code"] == "010200000000"
    # Who is "not permitted" is swapped there: neither counsel nor organisations are said by a code.
    assert not any(code.digits.startswith("010102") for code in CODES["acknowledged"].values())


def test_an_estimate_is_not_called_established() -> None:
    assert all(code.digits != "010000000000" for code in CODES["precision"].values())


def test_what_fits_no_code_has_none() -> None:
    for field, value in (
        ("status", "witness"),
        ("status", "witness_defence"),
        ("act", "summons"),
        ("act", "prosecution"),
    ):
        assert (BOOK[field, value]["code"], BOOK[field, value]["fit"]) == ("", "none")
    assert BOOK["act", "blockade"]["fit"] == "near"
    assert BOOK["act", "abduction"]["fit"] == "exact"


def test_every_code_has_twelve_digits_two_a_level_and_its_list() -> None:
    for column, codes in CODES.items():
        for value, code in codes.items():
            assert re.fullmatch(r"\d{12}", code.digits), (column, value)
            assert code.list in (4, 7, 19, 20, 22, 23, 24, 25, 27, 29, 30, 31, 36, 41, 42, 48)
            levels = re.findall("..", code.digits)
            filled = [level != "00" for level in levels]
            assert filled == sorted(filled, reverse=True), (column, value)  # noughts only behind
            assert code.fit is not CodeFit.NONE


def test_every_value_has_our_words_in_three_languages() -> None:
    for row in BOOK.values():
        assert all(row[language] for language in LANGUAGES), row
    fields = {field for field, _ in BOOK}
    assert set(CODED_COLUMNS.values()) <= fields


def test_the_codebook_has_every_value_that_a_claim_can_have() -> None:
    assert (
        *dict.fromkeys(report_form.URGENT),
        *(one for one in codebook.URGENT if one not in report_form.URGENT),
    ) == codebook.URGENT
    for field, codes in CODES.items():
        for value in codes:
            if field not in ("link_kind",):
                assert (field, value) in BOOK, (field, value)


def test_several_values_are_several_codes_and_strange_ones_none() -> None:
    assert digits_of("perpetrators", "police|unknown") == "010104000000|990000000000"
    assert digits_of("perpetrators", "of a later version") == ""
    assert code_of("act", "of a later version").fit is CodeFit.NONE


def test_columns_stand_once_and_kinds_are_read_or_not() -> None:
    for columns in TABLES.values():
        assert len(set(columns)) == len(columns)
    assert set(KINDS) == READ_KINDS | UNREAD_KINDS


def test_the_handbook_names_every_table_and_column() -> None:
    text = (ROOT / "docs/law/exports.md").read_text(encoding="utf-8")
    for table, columns in (*TABLES.items(), ("codebook", BOOK_COLUMNS), ("days", DAY_COLUMNS)):
        (row,) = [line for line in text.splitlines() if line.startswith(f"| {table} |")]
        tail = next(line for line in text.splitlines() if line.startswith("| all but incidents"))
        told = re.findall(r"`(\w+)`|…", row)  # … is where the tail stands, if columns came behind it
        tail_at = told.index("") if "" in told else len(told)
        beside = re.findall(r"`(\w+)`", tail) if table not in WITHOUT else []
        beside = [one for one in beside if one in columns]
        beside = [column for column in beside if column not in told]
        assert [*told[:tail_at], *beside, *told[tail_at + 1 :]] == [*columns], table
    assert f"`{SCHEMA}`" in text
