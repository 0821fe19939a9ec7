"""Names that are one and names that are two, and what has to agree beside a name."""

from datetime import date

import pytest

from core.matching.likeness import (
    COMMON,
    PERHAPS,
    SURE,
    ComparedFact,
    Likeness,
    compare_people,
    name_likeness,
)
from core.matching.name_tokens import TokenRole, birth_year_in, name_tokens
from core.matching.search_blocks import BlockPass, KnownPerson, blocks_to_search, blocks_to_store
from core.resources.name_files import load_name_rules
from tests.matching.day import reports
from tests.matching.pairs import figures, load, share_found
from tests.matching.played import play

RULES = load_name_rules()
MONDAY, TUESDAY, FRIDAY = date(2018, 9, 17), date(2018, 9, 18), date(2018, 9, 21)


def known(name: str, place: str | None = "almaty", day: date | None = MONDAY, **more: object) -> KnownPerson:
    days = (day,) if day is not None else ()
    return KnownPerson(name_tokens(name, RULES), place, days, **more)  # type: ignore[arg-type]


def test_there_are_eight_hundred_pairs_and_a_third_is_held_out() -> None:
    pairs = load()
    assert len(pairs) >= 800
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    assert 0.3 < sum(pair.held_out for pair in pairs) / len(pairs) < 0.36


@pytest.mark.slow
@pytest.mark.parametrize("held_out", [False, True])
def test_most_of_what_is_one_is_found_and_little_else(held_out: bool) -> None:
    part = [pair for pair in load() if pair.held_out is held_out]
    assert figures(part, RULES).recall >= 0.9
    assert figures(part, RULES).precision >= 0.94
    assert figures(part, RULES, SURE).precision >= 0.95
    assert figures(part, RULES, SURE).recall >= 0.83
    assert share_found(part, RULES) >= 0.8


def test_of_the_part_that_is_held_out_nineteen_of_twenty_are_right_and_nine_of_ten_are_found() -> None:
    found = figures([pair for pair in load() if pair.held_out], RULES)
    assert found.precision >= 0.95
    assert found.recall >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Өтемісова Сара", "Утемисова Сара"),
        ("Xolmatova Nigora", "Холматова Нигора"),
        ("Koch Viktor", "Кох Виктор"),
        ("Нур-Султан Жакиев", "Нурсултан Жакиев"),
        ("Асан Нұрбай", "Асан Нурбаев"),
    ],
)
def test_letters_with_two_sounds_hyphens_and_endings_that_belong_to_a_name(one: str, other: str) -> None:
    assert name_likeness(name_tokens(one, RULES), name_tokens(other, RULES)) >= SURE


def test_a_surname_from_a_longer_name_is_another() -> None:
    assert name_likeness(name_tokens("Дина Сарсенова", RULES), name_tokens("Дина Сарсенбаева", RULES)) < SURE
    assert name_likeness(name_tokens("Серик Досов", RULES), name_tokens("Серикбай Досов", RULES)) < PERHAPS


@pytest.mark.slow
def test_on_a_day_of_many_detentions_reports_of_one_person_are_brought_together_and_few_others() -> None:
    played = play(reports(500), RULES)
    assert played.pairs == 1500
    assert played.found / played.pairs >= 0.95
    assert played.candidates <= 4
    assert played.answers[Likeness.SAME].precision >= 0.97
    assert played.answers[Likeness.MAYBE].recall >= 0.85  # a given name alone is one report in twenty


def test_two_names_that_people_have_are_two_people_and_a_slip_is_none() -> None:
    assert name_likeness(name_tokens("Алия Садыкова", RULES), name_tokens("Алина Садыкова", RULES)) < PERHAPS
    assert name_likeness(name_tokens("Асхат Садыков", RULES), name_tokens("Асқат Садықов", RULES)) >= SURE
    assert name_likeness(name_tokens("Алма Садыкова", RULES), name_tokens("Амла Садыкова", RULES)) >= PERHAPS


def test_of_a_surname_and_an_initial_nobody_is_sure() -> None:
    assert (
        PERHAPS <= name_likeness(name_tokens("Касымов Е.", RULES), name_tokens("Ерлан Касымов", RULES)) < SURE
    )


def test_a_fathers_name_is_nobodys_surname_where_there_is_one() -> None:
    daughter, other = name_tokens("Досова Сауле Алинуровна", RULES), name_tokens("Сауле Алинурова", RULES)
    assert name_likeness(daughter, other) < PERHAPS
    alone = name_tokens("Сауле Алинурқызы", RULES)
    assert name_likeness(alone, other) == name_likeness(other, alone) >= SURE


@pytest.mark.parametrize("spelling", ["Yerassyl", "Erasyl", "Ерасыл", "ЕРАСЫЛ", "Érassyl"])
def test_all_spellings_of_a_name_have_one_key(spelling: str) -> None:
    assert [token.key for token in name_tokens(spelling, RULES)] == ["ARZL"]


