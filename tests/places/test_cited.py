"""What papers cite and whom they address: rows with a source, by the day; a mistake is told with its file and row."""

import tomllib
from copy import deepcopy
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from core.cited.articles import Citation, NotInForce, read_articles
from core.cited.checks import SheetMistakes
from core.cited.findings import read_demands, read_findings
from core.cited.offices import (
    FRESH,
    Addressee,
    NotAddressable,
    NotAddressableReason,
    Offices,
    read_offices,
)
from core.model import LANGUAGES
from core.resources.law_files import cited_mistakes, load_articles, load_demands, load_findings, load_offices
from core.resources.paper_files import Papers

FACT, LETTER = date(2018, 9, 17), date(2018, 9, 20)
OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
READ = {
    "addressees.toml": ("office", read_offices), "articles.toml": ("article", read_articles),
    "findings.toml": ("finding", read_findings), "demands.toml": ("demand", read_demands),
}  # fmt: skip


def sheet(name: str) -> dict[str, Any]:
    return tomllib.loads((files("core.jurisdictions") / "kz" / name).read_text("utf-8"))


def texts(right: str, on: date, **how: Any) -> list[str]:
    return [one.text["en"] for one in load_articles("kz").for_right(right, on, **how)]


def held(**days: str) -> Offices:
    """The offices, where the minister's days are these."""
    changed = sheet("addressees.toml")
    changed["office"][0]["holder"][0]["days"] = days
    return read_offices(changed, "addressees.toml")


def test_the_sheets_of_kazakhstan_hold_no_mistake_and_nobody_has_signed_them() -> None:
    assert cited_mistakes("kz") == ()
    for name, (kind, _) in READ.items():
        for row in sheet(name)[kind]:
            assert row["source"]
            assert row["reviewed_by"] == ""


def test_a_country_without_sheets_has_none() -> None:
    assert cited_mistakes("nowhere") == ()
    assert list(load_offices("nowhere")) == []
    assert list(load_demands("nowhere")) == []


def test_a_right_is_argued_from_the_constitution_of_the_day() -> None:
    assert texts("movement", FACT) == [
        "article 21 of the Constitution of Kazakhstan of 1995",
        "article 12 of the International Covenant on Civil and Political Rights",
    ]  # the Moscow Document is an argument, and nothing that is violated
    assert texts("movement", OLD)[0] == "article 21 of the Constitution of Kazakhstan of 1995"
    assert texts("movement", NEW)[0] == "article 24 of the Constitution of Kazakhstan of 2026"
    assert texts("liberty", OLD) == ["article 16(2) of the Constitution of Kazakhstan of 1995"]
    assert texts("liberty", NEW) == ["article 18(2) of the Constitution of Kazakhstan of 2026"]


@pytest.mark.parametrize(
    ("right", "before", "after"),
    [
        ("movement", "21", "24"), ("assembly", "32", "34"), ("speech", "20", "23"), ("torture", "17", "20"),
        ("legal_aid", "13", "12"), ("innocence", "77", "19"), ("counsel", "16(3)", "18"),
    ],
)  # fmt: skip
def test_the_numbers_are_those_of_the_list(right: str, before: str, after: str) -> None:
    articles = load_articles("kz")
    for day, number in ((OLD, before), (NEW, after)):
        constitution, *_ = articles.for_right(right, day)
        assert constitution.short["en"] == f"Constitution of {1995 if day == OLD else 2026}, {number}"
        assert constitution.sure == "C"


def test_each_language_cites_in_its_own_way_and_names_the_right() -> None:
    articles = load_articles("kz")
    cited = articles.cite("cpc-131(4)", NEW)
    assert isinstance(cited, Citation)
    assert cited.text == {
        "en": "article 131(4) of the Criminal Procedure Code",
        "ru": "часть 4 статьи 131 Уголовно-процессуального кодекса",
        "kk": "Қылмыстық-процестік кодекстің 131-бабының 4-бөлігі",
    }
    assert cited.short["ru"] == "УПК 131(4)"
    assert articles.rights["movement"]["ru"] == "свобода передвижения"


def test_an_article_that_was_no_law_on_the_day_is_not_cited() -> None:
    articles = load_articles("kz")
    assert isinstance(articles.cite("constitution-1995-21", OLD), Citation)
    assert articles.cite("constitution-1995-21", NEW) == NotInForce("constitution-1995-21", NEW, None, OLD)
    assert articles.cite("constitution-2026-24", OLD) == NotInForce("constitution-2026-24", OLD, NEW, None)
    with pytest.raises(KeyError):
        articles.cite("cao-1000", NEW)
    with pytest.raises(KeyError):
        articles.for_right("flying", NEW)


def test_an_argument_from_a_treaty_needs_a_lawyer_since_the_constitution_of_2026() -> None:
    def cautioned(on: date, written: date | None = None) -> list[str]:
        return [
            one.id for one in load_articles("kz").for_right("movement", on, written=written) if one.caution
        ]

    assert cautioned(FACT) == cautioned(OLD) == []
    assert cautioned(NEW) == ["iccpr-12"]
    assert cautioned(FACT, written=NEW) == ["iccpr-12"]  # the fact is old, the argument is new
    assert cautioned(FACT, written=LETTER) == []


def test_what_only_papers_to_the_un_name_stands_in_no_letter() -> None:
    assert "article 13 of the Universal Declaration of Human Rights" not in texts("movement", FACT)
    assert "article 13 of the Universal Declaration of Human Rights" in texts("movement", FACT, un=True)


def test_the_letter_of_2018_has_its_four_addressees_on_its_day_and_on_no_other() -> None:
    offices = load_offices("kz")
    named = ["interior-minister", "prosecutor-general", "foreign-minister", "social-development-minister"]
    lines = []
    for id in named:
        addressee = offices.of(id, LETTER)
        assert isinstance(addressee, Addressee)
        lines.append(addressee.line("ru"))
        for day in (date(2018, 9, 19), date(2018, 9, 21), NEW):
            refused = offices.of(id, day)
            assert isinstance(refused, NotAddressable)
            is_gone = id == "social-development-minister" and day == NEW  # the ministry ended in 2019
            assert refused.why is (NotAddressableReason.GONE if is_gone else NotAddressableReason.NOBODY)
            assert refused.known == ((LETTER, LETTER),)
            assert refused.last is None
            assert "Касымов" not in refused.office.unnamed["ru"]
    assert lines[0] == "Министру внутренних дел К. Касымову"
    assert len(set(lines)) == 4


def test_a_holder_without_an_end_counts_until_a_month_after_somebody_looked() -> None:
    seen = date(2026, 11, 1)
    offices = held(**{"from": "2025-01-01", "seen": "2026-11-01"})
    assert isinstance(offices.of("interior-minister", seen + FRESH), Addressee)
    for day, why in (
        (date(2024, 12, 31), NotAddressableReason.NOBODY),
        (date(2026, 12, 2), NotAddressableReason.STALE),
    ):
        refused = offices.of("interior-minister", day)
        assert isinstance(refused, NotAddressable)
        assert refused.why is why
        assert (refused.last is not None) is (why is NotAddressableReason.STALE)


def test_a_holder_with_an_end_is_not_printed_the_day_after() -> None:
    offices = held(**{"from": "2016-01-01", "to": "2019-02-25"})
    assert isinstance(offices.of("interior-minister", date(2019, 2, 25)), Addressee)
    assert isinstance(offices.of("interior-minister", date(2019, 2, 26)), NotAddressable)


def test_an_office_that_is_gone_is_not_addressed() -> None:
    changed = sheet("addressees.toml")
    changed["office"][4] |= {"from": "2020-01-01", "to": "2020-12-31"}
    offices, id = read_offices(changed, "addressees.toml"), changed["office"][4]["id"]
    assert isinstance(offices.of(id, date(2020, 12, 31)), Addressee)
    for day in (date(2019, 12, 31), date(2021, 1, 1)):
        refused = offices.of(id, day)
        assert isinstance(refused, NotAddressable)
        assert refused.why is NotAddressableReason.GONE