@pytest.mark.parametrize("name", ["Болатович", "Болатұлы", "Болат ұлы", "Bolatuly", "Болатовна", "Болатқызы"])
def test_a_patronymic_is_marked(name: str) -> None:
    (token,) = name_tokens(name, RULES)
    assert (token.role, token.stem) == (TokenRole.PATRONYMIC, "bolat")


def test_a_father_is_not_his_son() -> None:
    father, son = name_tokens("Болат Касымов", RULES), name_tokens("Ерлан Болатович Касымов", RULES)
    assert name_likeness(father, son) < PERHAPS


def test_one_word_alone_is_nobody() -> None:
    assert name_likeness(name_tokens("Ерлан", RULES), name_tokens("Ерлан", RULES)) < PERHAPS
    assert name_likeness((), name_tokens("Ерлан", RULES)) == 0


def test_a_name_of_four_thousand_letters_is_cut() -> None:
    assert len(name_tokens("Ә" * 4000, RULES)[0].folded) <= 200
    assert len(name_tokens("Ерлан Касымов " * 300, RULES)) == 5


def test_a_year_stands_beside_a_name() -> None:
    assert birth_year_in("Ерлан Касымов, 1996 г.р.") == 1996
    assert birth_year_in("Ерлан Касымов 87010001122") is None


def test_a_name_without_a_city_is_nobody() -> None:
    assert (
        compare_people(known("Ерлан Касымов", None, None), known("Ерлан Касымов")).likeness is Likeness.NONE
    )
    assert compare_people(known("Ерлан Касымов", None), known("Ерлан Касымов")).likeness is Likeness.NONE


def test_one_name_in_one_city_on_one_day_may_be_one_person() -> None:
    found = compare_people(known("Ерлан Касымов"), known("Yerlan Kassymov", day=TUESDAY))
    assert found.likeness is Likeness.SAME
    assert found.facts == {ComparedFact.PLACE: True, ComparedFact.DAY: True}


def test_another_day_makes_it_a_perhaps_and_another_city_nobody() -> None:
    assert (
        compare_people(known("Ерлан Касымов"), known("Ерлан Касымов", day=FRIDAY)).likeness is Likeness.MAYBE
    )
    assert compare_people(known("Ерлан Касымов"), known("Ерлан Касымов", "aktau")).likeness is Likeness.NONE


def test_two_names_in_one_city_on_one_day_are_two_people() -> None:
    assert compare_people(known("Ерлан Касымов"), known("Ерлан Досов")).likeness is Likeness.NONE
    assert (
        compare_people(known("Ерлан Касымов", born=1996), known("Ерлан Досов", born=1996)).likeness
        is Likeness.NONE
    )


@pytest.mark.parametrize("place", ["aktau", None])
def test_without_the_city_nothing_makes_it_more_than_a_perhaps(place: str | None) -> None:
    here, there = (
        known("Ерлан Касымов", of, born=1996, phones=("+77010001122",)) for of in ("almaty", place)
    )
    found = compare_people(here, there)
    assert found.likeness is Likeness.MAYBE


def test_a_name_that_many_have_needs_more_than_a_city() -> None:
    one, other = known("Ерлан Касымов", born=1996), known("Ерлан Касымов")
    assert compare_people(one, other, bearers=COMMON + 1).likeness is Likeness.MAYBE
    both = compare_people(one, known("Ерлан Касымов", born=1996), bearers=COMMON + 1)
    assert both.likeness is Likeness.SAME


def test_another_year_of_birth_is_somebody_else() -> None:
    found = compare_people(known("Ерлан Касымов", born=1996), known("Ерлан Касымов", born=1961))
    assert found.likeness is Likeness.NONE


def test_a_phone_agrees_where_the_city_does_not() -> None:
    one = known("Ерлан Касымов", "aktau", phones=("+77010001122",))
    other = known("Касымов Е.", phones=("+77010001122",))
    assert compare_people(one, other).likeness is Likeness.MAYBE


def test_blocks_bring_together_two_words_in_any_order_one_word_on_one_day_a_phone_and_a_year() -> None:
    one = known("Касымов Ерлан", phones=("+77010001122",), born=1996)
    assert {through for through, _ in blocks_to_store(one)} == set(BlockPass)
    assert {text for through, text in blocks_to_store(one) if through is BlockPass.WORDS} == {"ARLN KZM"}
    beside = blocks_to_store(known("Ерлан", day=MONDAY)) & blocks_to_search(
        known("Ерлан Касымов", day=TUESDAY)
    )
    assert {through for through, _ in beside} == {BlockPass.DAY}
    assert not blocks_to_store(known("Ерлан", day=MONDAY)) & blocks_to_search(
        known("Ерлан Касымов", day=FRIDAY)
    )