def test_an_office_without_a_name_says_what_must_stand_below_its_line() -> None:
    court = load_offices("kz").of("regional-court", NEW)
    assert isinstance(court, Addressee)
    assert court.office.needs == ("region", "through")
    assert [court.line(language) for language in LANGUAGES] == [
        "Облыстық сотқа",
        "В областной суд",
        "To the regional court",
    ]
    with pytest.raises(KeyError):
        load_offices("kz").of("king", NEW)


def test_every_paper_is_addressed_to_an_office_and_cites_an_article_that_the_sheets_know() -> None:
    offices, articles = {office.id for office in load_offices("kz")}, load_articles("kz")
    for paper in Papers("kz").kinds.values():
        assert offices >= set(paper.to), paper.id
        for cited in paper.articles:
            assert isinstance(articles.cite(cited, NEW), Citation), (paper.id, cited)


def test_a_part_may_have_two_numbers() -> None:
    cited = load_articles("kz").cite("cpc-105(1-1)", NEW)
    assert isinstance(cited, Citation)
    assert cited.text["ru"] == "часть 1-1 статьи 105 Уголовно-процессуального кодекса"


def test_un_addressees_are_to_be_checked_and_none_has_an_address_that_no_source_names() -> None:
    contacts = {office.id: office.contact for office in load_offices("kz") if office.contact}
    assert contacts == {"wgad": "hrc-wg-ad@un.org"}
    assert not any(office.reviewed_by for office in load_offices("kz"))


def test_the_finding_of_2015_is_recalled_by_a_letter_of_2018_and_says_who_found_it() -> None:
    findings = load_findings("kz")
    moscow, kiai = findings.by(LETTER)
    assert all(kiai.link in kiai.text[language] for language in LANGUAGES)
    assert moscow.id == "moscow-document"
    assert all("Киаи" in kiai.text[one] or "Kiai" in kiai.text[one] for one in LANGUAGES)
    assert (kiai.by, kiai.noted, kiai.place, kiai.link) == (
        "Maina Kiai",
        "2015",
        "aktau",
        "http://www.adilet.gov.kz/ru/node/103163",
    )
    assert findings.by(date(2014, 12, 31)) == (moscow,)
    assert findings.chosen(["kiai-2015"]) == (kiai,)


def test_an_organisation_has_rows_of_its_own_in_place_of_shipped_ones_and_after_them(tmp_path: Path) -> None:
    rows = [
        {
            "id": id,
            "text": dict.fromkeys(LANGUAGES, id),
            "sure": "C",
            "source": "ours",
            "reviewed_by": "",
            "reviewed_on": "",
        }
        for id in ("stop", "apologise")
    ]
    text = "".join(
        f"[[demand]]\n{''.join(f'{name} = {_toml(value)}' + chr(10) for name, value in row.items())}"
        for row in rows
    )
    (tmp_path / "demands.toml").write_text(text, "utf-8")
    demands = {demand.id: demand for demand in load_demands("kz", tmp_path)}
    assert list(demands) == ["assess", "inspect", "measures", "stop", "apologise"]
    assert demands["stop"].text["kk"] == "stop"
    assert cited_mistakes("kz", tmp_path) == ()
    (wrong := tmp_path / "wrong").mkdir()
    (wrong / "addressees.toml").write_text('[[office]]\nid = "king"\n', "utf-8")
    (wrong / "findings.toml").write_text("not a sheet", "utf-8")
    mistakes = "\n".join(cited_mistakes("kz", wrong))
    assert "king" in mistakes
    assert str(wrong / "findings.toml") in mistakes


def _toml(value: str | dict[str, str]) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(each)}' for name, each in value.items())} }}"
    return f'"{value}"'


def test_demands_are_chosen_by_id_and_keep_the_order_of_the_choice() -> None:
    demands = load_demands("kz")
    assert [one.id for one in demands] == ["stop", "assess", "inspect", "measures"]
    assert [one.id for one in demands.chosen(["inspect", "stop"])] == ["inspect", "stop"]
    with pytest.raises(KeyError):
        demands.chosen(["apologise"])


HOLDER = {"name": dict.fromkeys(LANGUAGES, "X"), "addressed": dict.fromkeys(LANGUAGES, "X"), "source": "s"}
HOLDER |= {"reviewed_by": "", "reviewed_on": "", "days": {"on": "2018-09-20"}}
MISTAKES: dict[str, tuple[str, dict[str, Any], str]] = {
    "a language": ("addressees.toml", {"name": {"en": "x"}}, "one line of text in each of kk, ru, en"),
    "a gap": ("addressees.toml", {"line": dict.fromkeys(LANGUAGES, "To {station}")}, "must be {holder}"),
    "a brace": ("addressees.toml", {"line": dict.fromkeys(LANGUAGES, "To {holder")}, "braces must be in pairs"),
    "a need": ("addressees.toml", {"needs": ["car"]}, "has car: use region, station, court, through"),
    "a day": ("addressees.toml", {"from": "1.1.2018"}, "must be a day as 2026-06-30"),
    "two holders": ("addressees.toml", {"holder": [HOLDER, HOLDER]}, "two hold it on 2018-09-20"),
    "no days": ("addressees.toml", {"holder": [{**HOLDER, "days": {}}]}, "holder 1: days is {}: it must be { on"),
    "turned days": (
        "addressees.toml",
        {"holder": [{**HOLDER, "days": {"from": "2018-09-20", "to": "2018-09-19"}}]},
        "ends before it begins",
    ),
    "a nameless holder": (
        "addressees.toml",
        {"personal": False, "line": dict.fromkeys(LANGUAGES, "x")},
        "an office that is addressed without a name has no holders",
    ),
    "how sure": ("demands.toml", {"sure": "quite"}, "it must be one of A, B, C, M, ?"),
    "no source": ("demands.toml", {"source": " "}, "source is ' ': it must be one line of text"),
    "a signature without a day": ("demands.toml", {"reviewed_by": "X"}, "belong together"),
    "twice": ("demands.toml", {"id": "assess"}, "another row has this id"),
    "a field": ("demands.toml", {"colour": "red"}, "colour is no field of it"),
    "a year": ("findings.toml", {"noted": "last year"}, "write 2015, 2015-06 or 2015-06-30"),
    "a record": ("findings.toml", {"record": "rumour"}, "it must be one of"),
    "a right": ("articles.toml", {"rights": {"flying": ""}}, "rights has flying: use movement"),
    "a part": ("articles.toml", {"rights": {"speech": "two"}}, "the number of the part, or nothing"),
    "an act": ("articles.toml", {"id": "tax-1", "number": "1"}, "its act has no name in [acts]"),
    "turned years": (
        "articles.toml",
        {"valid_from": "2026-07-01", "valid_to": "2026-06-30"},
        "it ends before it begins",
    ),
    "a holder in one word": ("addressees.toml", {"holder": ["X"]}, "holder 1: it must be a table"),
    "a truth": ("articles.toml", {"un": "no"}, "must be true or false"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_row(mistake: str) -> None:
    name, changed, told = MISTAKES[mistake]
    kind, read = READ[name]
    rows = sheet(name)
    rows[kind][0] |= changed
    with pytest.raises(SheetMistakes) as caught:
        read(rows, name)
    assert any(told in one and one.startswith(f"{name}, {kind} ") for one in caught.value.mistakes)


def test_all_mistakes_of_a_sheet_are_told_at_once_and_those_of_its_tables_too() -> None:
    rows = deepcopy(sheet("articles.toml"))
    rows["article"][0]["sure"] = rows["article"][1]["sure"] = "quite"
    del rows["article"][2]["about"]
    rows["acts"]["cpc"]["part"]["kk"] = "{article}"
    rows["rights"]["speech"] = {"en": "speech"}
    del rows["treaties"]["caution"]
    with pytest.raises(SheetMistakes) as caught:
        read_articles(rows, "articles.toml")
    assert len(caught.value.mistakes) == 6
